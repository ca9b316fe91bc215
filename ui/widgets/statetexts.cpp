// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/statetexts.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sitebook::statetexts {
namespace {

class StateTexts final
{
    Q_DECLARE_TR_FUNCTIONS(StateTexts)
};

Look lookOf(ReportStatus status)
{
    switch (status) {
    case ReportStatus::NotStarted:
        return {u"not-started"_s, StateTexts::tr("Not started"), Tone::Neutral};
    case ReportStatus::Incomplete:
        return {u"incomplete"_s, StateTexts::tr("Incomplete"), Tone::Attention};
    case ReportStatus::Unverified:
        return {u"unverified"_s, StateTexts::tr("Unverified"), Tone::Attention};
    case ReportStatus::Complete:
        return {u"complete"_s, StateTexts::tr("Complete"), Tone::Success};
    case ReportStatus::Signed:
        return {u"signed"_s, StateTexts::tr("Signed"), Tone::Success};
    case ReportStatus::Locked:
        return {u"locked"_s, StateTexts::tr("Locked"), Tone::Neutral};
    }
    return {};
}

Look lookOf(DeliveryState state)
{
    switch (state) {
    case DeliveryState::Draft:
        return {u"draft"_s, StateTexts::tr("Draft"), Tone::Neutral};
    case DeliveryState::ReadyToSend:
        return {u"ready"_s, StateTexts::tr("Ready to send"), Tone::Information};
    case DeliveryState::Uploading:
        return {u"uploading"_s, StateTexts::tr("Uploading"), Tone::Information};
    case DeliveryState::Synced:
        return {u"synced"_s, StateTexts::tr("Synced"), Tone::Success};
    case DeliveryState::ChangedSinceSync:
        return {u"changed"_s, StateTexts::tr("Changed since sync"), Tone::Information};
    case DeliveryState::Conflict:
        return {u"conflict"_s, StateTexts::tr("Conflict"), Tone::Danger};
    case DeliveryState::Quarantined:
        return {u"quarantined"_s, StateTexts::tr("Quarantined"), Tone::Danger};
    }
    return {};
}

Look lookOf(PatientStatus status)
{
    switch (status) {
    case PatientStatus::Screening:
        return {u"screening"_s, StateTexts::tr("Screening"), Tone::Information};
    case PatientStatus::Enrolled:
        return {u"enrolled"_s, StateTexts::tr("Enrolled"), Tone::Success};
    case PatientStatus::Completed:
        return {u"completed"_s, StateTexts::tr("Completed"), Tone::Primary};
    case PatientStatus::Withdrawn:
        return {u"withdrawn"_s, StateTexts::tr("Withdrawn"), Tone::Attention};
    case PatientStatus::ScreenFailure:
        return {u"screen-failure"_s, StateTexts::tr("Screen failure"), Tone::Neutral};
    }
    return {};
}

Look lookOf(VisitStatus status)
{
    switch (status) {
    case VisitStatus::Planned:
        return {u"calendar"_s, StateTexts::tr("Planned"), Tone::Information};
    case VisitStatus::Occurred:
        return {u"complete"_s, StateTexts::tr("Took place"), Tone::Success};
    case VisitStatus::Skipped:
        return {u"skipped"_s, StateTexts::tr("Skipped"), Tone::Attention};
    case VisitStatus::DidNotOccur:
        return {u"not-occurred"_s, StateTexts::tr("Did not occur"), Tone::Neutral};
    }
    return {};
}

Look lookOf(VisitState state)
{
    switch (state) {
    case VisitState::Overdue:
        return {u"overdue"_s, StateTexts::tr("Overdue"), Tone::Danger};
    case VisitState::Due:
        return {u"today"_s, StateTexts::tr("Due"), Tone::Attention};
    case VisitState::Started:
        return {u"incomplete"_s, StateTexts::tr("Started"), Tone::Information};
    case VisitState::Planned:
        return lookOf(VisitStatus::Planned);
    case VisitState::Undated:
        return {u"not-started"_s, StateTexts::tr("No day known"), Tone::Neutral};
    case VisitState::Upcoming:
        return {u"forward"_s, StateTexts::tr("Upcoming"), Tone::Neutral};
    case VisitState::Complete:
        return {u"complete"_s, StateTexts::tr("Complete"), Tone::Success};
    case VisitState::Skipped:
        return lookOf(VisitStatus::Skipped);
    case VisitState::DidNotOccur:
        return lookOf(VisitStatus::DidNotOccur);
    }
    return {};
}

Look lookOf(QueryStatus status)
{
    switch (status) {
    case QueryStatus::Open:
        return {u"query-open"_s, StateTexts::tr("Open"), Tone::Danger};
    case QueryStatus::Answered:
        return {u"query-answered"_s, StateTexts::tr("Answered"), Tone::Attention};
    case QueryStatus::Closed:
        return {u"check"_s, StateTexts::tr("Closed"), Tone::Success};
    case QueryStatus::Cancelled:
        return {u"void"_s, StateTexts::tr("Cancelled"), Tone::Neutral};
    }
    return {};
}

Look lookOf(QueryType type)
{
    switch (type) {
    case QueryType::FailedCheck:
        return {u"warning"_s, StateTexts::tr("Failed check"), Tone::Attention};
    case QueryType::Query:
        return {u"query-open"_s, StateTexts::tr("Query"), Tone::Danger};
    case QueryType::Annotation:
        return {u"note"_s, StateTexts::tr("Annotation"), Tone::Information};
    case QueryType::ReasonForChange:
        return {u"changed"_s, StateTexts::tr("Reason for change"), Tone::Neutral};
    }
    return {};
}

Look lookOf(QueueItem::State state)
{
    switch (state) {
    case QueueItem::State::Queued:
        return {u"queue"_s, StateTexts::tr("Queued"), Tone::Information};
    case QueueItem::State::Claimed:
        return {u"play"_s, StateTexts::tr("In work"), Tone::Primary};
    case QueueItem::State::Quarantined:
        return {u"quarantined"_s, StateTexts::tr("Quarantined"), Tone::Danger};
    }
    return {};
}

Look lookOf(Severity severity)
{
    switch (severity) {
    case Severity::Information:
        return {u"information"_s, StateTexts::tr("Note"), Tone::Information};
    case Severity::Warning:
        return {u"warning"_s, StateTexts::tr("Warning"), Tone::Attention};
    case Severity::Error:
        return {u"error"_s, StateTexts::tr("Problem"), Tone::Danger};
    }
    return {};
}

Look lookOf(SyncPhase phase)
{
    switch (phase) {
    case SyncPhase::NotSetUp:
        return {u"offline"_s, StateTexts::tr("No server set up"), Tone::Neutral};
    case SyncPhase::Idle:
        return {u"synced"_s, StateTexts::tr("Synced"), Tone::Success};
    case SyncPhase::Working:
        return {u"uploading"_s, StateTexts::tr("Synchronising"), Tone::Information};
    case SyncPhase::Waiting:
        return {u"overdue"_s, StateTexts::tr("Waiting"), Tone::Attention};
    case SyncPhase::NeedsSignIn:
        return {u"key"_s, StateTexts::tr("Sign in to the server"), Tone::Danger};
    case SyncPhase::Refused:
        return {u"error"_s, StateTexts::tr("Refused by the server"), Tone::Danger};
    case SyncPhase::Outdated:
        return {u"warning"_s, StateTexts::tr("This program is too old for the server"), Tone::Danger};
    }
    return {};
}

} // namespace

