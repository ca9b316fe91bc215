// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/hashchain.h"

#include <QTest>
#include <functional>

using namespace sitebook;
using namespace Qt::StringLiterals;

using Change = std::function<void(Operation&)>;
Q_DECLARE_METATYPE(Change)

class TestHashChain final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyChainedFieldChangesTheHash_data();
    void everyChainedFieldChangesTheHash();
    void valuesEnterTheHashThroughTheirDigestsOnly();
    void everyFieldChangesTheFingerprint_data();
    void everyFieldChangesTheFingerprint();
    void theFieldsDoNotRunIntoEachOther();
    void theHashIsWhatTheHeaderSays();
    void aDigestNeedsItsKey();
    void codesGoThereAndBack();
};

namespace {

Operation sample()
{
    Operation op;
    op.opId = OpId::fromString(u"018f3d6e-7a2b-7c3d-8e4f-5a6b7c8d9e0f");
    op.device = DeviceId::fromString(u"018f3d6e-7a2b-7c3d-8e4f-000000000001");
    op.type = OpType::Set;
    op.entity = Entity::Report;
    op.recordId = RecordId::fromString(u"018f3d6e-7a2b-7c3d-8e4f-000000000002");
    op.baseVersion = 4;
    op.set.set(u"item/IT.PHQ0101"_s, u"2"_s);
    op.user = UserName(u"li.wei"_s);
    op.role = Role::Coordinator;
    op.capturedAt = {1'800'000'000'123, 60};
    op.clockQuality = ClockQuality::Verified;
    op.reason = u"Typing error"_s;
    op.schema = u"MDV.1/F.PHQ9"_s;
    op.link.n = 7;
    op.link.prev = QByteArray(32, 'p');
    op.link.oldDigest = QByteArray(32, 'o');
    op.link.newDigest = QByteArray(32, 'n');
    return op;
}

struct NamedChange
{
    const char* name;
    Change change;
};

std::vector<NamedChange> commonChanges()
{
    return {
        {"n", [](Operation& op) { ++op.link.n; }},
        {"device", [](Operation& op) { op.device = DeviceId::create(); }},
        {"user", [](Operation& op) { op.user = UserName(u"li.weI"_s); }},
        {"role", [](Operation& op) { op.role = Role::Investigator; }},
        {"time", [](Operation& op) { ++op.capturedAt.utcMs; }},
        {"offset", [](Operation& op) { op.capturedAt.offsetMinutes = -60; }},
        {"clock", [](Operation& op) { op.clockQuality = ClockQuality::RolledBack; }},
        {"type", [](Operation& op) { op.type = OpType::Void; }},
        {"entity", [](Operation& op) { op.entity = Entity::Patient; }},
        {"record", [](Operation& op) { op.recordId = RecordId::create(); }},
        {"operation", [](Operation& op) { op.opId = OpId::create(); }},
        {"base version", [](Operation& op) { op.baseVersion = 5; }},
        {"schema", [](Operation& op) { op.schema = u"MDV.2/F.PHQ9"_s; }},
        {"reason", [](Operation& op) { op.reason = u"Typing errors"_s; }},
    };
}

} // namespace

void TestHashChain::everyChainedFieldChangesTheHash_data()
{
    QTest::addColumn<Change>("change");
    for (const NamedChange& one : commonChanges())
        QTest::newRow(one.name) << one.change;
    QTest::newRow("previous hash") << Change([](Operation& op) { op.link.prev[31] = 'q'; });
    QTest::newRow("old digest") << Change([](Operation& op) { op.link.oldDigest[0] = 'x'; });
    QTest::newRow("new digest") << Change([](Operation& op) { op.link.newDigest[0] = 'x'; });
}

void TestHashChain::everyChainedFieldChangesTheHash()
{
    QFETCH(const Change, change);
    const QByteArray hash = chainHash(sample());
    QCOMPARE(hash.size(), 32);
    QCOMPARE(chainHash(sample()), hash);
    Operation changed = sample();
    change(changed);
    QVERIFY(chainHash(changed) != hash);
}

