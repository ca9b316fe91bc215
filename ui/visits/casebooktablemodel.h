// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/visitviews.h"
#include "ui/widgets/recordtablemodel.h"
#include "ui/widgets/statetexts.h"

namespace sitebook {

// Patients down, the study's visits across; in each cell how the visit stands, with its day. An unscheduled visit has a
// column too; of several repeats the most urgent speaks, with their number.
class CasebookTableModel final : public RecordTableModelBase
{
    Q_OBJECT
public:
    static constexpr int firstVisit = 2; // columns before: identifier, name

    explicit CasebookTableModel(std::shared_ptr<const StudyDefinition> study, QObject* parent = nullptr);
    // `shown`: indexes into the casebook's rows.
    void show(std::shared_ptr<const Casebook> casebook, std::vector<quint32> shown);

    [[nodiscard]] const CasebookRow& row(int row) const;
    // The visit the cell speaks of; null where there is none, and before the visits.
    [[nodiscard]] const ScheduledVisit* visitAt(const QModelIndex& index) const;
    [[nodiscard]] QString eventAt(int column) const; // empty before the visits

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] QVariant visitData(const QModelIndex& index, int role) const;
    [[nodiscard]] QString sentence(const QModelIndex& index, const ScheduledVisit& visit) const;
    [[nodiscard]] int repeatsAt(const QModelIndex& index) const;

    std::shared_ptr<const StudyDefinition> m_study;
    std::shared_ptr<const Casebook> m_casebook = std::make_shared<const Casebook>();
    std::vector<quint32> m_shown;
};

} // namespace sitebook
