// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/reporttablemodel.h"

#include "core/model/partialdate.h"
#include "ui/widgets/statetexts.h"
#include "ui/widgets/studywords.h"

#include <QDateTime>
#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace sitebook {

ReportTableModel::ReportTableModel(std::shared_ptr<const StudyDefinition> study, QObject* parent)
    : RecordTableModel(parent)
    , m_study(std::move(study))
{
    for (const EventDef& event : m_study->events) {
        m_eventPlace.insert(event.oid, static_cast<int>(m_eventPlace.size()));
        m_eventNames.insert(event.oid, eventTitle(*m_study, event.oid));
    }
    for (const FormDef& form : m_study->forms)
        m_formNames.insert(form.oid, formName(*m_study, form.oid));
}

QString ReportTableModel::eventName(const QString& oid) const
{
    return m_eventNames.value(oid, oid);
}

QString ReportTableModel::formNameOf(const QString& oid) const
{
    return m_formNames.value(oid, oid);
}

void ReportTableModel::setList(std::shared_ptr<const ReportList> list)
{
    if (list == m_list)
        return;
    beginResetModel();
    m_list = std::move(list);
    makeKeys();
    makeOrder();
    makeShown();
    endResetModel();
}

void ReportTableModel::setFilter(const ReportFilter& filter)
{
    if (filter == m_filter)
        return;
    beginResetModel();
    const bool sorted = filter.sortBy == m_filter.sortBy && filter.order == m_filter.order;
    m_filter = filter;
    if (!sorted)
        makeOrder();
    makeShown();
    endResetModel();
}

void ReportTableModel::sort(int column, Qt::SortOrder order)
{
    ReportFilter wanted = m_filter;
    wanted.sortBy = static_cast<ReportColumn>(column);
    wanted.order = order;
    setFilter(wanted);
}

void ReportTableModel::makeKeys()
{
    m_keys.clear();
    m_keys.reserve(m_list->size());
    for (const ReportRow& row : *m_list)
        m_keys.push_back(
            QString(row.patientId + u' ' + eventName(row.eventOid) + u' ' + formNameOf(row.formOid)).toLower());
}

void ReportTableModel::makeOrder()
{
    m_ordered.resize(m_list->size());
    std::iota(m_ordered.begin(), m_ordered.end(), 0U);
    const ReportList& list = *m_list;
    const auto by = [this, &list](auto key) {
        const bool up = m_filter.order == Qt::AscendingOrder;
        std::stable_sort(m_ordered.begin(), m_ordered.end(), [&](quint32 a, quint32 b) {
            return up ? key(list[a]) < key(list[b]) : key(list[b]) < key(list[a]);
        });
    };
    switch (m_filter.sortBy) {
    case ReportColumn::Patient:
        return by([](const ReportRow& row) -> const QString& { return row.patientId; });
    case ReportColumn::Visit:
        return by(
            [this](const ReportRow& row) { return m_eventPlace.value(row.eventOid, 1'000) * 1'000 + row.repeat; });
    case ReportColumn::Form:
        return by([this](const ReportRow& row) { return formNameOf(row.formOid); });
    case ReportColumn::Status:
        return by([](const ReportRow& row) { return row.status; });
    case ReportColumn::Delivery:
        return by([](const ReportRow& row) { return row.delivery; });
    case ReportColumn::Date:
        return by([](const ReportRow& row) -> const QString& { return row.reportDate; });
    case ReportColumn::Changed:
    case ReportColumn::Count:
        return by([](const ReportRow& row) { return row.changedUtcMs; });
    }
}

void ReportTableModel::makeShown()
{
    m_shown.clear();
    const QStringList words = m_filter.text.toLower().split(u' ', Qt::SkipEmptyParts);
    for (const quint32 index : m_ordered) {
        const ReportRow& row = (*m_list)[index];
        if (!m_filter.formOid.isEmpty() && row.formOid != m_filter.formOid)
            continue;
        if (m_filter.delivery && row.delivery != *m_filter.delivery)
            continue;
        const auto& statuses = m_filter.statuses;
        if (!statuses.empty() && std::find(statuses.begin(), statuses.end(), row.status) == statuses.end())
            continue;
        if (std::all_of(words.begin(), words.end(), [&](const QString& word) { return m_keys[index].contains(word); }))
            m_shown.push_back(index);
    }
}

qint64 ReportTableModel::countOf(ReportStatus status) const
{
    return std::count_if(m_list->begin(), m_list->end(),
                         [status](const ReportRow& row) { return row.status == status; });
}

QString ReportTableModel::text(const ReportRow& row, ReportColumn column) const
{
    switch (column) {
    case ReportColumn::Patient:
        return row.patientId;
    case ReportColumn::Visit:
        return row.repeat > 1 ? tr("%1 (%2)").arg(eventName(row.eventOid)).arg(row.repeat) : eventName(row.eventOid);
    case ReportColumn::Form:
        return formNameOf(row.formOid);
    case ReportColumn::Status:
        return statetexts::text(row.status);
    case ReportColumn::Delivery:
        return statetexts::text(row.delivery);
    case ReportColumn::Date: {
        const auto date = PartialDate::parse(row.reportDate);
        return date ? date->toDisplay() : row.reportDate;
    }
    case ReportColumn::Changed:
        return row.changedUtcMs == 0
                   ? QString()
                   : QLocale::c().toString(QDateTime::fromMSecsSinceEpoch(row.changedUtcMs), u"dd-MMM-yyyy HH:mm"_s);
    case ReportColumn::Count:
        break;
    }
    return {};
}

QVariant ReportTableModel::sortValue(const ReportRow& row, ReportColumn column) const
{
    switch (column) {
    case ReportColumn::Visit:
        return m_eventPlace.value(row.eventOid, 1'000) * 1'000 + row.repeat;
    case ReportColumn::Status:
        return static_cast<int>(row.status);
    case ReportColumn::Delivery:
        return static_cast<int>(row.delivery);
    case ReportColumn::Date:
        return row.reportDate;
    case ReportColumn::Changed:
        return row.changedUtcMs;
    default:
        return text(row, column);
    }
}

QVariant ReportTableModel::cell(int rowNumber, ReportColumn column, int role) const
{
    const ReportRow& report = row(rowNumber);
    const bool isStatus = column == ReportColumn::Status;
    const bool isDelivery = column == ReportColumn::Delivery;
    switch (role) {
    case Qt::DisplayRole:
        return text(report, column);
    case SortRole:
        return sortValue(report, column);
    case RecordIdRole:
        return report.recordId.toString();
    case ToneRole:
        if (isStatus)
            return QVariant::fromValue(statetexts::tone(report.status));
        return isDelivery ? QVariant::fromValue(statetexts::tone(report.delivery)) : QVariant();
    case IconNameRole:
        if (isStatus)
            return statetexts::iconName(report.status);
        return isDelivery ? statetexts::iconName(report.delivery) : QVariant();
    default:
        return {};
    }
}

QVariant ReportTableModel::header(ReportColumn column, int role) const
{
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case ReportColumn::Patient:
        return tr("Patient");
    case ReportColumn::Visit:
        return tr("Visit");
    case ReportColumn::Form:
        return tr("Form");
    case ReportColumn::Status:
        return tr("Status");
    case ReportColumn::Delivery:
        return tr("Delivery");
    case ReportColumn::Date:
        return tr("Date");
    case ReportColumn::Changed:
        return tr("Changed");
    case ReportColumn::Count:
        break;
    }
    return {};
}

} // namespace sitebook
