// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/programrun.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QScopeGuard>
#include <QStorageInfo>
#include <QTemporaryDir>
#include <QTest>
#include <unistd.h>

using namespace sitebook;
using namespace sitebook::test;
using namespace Qt::StringLiterals;

namespace {

const QString desktop = QStringLiteral(SITEBOOK_BINARY_DIR "/sitebook");
const QString server = QStringLiteral(SITEBOOK_BINARY_DIR "/sitebook-server");
const QString password = u"four quiet words here"_s;
const QString refused = u"The disk refuses to take more data. Nothing was changed; free some space and try again."_s;
const QString full = u"The disk is full. Nothing was changed; free some space and try again."_s;

} // namespace

// The real programs where nothing more can be stored, and where the keychain is locked. A limit on the size of files
// (RLIMIT_FSIZE) works for everybody; a full file system needs the right to mount one.
class TestBadInputDisk final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void limits_data();
    void limits();
    void aLimitedServerStartsOnceThereIsRoom();
    void theQueueStopsSaysSoAndGoesOn();
    void aFullFileSystemKeepsWhatIsThere();
    void aLockedKeychainIsSaid();

private:
    Ran run(const QString& program, const QStringList& words)
    {
        return runProgram(program, words, cleanEnvironment(m_home.path(), password), m_folder.path());
    }
    // With files of at most so many blocks of 512 bytes.
    Ran limited(int blocks, const QString& program, const QStringList& words)
    {
        const QString script = u"ulimit -f %1; exec \"$@\""_s.arg(blocks);
        return runProgram(u"/bin/sh"_s, QStringList{u"-c"_s, script, u"sh"_s, program} + words,
                          cleanEnvironment(m_home.path(), password), m_folder.path());
    }
    void makeDesk(const QString& path, int reports)
    {
        QCOMPARE(run(desktop, {u"init"_s, path, u"--study"_s, u"demo"_s, u"--site"_s, u"701"_s, u"--user"_s, u"lin"_s})
                     .status,
                 0);
        QCOMPARE(
            run(desktop, {u"demo"_s, path, u"--patients"_s, u"3"_s, u"--reports"_s, QString::number(reports)}).status,
            0);
    }
    QByteArray read(const QString& path)
    {
        QFile file(QDir(m_folder.path()).absoluteFilePath(path));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    QString at(const QString& name) { return m_folder.filePath(name); }

    QTemporaryDir m_folder;
    QTemporaryDir m_home;
};

void TestBadInputDisk::initTestCase()
{
    makeDesk(u"desk"_s, 9);
    QCOMPARE(run(desktop, {u"queue"_s, u"desk"_s}).status, 0);
    QCOMPARE(run(desktop, {u"export"_s, u"desk"_s, u"--format"_s, u"json"_s, u"--out"_s, u"kept.json"_s}).status, 0);
    QFile many(at(u"many.csv"_s));
    QVERIFY(many.open(QIODevice::WriteOnly));
    many.write("patientId,name,dateOfBirth,sex\n");
    for (int i = 100; i < 1000; ++i)
        many.write("P" + QByteArray::number(i) + ",Somebody with a long name,1980-01-02,F\n");
}

void TestBadInputDisk::limits_data()
{
    QTest::addColumn<int>("blocks");
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("sentence");
    const QStringList import{u"import"_s, u"desk"_s, u"many.csv"_s};
    for (const int blocks : {1, 90, 150, 250, 400})
        QTest::newRow(qPrintable(u"import, %1 blocks"_s.arg(blocks)))
            << blocks << import << QString(u"desk*: "_s + refused);
    const QString exportFull = u": The disk is full. Free some space or choose another folder, then export again."_s;
    for (const QString& format : {u"csv"_s, u"json"_s, u"xml"_s})
        QTest::newRow(qPrintable(u"export "_s + format))
            << 1 << QStringList{u"export"_s, u"desk"_s, u"--format"_s, format, u"--out"_s, u"kept.json"_s}
            << QString(u"*"_s);
    QTest::newRow("export, one block short")
        << 300 << QStringList{u"export"_s, u"big"_s, u"--format"_s, u"xml"_s, u"--out"_s, u"kept.json"_s}
        << QString(u"kept.json"_s + exportFull);
    const QStringList init{u"--study"_s, u"demo"_s, u"--site"_s, u"701"_s, u"--user"_s, u"lin"_s};
    QTest::newRow("set up, no room for the study") << 20 << QStringList(QStringList{u"init"_s, u"fresh"_s} + init)
                                                   << u"{dir}/fresh/study.xml: The study could not be copied into the "
                                                      u"workspace. Check that the disk has space and "
                                                      "may be written, then try again; nothing was created."_s;
    QTest::newRow("set up, no room for the database")
        << 105 << QStringList(QStringList{u"init"_s, u"fresh"_s} + init) << QString(u"{dir}/fresh*: "_s + refused);
}

