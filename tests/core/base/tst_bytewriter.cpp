// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/bytewriter.h"

#include <QDataStream>
#include <QTest>

using namespace sitebook;
using namespace Qt::StringLiterals;

class TestByteWriter final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void writesWhatDataStreamWrites_data();
    void writesWhatDataStreamWrites();
    void knownBytes();
};

void TestByteWriter::writesWhatDataStreamWrites_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << u""_s;
    QTest::newRow("null") << QString();
    QTest::newRow("ASCII") << u"PHQ-9 \u007f"_s;
    QTest::newRow("first beyond ASCII") << u"a\u0080"_s;
    QTest::newRow("Chinese") << u"张伟 80 kg"_s;
    QTest::newRow("beyond the first plane") << u"x\U0001F600y"_s;
    QTest::newRow("longer than the writer's own space") << QString(5000, u'a') + u"é"_s;
}

void TestByteWriter::writesWhatDataStreamWrites()
{
    QFETCH(QString, text);
    QByteArray wanted;
    QDataStream stream(&wanted, QIODevice::WriteOnly);
    const QByteArray utf8 = text.toUtf8(); // a null array has a mark of its own in the stream
    stream << quint8(1) << qint64(-2) << (utf8.isNull() ? QByteArray("") : utf8) << qint32(-3) << QByteArray("end");
    ByteWriter writer;
    writer.number(quint8(1)).number(qint64(-2)).text(text).number(qint32(-3)).bytes("end");
    QCOMPARE(writer.toByteArray(), wanted);
    QCOMPARE(writer.view().toByteArray(), wanted);
}

void TestByteWriter::knownBytes()
{
    ByteWriter writer;
    writer.number(quint32(0x01020304)).text(u"é"_s);
    QCOMPARE(writer.toByteArray().toHex(), QByteArray("0102030400000002c3a9"));
}

QTEST_APPLESS_MAIN(TestByteWriter)
#include "tst_bytewriter.moc"
