// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/database.h"
#include "tests/support/testworkspace.h"

using namespace sitebook;
using namespace sitebook::test;
using namespace Qt::StringLiterals;

using SpoilPatient = void (*)(Patient&);
using SpoilReport = void (*)(Report&);
Q_DECLARE_METATYPE(SpoilPatient)
Q_DECLARE_METATYPE(SpoilReport)

// Patients, reports, drafts and the queue through the services, as the screens use them.
class TestWorkspaceRecords final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_desk.reset(); }
    void aRegisteredPatientIsListedAndLoaded();
    void badPatientsNameTheirField_data();
    void badPatientsNameTheirField();
    void anIdentifierBelongsToOnePatient();
    void aSuggestionIsNeverGivenTwice();
    void aVoidedPatientLeavesTheListsAndTheIdentifier();
    void sameNameAndBirthDateIsAWarning();
    void aChangeNeedsAReason();
    void aChangeWithoutADifferenceIsNoEntry();
    void whatAnotherDeskChangedIsNotUndoneUnseen();
    void aReportIsScoredAndCounted();
    void badReportsNameTheirItem_data();
    void badReportsNameTheirItem();
    void completeNeedsEveryAnswer();
    void oneReportForAVisit();
    void aCorrectionNeedsAReason();
    void aVoidedReportFreesItsVisit();
    void reportsStandInTheOrderOfVisits();
    void draftsSurviveClosing();
    void draftsOfNewPatients();
    void theQueueStoresAndQuarantines();
    void theQueueIsPaused();
    void aMonitorMayNotEnterAnything();

private:
    TestDesk& desk() { return *m_desk; }
    Workspace& workspace() { return *m_desk->workspace; }
    RecordId fresh()
    {
        return m_desk->add(workspace().patients().nextFreeIdentifier(), u"Patient %1"_s.arg(++m_number));
    }
    const PatientRow* row(const RecordId& id) { return workspace().patients().list()->find(id); }

    TempSettings m_settings;
    std::unique_ptr<TestDesk> m_desk;
    int m_number = 0;
};

void TestWorkspaceRecords::initTestCase()
{
    m_desk = std::make_unique<TestDesk>();
    m_desk->start();
}

void TestWorkspaceRecords::aRegisteredPatientIsListedAndLoaded()
{
    QSignalSpy changed(&workspace().patients(), &PatientService::listChanged);
    const RecordId id = desk().add(u"P900"_s, u"José O'Connor"_s);
    QVERIFY(changed.count() > 0);
    const Patient loaded = desk().load(id);
    QCOMPARE(loaded.name, u"José O'Connor"_s);
    QCOMPARE(loaded.siteId, SiteId(u"701"_s));
    QCOMPARE(loaded.version, quint64(1));
    const PatientRow* listed = row(id);
    QCOMPARE(listed->patientId, u"P900"_s);
    QCOMPARE(listed->dateOfBirth, PartialDate(QDate(1961, 4, 2)));
    QCOMPARE(listed->delivery, DeliveryState::ReadyToSend);
    QCOMPARE(listed->reports, 0);
    QCOMPARE(resultOf(workspace().patients().load(RecordId::create())).error().code, ErrorCode::NotFound);
}

void TestWorkspaceRecords::badPatientsNameTheirField_data()
{
    QTest::addColumn<SpoilPatient>("spoil");
    QTest::addColumn<QString>("field");
    const auto row = [](const char* name, SpoilPatient spoil, const QString& field) {
        QTest::newRow(name) << spoil << field;
    };
    row(
        "no identifier", [](Patient& p) { p.patientId = PatientId(); }, field::patientId);
    row(
        "another rule's", [](Patient& p) { p.patientId = PatientId(u"A001"_s); }, field::patientId);
    row(
        "too short", [](Patient& p) { p.patientId = PatientId(u"P1"_s); }, field::patientId);
    row(
        "too long", [](Patient& p) { p.patientId = PatientId(u"P0001"_s); }, field::patientId);
    row(
        "no name", [](Patient& p) { p.name = u" "_s; }, field::name);
    row(
        "born tomorrow", [](Patient& p) { p.dateOfBirth = PartialDate(QDate::currentDate().addDays(1)); },
        field::dateOfBirth);
    row(
        "consent before birth", [](Patient& p) { p.consentDate = PartialDate(QDate(1950, 1, 1)); }, field::consentDate);
    row(
        "unknown sex", [](Patient& p) { p.sex = u"X"_s; }, field::sex);
}

