// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/server/serverprocess.h"
#include "tests/support/programrun.h"

#include <QTemporaryDir>
#include <QTest>

using namespace sitebook;
using namespace sitebook::test;
using namespace sitebook::testing;
using namespace Qt::StringLiterals;

namespace {

const QString desktop = QStringLiteral(SITEBOOK_BINARY_DIR "/sitebook");
const QString server = QStringLiteral(SITEBOOK_BINARY_DIR "/sitebook-server");
const QString pilot = QStringLiteral(SITEBOOK_SOURCE_DIR "/resources/studies/cdisc-pilot.xml");

} // namespace

// The real server given what it cannot use, and the real desk against a server that is not the right one.
class TestBadInputServer final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void refusals_data();
    void refusals();
    void aPortInUseIsSaidAndLeavesNothing();
    void oneDatabaseHasOneServer();
    void aServerWithAnotherStudyGetsNothing();
    void aServerThatDoesNotKnowThePersonGetsNothing();

private:
    Ran run(const QString& program, const QStringList& words)
    {
        return runProgram(program, words, cleanEnvironment(m_home.path(), ServerProcess::password), m_folder.path());
    }
    void makeDesk(const QString& name, quint16 port)
    {
        QCOMPARE(run(desktop, {u"init"_s, name, u"--study"_s, u"demo"_s, u"--site"_s, u"701"_s, u"--user"_s, u"lin"_s,
                               u"--server"_s, u"http://127.0.0.1:%1"_s.arg(port)})
                     .status,
                 0);
        QCOMPARE(run(desktop, {u"demo"_s, name, u"--patients"_s, u"2"_s, u"--reports"_s, u"0"_s}).status, 0);
    }

    QTemporaryDir m_folder;
    QTemporaryDir m_home;
};

void TestBadInputServer::initTestCase()
{
    const auto make = [this](const QString& name, const char* sql) {
        const auto database = Database::open(m_folder.filePath(name), Database::Mode::Create);
        QVERIFY(database && (*database)->exec(sql));
        QVERIFY((*database)->checkpoint(true));
    };
    make(u"other.db"_s, "CREATE TABLE notes(text)");
    make(u"newer.db"_s, "CREATE TABLE settings(name); PRAGMA application_id=1396855638; PRAGMA user_version=99");
    QFile text(m_folder.filePath(u"text.db"_s));
    QVERIFY(text.open(QIODevice::WriteOnly));
    text.write("no database, whatever it is called");
    QFile binary(m_folder.filePath(u"binary.xml"_s));
    QVERIFY(binary.open(QIODevice::WriteOnly));
    binary.write(QByteArray(100, '\0'));
}

void TestBadInputServer::refusals_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char* name, const QStringList& words, int status, const QString& sentence) {
        QTest::newRow(name) << words << status << sentence;
    };
    const auto on = [](const QString& database) {
        return QStringList{u"--demo"_s, u"--listen"_s, u"127.0.0.1:0"_s, u"--database"_s, database};
    };
    const auto listen = [](const QString& address) {
        return QStringList{u"--demo"_s, u"--listen"_s, address, u"--database"_s, u"fresh.db"_s};
    };
    const auto study = [](const QString& file) {
        return QStringList{u"--study"_s, file, u"--listen"_s, u"127.0.0.1:0"_s, u"--database"_s, u"fresh.db"_s};
    };
    const QString noFolder =
        u"The folder of the database cannot be written. Check that it exists and its permissions."_s;
    row("database below /proc", on(u"/proc/x.db"_s), 1, u"/proc/x.db.lock: "_s + noFolder);
    row("database below a file", on(u"text.db/x.db"_s), 1, u"text.db/x.db.lock: "_s + noFolder);
    row("text for a database", on(u"text.db"_s), 1, u"text.db: This file is not a Sitebook database."_s);
    row("another program's database", on(u"other.db"_s), 1,
        u"other.db: This file is not a database of the Sitebook server. Name another one with --database."_s);
    row("newer", on(u"newer.db"_s), 1,
        u"newer.db: This database was written by a newer Sitebook server. Update the program."_s);
    row("no study", {u"--listen"_s, u"127.0.0.1:0"_s, u"--database"_s, u"fresh.db"_s}, 2,
        u"Name the study to serve with --study FILE, or try --demo."_s);
    row("no such study", study(u"gone.xml"_s), 1, u"gone.xml: There is no such file. Check the name and the folder."_s);
    row("binary study", study(u"binary.xml"_s), 1,
        u"binary.xml, line 1, column 1: The file is not text. Choose a study definition."_s);
    row("no address", listen(u"nonsense"_s), 2,
        u"nonsense: Write the address to listen on as HOST:PORT, for example 127.0.0.1:8080."_s);
    row("no port", listen(u"127.0.0.1:99999"_s), 2,
        u"127.0.0.1:99999: Write the address to listen on as HOST:PORT, for example 127.0.0.1:8080."_s);
    row("a name for an address", listen(u"server.example:80"_s), 2,
        u"server.example: This is not an address to listen on. Use an IP address, such as 127.0.0.1."_s);
    row("log below /proc",
        {u"--demo"_s, u"--listen"_s, u"127.0.0.1:0"_s, u"--database"_s, u"fresh.db"_s, u"--log"_s, u"/proc/x.log"_s}, 1,
        u"/proc/x.log: The log file cannot be written. Check the folder and its permissions."_s);
    row("no configuration", {u"--config"_s, u"gone.conf"_s}, 1,
        u"gone.conf: The configuration file cannot be read. Check its name and the right to read it."_s);
    row("unknown option", {u"--nonsense"_s}, 2, u"nonsense: This option is not known; see --help."_s);
    row("unknown command", {u"fly"_s}, 2, u"fly: This command is not known; see --help."_s);
    row("account without role", {u"account"_s, u"add"_s, u"ana"_s, u"--site"_s, u"701"_s}, 2,
        u"Name a role with --role: coordinator, investigator, monitor, data_manager or administrator."_s);
}

