// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/engine.h"

#include "core/sync/sentences.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace sitebook::sync {

namespace {
constexpr qint64 clockJumpMs = 5 * 60 * 1000;
constexpr qint64 metaAgeMs = 3600 * 1000;
constexpr qint64 noTime = std::numeric_limits<qint64>::max();
} // namespace

Engine::Engine(EngineSettings settings, Random random)
    : m_settings(std::move(settings))
    , m_random(random)
    , m_backoff(m_settings.backoffBaseMs, m_settings.backoffCapMs)
    , m_batchLimit(m_settings.batchOperations)
    , m_batchCeiling(m_settings.batchOperations)
{
    m_state = describe();
}

std::vector<Command> Engine::step(const Event& event)
{
    m_out.clear();
    m_now = event.at;
    noticeClock();
    std::visit([this](const auto& what) { on(what); }, event.what);
    if (m_activity == Activity::None)
        proceed();
    notifyIfChanged();
    return std::exchange(m_out, {});
}

// ---- what happened

void Engine::on(const Started& event)
{
    m_keychainMissing = event.keychainMissing;
    if (m_session != Session::Unknown)
        return;
    m_session = event.canRefresh ? Session::Stale : Session::None;
    m_clearWaits = true; // nobody knows under which clock they were written
}

void Engine::on(const Tick&)
{
    m_timerMs.reset();
}

void Engine::on(const LocalOperations&)
{
    m_pushWanted = true;
    m_countsFresh = false;
}

void Engine::on(const SyncNow&)
{
    liftRefusals();
    wantEverything();
    m_clearWaits = true;
    m_probe = true;
    m_tries.clear();
}

void Engine::on(const GoOnline&)
{
    m_online = true;
    wantEverything();
}

void Engine::on(const GoOffline&)
{
    m_online = false;
    m_trouble = {};
    m_troubleCode.reset();
    if (!isAsking())
        return;
    // Its outcome stays unknown, which the next attempt settles.
    m_out.push_back(Abort{m_requestId});
    m_activity = Activity::None;
}

void Engine::on(const SignedIn& event)
{
    m_keychainMissing = event.keychainMissing;
    m_session = Session::Ready;
    m_sessionEnded = false;
    m_refreshed = false;
    liftRefusals();
    wantEverything();
}

void Engine::on(const SignedOut&)
{
    m_session = Session::None;
    m_sessionEnded = false;
    if (isAsking()) {
        m_out.push_back(Abort{m_requestId});
        m_activity = Activity::None;
    }
}

void Engine::on(const TokenRefreshed&)
{
    if (m_activity != Activity::Refreshing)
        return;
    m_activity = Activity::None;
    m_throttle.answered(m_now.steadyMs, true);
    m_session = Session::Ready;
    m_refreshed = true;
}

void Engine::on(const RefreshRefused&)
{
    if (m_activity != Activity::Refreshing)
        return;
    m_activity = Activity::None;
    m_throttle.answered(m_now.steadyMs, true);
    m_session = Session::None;
    m_sessionEnded = true;
}

void Engine::on(const RefreshFailed& event)
{
    if (m_activity != Activity::Refreshing)
        return;
    m_activity = Activity::None;
    if (event.failure) {
        waitAfter(ErrorCode::Offline, sentences::failure(*event.failure));
        return;
    }
    const auto wait = retryAfterMs(event.retryAfter, m_now.utcMs);
    if (verdictOf(event.status) == Verdict::Shed)
        waitAfter(ErrorCode::Server, sentences::busy(), wait);
    else
        waitAfter(ErrorCode::Server, sentences::serverFault(event.status), wait);
}

void Engine::on(const LedgerRead& event)
{
    m_activity = Activity::None;
    m_cursor = event.cursor;
    m_counts = event.counts;
    m_countsFresh = true;
    // A wait longer than any we set was written under another clock.
    if (m_counts.earliestRetryUtcMs > m_now.utcMs + longestLadderMs + clockJumpMs)
        m_clearWaits = true;
}

void Engine::on(const BatchReady& event)
{
    m_activity = Activity::None;
    m_batch = event.batch;
    if (!m_batch || m_batch->ops.empty()) {
        m_batch.reset();
        m_countsFresh = false;
        finishRoundIfDone();
        return;
    }
    m_pushWanted = true;
    m_countsFresh = false;
    // The ledger may have been asked while the world changed: the batch is durable and is given again.
    if (!m_online || !m_meta || !m_cursor || m_session != Session::Ready) {
        m_batch.reset();
        return;
    }
    push();
}

