// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/serverprocess.h"
#include "tests/support/testworkspace.h"

using namespace sitebook;
using namespace sitebook::test;
using namespace Qt::StringLiterals;

// A coordinator's, a monitor's and a data manager's desk of one site, and the real server: queries travel, what was
// verified shows its change, what is locked stays as it is.
class TestQueriesWithServer final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void aQueryIsAskedAnsweredOfflineAndClosed();
    void bothWriteAtOnceAndNothingIsLost();
    void aChangeAtAnotherDeskDropsTheVerification();
    void aLockedReportIsKeptByDeskAndServer();

private:
    void open(TestDesk& desk, const QString& user, Role role);
    // The desks that are online send and receive until it is so.
    bool eventually(const std::function<bool()>& isSo);
    [[nodiscard]] bool allSent() const;
    static QueryRow row(TestDesk& desk, const RecordId& query);
    static QStringList thread(TestDesk& desk, const RecordId& query);
    RecordId report(const QString& identifier, const QString& pulse);
    RecordId ask(const RecordId& report, const QString& text);
    static Result<RecordId> correct(TestDesk& desk, const RecordId& report, const QString& pulse);
    static VerificationState verification(TestDesk& desk, const RecordId& report);

    TempSettings m_settings;
    std::unique_ptr<ServerProcess> m_server;
    TestDesk anna; // coordinator
    TestDesk ines; // monitor
    TestDesk dora; // data manager
};

void TestQueriesWithServer::open(TestDesk& desk, const QString& user, Role role)
{
    QVERIFY(m_server->addAccount(user, TestDesk::password, roleCode(role)));
    WorkspaceSetup setup = desk.setup(u"demo.xml"_s, m_server->url());
    setup.user = UserName(user);
    setup.role = role;
    desk.start(setup);
}

void TestQueriesWithServer::initTestCase()
{
    m_server = std::make_unique<ServerProcess>(studyFile(u"demo.xml"_s));
    open(anna, u"anna"_s, Role::Coordinator);
    open(ines, u"ines"_s, Role::Monitor);
    open(dora, u"dora"_s, Role::DataManager);
    QVERIFY(m_server->start());
    for (TestDesk* desk : {&anna, &ines, &dora}) {
        const auto signedIn = resultOf(desk->workspace->sync().signIn(TestDesk::password));
        QVERIFY2(signedIn, sentence(signedIn).constData());
    }
}

bool TestQueriesWithServer::eventually(const std::function<bool()>& isSo)
{
    for (int round = 0; round < 20; ++round) {
        for (TestDesk* desk : {&anna, &ines, &dora})
            if (desk->workspace->sync().isOnline())
                desk->workspace->sync().syncNow();
        if (QTest::qWaitFor(isSo, 1500))
            return true;
    }
    return false;
}

bool TestQueriesWithServer::allSent() const
{
    const auto sent = [](const TestDesk& desk) {
        const SyncStatus now = desk.workspace->sync().status();
        return !desk.workspace->sync().isOnline() || (now.waiting() == 0 && now.acked == 0);
    };
    return sent(anna) && sent(ines) && sent(dora);
}

QueryRow TestQueriesWithServer::row(TestDesk& desk, const RecordId& query)
{
    const auto list = desk.workspace->queries().list();
    const QueryRow* found = list->find(query);
    return found ? *found : QueryRow();
}

QStringList TestQueriesWithServer::thread(TestDesk& desk, const RecordId& query)
{
    QStringList lines;
    const auto messages = resultOf(desk.workspace->queries().thread(query));
    for (const QueryMessage& message : messages.value_or(std::vector<QueryMessage>()))
        lines << message.user.toString() + u": "_s + message.text;
    return lines;
}