void TestHashChain::valuesEnterTheHashThroughTheirDigestsOnly()
{
    Operation other = sample();
    other.set.set(u"item/IT.PHQ0101"_s, u"3"_s);
    QCOMPARE(chainHash(other), chainHash(sample()));
}

void TestHashChain::everyFieldChangesTheFingerprint_data()
{
    QTest::addColumn<Change>("change");
    for (const NamedChange& one : commonChanges())
        QTest::newRow(one.name) << one.change;
    QTest::newRow("value") << Change([](Operation& op) { op.set.set(u"item/IT.PHQ0101"_s, u"3"_s); });
    QTest::newRow("missing reason") << Change(
        [](Operation& op) { op.set.set(u"item/IT.PHQ0101"_s, FieldValue(MissingReason::NotDone)); });
    QTest::newRow("another field") << Change([](Operation& op) { op.set.set(u"item/IT.PHQ0102"_s, QString()); });
    QTest::newRow("hash") << Change([](Operation& op) { op.link.hash = QByteArray(32, 'h'); });
}

void TestHashChain::everyFieldChangesTheFingerprint()
{
    QFETCH(const Change, change);
    const QByteArray print = fingerprint(sample());
    QCOMPARE(print.size(), 32);
    Operation changed = sample();
    change(changed);
    QVERIFY(fingerprint(changed) != print);
}

void TestHashChain::theFieldsDoNotRunIntoEachOther()
{
    Operation a = sample();
    a.schema = u"ab"_s;
    a.reason = u"c"_s;
    a.user = UserName(u"li"_s);
    Operation b = a;
    b.schema = u"a"_s;
    b.reason = u"bc"_s;
    QVERIFY(chainHash(a) != chainHash(b));
    QVERIFY(fingerprint(a) != fingerprint(b));
}

void TestHashChain::theHashIsWhatTheHeaderSays()
{
    // Computed apart from this program, from the comment in hashchain.h.
    QCOMPARE(chainHash(sample()).toHex(), "0dfdfc8a45fa2ab9c5d9bae70e2a343c3a9f7564d0c6938cb3ce8dbb6fa50f71"_ba);
    QCOMPARE(chainOrigin(), QByteArray(32, '\0'));
}

void TestHashChain::aDigestNeedsItsKey()
{
    const Fields fields = sample().set;
    const QByteArray key(32, 'k');
    QCOMPARE(fieldsDigest(fields, key), fieldsDigest(fields, key));
    QVERIFY(fieldsDigest(fields, key) != fieldsDigest(fields, QByteArray(32, 'l')));
    QVERIFY(fieldsDigest(fields, key) != fieldsDigest(Fields(), key));
}

void TestHashChain::codesGoThereAndBack()
{
    for (int i = 0; i <= static_cast<int>(OpType::Verify); ++i)
        QCOMPARE(opTypeFromCode(typeCode(static_cast<OpType>(i))), std::optional(static_cast<OpType>(i)));
    for (int i = 0; i <= static_cast<int>(Entity::Workspace); ++i)
        QCOMPARE(entityFromCode(entityCode(static_cast<Entity>(i))), std::optional(static_cast<Entity>(i)));
    for (int i = 0; i <= static_cast<int>(ClockQuality::RolledBack); ++i)
        QCOMPARE(clockFromCode(clockCode(static_cast<ClockQuality>(i))), std::optional(static_cast<ClockQuality>(i)));
    QCOMPARE(opTypeFromCode(u"delete"), std::nullopt);
    QCOMPARE(entityFromCode(u""), std::nullopt);
    QCOMPARE(clockFromCode(u"Verified"), std::nullopt);
}

QTEST_GUILESS_MAIN(TestHashChain)
#include "tst_hashchain.moc"
