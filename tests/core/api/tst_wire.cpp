// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/wire.h"

using namespace sitebook;
using namespace Qt::StringLiterals;

namespace {

Operation sample(OpType type = OpType::Set, Entity entity = Entity::Report)
{
    Operation op;
    op.opId = OpId::create();
    op.device = DeviceId::create();
    op.type = type;
    op.entity = entity;
    op.recordId = RecordId::create();
    op.baseVersion = 7;
    op.set.set(u"item/IT.A"_s, u"1.10"_s);
    op.set.set(u"item/IT.B"_s, FieldValue(MissingReason::NotDone));
    op.set.set(u"name"_s, u"Zoë O'Brien 张"_s);
    op.user = UserName(u"anna"_s);
    op.role = Role::Investigator;
    op.capturedAt = {1795420842113, -90};
    op.clockQuality = ClockQuality::RolledBack;
    op.reason = u"typing error"_s;
    op.schema = u"MDV.1/F.A"_s;
    op.link = {12, QByteArray(32, 'p'), QByteArray(32, 'h'), QByteArray(32, 'o'), QByteArray(32, 'n')};
    return op;
}

api::PushAnswer answer()
{
    api::PushAnswer answer;
    answer.batch = BatchId::create();
    answer.epoch = u"7"_s;
    answer.serverTimeMs = 1795420842113;
    answer.durableSeq = 99;
    for (int i = 0; i < 6; ++i) {
        api::ItemResult result;
        result.opId = OpId::create();
        result.status = static_cast<api::ItemStatus>(i);
        result.version = 3;
        result.seq = 40 + static_cast<quint64>(i);
        result.outcome = Outcome::Merged;
        result.fields = QStringList{u"name"_s};
        result.code = u"code"_s;
        result.message = u"A sentence."_s;
        result.retryAfterSeconds = 25;
        answer.results.push_back(result);
    }
    api::Receipt receipt;
    receipt.deviceN = 12;
    receipt.hash = QByteArray(32, 'h');
    receipt.serverTimeMs = 1795420842113;
    receipt.seq = 45;
    receipt.keyId = u"k1"_s;
    receipt.signature = QByteArray(64, 's');
    answer.receipt = receipt;
    return answer;
}

} // namespace

class TestWire final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void operationsSurviveTheWire_data();
    void operationsSurviveTheWire();
    void wrongOperationsNameTheirField_data();
    void wrongOperationsNameTheirField();
    void pushRequestSurvives();
    void pushRequestHasLimits();
    void pushAnswerSurvives();
    void incompleteAnswersAreRefused();
    void changesSurvive();
    void statusSurvives();
    void metaAndLoginSurvive();
    void errorsSurvive();
    void receiptMessageIsPrefixed();
    void digestIsOfRfc9530();
    void patientHasItsFourNames();
};

void TestWire::operationsSurviveTheWire_data()
{
    QTest::addColumn<int>("type");
    QTest::addColumn<int>("entity");
    for (int type = 0; type <= static_cast<int>(OpType::Verify); ++type)
        for (int entity = 0; entity <= static_cast<int>(Entity::Workspace); ++entity)
            QTest::addRow("%d/%d", type, entity) << type << entity;
}

void TestWire::operationsSurviveTheWire()
{
    QFETCH(int, type);
    QFETCH(int, entity);
    const Operation op = sample(static_cast<OpType>(type), static_cast<Entity>(entity));
    const QByteArray bytes = QJsonDocument(api::toJson(op)).toJson();
    const auto object = api::parseObject(bytes);
    QVERIFY(object);
    const auto back = api::operationFromJson(*object);
    QVERIFY2(back, back ? "" : qPrintable(back.error().english()));
    QCOMPARE(*back, op);
}

void TestWire::wrongOperationsNameTheirField_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QJsonValue>("value");
    QTest::newRow("no id") << u"op_id"_s << QJsonValue();
    QTest::newRow("id no uuid") << u"op_id"_s << QJsonValue(u"x"_s);
    QTest::newRow("type") << u"type"_s << QJsonValue(u"erase"_s);
    QTest::newRow("entity") << u"entity"_s << QJsonValue(u"sample"_s);
    QTest::newRow("version text") << u"base_version"_s << QJsonValue(u"1"_s);
    QTest::newRow("version negative") << u"base_version"_s << QJsonValue(-1);
    QTest::newRow("version fraction") << u"base_version"_s << QJsonValue(1.5);
    QTest::newRow("role") << u"role"_s << QJsonValue(u"king"_s);
    QTest::newRow("time without Z") << u"captured_at"_s << QJsonValue(u"2026-11-23T08:14:02.113"_s);
    QTest::newRow("no time") << u"captured_at"_s << QJsonValue(u"yesterday"_s);
    QTest::newRow("offset") << u"captured_offset"_s << QJsonValue(10'000);
    QTest::newRow("sequence differs") << u"device_seq"_s << QJsonValue(13);
    QTest::newRow("no link") << u"audit"_s << QJsonValue();
    QTest::newRow("set no object") << u"set"_s << QJsonValue(1);
    QTest::newRow("reason no text") << u"reason"_s << QJsonValue(1);
}