void Engine::push()
{
    if (!mayAskServer()) {
        m_batch.reset();
        return;
    }
    const quint64 id = nextRequest();
    QByteArray body = api::toBytes(api::PushRequest{m_cursor->epoch, m_settings.device, m_batch->batch, m_batch->ops});
    command(Activity::Pushing, SendPush{id, m_batch->batch, m_batch->attempt, std::move(body)});
}

void Engine::on(const UnconfirmedRead& event)
{
    m_activity = Activity::None;
    m_reoffered = event.ids;
    if (m_reoffered.empty())
        m_reofferDone = true;
}

void Engine::on(const LedgerDone&)
{
    const Activity done = std::exchange(m_activity, Activity::None);
    m_countsFresh = false;
    switch (done) {
    case Activity::Settling:
        m_batch.reset();
        m_pushedTotal += std::exchange(m_settling, 0);
        m_pushWanted = true;
        m_pullWanted = true;
        if (std::exchange(m_itemsMissing, false))
            waitAfter(ErrorCode::Protocol, sentences::incomplete());
        break;
    case Activity::Releasing:
        m_batch.reset();
        m_pushWanted = true;
        break;
    case Activity::Applying:
        m_cursor = m_pageEnd;
        m_pulledTotal += std::exchange(m_settling, 0);
        m_pullWanted = m_pageHasMore;
        m_pullFirst = false;
        finishRoundIfDone();
        break;
    case Activity::Reconciling:
        m_reofferAfter = m_reoffered.back();
        m_reoffered.clear();
        break;
    case Activity::Restarting:
        m_cursor.reset();
        m_etag.reset();
        restartReoffer();
        wantEverything();
        break;
    case Activity::ClearingWaits:
        m_clearWaits = false;
        m_noticedRetryUtcMs = 0;
        m_pushWanted = true;
        break;
    default:
        break;
    }
}

void Engine::on(const LedgerFailed& event)
{
    m_activity = Activity::None;
    m_batch.reset();
    m_cursor.reset();
    m_countsFresh = true; // what was known must do until the next attempt
    m_itemsMissing = false;
    m_settling = 0;
    m_pushWanted = true;
    waitAfter(event.error.code, event.error.message);
}

// The wall clock moved against the steady one: somebody set it, or the computer slept. Waits written with it mean
// nothing.
void Engine::noticeClock()
{
    const qint64 offset = m_now.utcMs - m_now.steadyMs;
    if (m_clockOffsetMs && std::abs(offset - *m_clockOffsetMs) > clockJumpMs) {
        m_clearWaits = true;
        m_notBeforeMs = 0;
        m_nextPollMs = 0;
    }
    m_clockOffsetMs = offset;
}

// ---- what is next

void Engine::command(Activity activity, Command what)
{
    m_activity = activity;
    m_out.push_back(std::move(what));
}

bool Engine::isAsking() const
{
    switch (m_activity) {
    case Activity::Refreshing:
    case Activity::AskingMeta:
    case Activity::Pushing:
    case Activity::Pulling:
    case Activity::AskingStatus:
        return true;
    default:
        return false;
    }
}

void Engine::wantEverything()
{
    m_pushWanted = true;
    m_pullWanted = true;
    m_notBeforeMs = 0;
    m_throttledUntilMs = 0;
    m_backoff.reset();
}

void Engine::liftRefusals()
{
    m_stop = Stop::None;
    m_pushDenied = false;
    m_pullDenied = false;
    m_trouble = {};
    m_troubleCode.reset();
    m_metaDue = true;
    m_gone = false;
}

void Engine::restartReoffer()
{
    m_reofferAfter = OpId();
    m_reoffered.clear();
    m_reofferDone = false;
    m_restartFeed = false;
}

void Engine::noticeTime()
{
    if (m_now.steadyMs >= m_nextPollMs && !m_pullWanted) {
        m_pullWanted = true;
        m_pushWanted = m_pushWanted || m_counts.queued + m_counts.sending > 0;
    }
    const qint64 retry = m_counts.earliestRetryUtcMs;
    if (retry > 0 && m_now.utcMs >= retry && retry != m_noticedRetryUtcMs) {
        m_noticedRetryUtcMs = retry;
        m_pushWanted = true;
    }
}

bool Engine::hasWork() const
{
    return (m_pushWanted && !m_pushDenied) || (m_pullWanted && !m_pullDenied);
}

