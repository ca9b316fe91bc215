// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/auth/serverkeys.h"
#include "app/server/instancelock.h"
#include "app/server/serveroptions.h"
#include "app/server/store/accounts.h"
#include "app/server/store/schema.h"

using namespace sitebook;
using namespace sitebook::server;
using namespace Qt::StringLiterals;

namespace {

void write(const QString& path, const QByteArray& text)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
}

} // namespace

class TestServerConfig final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void flagsWinOverEnvironmentOverFile();
    void jsonFilesAreRead();
    void wrongSettingsAreRefused_data();
    void wrongSettingsAreRefused();
    void wrongFilesNameTheLine();
    void databaseUrls_data();
    void databaseUrls();
    void keysAreMadeOnceAndKept();
    void keyFilesThatAreWrongAreRefused();
    void aSecondServerIsRefused();
    void foreignDatabasesAreRefused();
    void accountsAreUnique();
};

void TestServerConfig::flagsWinOverEnvironmentOverFile()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"server.conf"_s);
    write(path, "# a comment\n[server]\nlisten = 127.0.0.1:1001\nthreads=2\nbody-timeout-ms = 700\n");
    QProcessEnvironment environment;
    environment.insert(u"SITEBOOK_LISTEN"_s, u"127.0.0.1:1002"_s);
    environment.insert(u"SITEBOOK_BODY_TIMEOUT_MS"_s, u"800"_s);
    const auto options = resolveOptions({{u"config"_s, path}, {u"listen"_s, u"[::1]:1003"_s}}, environment);
    QVERIFY(options);
    QCOMPARE(options->port, 1003);
    QCOMPARE(options->host, u"::1"_s);
    QCOMPARE(options->http.threads, 2);
    QCOMPARE(options->http.bodyMs, 800);
    QCOMPARE(options->http.headerMs, 10'000);
    QCOMPARE(options->http.headerBytes, 8192U);
}

void TestServerConfig::jsonFilesAreRead()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"server.json"_s);
    write(path, R"({"listen": "127.0.0.1:0", "connections": 7, "demo": true})");
    QProcessEnvironment environment;
    environment.insert(u"SITEBOOK_CONFIG"_s, path);
    const auto options = resolveOptions({}, environment);
    QVERIFY(options);
    QCOMPARE(options->port, 0);
    QCOMPARE(options->http.connections, 7);
    QVERIFY(options->demo);
}

void TestServerConfig::wrongSettingsAreRefused_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("value");
    QTest::newRow("no port") << u"listen"_s << u"127.0.0.1"_s;
    QTest::newRow("port too large") << u"listen"_s << u"127.0.0.1:65536"_s;
    QTest::newRow("port no number") << u"listen"_s << u"127.0.0.1:x"_s;
    QTest::newRow("threads") << u"threads"_s << u"0"_s;
    QTest::newRow("connections") << u"connections"_s << u"many"_s;
    QTest::newRow("time-out") << u"header-timeout-ms"_s << u"-1"_s;
    QTest::newRow("database") << u"database"_s << u"sqlite:"_s;
}

void TestServerConfig::wrongSettingsAreRefused()
{
    QFETCH(QString, name);
    QFETCH(QString, value);
    const auto options = resolveOptions({{name, value}}, {});
    QVERIFY(!options);
    QCOMPARE(options.error().code, ErrorCode::Usage);
    QVERIFY(!options.error().message.isEmpty());
}

void TestServerConfig::wrongFilesNameTheLine()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"server.conf"_s);
    write(path, "listen = 127.0.0.1:0\nlitsen = 1\n");
    auto options = resolveOptions({{u"config"_s, path}}, {});
    QVERIFY(!options);
    QVERIFY(options.error().where.endsWith("line 2"_L1));
    write(path, "nonsense\n");
    options = resolveOptions({{u"config"_s, path}}, {});
    QVERIFY(!options);
    QCOMPARE(options.error().code, ErrorCode::Unreadable);
    options = resolveOptions({{u"config"_s, folder.filePath(u"absent"_s)}}, {});
    QVERIFY(!options);
    QCOMPARE(options.error().code, ErrorCode::NotFound);
}

void TestServerConfig::databaseUrls_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("path");
    QTest::newRow("file") << u"a/b.db"_s << u"a/b.db"_s;
    QTest::newRow("sqlite") << u"sqlite:a/b.db"_s << u"a/b.db"_s;
    QTest::newRow("sqlite absolute") << u"sqlite:/a/b.db"_s << u"/a/b.db"_s;
    QTest::newRow("sqlite url") << u"sqlite:///a/b.db"_s << u"/a/b.db"_s;
    QTest::newRow("postgresql") << u"postgresql://host/db"_s << QString();
}

