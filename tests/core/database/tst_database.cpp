// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/database.h"

#include <QProcess>
#include <QStorageInfo>
#include <QTemporaryDir>
#include <QTest>
#include <thread>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

using namespace sitebook;
using namespace Qt::StringLiterals;

class TestDatabase final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void whatCannotBeOpenedSaysWhy_data();
    void whatCannotBeOpenedSaysWhy();
    void aFolderWithoutPermissionIsNotWritable();
    void aReadingConnectionDoesNotWrite();
    void whoeverWaitsTooLongIsTold();
    void aDamagedFileIsNamed();
    void anInterruptIsACancellation();
    void aFullDatabaseIsAFullDisk();
    void aFullDiskIsToldAndNothingCommittedIsLost();
    void aFullFileSystemIsAFullDisk();
    void aTransactionCountsOnlyWhenCommitted();
    void aSavepointGoesAlone();
    void savepointsLieInsideEachOther();
    void readingSeesOneMoment();
    void valuesGoThereAndBack();
    void aStatementIsUsedAgain();

private:
    QString file(const QString& name = u"test.db"_s) const { return m_folder->filePath(name); }
    std::unique_ptr<Database> made();
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestDatabase::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

std::unique_ptr<Database> TestDatabase::made()
{
    auto database = Database::open(file(), Database::Mode::Create);
    if (!database || !(*database)->exec("CREATE TABLE t(x)"))
        qFatal("no database");
    return std::move(*database);
}

void TestDatabase::whatCannotBeOpenedSaysWhy_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<int>("mode");
    QTest::addColumn<ErrorCode>("code");
    const auto create = static_cast<int>(Database::Mode::Create);
    const auto write = static_cast<int>(Database::Mode::ReadWrite);
    const auto read = static_cast<int>(Database::Mode::ReadOnly);
    const QByteArray text(4096, 'x');
    QTest::newRow("nothing there, to write") << u"none.db"_s << QByteArray() << write << ErrorCode::NotFound;
    QTest::newRow("nothing there, to read") << u"none.db"_s << QByteArray() << read << ErrorCode::NotFound;
    QTest::newRow("no folder") << u"none/test.db"_s << QByteArray() << create << ErrorCode::NotWritable;
    QTest::newRow("a folder") << u"."_s << QByteArray() << write << ErrorCode::NotWritable;
    QTest::newRow("a text file, to write") << u"letter.txt"_s << text << write << ErrorCode::NotAWorkspace;
    QTest::newRow("a text file, to read") << u"letter.txt"_s << text << read << ErrorCode::NotAWorkspace;
    QTest::newRow("a short text file") << u"short.txt"_s << QByteArray("hello") << write << ErrorCode::NotAWorkspace;
}

void TestDatabase::whatCannotBeOpenedSaysWhy()
{
    QFETCH(const QString, path);
    QFETCH(const QByteArray, content);
    QFETCH(const int, mode);
    QFETCH(const ErrorCode, code);
    if (!content.isEmpty()) {
        QFile letter(file(path));
        QVERIFY(letter.open(QIODevice::WriteOnly));
        letter.write(content);
    }
    const auto opened = Database::open(file(path), static_cast<Database::Mode>(mode));
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, code);
    QVERIFY(!opened.error().message.isEmpty());
    if (!content.isEmpty()) {
        QFile letter(file(path));
        QVERIFY(letter.open(QIODevice::ReadOnly));
        QCOMPARE(letter.readAll(), content);
    }
}

void TestDatabase::aFolderWithoutPermissionIsNotWritable()
{
#ifdef Q_OS_UNIX
    if (geteuid() == 0)
        QSKIP("the superuser may write everywhere");
#endif
    made().reset();
    QVERIFY(QFile::setPermissions(m_folder->path(), QFileDevice::ReadOwner | QFileDevice::ExeOwner));
    const auto fresh = Database::open(file(u"new.db"_s), Database::Mode::Create);
    QFile::setPermissions(file(), QFileDevice::ReadOwner);
    const auto present = Database::open(file(), Database::Mode::ReadWrite);
    QFile::setPermissions(m_folder->path(), QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
    QVERIFY(!fresh);
    QCOMPARE(fresh.error().code, ErrorCode::NotWritable);
    QVERIFY(!present);
    QCOMPARE(present.error().code, ErrorCode::NotWritable);
}

void TestDatabase::aReadingConnectionDoesNotWrite()
{
    const auto writer = made();
    const auto reader = Database::open(file(), Database::Mode::ReadOnly);
    QVERIFY(reader);
    const auto written = (*reader)->exec("INSERT INTO t VALUES(1)");
    QVERIFY(!written);
    QCOMPARE(written.error().code, ErrorCode::NotWritable);
    QCOMPARE((*reader)->scalar("SELECT count(*) FROM t").value_or(-1), 0);
}

void TestDatabase::whoeverWaitsTooLongIsTold()
{
    const auto first = made();
    const auto second = Database::open(file(), Database::Mode::ReadWrite);
    QVERIFY(second);
    QVERIFY((*second)->exec("PRAGMA busy_timeout=20"));
    const auto held = Transaction::begin(*first);
    QVERIFY(held);
    const auto refused = Transaction::begin(**second);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Busy);
    // Readers never wait.
    QCOMPARE((*second)->scalar("SELECT count(*) FROM t").value_or(-1), 0);
}

