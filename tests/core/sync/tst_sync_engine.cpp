// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/sentences.h"
#include "tests/core/sync/enginebench.h"

#include <QTest>

using namespace Qt::StringLiterals;
using Phase = sitebook::SyncState::Phase;
using sitebook::simulation::ModelAnswer;

namespace sitebook::sync {

class SyncEngine final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void pushesUntilEmptyThenPullsToTheHead();
    void statusOfAPush_data();
    void statusOfAPush();
    void outcomeUnknownKeepsBatchAndOperations_data();
    void outcomeUnknownKeepsBatchAndOperations();
    void aRefusedBatchIsHalvedUntilOneEntryIsLeft();
    void aProxysRefusalQuarantinesNothing();
    void aBatchTooLargeIsHalved();
    void oneRefreshAndOneRetryThenThePersonIsAsked();
    void aRefusedRefreshAsksThePerson();
    void deniedPushStillPulls();
    void retryAfterIsObeyed();
    void syncNowEndsAllWaits();
    void aChangedEpochIsReoffered();
    void anExpiredCursorStartsTheFeedAgain();
    void aServerThatContradictsItselfIsNotAskedInALoop();
    void anotherStudyIsRefused();
    void protocolRange_data();
    void protocolRange();
    void entriesPutOffClimbTheLadder();
    void offlineAbortsAndOnlineContinues();
    void aFullDiskIsToldAndTriedAgain();
    void theHeadIsAskedForWithItsTag();
    void pollsComeWithJitter();
    void anAnswerOfAnEarlierRequestIsIgnored();
    void withoutAServerNothingHappens();
};

void SyncEngine::pushesUntilEmptyThenPullsToTheHead()
{
    EngineBench bench;
    bench.save(20);
    bench.start();
    QVERIFY(bench.asks<RefreshToken>());
    QVERIFY(bench.settleDown());
    QCOMPARE(bench.server.head(), quint64{20});
    QCOMPARE(bench.ledger.count(OpDelivery::Acked), 20);
    QCOMPARE(bench.ledger.cursor()->after, quint64{20});
    QCOMPARE(bench.state().phase, Phase::Idle);
    QCOMPARE(bench.state().pushed, 20);
    QCOMPARE(bench.state().pulled, 20);
    QCOMPARE(bench.state().rounds, quint64{1});
    QCOMPARE(bench.state().lastSuccessUtcMs, bench.now.utcMs);
    QVERIFY(bench.ledger.receipts().size() == 3);
    QVERIFY(bench.timer() > bench.now.steadyMs);
}

void SyncEngine::statusOfAPush_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("phase");
    QTest::addColumn<int>("left"); // operations still to send
    QTest::addColumn<bool>("timer");
    const auto row = [](int status, Phase phase, int left, bool timer) {
        QTest::newRow(QByteArray::number(status).constData()) << status << static_cast<int>(phase) << left << timer;
    };
    for (const int refused : {400, 415, 422})
        row(refused, Phase::Working, 0, false); // quarantined, then on with the pull
    row(401, Phase::Working, 1, false);
    row(403, Phase::Working, 1, false);
    row(404, Phase::Waiting, 1, true);
    row(302, Phase::Waiting, 1, true);
    row(409, Phase::Waiting, 1, true);
    row(410, Phase::Working, 1, false);
    row(413, Phase::Working, 0, false);
    row(426, Phase::Outdated, 1, false);
    for (const int later : {429, 500, 502, 503, 504})
        row(later, Phase::Waiting, 1, true);
}

void SyncEngine::statusOfAPush()
{
    QFETCH(int, status);
    QFETCH(int, phase);
    QFETCH(int, left);
    QFETCH(bool, timer);
    EngineBench bench;
    bench.save(1);
    bench.start();
    QVERIFY(bench.reach<SendPush>());
    bench.answerStatus(status);
    QCOMPARE(static_cast<int>(bench.state().phase), phase);
    QCOMPARE(bench.ledger.count(OpDelivery::Queued) + bench.ledger.count(OpDelivery::Sending), left);
    QCOMPARE(bench.timer() > bench.now.steadyMs, timer);
    QVERIFY(!bench.state().sentence.isEmpty());
    QCOMPARE(bench.server.head(), quint64{0});
}

