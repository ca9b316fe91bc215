// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/queries/verificationmodel.h"

#include "ui/queries/querywords.h"
#include "ui/widgets/statetexts.h"
#include "ui/widgets/studywords.h"

namespace sitebook {

VerificationModel::VerificationModel(std::shared_ptr<const StudyDefinition> study, QObject* parent)
    : RowListModel(parent)
    , m_study(std::move(study))
{
}

VerificationState VerificationModel::stateOf(const VerificationCount& count)
{
    if (count.required == 0)
        return VerificationState::NotRequired;
    if (count.changed > 0)
        return VerificationState::ChangedSinceVerified;
    return count.open() > 0 ? VerificationState::Required : VerificationState::Verified;
}

QString VerificationModel::text(const VerificationRow& row, VerificationColumn column) const
{
    switch (column) {
    case VerificationColumn::Patient:
        return row.patientId;
    case VerificationColumn::Visit:
        return row.repeat > 1 ? tr("%1 (%2)").arg(eventTitle(*m_study, row.eventOid)).arg(row.repeat)
                              : eventTitle(*m_study, row.eventOid);
    case VerificationColumn::Form:
        return formName(*m_study, row.formOid);
    case VerificationColumn::Status:
        return statetexts::text(row.status);
    case VerificationColumn::Verification:
        return QueryWords::verification(stateOf(row.count));
    case VerificationColumn::Open:
        return QLocale().toString(row.count.open());
    case VerificationColumn::Changed:
        return QLocale().toString(row.count.changed);
    case VerificationColumn::Count:
        break;
    }
    return {};
}

QVariant VerificationModel::cell(int row, VerificationColumn column, int role) const
{
    const VerificationRow& report = *rowAt(row);
    const VerificationState state = stateOf(report.count);
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return text(report, column);
    case Qt::TextAlignmentRole:
        return column >= VerificationColumn::Open ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    case ToneRole:
        if (column == VerificationColumn::Status)
            return QVariant::fromValue(statetexts::tone(report.status));
        if (column != VerificationColumn::Verification)
            return {};
        return QVariant::fromValue(state == VerificationState::Verified               ? Tone::Success
                                   : state == VerificationState::ChangedSinceVerified ? Tone::Attention
                                                                                      : Tone::Neutral);
    case IconNameRole:
        if (column == VerificationColumn::Status)
            return statetexts::iconName(report.status);
        return column == VerificationColumn::Verification ? QVariant(QueryWords::verificationIcon(state)) : QVariant();
    case RecordIdRole:
        return report.report.toString();
    default:
        return {};
    }
}

QVariant VerificationModel::header(VerificationColumn column, int role) const
{
    if (role == Qt::TextAlignmentRole && column >= VerificationColumn::Open)
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case VerificationColumn::Patient:
        return tr("Patient");
    case VerificationColumn::Visit:
        return tr("Visit");
    case VerificationColumn::Form:
        return tr("Form");
    case VerificationColumn::Status:
        return tr("Status");
    case VerificationColumn::Verification:
        return tr("Verification");
    case VerificationColumn::Open:
        return tr("To verify");
    case VerificationColumn::Changed:
        return tr("Changed since");
    case VerificationColumn::Count:
        break;
    }
    return {};
}

} // namespace sitebook
