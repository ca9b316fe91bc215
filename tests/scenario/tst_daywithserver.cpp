// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/serverprocess.h"
#include "tests/support/testworkspace.h"

#include <QRandomGenerator>

using namespace sitebook;
using namespace sitebook::test;
using namespace Qt::StringLiterals;

// A day of two desks of one site and the real server: capture without it, send, receive, disagree, survive its death.
class TestDayWithServer final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void captureOfflineSendAndReceive_data();
    void captureOfflineSendAndReceive();
    void theSameFieldOnBothDesksIsAConflict();
    void differentFieldsAreMerged();
    void anOwnChangeOfAnotherDesksRecordIsNotUndoneUnseen();
    void aKilledServerLosesAndDoublesNothing();
    void aServerOfAnotherStudyIsRefused();
    void wrongPasswordsAreTold();
    void aTakenPortAndATakenDatabaseAreTold();

private:
    // Two opened desks of site 701 and the server they are set up for, with their accounts; it does not run yet.
    struct Site
    {
        explicit Site(const QString& study);
        static void open(TestDesk& desk, const QString& user, const QString& study, const QString& url);
        bool start() { return server.start(); }
        [[nodiscard]] bool signIn() { return signInTo(anna) && signInTo(bert); }
        static bool signInTo(TestDesk& desk);
        [[nodiscard]] bool bothQuiet() { return quiet(anna) && quiet(bert); }
        void syncBoth();

        ServerProcess server;
        TestDesk anna;
        TestDesk bert;
    };
    static bool quiet(TestDesk& desk);
    static SyncStatus status(TestDesk& desk) { return desk.workspace->sync().status(); }
    static DeliveryState badge(TestDesk& desk, const RecordId& patient);
    static QJsonObject content(TestDesk& desk);
    static void verifyTrail(TestDesk& desk);
    static void change(TestDesk& desk, const RecordId& id, void (*edit)(Patient&));
    static void waitForContent(Site& site, int timeoutMs = 30000);

    TempSettings m_settings;
};

TestDayWithServer::Site::Site(const QString& study)
    : server(studyFile(study))
{
    for (const QString& name : {u"anna"_s, u"bert"_s})
        if (!server.addAccount(name, TestDesk::password))
            qFatal("no account");
    open(anna, u"anna"_s, study, server.url());
    open(bert, u"bert"_s, study, server.url());
}

void TestDayWithServer::Site::open(TestDesk& desk, const QString& user, const QString& study, const QString& url)
{
    WorkspaceSetup setup = desk.setup(study, url);
    setup.user = UserName(user);
    desk.start(setup);
}

bool TestDayWithServer::Site::signInTo(TestDesk& desk)
{
    const auto signedIn = resultOf(desk.workspace->sync().signIn(TestDesk::password));
    if (!signedIn)
        qWarning("sign-in: %s", sentence(signedIn).constData());
    return signedIn.has_value();
}

void TestDayWithServer::Site::syncBoth()
{
    anna.workspace->sync().syncNow();
    bert.workspace->sync().syncNow();
}

// Nothing waits to be sent or to be confirmed.
bool TestDayWithServer::quiet(TestDesk& desk)
{
    const SyncStatus now = status(desk);
    return now.waiting() == 0 && now.acked == 0 && now.confirmed > 0 && desk.queueIsEmpty();
}

DeliveryState TestDayWithServer::badge(TestDesk& desk, const RecordId& patient)
{
    const PatientRow* row = desk.workspace->patients().list()->find(patient);
    return row ? row->delivery : DeliveryState::Draft;
}

// All records with their ids and values, and how many there are.
QJsonObject TestDayWithServer::content(TestDesk& desk)
{
    QJsonObject all;
    const auto patients = desk.workspace->patients().list(); // events go on while a record is loaded
    for (const PatientRow& row : patients->rows())
        all.insert(row.recordId.toString(), desk.load(row.recordId).toFields().toJson());
    const auto reports = desk.workspace->reports().list();
    for (const ReportRow& row : *reports)
        all.insert(row.recordId.toString(), desk.loadReport(row.recordId).toFields().toJson());
    return all;
}