void TestWorkspaceRecords::badPatientsNameTheirField()
{
    QFETCH(const SpoilPatient, spoil);
    QFETCH(const QString, field);
    Patient patient = TestDesk::patient(u"P901"_s);
    spoil(patient);
    const auto findings = workspace().patients().check(patient);
    QVERIFY(std::any_of(findings.begin(), findings.end(), [&field](const Finding& finding) {
        return finding.field == field && finding.severity == Severity::Error;
    }));
    const auto refused = resultOf(workspace().patients().registerPatient(patient));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Invalid);
    QCOMPARE(refused.error().where, field);
}

void TestWorkspaceRecords::anIdentifierBelongsToOnePatient()
{
    const RecordId first = desk().add(u"P902"_s);
    const Patient twice = TestDesk::patient(u"P902"_s, u"Somebody Else"_s);
    const auto findings = workspace().patients().check(twice);
    QVERIFY(std::any_of(findings.begin(), findings.end(), [](const Finding& f) { return f.code == u"duplicate"; }));
    const auto refused = resultOf(workspace().patients().registerPatient(twice));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::AlreadyExists);
    QCOMPARE(refused.error().where, field::patientId);
    // Nor may another one be renamed into it.
    const RecordId second = fresh();
    Patient renamed = desk().load(second);
    renamed.patientId = PatientId(u"P902"_s);
    QCOMPARE(resultOf(workspace().patients().update(renamed, u"Wrong number"_s)).error().code,
             ErrorCode::AlreadyExists);
    QVERIFY(workspace().patients().nextFreeIdentifier() != u"P902");
    QCOMPARE(desk().load(first).patientId, PatientId(u"P902"_s));
}

void TestWorkspaceRecords::aSuggestionIsNeverGivenTwice()
{
    PatientService& patients = workspace().patients();
    Patient first;
    first.patientId = PatientId(patients.nextFreeIdentifier());
    first.name = u"Quick, Anna"_s;
    const auto saving = patients.registerPatient(first);
    const QString second = patients.nextFreeIdentifier(); // long before the list shows the first
    QVERIFY(second != first.patientId.toString());
    const auto saved = resultOf(saving);
    QVERIFY2(saved, sentence(saved).constData());
    QCOMPARE(patients.nextFreeIdentifier(), second);
    QTRY_VERIFY(row(*saved));
    QCOMPARE(patients.nextFreeIdentifier(), second);
}

void TestWorkspaceRecords::aVoidedPatientLeavesTheListsAndTheIdentifier()
{
    const RecordId id = desk().add(u"P903"_s);
    QVERIFY(resultOf(workspace().reports().save(TestDesk::phq9(id), {})));
    QTRY_COMPARE(workspace().reports().ofPatient(id).size(), size_t(1));
    const qint64 reports = workspace().dashboard().reports;
    QCOMPARE(resultOf(workspace().patients().voidPatient(id, u" "_s)).error().where, u"reason"_s);
    const auto voided = resultOf(workspace().patients().voidPatient(id, u"Registered by mistake"_s));
    QVERIFY2(voided, sentence(voided).constData());
    QTRY_VERIFY(!row(id));
    QVERIFY(workspace().reports().ofPatient(id).empty());
    QCOMPARE(workspace().dashboard().reports, reports - 1);
    // Nothing more can be done to them, and the identifier is free.
    QCOMPARE(resultOf(workspace().reports().save(TestDesk::phq9(id, 1, u"SE.WEEK2"_s), {})).error().code,
             ErrorCode::NotFound);
    Patient edited = desk().load(id);
    QVERIFY(edited.voided);
    edited.voided = false;
    QCOMPARE(resultOf(workspace().patients().update(edited, u"Back again"_s)).error().code, ErrorCode::NotFound);
    desk().add(u"P903"_s, u"Somebody Else"_s);
    const auto checked = resultOf(workspace().audit().check({}, {}));
    QVERIFY(checked && checked->problems.empty());
}

