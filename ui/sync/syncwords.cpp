// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sync/syncwords.h"

#include "ui/sync/relativetime.h"

using namespace Qt::StringLiterals;

namespace sitebook {

QString SyncWords::why(QueueItem::State state)
{
    switch (state) {
    case QueueItem::State::Queued:
        return tr("Waits for its turn.");
    case QueueItem::State::Claimed:
        return tr("Is being checked, scored and sealed.");
    case QueueItem::State::Quarantined:
        return tr("Could not be stored. Correct it at its source, then retry.");
    }
    return {};
}

QString SyncWords::why(QStringView state)
{
    if (state == "sending"_L1)
        return tr("Sent; the server's answer is awaited.");
    if (state == "conflict"_L1)
        return tr("Somebody else changed the same field. Both values are kept until one is chosen.");
    if (state == "quarantined"_L1)
        return tr("The server refused it. Correct the record, then retry.");
    return tr("Goes out with the next sync.");
}

QString SyncWords::operation(OpType type, Entity entity)
{
    const bool patient = entity == Entity::Patient;
    const bool visit = entity == Entity::Visit;
    switch (type) {
    case OpType::Create:
        return patient ? tr("New patient") : visit ? tr("Visit") : tr("New report");
    case OpType::Set:
        return patient                   ? tr("Change of a patient")
               : visit                   ? tr("Change of a visit")
               : entity == Entity::Query ? tr("Change of a query")
                                         : tr("Change of a report");
    case OpType::Void:
        return patient                   ? tr("Voided patient")
               : visit                   ? tr("Voided visit")
               : entity == Entity::Query ? tr("Voided query")
                                         : tr("Voided report");
    case OpType::Sign:
        return tr("Signature");
    case OpType::Lock:
        return tr("Lock");
    case OpType::Unlock:
        return tr("Unlock");
    case OpType::Query:
        return tr("Query");
    case OpType::Answer:
        return tr("Answer to a query");
    case OpType::Close:
        return tr("Closed query");
    case OpType::Resolve:
        return tr("Resolved conflict");
    case OpType::Event:
        return tr("Event at this desk");
    case OpType::Verify:
        return tr("Verification");
    }
    return {};
}

QString SyncWords::sentence(const SyncStatus& status, bool online)
{
    if (!online && status.phase != SyncPhase::NotSetUp)
        return tr("You work offline. Everything is kept on this desk until you go online again.");
    if (!status.sentence.isEmpty())
        return status.sentence.localised();
    switch (status.phase) {
    case SyncPhase::NotSetUp:
        return tr("This workspace has no server. Everything is kept on this desk; name a server in the settings.");
    case SyncPhase::Idle:
        return status.waiting() == 0
                   ? tr("Everything on this desk is on the server.")
                   : tr("%n change(s) go out with the next sync.", nullptr, static_cast<int>(status.waiting()));
    case SyncPhase::Working:
        return tr("Sending and receiving changes.");
    case SyncPhase::Waiting:
        return tr("The server does not answer. It is tried again by itself; nothing is lost meanwhile.");
    case SyncPhase::NeedsSignIn:
        return tr("The server wants to know who you are. Sign in, and what waits goes out.");
    case SyncPhase::Refused:
        return tr("The server does not accept changes from you. Ask your data manager about your role.");
    case SyncPhase::Outdated:
        return tr("Go on capturing, and install the newer program; nothing is lost meanwhile.");
    }
    return {};
}

QString SyncWords::sentence(const QueueStatus& status, qint64 restMs)
{
    const qint64 open = status.queued + status.claimed;
    if (status.stoppedBy)
        return tr("Stopped. %1 After that, choose Resume.").arg(status.stoppedBy->localised());
    if (status.paused)
        return open == 0 ? tr("Paused. Nothing waits.")
                         : tr("Paused. %n report(s) wait until you resume.", nullptr, static_cast<int>(open));
    if (open == 0)
        return status.quarantined == 0 ? tr("Nothing waits. Everything that was handed in is stored.")
                                       : tr("Nothing waits. %n report(s) could not be stored and need you.", nullptr,
                                            static_cast<int>(status.quarantined));
    if (restMs <= 0)
        return tr("%n report(s) wait to be checked, scored and sealed.", nullptr, static_cast<int>(open));
    return tr("%n report(s) wait, %1 left.", nullptr, static_cast<int>(open)).arg(RelativeTime::duration(restMs));
}

} // namespace sitebook