void SyncEngine::outcomeUnknownKeepsBatchAndOperations_data()
{
    QTest::addColumn<int>("status"); // 0: no answer
    QTest::addColumn<int>("failure");
    for (const int status : {500, 502, 504, 503, 429, 409})
        QTest::newRow(QByteArray::number(status).constData()) << status << 0;
    QTest::newRow("time-out") << 0 << static_cast<int>(HttpFailure::TimedOut);
    QTest::newRow("reset") << 0 << static_cast<int>(HttpFailure::Reset);
    QTest::newRow("truncated") << 0 << static_cast<int>(HttpFailure::Truncated);
    QTest::newRow("unreachable") << 0 << static_cast<int>(HttpFailure::Unreachable);
    QTest::newRow("too large") << 0 << static_cast<int>(HttpFailure::TooLarge);
    QTest::newRow("untrusted") << 0 << static_cast<int>(HttpFailure::Untrusted);
}

void SyncEngine::outcomeUnknownKeepsBatchAndOperations()
{
    QFETCH(int, status);
    QFETCH(int, failure);
    EngineBench bench;
    bench.save(3);
    bench.start();
    QVERIFY(bench.reach<SendPush>());
    const SendPush first = bench.request<SendPush>();
    static_cast<void>(bench.truth()); // the server took it
    if (status != 0)
        bench.answerStatus(status);
    else
        bench.fail(static_cast<HttpFailure>(failure));
    QVERIFY(!bench.asked());
    QCOMPARE(bench.state().phase, Phase::Waiting);
    for (int i = 0; i < 5 && !bench.asks<SendPush>(); ++i) {
        bench.passToTimer();
        bench.reach<SendPush>();
    }
    QVERIFY(bench.asks<SendPush>());
    QCOMPARE(bench.request<SendPush>().batch, first.batch);
    QCOMPARE(bench.request<SendPush>().body, first.body);
    QCOMPARE(bench.request<SendPush>().attempt, 2);
    QVERIFY(bench.settleDown());
    QCOMPARE(bench.server.head(), quint64{3});
    QCOMPARE(bench.ledger.count(OpDelivery::Acked), 3);
}

void SyncEngine::aRefusedBatchIsHalvedUntilOneEntryIsLeft()
{
    EngineBench bench;
    bench.save(5);
    bench.save(1, u"malformed"_s);
    bench.save(10);
    bench.start();
    QVERIFY(bench.settleDown());
    QCOMPARE(bench.server.head(), quint64{15});
    QCOMPARE(bench.ledger.count(OpDelivery::Quarantined), 1);
    const auto own = bench.ledger.own();
    QCOMPARE(own[5].state, OpDelivery::Quarantined);
    QCOMPARE(own[5].code, u"schema"_s);
    QVERIFY2(bench.requests < 25, QByteArray::number(bench.requests).constData());
    QCOMPARE(bench.state().phase, Phase::Idle);
    QCOMPARE(bench.state().quarantined, 1);
    QCOMPARE(bench.state().sentence, sentences::quarantined(1));
    const int asked = bench.requests;
    bench.passToTimer();
    QVERIFY(bench.settleDown());
    QVERIFY(bench.requests <= asked + 2); // a poll, no more pushes of the refused one
    QCOMPARE(bench.server.head(), quint64{15});
}

void SyncEngine::aProxysRefusalQuarantinesNothing()
{
    EngineBench bench;
    bench.save(1);
    bench.start();
    QVERIFY(bench.reach<SendPush>());
    ModelAnswer proxy;
    proxy.status = 400;
    proxy.body = "<html>Bad Request</html>";
    bench.answer(proxy);
    QCOMPARE(bench.ledger.count(OpDelivery::Quarantined), 0);
    QCOMPARE(bench.state().phase, Phase::Waiting);
}

void SyncEngine::aBatchTooLargeIsHalved()
{
    EngineSettings settings = EngineBench::defaults();
    settings.batchOperations = 50;
    EngineBench bench(settings);
    bench.save(100);
    bench.start();
    QVERIFY(bench.settleDown());
    QCOMPARE(bench.server.head(), quint64{100});
    QCOMPARE(bench.ledger.count(OpDelivery::Acked), 100);
    // 50 and 25 are too many, 12 are not: learnt once.
    QVERIFY2(bench.requests < 35, QByteArray::number(bench.requests).constData());
}