void TestWorkspaceRecords::sameNameAndBirthDateIsAWarning()
{
    desk().add(u"P904"_s, u"Twin, One"_s);
    const auto findings = workspace().patients().check(TestDesk::patient(u"P905"_s, u"twin,  one"_s));
    QCOMPARE(findings.size(), size_t(1));
    QCOMPARE(findings.front().severity, Severity::Warning);
    QVERIFY(findings.front().message.english().contains(u"P904"));
    QVERIFY(resultOf(workspace().patients().registerPatient(TestDesk::patient(u"P905"_s, u"Twin, One"_s))));
}

void TestWorkspaceRecords::aChangeNeedsAReason()
{
    const RecordId id = fresh();
    Patient patient = desk().load(id);
    patient.sex = u"M"_s;
    for (const QString& reason : {QString(), u"  "_s}) {
        const auto refused = resultOf(workspace().patients().update(patient, reason));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Invalid);
        QCOMPARE(refused.error().where, u"reason"_s);
    }
    QCOMPARE(desk().load(id).sex, u"F"_s);
    QVERIFY(resultOf(workspace().patients().update(patient, u"Source document was corrected"_s)));
    QCOMPARE(desk().load(id).sex, u"M"_s);
    QCOMPARE(desk().load(id).version, quint64(2));
    patient.sex = u"X"_s;
    QCOMPARE(resultOf(workspace().patients().update(patient, u"Why not"_s)).error().where, field::sex);
}

void TestWorkspaceRecords::aChangeWithoutADifferenceIsNoEntry()
{
    const RecordId id = fresh();
    AuditFilter filter;
    filter.recordId = id;
    QVERIFY(resultOf(workspace().patients().update(desk().load(id), u"No reason at all"_s)));
    QCOMPARE(resultOf(workspace().audit().page(filter, 0, 10))->total, 1);
}

void TestWorkspaceRecords::whatAnotherDeskChangedIsNotUndoneUnseen()
{
    const RecordId id = fresh();
    Patient seen = desk().load(id);
    Patient own = seen;
    own.sex = u"M"_s;
    QVERIFY(resultOf(workspace().patients().update(own, u"First"_s)));
    // An own change since is no obstacle, though the form still shows the version before it.
    Patient late = seen;
    late.sex = u"U"_s;
    const auto changed = resultOf(workspace().patients().update(late, u"Second"_s));
    QVERIFY2(changed, sentence(changed).constData());
    QCOMPARE(desk().load(id).sex, u"U"_s);
}

void TestWorkspaceRecords::aReportIsScoredAndCounted()
{
    const RecordId id = fresh();
    const auto saved = resultOf(workspace().reports().save(TestDesk::phq9(id, 2), {}));
    QVERIFY2(saved, sentence(saved).constData());
    const Report report = desk().loadReport(*saved);
    QCOMPARE(report.items.text(u"IT.PHQ0111"), u"18"_s);
    QCOMPARE(report.status, ReportStatus::Complete);
    QTRY_COMPARE(row(id)->reports, 1);
    QCOMPARE(row(id)->reportsComplete, 1);
    Report half = TestDesk::phq9(id, 2, u"SE.WEEK2"_s);
    half.items.remove(u"IT.PHQ0109"_s);
    half.status = ReportStatus::Incomplete;
    QVERIFY(resultOf(workspace().reports().save(half, {})));
    QTRY_COMPARE(row(id)->reports, 2);
    QCOMPARE(row(id)->reportsComplete, 1);
    const auto list = workspace().reports().list();
    QCOMPARE(list->front().eventOid, u"SE.WEEK2"_s); // newest first
    QCOMPARE(list->front().patientId, row(id)->patientId);
    QCOMPARE(list->front().delivery, DeliveryState::ReadyToSend);
    QCOMPARE(workspace().dashboard().recent.front().recordId, list->front().recordId);
}

