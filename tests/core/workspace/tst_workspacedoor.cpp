// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/database.h"
#include "tests/support/testworkspace.h"

#include <QDir>
#include <QLockFile>
#include <QProcess>

using namespace sitebook;
using namespace sitebook::test;
using namespace Qt::StringLiterals;

using Spoil = void (*)(WorkspaceSetup&);
Q_DECLARE_METATYPE(Spoil)

// Setting a workspace up, opening it, and what stands in the way.
class TestWorkspaceDoor final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aFreshWorkspaceOpens();
    void badSetupNamesItsField_data();
    void badSetupNamesItsField();
    void placesThatCannotBeUsed_data();
    void placesThatCannotBeUsed();
    void anUnreadableStudyChangesNothing_data();
    void anUnreadableStudyChangesNothing();
    void nothingInTheFolderIsForOthers();
    void wrongPasswordsSlowDownAndNeedTheCodeInTheEnd();
    void anUnknownNameIsAWrongOne();
    void twoDoNotOpenItAtOnce();
    void whatIsNoWorkspaceIsRefused_data();
    void whatIsNoWorkspaceIsRefused();
    void theRecoveryCodeSetsANewPassword();
    void aWrongRecoveryCodeChangesNothing_data();
    void aWrongRecoveryCodeChangesNothing();
    void withoutTheKeychainsSecretTheCodeHelps();
    void recentWorkspacesNewestFirst();
    void failedSignInsAreInTheTrail();

private:
    TempSettings m_settings;
};

void TestWorkspaceDoor::aFreshWorkspaceOpens()
{
    TestDesk desk;
    WorkspaceSetup setup = desk.setup();
    setup.serverUrl = u"https://server.example"_s;
    const auto created = resultOf(desk.manager->create(setup));
    QVERIFY2(created, sentence(created).constData());
    QCOMPARE(created->path, desk.path());
    QVERIFY(created->recoveryCode.size() > 20);

    const auto preview = desk.manager->preview(desk.path());
    QVERIFY2(preview, sentence(preview).constData());
    QCOMPARE(preview->site, SiteId(u"701"_s));
    QCOMPARE(preview->users, QStringList{u"li.wei"_s});
    QCOMPARE(preview->serverUrl, u"https://server.example"_s);
    QCOMPARE(preview->studyName, u"Sitebook demonstration study"_s);

    const auto opened = resultOf(desk.manager->open(desk.path(), UserName(u"li.wei"_s), TestDesk::password));
    QVERIFY2(opened, sentence(opened).constData());
    Workspace& workspace = **opened;
    QCOMPARE(workspace.user().displayName, u"Li Wei"_s);
    QCOMPARE(workspace.user().role, Role::Coordinator);
    QCOMPARE(workspace.info().site, SiteId(u"701"_s));
    QVERIFY(workspace.study()->form(u"F.PHQ9"));
    QVERIFY(workspace.checker(u"F.PHQ9"_s));
    QVERIFY(!workspace.checker(u"F.NONE"_s));
    QVERIFY(workspace.may(u"register_patient"_s));
    QVERIFY(!workspace.may(u"manage_people"_s));
    QVERIFY(!workspace.may(u"fly"_s));
    QVERIFY(workspace.patients().list()->rows().empty());
    QVERIFY(workspace.reports().list()->empty());
    QCOMPARE(workspace.dashboard().patients, 0);
}

void TestWorkspaceDoor::badSetupNamesItsField_data()
{
    QTest::addColumn<Spoil>("spoil");
    QTest::addColumn<QString>("field");
    const auto row = [](const char* name, Spoil spoil, const QString& field) { QTest::newRow(name) << spoil << field; };
    row(
        "no folder", [](WorkspaceSetup& s) { s.path.clear(); }, u"path"_s);
    row(
        "blank folder", [](WorkspaceSetup& s) { s.path = u"  "_s; }, u"path"_s);
    row(
        "no site", [](WorkspaceSetup& s) { s.site = SiteId(); }, u"site"_s);
    row(
        "no name", [](WorkspaceSetup& s) { s.user = UserName(); }, u"user"_s);
    row(
        "no password", [](WorkspaceSetup& s) { s.password.clear(); }, u"password"_s);
    row(
        "short password", [](WorkspaceSetup& s) { s.password = u"1234567"_s; }, u"password"_s);
    row(
        "server without scheme", [](WorkspaceSetup& s) { s.serverUrl = u"server.example"_s; }, u"server"_s);
    row(
        "server of another scheme", [](WorkspaceSetup& s) { s.serverUrl = u"ftp://server.example"_s; }, u"server"_s);
    row(
        "server of a made-up scheme", [](WorkspaceSetup& s) { s.serverUrl = u"httpx://server.example"_s; },
        u"server"_s);
    row(
        "server without host", [](WorkspaceSetup& s) { s.serverUrl = u"https://"_s; }, u"server"_s);
}

