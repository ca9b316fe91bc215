// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testworkspace.h"

using namespace sitebook;
using namespace sitebook::test;
using namespace Qt::StringLiterals;

// What a person says of visits, through the services of one desk.
class TestVisits final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aPlanTakesPlaceAndIsCorrected();
    void whatIsMissingSaysWhy();
    void whatCannotBeSaidIsRefused();
    void takenBackTheScheduleSpeaksAgain();
    void everythingComesBackAndIsSound();
    void theCasebookCountsFromTheConsent();
    void whoLeftIsExpectedNoMore();
    void consentComesFirst();

private:
    static Visit week2(const RecordId& patient, VisitStatus status, const QString& date);
    static QString say(TestDesk& desk, const Visit& visit, const QString& reason = {});
    static const Visit* stored(TestDesk& desk, const RecordId& patient, VisitStatus status);
    static VisitState stateOf(TestDesk& desk, const QString& event, QDate today);
    static RecordId consented(TestDesk& desk, QDate consent, PatientStatus status = PatientStatus::Enrolled);

    TempSettings m_settings;
};

Visit TestVisits::week2(const RecordId& patient, VisitStatus status, const QString& date)
{
    Visit visit;
    visit.patient = patient;
    visit.eventOid = u"SE.WEEK2"_s;
    visit.status = status;
    visit.date = date;
    return visit;
}

// Empty, or the field that was refused.
QString TestVisits::say(TestDesk& desk, const Visit& visit, const QString& reason)
{
    const auto done = resultOf(desk.workspace->visits().record(visit, reason));
    return done ? QString() : done.error().where;
}

const Visit* TestVisits::stored(TestDesk& desk, const RecordId& patient, VisitStatus status)
{
    const Visit* found = nullptr;
    static std::shared_ptr<const VisitList> list;
    const bool there = QTest::qWaitFor([&] {
        list = desk.workspace->visits().list();
        found = list->at(patient, u"SE.WEEK2"_s, 1);
        return found != nullptr && found->status == status;
    });
    return there ? found : nullptr;
}

VisitState TestVisits::stateOf(TestDesk& desk, const QString& event, QDate today)
{
    const auto casebook = resultOf(desk.workspace->visits().casebook(today));
    for (const ScheduledVisit& visit : (*casebook)->rows.front().visits)
        if (visit.eventOid == event)
            return visit.state;
    return VisitState::Undated;
}

RecordId TestVisits::consented(TestDesk& desk, QDate consent, PatientStatus status)
{
    Patient patient = TestDesk::patient(u"P001"_s);
    patient.consentDate = PartialDate(consent);
    patient.status = status;
    const auto id = resultOf(desk.workspace->patients().registerPatient(patient));
    if (!id)
        qFatal("%s", sentence(id).constData());
    if (!QTest::qWaitFor([&] { return desk.workspace->patients().list()->find(*id) != nullptr; }))
        qFatal("the list does not come");
    return *id;
}

void TestVisits::aPlanTakesPlaceAndIsCorrected()
{
    TestDesk desk;
    desk.start();
    const RecordId patient = desk.add(u"P001"_s);
    QCOMPARE(say(desk, week2(patient, VisitStatus::Planned, u"2026-03-12"_s)), QString());
    const Visit* planned = stored(desk, patient, VisitStatus::Planned);
    QVERIFY(planned);
    const RecordId record = planned->recordId;
    // A plan is no data yet: what came of it needs no reason, but another word about what took place does.
    QCOMPARE(say(desk, week2(patient, VisitStatus::Occurred, u"2026-03-13"_s)), QString());
    QVERIFY(stored(desk, patient, VisitStatus::Occurred));
    QVERIFY(desk.workspace->visits().needsReason(week2(patient, VisitStatus::Occurred, u"2026-03-14"_s)));
    QCOMPARE(say(desk, week2(patient, VisitStatus::Occurred, u"2026-03-14"_s)), u"reason"_s);
    QCOMPARE(say(desk, week2(patient, VisitStatus::Occurred, u"2026-03-14"_s), u"Wrong day typed"_s), QString());
    QTRY_COMPARE(desk.workspace->visits().list()->at(patient, u"SE.WEEK2"_s, 1)->date, u"2026-03-14"_s);
    QCOMPARE(desk.workspace->visits().list()->at(patient, u"SE.WEEK2"_s, 1)->recordId, record); // one record
    AuditFilter filter;
    filter.recordId = record;
    const auto trail = resultOf(desk.workspace->audit().page(filter, 0, 10));
    QVERIFY(trail);
    QCOMPARE(trail->total, 3);
    QCOMPARE(trail->entries.front().reason, u"Wrong day typed"_s);
}

void TestVisits::whatIsMissingSaysWhy()
{
    TestDesk desk;
    desk.start();
    const RecordId patient = desk.add(u"P001"_s);
    QCOMPARE(say(desk, week2(patient, VisitStatus::Skipped, {})), u"reason"_s);
    QCOMPARE(say(desk, week2(patient, VisitStatus::Skipped, {}), u"On holiday"_s), QString());
    QVERIFY(stored(desk, patient, VisitStatus::Skipped));
    QCOMPARE(stateOf(desk, u"SE.WEEK2"_s, QDate(2026, 3, 20)), VisitState::Skipped);
}

