// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/finding.h"
#include "core/study/definition.h"
#include "ui/widgets/recordtablemodel.h"

#include <QHash>
#include <QSet>

namespace sitebook {

class ReportSession;

// The lines of a repeating group: a row for each line, a column for each item that is shown. Reads and writes the
// session.
class LinesModel final : public RecordTableModelBase
{
    Q_OBJECT

public:
    using FindingsByKey = QHash<QString, std::vector<Finding>>;

    // Both outlive the model.
    LinesModel(ReportSession& session, const ItemGroupDef& group, QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;

    [[nodiscard]] const ItemDef& item(int column) const { return *m_items[static_cast<size_t>(column)].def; }
    [[nodiscard]] QString key(const QModelIndex& index) const; // of the value, as in Report::items
    [[nodiscard]] QModelIndex indexOf(const QString& key) const;
    // The first answers of a column's code list, to measure by; none where there is no list.
    [[nodiscard]] QStringList someAnswers(int column) const;
    [[nodiscard]] bool isEditable(const QModelIndex& index) const;

    int addLine(); // its row; in constant time
    void removeLine(int row);
    [[nodiscard]] bool mayAddLine() const;

    // After the session was evaluated.
    void refresh(const FindingsByKey& findings);
    [[nodiscard]] std::vector<Finding> findingsAt(const QModelIndex& index) const;
    [[nodiscard]] std::vector<Finding> findingsOf(const QString& key) const { return m_findings.value(key); }
    [[nodiscard]] bool isReadOnly() const;

private:
    struct Column
    {
        const ItemDef* def = nullptr;
        bool mandatory = false;
        bool computed = false;
    };
    [[nodiscard]] QString shown(const QModelIndex& index) const;
    [[nodiscard]] QString decoded(const ItemDef& item, const QString& text) const;
    [[nodiscard]] QString heading(const Column& column) const;

    ReportSession& m_session;
    const ItemGroupDef& m_group;
    std::vector<Column> m_items;
    std::vector<int> m_lines; // numbers, as the session had them last
    FindingsByKey m_findings;
    QSet<QString> m_hidden;
};

} // namespace sitebook
