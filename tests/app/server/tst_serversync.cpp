// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/hashchain.h"
#include "core/model/query.h"
#include "core/model/visit.h"
#include "tests/app/server/fakedesk.h"
#include "tests/app/server/serverprocess.h"

#include <sodium.h>

using namespace sitebook;
using namespace sitebook::testing;
using namespace Qt::StringLiterals;

class TestServerSync final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void eachOperationTakesEffectOnce();
    void anotherOperationUnderTheSameId();
    void chainsMayOnlyGrow_data();
    void chainsMayOnlyGrow();
    void operationsThatComeTooEarlyMayTryAgain();
    void refusedOperationsStayRefusedAndTheChainGoesOn();
    void twoDesksMerge();
    void twoDesksConflict();
    void samePatientTwiceIsFlagged();
    void rolesAreAskedAgain();
    void visitsAndQueriesAreKept();
    void whatIsNoQueryIsNotAnswered();
    void aChangeSaysOnlyWhatItsKindSays();
    void eventsTravelToo();
    void feedIsInOrderAndComplete();
    void feedSaysNothingNew();
    void statusKnowsWhatIsKnown();
    void receiptsAreSigned();
    void wholePushIsRefused_data();
    void wholePushIsRefused();
    void tokensOfOneDeviceDoNotServeAnother();

private:
    [[nodiscard]] api::PushAnswer push(const FakeDesk& desk, std::vector<Operation> ops);
    [[nodiscard]] api::ItemResult one(const FakeDesk& desk, const Operation& op);
    [[nodiscard]] api::ChangesPage pull(quint64 after, int limit = 200);
    [[nodiscard]] QString nextIdentifier() { return u"P%1"_s.arg(++m_patients, 3, 10, QLatin1Char('0')); }
    ServerProcess m_server;
    int m_patients = 0;
};

void TestServerSync::initTestCase()
{
    QVERIFY(m_server.start());
    QVERIFY(m_server.signIn());
}

api::PushAnswer TestServerSync::push(const FakeDesk& desk, std::vector<Operation> ops)
{
    const QByteArray body = api::toBytes(desk.batch(std::move(ops), m_server.epoch()));
    const HttpResult result =
        m_server.post(u"/api/v1/sites/701/ops"_s, body, {{"Content-Digest", api::contentDigest(body)}});
    const auto answer = api::pushAnswerFromBytes(result.body);
    if (result.status != 200 || !answer)
        qWarning("push: %d %s", result.status, result.body.constData());
    return answer.value_or(api::PushAnswer());
}

api::ItemResult TestServerSync::one(const FakeDesk& desk, const Operation& op)
{
    const api::PushAnswer answer = push(desk, {op});
    return answer.results.empty() ? api::ItemResult() : answer.results.front();
}

api::ChangesPage TestServerSync::pull(quint64 after, int limit)
{
    const HttpResult result = m_server.get(u"/api/v1/sites/701/changes?after=%1&limit=%2"_s.arg(after).arg(limit));
    return api::changesPageFromBytes(result.body).value_or(api::ChangesPage());
}

void TestServerSync::eachOperationTakesEffectOnce()
{
    FakeDesk desk;
    const Operation op = desk.registerPatient(nextIdentifier(), u"Anna"_s);
    const api::ItemResult first = one(desk, op);
    QCOMPARE(first.status, api::ItemStatus::Applied);
    QCOMPARE(first.version, 1U);
    for (int i = 0; i < 3; ++i) {
        const api::ItemResult again = one(desk, op);
        QCOMPARE(again.status, api::ItemStatus::Duplicate);
        QCOMPARE(again.seq, first.seq);
        QCOMPARE(again.version, first.version);
        QCOMPARE(again.outcome, Outcome::Applied);
    }
    const api::PushAnswer both = push(desk, {op, op});
    QCOMPARE(both.results.size(), 2U);
    QCOMPARE(both.results.back().status, api::ItemStatus::Duplicate);
    // For ever: also after the server was started again.
    QCOMPARE(m_server.stop(), 0);
    QVERIFY(m_server.start());
    QVERIFY(m_server.signIn());
    QCOMPARE(one(desk, op).seq, first.seq);
}

