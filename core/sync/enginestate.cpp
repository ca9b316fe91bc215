// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/engine.h"
#include "core/sync/sentences.h"

#include <algorithm>

namespace sitebook::sync {

using Phase = SyncState::Phase;

namespace {

void tell(SyncState& state, Phase phase, const Message& sentence, std::optional<ErrorCode> error = std::nullopt)
{
    state.phase = phase;
    state.sentence = sentence;
    state.error = error;
}

} // namespace

void Engine::notifyIfChanged()
{
    SyncState next = describe();
    if (next == m_state)
        return;
    m_state = next;
    m_out.push_back(Notify{std::move(next)});
}

SyncState Engine::describe() const
{
    SyncState state;
    state.online = m_online;
    state.keychainMissing = m_keychainMissing;
    state.lastSuccessUtcMs = m_lastSuccessUtcMs;
    state.rounds = m_rounds;
    state.pushed = m_pushedTotal;
    state.pulled = m_pulledTotal;
    state.queued = m_counts.queued;
    state.sending = m_counts.sending;
    state.acked = m_counts.acked;
    state.confirmed = m_counts.confirmed;
    state.conflicts = m_counts.conflict;
    state.quarantined = m_counts.quarantined;
    if (!m_settings.configured)
        tell(state, Phase::NotSetUp, sentences::notSetUp());
    else if (m_session == Session::Unknown)
        tell(state, Phase::Working, sentences::starting());
    else if (!m_online)
        tell(state, Phase::Waiting, sentences::workingOffline(), ErrorCode::Offline);
    else if (m_stop == Stop::Outdated)
        tell(state, Phase::Outdated, m_trouble, m_troubleCode);
    else if (m_stop == Stop::Refused)
        tell(state, Phase::Refused, m_trouble, m_troubleCode);
    else if (m_session == Session::None && m_sessionEnded)
        tell(state, Phase::NeedsSignIn, sentences::signInEnded(), ErrorCode::WrongCredentials);
    else if (m_session == Session::None && m_keychainMissing)
        tell(state, Phase::NeedsSignIn, sentences::needsSignInWithoutKeychain(), ErrorCode::Keychain);
    else if (m_session == Session::None)
        tell(state, Phase::NeedsSignIn, sentences::needsSignIn());
    else if (isAsking() || (!isHeldBack() && hasWork()))
        tell(state, Phase::Working, describeWork());
    else
        describeRest(state);
    return state;
}

bool Engine::isHeldBack() const
{
    return m_now.steadyMs < std::max(m_notBeforeMs, m_throttledUntilMs);
}

Message Engine::describeWork() const
{
    switch (m_activity) {
    case Activity::TakingBatch:
    case Activity::Pushing:
    case Activity::Settling:
    case Activity::Releasing:
        return sentences::sending();
    case Activity::Pulling:
    case Activity::Applying:
        return sentences::receiving();
    case Activity::Listing:
    case Activity::AskingStatus:
    case Activity::Reconciling:
        return sentences::comparing();
    default:
        return sentences::connecting();
    }
}

void Engine::describeRest(SyncState& state) const
{
    if (m_timerMs) // whole seconds: two clocks are not read at the same instant
        state.nextAttemptUtcMs = (m_now.utcMs + *m_timerMs - m_now.steadyMs + 500) / 1000 * 1000;
    if (m_pushDenied)
        tell(state, Phase::Refused, sentences::pushDenied(), ErrorCode::Denied);
    else if (m_pullDenied)
        tell(state, Phase::Refused, sentences::pullDenied(), ErrorCode::Denied);
    else if (!m_trouble.isEmpty())
        tell(state, Phase::Waiting, m_trouble, m_troubleCode);
    else
        describeQuiet(state);
}

void Engine::describeQuiet(SyncState& state) const
{
    if (m_counts.earliestRetryUtcMs > m_now.utcMs)
        tell(state, Phase::Waiting, sentences::waitingItems(m_counts.queued), ErrorCode::Server);
    else if (m_counts.quarantined > 0)
        tell(state, Phase::Idle, sentences::quarantined(m_counts.quarantined));
    else if (m_counts.conflict > 0)
        tell(state, Phase::Idle, sentences::openConflicts(m_counts.conflict));
    else if (m_counts.queued + m_counts.sending > 0)
        tell(state, Phase::Waiting, sentences::sending());
    else
        tell(state, Phase::Idle, sentences::allSent());
}

} // namespace sitebook::sync