void TestDayWithServer::verifyTrail(TestDesk& desk)
{
    const QString file = desk.path(u"trail.jsonl"_s);
    const auto written = resultOf(desk.workspace->audit().exportTrail(file));
    QVERIFY2(written, sentence(written).constData());
    QProcess verifier;
    verifier.start(QStringLiteral(SITEBOOK_BINARY_DIR "/sitebook-verify"), {file});
    QVERIFY(verifier.waitForFinished(60000));
    QVERIFY2(verifier.exitCode() == 0, verifier.readAllStandardError().constData());
    const auto checked = resultOf(desk.workspace->audit().check({}, {}));
    QVERIFY2(checked, sentence(checked).constData());
    for (const auto& problem : checked->problems)
        qWarning("%s: %s", qUtf8Printable(problem.where), qUtf8Printable(problem.message.english()));
    QVERIFY(checked->problems.empty());
}

void TestDayWithServer::change(TestDesk& desk, const RecordId& id, void (*edit)(Patient&))
{
    Patient patient = desk.load(id);
    edit(patient);
    const auto changed = resultOf(desk.workspace->patients().update(patient, u"Source document was corrected"_s));
    QVERIFY2(changed, sentence(changed).constData());
}

void TestDayWithServer::waitForContent(Site& site, int timeoutMs)
{
    site.syncBoth();
    QTRY_VERIFY_WITH_TIMEOUT(site.bothQuiet(), timeoutMs);
    const auto sizes = [](TestDesk& desk) {
        return std::pair(desk.workspace->patients().list()->rows().size(), desk.workspace->reports().list()->size());
    };
    QTRY_VERIFY_WITH_TIMEOUT(sizes(site.anna) == sizes(site.bert), timeoutMs);
    QTRY_COMPARE_WITH_TIMEOUT(content(site.bert), content(site.anna), timeoutMs);
}

void TestDayWithServer::captureOfflineSendAndReceive_data()
{
    QTest::addColumn<bool>("real");
    QTest::newRow("typed in") << false;
    QTest::newRow("the CDISC pilot's files") << true;
}

void TestDayWithServer::captureOfflineSendAndReceive()
{
    QFETCH(const bool, real);
    const QString dm = realFile(u"datasetjson-sdtm/dm.json"_s);
    if (real && dm.isEmpty())
        QSKIP("SITEBOOK_TEST_DATA names no folder with the real files");
    Site site(real ? u"cdisc-pilot.xml"_s : u"demo.xml"_s);
    Workspace& anna = *site.anna.workspace;
    size_t patients = 5;
    size_t reports = 10;
    if (real) {
        ImportRequest request;
        request.files = {dm, realFile(u"datasetjson-sdtm/qsph.json"_s)};
        request.dryRun = false;
        const auto imported = resultOf(anna.exchange().import(request, {}, {}));
        QVERIFY2(imported, sentence(imported).constData());
        patients = 18;
        reports = 30;
    } else {
        for (int i = 1; i <= 5; ++i) {
            const RecordId patient = site.anna.add(u"P00%1"_s.arg(i), u"José O'Connor %1"_s.arg(i));
            QVERIFY(resultOf(anna.queue().enqueue({TestDesk::phq9(patient), TestDesk::phq9(patient, 2, u"SE.WEEK2"_s)},
                                                  u"tablet"_s)));
        }
    }
    QTRY_COMPARE_WITH_TIMEOUT(anna.reports().list()->size(), reports, 30000);
    // The server is down: all of it waits, and says so.
    const auto offline = resultOf(anna.sync().signIn(TestDesk::password));
    QVERIFY(!offline);
    QCOMPARE(offline.error().code, ErrorCode::Offline);
    QTRY_VERIFY(status(site.anna).queued >= static_cast<qint64>(patients + reports));
    QCOMPARE(status(site.anna).confirmed, 0);
    QVERIFY(!status(site.anna).sentence.isEmpty());
    for (const ReportRow& row : *anna.reports().list())
        QCOMPARE(row.delivery, DeliveryState::ReadyToSend);
    const auto waiting = resultOf(anna.sync().waiting(100));
    QVERIFY2(waiting, sentence(waiting).constData());
    QVERIFY(waiting->size() >= patients + reports);
    QVERIFY(std::all_of(waiting->begin(), waiting->end(),
                        [](const WaitingItem& item) { return item.state == u"queued" && !item.reason.isEmpty(); }));

    QVERIFY(site.start());
    QVERIFY(site.signIn());
    waitForContent(site);
    QCOMPARE(site.bert.workspace->patients().list()->rows().size(), patients);
    QCOMPARE(site.bert.workspace->reports().list()->size(), reports);
    QCOMPARE(status(site.anna).conflicts, 0);
    QCOMPARE(status(site.anna).quarantined, 0);
    QCOMPARE(status(site.anna).phase, SyncPhase::Idle);
    QVERIFY(status(site.anna).lastSuccessUtcMs > 0);
    for (TestDesk* desk : {&site.anna, &site.bert})
        for (const ReportRow& row : *desk->workspace->reports().list())
            QCOMPARE(row.delivery, DeliveryState::Synced);
    QTRY_VERIFY(resultOf(anna.sync().waiting(100))->empty());
    verifyTrail(site.anna);
    verifyTrail(site.bert);
}

