// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testworkspace.h"

using namespace sitebook;
using namespace sitebook::test;
using namespace Qt::StringLiterals;

// Queries, verification and locks through the services of one desk.
class TestQueries final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aQueryGoesItsWay();
    void whoMayDoWhat_data();
    void whoMayDoWhat();
    void whatCannotBeSaidIsRefused();
    void anOverriddenCheckBecomesAQueryOnce();
    void aCheckThatPassesClosesItsQuery();
    void verifiedValuesShowTheirChange();
    void aLockedReportIsNotChanged();
    void everythingComesBackAfterReopening();

private:
    // A desk of somebody in this role who may do what a coordinator did before: the role is changed in between.
    static RecordId visitCheck(TestDesk& desk, const RecordId& patient, const QString& pulse,
                               const std::vector<CheckOverride>& overrides = {});
    static Report visitCheckOf(const RecordId& patient, const QString& pulse);
    static QueryRow rowOf(TestDesk& desk, const RecordId& query);
    static QStringList texts(TestDesk& desk, const RecordId& query);
    static RecordId raise(TestDesk& desk, const Query& query, const QString& message);
    static std::vector<CheckOverride> overridesOf(TestDesk& desk, const Report& report, const QString& reason);

    TempSettings m_settings;
};

Report TestQueries::visitCheckOf(const RecordId& patient, const QString& pulse)
{
    Report report;
    report.patient = patient;
    report.formOid = u"F.VS"_s;
    report.eventOid = u"SE.BASELINE"_s;
    report.status = ReportStatus::Complete;
    report.items.set(u"IT.PULSE"_s, pulse);
    return report;
}

RecordId TestQueries::visitCheck(TestDesk& desk, const RecordId& patient, const QString& pulse,
                                 const std::vector<CheckOverride>& overrides)
{
    Report report = visitCheckOf(patient, pulse);
    report.status = ReportStatus::Incomplete;
    const auto saved = resultOf(desk.workspace->reports().save(report, {}, overrides));
    if (!saved)
        qFatal("%s", sentence(saved).constData());
    return *saved;
}

QueryRow TestQueries::rowOf(TestDesk& desk, const RecordId& query)
{
    const QueryRow* row = nullptr;
    std::shared_ptr<const QueryList> list;
    if (!QTest::qWaitFor([&] {
            list = desk.workspace->queries().list();
            row = list->find(query);
            return row != nullptr;
        }))
        qFatal("the query does not come");
    return *row;
}

QStringList TestQueries::texts(TestDesk& desk, const RecordId& query)
{
    QStringList lines;
    const auto thread = resultOf(desk.workspace->queries().thread(query));
    for (const QueryMessage& message : thread.value_or(std::vector<QueryMessage>()))
        lines << message.text;
    return lines;
}

RecordId TestQueries::raise(TestDesk& desk, const Query& query, const QString& message)
{
    const auto raised = resultOf(desk.workspace->queries().raise(query, message));
    if (!raised)
        qFatal("%s", sentence(raised).constData());
    return *raised;
}

std::vector<CheckOverride> TestQueries::overridesOf(TestDesk& desk, const Report& report, const QString& reason)
{
    std::vector<CheckOverride> overrides;
    const FormEvaluation evaluation = desk.workspace->checker(report.formOid)->evaluate(report.items);
    for (const Finding& finding : evaluation.findings)
        if (finding.severity == Severity::Warning)
            overrides.push_back({finding.field, checkKey(finding), reason});
    return overrides;
}

void TestQueries::aQueryGoesItsWay()
{
    TestDesk desk;
    WorkspaceSetup setup = desk.setup();
    setup.role = Role::Investigator; // may do both ends of a note
    desk.start(setup);
    const RecordId patient = desk.add(u"P001"_s);
    const RecordId report = visitCheck(desk, patient, u"61"_s);
    Query note;
    note.patient = patient;
    note.report = report;
    note.itemOid = u"IT.PULSE"_s;
    note.type = QueryType::Annotation;
    const RecordId id = raise(desk, note, u"Measured lying down."_s);
    const QueryRow row = rowOf(desk, id);
    QCOMPARE(row.patientId, u"P001"_s);
    QCOMPARE(row.formOid, u"F.VS"_s);
    QCOMPARE(row.itemOid, u"IT.PULSE"_s);
    QCOMPARE(row.status, QueryStatus::Closed); // a note waits for nobody
    QCOMPARE(row.raisedBy.toString(), u"li.wei"_s);
    QCOMPARE(row.lastMessage, u"Measured lying down."_s);
    QCOMPARE(row.ageDays(row.raisedUtcMs + 3 * 86'400'000LL + 5), 3);
    QVERIFY(resultOf(desk.workspace->queries().take(QueryStep::Cancel, id, u"Wrong patient."_s)));
    QTRY_COMPARE(rowOf(desk, id).status, QueryStatus::Cancelled);
    QCOMPARE(texts(desk, id), (QStringList{u"Measured lying down."_s, u"Wrong patient."_s}));
}