void TestWorkspaceDoor::badSetupNamesItsField()
{
    QFETCH(const Spoil, spoil);
    QFETCH(const QString, field);
    TestDesk desk;
    WorkspaceSetup setup = desk.setup();
    spoil(setup);
    const auto created = resultOf(desk.manager->create(setup));
    QVERIFY(!created);
    QCOMPARE(created.error().code, ErrorCode::Invalid);
    QCOMPARE(created.error().where, field);
    QVERIFY(!QFileInfo::exists(desk.path()));
}

void TestWorkspaceDoor::placesThatCannotBeUsed_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("a folder with something in it") << u"full"_s << ErrorCode::AlreadyExists;
    QTest::newRow("a workspace") << u"workspace"_s << ErrorCode::AlreadyExists;
    QTest::newRow("a file") << u"full/letter.txt"_s << ErrorCode::NotWritable;
    QTest::newRow("below a file") << u"full/letter.txt/below"_s << ErrorCode::NotWritable;
    QTest::newRow("a read-only system folder") << u"/proc/sitebook"_s << ErrorCode::NotWritable;
}

void TestWorkspaceDoor::placesThatCannotBeUsed()
{
    QFETCH(const QString, path);
    QFETCH(const ErrorCode, code);
    TestDesk desk;
    QVERIFY(QDir().mkpath(desk.path(u"full"_s)));
    QFile letter(desk.path(u"full/letter.txt"_s));
    QVERIFY(letter.open(QIODevice::WriteOnly));
    letter.write("do not touch");
    letter.close();
    if (path == u"workspace")
        QVERIFY(resultOf(desk.manager->create(desk.setup())));
    WorkspaceSetup setup = desk.setup();
    setup.path = path.startsWith(u'/') ? path : desk.path(path);
    const auto created = resultOf(desk.manager->create(setup));
    QVERIFY(!created);
    QCOMPARE(created.error().code, code);
    QCOMPARE(QDir(desk.path(u"full"_s)).entryList(QDir::Files), QStringList{u"letter.txt"_s});
    if (path == u"workspace")
        QVERIFY(resultOf(desk.manager->open(desk.path(), UserName(u"li.wei"_s), TestDesk::password)));
}

void TestWorkspaceDoor::anUnreadableStudyChangesNothing_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("no such file") << QByteArray();
    QTest::newRow("not XML") << QByteArray("hello");
    QTest::newRow("binary") << QByteArray("\x7f"
                                          "ELF\0\1\2\3",
                                          8);
    QTest::newRow("cut off") << QByteArray(
        "<?xml version=\"1.0\"?><ODM xmlns=\"http://www.cdisc.org/ns/odm/v1.3\"><Study OID=\"S\">");
    QTest::newRow("an entity") << QByteArray("<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b \"c\">]><ODM/>");
}

void TestWorkspaceDoor::anUnreadableStudyChangesNothing()
{
    QFETCH(const QByteArray, content);
    TestDesk desk;
    WorkspaceSetup setup = desk.setup();
    setup.studyFile = desk.path(u"study.xml"_s);
    if (!content.isEmpty()) {
        QFile file(setup.studyFile);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }
    const auto created = resultOf(desk.manager->create(setup));
    QVERIFY(!created);
    const QList<ErrorCode> expected =
        content.isEmpty() ? QList{ErrorCode::NotFound} : QList{ErrorCode::Unreadable, ErrorCode::Unsupported};
    QVERIFY2(expected.contains(created.error().code), sentence(created).constData());
    QVERIFY(!QFileInfo::exists(desk.path()));
}

void TestWorkspaceDoor::nothingInTheFolderIsForOthers()
{
    TestDesk desk;
    desk.start();
    const QFileDevice::Permissions others =
        QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther | QFileDevice::WriteOther;
    QVERIFY((QFileInfo(desk.path()).permissions() & others) == 0);
    for (const QString& name : {u"sitebook.db"_s, u"study.xml"_s})
        QVERIFY2((QFileInfo(desk.path() + u'/' + name).permissions() & others) == 0, qUtf8Printable(name));
}

