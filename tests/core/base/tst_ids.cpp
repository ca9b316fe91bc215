// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/ids.h"

#include <QDateTime>
#include <QSet>
#include <QTest>

using namespace sitebook;
using namespace Qt::StringLiterals;

class TestIds final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aNewOneIsAVersionSevenOfNow();
    void laterMillisecondsSortBehind();
    void noTwoAreEqual();
    void textAndBytesGoThereAndBack();
    void badTextIsNull_data();
    void badTextIsNull();
    void badBytesAreNull();
    void aNullOneHasNoText();
};

void TestIds::aNewOneIsAVersionSevenOfNow()
{
    const qint64 before = QDateTime::currentMSecsSinceEpoch();
    const QByteArray bytes = Uuid::create().bytes();
    const qint64 after = QDateTime::currentMSecsSinceEpoch();
    QCOMPARE(bytes.size(), 16);
    QCOMPARE(static_cast<quint8>(bytes[6]) >> 4, 7);
    QCOMPARE(static_cast<quint8>(bytes[8]) >> 6, 2);
    const qint64 made = bytes.left(6).toHex().toLongLong(nullptr, 16);
    QVERIFY(made >= before && made <= after);
}

void TestIds::laterMillisecondsSortBehind()
{
    Uuid last = Uuid::create();
    for (int i = 0; i < 20; ++i) {
        const qint64 made = QDateTime::currentMSecsSinceEpoch();
        while (QDateTime::currentMSecsSinceEpoch() == made) {
        }
        const Uuid next = Uuid::create();
        QVERIFY(last < next);
        QVERIFY(last.toString() < next.toString());
        last = next;
    }
}

void TestIds::noTwoAreEqual()
{
    QSet<OpId> seen;
    for (int i = 0; i < 20000; ++i)
        seen.insert(OpId::create());
    QCOMPARE(seen.size(), 20000);
}

void TestIds::textAndBytesGoThereAndBack()
{
    const RecordId id = RecordId::create();
    QCOMPARE(id.toString().size(), 36);
    QCOMPARE(RecordId::fromString(id.toString()), id);
    QCOMPARE(RecordId::fromString(id.toString().toUpper()), id);
    QCOMPARE(RecordId::fromBytes(id.bytes()), id);
    QCOMPARE(qHash(RecordId::fromBytes(id.bytes())), qHash(id));
}

void TestIds::badTextIsNull_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QString();
    QTest::newRow("word") << u"record"_s;
    QTest::newRow("too short") << u"018f3d6e-7a2b-7c3d-8e4f-5a6b7c8d9e0"_s;
    QTest::newRow("too long") << u"018f3d6e-7a2b-7c3d-8e4f-5a6b7c8d9e0f0"_s;
    QTest::newRow("braces") << u"{018f3d6e-7a2b-7c3d-8e4f-5a6b7c8d9e}"_s;
    QTest::newRow("not hexadecimal") << u"018f3d6e-7a2b-7c3d-8e4f-5a6b7c8d9e0g"_s;
    QTest::newRow("no dashes") << u"018f3d6e07a2b07c3d08e4f05a6b7c8d9e0f"_s;
    QTest::newRow("letters beyond ASCII") << u"018f3d6e-7a2b-7c3d-8e4f-5a6b7c8d9e0é"_s;
}

void TestIds::badTextIsNull()
{
    QFETCH(const QString, text);
    QVERIFY(Uuid::fromString(text).isNull());
    QVERIFY(OpId::fromString(text).isNull());
}

void TestIds::badBytesAreNull()
{
    QVERIFY(Uuid::fromBytes({}).isNull());
    QVERIFY(Uuid::fromBytes(QByteArray(15, 'x')).isNull());
    QVERIFY(Uuid::fromBytes(QByteArray(17, 'x')).isNull());
    QVERIFY(!Uuid::fromBytes(QByteArray(16, 'x')).isNull());
}

void TestIds::aNullOneHasNoText()
{
    QVERIFY(RecordId().isNull());
    QVERIFY(RecordId().toString().isEmpty());
    QVERIFY(RecordId().bytes().isEmpty());
}

QTEST_GUILESS_MAIN(TestIds)
#include "tst_ids.moc"
