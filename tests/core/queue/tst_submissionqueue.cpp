// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/queue/submissionqueue.h"
#include "tests/support/teststore.h"

using namespace sitebook;
using namespace sitebook::test;
using namespace Qt::StringLiterals;

class TestSubmissionQueue final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aHundredReportsAndFiveWorkers();
    void scoresAreComputedOnTheWay();
    void aBadOneIsQuarantinedWithReasonAndFieldAndHoldsNobodyBack_data();
    void aBadOneIsQuarantinedWithReasonAndFieldAndHoldsNobodyBack();
    void theSameVisitTwiceIsADuplicate();
    void whatIsPausedStaysAndGoesOn();
    void retryAfterTheCauseIsGone();
    void closingDrainsWhatIsClaimedAndKeepsTheRest();
    void answersOutsideTheListAreKeptUnverified();
};

namespace {

struct Desk
{
    explicit Desk(int workers = 2)
        : preparer(demoStudy(), test.store->context())
        , queue(*test.store, preparer, {workers, 8})
        , patient(test.addPatient(QStringLiteral("P001")))
    {
    }
    Result<qint64> give(std::vector<Report> reports)
    {
        return queue.enqueueDurably(std::move(reports), QStringLiteral("test"), UserName(QStringLiteral("li")),
                                    Role::Coordinator);
    }
    void waitUntilDone()
    {
        QTRY_VERIFY_WITH_TIMEOUT(queue.statistics().queued == 0 && !queue.statistics().running, 20000);
    }
    TestStore test;
    ReportPreparer preparer;
    SubmissionQueue queue;
    RecordId patient;
};

std::vector<Report> hundredReports(Desk& desk)
{
    std::vector<Report> reports;
    for (int i = 0; i < 100; ++i) {
        const RecordId patient = desk.test.addPatient(QStringLiteral("Q%1").arg(i));
        reports.push_back(phq9(patient, {i % 4, 1, 2, 3, 0, 1, 2, 3, 0}));
    }
    return reports;
}

} // namespace

void TestSubmissionQueue::aHundredReportsAndFiveWorkers()
{
    Desk desk(5);
    QSignalSpy finished(&desk.queue, &SubmissionQueue::finished);
    const auto taken = desk.give(hundredReports(desk));
    QVERIFY(taken);
    QCOMPARE(*taken, 100);
    QTRY_VERIFY(finished.count() > 0);
    QCOMPARE(desk.queue.statistics().accepted, 100);
    QCOMPARE(desk.queue.statistics().quarantined, 0);
    QCOMPARE(desk.test.count("SELECT count(*) FROM reports"), 100);
    QCOMPARE(desk.test.count("SELECT count(*) FROM submissions"), 0);
    QCOMPARE(desk.test.count("SELECT count(DISTINCT record_id) FROM journal WHERE entity=1"), 100);
}

void TestSubmissionQueue::scoresAreComputedOnTheWay()
{
    Desk desk;
    const Report report = phq9(desk.patient, {2, 2, 2, 2, 2, 3, 2, 3, 3});
    QVERIFY(desk.give({report}));
    desk.waitUntilDone();
    const auto stored = desk.test.store->read<Report>(
        [&](Database& database) { return RecordReader(database, desk.test.store->context()).report(report.recordId); });
    QVERIFY(stored);
    QCOMPARE(stored->items.text(u"IT.PHQ0111"_s), u"21"_s);
    QCOMPARE(stored->status, ReportStatus::Complete);
}

void TestSubmissionQueue::aBadOneIsQuarantinedWithReasonAndFieldAndHoldsNobodyBack_data()
{
    QTest::addColumn<QString>("form");
    QTest::addColumn<QString>("event");
    QTest::addColumn<bool>("knownPatient");
    QTest::addColumn<QString>("item");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("field");
    const QString baseline = u"SE.BASELINE"_s;
    QTest::newRow("unknown patient") << u"F.PHQ9"_s << baseline << false << QString() << QString()
                                     << u"unknown_patient"_s << u"patient"_s;
    QTest::newRow("unknown form") << u"F.NONE"_s << baseline << true << QString() << QString() << u"unknown_form"_s
                                  << u"form"_s;
    QTest::newRow("unknown visit") << u"F.PHQ9"_s << u"SE.NONE"_s << true << QString() << QString()
                                   << u"unknown_visit"_s << u"event"_s;
    QTest::newRow("not a number") << u"F.VS"_s << baseline << true << u"IT.PULSE"_s << u"fast"_s << u"type"_s
                                  << u"IT.PULSE"_s;
    QTest::newRow("31 February") << u"F.VS"_s << baseline << true << u"IT.VSDAT"_s << u"2026-02-31"_s << u"date"_s
                                 << u"IT.VSDAT"_s;
}