void TestWorkspaceDoor::wrongPasswordsSlowDownAndNeedTheCodeInTheEnd()
{
    TestDesk desk;
    desk.start();
    desk.close();
    const auto open = [&desk](const QString& password) {
        return resultOf(desk.manager->open(desk.path(), desk.user, password));
    };
    for (int i = 0; i < 4; ++i) {
        const auto wrong = open(u"wrong horse %1"_s.arg(i));
        QVERIFY(!wrong);
        QCOMPARE(wrong.error().code, ErrorCode::WrongCredentials);
    }
    const auto setFailures = [&desk](int count, qint64 lastMs = 0) {
        const auto database = Database::open(desk.path() + u"/sitebook.db", Database::Mode::ReadWrite);
        return database &&
               (*database)->exec(QByteArray("UPDATE sign_in_failures SET last_ms=" + QByteArray::number(lastMs) +
                                            ",failures=" + QByteArray::number(count))
                                     .constData());
    };
    QVERIFY(setFailures(9, QDateTime::currentMSecsSinceEpoch())); // half a minute and more to wait
    const auto early = open(TestDesk::password);
    QVERIFY(!early);
    QCOMPARE(early.error().code, ErrorCode::Locked);
    QVERIFY(early.error().message.english().contains(u"seconds"));
    QVERIFY(setFailures(10));
    const auto exhausted = open(TestDesk::password);
    QVERIFY(!exhausted);
    QCOMPARE(exhausted.error().code, ErrorCode::NeedsRecovery);
    QVERIFY(setFailures(9));
    const auto opened = open(TestDesk::password);
    QVERIFY2(opened, sentence(opened).constData());
    QVERIFY(setFailures(1)); // no row any more: success has forgotten the failures
    const auto database = Database::open(desk.path() + u"/sitebook.db", Database::Mode::ReadOnly);
    QCOMPARE((*database)->scalar("SELECT count(*) FROM sign_in_failures").value_or(-1), 0);
}

void TestWorkspaceDoor::anUnknownNameIsAWrongOne()
{
    TestDesk desk;
    desk.start();
    desk.close();
    const auto opened = resultOf(desk.manager->open(desk.path(), UserName(u"nobody"_s), TestDesk::password));
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::WrongCredentials);
}

void TestWorkspaceDoor::twoDoNotOpenItAtOnce()
{
    TestDesk desk;
    desk.start();
    const auto again = resultOf(desk.manager->open(desk.path(), desk.user, TestDesk::password));
    QVERIFY(!again);
    QCOMPARE(again.error().code, ErrorCode::Busy);
    const auto recovered =
        resultOf(desk.manager->recover(desk.path(), desk.user, desk.recoveryCode, u"another horse 8"_s));
    QVERIFY(!recovered);
    QCOMPARE(recovered.error().code, ErrorCode::Busy);
    desk.close();
    desk.open();

    // What a process that died has left does not keep it shut.
    desk.close();
    QFile left(desk.path() + u"/sitebook.lock");
    QVERIFY(left.open(QIODevice::WriteOnly));
    left.write("999999999\nsitebook\n" + QSysInfo::machineHostName().toUtf8() + "\n" + QSysInfo::machineUniqueId() +
               "\n" + QSysInfo::bootUniqueId() + "\n");
    left.close();
    desk.open();
}

void TestWorkspaceDoor::whatIsNoWorkspaceIsRefused_data()
{
    QTest::addColumn<QByteArray>(
        "sql"); // of a workspace made by us; "text": no database; "": no folder; "empty": nothing in it
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("no folder") << QByteArray() << ErrorCode::NotAWorkspace;
    QTest::newRow("an empty folder") << QByteArray("empty") << ErrorCode::NotAWorkspace;
    QTest::newRow("a text file") << QByteArray("text") << ErrorCode::NotAWorkspace;
    QTest::newRow("another program's database") << QByteArray("PRAGMA application_id=7") << ErrorCode::NotAWorkspace;
    QTest::newRow("a newer version") << QByteArray("PRAGMA user_version=99") << ErrorCode::NewerVersion;
}

void TestWorkspaceDoor::whatIsNoWorkspaceIsRefused()
{
    QFETCH(const QByteArray, sql);
    QFETCH(const ErrorCode, code);
    TestDesk desk;
    const QString file = desk.path() + u"/sitebook.db";
    if (sql == "text" || sql == "empty") {
        QVERIFY(QDir().mkpath(desk.path()));
        QFile text(file);
        QVERIFY(sql == "empty" || text.open(QIODevice::WriteOnly));
        if (sql == "text")
            text.write(QByteArray(5000, 'x'));
    } else if (!sql.isEmpty()) {
        QVERIFY(resultOf(desk.manager->create(desk.setup())));
        QVERIFY((*Database::open(file, Database::Mode::ReadWrite))->exec(sql.constData()));
    }
    const auto preview = desk.manager->preview(desk.path());
    QVERIFY(!preview);
    QCOMPARE(preview.error().code, code);
    const auto opened = resultOf(desk.manager->open(desk.path(), UserName(u"li.wei"_s), TestDesk::password));
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, code);
    QVERIFY(opened.error().english().size() > 20);
}