void TestServerSync::anotherOperationUnderTheSameId()
{
    FakeDesk desk;
    const Operation op = desk.registerPatient(nextIdentifier(), u"Anna"_s);
    QCOMPARE(one(desk, op).status, api::ItemStatus::Applied);
    FakeDesk twin = desk;
    Operation other = desk.registerPatient(nextIdentifier(), u"Bert"_s);
    other.opId = op.opId;
    const api::ItemResult result = one(desk, other);
    QCOMPARE(result.status, api::ItemStatus::Rejected);
    QCOMPARE(result.code, u"op_id_reuse"_s);
    Operation changed = op;
    changed.set.set(field::name, u"Berta"_s);
    QCOMPARE(one(twin, changed).code, u"op_id_reuse"_s);
}

void TestServerSync::chainsMayOnlyGrow_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("code");
    QTest::newRow("hash is wrong") << u"hash"_s << u"chain_mismatch"_s;
    QTest::newRow("does not follow") << u"prev"_s << u"chain_mismatch"_s;
    QTest::newRow("content was changed") << u"reason"_s << u"chain_mismatch"_s;
    QTest::newRow("number again") << u"n"_s << u"chain_mismatch"_s;
    QTest::newRow("of another device") << u"device"_s << u"device_mismatch"_s;
}

void TestServerSync::chainsMayOnlyGrow()
{
    QFETCH(QString, what);
    QFETCH(QString, code);
    FakeDesk desk;
    QCOMPARE(one(desk, desk.registerPatient(nextIdentifier(), u"Anna"_s)).status, api::ItemStatus::Applied);
    FakeDesk fork = desk;
    Operation op = fork.event(u"sign_in"_s);
    if (what == "hash"_L1) {
        op.link.hash[0] = static_cast<char>(op.link.hash[0] ^ 1);
    } else if (what == "prev"_L1) {
        op.link.prev = QByteArray(32, 'x');
        op.link.hash = chainHash(op);
    } else if (what == "reason"_L1) {
        op.reason = u"something else"_s;
    } else if (what == "n"_L1) {
        op.link.n = 1;
        op.link.hash = chainHash(op);
    } else {
        op.device = DeviceId::create();
        op.link.hash = chainHash(op);
    }
    const api::ItemResult result = one(desk, op);
    QCOMPARE(result.status, api::ItemStatus::Rejected);
    QCOMPARE(result.code, code);
    // The true continuation is still taken.
    QCOMPARE(one(desk, desk.event(u"sign_in"_s)).status, api::ItemStatus::Applied);
}

void TestServerSync::operationsThatComeTooEarlyMayTryAgain()
{
    FakeDesk desk;
    const Operation first = desk.registerPatient(nextIdentifier(), u"Anna"_s);
    const Operation second = desk.editPatient(first.recordId, 1, field::name, u"Anne"_s);
    const api::ItemResult early = one(desk, second);
    QCOMPARE(early.status, api::ItemStatus::Retry);
    QVERIFY(early.retryAfterSeconds > 0);
    QCOMPARE(one(desk, first).status, api::ItemStatus::Applied);
    QCOMPARE(one(desk, second).status, api::ItemStatus::Applied);
}