void TestWire::wrongOperationsNameTheirField()
{
    QFETCH(QString, key);
    QFETCH(QJsonValue, value);
    QJsonObject object = api::toJson(sample());
    if (value.isNull())
        object.remove(key);
    else
        object.insert(key, value);
    const auto parsed = api::operationFromJson(object);
    QVERIFY(!parsed);
    QCOMPARE(parsed.error().where, key);
}

void TestWire::pushRequestSurvives()
{
    api::PushRequest request{
        u"7"_s, DeviceId::create(), BatchId::create(), {sample(), sample(OpType::Create, Entity::Patient)}};
    const auto back = api::pushRequestFromBytes(api::toBytes(request));
    QVERIFY(back);
    QCOMPARE(back->ops, request.ops);
    QCOMPARE(back->batch, request.batch);
    QCOMPARE(back->device, request.device);
    QCOMPARE(back->epoch, request.epoch);
}

void TestWire::pushRequestHasLimits()
{
    api::PushRequest request{{}, DeviceId::create(), BatchId::create(), {}};
    QVERIFY(!api::pushRequestFromBytes(api::toBytes(request)));
    request.ops.assign(api::batchOperationsLimit, sample());
    QVERIFY(api::pushRequestFromBytes(api::toBytes(request)));
    request.ops.push_back(sample());
    QVERIFY(!api::pushRequestFromBytes(api::toBytes(request)));
    QByteArray other = api::toBytes(request);
    other.replace("\"protocol\":1", "\"protocol\":2");
    const auto refused = api::pushRequestFromBytes(other);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Unsupported);
}

void TestWire::pushAnswerSurvives()
{
    const api::PushAnswer sent = answer();
    const auto back = api::pushAnswerFromBytes(api::toBytes(sent));
    QVERIFY2(back, back ? "" : qPrintable(back.error().english()));
    QCOMPARE(back->results.size(), sent.results.size());
    for (size_t i = 0; i < sent.results.size(); ++i) {
        const api::ItemResult& a = sent.results.at(i);
        const api::ItemResult& b = back->results.at(i);
        QCOMPARE(b.opId, a.opId);
        QCOMPARE(b.status, a.status);
        QCOMPARE(b.fields, a.fields);
        QCOMPARE(b.code, a.code);
        QCOMPARE(b.retryAfterSeconds, a.retryAfterSeconds);
        if (a.status == api::ItemStatus::Rejected || a.status == api::ItemStatus::Retry)
            continue;
        QCOMPARE(b.seq, a.seq);
        QCOMPARE(b.version, a.version);
        QCOMPARE(b.outcome, a.outcome);
    }
    QVERIFY(back->receipt);
    QCOMPARE(back->receipt->signature, sent.receipt->signature);
    QCOMPARE(back->receipt->hash, sent.receipt->hash);
    QCOMPARE(back->durableSeq, sent.durableSeq);
}

void TestWire::incompleteAnswersAreRefused()
{
    const QByteArray whole = api::toBytes(answer());
    for (qsizetype length = 0; length < whole.size(); length += 7)
        QVERIFY(!api::pushAnswerFromBytes(whole.left(length)));
    QByteArray open = whole;
    open.replace("\"end\":true", "\"end\":false");
    QVERIFY(!api::pushAnswerFromBytes(open));
    QByteArray few = whole;
    few.replace("\"count\":6", "\"count\":7");
    QVERIFY(!api::pushAnswerFromBytes(few));
}

void TestWire::changesSurvive()
{
    api::ChangesPage page{u"e"_s, 5, 6, 9, 9, true, {}};
    page.changes.push_back({6, 2, Outcome::Conflict, u"duplicate_patient"_s, 1795420842113, sample()});
    const auto back = api::changesPageFromBytes(api::toBytes(page));
    QVERIFY(back);
    QCOMPARE(back->next, 6U);
    QCOMPARE(back->head, 9U);
    QVERIFY(back->more);
    QCOMPARE(back->changes.size(), 1U);
    QCOMPARE(back->changes.front().op, page.changes.front().op);
    QCOMPARE(back->changes.front().outcome, Outcome::Conflict);
    QCOMPARE(back->changes.front().code, u"duplicate_patient"_s);
    QCOMPARE(back->changes.front().receivedAtMs, 1795420842113);
    QByteArray cut = api::toBytes(page);
    cut.replace("\"count\":1", "\"count\":0");
    QVERIFY(!api::changesPageFromBytes(cut));
}