RecordId TestQueriesWithServer::report(const QString& identifier, const QString& pulse)
{
    Report check;
    check.patient = anna.add(identifier);
    check.formOid = u"F.VS"_s;
    check.eventOid = u"SE.BASELINE"_s;
    check.status = ReportStatus::Incomplete;
    check.items.set(u"IT.PULSE"_s, pulse);
    const auto saved = resultOf(anna.workspace->reports().save(check, {}));
    const auto has = [&saved](TestDesk& desk) {
        const auto list = desk.workspace->reports().list();
        return std::any_of(list->begin(), list->end(),
                           [&saved](const ReportRow& row) { return row.recordId == *saved; });
    };
    if (!saved || !eventually([&] { return allSent() && has(ines) && has(dora); }))
        qFatal("the report does not arrive");
    return *saved;
}

RecordId TestQueriesWithServer::ask(const RecordId& report, const QString& text)
{
    Query query;
    query.patient = ines.loadReport(report).patient;
    query.report = report;
    query.itemOid = u"IT.PULSE"_s;
    const auto raised = resultOf(ines.workspace->queries().raise(query, text));
    if (!raised)
        qWarning("%s", sentence(raised).constData());
    return raised.value_or(RecordId());
}

Result<RecordId> TestQueriesWithServer::correct(TestDesk& desk, const RecordId& report, const QString& pulse)
{
    Report changed = desk.loadReport(report);
    changed.items.set(u"IT.PULSE"_s, pulse);
    return resultOf(desk.workspace->reports().save(changed, u"Entry error"_s));
}

VerificationState TestQueriesWithServer::verification(TestDesk& desk, const RecordId& report)
{
    return verificationOf(*desk.workspace->study(), desk.loadReport(report), u"IT.PULSE"_s);
}

void TestQueriesWithServer::aQueryIsAskedAnsweredOfflineAndClosed()
{
    const RecordId check = report(u"P001"_s, u"61"_s);
    const RecordId query = ask(check, u"The source says 67."_s);
    QVERIFY(!query.isNull());
    QVERIFY(eventually([&] { return !row(anna, query).recordId.isNull(); }));
    QCOMPARE(row(anna, query).status, QueryStatus::Open);
    QCOMPARE(row(anna, query).raisedBy.toString(), u"ines"_s);
    QCOMPARE(row(anna, query).raisedByRole, Role::Monitor);
    QCOMPARE(row(anna, query).patientId, u"P001"_s);

    anna.workspace->sync().setOnline(false);
    const auto answered =
        resultOf(anna.workspace->queries().take(QueryStep::Answer, query, u"Corrected, thank you."_s));
    QVERIFY2(answered, sentence(answered).constData());
    QTRY_COMPARE(row(anna, query).status, QueryStatus::Answered);
    QVERIFY(row(anna, query).delivery != DeliveryState::Synced); // it says that nobody else has it yet
    QCOMPARE(row(ines, query).status, QueryStatus::Open);
    anna.workspace->sync().setOnline(true);
    QVERIFY(eventually([&] { return row(ines, query).status == QueryStatus::Answered; }));

    QVERIFY(!resultOf(anna.workspace->queries().take(QueryStep::Close, query, {}))); // not hers
    QVERIFY(resultOf(ines.workspace->queries().take(QueryStep::Close, query, u"Seen."_s)));
    QVERIFY(eventually([&] {
        return row(anna, query).status == QueryStatus::Closed && row(dora, query).status == QueryStatus::Closed;
    }));
    const QStringList told{u"ines: The source says 67."_s, u"anna: Corrected, thank you."_s, u"ines: Seen."_s};
    for (TestDesk* desk : {&anna, &ines, &dora})
        QCOMPARE(thread(*desk, query), told);
    QCOMPARE(row(anna, query).delivery, DeliveryState::Synced);
}

