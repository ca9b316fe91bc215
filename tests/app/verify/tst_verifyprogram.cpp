// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/verify/trailbuilder.h"

#include <QFile>
#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace sitebook::test;
using namespace Qt::StringLiterals;

namespace {

struct Run
{
    int status = -1;
    QByteArray out;
    QByteArray err;
};

Run verify(const QStringList& arguments)
{
    QProcess process;
    process.start(QStringLiteral(SITEBOOK_BINARY_DIR "/sitebook-verify"), arguments);
    if (!process.waitForFinished(20'000))
        return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

} // namespace

class TestVerifyProgram final : public QObject
{
    Q_OBJECT
    QTemporaryDir m_folder;

    QString written(const QByteArray& bytes)
    {
        QFile file(m_folder.filePath(u"trail.jsonl"_s));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            return {};
        return file.fileName();
    }

private Q_SLOTS:
    void saysThatATrailIsWhole()
    {
        const TrailBuilder trail(1);
        const Run run = verify({written(trail.file())});
        QCOMPARE(run.status, 0);
        QVERIFY(run.out.contains("site 701"));
        QVERIFY(run.out.contains("24 entries, 6 receipts"));
        QVERIFY(run.out.contains(trail.publicKey().toHex()));
        QVERIFY(run.err.isEmpty());
    }

    void namesTheFirstBadEntry()
    {
        const TrailBuilder trail(1);
        QByteArray file = trail.file();
        const Run run = verify({written(file.replace("\"user\":\"lin\"", "\"user\":\"eve\""))});
        QCOMPARE(run.status, 1);
        QVERIFY(run.out.isEmpty());
        const QByteArray device = trail.operations()[2].device.toString().toUtf8();
        const QByteArray place = "line 4, device " + device + ", entry 2: ";
        QVERIFY2(run.err.contains(place), run.err.constData());
    }

    void printsOneObject()
    {
        const TrailBuilder trail(1);
        const QString path = written(trail.file());
        const auto good = QJsonDocument::fromJson(verify({u"--json"_s, path}).out).object();
        QCOMPARE(good[u"ok"_s].toBool(), true);
        QCOMPARE(good[u"entries"_s].toInt(), 24);
        written(trail.file().chopped(10));
        const Run run = verify({u"--json"_s, path});
        QCOMPARE(run.status, 1);
        const auto bad = QJsonDocument::fromJson(run.out).object();
        QCOMPARE(bad[u"ok"_s].toBool(), false);
        QCOMPARE(bad[u"problem"_s].toObject()[u"line"_s].toInt(), 32);
    }

    void comparesTheReceiptKey()
    {
        const TrailBuilder trail(1);
        const QString path = written(trail.file());
        QCOMPARE(verify({u"--receipt-key"_s, QString::fromLatin1(trail.publicKey().toHex()), path}).status, 0);
        QCOMPARE(verify({u"--receipt-key"_s, QString(64, u'a'), path}).status, 1);
        QCOMPARE(verify({u"--receipt-key"_s, u"abc"_s, path}).status, 2);
    }

    void exitStatus_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("status");
        QTest::newRow("no file named") << QStringList() << 2;
        QTest::newRow("two files") << QStringList{u"a"_s, u"b"_s} << 2;
        QTest::newRow("unknown option") << QStringList{u"--fix"_s, u"a"_s} << 2;
        QTest::newRow("missing file") << QStringList{u"/nowhere/trail"_s} << 1;
        QTest::newRow("folder") << QStringList{u"/"_s} << 1;
        QTest::newRow("help") << QStringList{u"--help"_s} << 0;
        QTest::newRow("version") << QStringList{u"--version"_s} << 0;
    }
    void exitStatus()
    {
        QFETCH(const QStringList, arguments);
        const Run run = verify(arguments);
        QTEST(run.status, "status");
        QVERIFY(run.out.isEmpty() != run.err.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestVerifyProgram)
#include "tst_verifyprogram.moc"