void TestQueries::whoMayDoWhat_data()
{
    QTest::addColumn<Role>("role");
    QTest::addColumn<QStringList>("raises");
    QTest::addColumn<bool>("verifies");
    QTest::addColumn<bool>("locks");
    const QStringList notes{u"Annotation"_s, u"ReasonForChange"_s};
    QTest::newRow("coordinator") << Role::Coordinator << (QStringList{u"FailedCheck"_s} + notes) << false << false;
    QTest::newRow("investigator") << Role::Investigator << (QStringList{u"FailedCheck"_s} + notes) << false << false;
    QTest::newRow("monitor") << Role::Monitor << (QStringList{u"Query"_s} + notes) << true << false;
    QTest::newRow("data manager") << Role::DataManager << (QStringList{u"Query"_s} + notes) << false << true;
    QTest::newRow("administrator") << Role::Administrator << QStringList() << false << false;
}

void TestQueries::whoMayDoWhat()
{
    QFETCH(Role, role);
    QFETCH(QStringList, raises);
    QFETCH(bool, verifies);
    QFETCH(bool, locks);
    TestDesk desk;
    WorkspaceSetup setup = desk.setup();
    setup.role = role;
    desk.start(setup);
    QueryService& queries = desk.workspace->queries();
    for (const QueryType type :
         {QueryType::FailedCheck, QueryType::Query, QueryType::Annotation, QueryType::ReasonForChange})
        QCOMPARE(queries.mayRaise(type), raises.contains(typeCode(type)));
    const bool enters = desk.workspace->may(u"enter_data"_s);
    const bool asks = desk.workspace->may(u"raise_query"_s);
    QueryRow row;
    row.status = QueryStatus::Open;
    QCOMPARE(queries.may(QueryStep::Answer, row), enters);
    QCOMPARE(queries.may(QueryStep::Close, row), asks);
    QCOMPARE(queries.may(QueryStep::AskAgain, row), false); // it is open
    QCOMPARE(queries.may(QueryStep::Assign, row), enters || asks);
    row.status = QueryStatus::Closed;
    QCOMPARE(queries.may(QueryStep::AskAgain, row), asks);
    QCOMPARE(queries.may(QueryStep::Answer, row), false);
    QCOMPARE(desk.workspace->may(u"verify_source"_s), verifies);
    QCOMPARE(desk.workspace->may(u"lock_data"_s), locks);
}

void TestQueries::whatCannotBeSaidIsRefused()
{
    TestDesk desk;
    desk.start();
    const RecordId patient = desk.add(u"P001"_s);
    const RecordId other = desk.add(u"P002"_s);
    const RecordId report = visitCheck(desk, patient, u"61"_s);
    QueryService& queries = desk.workspace->queries();
    Query query;
    query.patient = patient;
    query.report = report;
    const auto denied = resultOf(queries.raise(query, u"Why?"_s));
    QCOMPARE(denied.error().code, ErrorCode::Denied);
    query.type = QueryType::Annotation;
    QCOMPARE(resultOf(queries.raise(query, u"  "_s)).error().code, ErrorCode::Invalid);
    query.patient = other;
    QCOMPARE(resultOf(queries.raise(query, u"x"_s)).error().where, field::report);
    query.report = RecordId::create();
    QCOMPARE(resultOf(queries.raise(query, u"x"_s)).error().code, ErrorCode::NotFound);
    QCOMPARE(resultOf(queries.take(QueryStep::Answer, RecordId::create(), u"x"_s)).error().code, ErrorCode::NotFound);
    QVERIFY(queries.list()->rows().empty());
}

void TestQueries::anOverriddenCheckBecomesAQueryOnce()
{
    TestDesk desk;
    desk.start();
    const RecordId patient = desk.add(u"P001"_s);
    Report report = visitCheckOf(patient, u"40"_s); // the study warns below 45
    const auto overrides = overridesOf(desk, report, u"A runner, measured twice."_s);
    QCOMPARE(overrides.size(), 1U);
    report.recordId = visitCheck(desk, patient, u"40"_s, overrides);
    QTRY_COMPARE(desk.workspace->queries().list()->rows().size(), 1U);
    const QueryRow row = desk.workspace->queries().list()->rows().front();
    QCOMPARE(row.type, QueryType::FailedCheck);
    QCOMPARE(row.status, QueryStatus::Answered); // the check asked, the reason answers
    QCOMPARE(row.itemOid, u"IT.PULSE"_s);
    QCOMPARE(row.lastMessage, u"A runner, measured twice."_s);
    QVERIFY(checkSentence(row.check).english().contains(u"45"_s));
    QVERIFY(desk.workspace->queries().may(QueryStep::Answer, row));
    QVERIFY(!desk.workspace->queries().may(QueryStep::Close, row)); // not theirs by hand
    QCOMPARE(resultOf(desk.workspace->queries().take(QueryStep::Close, row.recordId, {})).error().code,
             ErrorCode::Denied);
    report.status = ReportStatus::Incomplete;
    report.items.set(u"IT.PULSE"_s, u"41"_s); // still below
    QVERIFY(
        resultOf(desk.workspace->reports().save(report, u"Entry error"_s, overridesOf(desk, report, u"Once more."_s))));
    QTRY_COMPARE(desk.loadReport(report.recordId).items.text(u"IT.PULSE"), u"41"_s);
    QCOMPARE(desk.workspace->queries().list()->rows().size(), 1U);
    QCOMPARE(rowOf(desk, row.recordId).status, QueryStatus::Answered);
}