void TestWorkspaceRecords::badReportsNameTheirItem_data()
{
    QTest::addColumn<SpoilReport>("spoil");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("field");
    const auto row = [](const char* name, SpoilReport spoil, ErrorCode code, const QString& field) {
        QTest::newRow(name) << spoil << code << field;
    };
    row(
        "unknown patient", [](Report& r) { r.patient = RecordId::create(); }, ErrorCode::NotFound, QString());
    row(
        "unknown form", [](Report& r) { r.formOid = u"F.NONE"_s; }, ErrorCode::NotFound, field::form);
    row(
        "unknown visit", [](Report& r) { r.eventOid = u"SE.NONE"_s; }, ErrorCode::NotFound, field::event);
    row(
        "not a number", [](Report& r) { r.items.set(u"IT.PHQ0101"_s, u"often"_s); }, ErrorCode::Invalid,
        u"IT.PHQ0101"_s);
    row(
        "outside the list", [](Report& r) { r.items.set(u"IT.PHQ0101"_s, u"7"_s); }, ErrorCode::Invalid,
        u"IT.PHQ0101"_s);
}

void TestWorkspaceRecords::badReportsNameTheirItem()
{
    QFETCH(const SpoilReport, spoil);
    QFETCH(const ErrorCode, code);
    QFETCH(const QString, field);
    Report report = TestDesk::phq9(fresh());
    spoil(report);
    const auto refused = resultOf(workspace().reports().save(report, {}));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, code);
    QCOMPARE(refused.error().where, field);
}

void TestWorkspaceRecords::completeNeedsEveryAnswer()
{
    const RecordId id = fresh();
    Report report = TestDesk::phq9(id);
    report.items.remove(u"IT.PHQ0103"_s);
    const auto refused = resultOf(workspace().reports().save(report, {}));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Invalid);
    QCOMPARE(refused.error().where, u"IT.PHQ0103"_s);
    report.status = ReportStatus::Incomplete;
    const auto saved = resultOf(workspace().reports().save(report, {}));
    QVERIFY2(saved, sentence(saved).constData());
    QVERIFY(desk().loadReport(*saved).items.text(u"IT.PHQ0111").isEmpty());
    // The tenth question is not asked when nothing was reported.
    Report none = TestDesk::phq9(id, 0, u"SE.WEEK2"_s);
    none.items.set(u"IT.PHQ0110"_s, u"2"_s);
    const auto without = resultOf(workspace().reports().save(none, {}));
    QVERIFY2(without, sentence(without).constData());
    QVERIFY(!desk().loadReport(*without).items.contains(u"IT.PHQ0110"));
    QCOMPARE(desk().loadReport(*without).items.text(u"IT.PHQ0111"), u"0"_s);
}

void TestWorkspaceRecords::oneReportForAVisit()
{
    const RecordId id = fresh();
    QVERIFY(resultOf(workspace().reports().save(TestDesk::phq9(id), {})));
    const auto refused = resultOf(workspace().reports().save(TestDesk::phq9(id), {}));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::AlreadyExists);
    Report second = TestDesk::phq9(id);
    second.repeat = 2;
    QVERIFY(resultOf(workspace().reports().save(second, {})));
}

