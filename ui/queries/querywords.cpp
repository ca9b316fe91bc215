// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/queries/querywords.h"

#include "ui/widgets/statetexts.h"
#include "ui/widgets/studywords.h"

using namespace Qt::StringLiterals;

namespace sitebook {

QString QueryWords::place(const StudyDefinition& study, const QueryRow& row)
{
    if (row.report.isNull())
        return row.patientId;
    const QString visit = eventTitle(study, row.eventOid);
    const QString where = row.repeat > 1 ? tr("%1 (%2)").arg(visit).arg(row.repeat) : visit;
    return tr("%1 · %2 · %3").arg(row.patientId, where, formName(study, row.formOid));
}

QString QueryWords::subject(const StudyDefinition& study, const QueryRow& row)
{
    if (row.report.isNull())
        return tr("The patient");
    if (row.itemOid.isEmpty())
        return tr("The whole report");
    return study.item(row.itemOid) ? itemTitle(study, row.itemOid) : statetexts::fieldText(row.itemOid);
}

QString QueryWords::age(int days)
{
    return days == 0 ? tr("today") : tr("%n day(s)", nullptr, days);
}

QString QueryWords::stepText(QueryStep step)
{
    switch (step) {
    case QueryStep::Answer:
        return tr("Answer");
    case QueryStep::AskAgain:
        return tr("Ask again");
    case QueryStep::Close:
        return tr("Close");
    case QueryStep::Cancel:
        return tr("Cancel query");
    case QueryStep::Assign:
        return tr("Assign");
    }
    return {};
}

QString QueryWords::heading(const QueryMessage& message)
{
    using Kind = QueryMessage::Kind;
    const QString who = tr("%1 (%2)", "person, role").arg(message.user.toString(), statetexts::text(message.role));
    switch (message.kind) {
    case Kind::Raised:
        return tr("%1 wrote").arg(who);
    case Kind::AskedAgain:
        return tr("%1 asked again").arg(who);
    case Kind::Answered:
        return tr("%1 answered").arg(who);
    case Kind::Closed:
        return tr("%1 closed it").arg(who);
    case Kind::Cancelled:
        return tr("%1 cancelled it").arg(who);
    case Kind::Assigned:
        return tr("%1 gave it to: %2").arg(who, assignee(message.assignee));
    }
    return who;
}

QString QueryWords::assignee(const QString& name)
{
    if (name.isEmpty())
        return tr("Whoever is there");
    const auto role = roleFromCode(name);
    return role ? statetexts::text(*role) : name;
}

QString QueryWords::raiseText(QueryType type)
{
    switch (type) {
    case QueryType::Query:
        return tr("Raise query");
    case QueryType::ReasonForChange:
        return tr("Add reason for change");
    case QueryType::FailedCheck:
    case QueryType::Annotation:
        break;
    }
    return tr("Add note");
}

QString QueryWords::verification(VerificationState state)
{
    switch (state) {
    case VerificationState::NotRequired:
        return tr("Verification not required");
    case VerificationState::Required:
        return tr("To be verified against the source");
    case VerificationState::Verified:
        return tr("Verified against the source");
    case VerificationState::ChangedSinceVerified:
        return tr("Changed since it was verified");
    }
    return {};
}

QString QueryWords::verificationIcon(VerificationState state)
{
    switch (state) {
    case VerificationState::Verified:
        return u"sdv-done"_s;
    case VerificationState::ChangedSinceVerified:
        return u"sdv-dropped"_s;
    case VerificationState::NotRequired:
    case VerificationState::Required:
        break;
    }
    return u"not-started"_s;
}

} // namespace sitebook