void TestWire::statusSurvives()
{
    const std::vector<OpId> ids{OpId::create(), OpId::create()};
    const auto asked = api::statusRequestFromBytes(api::statusRequestBytes(ids));
    QVERIFY(asked);
    QCOMPARE(*asked, ids);
    QVERIFY(!api::statusRequestFromBytes(api::statusRequestBytes(std::vector<OpId>(1001, ids.front()))));
    const api::StatusAnswer sent{u"e"_s, {{ids.front(), 4, 2, Outcome::Merged}}, {ids.back()}};
    const auto back = api::statusAnswerFromBytes(api::toBytes(sent));
    QVERIFY(back);
    QCOMPARE(back->known.front().seq, 4U);
    QCOMPARE(back->known.front().outcome, Outcome::Merged);
    QCOMPARE(back->unknown, sent.unknown);
}

void TestWire::metaAndLoginSurvive()
{
    api::Meta meta;
    meta.serverTimeMs = 1795420842113;
    meta.epoch = u"e"_s;
    meta.studyOid = u"S.1"_s;
    meta.studyVersionOid = u"MDV.1"_s;
    meta.receiptKeyId = u"k"_s;
    meta.receiptPublicKey = QByteArray(32, 'k');
    const auto backMeta = api::metaFromBytes(api::toBytes(meta));
    QVERIFY(backMeta);
    QCOMPARE(backMeta->receiptPublicKey, meta.receiptPublicKey);
    QCOMPARE(backMeta->studyOid, meta.studyOid);
    QCOMPARE(backMeta->serverTimeMs, meta.serverTimeMs);
    const api::LoginAnswer login{
        u"t"_s, u"r"_s, 600, {UserName(u"anna"_s), u"Anna"_s, Role::Monitor, SiteId(u"701"_s)}};
    const auto back = api::loginAnswerFromBytes(api::toBytes(login));
    QVERIFY(back);
    QCOMPARE(back->user.role, Role::Monitor);
    QCOMPARE(back->user.siteId, SiteId(u"701"_s));
    QCOMPARE(back->refreshToken, u"r"_s);
}

void TestWire::errorsSurvive()
{
    const Error sent(ErrorCode::NotFound, "Patient not found", u"patientId"_s);
    const Error back = api::errorFromBytes(api::errorBytes(sent, u"r-1"_s, u"找不到患者 100%1"_s), 404);
    QCOMPARE(back.code, ErrorCode::NotFound);
    QCOMPARE(back.message.english(), u"找不到患者 100%1"_s);
    QCOMPARE(back.where, u"patientId"_s);
    QCOMPARE(back.requestId, u"r-1"_s);
    QCOMPARE(api::errorFromBytes("<html>", 503).code, ErrorCode::Busy);
    QCOMPARE(api::errorFromBytes("<html>", 500).code, ErrorCode::Server);
}

void TestWire::receiptMessageIsPrefixed()
{
    api::Receipt receipt;
    receipt.deviceN = 1;
    receipt.hash = QByteArray(32, 'h');
    receipt.serverTimeMs = 2;
    receipt.seq = 3;
    const QByteArray message = api::receiptMessage(u"701"_s, DeviceId::fromBytes(QByteArray(16, '\1')), receipt);
    QByteArray expected("\0\0\0\x12sitebook.receipt.1", 22);
    expected += QByteArray("\0\0\0\x03"
                           "701",
                           7);
    expected += QByteArray("\0\0\0\x24"
                           "01010101-0101-0101-0101-010101010101",
                           40);
    expected += QByteArray("\0\0\0\x08\0\0\0\0\0\0\0\1", 12);
    expected += QByteArray("\0\0\0\x20", 4) + QByteArray(32, 'h');
    expected += QByteArray("\0\0\0\x08\0\0\0\0\0\0\0\2", 12) + QByteArray("\0\0\0\x08\0\0\0\0\0\0\0\3", 12);
    QCOMPARE(message, expected);
}

void TestWire::digestIsOfRfc9530()
{
    QCOMPARE(api::contentDigest("{\"hello\": \"world\"}\n"),
             "sha-256=:RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=:"_ba);
}

void TestWire::patientHasItsFourNames()
{
    Patient patient;
    patient.patientId = PatientId(u"P001"_s);
    patient.name = u"Anna"_s;
    patient.isEnrolled = true;
    patient.dateOfBirth = *PartialDate::parse(u"1970-02");
    const QJsonObject object = api::patientJson(patient);
    QCOMPARE(object.value(u"patientId"_s).toString(), u"P001"_s);
    QCOMPARE(object.value(u"name"_s).toString(), u"Anna"_s);
    QCOMPARE(object.value(u"dateOfBirth"_s).toString(), u"1970-02"_s);
    QCOMPARE(object.value(u"isEnrolled"_s).toBool(), true);
}

QTEST_APPLESS_MAIN(TestWire)
#include "tst_wire.moc"
