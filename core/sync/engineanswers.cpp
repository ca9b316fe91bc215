// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/engine.h"
#include "core/sync/receiptcheck.h"
#include "core/sync/sentences.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace sitebook::sync {

namespace {

constexpr qint64 stillRunningMs = 2000; // 409 without Retry-After

// What the throttle counts as an accept: the server was there and did not ask to be spared.
bool isAccept(int status)
{
    return status != 429 && status != 502 && status != 503 && status != 504;
}

} // namespace

void Engine::on(const HttpDone& event)
{
    if (!isAsking() || m_activity == Activity::Refreshing || event.requestId != m_requestId)
        return; // an answer nobody waits for any more
    const Activity asked = std::exchange(m_activity, Activity::None);
    const Verdict verdict = verdictOf(event.status);
    m_throttle.answered(m_now.steadyMs, isAccept(event.status));
    if (verdict != Verdict::SignIn)
        m_refreshed = false;
    if (handledAlike(verdict, event, asked))
        return;
    switch (asked) {
    case Activity::AskingMeta:
        onMeta(event);
        break;
    case Activity::Pushing:
        onPush(verdict, event);
        break;
    case Activity::Pulling:
        onPage(verdict, event);
        break;
    case Activity::AskingStatus:
        onStatus(verdict, event);
        break;
    default:
        break;
    }
}

void Engine::on(const HttpFailed& event)
{
    if (!isAsking() || m_activity == Activity::Refreshing || event.requestId != m_requestId)
        return;
    const Activity asked = std::exchange(m_activity, Activity::None);
    m_pullFirst = asked == Activity::Pushing;
    m_refreshed = false; // by the next attempt the token may be old again
    waitAfter(ErrorCode::Offline, sentences::failure(event.kind));
}

// Rows of the table that are the same whatever was asked.
bool Engine::handledAlike(Verdict verdict, const HttpDone& done, Activity asked)
{
    const auto serverAsks = retryAfterMs(done.headers.retryAfter, m_now.utcMs);
    switch (verdict) {
    case Verdict::SignIn:
        onSignInAsked();
        return true;
    case Verdict::Denied:
        onDenied(asked);
        return true;
    case Verdict::Running:
        waitAfter(ErrorCode::Server, sentences::busy(), serverAsks.value_or(stillRunningMs));
        return true;
    case Verdict::Gone:
        onGone(asked, done);
        return true;
    case Verdict::Outdated:
        stop(Stop::Outdated, ErrorCode::NewerVersion, sentences::outdated());
        return true;
    case Verdict::Shed:
        m_pullFirst = asked == Activity::Pushing;
        waitAfter(ErrorCode::Server, sentences::busy(), serverAsks);
        return true;
    case Verdict::Unknown:
        m_pullFirst = asked == Activity::Pushing;
        waitAfter(ErrorCode::Server, sentences::serverFault(done.status), serverAsks);
        return true;
    case Verdict::NotOurs:
        waitAfter(ErrorCode::Protocol, sentences::notOurs(done.status), serverAsks);
        return true;
    default:
        return false;
    }
}

void Engine::onSignInAsked()
{
    m_batch.reset();
    if (std::exchange(m_refreshed, false)) {
        m_session = Session::None;
        m_sessionEnded = true;
    } else {
        m_session = Session::Stale;
    }
}

void Engine::onDenied(Activity asked)
{
    m_batch.reset();
    switch (asked) {
    case Activity::Pushing:
        m_pushDenied = true;
        break;
    case Activity::Pulling:
        m_pullDenied = true;
        break;
    default:
        stop(Stop::Refused, ErrorCode::Denied, sentences::pullDenied());
        return;
    }
    if (m_pushDenied && m_pullDenied)
        stop(Stop::Refused, ErrorCode::Denied, sentences::pushDenied());
}

void Engine::onGone(Activity asked, const HttpDone& done)
{
    m_batch.reset();
    if (asked == Activity::Pulling && m_cursor->after > 0 && refusalOf(done).code == "cursor_expired"_L1) {
        m_restartFeed = true;
        return;
    }
    epochMoved();
}

// Some answer came from another epoch: meta tells which, and whether it is really so.
void Engine::epochMoved()
{
    m_batch.reset();
    m_gone = true;
    m_meta.reset();
    restartReoffer();
}