void TestServerSync::refusedOperationsStayRefusedAndTheChainGoesOn()
{
    FakeDesk desk;
    const Operation wrong = desk.registerPatient(u"A001"_s, u"Anna"_s);
    const Operation orphan = desk.editPatient(wrong.recordId, 1, field::name, u"x"_s);
    const Operation noPatient = desk.report(RecordId::create());
    const Operation right = desk.registerPatient(nextIdentifier(), u"Anna"_s);
    for (int i = 0; i < 2; ++i) {
        const api::PushAnswer answer = push(desk, {wrong, orphan, noPatient, right});
        QCOMPARE(answer.results.size(), 4U);
        QCOMPARE(answer.results.at(0).status, api::ItemStatus::Rejected);
        QCOMPARE(answer.results.at(0).code, u"identifier"_s);
        QCOMPARE(answer.results.at(0).field, field::patientId);
        QCOMPARE(answer.results.at(1).code, u"unknown_record"_s);
        QCOMPARE(answer.results.at(2).code, u"unknown_patient"_s);
        QCOMPARE(answer.results.at(3).status, i == 0 ? api::ItemStatus::Applied : api::ItemStatus::Duplicate);
        QCOMPARE(answer.receipt->deviceN, 4U);
    }
}

void TestServerSync::twoDesksMerge()
{
    FakeDesk first;
    FakeDesk second;
    const QString identifier = nextIdentifier();
    const Operation created = first.registerPatient(identifier, u"Anna"_s);
    QCOMPARE(one(first, created).version, 1U);
    QCOMPARE(one(first, first.editPatient(created.recordId, 1, field::name, u"Anne"_s)).version, 2U);
    const api::ItemResult merged = one(second, second.editPatient(created.recordId, 1, field::sex, u"F"_s));
    QCOMPARE(merged.status, api::ItemStatus::Merged);
    QCOMPARE(merged.fields, QStringList{field::name});
    QCOMPARE(merged.version, 3U);
    const QJsonObject patient = m_server.get(u"/api/v1/patients/"_s + identifier).json();
    QCOMPARE(patient.value(u"name"_s).toString(), u"Anne"_s);
    QCOMPARE(patient.value(u"sex"_s).toString(), u"F"_s);
}

void TestServerSync::twoDesksConflict()
{
    FakeDesk first;
    FakeDesk second;
    const QString identifier = nextIdentifier();
    const Operation created = first.registerPatient(identifier, u"Anna"_s);
    QCOMPARE(one(first, created).version, 1U);
    QCOMPARE(one(first, first.editPatient(created.recordId, 1, field::name, u"Anne"_s)).version, 2U);
    const Operation contender = second.editPatient(created.recordId, 1, field::name, u"Annie"_s);
    const api::ItemResult conflict = one(second, contender);
    QCOMPARE(conflict.status, api::ItemStatus::Conflict);
    QCOMPARE(conflict.fields, QStringList{field::name});
    QCOMPARE(m_server.get(u"/api/v1/patients/"_s + identifier).json().value(u"name"_s).toString(), u"Anne"_s);
    // The contender is in the feed, and its repetition is no second conflict.
    QCOMPARE(pull(conflict.seq - 1).changes.front().outcome, Outcome::Conflict);
    const api::ItemResult again = one(second, contender);
    QCOMPARE(again.status, api::ItemStatus::Duplicate);
    QCOMPARE(again.outcome, Outcome::Conflict);
    Operation resolve = second.editPatient(created.recordId, 2, field::name, u"Annika"_s);
    FakeDesk third;
    resolve.type = OpType::Resolve;
    resolve.device = third.device();
    resolve.set.set(u"resolves"_s, contender.opId.toString());
    QCOMPARE(one(third, third.linked(resolve)).status, api::ItemStatus::Applied);
    QCOMPARE(m_server.get(u"/api/v1/patients/"_s + identifier).json().value(u"name"_s).toString(), u"Annika"_s);
}

void TestServerSync::samePatientTwiceIsFlagged()
{
    FakeDesk first;
    FakeDesk second;
    const QString identifier = nextIdentifier();
    QCOMPARE(one(first, first.registerPatient(identifier, u"Anna"_s)).status, api::ItemStatus::Applied);
    const Operation twin = second.registerPatient(identifier, u"Bert"_s);
    const api::ItemResult result = one(second, twin);
    QCOMPARE(result.status, api::ItemStatus::Conflict);
    QCOMPARE(result.code, u"duplicate_patient"_s);
    QCOMPARE(result.version, 1U);
    QCOMPARE(m_server.get(u"/api/v1/patients/"_s + identifier).json().value(u"name"_s).toString(), u"Anna"_s);
    // The record is there all the same, so that its reports have a home.
    QCOMPARE(one(second, second.report(twin.recordId)).status, api::ItemStatus::Applied);
    const api::ChangesPage page = pull(result.seq - 1);
    QCOMPARE(page.changes.front().code, u"duplicate_patient"_s);
}