void TestVisits::whatCannotBeSaidIsRefused()
{
    TestDesk desk;
    desk.start();
    const RecordId patient = desk.add(u"P001"_s);
    const QString tomorrow = QDate::currentDate().addDays(1).toString(Qt::ISODate);
    QCOMPARE(say(desk, week2(patient, VisitStatus::Occurred, tomorrow)), field::visitDate);
    Visit unknown = week2(patient, VisitStatus::Planned, tomorrow);
    unknown.eventOid = u"SE.NEVER"_s;
    QCOMPARE(say(desk, unknown), field::event);
    const auto nobody =
        resultOf(desk.workspace->visits().record(week2(RecordId::create(), VisitStatus::Planned, tomorrow), {}));
    QVERIFY(!nobody);
    QVERIFY(desk.workspace->visits().list()->rows().empty());
}

void TestVisits::takenBackTheScheduleSpeaksAgain()
{
    TestDesk desk;
    desk.start();
    const RecordId patient = consented(desk, QDate(2026, 3, 2));
    const QDate late(2026, 6, 1);
    QCOMPARE(stateOf(desk, u"SE.WEEK2"_s, late), VisitState::Overdue);
    QCOMPARE(say(desk, week2(patient, VisitStatus::DidNotOccur, {}), u"Moved away"_s), QString());
    const Visit* visit = stored(desk, patient, VisitStatus::DidNotOccur);
    QVERIFY(visit);
    const RecordId record = visit->recordId;
    QCOMPARE(stateOf(desk, u"SE.WEEK2"_s, late), VisitState::DidNotOccur);
    QVERIFY(!resultOf(desk.workspace->visits().takeBack(record, {})));
    QVERIFY(resultOf(desk.workspace->visits().takeBack(record, u"Other patient"_s)));
    QTRY_COMPARE(stateOf(desk, u"SE.WEEK2"_s, late), VisitState::Overdue);
    QVERIFY(!resultOf(desk.workspace->visits().takeBack(record, u"Again"_s)));
}

void TestVisits::everythingComesBackAndIsSound()
{
    TestDesk desk;
    desk.start();
    const RecordId patient = desk.add(u"P001"_s);
    QCOMPARE(say(desk, week2(patient, VisitStatus::Planned, u"2026-03-12"_s)), QString());
    desk.reopen();
    const Visit* visit = desk.workspace->visits().list()->at(patient, u"SE.WEEK2"_s, 1);
    QVERIFY(visit);
    QCOMPARE(visit->date, u"2026-03-12"_s);
    const auto checked = resultOf(desk.workspace->audit().check({}, {}));
    QVERIFY(checked);
    QVERIFY(checked->problems.empty());
}

void TestVisits::theCasebookCountsFromTheConsent()
{
    TestDesk desk;
    desk.start();
    consented(desk, QDate(2026, 3, 2));
    const auto casebook = resultOf(desk.workspace->visits().casebook(QDate(2026, 3, 23)));
    QVERIFY(casebook);
    QCOMPARE((*casebook)->rows.size(), 1);
    QCOMPARE(stateOf(desk, u"SE.WEEK2"_s, QDate(2026, 3, 23)), VisitState::Due); // day 21
    QCOMPARE((*casebook)->visitsAt(VisitState::Due), 1);
    QCOMPARE((*casebook)->rows.front().state, rollUp((*casebook)->rows.front().visits));
}

void TestVisits::whoLeftIsExpectedNoMore()
{
    TestDesk desk;
    desk.start();
    consented(desk, QDate(2026, 3, 2), PatientStatus::Withdrawn);
    const auto casebook = resultOf(desk.workspace->visits().casebook(QDate(2026, 6, 1)));
    QVERIFY(casebook);
    QCOMPARE((*casebook)->visitsAt(VisitState::Overdue) + (*casebook)->visitsAt(VisitState::Due), 0);
}

// The demo study, asking for consent first: a form is refused without its date, and so is a queued submission.
void TestVisits::consentComesFirst()
{
    TestDesk desk;
    QFile demo(studyFile(u"demo.xml"_s));
    QVERIFY(demo.open(QFile::ReadOnly));
    QByteArray text = demo.readAll();
    const QByteArray before = R"(<Alias Context="sitebook:identifier-pattern")";
    QVERIFY(text.contains(before));
    text.replace(before, QByteArray(R"(<Alias Context="sitebook:consent-first" Name="yes"/>)" + before));
    QFile strict(desk.folder.filePath(u"strict.xml"_s));
    QVERIFY(strict.open(QFile::WriteOnly) && strict.write(text) == text.size());
    strict.close();
    WorkspaceSetup setup = desk.setup();
    setup.studyFile = strict.fileName();
    desk.start(setup);
    const RecordId patient = desk.add(u"P001"_s);
    const auto refused = resultOf(desk.workspace->reports().save(TestDesk::phq9(patient), {}));
    QVERIFY(!refused);
    QCOMPARE(refused.error().where, field::consentDate);
    QVERIFY(resultOf(desk.workspace->queue().enqueue({TestDesk::phq9(patient)}, u"test"_s)));
    QTRY_COMPARE(desk.workspace->queue().status().quarantined, 1);
    const auto items = resultOf(desk.workspace->queue().items(5));
    QVERIFY(items);
    QCOMPARE(items->front().code, u"consent"_s);
    Patient person = desk.load(patient);
    person.consentDate = PartialDate(QDate(2026, 3, 2));
    QVERIFY(resultOf(desk.workspace->patients().update(person, u"Consent came by post"_s)));
    QVERIFY(resultOf(desk.workspace->reports().save(TestDesk::phq9(patient), {})));
    Report early = TestDesk::phq9(patient, 1, u"SE.WEEK2"_s);
    early.reportDate = u"2026-03-01"_s;
    QVERIFY(!resultOf(desk.workspace->reports().save(early, {})));
}

QTEST_GUILESS_MAIN(TestVisits)
#include "tst_visits.moc"
