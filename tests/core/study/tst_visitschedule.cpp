// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/visitschedule.h"

#include <QTest>

using namespace sitebook;
using namespace Qt::StringLiterals;

namespace {

const QDate today(2026, 3, 20);
using Status = ReportStatus;

// Week 2: day 14, from three days before to five after; two forms, the first mandatory.
StudyDefinition study()
{
    EventDef week2;
    week2.oid = u"SE.WEEK2"_s;
    week2.targetDay = 14;
    week2.windowBefore = 3;
    week2.windowAfter = 5;
    week2.forms = {{u"F.VITALS"_s, true, {}}, {u"F.NOTES"_s, false, {}}};
    EventDef extra;
    extra.oid = u"SE.EXTRA"_s;
    extra.type = EventType::Unscheduled;
    extra.repeating = true;
    extra.forms = {{u"F.NOTES"_s, false, {}}};
    StudyDefinition study;
    study.events = {week2, extra};
    return study;
}

PatientCourse courseFrom(const QString& dayZero)
{
    PatientCourse course;
    if (!dayZero.isEmpty())
        course.dayZero = PartialDate::parse(dayZero).value();
    return course;
}

Visit visit(const QString& event, int repeat, VisitStatus status, const QString& date = {})
{
    Visit visit;
    visit.eventOid = event;
    visit.repeat = repeat;
    visit.status = status;
    visit.date = date;
    return visit;
}

VisitState week2Of(const PatientCourse& course)
{
    return visitSchedule(study(), course, today).at(0).state;
}

} // namespace

class TestVisitSchedule : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void windowTells_data();
    void windowTells();
    void planTells_data();
    void planTells();
    void reportsTell_data();
    void reportsTell();
    void wordsOfAPersonHold();
    void writtenDownGoesBeforeSkipped();
    void datesOfTheWindow();
    void unscheduledOnlyWhereRecorded();
    void mostUrgentSpeaksForAll();
};

void TestVisitSchedule::windowTells_data()
{
    QTest::addColumn<QString>("dayZero");
    QTest::addColumn<VisitState>("state");
    QTest::newRow("a day before the window") << u"2026-03-10"_s << VisitState::Upcoming;
    QTest::newRow("first day of the window") << u"2026-03-09"_s << VisitState::Due;
    QTest::newRow("last day of the window") << u"2026-03-01"_s << VisitState::Due;
    QTest::newRow("a day after the window") << u"2026-02-28"_s << VisitState::Overdue;
    QTest::newRow("month: over, whatever the day") << u"2026-02"_s << VisitState::Overdue;
    QTest::newRow("month: cannot tell") << u"2026-03"_s << VisitState::Undated;
    QTest::newRow("month: not yet, whatever the day") << u"2026-04"_s << VisitState::Upcoming;
    QTest::newRow("year: over, whatever the day") << u"2025"_s << VisitState::Overdue;
    QTest::newRow("year: cannot tell") << u"2026"_s << VisitState::Undated;
    QTest::newRow("year not known") << u"--03-09"_s << VisitState::Undated;
    QTest::newRow("month not known") << u"2026---09"_s << VisitState::Undated;
    QTest::newRow("nothing known") << QString() << VisitState::Undated;
}

void TestVisitSchedule::windowTells()
{
    QFETCH(QString, dayZero);
    QTEST(week2Of(courseFrom(dayZero)), "state");
}

void TestVisitSchedule::planTells_data()
{
    QTest::addColumn<QString>("dayZero");
    QTest::addColumn<QString>("plan");
    QTest::addColumn<VisitState>("state");
    QTest::newRow("for today") << u"2026-03-09"_s << u"2026-03-20"_s << VisitState::Planned;
    QTest::newRow("passed in the window") << u"2026-03-09"_s << u"2026-03-19"_s << VisitState::Due;
    QTest::newRow("passed without a window") << QString() << u"2026-03-19"_s << VisitState::Overdue;
    QTest::newRow("some day of this month") << QString() << u"2026-03"_s << VisitState::Planned;
    QTest::newRow("some day of last month") << QString() << u"2026-02"_s << VisitState::Overdue;
    QTest::newRow("later than the window allows") << u"2026-02-01"_s << u"2026-04-01"_s << VisitState::Overdue;
}

void TestVisitSchedule::planTells()
{
    QFETCH(QString, dayZero);
    QFETCH(QString, plan);
    PatientCourse course = courseFrom(dayZero);
    course.visits = {visit(u"SE.WEEK2"_s, 1, VisitStatus::Planned, plan)};
    QTEST(week2Of(course), "state");
}