void TestBadInputDisk::limits()
{
    QFETCH(const int, blocks);
    QFETCH(const QStringList, words);
    QFETCH(QString, sentence);
    if (words.contains(u"big"_s) && !QFile::exists(at(u"big"_s))) {
        makeDesk(u"big"_s, 3);
        QCOMPARE(run(desktop, {u"import"_s, u"big"_s, u"many.csv"_s}).status, 0);
    }
    const QByteArray kept = read(u"kept.json"_s);
    const QStringList names = QDir(m_folder.path()).entryList();
    const QList<qint64> before = recordsOf(at(u"desk"_s));
    const Ran ran = limited(blocks, desktop, words);
    QVERIFY2(ran.status == 1, qPrintable(u"status %1 %2 %3"_s.arg(ran.status).arg(ran.out, ran.err)));
    sentence.replace(u"{dir}"_s, m_folder.path());
    const QString pattern = QRegularExpression::escape(u"sitebook: "_s + sentence + u'\n').replace(u"\\*"_s, u".*"_s);
    QVERIFY2(QRegularExpression(QRegularExpression::anchoredPattern(pattern)).match(ran.err).hasMatch(),
             qPrintable(ran.err));
    QCOMPARE(recordsOf(at(u"desk"_s)), before);
    QCOMPARE(read(u"kept.json"_s), kept);
    QCOMPARE(QDir(m_folder.path()).entryList(), names);
    const Ran check = run(desktop, {u"check"_s, u"desk"_s, u"--json"_s});
    QCOMPARE(check.status, 0);
    QVERIFY(QJsonDocument::fromJson(check.out.toUtf8()).object().value(u"ok"_s).toBool());
}

void TestBadInputDisk::aLimitedServerStartsOnceThereIsRoom()
{
    const QStringList words{u"account"_s, u"add"_s, u"lin"_s,        u"--role"_s, u"coordinator"_s,
                            u"--site"_s,  u"1"_s,   u"--database"_s, u"s.db"_s};
    for (const int blocks : {1, 8, 50}) {
        const Ran ran = limited(blocks, server, words);
        QVERIFY2(ran.status == 1, qPrintable(ran.err));
        QCOMPARE(ran.err, QString(u"sitebook-server: s.db: "_s + refused + u'\n'));
        QVERIFY(!QFile::exists(at(u"s.db"_s)) && !QFile::exists(at(u"s.db-wal"_s)));
    }
    QCOMPARE(run(server, words).status, 0);
}

void TestBadInputDisk::theQueueStopsSaysSoAndGoesOn()
{
    makeDesk(u"queued"_s, 60);
    const QList<qint64> before = recordsOf(at(u"queued"_s));
    QVERIFY(before.value(4) > 20);
    for (const char* command : {"queue", "check", "sync"}) {
        const Ran ran = limited(150, desktop, {QLatin1String(command), u"queued"_s});
        QVERIFY2(ran.status == 1, qPrintable(ran.out + ran.err));
        QCOMPARE(ran.err, QString(u"sitebook: queued: "_s + refused + u'\n'));
    }
    const Ran ran = run(desktop, {u"queue"_s, u"queued"_s, u"--json"_s});
    QCOMPARE(ran.status, 0);
    const QList<qint64> after = recordsOf(at(u"queued"_s));
    QCOMPARE(after.value(4), 0);               // the queue is empty
    QCOMPARE(after.value(3), before.value(4)); // and every report is stored, once
}