void TestDayWithServer::theSameFieldOnBothDesksIsAConflict()
{
    Site site(u"demo.xml"_s);
    QVERIFY(site.start());
    QVERIFY(site.signIn());
    const RecordId id = site.anna.add(u"P001"_s);
    waitForContent(site);
    for (TestDesk* desk : {&site.anna, &site.bert})
        desk->workspace->sync().setOnline(false);
    change(site.anna, id, [](Patient& p) { p.name = u"Ana of Anna"_s; });
    change(site.bert, id, [](Patient& p) { p.name = u"Ana of Bert"_s; });
    QTRY_COMPARE(badge(site.anna, id), DeliveryState::ChangedSinceSync);
    site.anna.workspace->sync().setOnline(true);
    QTRY_VERIFY_WITH_TIMEOUT(quiet(site.anna), 20000);
    QCOMPARE(status(site.anna).conflicts, 0);
    site.bert.workspace->sync().setOnline(true);
    for (TestDesk* desk : {&site.anna, &site.bert}) {
        QTRY_COMPARE_WITH_TIMEOUT(status(*desk).conflicts, 1, 20000);
        QTRY_COMPARE_WITH_TIMEOUT(badge(*desk, id), DeliveryState::Conflict, 20000);
        QCOMPARE(desk->load(id).name, u"Ana of Anna"_s); // the head stays
        const auto waiting = resultOf(desk->workspace->sync().waiting(10));
        QVERIFY2(waiting, sentence(waiting).constData());
        QVERIFY(!waiting->empty());
        QCOMPARE(waiting->front().state, u"conflict"_s);
        QCOMPARE(waiting->front().patientId, u"P001"_s);
    }
    QTRY_VERIFY(site.bothQuiet());
    QCOMPARE(content(site.bert), content(site.anna));
    // Nothing was lost: Bert's value is in the trail of both.
    for (TestDesk* desk : {&site.anna, &site.bert}) {
        AuditFilter filter;
        filter.recordId = id;
        filter.user = u"bert"_s;
        const auto page = resultOf(desk->workspace->audit().page(filter, 0, 10));
        QCOMPARE(page->total, 1);
        QCOMPARE(page->entries.front().changes.front().newValue, u"Ana of Bert"_s);
    }
    verifyTrail(site.anna);
    verifyTrail(site.bert);
    site.bert.reopen(); // and the badge is there again the next morning
    QCOMPARE(badge(site.bert, id), DeliveryState::Conflict);
}

