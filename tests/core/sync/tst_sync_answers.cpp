// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/sentences.h"
#include "tests/core/sync/enginebench.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <functional>

using namespace Qt::StringLiterals;
using Phase = sitebook::SyncState::Phase;
using sitebook::simulation::ModelAnswer;

namespace sitebook::sync {

using Spoil = std::function<void(ModelAnswer&)>;

// Changes a whole answer's JSON and keeps its digest right, so that only the JSON is at fault.
Spoil json(const std::function<void(QJsonObject&)>& change)
{
    return [change](ModelAnswer& answer) {
        QJsonObject object = QJsonDocument::fromJson(answer.body).object();
        change(object);
        answer.body = QJsonDocument(object).toJson(QJsonDocument::Compact);
        answer.headers.contentDigest = api::contentDigest(answer.body);
    };
}

} // namespace sitebook::sync

Q_DECLARE_METATYPE(sitebook::sync::Spoil)

namespace sitebook::sync {

class SyncAnswers final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void pushAnswersThatAreNotBelieved_data();
    void pushAnswersThatAreNotBelieved();
    void pagesThatAreNotBelieved_data();
    void pagesThatAreNotBelieved();
    void statusAnswersThatAreNotBelieved_data();
    void statusAnswersThatAreNotBelieved();
    void aForgedReceiptIsNotAcknowledged();
    void aRotatedReceiptKeyIsAskedForOnce();
    void aMissingItemIsSentAgainLater();
};

void SyncAnswers::pushAnswersThatAreNotBelieved_data()
{
    QTest::addColumn<Spoil>("spoil");
    QTest::newRow("cut") << Spoil([](ModelAnswer& answer) { answer.body.chop(10); });
    QTest::newRow("cut, with the digest of the cut") << Spoil([](ModelAnswer& answer) {
        answer.body.chop(10);
        answer.headers.contentDigest = api::contentDigest(answer.body);
    });
    QTest::newRow("empty") << Spoil([](ModelAnswer& answer) { answer.body.clear(); });
    QTest::newRow("a portal's page") << Spoil([](ModelAnswer& answer) { answer.body = "<html>Welcome</html>"; });
    QTest::newRow("no digest") << Spoil([](ModelAnswer& answer) { answer.headers.contentDigest.reset(); });
    QTest::newRow("another digest") << Spoil(
        [](ModelAnswer& answer) { answer.headers.contentDigest = api::contentDigest("other"); });
    QTest::newRow("no end") << json([](QJsonObject& object) { object.remove("end"_L1); });
    QTest::newRow("end false") << json([](QJsonObject& object) { object["end"_L1] = false; });
    QTest::newRow("count wrong") << json([](QJsonObject& object) { object["count"_L1] = 7; });
    QTest::newRow("another batch") << json(
        [](QJsonObject& object) { object["batch_id"_L1] = u"22222222-1111-4111-8111-111111111111"_s; });
    QTest::newRow("an operation nobody sent") << json([](QJsonObject& object) {
        QJsonArray results = object["results"_L1].toArray();
        QJsonObject first = results[0].toObject();
        first["op_id"_L1] = u"22222222-1111-4111-8111-111111111111"_s;
        results[0] = first;
        object["results"_L1] = results;
    });
    QTest::newRow("one operation twice") << json([](QJsonObject& object) {
        QJsonArray results = object["results"_L1].toArray();
        results[1] = results[0];
        object["results"_L1] = results;
    });
}

void SyncAnswers::pushAnswersThatAreNotBelieved()
{
    QFETCH(Spoil, spoil);
    EngineBench bench;
    bench.save(2);
    bench.start();
    QVERIFY(bench.reach<SendPush>());
    const BatchId batch = bench.request<SendPush>().batch;
    ModelAnswer answer = bench.truth();
    spoil(answer);
    bench.answer(answer);
    QCOMPARE(bench.ledger.count(OpDelivery::Sending), 2);
    QCOMPARE(bench.state().phase, Phase::Waiting);
    QCOMPARE(bench.state().error, ErrorCode::Protocol);
    QVERIFY(!bench.asked());
    bench.passToTimer();
    bench.passToTimer();
    QVERIFY(bench.reach<SendPush>());
    QCOMPARE(bench.request<SendPush>().batch, batch);
    QVERIFY(bench.settleDown());
    QCOMPARE(bench.server.head(), quint64{2});
}

void SyncAnswers::pagesThatAreNotBelieved_data()
{
    QTest::addColumn<Spoil>("spoil");
    QTest::newRow("cut") << Spoil([](ModelAnswer& answer) { answer.body.chop(1); });
    QTest::newRow("no digest") << Spoil([](ModelAnswer& answer) { answer.headers.contentDigest.reset(); });
    QTest::newRow("no end") << json([](QJsonObject& object) { object.remove("end"_L1); });
    QTest::newRow("count wrong") << json([](QJsonObject& object) { object["count"_L1] = 1; });
    QTest::newRow("another page") << json([](QJsonObject& object) { object["after"_L1] = 3; });
    QTest::newRow("more without progress") << json([](QJsonObject& object) {
        object["changes"_L1] = QJsonArray();
        object["count"_L1] = 0;
        object["next"_L1] = 0;
        object["more"_L1] = true;
    });
    QTest::newRow("cursor behind its changes") << json([](QJsonObject& object) { object["next"_L1] = 1; });
    QTest::newRow("out of order") << json([](QJsonObject& object) {
        QJsonArray changes = object["changes"_L1].toArray();
        const QJsonValue first = changes[0];
        changes[0] = changes[1];
        changes[1] = first;
        object["changes"_L1] = changes;
    });
}