void SyncEngine::oneRefreshAndOneRetryThenThePersonIsAsked()
{
    EngineBench bench;
    bench.save(1);
    bench.feed(Started{false, false});
    QCOMPARE(bench.state().phase, Phase::NeedsSignIn);
    QVERIFY(!bench.asked());
    bench.feed(SignedIn{});
    QVERIFY(bench.reach<SendPush>());
    bench.answerStatus(401);
    QVERIFY(bench.asks<RefreshToken>());
    QVERIFY(bench.reach<SendPush>()); // refreshed, again
    bench.answerStatus(401);
    QVERIFY(!bench.asked());
    QCOMPARE(bench.state().phase, Phase::NeedsSignIn);
    QCOMPARE(bench.ledger.count(OpDelivery::Sending), 1);
    bench.feed(SignedIn{});
    QVERIFY(bench.settleDown());
    QCOMPARE(bench.server.head(), quint64{1});
}

void SyncEngine::aRefusedRefreshAsksThePerson()
{
    EngineBench bench;
    bench.save(1);
    bench.start();
    QVERIFY(bench.asks<RefreshToken>());
    bench.answerRefresh(RefreshFailed{HttpFailure::TimedOut, 0, std::nullopt});
    QCOMPARE(bench.state().phase, Phase::Waiting); // says nothing about the token
    bench.passToTimer();
    QVERIFY(bench.asks<RefreshToken>());
    bench.answerRefresh(RefreshRefused{});
    QVERIFY(!bench.asked());
    QCOMPARE(bench.state().phase, Phase::NeedsSignIn);
    QCOMPARE(bench.state().sentence, sentences::signInEnded());
    QCOMPARE(bench.state().queued, 1);
}

void SyncEngine::deniedPushStillPulls()
{
    EngineBench bench;
    bench.save(1);
    bench.start();
    QVERIFY(bench.reach<SendPush>());
    bench.answerStatus(403);
    QVERIFY(bench.asks<SendChanges>());
    QVERIFY(bench.settleDown());
    QCOMPARE(bench.state().phase, Phase::Refused);
    QCOMPARE(bench.state().error, ErrorCode::Denied);
    QCOMPARE(bench.ledger.count(OpDelivery::Sending), 1);
    bench.passToTimer();
    QVERIFY(bench.asks<SendChanges>());
    QVERIFY(bench.settleDown());
    bench.feed(SyncNow{}); // rights may have changed
    QVERIFY(bench.settleDown());
    QCOMPARE(bench.server.head(), quint64{1});
}