#define SITEBOOK_LOOK_OF(Type)                                                                                         \
    QString iconName(Type state)                                                                                       \
    {                                                                                                                  \
        return lookOf(state).icon;                                                                                     \
    }                                                                                                                  \
    QString text(Type state)                                                                                           \
    {                                                                                                                  \
        return lookOf(state).text;                                                                                     \
    }                                                                                                                  \
    Tone tone(Type state)                                                                                              \
    {                                                                                                                  \
        return lookOf(state).tone;                                                                                     \
    }
SITEBOOK_LOOK_OF(ReportStatus)
SITEBOOK_LOOK_OF(DeliveryState)
SITEBOOK_LOOK_OF(PatientStatus)
SITEBOOK_LOOK_OF(QueueItem::State)
SITEBOOK_LOOK_OF(Severity)
SITEBOOK_LOOK_OF(SyncPhase)
SITEBOOK_LOOK_OF(VisitStatus)
SITEBOOK_LOOK_OF(VisitState)
SITEBOOK_LOOK_OF(QueryStatus)
SITEBOOK_LOOK_OF(QueryType)
#undef SITEBOOK_LOOK_OF

namespace {

Look opLook(QStringView state)
{
    if (state == "queued"_L1)
        return {u"ready"_s, StateTexts::tr("Ready to send"), Tone::Information};
    if (state == "sending"_L1)
        return {u"uploading"_s, StateTexts::tr("Uploading"), Tone::Information};
    if (state == "acked"_L1)
        return {u"cloud"_s, StateTexts::tr("Received by the server"), Tone::Information};
    if (state == "confirmed"_L1)
        return {u"synced"_s, StateTexts::tr("Synced"), Tone::Success};
    if (state == "conflict"_L1)
        return {u"conflict"_s, StateTexts::tr("Conflict"), Tone::Danger};
    if (state == "quarantined"_L1)
        return {u"quarantined"_s, StateTexts::tr("Quarantined"), Tone::Danger};
    return {u"help"_s, state.toString(), Tone::Neutral};
}

} // namespace