void SyncAnswers::pagesThatAreNotBelieved()
{
    QFETCH(Spoil, spoil);
    EngineBench bench;
    bench.save(3);
    bench.start();
    QVERIFY(bench.reach<SendChanges>());
    ModelAnswer answer = bench.truth();
    spoil(answer);
    bench.answer(answer);
    QCOMPARE(bench.ledger.cursor()->after, quint64{0});
    QVERIFY(bench.ledger.records().empty());
    QCOMPARE(bench.state().error, ErrorCode::Protocol);
    QVERIFY(!bench.asked());
    bench.passToTimer();
    QVERIFY(bench.settleDown());
    QCOMPARE(bench.ledger.cursor()->after, quint64{3});
}

void SyncAnswers::statusAnswersThatAreNotBelieved_data()
{
    QTest::addColumn<Spoil>("spoil");
    QTest::newRow("cut") << Spoil([](ModelAnswer& answer) { answer.body.chop(1); });
    QTest::newRow("one not answered") << json([](QJsonObject& object) {
        QJsonArray unknown = object["unknown"_L1].toArray();
        unknown.removeLast();
        object["unknown"_L1] = unknown;
        object["count"_L1] = 1;
    });
    QTest::newRow("one nobody asked about") << json([](QJsonObject& object) {
        QJsonArray unknown = object["unknown"_L1].toArray();
        unknown[0] = u"22222222-1111-4111-8111-111111111111"_s;
        object["unknown"_L1] = unknown;
    });
}

void SyncAnswers::statusAnswersThatAreNotBelieved()
{
    QFETCH(Spoil, spoil);
    EngineBench bench;
    bench.save(2);
    bench.start();
    QVERIFY(bench.settleDown());
    bench.server.restore(false);
    bench.feed(SyncNow{});
    QVERIFY(bench.reach<SendStatus>());
    ModelAnswer answer = bench.truth();
    spoil(answer);
    bench.answer(answer);
    QCOMPARE(bench.ledger.count(OpDelivery::Acked), 2);
    QCOMPARE(bench.ledger.cursor()->epoch, u"e1"_s);
    QVERIFY(!bench.asked());
    bench.passToTimer();
    QVERIFY(bench.settleDown());
    QCOMPARE(bench.server.head(), quint64{2});
    QCOMPARE(bench.ledger.cursor()->epoch, u"e2"_s);
}

void SyncAnswers::aForgedReceiptIsNotAcknowledged()
{
    EngineBench bench;
    bench.save(2);
    bench.start();
    QVERIFY(bench.reach<SendPush>());
    ModelAnswer answer = bench.truth();
    json([](QJsonObject& object) {
        QJsonObject receipt = object["receipt"_L1].toObject();
        receipt["seq"_L1] = 99;
        object["receipt"_L1] = receipt;
    })(answer);
    bench.answer(answer);
    QCOMPARE(bench.ledger.count(OpDelivery::Sending), 2);
    QCOMPARE(bench.state().phase, Phase::Waiting);
    QCOMPARE(bench.state().error, ErrorCode::Protocol);
    QCOMPARE(bench.state().sentence, sentences::badReceipt());
    QVERIFY(bench.ledger.receipts().empty());
}

void SyncAnswers::aRotatedReceiptKeyIsAskedForOnce()
{
    EngineBench bench;
    bench.save(2);
    bench.start();
    QVERIFY(bench.reach<SendPush>());
    ModelAnswer answer = bench.truth();
    json([](QJsonObject& object) {
        QJsonObject receipt = object["receipt"_L1].toObject();
        receipt["kid"_L1] = u"k9"_s;
        object["receipt"_L1] = receipt;
    })(answer);
    bench.answer(answer);
    QVERIFY(bench.asks<SendMeta>());
    bench.answerTruly();
    QVERIFY(bench.asks<SendPush>());
    bench.answer(answer); // still of a key that meta does not name
    QVERIFY(!bench.asked());
    QCOMPARE(bench.state().sentence, sentences::badReceipt());
    QCOMPARE(bench.ledger.count(OpDelivery::Sending), 2);
}

void SyncAnswers::aMissingItemIsSentAgainLater()
{
    EngineBench bench;
    bench.save(2);
    bench.start();
    QVERIFY(bench.reach<SendPush>());
    ModelAnswer answer = bench.truth();
    json([](QJsonObject& object) {
        QJsonArray results = object["results"_L1].toArray();
        results.removeLast();
        object["results"_L1] = results;
        object["count"_L1] = 1;
    })(answer);
    bench.answer(answer);
    QCOMPARE(bench.ledger.count(OpDelivery::Acked), 1);
    QCOMPARE(bench.ledger.count(OpDelivery::Queued), 1);
    QVERIFY(!bench.asked());
    bench.passToTimer();
    QVERIFY(bench.settleDown());
    QCOMPARE(bench.ledger.count(OpDelivery::Acked), 2);
    QCOMPARE(bench.server.head(), quint64{2});
}

} // namespace sitebook::sync

QTEST_GUILESS_MAIN(sitebook::sync::SyncAnswers)
#include "tst_sync_answers.moc"
