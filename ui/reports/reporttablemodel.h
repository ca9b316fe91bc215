// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/definition.h"
#include "core/workspace/views.h"
#include "ui/widgets/recordtablemodel.h"

namespace sitebook {

enum class ReportColumn { Patient, Visit, Form, Status, Delivery, Date, Changed, Count };

struct ReportFilter
{
    QString text;                       // every word must occur in identifier, visit or form
    std::vector<ReportStatus> statuses; // empty: all
    QString formOid;                    // empty: all
    std::optional<DeliveryState> delivery;
    ReportColumn sortBy = ReportColumn::Changed;
    Qt::SortOrder order = Qt::DescendingOrder;
    friend bool operator==(const ReportFilter&, const ReportFilter&) = default;
};

// All reports of the workspace, filtered and sorted through a vector of indexes: sorted once per snapshot and order, a
// keystroke only filters. One reset per change.
class ReportTableModel final : public RecordTableModel<ReportColumn>
{
    Q_OBJECT

public:
    explicit ReportTableModel(std::shared_ptr<const StudyDefinition> study, QObject* parent = nullptr);

    void setList(std::shared_ptr<const ReportList> list);
    void setFilter(const ReportFilter& filter);
    [[nodiscard]] const ReportFilter& filter() const { return m_filter; }
    void sort(int column, Qt::SortOrder order) override;

    [[nodiscard]] const ReportRow& row(int row) const { return (*m_list)[m_shown[static_cast<size_t>(row)]]; }
    [[nodiscard]] qint64 total() const { return static_cast<qint64>(m_list->size()); }
    [[nodiscard]] qint64 countOf(ReportStatus status) const;

protected:
    [[nodiscard]] int rows() const override { return static_cast<int>(m_shown.size()); }
    [[nodiscard]] QVariant cell(int row, ReportColumn column, int role) const override;
    [[nodiscard]] QVariant header(ReportColumn column, int role) const override;

private:
    [[nodiscard]] QString text(const ReportRow& row, ReportColumn column) const;
    [[nodiscard]] QString eventName(const QString& oid) const;
    [[nodiscard]] QString formNameOf(const QString& oid) const;
    [[nodiscard]] QVariant sortValue(const ReportRow& row, ReportColumn column) const;
    void makeKeys();
    void makeOrder();
    void makeShown();

    std::shared_ptr<const StudyDefinition> m_study;
    std::shared_ptr<const ReportList> m_list = std::make_shared<const ReportList>();
    ReportFilter m_filter;
    QHash<QString, int> m_eventPlace; // position in the study, for sorting
    QHash<QString, QString> m_eventNames;
    QHash<QString, QString> m_formNames;
    std::vector<QString> m_keys;    // lower case, by list index
    std::vector<quint32> m_ordered; // all, in order
    std::vector<quint32> m_shown;
};

} // namespace sitebook
