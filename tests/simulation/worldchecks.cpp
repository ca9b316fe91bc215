// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/world.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sitebook::simulation {

namespace {
constexpr int mostEventsToRest = 30'000;
}

bool World::isAtRest() const
{
    return std::all_of(m_desks.begin(), m_desks.end(), [this](const auto& desk) {
        const SyncState& state = desk->engine->state();
        const SyncCursor cursor = *desk->ledger->cursor();
        return state.phase == SyncState::Phase::Idle && cursor.epoch == m_server.epoch() &&
               cursor.after == m_server.head() && desk->ledger->count(OpDelivery::Queued) == 0 &&
               desk->ledger->count(OpDelivery::Sending) == 0 && desk->ledger->count(OpDelivery::Acked) == 0;
    });
}

bool World::drain()
{
    note(u"healed"_s);
    m_faults = false;
    m_server.setKeepsFeedFrom(0);
    for (const auto& desk : m_desks) {
        desk->ledger->failNext(0);
        feed(*desk, sync::GoOnline{});
        signInIfAsked(*desk);
    }
    for (int i = 0; i < mostEventsToRest; ++i) {
        if (i % 200 == 0) {
            m_server.backUp(); // its watermark rises, as it does every night
            for (const auto& desk : m_desks)
                signInIfAsked(*desk);
        }
        if (isAtRest())
            return true;
        if (!runNext())
            return false;
    }
    return false;
}

void World::checkServer(QStringList& found) const
{
    std::set<OpId> ids;
    std::map<RecordId, RecordState> folded;
    quint64 seq = 0;
    for (const api::Change& change : m_server.data().feed) {
        if (change.seq != ++seq)
            found << u"the server's sequence has a gap"_s;
        if (!ids.insert(change.op.opId).second)
            found << u"an operation took effect twice"_s;
        apply(folded[change.op.recordId], change.op, change.outcome);
    }
    if (folded != m_server.data().records)
        found << u"the server's records are not the fold of its feed"_s;
}

void World::checkDesk(const Desk& desk, QStringList& found) const
{
    const QString name = u"desk "_s + QString::number(desk.number) + u": "_s;
    if (desk.ledger->records() != m_server.data().records)
        found << name + u"its records differ from the server's"_s;
    for (const QString& violation : desk.ledger->violations())
        found << name + violation;
    for (const MemoryLedger::Own& own : desk.ledger->own()) {
        const bool known = m_server.data().ops.contains(own.op.opId);
        const bool refused = own.op.reason == "reject"_L1 || own.op.reason == "malformed"_L1;
        if (known == refused)
            found << name + u"an operation is "_s + (known ? u"accepted that was to be refused"_s : u"lost"_s) +
                         u" ("_s + own.op.reason + u", state "_s + QString::number(static_cast<int>(own.state)) + u')';
        if (refused != (own.state == OpDelivery::Quarantined))
            found << name + u"an operation is wrongly (not) in quarantine: "_s + own.op.reason;
        if (!known)
            continue;
        const ModelServer::Stored& stored = m_server.data().ops.at(own.op.opId);
        if (stored.seq != own.seq)
            found << name + u"the acknowledged sequence differs from the server's"_s;
        if ((stored.outcome == Outcome::Conflict) != (own.state == OpDelivery::Conflict))
            found << name + u"a conflict is not known on the desk that made it"_s;
    }
}

// Whoever overwrote another desk's value had seen it; else it had to be a conflict. After a restore the versions that
// authors went by belong to a history that is gone, so that only the rule itself can be checked there.
void World::checkNothingOverwritten(QStringList& found) const
{
    struct Writer
    {
        OpId op;
        DeviceId device;
        FieldValue value;
        quint64 version = 0;
    };
    std::map<OpId, std::set<OpId>> seen;
    for (const auto& desk : m_desks) {
        for (const MemoryLedger::Own& own : desk->ledger->own())
            seen[own.op.opId] = own.seen;
    }
    std::map<std::pair<RecordId, QString>, Writer> last;
    std::set<RecordId> begun;
    for (const api::Change& change : m_server.data().feed) {
        const bool first = change.op.type == OpType::Create && begun.insert(change.op.recordId).second;
        if (change.outcome == Outcome::Conflict && !first)
            continue;
        begun.insert(change.op.recordId);
        for (const Fields::Entry& entry : change.op.set) {
            Writer& writer = last[{change.op.recordId, entry.name}];
            const bool foreign =
                !writer.op.isNull() && writer.device != change.op.device && writer.value != entry.value;
            const bool knew =
                m_restored ? writer.version <= change.op.baseVersion : seen[change.op.opId].contains(writer.op);
            if (foreign && !knew && change.op.type != OpType::Resolve)
                found << u"a value was overwritten by somebody who had not seen it"_s;
            writer = Writer{change.op.opId, change.op.device, entry.value, change.version};
        }
    }
}

void World::checkConfirmedIsDurable(const Desk& desk, QStringList& found) const
{
    for (const MemoryLedger::Own& own : desk.ledger->own()) {
        if (own.state == OpDelivery::Confirmed && !m_server.data().ops.contains(own.op.opId))
            found << u"a confirmed operation is not on the restored server"_s;
    }
}

QStringList World::violations() const
{
    QStringList found = m_violations;
    checkServer(found);
    checkNothingOverwritten(found);
    for (const auto& desk : m_desks) {
        checkDesk(*desk, found);
        checkConfirmedIsDurable(*desk, found);
    }
    found.removeDuplicates();
    return found;
}

} // namespace sitebook::simulation
