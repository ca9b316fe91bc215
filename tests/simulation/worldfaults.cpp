// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/world.h"

#include <array>

using namespace Qt::StringLiterals;

namespace sitebook::simulation {

namespace {
constexpr qint64 tenMinutesMs = 600'000;
constexpr qint64 yearMs = 365LL * 24 * 3600 * 1000;
constexpr std::array<const char*, 4> fieldNames{"name", "dateOfBirth", "sex", "status"};
} // namespace

World::Fate World::drawFate()
{
    Fate fate;
    fate.thereMs = 1 + m_random.below(2000);
    fate.backMs = 1 + m_random.below(2000);
    if (!m_faults)
        return fate;
    const qint64 draw = m_random.below(100);
    if (draw < 5) { // never arrives
        fate.arrives = false;
        fate.failure = m_random.chance(0.5) ? sync::HttpFailure::TimedOut : sync::HttpFailure::Unreachable;
    } else if (draw < 11) { // the server takes it, nobody hears of it
        fate.answered = false;
        fate.failure = m_random.chance(0.5) ? sync::HttpFailure::TimedOut : sync::HttpFailure::Reset;
    } else if (draw < 17) { // twice, the second long after
        fate.againAfterMs = 1 + m_random.below(tenMinutesMs);
    } else if (draw < 22) { // so slow that the desk gives up first; the answer still comes
        fate.thereMs = m_random.below(tenMinutesMs);
        fate.backMs = m_random.below(tenMinutesMs);
    } else if (draw < 26) {
        fate.cut = true;
    } else if (draw < 30) {
        constexpr std::array statuses{500, 502, 503, 504, 429, 409, 302, 404};
        fate.instead = statuses[static_cast<size_t>(m_random.below(static_cast<qint64>(statuses.size())))];
    } else if (draw < 34) {
        constexpr std::array statuses{500, 502, 504};
        fate.insteadAfter = statuses[static_cast<size_t>(m_random.below(static_cast<qint64>(statuses.size())))];
    }
    return fate;
}

void World::somethingHappens()
{
    Desk& desk = *m_desks[static_cast<size_t>(m_random.below(static_cast<qint64>(m_desks.size())))];
    const qint64 draw = m_random.below(100);
    if (draw < 70) {
        somebodySaves(desk);
    } else if (draw < 74) {
        somebodyResolves(desk);
    } else if (draw < 77) {
        feed(desk, sync::SyncNow{});
    } else if (draw < 79) {
        signInIfAsked(desk);
    } else if (draw < 81) {
        feed(desk, sync::GoOffline{});
    } else if (draw < 85) {
        feed(desk, sync::GoOnline{});
    } else {
        trouble();
    }
}

void World::somebodySaves(Desk& desk)
{
    Fields fields;
    const int count = 1 + static_cast<int>(m_random.below(2));
    for (int i = 0; i < count; ++i) {
        const auto name = fieldNames[static_cast<size_t>(m_random.below(static_cast<qint64>(fieldNames.size())))];
        fields.set(QString::fromLatin1(name), QString(QChar(u'a' + static_cast<char16_t>(m_random.below(4)))));
    }
    QString reason = u"corrected"_s;
    const qint64 draw = m_random.below(100);
    if (draw < 3)
        reason = u"reject"_s;
    else if (draw < 7)
        reason = u"later"_s;
    else if (draw < 9)
        reason = u"malformed"_s;
    OpType type = OpType::Set;
    RecordId record;
    if (m_records.empty() || m_random.chance(0.1)) {
        type = OpType::Create;
        record = RecordId(uuidFrom(m_random));
        m_records.push_back(record);
    } else {
        record = m_records[static_cast<size_t>(m_random.below(static_cast<qint64>(m_records.size())))];
        // Twice registered, now and then.
        if (m_random.chance(0.03))
            type = OpType::Create;
    }
    const Operation op = desk.ledger->capture(type, record, fields, reason);
    desk.captured.push_back(op.opId);
    note(u"desk "_s + QString::number(desk.number) + u" saves "_s + op.opId.toString());
    feed(desk, sync::LocalOperations{});
}

void World::somebodyResolves(Desk& desk)
{
    for (const auto& [record, state] : desk.ledger->records()) {
        if (state.openConflicts.empty())
            continue;
        Fields fields;
        fields.set(u"name"_s, u"resolved"_s);
        fields.set(u"resolves"_s, state.openConflicts.front().toString());
        const Operation op = desk.ledger->capture(OpType::Resolve, record, fields, u"resolved"_s);
        desk.captured.push_back(op.opId);
        feed(desk, sync::LocalOperations{});
        return;
    }
}

// The person is asked for the password when the token ended twice within one attempt.
void World::signInIfAsked(Desk& desk)
{
    if (desk.engine->state().phase != SyncState::Phase::NeedsSignIn)
        return;
    note(u"desk "_s + QString::number(desk.number) + u" signs in"_s);
    desk.token = desk.validToken;
    feed(desk, sync::SignedIn{});
}

void World::crash(Desk& desk)
{
    note(u"desk "_s + QString::number(desk.number) + u" crashes"_s);
    boot(desk);
}

void World::trouble()
{
    Desk& desk = *m_desks[static_cast<size_t>(m_random.below(static_cast<qint64>(m_desks.size())))];
    switch (m_random.below(9)) {
    case 0:
    case 1:
        crash(desk);
        break;
    case 2: // the server's machine goes down: what was on its way is lost
        note(u"server crashes"_s);
        for (const auto& each : m_desks)
            crash(*each);
        break;
    case 3:
        note(u"server restored"_s);
        m_server.restore(m_random.chance(0.3));
        m_restored = true;
        for (const auto& each : m_desks)
            checkConfirmedIsDurable(*each, m_violations);
        break;
    case 4:
        note(u"backup"_s);
        m_server.backUp();
        break;
    case 5:
        desk.clockOffsetMs = m_random.below(20 * yearMs) - 10 * yearMs;
        break;
    case 6: // the access token ends
        ++desk.validToken;
        break;
    case 7:
        desk.ledger->failNext(1 + static_cast<int>(m_random.below(3)));
        break;
    default:
        m_server.setKeepsFeedFrom(static_cast<quint64>(m_random.below(static_cast<qint64>(m_server.head()) + 1)));
        break;
    }
}

} // namespace sitebook::simulation