void TestDatabase::aDamagedFileIsNamed()
{
    {
        const auto database = made();
        QVERIFY(database->exec("WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM c WHERE i<500) "
                               "INSERT INTO t SELECT randomblob(200) FROM c"));
        QVERIFY(database->integrity(true).value_or(QStringList{u"?"_s}).isEmpty());
    }
    QFile bytes(file());
    QVERIFY(bytes.open(QIODevice::ReadWrite));
    for (const qint64 page : {3, 5, 7}) {
        bytes.seek(page * 4096);
        bytes.write(QByteArray(4096, '\xff'));
    }
    bytes.close();
    const auto opened = Database::open(file(), Database::Mode::ReadOnly);
    QVERIFY(opened);
    const auto found = (*opened)->integrity(true);
    const auto read = (*opened)->scalar("SELECT sum(length(x)) FROM t");
    QVERIFY(found ? !found->isEmpty() : found.error().code == ErrorCode::Damaged);
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::Damaged);
}

void TestDatabase::anInterruptIsACancellation()
{
    const auto database = made();
    std::atomic<bool> done{false};
    std::thread interrupter([&] {
        while (!done)
            database->interrupt();
    });
    const auto counted =
        database->scalar("WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM c) SELECT count(*) FROM c");
    done = true;
    interrupter.join();
    QVERIFY(!counted);
    QCOMPARE(counted.error().code, ErrorCode::Cancelled);
}

void TestDatabase::aFullDatabaseIsAFullDisk()
{
    const auto database = made();
    QVERIFY(database->exec("PRAGMA max_page_count=4"));
    const auto full = database->exec("INSERT INTO t VALUES(randomblob(100000))");
    QVERIFY(!full);
    QCOMPARE(full.error().code, ErrorCode::DiskFull);
    QVERIFY(database->exec("INSERT INTO t VALUES(1)"));
}