void TestWorkspaceRecords::aCorrectionNeedsAReason()
{
    const RecordId id = fresh();
    const RecordId saved = *resultOf(workspace().reports().save(TestDesk::phq9(id), {}));
    Report report = desk().loadReport(saved);
    report.items.set(u"IT.PHQ0101"_s, u"3"_s);
    QCOMPARE(resultOf(workspace().reports().save(report, {})).error().where, u"reason"_s);
    const auto corrected = resultOf(workspace().reports().save(report, u"Misread the paper"_s));
    QVERIFY2(corrected, sentence(corrected).constData());
    QCOMPARE(*corrected, saved);
    const Report now = desk().loadReport(saved);
    QCOMPARE(now.items.text(u"IT.PHQ0111"), u"11"_s);
    QCOMPARE(now.version, quint64(2));
}

void TestWorkspaceRecords::aVoidedReportFreesItsVisit()
{
    const RecordId id = fresh();
    const RecordId first = *resultOf(workspace().reports().save(TestDesk::phq9(id), {}));
    QCOMPARE(resultOf(workspace().reports().voidReport(first, {})).error().where, u"reason"_s);
    QVERIFY(resultOf(workspace().reports().voidReport(first, u"Wrong patient"_s)));
    QTRY_VERIFY(workspace().reports().ofPatient(id).empty());
    Report edited = desk().loadReport(first);
    edited.items.set(u"IT.PHQ0101"_s, u"3"_s);
    QCOMPARE(resultOf(workspace().reports().save(edited, u"Still wrong"_s)).error().code, ErrorCode::NotFound);
    QVERIFY(resultOf(workspace().reports().save(TestDesk::phq9(id), {})));
}

void TestWorkspaceRecords::reportsStandInTheOrderOfVisits()
{
    const RecordId id = fresh();
    for (const QString& event : {u"SE.END"_s, u"SE.BASELINE"_s, u"SE.WEEK2"_s})
        QVERIFY(resultOf(workspace().reports().save(TestDesk::phq9(id, 1, event), {})));
    QTRY_COMPARE(workspace().reports().ofPatient(id).size(), size_t(3));
    QStringList events;
    for (const ReportRow& report : workspace().reports().ofPatient(id))
        events << report.eventOid;
    QCOMPARE(events, QStringList({u"SE.BASELINE"_s, u"SE.WEEK2"_s, u"SE.END"_s}));
}

void TestWorkspaceRecords::draftsSurviveClosing()
{
    const RecordId patient = fresh();
    Draft draft;
    draft.info.key = u"report/new/1"_s;
    draft.info.patient = patient;
    draft.info.formOid = u"F.PHQ9"_s;
    draft.info.eventOid = u"SE.BASELINE"_s;
    draft.info.repeat = 2;
    draft.info.currentItem = u"IT.PHQ0104"_s;
    draft.baseVersion = 3;
    draft.fields.set(u"IT.PHQ0101"_s, u"2"_s);
    QVERIFY(resultOf(workspace().drafts().save(draft)));
    draft.fields.set(u"IT.PHQ0102"_s, u"1"_s);
    QVERIFY(resultOf(workspace().drafts().save(draft)));
    QTRY_COMPARE(workspace().drafts().list().size(), size_t(1));
    QCOMPARE(workspace().dashboard().drafts, 1);
    desk().reopen();
    const auto drafts = workspace().drafts().list();
    QCOMPARE(drafts.size(), size_t(1));
    QCOMPARE(drafts.front().currentItem, u"IT.PHQ0104"_s);
    const auto loaded = resultOf(workspace().drafts().load(u"report/new/1"_s));
    QVERIFY2(loaded, sentence(loaded).constData());
    QCOMPARE(loaded->fields, draft.fields);
    QCOMPARE(loaded->baseVersion, quint64(3));
    QCOMPARE(loaded->info.patient, patient);
    QCOMPARE(loaded->info.repeat, 2);
    QVERIFY(loaded->recordId.isNull());
    QVERIFY(workspace().reports().ofPatient(patient).empty()); // a draft is no report
    QVERIFY(resultOf(workspace().drafts().remove(u"report/new/1"_s)));
    QTRY_VERIFY(workspace().drafts().list().empty());
    QCOMPARE(resultOf(workspace().drafts().load(u"report/new/1"_s)).error().code, ErrorCode::NotFound);
}

