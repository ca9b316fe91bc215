// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/wire.h"
#include "core/sync/answers.h"
#include "core/sync/commands.h"
#include "core/sync/events.h"
#include "core/sync/retry.h"
#include "core/sync/throttle.h"

#include <map>

namespace sitebook::sync {

struct EngineSettings
{
    bool configured = true; // false: no server
    SiteId site;
    DeviceId device;
    QString studyOid; // the server must hold the same; empty: not compared
    int batchOperations = api::batchOperations;
    qint64 batchBytes =
        api::batchBytesLimit / 2; // of the entries as counted by the ledger; leaves room for the JSON around
    int pollSeconds = 0;          // 0: what the server hints
    qint64 backoffBaseMs = 1000;
    qint64 backoffCapMs = 300 * 1000;
};

// Decides everything about synchronisation and does nothing itself: step() takes what happened and says what to do
// next. No clock, timer, socket, thread or database inside; chance comes from the generator passed in. The same events
// give the same commands.
//
// One thing at a time. In order: a token, the server's meta, after a change of epoch the comparison of what the server
// still knows, then push until nothing is left, then pull until the head; then rest until the poll, a wait that ends,
// or news.
class Engine final
{
public:
    Engine(EngineSettings settings, Random random);

    [[nodiscard]] std::vector<Command> step(const Event& event);
    [[nodiscard]] const SyncState& state() const { return m_state; }
    // The server's meta was read and fits: same study, a protocol both speak.
    [[nodiscard]] bool hasMet() const { return m_meta.has_value() && !m_metaDue && m_stop == Stop::None; }

private:
    enum class Activity {
        None,
        Refreshing,
        AskingMeta,
        TakingBatch,
        Pushing,
        Settling,
        Releasing,
        Pulling,
        Applying,
        Listing,
        AskingStatus,
        Reconciling,
        Restarting,
        ClearingWaits,
        ReadingLedger
    };
    enum class Session { Unknown, None, Stale, Ready };
    enum class Stop { None, Refused, Outdated };

    // engine.cpp: what happens, and what is next
    void on(const Started& event);
    void on(const Tick& event);
    void on(const LocalOperations& event);
    void on(const SyncNow& event);
    void on(const GoOnline& event);
    void on(const GoOffline& event);
    void on(const SignedIn& event);
    void on(const SignedOut& event);
    void on(const TokenRefreshed& event);
    void on(const RefreshRefused& event);
    void on(const RefreshFailed& event);
    void on(const LedgerRead& event);
    void on(const BatchReady& event);
    void on(const UnconfirmedRead& event);
    void on(const LedgerDone& event);
    void on(const LedgerFailed& event);
    void noticeClock();
    void noticeTime();
    void proceed();
    void work();
    void reoffer();
    void rest();
    void wakeAt(qint64 steadyMs);
    void push();
    void wantEverything();
    void liftRefusals();
    void restartReoffer();
    [[nodiscard]] bool hasWork() const;
    [[nodiscard]] bool mayAskServer();
    [[nodiscard]] bool isAsking() const;
    void finishRoundIfDone();
    void command(Activity activity, Command what);
    [[nodiscard]] quint64 nextRequest() { return ++m_requestId; }

    // engineanswers.cpp: the answers of the server
    void on(const HttpDone& event);
    void on(const HttpFailed& event);
    [[nodiscard]] bool handledAlike(Verdict verdict, const HttpDone& done, Activity asked);
    void onMeta(const HttpDone& done);
    void onPush(Verdict verdict, const HttpDone& done);
    void onPushAnswer(const HttpDone& done);
    void onPushRefused(const HttpDone& done, bool tooLarge);
    void onPage(Verdict verdict, const HttpDone& done);
    void onStatus(Verdict verdict, const HttpDone& done);
    void onSignInAsked();
    void onDenied(Activity asked);
    void onGone(Activity asked, const HttpDone& done);
    [[nodiscard]] bool receiptHolds(const api::PushAnswer& answer);
    [[nodiscard]] std::vector<Settled> settle(const api::PushAnswer& answer);
    void epochMoved();
    void stop(Stop kind, ErrorCode code, const Message& why);
    void waitAfter(ErrorCode code, const Message& why, std::optional<qint64> serverAsksMs = std::nullopt);

    // enginestate.cpp: what a person is told
    void notifyIfChanged();
    [[nodiscard]] SyncState describe() const;
    void describeRest(SyncState& state) const;
    void describeQuiet(SyncState& state) const;
    [[nodiscard]] Message describeWork() const;
    [[nodiscard]] bool isHeldBack() const;

    EngineSettings m_settings;
    Random m_random;
    Backoff m_backoff;
    AdaptiveThrottle m_throttle;
    std::vector<Command> m_out;
    Moment m_now;
    std::optional<qint64> m_clockOffsetMs; // wall minus steady, as last seen
    SyncState m_state;                     // as last told
    qint64 m_pushedTotal = 0;
    qint64 m_pulledTotal = 0;
    qint64 m_settling = 0; // what the ledger command under way will add to them
    qint64 m_lastSuccessUtcMs = 0;
    quint64 m_rounds = 0;

    Activity m_activity = Activity::None;
    quint64 m_requestId = 0;
    Session m_session = Session::Unknown;
    bool m_online = true;
    bool m_keychainMissing = false;
    bool m_refreshed = false; // the token was renewed for the request that follows
    bool m_sessionEnded = false;
    Stop m_stop = Stop::None;
    bool m_pushDenied = false;
    bool m_pullDenied = false;
    std::optional<ErrorCode> m_troubleCode;
    Message m_trouble;

    std::optional<SyncCursor> m_cursor;
    LedgerCounts m_counts;
    bool m_countsFresh = false;
    qint64 m_noticedRetryUtcMs = 0; // the earliest wait that was seen to end
    std::optional<api::Meta> m_meta;
    qint64 m_metaAtMs = 0;
    bool m_metaDue = true;
    bool m_gone = false;        // the server said 410 and meta has not explained it yet
    bool m_keyAskedFor = false; // meta was read again because of a receipt's key
    bool m_restartFeed = false; // cursor expired
    std::optional<QByteArray> m_etag;

    OpId m_reofferAfter;
    std::vector<OpId> m_reoffered;
    bool m_reofferDone = false;

    std::optional<OutgoingBatch> m_batch; // under way
    int m_batchLimit;
    int m_batchCeiling;          // lowered by 413 until meta is read again
    std::map<OpId, int> m_tries; // results `retry` so far
    bool m_itemsMissing = false;
    bool m_clearWaits = false;
    bool m_pushWanted = true;
    bool m_pullWanted = true;
    bool m_pullFirst = false; // a push failed: a pull, when due, goes before the next
    bool m_pageHasMore = false;
    SyncCursor m_pageEnd;
    bool m_probe = false; // the next request was asked for by a person

    qint64 m_notBeforeMs = 0;
    qint64 m_nextPollMs = 0;
    qint64 m_throttledUntilMs = 0;
    std::optional<qint64> m_timerMs;
};

} // namespace sitebook::sync