void TestServerSync::rolesAreAskedAgain()
{
    FakeDesk monitor(u"monitor"_s, Role::Monitor);
    QCOMPARE(one(monitor, monitor.registerPatient(nextIdentifier(), u"Anna"_s)).code, u"denied"_s);
    FakeDesk pretender(u"monitor"_s, Role::Coordinator);
    QCOMPARE(one(pretender, pretender.registerPatient(nextIdentifier(), u"Anna"_s)).code, u"denied"_s);
    FakeDesk nobody(u"nobody"_s, Role::Coordinator);
    QCOMPARE(one(nobody, nobody.registerPatient(nextIdentifier(), u"Anna"_s)).code, u"unknown_user"_s);
    m_patients -= 3;
}

void TestServerSync::visitsAndQueriesAreKept()
{
    FakeDesk desk;
    const Operation patient = desk.registerPatient(nextIdentifier(), u"Anna"_s);
    QCOMPARE(one(desk, patient).status, api::ItemStatus::Applied);
    Visit visit;
    visit.patient = patient.recordId;
    visit.eventOid = u"SE.WEEK2"_s;
    visit.date = u"2026-03-04"_s;
    const Operation came = desk.made(OpType::Create, Entity::Visit, RecordId::create(), visit.toFields());
    QCOMPARE(one(desk, came).status, api::ItemStatus::Applied);
    visit.patient = RecordId::create();
    const Operation stray = desk.made(OpType::Create, Entity::Visit, RecordId::create(), visit.toFields());
    QCOMPARE(one(desk, stray).code, u"unknown_patient"_s);
    Query query;
    query.patient = patient.recordId;
    const Operation raised = desk.made(OpType::Query, Entity::Query, RecordId::create(), query.toFields());
    QCOMPARE(one(desk, raised).code, u"denied"_s); // a coordinator's account
    const api::ChangesPage page = pull(0, 1000);
    const auto found = std::find_if(page.changes.begin(), page.changes.end(),
                                    [&came](const api::Change& change) { return change.op.opId == came.opId; });
    QVERIFY(found != page.changes.end());
    QCOMPARE(found->op.entity, Entity::Visit);
    QCOMPARE(found->op.set.text(field::visitDate), u"2026-03-04"_s);
}

void TestServerSync::whatIsNoQueryIsNotAnswered()
{
    FakeDesk desk;
    const Operation patient = desk.registerPatient(nextIdentifier(), u"Anna"_s);
    QCOMPARE(one(desk, patient).status, api::ItemStatus::Applied);
    Fields answered;
    answered.set(field::status, u"Answered"_s);
    const Operation answer = desk.made(OpType::Answer, Entity::Patient, patient.recordId, answered);
    QCOMPARE(one(desk, answer).code, u"wrong_type"_s);
}

