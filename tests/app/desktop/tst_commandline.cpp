// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/commandline/commandline.h"
#include "tests/support/fakeworkspace.h"

#include <QBuffer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace sitebook;
using namespace Qt::StringLiterals;

namespace {

// Opens the one workspace it is given; the password is "right password".
class FakeManager final : public WorkspaceManager
{
public:
    QFuture<Result<CreatedWorkspace>> create(const WorkspaceSetup& given) override
    {
        setup = given;
        if (given.path == u"/readonly"_s)
            return QtFuture::makeReadyFuture(
                Result<CreatedWorkspace>(fail(ErrorCode::NotWritable, "The folder cannot be written.", given.path)));
        return QtFuture::makeReadyFuture(Result<CreatedWorkspace>(CreatedWorkspace{given.path, u"AAAA-BBBB"_s}));
    }
    QFuture<Result<StudyFile>> readStudy(const QString& file) override
    {
        return QtFuture::makeReadyFuture(readStudyFile(file));
    }
    Result<WorkspacePreview> preview(const QString& path) const override
    {
        if (path == u"elsewhere"_s)
            return fail(ErrorCode::NotAWorkspace, "This is not a workspace.", path);
        return WorkspacePreview{path, u"Demo"_s, SiteId(u"701"_s), {}, users};
    }
    QFuture<Result<std::shared_ptr<Workspace>>> open(const QString&, const UserName& user,
                                                     const QString& password) override
    {
        opened = user.toString();
        if (password != u"right password"_s)
            return QtFuture::makeReadyFuture(Result<std::shared_ptr<Workspace>>(
                fail(ErrorCode::WrongCredentials, "The name or the password is wrong.")));
        return QtFuture::makeReadyFuture(Result<std::shared_ptr<Workspace>>(workspace));
    }
    QFuture<Result<>> recover(const QString&, const UserName&, const QString&, const QString&) override
    {
        return QtFuture::makeReadyFuture(Result<>());
    }
    QStringList recent() const override { return {}; }

    std::shared_ptr<Workspace> workspace;
    QStringList users{u"lin"_s};
    WorkspaceSetup setup;
    QString opened;
};

} // namespace

class TestCommandLine final : public QObject
{
    Q_OBJECT
    FakeManager m_manager;
    std::shared_ptr<fake::FakeWorkspace> m_fake;
    QByteArray m_out;
    QByteArray m_err;
    ScreensRequest m_screens;

    int run(const QStringList& words)
    {
        m_out.clear();
        m_err.clear();
        QBuffer out(&m_out);
        QBuffer err(&m_err);
        out.open(QIODevice::WriteOnly);
        err.open(QIODevice::WriteOnly);
        Console console(out, err);
        CommandLine commandLine(m_manager, console, [this](const ScreensRequest& request) {
            m_screens = request;
            return 0;
        });
        return commandLine.run(QStringList{u"sitebook"_s} + words);
    }
    [[nodiscard]] QJsonObject object() const { return QJsonDocument::fromJson(m_out).object(); }
    static QStringList keysBeside(const QJsonObject& object, const QStringList& keys)
    {
        QStringList missing;
        for (const QString& key : keys)
            if (!object.contains(key))
                missing.append(key);
        return missing;
    }

private Q_SLOTS:
    void init()
    {
        qputenv("SITEBOOK_PASSWORD", "right password");
        m_fake = std::make_shared<fake::FakeWorkspace>(fake::demoStudy());
        m_manager.workspace = m_fake;
        m_manager.users = {u"lin"_s};
    }

    void everyCommandExplainsItself_data()
    {
        QTest::addColumn<QString>("name");
        for (const QString& name : CommandLine::names())
            QTest::newRow(qPrintable(name)) << name;
    }
    void everyCommandExplainsItself()
    {
        QFETCH(const QString, name);
        QCOMPARE(run({name, u"--help"_s}), 0);
        const QByteArray example = "sitebook " + name.toUtf8() + ' ';
        QVERIFY2(m_out.contains(example), m_out.constData());
        QVERIFY(m_err.isEmpty());
        const int unknown = run({name, u"--no-such-option"_s});
        QCOMPARE(unknown, 2);
        QVERIFY(!m_err.isEmpty() && m_out.isEmpty());
    }