QString opIconName(QStringView state)
{
    return opLook(state).icon;
}
QString opText(QStringView state)
{
    return opLook(state).text;
}
Tone opTone(QStringView state)
{
    return opLook(state).tone;
}

QString text(Role role)
{
    switch (role) {
    case Role::Coordinator:
        return StateTexts::tr("Coordinator");
    case Role::Investigator:
        return StateTexts::tr("Investigator");
    case Role::Monitor:
        return StateTexts::tr("Monitor");
    case Role::DataManager:
        return StateTexts::tr("Data manager");
    case Role::Administrator:
        return StateTexts::tr("Administrator");
    }
    return {};
}

QString text(OpType type)
{
    switch (type) {
    case OpType::Create:
        return StateTexts::tr("Created");
    case OpType::Set:
        return StateTexts::tr("Changed");
    case OpType::Void:
        return StateTexts::tr("Voided");
    case OpType::Sign:
        return StateTexts::tr("Signed");
    case OpType::Lock:
        return StateTexts::tr("Locked");
    case OpType::Unlock:
        return StateTexts::tr("Unlocked");
    case OpType::Query:
        return StateTexts::tr("Query raised");
    case OpType::Answer:
        return StateTexts::tr("Query answered");
    case OpType::Close:
        return StateTexts::tr("Query closed");
    case OpType::Resolve:
        return StateTexts::tr("Conflict resolved");
    case OpType::Event:
        return StateTexts::tr("Event");
    case OpType::Verify:
        return StateTexts::tr("Verified against the source");
    }
    return {};
}

QString iconName(OpType type)
{
    switch (type) {
    case OpType::Create:
        return u"add"_s;
    case OpType::Set:
        return u"edit"_s;
    case OpType::Void:
        return u"void"_s;
    case OpType::Sign:
        return u"signed"_s;
    case OpType::Lock:
        return u"locked"_s;
    case OpType::Unlock:
        return u"unlocked"_s;
    case OpType::Query:
        return u"query-open"_s;
    case OpType::Answer:
        return u"query-answered"_s;
    case OpType::Close:
        return u"check"_s;
    case OpType::Resolve:
        return u"conflict"_s;
    case OpType::Event:
        return u"information"_s;
    case OpType::Verify:
        return u"sdv-done"_s;
    }
    return u"information"_s;
}

QString text(Entity entity)
{
    switch (entity) {
    case Entity::Patient:
        return StateTexts::tr("Patient");
    case Entity::Report:
        return StateTexts::tr("Report");
    case Entity::Workspace:
        return StateTexts::tr("Workspace");
    case Entity::Visit:
        return StateTexts::tr("Visit");
    case Entity::Query:
        return StateTexts::tr("Query");
    }
    return {};
}

