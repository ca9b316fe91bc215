// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/views.h"
#include "ui/widgets/recordtablemodel.h"

namespace sitebook {

// The patient table: a snapshot of all patients and the indexes of those that pass the filter, in order. One reset per
// change; nothing is copied per row.
class PatientTableModel final : public RecordTableModel<PatientColumn>
{
    Q_OBJECT

public:
    explicit PatientTableModel(QObject* parent = nullptr);

    void setList(std::shared_ptr<const PatientList> list);
    void setFilter(const PatientFilter& filter);
    [[nodiscard]] const PatientFilter& filter() const { return m_filter; }
    void sort(int column, Qt::SortOrder order) override;

    [[nodiscard]] const PatientRow& row(int row) const { return m_list->rows()[m_shown[static_cast<size_t>(row)]]; }
    [[nodiscard]] int rowOf(const RecordId& id) const; // -1: not shown
    [[nodiscard]] const PatientList& list() const { return *m_list; }
    [[nodiscard]] qint64 total() const { return static_cast<qint64>(m_list->rows().size()); }
    [[nodiscard]] qint64 countOf(PatientStatus status) const;

protected:
    [[nodiscard]] int rows() const override { return static_cast<int>(m_shown.size()); }
    [[nodiscard]] QVariant cell(int row, PatientColumn column, int role) const override;
    [[nodiscard]] QVariant header(PatientColumn column, int role) const override;

private:
    [[nodiscard]] static QString text(const PatientRow& row, PatientColumn column);
    [[nodiscard]] static QVariant sortValue(const PatientRow& row, PatientColumn column);
    std::shared_ptr<const PatientList> m_list;
    PatientFilter m_filter;
    std::vector<quint32> m_shown;
    std::array<qint64, 8> m_counts{}; // by status
};

} // namespace sitebook