void TestServerSync::aChangeSaysOnlyWhatItsKindSays()
{
    FakeDesk desk;
    const Operation patient = desk.registerPatient(nextIdentifier(), u"Anna"_s);
    QCOMPARE(one(desk, patient).status, api::ItemStatus::Applied);
    Query query;
    query.patient = patient.recordId;
    query.type = QueryType::FailedCheck;
    query.status = QueryStatus::Answered;
    const Operation raised = desk.made(OpType::Query, Entity::Query, RecordId::create(), query.toFields());
    QCOMPARE(one(desk, raised).status, api::ItemStatus::Applied); // what a check found, a coordinator's desk raises
    Fields status;
    status.set(field::status, u"Closed"_s);
    QCOMPARE(one(desk, desk.made(OpType::Set, Entity::Query, raised.recordId, status)).code, u"invalid"_s);
    status.set(QString(field::messagePrefix + OpId::create().toString()), u"somebody else's words"_s);
    QCOMPARE(one(desk, desk.made(OpType::Close, Entity::Query, raised.recordId, status)).code, u"invalid"_s);

    const Operation report = desk.report(patient.recordId, RecordId::create());
    QCOMPARE(one(desk, report).status, api::ItemStatus::Applied);
    Fields mark;
    mark.set(QString(field::verifiedPrefix + u"IT.PHQ0101"_s), u"=2"_s);
    QCOMPARE(one(desk, desk.made(OpType::Verify, Entity::Report, report.recordId, mark)).code, u"denied"_s);
    QCOMPARE(one(desk, desk.made(OpType::Set, Entity::Report, report.recordId, mark)).code, u"invalid"_s);
    QCOMPARE(one(desk, desk.made(OpType::Verify, Entity::Patient, patient.recordId, mark)).code, u"denied"_s);
}

void TestServerSync::eventsTravelToo()
{
    FakeDesk desk;
    const Operation op = desk.event(u"export"_s);
    const api::ItemResult result = one(desk, op);
    QCOMPARE(result.status, api::ItemStatus::Applied);
    QCOMPARE(pull(result.seq - 1).changes.front().op, op);
}

void TestServerSync::feedIsInOrderAndComplete()
{
    FakeDesk desk;
    std::vector<Operation> ops;
    for (int i = 0; i < 30; ++i)
        ops.push_back(desk.registerPatient(nextIdentifier(), u"Anna"_s));
    const api::PushAnswer answer = push(desk, ops);
    QCOMPARE(answer.results.size(), 30U);
    quint64 expected = 1;
    size_t mine = 0;
    api::ChangesPage page;
    do {
        page = pull(expected - 1, 7);
        QVERIFY(!page.changes.empty());
        for (const api::Change& change : page.changes) {
            QCOMPARE(change.seq, expected++);
            if (change.op.device != desk.device())
                continue;
            QCOMPARE(change.op, ops.at(mine));
            QCOMPARE(change.seq, answer.results.at(mine).seq);
            ++mine;
        }
        QCOMPARE(page.next, expected - 1);
    } while (page.more);
    QCOMPARE(page.next, page.head);
    QCOMPARE(mine, ops.size());
}

void TestServerSync::feedSaysNothingNew()
{
    const quint64 head = pull(0, 1).head;
    const HttpResult at = m_server.get(u"/api/v1/sites/701/changes?after=%1"_s.arg(head));
    QCOMPARE(at.status, 200);
    QVERIFY(api::changesPageFromBytes(at.body)->changes.empty());
    const ServerProcess::Headers tag{{"If-None-Match", at.headers.value("etag")}};
    QCOMPARE(m_server.get(u"/api/v1/sites/701/changes?after=%1"_s.arg(head), tag).status, 304);
    QCOMPARE(m_server.get(u"/api/v1/sites/701/changes?after=0"_s, tag).status, 200);
    FakeDesk desk;
    QCOMPARE(one(desk, desk.event(u"sync"_s)).status, api::ItemStatus::Applied);
    QCOMPARE(m_server.get(u"/api/v1/sites/701/changes?after=%1"_s.arg(head), tag).status, 200);
}

void TestServerSync::statusKnowsWhatIsKnown()
{
    FakeDesk desk;
    const Operation op = desk.registerPatient(nextIdentifier(), u"Anna"_s);
    const api::ItemResult stored = one(desk, op);
    const OpId unknown = OpId::create();
    const HttpResult result =
        m_server.post(u"/api/v1/sites/701/ops/status"_s, api::statusRequestBytes({op.opId, unknown}));
    const auto answer = api::statusAnswerFromBytes(result.body);
    QVERIFY(answer);
    QCOMPARE(answer->known.size(), 1U);
    QCOMPARE(answer->known.front().opId, op.opId);
    QCOMPARE(answer->known.front().seq, stored.seq);
    QCOMPARE(answer->unknown, std::vector<OpId>{unknown});
}