void TestQueriesWithServer::bothWriteAtOnceAndNothingIsLost()
{
    const RecordId check = report(u"P002"_s, u"61"_s);
    const RecordId query = ask(check, u"Which arm?"_s);
    QVERIFY(eventually([&] { return !row(anna, query).recordId.isNull(); }));
    anna.workspace->sync().setOnline(false);
    QVERIFY(resultOf(anna.workspace->queries().take(QueryStep::Answer, query, u"The left one."_s)));
    QVERIFY(resultOf(ines.workspace->queries().take(QueryStep::Assign, query, u"investigator"_s)));
    QVERIFY(eventually([&] { return allSent(); }));
    anna.workspace->sync().setOnline(true);
    for (TestDesk* desk : {&anna, &ines})
        QVERIFY(eventually([&] {
            const QueryRow now = row(*desk, query);
            return now.status == QueryStatus::Answered && now.assignee == u"investigator" &&
                   now.lastMessage == u"The left one.";
        }));
    QCOMPARE(anna.workspace->sync().status().conflicts, 0);
}

void TestQueriesWithServer::aChangeAtAnotherDeskDropsTheVerification()
{
    const RecordId check = report(u"P003"_s, u"61"_s);
    QCOMPARE(verification(ines, check), VerificationState::Required);
    QVERIFY(resultOf(ines.workspace->reviews().verifyAll(check)));
    QCOMPARE(verification(ines, check), VerificationState::Verified);
    const auto changed = correct(anna, check, u"62"_s); // before she has heard of it
    QVERIFY2(changed, sentence(changed).constData());
    for (TestDesk* desk : {&anna, &ines, &dora})
        QVERIFY(eventually([&] { return verification(*desk, check) == VerificationState::ChangedSinceVerified; }));
    QCOMPARE(ines.workspace->sync().status().conflicts, 0);
    const auto rows = resultOf(ines.workspace->reviews().verification());
    QVERIFY(rows);
    const auto found = std::find_if(rows->begin(), rows->end(),
                                    [&check](const VerificationRow& each) { return each.report == check; });
    QVERIFY(found != rows->end());
    QCOMPARE(found->count.changed, 1);
    QVERIFY(resultOf(ines.workspace->reviews().verifyAll(check)));
    QVERIFY(eventually([&] { return verification(anna, check) == VerificationState::Verified; }));
}

void TestQueriesWithServer::aLockedReportIsKeptByDeskAndServer()
{
    const RecordId check = report(u"P004"_s, u"61"_s);
    anna.workspace->sync().setOnline(false);
    const auto locked = resultOf(dora.workspace->reviews().setLocked(check, true, u"Data are clean."_s));
    QVERIFY2(locked, sentence(locked).constData());
    QCOMPARE(dora.loadReport(check).status, ReportStatus::Locked);
    QVERIFY(eventually([&] { return allSent(); }));
    // A change made before the lock was known is refused by the server and kept at the desk.
    QVERIFY(correct(anna, check, u"64"_s));
    anna.workspace->sync().setOnline(true);
    QVERIFY(eventually([&] { return anna.workspace->sync().status().quarantined == 1; }));
    const auto waiting = resultOf(anna.workspace->sync().waiting(10));
    QVERIFY(waiting && !waiting->empty());
    QCOMPARE(waiting->front().code, u"locked"_s);
    QVERIFY(eventually([&] { return anna.loadReport(check).status == ReportStatus::Locked; }));
    const auto refused = correct(anna, check, u"65"_s);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Denied);
    QVERIFY(refused.error().english().contains(u"locked"_s));

    QVERIFY(resultOf(dora.workspace->reviews().setLocked(check, false, u"One value is still open."_s)));
    QCOMPARE(dora.loadReport(check).status, ReportStatus::Incomplete);
    QVERIFY(eventually([&] { return ines.loadReport(check).status == ReportStatus::Incomplete; }));
    QCOMPARE(ines.loadReport(check).items.text(u"IT.PULSE"), u"61"_s);
}

QTEST_GUILESS_MAIN(TestQueriesWithServer)

#include "tst_querieswithserver.moc"