QString iconName(Entity entity)
{
    switch (entity) {
    case Entity::Patient:
        return u"patient"_s;
    case Entity::Report:
        return u"report"_s;
    case Entity::Workspace:
        return u"device"_s;
    case Entity::Visit:
        return u"visit"_s;
    case Entity::Query:
        return u"query-open"_s;
    }
    return u"information"_s;
}

QString text(MissingReason reason)
{
    switch (reason) {
    case MissingReason::None:
        return {};
    case MissingReason::NotDone:
        return StateTexts::tr("Not done");
    case MissingReason::NotApplicable:
        return StateTexts::tr("Not applicable");
    case MissingReason::Unknown:
        return StateTexts::tr("Unknown");
    case MissingReason::IntentionallyBlank:
        return StateTexts::tr("Intentionally left blank");
    }
    return {};
}

QString sexText(QStringView code)
{
    if (code == "M"_L1)
        return StateTexts::tr("Male");
    if (code == "F"_L1)
        return StateTexts::tr("Female");
    if (code == "U"_L1)
        return StateTexts::tr("Unknown");
    if (code == "UNDIFFERENTIATED"_L1)
        return StateTexts::tr("Undifferentiated");
    return code.toString();
}

QString fieldText(QStringView fieldName)
{
    static const std::pair<QLatin1String, const char*> names[] = {
        {"patientId"_L1, QT_TRANSLATE_NOOP("StateTexts", "Subject ID")},
        {"name"_L1, QT_TRANSLATE_NOOP("StateTexts", "Name")},
        {"dateOfBirth"_L1, QT_TRANSLATE_NOOP("StateTexts", "Date of birth")},
        {"sex"_L1, QT_TRANSLATE_NOOP("StateTexts", "Sex")},
        {"siteId"_L1, QT_TRANSLATE_NOOP("StateTexts", "Site")},
        {"status"_L1, QT_TRANSLATE_NOOP("StateTexts", "Status")},
        {"isEnrolled"_L1, QT_TRANSLATE_NOOP("StateTexts", "Enrolled")},
        {"consentDate"_L1, QT_TRANSLATE_NOOP("StateTexts", "Date of consent")},
        {"aliases"_L1, QT_TRANSLATE_NOOP("StateTexts", "Other identifiers")},
        {"voided"_L1, QT_TRANSLATE_NOOP("StateTexts", "Voided")},
        {"patient"_L1, QT_TRANSLATE_NOOP("StateTexts", "Patient")},
        {"form"_L1, QT_TRANSLATE_NOOP("StateTexts", "Form")},
        {"event"_L1, QT_TRANSLATE_NOOP("StateTexts", "Visit")},
        {"repeat"_L1, QT_TRANSLATE_NOOP("StateTexts", "Repeat")},
        {"originator"_L1, QT_TRANSLATE_NOOP("StateTexts", "Answered by")},
        {"reportDate"_L1, QT_TRANSLATE_NOOP("StateTexts", "Date of report")},
        {"visitDate"_L1, QT_TRANSLATE_NOOP("StateTexts", "Date of visit")},
        {"report"_L1, QT_TRANSLATE_NOOP("StateTexts", "Report")},
        {"item"_L1, QT_TRANSLATE_NOOP("StateTexts", "Item")},
        {"type"_L1, QT_TRANSLATE_NOOP("StateTexts", "Kind")},
        {"assignee"_L1, QT_TRANSLATE_NOOP("StateTexts", "Assigned to")},
        {"check"_L1, QT_TRANSLATE_NOOP("StateTexts", "Check")},
        {"statusBefore"_L1, QT_TRANSLATE_NOOP("StateTexts", "Status before the lock")},
        {"raisedAt"_L1, QT_TRANSLATE_NOOP("StateTexts", "Raised")},
    };
    if (fieldName.startsWith(field::messagePrefix))
        return StateTexts::tr("Message");
    for (const auto& [name, words] : names)
        if (fieldName == name)
            return StateTexts::tr(words);
    return fieldName.toString();
}

} // namespace sitebook::statetexts