void TestWorkspaceDoor::theRecoveryCodeSetsANewPassword()
{
    TestDesk desk;
    desk.start();
    const RecordId id = desk.add(u"P001"_s, u"José O'Connor"_s);
    desk.close();
    const QString fresh = u"another horse 8"_s;
    const auto recovered = resultOf(desk.manager->recover(desk.path(), desk.user, desk.recoveryCode, fresh));
    QVERIFY2(recovered, sentence(recovered).constData());
    const auto old = resultOf(desk.manager->open(desk.path(), desk.user, TestDesk::password));
    QVERIFY(!old);
    QCOMPARE(old.error().code, ErrorCode::WrongCredentials);
    const auto opened = resultOf(desk.manager->open(desk.path(), desk.user, fresh));
    QVERIFY2(opened, sentence(opened).constData());
    QCOMPARE(resultOf((*opened)->patients().load(id))->name, u"José O'Connor"_s);
}

void TestWorkspaceDoor::aWrongRecoveryCodeChangesNothing_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("fresh");
    QTest::addColumn<ErrorCode>("error");
    QTest::newRow("a typing error") << u"-1"_s << u"another horse 8"_s << ErrorCode::Invalid;
    QTest::newRow("nothing") << QString() << u"another horse 8"_s << ErrorCode::Invalid;
    QTest::newRow("another workspace's") << u"other"_s << u"another horse 8"_s << ErrorCode::WrongCredentials;
    QTest::newRow("a short password") << u"right"_s << u"short"_s << ErrorCode::Invalid;
}

void TestWorkspaceDoor::aWrongRecoveryCodeChangesNothing()
{
    QFETCH(QString, code);
    QFETCH(const QString, fresh);
    QFETCH(const ErrorCode, error);
    TestDesk desk;
    desk.start();
    desk.close();
    if (code == u"right") {
        code = desk.recoveryCode;
    } else if (code == u"-1") {
        code = desk.recoveryCode;
        code[0] = code[0] == u'A' ? u'B' : u'A';
    } else if (code == u"other") {
        WorkspaceSetup setup = desk.setup();
        setup.path = desk.path(u"other"_s);
        code = resultOf(desk.manager->create(setup))->recoveryCode;
    }
    const auto recovered = resultOf(desk.manager->recover(desk.path(), desk.user, code, fresh));
    QVERIFY(!recovered);
    QCOMPARE(recovered.error().code, error);
    desk.open(); // the old password and the keychain's secret are as they were
}

void TestWorkspaceDoor::withoutTheKeychainsSecretTheCodeHelps()
{
    TestDesk desk;
    desk.start();
    desk.close();
    desk.manager = std::make_unique<LocalWorkspaceManager>(makeMemoryStore()); // another system, or an emptied keychain
    const auto refused = resultOf(desk.manager->open(desk.path(), desk.user, TestDesk::password));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Keychain);
    QVERIFY(resultOf(desk.manager->recover(desk.path(), desk.user, desk.recoveryCode, TestDesk::password)));
    desk.open();
}

void TestWorkspaceDoor::recentWorkspacesNewestFirst()
{
    TempSettings::clear();
    TestDesk desk;
    QVERIFY(desk.manager->recent().isEmpty());
    desk.start();
    desk.close();
    WorkspaceSetup setup = desk.setup();
    setup.path = desk.path(u"second"_s);
    QVERIFY(resultOf(desk.manager->create(setup)));
    QCOMPARE(desk.manager->recent(), QStringList({desk.path(u"second"_s), desk.path()}));
    desk.open();
    QCOMPARE(desk.manager->recent(), QStringList({desk.path(), desk.path(u"second"_s)}));
    QVERIFY(QDir(desk.path(u"second"_s)).removeRecursively());
    QCOMPARE(desk.manager->recent(), QStringList{desk.path()});
    QVERIFY(QSettings().fileName().startsWith(m_settings.path()));
}

void TestWorkspaceDoor::failedSignInsAreInTheTrail()
{
    TestDesk desk;
    desk.start();
    desk.close();
    QVERIFY(!resultOf(desk.manager->open(desk.path(), desk.user, u"wrong horse"_s)));
    desk.open();
    const auto actions = [&desk] {
        QStringList found;
        const auto page = resultOf(desk.workspace->audit().page({}, 0, 10));
        for (const AuditEntry& entry : page ? page->entries : std::vector<AuditEntry>())
            for (const AuditChange& change : entry.changes)
                if (change.field == action::key)
                    found << change.newValue;
        return found;
    };
    QTRY_COMPARE(actions(),
                 QStringList({action::signIn, action::signInFailed, action::signIn, action::workspaceCreated}));
}

QTEST_GUILESS_MAIN(TestWorkspaceDoor)
#include "tst_workspacedoor.moc"