void TestQueries::aCheckThatPassesClosesItsQuery()
{
    TestDesk desk;
    desk.start();
    const RecordId patient = desk.add(u"P001"_s);
    Report report = visitCheckOf(patient, u"40"_s);
    report.recordId = visitCheck(desk, patient, u"40"_s, overridesOf(desk, report, u"A runner."_s));
    QTRY_COMPARE(desk.workspace->queries().list()->rows().size(), 1U);
    const RecordId query = desk.workspace->queries().list()->rows().front().recordId;
    report.items.set(u"IT.PULSE"_s, u"61"_s);
    report.status = ReportStatus::Incomplete;
    QVERIFY(resultOf(desk.workspace->reports().save(report, u"Entry error"_s)));
    QTRY_COMPARE(rowOf(desk, query).status, QueryStatus::Closed);
    QCOMPARE(texts(desk, query).size(), 2);
    QVERIFY(texts(desk, query).constLast().contains(u"passes"_s));
}

void TestQueries::verifiedValuesShowTheirChange()
{
    TestDesk desk;
    desk.start();
    const RecordId patient = desk.add(u"P001"_s);
    const RecordId id = visitCheck(desk, patient, u"61"_s);
    Report seen = desk.loadReport(id);
    QCOMPARE(resultOf(desk.workspace->reviews().verify(seen, {u"IT.PULSE"_s}, true)).error().code, ErrorCode::Denied);
    const StudyDefinition& study = *desk.workspace->study();
    QCOMPARE(verificationOf(study, seen, u"IT.PULSE"_s), VerificationState::Required);
    seen.verified.set(u"IT.PULSE"_s, verifiedMark(FieldValue(u"61"_s)));
    QCOMPARE(verificationOf(study, seen, u"IT.PULSE"_s), VerificationState::Verified);
    QCOMPARE(verificationCount(study, seen).open(), 0);
    seen.items.set(u"IT.PULSE"_s, u"62"_s);
    QCOMPARE(verificationOf(study, seen, u"IT.PULSE"_s), VerificationState::ChangedSinceVerified);
    QCOMPARE(toVerify(study, seen), QStringList{u"IT.PULSE"_s});
    seen.verified.set(u"IT.PULSE"_s, noMark());
    QCOMPARE(verificationOf(study, seen, u"IT.PULSE"_s), VerificationState::Required);
}

void TestQueries::aLockedReportIsNotChanged()
{
    TestDesk desk;
    desk.start();
    const RecordId patient = desk.add(u"P001"_s);
    const RecordId id = visitCheck(desk, patient, u"61"_s);
    const auto locked = resultOf(desk.workspace->reviews().setLocked(id, true, u"Data are clean."_s));
    QCOMPARE(locked.error().code, ErrorCode::Denied); // a coordinator
    QCOMPARE(resultOf(desk.workspace->reviews().setLocked(id, true, {})).error().code, ErrorCode::Invalid);
    QCOMPARE(desk.loadReport(id).status, ReportStatus::Incomplete);
}

void TestQueries::everythingComesBackAfterReopening()
{
    TestDesk desk;
    desk.start();
    const RecordId patient = desk.add(u"P001"_s);
    Query note;
    note.patient = patient;
    note.type = QueryType::Annotation;
    const RecordId id = raise(desk, note, u"Prefers to be called in the morning."_s);
    desk.reopen();
    const QueryRow* row = desk.workspace->queries().list()->find(id);
    QVERIFY(row);
    QCOMPARE(row->lastMessage, u"Prefers to be called in the morning."_s);
    QVERIFY(row->report.isNull());
    const auto checked = resultOf(desk.workspace->audit().check({}, {}));
    QVERIFY(checked);
    QVERIFY(checked->problems.empty());
}

QTEST_GUILESS_MAIN(TestQueries)

#include "tst_queries.moc"