void TestDayWithServer::differentFieldsAreMerged()
{
    Site site(u"demo.xml"_s);
    QVERIFY(site.start());
    QVERIFY(site.signIn());
    const RecordId id = site.anna.add(u"P001"_s);
    const RecordId report = *resultOf(site.anna.workspace->reports().save(TestDesk::phq9(id), {}));
    waitForContent(site);
    for (TestDesk* desk : {&site.anna, &site.bert})
        desk->workspace->sync().setOnline(false);
    change(site.anna, id, [](Patient& p) { p.name = u"Ana Maria"_s; });
    change(site.bert, id, [](Patient& p) { p.sex = u"U"_s; });
    Report dated = site.bert.loadReport(report);
    dated.reportDate = u"2024-05-06"_s;
    const auto saved = resultOf(site.bert.workspace->reports().save(dated, u"The date was missing"_s));
    QVERIFY2(saved, sentence(saved).constData());
    for (TestDesk* desk : {&site.anna, &site.bert})
        desk->workspace->sync().setOnline(true);
    waitForContent(site);
    for (TestDesk* desk : {&site.anna, &site.bert}) {
        QCOMPARE(desk->load(id).name, u"Ana Maria"_s);
        QCOMPARE(desk->load(id).sex, u"U"_s);
        QCOMPARE(desk->loadReport(report).reportDate, u"2024-05-06"_s);
        QCOMPARE(status(*desk).conflicts, 0);
        QTRY_COMPARE(badge(*desk, id), DeliveryState::Synced);
    }
    verifyTrail(site.anna);
    verifyTrail(site.bert);
}

void TestDayWithServer::anOwnChangeOfAnotherDesksRecordIsNotUndoneUnseen()
{
    Site site(u"demo.xml"_s);
    QVERIFY(site.start());
    QVERIFY(site.signIn());
    const RecordId id = site.anna.add(u"P001"_s);
    waitForContent(site);
    // Bert has the form open while Anna's change arrives.
    Patient open = site.bert.load(id);
    change(site.anna, id, [](Patient& p) { p.name = u"Ana Maria"_s; });
    QTRY_COMPARE_WITH_TIMEOUT(site.bert.load(id).name, u"Ana Maria"_s, 20000);
    open.sex = u"M"_s;
    const auto refused = resultOf(site.bert.workspace->patients().update(open, u"Misread"_s));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Conflict);
    QCOMPARE(refused.error().where, field::name);
    QCOMPARE(site.bert.load(id).name, u"Ana Maria"_s);
    change(site.bert, id, [](Patient& p) { p.sex = u"M"_s; });
    waitForContent(site);
    QCOMPARE(site.anna.load(id).sex, u"M"_s);
    QCOMPARE(site.anna.load(id).name, u"Ana Maria"_s);
}

void TestDayWithServer::aKilledServerLosesAndDoublesNothing()
{
    Site site(u"demo.xml"_s);
    QVERIFY(site.start());
    QVERIFY(site.signIn());
    std::vector<RecordId> patients;
    for (int i = 1; i <= 10; ++i)
        patients.push_back(site.anna.add(u"P%1"_s.arg(i, 3, 10, QLatin1Char('0'))));
    QRandomGenerator random(20261123);
    for (int round = 0; round < 10; ++round) {
        std::vector<Report> reports;
        for (const RecordId& patient : patients)
            for (int repeat = 1; repeat <= 12; ++repeat) {
                Report report = TestDesk::phq9(patient, random.bounded(4), u"SE.UNSCHEDULED"_s);
                report.repeat = 12 * round + repeat;
                reports.push_back(std::move(report));
            }
        const qint64 before = status(site.anna).confirmed;
        QVERIFY(resultOf(site.anna.workspace->queue().enqueue(std::move(reports), u"tablet"_s)));
        site.anna.workspace->sync().syncNow();
        // Some of it is through, some under way, some waits.
        const qint64 some = random.bounded(100);
        QTRY_VERIFY_WITH_TIMEOUT(status(site.anna).confirmed >= before + some, 30000);
        site.server.kill();
        QVERIFY(site.start());
        site.syncBoth();
    }
    QTRY_COMPARE_WITH_TIMEOUT(site.anna.workspace->reports().list()->size(), size_t(1200), 60000);
    waitForContent(site, 60000);
    QCOMPARE(site.bert.workspace->reports().list()->size(), size_t(1200));
    QCOMPARE(site.bert.workspace->patients().list()->rows().size(), size_t(10));
    for (TestDesk* desk : {&site.anna, &site.bert}) {
        QCOMPARE(status(*desk).quarantined, 0);
        QCOMPARE(status(*desk).conflicts, 0);
        AuditFilter filter;
        filter.entity = Entity::Report;
        QCOMPARE(resultOf(desk->workspace->audit().page(filter, 0, 1))->total, 1200);
        verifyTrail(*desk);
    }
}