void TestServerConfig::databaseUrls()
{
    QFETCH(QString, url);
    QFETCH(QString, path);
    const auto options = resolveOptions({{u"database"_s, url}}, {});
    QCOMPARE(options.has_value(), !path.isEmpty());
    if (options)
        QCOMPARE(options->databasePath, path);
    else
        QCOMPARE(options.error().code, ErrorCode::Unsupported);
}

void TestServerConfig::keysAreMadeOnceAndKept()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"keys"_s);
    QVERIFY(!ServerKeys::load(path, false));
    const auto first = ServerKeys::load(path, true);
    QVERIFY(first);
    const auto second = ServerKeys::load(path, true);
    QVERIFY(second);
    QCOMPARE(second->receipts->publicKey(), first->receipts->publicKey());
    QCOMPARE(second->tokens->id(), first->tokens->id());
    QVERIFY(first->receipts->publicKey() != first->tokens->publicKey());
    const QFileDevice::Permissions others =
        QFileDevice::ReadGroup | QFileDevice::ReadOther | QFileDevice::WriteGroup | QFileDevice::WriteOther;
    QCOMPARE(QFile::permissions(path) & others, QFileDevice::Permissions());
    QVERIFY(verifySignature(first->receipts->publicKey(), "m", second->receipts->sign("m")));
    QVERIFY(!verifySignature(first->receipts->publicKey(), "n", second->receipts->sign("m")));
}

void TestServerConfig::keyFilesThatAreWrongAreRefused()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"keys"_s);
    QVERIFY(ServerKeys::load(path, true));
    QFile::setPermissions(path, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ReadOther);
    QCOMPARE(ServerKeys::load(path, false).error().code, ErrorCode::Denied);
    QFile::setPermissions(path, QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    write(path, R"({"identifiers":"AAAA"})");
    QCOMPARE(ServerKeys::load(path, true).error().code, ErrorCode::Damaged);
}

void TestServerConfig::aSecondServerIsRefused()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"s.db"_s);
    {
        const auto first = InstanceLock::take(path);
        QVERIFY(first);
        const auto second = InstanceLock::take(path);
        QVERIFY(!second);
        QCOMPARE(second.error().code, ErrorCode::Busy);
    }
    QVERIFY(InstanceLock::take(path));
    QCOMPARE(InstanceLock::take(u"/nonexistent/s.db"_s).error().code, ErrorCode::NotWritable);
}

void TestServerConfig::foreignDatabasesAreRefused()
{
    const QTemporaryDir folder;
    {
        auto database = Database::open(folder.filePath(u"other.db"_s), Database::Mode::Create);
        QVERIFY(database);
        QVERIFY((*database)->exec("CREATE TABLE something(a)"));
        QCOMPARE(prepareSchema(**database).error().code, ErrorCode::NotAWorkspace);
    }
    auto database = Database::open(folder.filePath(u"newer.db"_s), Database::Mode::Create);
    QVERIFY(database);
    QVERIFY(prepareSchema(**database));
    QVERIFY(prepareSchema(**database));
    QVERIFY((*database)->exec("PRAGMA user_version=99"));
    QCOMPARE(prepareSchema(**database).error().code, ErrorCode::NewerVersion);
}

void TestServerConfig::accountsAreUnique()
{
    const QTemporaryDir folder;
    auto database = Database::open(folder.filePath(u"s.db"_s), Database::Mode::Create);
    QVERIFY(database);
    QVERIFY(prepareSchema(**database));
    const StoredAccount anna{{UserName(u"anna"_s), u"Anna"_s, Role::Investigator, SiteId(u"701"_s)}, "hash"};
    QVERIFY(addAccount(**database, anna, 1));
    QCOMPARE(addAccount(**database, anna, 1).error().code, ErrorCode::AlreadyExists);
    StoredAccount nobody = anna;
    nobody.account.userName = UserName(u" "_s);
    QCOMPARE(addAccount(**database, nobody, 1).error().code, ErrorCode::Invalid);
    const auto found = findAccount(**database, UserName(u"anna"_s));
    QVERIFY(found && *found);
    QCOMPARE((*found)->account.role, Role::Investigator);
    QVERIFY(!*findAccount(**database, UserName(u"bert"_s)));
}

QTEST_APPLESS_MAIN(TestServerConfig)
#include "tst_serverconfig.moc"
