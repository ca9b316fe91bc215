// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/visitcheck.h"

#include <QTest>

using namespace sitebook;
using namespace Qt::StringLiterals;

// What may be said of a visit, and consent before anything clinical.
class TestVisitCheck final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatMayBeSaid_data();
    void whatMayBeSaid();
    void consentComesFirst_data();
    void consentComesFirst();
};

void TestVisitCheck::whatMayBeSaid_data()
{
    QTest::addColumn<QString>("event");
    QTest::addColumn<int>("repeat");
    QTest::addColumn<VisitStatus>("status");
    QTest::addColumn<QString>("date");
    QTest::addColumn<QString>("code"); // empty: nothing is wrong
    QTest::newRow("took place today") << u"SE.1"_s << 1 << VisitStatus::Occurred << u"2026-03-20"_s << QString();
    QTest::newRow("planned") << u"SE.1"_s << 1 << VisitStatus::Planned << u"2026-04-20"_s << QString();
    QTest::newRow("skipped needs no day") << u"SE.1"_s << 1 << VisitStatus::Skipped << QString() << QString();
    QTest::newRow("did not occur") << u"SE.1"_s << 1 << VisitStatus::DidNotOccur << QString() << QString();
    QTest::newRow("tomorrow took place") << u"SE.1"_s << 1 << VisitStatus::Occurred << u"2026-03-21"_s << u"future"_s;
    QTest::newRow("no day") << u"SE.1"_s << 1 << VisitStatus::Occurred << QString() << u"required"_s;
    QTest::newRow("plan without a day") << u"SE.1"_s << 1 << VisitStatus::Planned << QString() << u"required"_s;
    QTest::newRow("half a date") << u"SE.1"_s << 1 << VisitStatus::Occurred << u"2026-03"_s << u"date"_s;
    QTest::newRow("no date") << u"SE.1"_s << 1 << VisitStatus::Occurred << u"31-FEB-2026"_s << u"date"_s;
    QTest::newRow("unknown visit") << u"SE.9"_s << 1 << VisitStatus::Skipped << QString() << u"unknown_visit"_s;
    QTest::newRow("second of one") << u"SE.1"_s << 2 << VisitStatus::Skipped << QString() << u"repeat"_s;
    QTest::newRow("second of many") << u"SE.2"_s << 2 << VisitStatus::Skipped << QString() << QString();
}

void TestVisitCheck::whatMayBeSaid()
{
    QFETCH(QString, event);
    QFETCH(int, repeat);
    QFETCH(VisitStatus, status);
    QFETCH(QString, date);
    StudyDefinition study;
    study.events.resize(2);
    study.events[0].oid = u"SE.1"_s;
    study.events[1].oid = u"SE.2"_s;
    study.events[1].repeating = true;
    Visit visit;
    visit.eventOid = event;
    visit.repeat = repeat;
    visit.status = status;
    visit.date = date;
    const std::vector<Finding> findings = checkVisit(study, visit, QDate(2026, 3, 20));
    QTEST(findings.empty() ? QString() : findings.front().code, "code");
}

void TestVisitCheck::consentComesFirst_data()
{
    QTest::addColumn<bool>("asked");
    QTest::addColumn<QString>("consent");
    QTest::addColumn<QString>("day");
    QTest::addColumn<bool>("allowed");
    QTest::newRow("not asked for") << false << QString() << u"2026-03-20"_s << true;
    QTest::newRow("missing") << true << QString() << u"2026-03-20"_s << false;
    QTest::newRow("the same day") << true << u"2026-03-20"_s << u"2026-03-20"_s << true;
    QTest::newRow("the day before") << true << u"2026-03-20"_s << u"2026-03-19"_s << false;
    QTest::newRow("later") << true << u"2026-03-20"_s << u"2026-03-21"_s << true;
    QTest::newRow("month alone cannot tell") << true << u"2026-03"_s << u"2026-03-19"_s << true;
    QTest::newRow("month alone can tell") << true << u"2026-03"_s << u"2026-02-28"_s << false;
    QTest::newRow("a form without a day") << true << u"2026-03-20"_s << QString() << true;
}

void TestVisitCheck::consentComesFirst()
{
    QFETCH(bool, asked);
    QFETCH(QString, consent);
    QFETCH(QString, day);
    StudyDefinition study;
    study.consentFirst = asked;
    const PartialDate date = consent.isEmpty() ? PartialDate() : PartialDate::parse(consent).value();
    const Result<> allowed = requireConsent(study, date, day);
    QTEST(allowed.has_value(), "allowed");
    if (!allowed)
        QCOMPARE(allowed.error().where, field::consentDate);
}

QTEST_APPLESS_MAIN(TestVisitCheck)
#include "tst_visitcheck.moc"