void TestBadInputDisk::aFullFileSystemKeepsWhatIsThere()
{
    if (::geteuid() != 0)
        QSKIP("a file system of a few kilobytes needs root; the limits above are met in any case");
    const QString place = at(u"tmpfs"_s);
    QVERIFY(QDir().mkpath(place));
    if (run(u"/bin/mount"_s, {u"-t"_s, u"tmpfs"_s, u"-o"_s, u"size=1500k"_s, u"tmpfs"_s, place}).status != 0)
        QSKIP("nothing can be mounted here");
    const auto unmount = qScopeGuard([&] { (void)run(u"/bin/umount"_s, {u"-l"_s, place}); });
    makeDesk(place + u"/desk"_s, 2);
    QCOMPARE(run(desktop, {u"queue"_s, place + u"/desk"_s}).status, 0);
    const QString out = place + u"/out.json"_s;
    const QStringList exporting{u"export"_s, u"desk"_s, u"--format"_s, u"json"_s, u"--out"_s, out};
    QCOMPARE(run(desktop, exporting).status, 0);
    const QByteArray kept = read(out);
    const auto fillBut = [&](qint64 bytes) {
        QFile ballast(place + u"/ballast"_s);
        QVERIFY(ballast.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
        ballast.write(QByteArray(qsizetype(QStorageInfo(place).bytesAvailable() - bytes), 'x'));
    };
    fillBut(150'000);
    const QList<qint64> before = recordsOf(place + u"/desk"_s);
    const Ran import = run(desktop, {u"import"_s, place + u"/desk"_s, u"many.csv"_s});
    QCOMPARE(import.err, QString(u"sitebook: "_s + place + u"/desk: "_s + full + u'\n'));
    QCOMPARE(import.status, 1);
    QCOMPARE(recordsOf(place + u"/desk"_s), before);

    QVERIFY(QFile::remove(place + u"/ballast"_s));
    fillBut(0);
    const Ran again = run(desktop, exporting);
    QCOMPARE(again.err, QString(u"sitebook: "_s + out +
                                u": The disk is full. Free some space or choose another folder, then export "
                                "again.\n"_s));
    QCOMPARE(again.status, 1);
    QCOMPARE(read(out), kept);
    const Ran trail = run(desktop, {u"trail"_s, u"desk"_s, u"--out"_s, place + u"/t.jsonl"_s});
    QCOMPARE(trail.status, 1);
    QCOMPARE(trail.err, QString(u"sitebook: "_s + place +
                                u"/t.jsonl: The disk is full. Free some space and export the trail again.\n"_s));
    QVERIFY(!QFile::exists(place + u"/t.jsonl"_s));
    QVERIFY(QFile::remove(place + u"/ballast"_s));
    QCOMPARE(run(desktop, {u"check"_s, place + u"/desk"_s}).status, 0);
}

void TestBadInputDisk::aLockedKeychainIsSaid()
{
    const QString wrapper = QStringLiteral(SITEBOOK_SOURCE_DIR "/tests/support/with-secret-service");
    const QString script =
        u"if [ \"$SITEBOOK_KEYCHAIN\" = fill ]; then\n"
        "  \"$0\" init locked --study demo --site 701 --user lin > /dev/null && \"$0\" check locked > /dev/null\n"
        "else\n"
        "  \"$0\" check locked 2> said; echo \"status $?\"\n"
        "fi\n"_s;
    const Ran ran = run(wrapper, {u"locked"_s, u"bash"_s, u"-c"_s, script, desktop});
    if (ran.status == 77)
        QSKIP(qPrintable(ran.out));
    QVERIFY2(ran.out.contains(u"status 1\n"_s), qPrintable(ran.out + ran.err));
    QCOMPARE(read(u"said"_s),
             "sitebook: locked: The keychain is locked or has lost this workspace's secret. Unlock the "
             "keychain and try again, or use the recovery code.\n"_ba);
}

QTEST_GUILESS_MAIN(TestBadInputDisk)
#include "tst_badinputdisk.moc"