void TestSubmissionQueue::aBadOneIsQuarantinedWithReasonAndFieldAndHoldsNobodyBack()
{
    QFETCH(const QString, form);
    QFETCH(const QString, event);
    QFETCH(const bool, knownPatient);
    QFETCH(const QString, item);
    QFETCH(const QString, value);
    QFETCH(const QString, code);
    QFETCH(const QString, field);
    Desk desk;
    QSignalSpy quarantined(&desk.queue, &SubmissionQueue::quarantined);
    Report bad = phq9(knownPatient ? desk.patient : RecordId::create(), {1, 1, 1, 1, 1, 1, 1, 1, 1});
    bad.formOid = form;
    bad.eventOid = event;
    if (!item.isEmpty()) {
        bad.items = Fields();
        bad.items.set(item, value);
    }
    QVERIFY(desk.give({bad, phq9(desk.patient, {0, 0, 0, 0, 0, 0, 0, 0, 0}, u"SE.WEEK2"_s)}));
    desk.waitUntilDone();
    QCOMPARE(desk.queue.statistics().accepted, 1);
    QCOMPARE(desk.queue.statistics().quarantined, 1);
    QTRY_COMPARE(quarantined.count(), 1);
    QCOMPARE(quarantined.first().at(1).toString(), code);
    QCOMPARE(quarantined.first().at(2).toString(), field);
    const auto rows = desk.test.store->read<std::vector<QuarantinedRow>>(
        [&](Database& database) { return submissions::list(database, desk.test.store->context(), 10); });
    QCOMPARE(rows->size(), size_t(1));
    QVERIFY(!rows->front().why.reason.isEmpty());
    QCOMPARE(rows->front().why.code, code);
}

void TestSubmissionQueue::theSameVisitTwiceIsADuplicate()
{
    Desk desk(1);
    const QList<int> answers{1, 1, 1, 1, 1, 1, 1, 1, 1};
    QVERIFY(desk.give({phq9(desk.patient, answers), phq9(desk.patient, answers)}));
    desk.waitUntilDone();
    QCOMPARE(desk.queue.statistics().accepted, 1);
    QCOMPARE(desk.test.count("SELECT count(*) FROM submissions WHERE quarantined=1 AND code='duplicate'"), 1);
}

void TestSubmissionQueue::whatIsPausedStaysAndGoesOn()
{
    Desk desk;
    desk.queue.setPaused(true);
    QVERIFY(desk.give({phq9(desk.patient, {1, 1, 1, 1, 1, 1, 1, 1, 1})}));
    QCOMPARE(desk.queue.statistics().queued, 1);
    QCOMPARE(desk.test.count("SELECT count(*) FROM reports"), 0);
    desk.queue.setPaused(false);
    desk.waitUntilDone();
    QCOMPARE(desk.test.count("SELECT count(*) FROM reports"), 1);
}

void TestSubmissionQueue::retryAfterTheCauseIsGone()
{
    Desk desk;
    Report early = phq9(RecordId::create(), {1, 1, 1, 1, 1, 1, 1, 1, 1});
    QVERIFY(desk.give({early}));
    desk.waitUntilDone();
    QCOMPARE(desk.queue.statistics().quarantined, 1);
    Fields patient;
    patient.set(field::patientId, u"P777"_s);
    QVERIFY(desk.test.append(desk.test.operation(Entity::Patient, OpType::Create, early.patient, patient)));
    desk.queue.retry(0);
    QTRY_COMPARE(desk.test.count("SELECT count(*) FROM reports"), 1);
    QTRY_COMPARE(desk.queue.statistics().quarantined, 0);
}

void TestSubmissionQueue::closingDrainsWhatIsClaimedAndKeepsTheRest()
{
    TestStore test;
    ReportPreparer preparer(demoStudy(), test.store->context());
    std::vector<Report> reports;
    for (int i = 0; i < 400; ++i)
        reports.push_back(phq9(test.addPatient(u"Q%1"_s.arg(i)), {1, 1, 1, 1, 1, 1, 1, 1, 1}));
    {
        SubmissionQueue queue(*test.store, preparer, {2, 4});
        QVERIFY(queue.enqueueDurably(reports, u"test"_s, UserName(u"li"_s), Role::Coordinator));
    } // closed while it works
    const qint64 stored = test.count("SELECT count(*) FROM reports");
    QCOMPARE(stored + test.count("SELECT count(*) FROM submissions"), 400);
    SubmissionQueue queue(*test.store, preparer, {2, 64});
    queue.start();
    QTRY_COMPARE_WITH_TIMEOUT(test.count("SELECT count(*) FROM reports"), 400, 20000);
    QCOMPARE(test.count("SELECT count(*) FROM journal WHERE entity=1"), 400);
}

void TestSubmissionQueue::answersOutsideTheListAreKeptUnverified()
{
    Desk desk;
    Report strange = phq9(desk.patient, {1, 1, 1, 1, 1, 1, 1, 1, 1});
    strange.items.set(u"IT.PHQ0110"_s, u"7"_s);
    QVERIFY(desk.give({strange}));
    desk.waitUntilDone();
    const auto stored = desk.test.store->read<Report>([&](Database& database) {
        return RecordReader(database, desk.test.store->context()).report(strange.recordId);
    });
    QVERIFY(stored);
    QCOMPARE(stored->status, ReportStatus::Unverified);
    QCOMPARE(stored->items.text(u"IT.PHQ0110"_s), u"7"_s);
}

QTEST_GUILESS_MAIN(TestSubmissionQueue)
#include "tst_submissionqueue.moc"