void Engine::onMeta(const HttpDone& done)
{
    if (done.status != 200) {
        waitAfter(ErrorCode::Protocol, sentences::questionRefused(done.status));
        return;
    }
    auto meta = readMeta(done);
    if (!meta) {
        waitAfter(ErrorCode::Protocol, sentences::incomplete());
        return;
    }
    if (api::protocolVersion < meta->protocolMin) {
        stop(Stop::Outdated, ErrorCode::NewerVersion, sentences::outdated());
        return;
    }
    if (api::protocolVersion > meta->protocolMax) {
        stop(Stop::Refused, ErrorCode::Unsupported, sentences::serverOutdated());
        return;
    }
    if (!m_settings.studyOid.isEmpty() && meta->studyOid != m_settings.studyOid) {
        stop(Stop::Refused, ErrorCode::OtherStudy, sentences::otherStudy(meta->studyOid, m_settings.studyOid));
        return;
    }
    restartReoffer();
    m_meta = std::move(*meta);
    m_metaAtMs = m_now.steadyMs;
    m_metaDue = false;
    m_batchCeiling = m_settings.batchOperations;
    // 410, or an answer of another epoch, and yet meta names the one we are in: no reason to ask again at once.
    if (std::exchange(m_gone, false) && m_cursor && m_cursor->epoch == m_meta->epoch)
        waitAfter(ErrorCode::Protocol, sentences::inconsistentEpoch());
}

void Engine::onPush(Verdict verdict, const HttpDone& done)
{
    switch (verdict) {
    case Verdict::Answer:
        onPushAnswer(done);
        break;
    case Verdict::Refused:
        onPushRefused(done, false);
        break;
    case Verdict::TooLarge:
        onPushRefused(done, true);
        break;
    default:
        waitAfter(ErrorCode::Protocol, sentences::notOurs(done.status));
        break;
    }
}

void Engine::onPushAnswer(const HttpDone& done)
{
    const auto answer = readPush(done, *m_batch);
    if (!answer) {
        // It may or may not have taken effect: the same batch again, later.
        m_batch.reset();
        m_pullFirst = true;
        waitAfter(ErrorCode::Protocol, sentences::incomplete());
        return;
    }
    if (answer->epoch != m_cursor->epoch) {
        epochMoved();
        return;
    }
    if (answer->receipt && !receiptHolds(*answer)) {
        m_batch.reset();
        return;
    }
    m_keyAskedFor = false;
    m_backoff.succeeded();
    m_itemsMissing = answer->results.size() < m_batch->ops.size();
    m_batchLimit = std::min(m_batchCeiling, m_batchLimit * 2);
    std::optional<ReceiptRow> receipt;
    if (answer->receipt)
        receipt = receiptRow(*answer->receipt, m_meta->receiptPublicKey);
    command(Activity::Settling, SettleBatch{m_batch->batch, settle(*answer), answer->durableSeq, std::move(receipt)});
}

bool Engine::receiptHolds(const api::PushAnswer& answer)
{
    const ReceiptVerdict verdict = checkReceipt(m_settings.site, m_settings.device, *answer.receipt, *m_meta, *m_batch);
    if (verdict == ReceiptVerdict::Genuine)
        return true;
    if (verdict == ReceiptVerdict::UnknownKey && !std::exchange(m_keyAskedFor, true)) {
        m_meta.reset(); // the key may have been rotated; the batch follows again
        return false;
    }
    m_keyAskedFor = false;
    waitAfter(ErrorCode::Protocol, sentences::badReceipt());
    return false;
}

std::vector<Settled> Engine::settle(const api::PushAnswer& answer)
{
    m_settling = 0;
    std::vector<Settled> settled;
    settled.reserve(answer.results.size());
    for (const api::ItemResult& result : answer.results) {
        qint64 retryAt = 0;
        if (result.status == api::ItemStatus::Retry) {
            const qint64 asked = std::clamp<qint64>(result.retryAfterSeconds, 0, longestLadderMs / 1000) * 1000;
            retryAt = m_now.utcMs + std::max(asked, ladderMs(++m_tries[result.opId]));
        } else {
            m_tries.erase(result.opId);
            if (result.status != api::ItemStatus::Rejected)
                ++m_settling;
        }
        settled.push_back(settledOf(result, retryAt));
    }
    return settled;
}