void SyncEngine::retryAfterIsObeyed()
{
    EngineBench bench;
    bench.save(1);
    bench.start();
    QVERIFY(bench.reach<SendPush>());
    bench.answerStatus(503, "shed", "100");
    QVERIFY(bench.timer() >= bench.now.steadyMs + 100'000 && bench.timer() <= bench.now.steadyMs + 110'000);
    QCOMPARE(bench.state().sentence, sentences::busy());
    QVERIFY(qAbs(bench.state().nextAttemptUtcMs - bench.now.utcMs - 105'000) <= 6000);
    bench.pass(99'000);
    bench.feed(LocalOperations{});
    QVERIFY(!bench.asked());
    bench.passToTimer();
    QVERIFY(bench.asked());
}

void SyncEngine::syncNowEndsAllWaits()
{
    EngineBench bench;
    bench.save(1);
    bench.start();
    QVERIFY(bench.reach<SendPush>());
    bench.answerStatus(503, "shed", "3600");
    QVERIFY(!bench.asked());
    bench.feed(SyncNow{});
    QVERIFY(bench.asked());
    QVERIFY(bench.settleDown());
    QCOMPARE(bench.server.head(), quint64{1});
}

void SyncEngine::aChangedEpochIsReoffered()
{
    EngineBench bench;
    bench.save(4);
    bench.start();
    QVERIFY(bench.settleDown());
    bench.server.backUp();
    bench.save(3);
    QVERIFY(bench.settleDown());
    QCOMPARE(bench.ledger.count(OpDelivery::Confirmed), 4);
    QCOMPARE(bench.ledger.count(OpDelivery::Acked), 3);
    bench.server.restore(true);
    QCOMPARE(bench.server.head(), quint64{4});
    bench.passToTimer();
    QVERIFY(bench.reach<SendStatus>());
    QVERIFY(bench.settleDown());
    QCOMPARE(bench.server.head(), quint64{7});
    QCOMPARE(bench.ledger.cursor()->epoch, u"e2"_s);
    QCOMPARE(bench.ledger.cursor()->after, quint64{7});
    QCOMPARE(bench.ledger.records().size(), size_t{7});
    QVERIFY(bench.ledger.violations().isEmpty());
}

void SyncEngine::anExpiredCursorStartsTheFeedAgain()
{
    EngineBench bench;
    bench.save(4);
    bench.start();
    QVERIFY(bench.settleDown());
    bench.server.setKeepsFeedFrom(5);
    bench.passToTimer();
    QVERIFY(bench.asks<SendChanges>());
    bench.answerTruly();
    QVERIFY(bench.asks<SendChanges>());
    QCOMPARE(bench.request<SendChanges>().after, quint64{0});
    QVERIFY(bench.settleDown());
    QCOMPARE(bench.ledger.cursor()->after, quint64{4});
}

void SyncEngine::aServerThatContradictsItselfIsNotAskedInALoop()
{
    EngineBench bench;
    bench.save(1);
    bench.start();
    for (int i = 0; i < 20 && bench.asked(); ++i) {
        if (bench.asks<SendPush>())
            bench.answerStatus(410, "epoch_changed");
        else
            bench.reach<SendPush>();
    }
    QVERIFY(!bench.asked());
    QCOMPARE(bench.state().phase, Phase::Waiting);
    QCOMPARE(bench.state().sentence, sentences::inconsistentEpoch());
}

void SyncEngine::anotherStudyIsRefused()
{
    EngineBench bench;
    bench.save(1);
    bench.server.setStudyOid(u"S.OTHER"_s);
    bench.start();
    QVERIFY(bench.settleDown());
    QCOMPARE(bench.state().phase, Phase::Refused);
    QCOMPARE(bench.state().error, ErrorCode::OtherStudy);
    QCOMPARE(bench.state().sentence, sentences::otherStudy(u"S.OTHER"_s, u"S.DEMO"_s));
    QCOMPARE(bench.server.head(), quint64{0});
    bench.pass(10 * 3600 * 1000);
    QVERIFY(!bench.asked());
    bench.server.setStudyOid(u"S.DEMO"_s);
    bench.feed(SyncNow{});
    QVERIFY(bench.settleDown());
    QCOMPARE(bench.server.head(), quint64{1});
}

void SyncEngine::protocolRange_data()
{
    QTest::addColumn<int>("lowest");
    QTest::addColumn<int>("highest");
    QTest::addColumn<int>("phase");
    QTest::newRow("newer server") << 2 << 3 << static_cast<int>(Phase::Outdated);
    QTest::newRow("older server") << 0 << 0 << static_cast<int>(Phase::Refused);
    QTest::newRow("both") << 1 << 3 << static_cast<int>(Phase::Working);
}

void SyncEngine::protocolRange()
{
    QFETCH(int, lowest);
    QFETCH(int, highest);
    QFETCH(int, phase);
    EngineBench bench;
    bench.start();
    QVERIFY(bench.reach<SendMeta>());
    auto meta = api::metaFromBytes(bench.server.meta().body);
    QVERIFY(meta);
    meta->protocolMin = lowest;
    meta->protocolMax = highest;
    ModelAnswer answer;
    answer.body = api::toBytes(*meta);
    bench.answer(answer);
    QCOMPARE(static_cast<int>(bench.state().phase), phase);
}

void SyncEngine::entriesPutOffClimbTheLadder()
{
    EngineBench bench;
    bench.save(1, u"later"_s);
    bench.start();
    QVERIFY(bench.settleDown());
    QCOMPARE(bench.state().phase, Phase::Waiting);
    QCOMPARE(bench.ledger.own()[0].retryAtUtcMs, bench.now.utcMs + 25'000);
    bench.passToTimer();
    QVERIFY(bench.settleDown());
    QCOMPARE(bench.ledger.own()[0].retryAtUtcMs, bench.now.utcMs + 125'000);
    for (int i = 0; i < 10 && bench.server.head() == 0; ++i) {
        bench.passToTimer();
        QVERIFY(bench.settleDown());
    }
    QCOMPARE(bench.server.head(), quint64{1});
    QCOMPARE(bench.state().phase, Phase::Idle);
}

void SyncEngine::offlineAbortsAndOnlineContinues()
{
    EngineBench bench;
    bench.save(1);
    bench.start();
    QVERIFY(bench.reach<SendPush>());
    bench.feed(GoOffline{});
    QVERIFY(!bench.asked());
    QCOMPARE(bench.state().phase, Phase::Waiting);
    QVERIFY(!bench.state().online);
    QCOMPARE(bench.state().sentence, sentences::workingOffline());
    bench.save(1);
    bench.feed(SyncNow{});
    bench.pass(3'600'000);
    QVERIFY(!bench.asked());
    QCOMPARE(bench.state().queued + bench.state().sending, 2);
    bench.feed(GoOnline{});
    QVERIFY(bench.settleDown());
    QCOMPARE(bench.server.head(), quint64{2});
}

void SyncEngine::aFullDiskIsToldAndTriedAgain()
{
    EngineBench bench;
    bench.save(1);
    bench.start();
    QVERIFY(bench.reach<SendPush>());
    bench.ledger.failNext(1);
    bench.answerTruly();
    QCOMPARE(bench.state().phase, Phase::Waiting);
    QCOMPARE(bench.state().error, ErrorCode::DiskFull);
    QCOMPARE(bench.ledger.count(OpDelivery::Sending), 1);
    bench.passToTimer();
    QVERIFY(bench.settleDown());
    QCOMPARE(bench.server.head(), quint64{1});
    QCOMPARE(bench.ledger.count(OpDelivery::Acked), 1);
}

void SyncEngine::theHeadIsAskedForWithItsTag()
{
    EngineBench bench;
    bench.save(2);
    bench.start();
    QVERIFY(bench.settleDown());
    bench.server.backUp();
    bench.passToTimer();
    QVERIFY(bench.asks<SendChanges>());
    QVERIFY(!bench.request<SendChanges>().etag); // acknowledged ones wait for the durable watermark
    QVERIFY(bench.settleDown());
    QCOMPARE(bench.ledger.count(OpDelivery::Confirmed), 2);
    bench.passToTimer();
    QVERIFY(bench.asks<SendChanges>());
    QVERIFY(bench.request<SendChanges>().etag);
    const ModelAnswer answer = bench.truth();
    QCOMPARE(answer.status, 304);
    bench.answer(answer);
    QVERIFY(!bench.asked());
    QCOMPARE(bench.state().phase, Phase::Idle);
    QCOMPARE(bench.state().rounds, quint64{3});
}

void SyncEngine::pollsComeWithJitter()
{
    EngineBench bench;
    bench.start();
    QVERIFY(bench.settleDown());
    std::set<qint64> waits;
    for (int i = 0; i < 20; ++i) {
        const qint64 wait = bench.timer() - bench.now.steadyMs;
        QVERIFY(wait >= 48'000 && wait <= 72'000);
        waits.insert(wait);
        bench.passToTimer();
        QVERIFY(bench.asks<SendChanges>());
        QVERIFY(bench.settleDown());
    }
    QVERIFY(waits.size() > 10);
}

void SyncEngine::anAnswerOfAnEarlierRequestIsIgnored()
{
    EngineBench bench;
    bench.save(1);
    bench.start();
    QVERIFY(bench.reach<SendPush>());
    const quint64 id = bench.request<SendPush>().requestId;
    const ModelAnswer late = bench.truth();
    bench.fail(HttpFailure::TimedOut);
    bench.feed(HttpDone{id, late.status, late.headers, late.body});
    bench.feed(HttpDone{id + 100, 426, {}, {}});
    QCOMPARE(bench.ledger.count(OpDelivery::Sending), 1);
    QCOMPARE(bench.state().phase, Phase::Waiting);
}

void SyncEngine::withoutAServerNothingHappens()
{
    EngineSettings settings = EngineBench::defaults();
    settings.configured = false;
    EngineBench bench(settings);
    bench.save(1);
    bench.start();
    bench.feed(SyncNow{});
    QVERIFY(!bench.asked());
    QCOMPARE(bench.state().phase, Phase::NotSetUp);
    QCOMPARE(bench.timer(), qint64{-1});
}

} // namespace sitebook::sync

QTEST_GUILESS_MAIN(sitebook::sync::SyncEngine)
#include "tst_sync_engine.moc"