void TestVisitSchedule::reportsTell_data()
{
    QTest::addColumn<Status>("vitals");
    QTest::addColumn<Status>("notes");
    QTest::addColumn<VisitState>("state");
    QTest::newRow("none begun") << Status::NotStarted << Status::NotStarted << VisitState::Due;
    QTest::newRow("mandatory one begun") << Status::Incomplete << Status::NotStarted << VisitState::Started;
    QTest::newRow("mandatory one complete") << Status::Complete << Status::NotStarted << VisitState::Complete;
    QTest::newRow("mandatory one missing") << Status::NotStarted << Status::Complete << VisitState::Started;
    QTest::newRow("other one not verified") << Status::Locked << Status::Unverified << VisitState::Started;
    QTest::newRow("signed and locked") << Status::Signed << Status::Locked << VisitState::Complete;
}

void TestVisitSchedule::reportsTell()
{
    QFETCH(Status, vitals);
    QFETCH(Status, notes);
    PatientCourse course = courseFrom(u"2026-03-09"_s);
    course.reports = {{u"SE.WEEK2"_s, u"F.VITALS"_s, 1, vitals}, {u"SE.WEEK2"_s, u"F.NOTES"_s, 1, notes}};
    QTEST(week2Of(course), "state");
}

void TestVisitSchedule::wordsOfAPersonHold()
{
    PatientCourse course = courseFrom(u"2026-01-01"_s);
    course.visits = {visit(u"SE.WEEK2"_s, 1, VisitStatus::Skipped)};
    QCOMPARE(week2Of(course), VisitState::Skipped);
    course.visits.front().status = VisitStatus::DidNotOccur;
    QCOMPARE(week2Of(course), VisitState::DidNotOccur);
    course.visits.front().status = VisitStatus::Occurred;
    QCOMPARE(week2Of(course), VisitState::Started);
    course.visits.front().voided = true;
    QCOMPARE(week2Of(course), VisitState::Overdue);
}

void TestVisitSchedule::writtenDownGoesBeforeSkipped()
{
    PatientCourse course = courseFrom(u"2026-03-09"_s);
    course.visits = {visit(u"SE.WEEK2"_s, 1, VisitStatus::Skipped)};
    course.reports = {{u"SE.WEEK2"_s, u"F.VITALS"_s, 1, Status::Incomplete}};
    QCOMPARE(week2Of(course), VisitState::Started);
}

void TestVisitSchedule::datesOfTheWindow()
{
    const ScheduledVisit whole = visitSchedule(study(), courseFrom(u"2026-03-01"_s), today).at(0);
    QCOMPARE(whole.earliest, QDate(2026, 3, 12));
    QCOMPARE(whole.target, QDate(2026, 3, 15));
    QCOMPARE(whole.latest, QDate(2026, 3, 20));
    const ScheduledVisit month = visitSchedule(study(), courseFrom(u"2026-02"_s), today).at(0);
    QCOMPARE(month.earliest, QDate(2026, 2, 12));
    QVERIFY(month.target.isNull());
    QCOMPARE(month.latest, QDate(2026, 3, 19));
}

void TestVisitSchedule::unscheduledOnlyWhereRecorded()
{
    PatientCourse course = courseFrom(u"2026-03-09"_s);
    QCOMPARE(visitSchedule(study(), course, today).size(), 1U);
    course.visits = {visit(u"SE.EXTRA"_s, 2, VisitStatus::Occurred, u"2026-03-18"_s)};
    course.reports = {{u"SE.EXTRA"_s, u"F.NOTES"_s, 1, Status::Complete}};
    const std::vector<ScheduledVisit> visits = visitSchedule(study(), course, today);
    QCOMPARE(visits.size(), 3U);
    QCOMPARE(visits.at(1).repeat, 1);
    QCOMPARE(visits.at(1).state, VisitState::Complete);
    QCOMPARE(visits.at(2).repeat, 2);
    QCOMPARE(visits.at(2).type, EventType::Unscheduled);
    QCOMPARE(visits.at(2).state, VisitState::Started);
    QCOMPARE(visits.at(2).date, u"2026-03-18"_s);
}

void TestVisitSchedule::mostUrgentSpeaksForAll()
{
    QVERIFY(!rollUp({}));
    std::vector<ScheduledVisit> visits;
    for (auto state = visitStateOrder.rbegin(); state != visitStateOrder.rend(); ++state) {
        ScheduledVisit visit;
        visit.state = *state;
        visits.push_back(visit);
        QCOMPARE(rollUp(visits).value(), *state);
    }
}

QTEST_APPLESS_MAIN(TestVisitSchedule)
#include "tst_visitschedule.moc"