void TestBadInputServer::refusals()
{
    QFETCH(const QStringList, words);
    QFETCH(const int, status);
    QFETCH(const QString, sentence);
    const QByteArray before = contentOf(m_folder.path());
    const Ran ran = run(server, words);
    QCOMPARE(ran.err, QString(u"sitebook-server: "_s + sentence + u'\n'));
    QCOMPARE(ran.status, status);
    QCOMPARE(ran.out, QString());
    QCOMPARE(contentOf(m_folder.path()), before);
}

void TestBadInputServer::aPortInUseIsSaidAndLeavesNothing()
{
    ServerProcess first;
    QVERIFY(first.start());
    const QByteArray before = contentOf(m_folder.path());
    const Ran ran =
        run(server, {u"--demo"_s, u"--listen"_s, u"127.0.0.1:%1"_s.arg(first.port()), u"--database"_s, u"fresh.db"_s});
    QCOMPARE(ran.status, 1);
    QCOMPARE(ran.err,
             u"sitebook-server: Port %1 is already in use. Stop the other program, or choose another port with "
             "--listen.\n"_s.arg(first.port()));
    QCOMPARE(contentOf(m_folder.path()), before);
    QCOMPARE(first.get(u"/healthz"_s).status, 200);
}

void TestBadInputServer::oneDatabaseHasOneServer()
{
    ServerProcess first;
    QVERIFY(first.start());
    const Ran ran = run(server, {u"--demo"_s, u"--listen"_s, u"127.0.0.1:0"_s, u"--database"_s, first.databasePath()});
    QCOMPARE(ran.status, 1);
    QCOMPARE(ran.err, QString(u"sitebook-server: "_s + first.databasePath() +
                              u": Another server is running on this database. Stop it first.\n"_s));
    QCOMPARE(first.stop(), 0);
    const Ran other =
        run(server, {u"--study"_s, pilot, u"--listen"_s, u"127.0.0.1:0"_s, u"--database"_s, first.databasePath()});
    QCOMPARE(other.status, 1);
    QCOMPARE(other.err, QString(u"sitebook-server: "_s + first.databasePath() +
                                u": This database holds study S.DEMO, not cdisc.com/CDISCPILOT01. Name another "
                                "database or the right study.\n"_s));
    QVERIFY(first.start());
}

void TestBadInputServer::aServerWithAnotherStudyGetsNothing()
{
    ServerProcess other;
    QCOMPARE(other.run({u"account"_s, u"add"_s, u"lin"_s, u"--role"_s, u"coordinator"_s, u"--site"_s, u"701"_s,
                        u"--database"_s, other.databasePath()}),
             0);
    QVERIFY(other.start({u"--study"_s, pilot}));
    makeDesk(u"strange"_s, other.port());
    const QList<qint64> before = recordsOf(m_folder.filePath(u"strange"_s));
    const Ran ran = run(desktop, {u"sync"_s, u"strange"_s, u"--patience"_s, u"10"_s, u"--json"_s});
    QCOMPARE(ran.err, u"sitebook: http://127.0.0.1:%1: The server holds another study (cdisc.com/CDISCPILOT01) than "
                      "this workspace (S.DEMO); check the address of the server or open the right workspace.\n"_s.arg(
                          other.port()));
    QCOMPARE(ran.status, 1);
    QCOMPARE(ran.out, QString());
    QCOMPARE(recordsOf(m_folder.filePath(u"strange"_s)), before);
    QVERIFY(other.signIn());
    QCOMPARE(other.get(u"/api/v1/patients"_s).json().value(u"patients"_s).toVariant().toList().size(), 0);
}

void TestBadInputServer::aServerThatDoesNotKnowThePersonGetsNothing()
{
    ServerProcess known;
    QVERIFY(known.start());
    makeDesk(u"unknown"_s, known.port());
    const QList<qint64> before = recordsOf(m_folder.filePath(u"unknown"_s));
    const Ran ran = run(desktop, {u"sync"_s, u"unknown"_s, u"--patience"_s, u"10"_s});
    QCOMPARE(ran.err, u"sitebook: http://127.0.0.1:%1: The server does not know this name with this password; check "
                      "both and try again.\n"_s.arg(known.port()));
    QCOMPARE(ran.status, 1);
    QCOMPARE(recordsOf(m_folder.filePath(u"unknown"_s)), before);
}

QTEST_GUILESS_MAIN(TestBadInputServer)
#include "tst_badinputserver.moc"
