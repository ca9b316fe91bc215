// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/patients/patienttablemodel.h"

#include "ui/patients/patienttexts.h"
#include "ui/widgets/statetexts.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sitebook {

PatientTableModel::PatientTableModel(QObject* parent)
    : RecordTableModel(parent)
    , m_list(std::make_shared<const PatientList>(std::vector<PatientRow>{}))
{
}

void PatientTableModel::setList(std::shared_ptr<const PatientList> list)
{
    if (list == m_list)
        return;
    beginResetModel();
    m_list = std::move(list);
    m_counts = {};
    for (const PatientRow& row : m_list->rows())
        ++m_counts.at(static_cast<size_t>(row.status));
    m_shown = m_list->filter(m_filter);
    endResetModel();
}

void PatientTableModel::setFilter(const PatientFilter& filter)
{
    beginResetModel();
    m_filter = filter;
    m_shown = m_list->filter(m_filter);
    endResetModel();
}

void PatientTableModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= static_cast<int>(PatientColumn::Count))
        return;
    PatientFilter wanted = m_filter;
    wanted.sortBy = static_cast<PatientColumn>(column);
    wanted.order = order;
    setFilter(wanted);
}

int PatientTableModel::rowOf(const RecordId& id) const
{
    const auto found = std::find_if(m_shown.begin(), m_shown.end(),
                                    [&](quint32 index) { return m_list->rows()[index].recordId == id; });
    return found == m_shown.end() ? -1 : static_cast<int>(found - m_shown.begin());
}

qint64 PatientTableModel::countOf(PatientStatus status) const
{
    return m_counts.at(static_cast<size_t>(status));
}

QString PatientTableModel::text(const PatientRow& row, PatientColumn column)
{
    switch (column) {
    case PatientColumn::Identifier:
        return row.patientId;
    case PatientColumn::Name:
        return row.name;
    case PatientColumn::DateOfBirth:
        return row.dateOfBirth.toDisplay();
    case PatientColumn::Sex:
        return PatientTexts::sex(row.sex);
    case PatientColumn::Site:
        return row.siteId;
    case PatientColumn::Status:
        return statetexts::text(row.status);
    case PatientColumn::Reports:
        return row.reports == 0 ? QString() : tr("%1 of %2").arg(row.reportsComplete).arg(row.reports);
    case PatientColumn::Delivery:
        return statetexts::text(row.delivery);
    case PatientColumn::Count:
        break;
    }
    return {};
}

QVariant PatientTableModel::sortValue(const PatientRow& row, PatientColumn column)
{
    switch (column) {
    case PatientColumn::DateOfBirth:
        return row.dateOfBirth.toString();
    case PatientColumn::Status:
        return static_cast<int>(row.status);
    case PatientColumn::Reports:
        return row.reports;
    case PatientColumn::Delivery:
        return static_cast<int>(row.delivery);
    default:
        return text(row, column);
    }
}

QVariant PatientTableModel::cell(int rowNumber, PatientColumn column, int role) const
{
    const PatientRow& patient = row(rowNumber);
    const bool isStatus = column == PatientColumn::Status;
    const bool isDelivery = column == PatientColumn::Delivery;
    switch (role) {
    case Qt::DisplayRole:
        return text(patient, column);
    case Qt::ToolTipRole:
        return column == PatientColumn::Reports && patient.reports > 0
                   ? QVariant(tr("%1 of %2 reports are complete").arg(patient.reportsComplete).arg(patient.reports))
                   : QVariant();
    case SortRole:
        return sortValue(patient, column);
    case RecordIdRole:
        return patient.recordId.toString();
    case ToneRole:
        if (isStatus)
            return QVariant::fromValue(statetexts::tone(patient.status));
        return isDelivery ? QVariant::fromValue(statetexts::tone(patient.delivery)) : QVariant();
    case IconNameRole:
        if (isStatus)
            return statetexts::iconName(patient.status);
        return isDelivery ? statetexts::iconName(patient.delivery) : QVariant();
    default:
        return {};
    }
}

QVariant PatientTableModel::header(PatientColumn column, int role) const
{
    return role == Qt::DisplayRole ? QVariant(PatientTexts::columnTitle(column)) : QVariant();
}

} // namespace sitebook