void TestWorkspaceRecords::draftsOfNewPatients()
{
    Draft draft;
    draft.info.key = u"patient/new"_s;
    draft.fields.set(field::name, u"Zzq-Canary, Ana"_s);
    QVERIFY(resultOf(workspace().drafts().save(draft)));
    QCOMPARE(resultOf(workspace().drafts().load(u"patient/new"_s))->fields, draft.fields);
    for (const QString& name : {u"sitebook.db"_s, u"sitebook.db-wal"_s}) {
        QFile file(desk().path() + u'/' + name);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!file.readAll().contains("Zzq-Canary"));
    }
    QVERIFY(resultOf(workspace().drafts().remove(u"patient/new"_s)));
}

void TestWorkspaceRecords::theQueueStoresAndQuarantines()
{
    const RecordId patient = fresh();
    std::vector<Report> reports{TestDesk::phq9(patient), TestDesk::phq9(patient, 1, u"SE.WEEK2"_s),
                                TestDesk::phq9(patient), TestDesk::phq9(RecordId::create())};
    const qint64 before = workspace().queue().status().accepted;
    const auto taken = resultOf(workspace().queue().enqueue(reports, u"tablet"_s));
    QVERIFY2(taken, sentence(taken).constData());
    QCOMPARE(*taken, 4);
    QTRY_VERIFY_WITH_TIMEOUT(desk().queueIsEmpty(), 20000);
    QCOMPARE(workspace().queue().status().accepted - before, 2);
    QCOMPARE(workspace().queue().status().quarantined, 2);
    const auto items = resultOf(workspace().queue().items(10));
    QVERIFY2(items, sentence(items).constData());
    QCOMPARE(items->size(), size_t(2));
    QStringList codes;
    for (const QueueItem& item : *items) {
        codes << item.code;
        QCOMPARE(item.state, QueueItem::State::Quarantined);
        QCOMPARE(item.source, u"tablet"_s);
        QCOMPARE(item.formOid, u"F.PHQ9"_s);
        QVERIFY(!item.reason.isEmpty());
    }
    codes.sort();
    QCOMPARE(codes, QStringList({u"duplicate"_s, u"unknown_patient"_s}));
    QTRY_COMPARE(row(patient)->reports, 2);
    desk().reopen(); // what is quarantined stays so
    QCOMPARE(workspace().queue().status().quarantined, 2);
}

void TestWorkspaceRecords::theQueueIsPaused()
{
    const RecordId patient = fresh();
    workspace().queue().setPaused(true);
    QVERIFY(workspace().queue().status().paused);
    QVERIFY(resultOf(workspace().queue().enqueue({TestDesk::phq9(patient)}, u"tablet"_s)));
    QCOMPARE(workspace().queue().status().queued, 1);
    QVERIFY(workspace().reports().ofPatient(patient).empty());
    workspace().queue().setPaused(false);
    QTRY_COMPARE(workspace().reports().ofPatient(patient).size(), size_t(1));
}

void TestWorkspaceRecords::aMonitorMayNotEnterAnything()
{
    TestDesk other;
    WorkspaceSetup setup = other.setup();
    setup.role = Role::Monitor;
    other.start(setup);
    QCOMPARE(resultOf(other.workspace->patients().registerPatient(TestDesk::patient(u"P001"_s))).error().code,
             ErrorCode::Denied);
    QCOMPARE(resultOf(other.workspace->patients().voidPatient(RecordId::create(), u"x"_s)).error().code,
             ErrorCode::Denied);
    QCOMPARE(resultOf(other.workspace->reports().save(TestDesk::phq9(RecordId::create()), {})).error().code,
             ErrorCode::Denied);
    QCOMPARE(resultOf(other.workspace->queue().enqueue({}, u"x"_s)).error().code, ErrorCode::Denied);
}

QTEST_GUILESS_MAIN(TestWorkspaceRecords)
#include "tst_workspacerecords.moc"