void TestDayWithServer::aServerOfAnotherStudyIsRefused()
{
    ServerProcess server(studyFile(u"cdisc-pilot.xml"_s));
    QVERIFY(server.addAccount(u"anna"_s, TestDesk::password));
    QVERIFY(server.start());
    TestDesk desk;
    Site::open(desk, u"anna"_s, u"demo.xml"_s, server.url());
    desk.add(u"P001"_s);
    const auto refused = resultOf(desk.workspace->sync().signIn(TestDesk::password));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::OtherStudy);
    QTRY_COMPARE(status(desk).phase, SyncPhase::Refused);
    QVERIFY(status(desk).sentence.english().contains(u"another study"));
    QVERIFY(status(desk).queued > 0);
    QCOMPARE(status(desk).confirmed, 0);
}

void TestDayWithServer::wrongPasswordsAreTold()
{
    ServerProcess server(studyFile(u"demo.xml"_s));
    QVERIFY(server.addAccount(u"anna"_s, u"the server's own 9"_s));
    QVERIFY(server.start());
    TestDesk desk;
    Site::open(desk, u"anna"_s, u"demo.xml"_s, server.url());
    const auto refused = resultOf(desk.workspace->sync().signIn(TestDesk::password));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::WrongCredentials);
    QVERIFY(refused.error().english().size() > 20);
    QTRY_COMPARE(status(desk).phase, SyncPhase::NeedsSignIn);
    const auto right = resultOf(desk.workspace->sync().signIn(u"the server's own 9"_s));
    QVERIFY2(right, sentence(right).constData());
    QTRY_VERIFY_WITH_TIMEOUT(quiet(desk), 20000);
    // The next morning the keychain's token does.
    desk.add(u"P001"_s);
    desk.reopen();
    QTRY_VERIFY_WITH_TIMEOUT(quiet(desk), 20000);
}

void TestDayWithServer::aTakenPortAndATakenDatabaseAreTold()
{
    ServerProcess server(studyFile(u"demo.xml"_s));
    QVERIFY(server.start());
    QStringList arguments = server.arguments();
    QTemporaryDir folder;
    QProcess second;
    arguments[3] = folder.filePath(u"other.db"_s);
    second.start(ServerProcess::program(), arguments);
    QVERIFY(second.waitForFinished(20000));
    QCOMPARE(second.exitCode(), 1);
    const QByteArray said = second.readAllStandardError();
    QVERIFY2(said.contains("in use") || said.contains("taken"), said.constData());
    QVERIFY(!QFileInfo::exists(arguments[3]));
    arguments[1] = u"127.0.0.1:0"_s;
    arguments[3] = server.database();
    second.start(ServerProcess::program(), arguments);
    QVERIFY(second.waitForFinished(20000));
    QCOMPARE(second.exitCode(), 1);
    QVERIFY(second.readAllStandardError().size() > 20);
}

QTEST_GUILESS_MAIN(TestDayWithServer)
#include "tst_daywithserver.moc"