    void wrongUsage_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::newRow("unknown command") << QStringList{u"fly"_s};
        QTest::newRow("nothing to import") << QStringList{u"import"_s, u"desk"_s};
        QTest::newRow("two workspaces") << QStringList{u"queue"_s, u"a"_s, u"b"_s};
        QTest::newRow("no format") << QStringList{u"export"_s, u"desk"_s, u"--out"_s, u"x"_s};
        QTest::newRow("strange scope") << QStringList{u"export"_s, u"desk"_s, u"--format"_s, u"csv"_s,
                                                      u"--out"_s,  u"x"_s,    u"--scope"_s,  u"some"_s};
        QTest::newRow("trail to nowhere") << QStringList{u"trail"_s, u"desk"_s};
        QTest::newRow("no site") << QStringList{u"init"_s, u"desk"_s, u"--study"_s, u"demo"_s, u"--user"_s, u"lin"_s};
        QTest::newRow("no such role") << QStringList{u"init"_s, u"desk"_s,   u"--study"_s, u"demo"_s,   u"--user"_s,
                                                     u"lin"_s,  u"--site"_s, u"701"_s,     u"--role"_s, u"king"_s};
        QTest::newRow("patience") << QStringList{u"sync"_s, u"desk"_s, u"--patience"_s, u"long"_s};
        QTest::newRow("theme") << QStringList{u"screens"_s, u"--out"_s, u"x"_s, u"--theme"_s, u"pink"_s};
    }
    void wrongUsage()
    {
        QFETCH(const QStringList, words);
        QCOMPARE(run(words), 2);
        QVERIFY(m_err.startsWith("sitebook: "));
        QVERIFY(m_out.isEmpty());
    }

    void overviewNamesTheCommands()
    {
        QCOMPARE(run({u"--help"_s}), 0);
        QVERIFY(m_out.contains("sitebook init") && m_out.contains("sitebook trail"));
        QVERIFY(!m_out.contains("sitebook demo"));
        QCOMPARE(run({u"--version"_s}), 0);
    }

    void initPrintsTheRecoveryCode()
    {
        QCOMPARE(run({u"init"_s, u"desk"_s, u"--study"_s, u"study.xml"_s, u"--site"_s, u"701"_s, u"--user"_s, u"lin"_s,
                      u"--server"_s, u"http://h:1"_s}),
                 0);
        QCOMPARE(m_out.count("AAAA-BBBB"), 1);
        QCOMPARE(m_manager.setup.studyFile, u"study.xml"_s);
        QCOMPARE(m_manager.setup.serverUrl, u"http://h:1"_s);
        QCOMPARE(m_manager.setup.password, u"right password"_s);
        QCOMPARE(run({u"init"_s, u"/readonly"_s, u"--study"_s, u"s"_s, u"--site"_s, u"701"_s, u"--user"_s, u"lin"_s}),
                 1);
        QCOMPARE(m_err, "sitebook: /readonly: The folder cannot be written.\n"_ba);
    }

    void saysWhyNothingOpens()
    {
        QCOMPARE(run({u"check"_s, u"elsewhere"_s}), 1);
        QCOMPARE(m_err, "sitebook: elsewhere: This is not a workspace.\n"_ba);
        qputenv("SITEBOOK_PASSWORD", "wrong");
        QCOMPARE(run({u"check"_s, u"desk"_s}), 1);
        QVERIFY2(m_err.endsWith("The name or the password is wrong.\n"), m_err.constData());
    }

    void asksWhoWhereSeveralPeopleAre()
    {
        m_manager.users = {u"lin"_s, u"mo"_s};
        QCOMPARE(run({u"check"_s, u"desk"_s}), 2);
        QVERIFY(m_err.contains("lin, mo"));
        QCOMPARE(run({u"check"_s, u"desk"_s, u"--user"_s, u"mo"_s}), 0);
        QCOMPARE(m_manager.opened, u"mo"_s);
    }

    void readsThePasswordFromAFile()
    {
        qputenv("SITEBOOK_PASSWORD", "wrong");
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"password"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("right password\n");
        file.close();
        QCOMPARE(run({u"check"_s, u"desk"_s, u"--password-file"_s, file.fileName()}), 0);
    }

    void studyPrintsItsKeys()
    {
        QCOMPARE(run({u"study"_s, QStringLiteral(SITEBOOK_SOURCE_DIR "/resources/studies/demo.xml"), u"--json"_s}), 0);
        QCOMPARE(keysBeside(object(), {u"dialect"_s, u"version"_s, u"events"_s, u"forms"_s, u"items"_s, u"conditions"_s,
                                       u"languages"_s, u"mapped"_s, u"approximated"_s, u"dropped"_s}),
                 QStringList());
        QCOMPARE(object()[u"forms"_s].toInt(), 5);
        QVERIFY(object()[u"dropped"_s].isArray());
        QCOMPARE(run({u"study"_s, u"/nowhere.xml"_s}), 1);
    }

    void importPrintsItsKeysAndFindings()
    {
        ImportSummary summary;
        summary.file = u"dm.json"_s;
        summary.read = 2;
        summary.imported = 1;
        summary.rejected = 1;
        m_fake->exchangeFakes.summaries = {summary};
        m_fake->exchangeFakes.summaries[0].findings.push_back(
            {Severity::Error, u"row 2"_s, u"A1"_s, {}, {}, u"identifier"_s, Message("Not this study's.")});
        QCOMPARE(run({u"import"_s, u"desk"_s, u"dm.json"_s, u"--dry-run"_s, u"--assign-ids"_s, u"--json"_s}), 3);
        QCOMPARE(keysBeside(object(), {u"file"_s, u"read"_s, u"imported"_s, u"rejected"_s, u"patients"_s, u"reports"_s,
                                       u"findings"_s}),
                 QStringList());
        QCOMPARE(keysBeside(object()[u"findings"_s].toArray().at(0).toObject(),
                            {u"where"_s, u"patient"_s, u"visit"_s, u"item"_s, u"code"_s, u"message"_s}),
                 QStringList());
        QVERIFY(m_fake->exchangeFakes.lastImport.dryRun && m_fake->exchangeFakes.lastImport.assignIdentifiers);
        m_fake->exchangeFakes.summaries[0].findings.clear();
        m_fake->exchangeFakes.summaries[0].rejected = 0;
        m_fake->exchangeFakes.summaries.push_back(m_fake->exchangeFakes.summaries[0]);
        QCOMPARE(run({u"import"_s, u"desk"_s, u"a"_s, u"b"_s, u"--json"_s}), 0);
        QCOMPARE(object()[u"read"_s].toInt(), 4);
        QCOMPARE(object()[u"files"_s].toArray().size(), 2);
    }

    void queueWaitsUntilItIsEmpty()
    {
        m_fake->queueFakes.current.queued = 5;
        QTimer::singleShot(20, m_fake.get(), [this] {
            m_fake->queueFakes.current = {};
            m_fake->queueFakes.current.processed = 5;
            m_fake->queueFakes.current.accepted = 4;
            m_fake->queueFakes.current.quarantined = 1;
            QueueItem item;
            item.state = QueueItem::State::Quarantined;
            item.patient = u"P001"_s;
            item.code = u"range"_s;
            item.reason = Message("Too high.");
            m_fake->queueFakes.rows = {item};
            m_fake->queueFakes.announce();
        });
        QCOMPARE(run({u"queue"_s, u"desk"_s, u"--json"_s}), 3);
        QCOMPARE(object()[u"processed"_s].toInt(), 5);
        QCOMPARE(object()[u"accepted"_s].toInt(), 4);
        const QJsonObject bad = object()[u"quarantined"_s].toArray().at(0).toObject();
        QCOMPARE(keysBeside(bad, {u"record"_s, u"code"_s, u"message"_s}), QStringList());
        QCOMPARE(bad[u"message"_s].toString(), u"Too high."_s);
    }

    void syncCountsWhatWentThrough()
    {
        m_fake->workspaceInfo.serverUrl = u"http://127.0.0.1:1"_s;
        m_fake->syncFakes.current.phase = SyncPhase::Idle;
        m_fake->syncFakes.current.queued = 3;
        WaitingItem item;
        item.state = u"queued"_s;
        m_fake->syncFakes.rows = {item, item, item};
        QTimer::singleShot(20, m_fake.get(), [this] {
            SyncStatus& status = m_fake->syncFakes.current;
            status.phase = SyncPhase::Idle;
            status.queued = 0;
            status.sending = 0;
            status.acked = 0;
            status.confirmed = 3;
            status.pulled = 2;
            status.lastSuccessUtcMs = 1234;
            m_fake->syncFakes.rows.clear();
            m_fake->syncFakes.announce();
        });
        QCOMPARE(run({u"sync"_s, u"desk"_s, u"--json"_s}), 0);
        QCOMPARE(object()[u"pushed"_s].toInt(), 3);
        QCOMPARE(object()[u"pulled"_s].toInt(), 2);
        QCOMPARE(keysBeside(object()[u"states"_s].toObject(),
                            {u"queued"_s, u"sending"_s, u"acked"_s, u"confirmed"_s, u"conflict"_s, u"quarantined"_s}),
                 QStringList());
    }

    void syncSaysWhyItWaits()
    {
        m_fake->workspaceInfo.serverUrl.clear();
        QCOMPARE(run({u"sync"_s, u"desk"_s}), 1);
        QVERIFY(m_err.contains("no server"));
        m_fake->workspaceInfo.serverUrl = u"http://127.0.0.1:1"_s;
        m_fake->syncFakes.current.phase = SyncPhase::Waiting;
        m_fake->syncFakes.current.queued = 3;
        m_fake->syncFakes.current.sentence = Message("The server does not answer.");
        QCOMPARE(run({u"sync"_s, u"desk"_s, u"--patience"_s, u"1"_s}), 1);
    }

    void exportPrintsItsKeys()
    {
        QCOMPARE(run({u"export"_s, u"desk"_s, u"--format"_s, u"csv"_s, u"--out"_s, u"x.csv"_s, u"--deidentify"_s,
                      u"--raw"_s, u"--json"_s}),
                 0);
        QCOMPARE(keysBeside(object(), {u"format"_s, u"path"_s, u"rows"_s, u"bytes"_s, u"sha256"_s}), QStringList());
        QVERIFY(m_fake->exchangeFakes.lastExport.deidentify && !m_fake->exchangeFakes.lastExport.defuseFormulas);
        m_fake->exchangeFakes.nextError = Error(ErrorCode::Unsupported, "Unsupported format");
        QCOMPARE(run({u"export"_s, u"desk"_s, u"--format"_s, u"pdf"_s, u"--out"_s, u"x"_s}), 1);
        QVERIFY(m_err.contains("Unsupported format"));
    }

    void checkPrintsItsKeys()
    {
        m_fake->auditFakes.report.operations = 9;
        QCOMPARE(run({u"check"_s, u"desk"_s, u"--json"_s}), 0);
        QCOMPARE(keysBeside(object(), {u"ok"_s, u"operations"_s, u"records"_s, u"problems"_s}), QStringList());
        QCOMPARE(object()[u"ok"_s].toBool(), true);
        m_fake->auditFakes.report.problems.push_back({u"journal 3"_s, Message("Its hash does not match.")});
        QCOMPARE(run({u"check"_s, u"desk"_s, u"--json"_s}), 3);
        QCOMPARE(object()[u"problems"_s].toArray().at(0).toObject()[u"where"_s].toString(), u"journal 3"_s);
    }

    void trailAndScreensPassOnWhatWasAsked()
    {
        QCOMPARE(run({u"trail"_s, u"desk"_s, u"--out"_s, u"t.jsonl"_s}), 0);
        QCOMPARE(m_fake->auditFakes.exportedTo, u"t.jsonl"_s);
        QCOMPARE(run({u"screens"_s, u"--out"_s, u"f"_s, u"--language"_s, u"zh_CN"_s, u"--theme"_s, u"dark"_s}), 0);
        QCOMPARE(m_screens.folder, u"f"_s);
        QCOMPARE(m_screens.language, u"zh_CN"_s);
        QCOMPARE(m_screens.theme, u"dark"_s);
    }

    void demoFillsTheWorkspace()
    {
        QCOMPARE(run({u"demo"_s, u"desk"_s, u"--patients"_s, u"70"_s, u"--reports"_s, u"130"_s, u"--json"_s}), 0);
        QCOMPARE(object()[u"patients"_s].toInt(), 70);
        QCOMPARE(object()[u"queued"_s].toInt(), 130);
        QCOMPARE(m_fake->patientFakes.stored.size(), 70U);
    }

    void tellsCommandsFromWorkspaces()
    {
        const auto kind = [](std::vector<const char*> words) {
            words.insert(words.begin(), "sitebook");
            std::vector<char*> argv;
            for (const char* word : words)
                argv.push_back(const_cast<char*>(word)); // NOLINT: argv is not written
            return Invocation::of(static_cast<int>(argv.size()), argv.data());
        };
        QCOMPARE(kind({}).kind, Invocation::Kind::Desktop);
        QCOMPARE(kind({"/"}).workspace, u"/"_s);
        QVERIFY(kind({"--trace", "/"}).trace);
        QCOMPARE(kind({"init", "x"}).kind, Invocation::Kind::Command);
        QCOMPARE(kind({"--help"}).kind, Invocation::Kind::Command);
        QCOMPARE(kind({"/no/such/place"}).kind, Invocation::Kind::Command);
        QCOMPARE(kind({"screens", "--out", "x"}).kind, Invocation::Kind::Screens);
        QCOMPARE(kind({"screens", "--help"}).kind, Invocation::Kind::Command);
    }
};

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_commandline.moc"