// Only the server's own words count: a proxy's 400 says nothing about an entry.
// Halves a batch until the one entry that is refused stands alone; that one goes to quarantine with the server's words.
void Engine::onPushRefused(const HttpDone& done, bool tooLarge)
{
    const Refusal refusal = refusalOf(done);
    if (!tooLarge && !refusal.isOurs) {
        waitAfter(ErrorCode::Protocol, sentences::notOurs(done.status));
        return;
    }
    if (m_batch->ops.size() > 1) {
        m_batchLimit = std::max(1, static_cast<int>(m_batch->ops.size()) / 2);
        if (tooLarge)
            m_batchCeiling = m_batchLimit;
        command(Activity::Releasing, ReleaseBatch{m_batch->batch});
        return;
    }
    Settled settled;
    settled.opId = m_batch->ops.front().opId;
    settled.state = OpDelivery::Quarantined;
    settled.code = tooLarge ? u"too_large"_s : refusal.code;
    settled.field = refusal.field;
    settled.reason = tooLarge ? sentences::tooLarge().english() : refusal.reason;
    m_batchLimit = std::min(m_batchCeiling, m_batchLimit * 2);
    command(Activity::Settling, SettleBatch{m_batch->batch, {settled}, m_cursor->durableSeq, std::nullopt});
}

void Engine::onPage(Verdict verdict, const HttpDone& done)
{
    if (verdict == Verdict::NotModified) {
        m_backoff.succeeded();
        m_pullWanted = false;
        m_pullFirst = false;
        finishRoundIfDone();
        return;
    }
    if (verdict != Verdict::Answer) {
        waitAfter(ErrorCode::Protocol, sentences::questionRefused(done.status));
        return;
    }
    auto page = readPage(done, m_cursor->after);
    if (!page) {
        waitAfter(ErrorCode::Protocol, sentences::incomplete());
        return;
    }
    if (page->epoch != m_cursor->epoch) {
        epochMoved();
        return;
    }
    m_backoff.succeeded();
    m_pageHasMore = page->more;
    m_pageEnd = SyncCursor{page->epoch, page->next, page->durableSeq};
    m_etag = page->more ? std::nullopt : done.headers.etag;
    if (page->changes.empty() && m_pageEnd == *m_cursor) {
        m_pullWanted = false;
        m_pullFirst = false;
        finishRoundIfDone();
        return;
    }
    m_settling = static_cast<qint64>(page->changes.size());
    std::vector<Incoming> changes;
    changes.reserve(page->changes.size());
    for (const api::Change& change : page->changes)
        changes.push_back(incomingOf(change));
    command(Activity::Applying, ApplyPage{page->epoch, page->after, page->next, page->durableSeq, std::move(changes)});
}

void Engine::onStatus(Verdict verdict, const HttpDone& done)
{
    if (verdict != Verdict::Answer) {
        waitAfter(ErrorCode::Protocol, sentences::questionRefused(done.status));
        return;
    }
    const auto answer = readStatus(done, m_reoffered);
    if (!answer) {
        waitAfter(ErrorCode::Protocol, sentences::incomplete());
        return;
    }
    if (answer->epoch != m_meta->epoch) {
        epochMoved();
        return;
    }
    m_backoff.succeeded();
    std::vector<Settled> known;
    known.reserve(answer->known.size());
    for (const auto& item : answer->known)
        known.push_back(settledOf(item));
    command(Activity::Reconciling, Reconcile{std::move(known), answer->unknown});
}

void Engine::stop(Stop kind, ErrorCode code, const Message& why)
{
    m_batch.reset();
    m_meta.reset();
    m_stop = kind;
    m_troubleCode = code;
    m_trouble = why;
}

void Engine::waitAfter(ErrorCode code, const Message& why, std::optional<qint64> serverAsksMs)
{
    m_batch.reset();
    m_troubleCode = code;
    m_trouble = why;
    const qint64 own = m_backoff.failed(m_random);
    m_notBeforeMs = m_now.steadyMs + (serverAsksMs ? spread(*serverAsksMs, m_random) : own);
}

} // namespace sitebook::sync
