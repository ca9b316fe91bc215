// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/patients/patientreportsmodel.h"

#include "core/model/partialdate.h"
#include "ui/widgets/statetexts.h"
#include "ui/widgets/studywords.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace sitebook {

PatientReportsModel::PatientReportsModel(std::shared_ptr<const StudyDefinition> study, QObject* parent)
    : RowListModel(parent)
    , m_study(std::move(study))
{
}

QString PatientReportsModel::text(const ReportRow& row, PatientReportColumn column) const
{
    switch (column) {
    case PatientReportColumn::Visit: {
        const QString visit = eventTitle(*m_study, row.eventOid);
        return row.repeat > 1 ? tr("%1 (%2)").arg(visit).arg(row.repeat) : visit;
    }
    case PatientReportColumn::Form:
        return formName(*m_study, row.formOid);
    case PatientReportColumn::Status:
        return statetexts::text(row.status);
    case PatientReportColumn::Delivery:
        return statetexts::text(row.delivery);
    case PatientReportColumn::Date: {
        const auto date = PartialDate::parse(row.reportDate);
        return date ? date->toDisplay() : row.reportDate;
    }
    case PatientReportColumn::Changed:
        return QLocale::c().toString(QDateTime::fromMSecsSinceEpoch(row.changedUtcMs), u"dd-MMM-yyyy HH:mm"_s);
    case PatientReportColumn::Count:
        break;
    }
    return {};
}

QVariant PatientReportsModel::cell(int rowNumber, PatientReportColumn column, int role) const
{
    const ReportRow& row = *rowAt(rowNumber);
    const bool isStatus = column == PatientReportColumn::Status;
    const bool isDelivery = column == PatientReportColumn::Delivery;
    switch (role) {
    case Qt::DisplayRole:
        return text(row, column);
    case RecordIdRole:
        return row.recordId.toString();
    case SortRole:
        return column == PatientReportColumn::Changed ? QVariant(row.changedUtcMs) : QVariant(text(row, column));
    case ToneRole:
        if (isStatus)
            return QVariant::fromValue(statetexts::tone(row.status));
        return isDelivery ? QVariant::fromValue(statetexts::tone(row.delivery)) : QVariant();
    case IconNameRole:
        if (isStatus)
            return statetexts::iconName(row.status);
        return isDelivery ? statetexts::iconName(row.delivery) : QVariant();
    default:
        return {};
    }
}

QVariant PatientReportsModel::header(PatientReportColumn column, int role) const
{
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case PatientReportColumn::Visit:
        return tr("Visit");
    case PatientReportColumn::Form:
        return tr("Form");
    case PatientReportColumn::Status:
        return tr("Status");
    case PatientReportColumn::Delivery:
        return tr("Delivery");
    case PatientReportColumn::Date:
        return tr("Date");
    case PatientReportColumn::Changed:
        return tr("Changed");
    case PatientReportColumn::Count:
        break;
    }
    return {};
}

} // namespace sitebook