void TestServerSync::receiptsAreSigned()
{
    const auto meta = api::metaFromBytes(m_server.get(u"/api/v1/meta"_s).body);
    QVERIFY(meta);
    FakeDesk desk;
    const Operation op = desk.registerPatient(nextIdentifier(), u"Anna"_s);
    const api::PushAnswer answer = push(desk, {op});
    QVERIFY(answer.receipt);
    QCOMPARE(answer.receipt->deviceN, 1U);
    QCOMPARE(answer.receipt->hash, op.link.hash);
    QCOMPARE(answer.receipt->keyId, meta->receiptKeyId);
    QVERIFY(answer.durableSeq >= answer.results.front().seq);
    const QByteArray message = api::receiptMessage(u"701"_s, desk.device(), *answer.receipt);
    const auto bytes = [](const QByteArray& array) {
        return reinterpret_cast<const unsigned char*>(array.constData());
    };
    QCOMPARE(crypto_sign_verify_detached(bytes(answer.receipt->signature), bytes(message),
                                         static_cast<quint64>(message.size()), bytes(meta->receiptPublicKey)),
             0);
}

void TestServerSync::wholePushIsRefused_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    QTest::newRow("other site") << u"site"_s << 403 << u"denied"_s;
    QTest::newRow("other epoch") << u"epoch"_s << 410 << u"epoch_changed"_s;
    QTest::newRow("digest") << u"digest"_s << 400 << u"digest_mismatch"_s;
    QTest::newRow("cut") << u"cut"_s << 400 << u"protocol"_s;
    QTest::newRow("empty batch") << u"empty"_s << 400 << u"invalid"_s;
    QTest::newRow("compressed") << u"gzip"_s << 415 << u"unsupported"_s;
    QTest::newRow("not JSON") << u"type"_s << 415 << u"unsupported"_s;
    QTest::newRow("newer protocol") << u"protocol"_s << 400 << u"unsupported"_s;
}

void TestServerSync::wholePushIsRefused()
{
    QFETCH(QString, what);
    QFETCH(int, status);
    QFETCH(QString, code);
    FakeDesk desk;
    std::vector<Operation> ops;
    if (what != "empty"_L1)
        ops.push_back(desk.event(u"sync"_s));
    QByteArray body = api::toBytes(desk.batch(ops, what == "epoch"_L1 ? u"other"_s : QString()));
    if (what == "protocol"_L1)
        body.replace("\"protocol\":1", "\"protocol\":2");
    ServerProcess::Headers headers;
    if (what == "digest"_L1)
        headers.emplaceBack("Content-Digest", api::contentDigest("x"));
    if (what == "gzip"_L1)
        headers.emplaceBack("Content-Encoding", "gzip");
    if (what == "type"_L1)
        headers.emplaceBack("Content-Type", "application/xml");
    if (what == "cut"_L1)
        body.chop(1);
    const QString path = what == "site"_L1 ? u"/api/v1/sites/702/ops"_s : u"/api/v1/sites/701/ops"_s;
    const quint64 before = pull(0, 1).head;
    const HttpResult result = m_server.post(path, body, headers);
    QCOMPARE(result.status, status);
    QCOMPARE(result.code(), code);
    QCOMPARE(pull(0, 1).head, before);
}

void TestServerSync::tokensOfOneDeviceDoNotServeAnother()
{
    FakeDesk own;
    QVERIFY(m_server.signIn(u"demo"_s, own.device().toString()));
    QCOMPARE(one(own, own.event(u"sync"_s)).status, api::ItemStatus::Applied);
    FakeDesk other;
    QCOMPARE(m_server.post(u"/api/v1/sites/701/ops"_s, api::toBytes(other.batch({other.event(u"sync"_s)}))).status,
             403);
    QVERIFY(m_server.signIn());
}

QTEST_GUILESS_MAIN(TestServerSync)
#include "tst_serversync.moc"