void TestDatabase::aFullDiskIsToldAndNothingCommittedIsLost()
{
    QProcess writer;
    writer.start(QStringLiteral(SITEBOOK_BINARY_DIR "/diskfulltarget"), {file(u"full.db"_s), QString::number(400'000)});
    QVERIFY(writer.waitForFinished(60000));
    if (writer.exitCode() == 77)
        QSKIP("this system sets no limit on the size of files");
    QCOMPARE(writer.exitCode(), 0);
    const QList<QByteArray> words = writer.readAllStandardOutput().trimmed().split(' ');
    QCOMPARE(words.value(0), "disk_full"_ba);
    const auto database = Database::open(file(u"full.db"_s), Database::Mode::ReadWrite);
    QVERIFY(database);
    QCOMPARE((*database)->scalar("SELECT count(*) FROM t").value_or(-1), words.value(1).toLongLong());
    QVERIFY((*database)->integrity(true).value_or(QStringList{u"?"_s}).isEmpty());
    QVERIFY((*database)->exec("INSERT INTO t VALUES(1)")); // there is room again
}

// Needs a small file system of its own; whoever may not mount one skips this.
void TestDatabase::aFullFileSystemIsAFullDisk()
{
    const QString place = file(u"small"_s);
    QVERIFY(QDir().mkpath(place));
    QProcess mount;
    mount.start(u"mount"_s, {u"-t"_s, u"tmpfs"_s, u"-o"_s, u"size=1m"_s, u"tmpfs"_s, place});
    if (!mount.waitForFinished() || mount.exitCode() != 0)
        QSKIP("no permission to mount a file system");
    Error error;
    {
        const auto database = Database::open(place + u"/test.db", Database::Mode::Create);
        QVERIFY(database);
        QVERIFY((*database)->exec("CREATE TABLE t(x)"));
        for (int i = 0; i < 1000; ++i)
            if (const auto done = (*database)->exec("INSERT INTO t VALUES(randomblob(20000))"); !done) {
                error = done.error();
                break;
            }
    }
    QCOMPARE(QProcess::execute(u"umount"_s, {place}), 0);
    QCOMPARE(error.code, ErrorCode::DiskFull);
}

void TestDatabase::aTransactionCountsOnlyWhenCommitted()
{
    const auto database = made();
    {
        auto transaction = Transaction::begin(*database);
        QVERIFY(transaction);
        QVERIFY(database->inTransaction());
        QVERIFY(database->exec("INSERT INTO t VALUES(1)"));
    }
    QVERIFY(!database->inTransaction());
    QCOMPARE(database->scalar("SELECT count(*) FROM t").value_or(-1), 0);
    {
        auto transaction = Transaction::begin(*database);
        QVERIFY(database->exec("INSERT INTO t VALUES(1)"));
        QVERIFY(transaction->commit());
    }
    QCOMPARE(database->scalar("SELECT count(*) FROM t").value_or(-1), 1);
}

void TestDatabase::aSavepointGoesAlone()
{
    const auto database = made();
    auto transaction = Transaction::begin(*database);
    QVERIFY(transaction);
    {
        auto kept = Savepoint::begin(*database);
        QVERIFY(database->exec("INSERT INTO t VALUES(1)"));
        QVERIFY(kept->release());
    }
    {
        const auto dropped = Savepoint::begin(*database);
        QVERIFY(dropped);
        QVERIFY(database->exec("INSERT INTO t VALUES(2)"));
        QVERIFY(!database->exec("INSERT INTO none VALUES(2)"));
    }
    QVERIFY(transaction->commit());
    QCOMPARE(database->scalar("SELECT sum(x) FROM t").value_or(-1), 1);
}

void TestDatabase::savepointsLieInsideEachOther()
{
    const auto database = made();
    auto transaction = Transaction::begin(*database);
    {
        const auto outer = Savepoint::begin(*database);
        QVERIFY(database->exec("INSERT INTO t VALUES(1)"));
        auto inner = Savepoint::begin(*database);
        QVERIFY(database->exec("INSERT INTO t VALUES(2)"));
        QVERIFY(inner->release());
        QCOMPARE(database->scalar("SELECT sum(x) FROM t").value_or(-1), 3);
    }
    QVERIFY(database->exec("INSERT INTO t VALUES(4)"));
    QVERIFY(transaction->commit());
    QCOMPARE(database->scalar("SELECT sum(x) FROM t").value_or(-1), 4);
}

void TestDatabase::readingSeesOneMoment()
{
    const auto writer = made();
    const auto reader = Database::open(file(), Database::Mode::ReadOnly);
    {
        const auto moment = Transaction::beginReading(**reader);
        QVERIFY(moment);
        QCOMPARE((*reader)->scalar("SELECT count(*) FROM t").value_or(-1), 0);
        QVERIFY(writer->exec("INSERT INTO t VALUES(1)"));
        QCOMPARE((*reader)->scalar("SELECT count(*) FROM t").value_or(-1), 0);
    }
    QCOMPARE((*reader)->scalar("SELECT count(*) FROM t").value_or(-1), 1);
}

void TestDatabase::valuesGoThereAndBack()
{
    const auto database = made();
    const QByteArray blob("\0\x01\xff", 3);
    const QString text = u"José \u0000 王"_s;
    auto statement = database->prepare("SELECT ?,?,?,?,?");
    QVERIFY(statement);
    statement->bind(1, quint64(1) << 62).bind(2, text).bind(3, blob).bind(4, QString()).bind(5, QByteArray());
    QVERIFY(statement->step().value_or(false));
    QCOMPARE(statement->integer(0), qint64(1) << 62);
    QCOMPARE(statement->text(1), text);
    QCOMPARE(statement->blob(2), blob);
    QVERIFY(statement->isNull(3));
    QVERIFY(statement->isNull(4));
}

void TestDatabase::aStatementIsUsedAgain()
{
    const auto database = made();
    constexpr const char* sql = "INSERT INTO t VALUES(?)";
    for (int i = 0; i < 3; ++i) {
        auto statement = database->prepare(sql);
        QVERIFY(statement);
        if (i != 1)
            statement->bind(1, i);
        QVERIFY(statement->run());
    }
    // What was bound the time before is not bound any more.
    QCOMPARE(database->scalar("SELECT count(*) FROM t WHERE x IS NULL").value_or(-1), 1);
    const auto wrong = database->prepare("SELEKT");
    QVERIFY(!wrong);
    QCOMPARE(wrong.error().code, ErrorCode::Storage);
}

QTEST_GUILESS_MAIN(TestDatabase)
#include "tst_database.moc"