void Engine::proceed()
{
    if (!m_settings.configured || m_session == Session::Unknown)
        return;
    noticeTime();
    const bool waiting = isHeldBack();
    const bool stopped = !m_online || m_stop != Stop::None || m_session == Session::None;
    if (!waiting && !m_cursor)
        command(Activity::ReadingLedger, ReadLedger{});
    else if (!waiting && m_clearWaits)
        command(Activity::ClearingWaits, ClearWaits{});
    else if (!waiting && !stopped && hasWork())
        work();
    else
        rest();
}

bool Engine::mayAskServer()
{
    if (m_throttle.admit(m_now.steadyMs, m_random, std::exchange(m_probe, false)))
        return true;
    m_throttledUntilMs = m_throttle.nextProbeMs();
    rest();
    return false;
}

void Engine::work()
{
    if (m_session == Session::Stale) {
        if (mayAskServer())
            command(Activity::Refreshing, RefreshToken{});
    } else if (!m_meta || m_metaDue || m_now.steadyMs - m_metaAtMs >= metaAgeMs) {
        if (mayAskServer())
            command(Activity::AskingMeta, SendMeta{nextRequest()});
    } else if (m_cursor->epoch != m_meta->epoch || m_restartFeed) {
        reoffer();
    } else if (m_pushWanted && !m_pushDenied && !(m_pullFirst && m_pullWanted && !m_pullDenied)) {
        m_pushWanted = false; // until the ledger says otherwise, or news come meanwhile
        command(Activity::TakingBatch, TakeBatch{m_batchLimit, m_settings.batchBytes});
    } else if (mayAskServer()) {
        // "Nothing new" would hide that the durable watermark has risen, which what is acknowledged waits for.
        const bool nothingAwaited = m_countsFresh && m_counts.acked == 0;
        command(Activity::Pulling,
                SendChanges{nextRequest(), m_cursor->epoch, m_cursor->after, nothingAwaited ? m_etag : std::nullopt});
    }
}

// The server's history is another one. Everything it might have lost is offered again before the feed starts afresh;
// the old epoch stays in the ledger until all of that is done, so that a crash only repeats it.
void Engine::reoffer()
{
    if (m_restartFeed && m_cursor->epoch == m_meta->epoch) {
        command(Activity::Restarting, RestartFeed{m_meta->epoch});
    } else if (m_cursor->epoch.isEmpty() || m_reofferDone) {
        command(Activity::Restarting, RestartFeed{m_meta->epoch});
    } else if (m_reoffered.empty()) {
        command(Activity::Listing, ListUnconfirmed{m_reofferAfter, api::statusIdsLimit});
    } else if (mayAskServer()) {
        command(Activity::AskingStatus, SendStatus{nextRequest(), api::statusRequestBytes(m_reoffered)});
    }
}

void Engine::finishRoundIfDone()
{
    const bool pushOpen = m_pushWanted && !m_pushDenied;
    if (pushOpen || m_pullWanted)
        return;
    const int hint = m_settings.pollSeconds > 0 ? m_settings.pollSeconds : m_meta ? m_meta->pollSeconds : 60;
    const double jitter = 0.8 + 0.4 * m_random.unit();
    m_nextPollMs = m_now.steadyMs + static_cast<qint64>(std::max(hint, 1) * 1000.0 * jitter);
    m_trouble = {};
    m_troubleCode.reset();
    m_lastSuccessUtcMs = m_now.utcMs;
    ++m_rounds;
}

void Engine::rest()
{
    if (!m_countsFresh) {
        command(Activity::ReadingLedger, ReadLedger{});
        return;
    }
    if (!m_online || m_stop != Stop::None || m_session == Session::None)
        return;
    qint64 wake = m_pullDenied ? noTime : m_nextPollMs;
    const qint64 retryIn = m_counts.earliestRetryUtcMs - m_now.utcMs;
    if (m_counts.earliestRetryUtcMs > 0 && retryIn > 0 && !m_pushDenied)
        wake = std::min(wake, m_now.steadyMs + retryIn + 1);
    if (hasWork() || !m_cursor || m_clearWaits)
        wake = m_now.steadyMs;
    if (wake != noTime)
        wakeAt(std::max({wake, m_notBeforeMs, m_throttledUntilMs, m_now.steadyMs + 1}));
}

void Engine::wakeAt(qint64 steadyMs)
{
    if (m_timerMs == steadyMs)
        return;
    m_timerMs = steadyMs;
    m_out.push_back(SetTimer{steadyMs});
}

} // namespace sitebook::sync
