// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakeworkspace.h"
#include "ui/reports/formsequence.h"
#include "ui/reports/reportsession.h"

using namespace sitebook;
using namespace Qt::StringLiterals;

class ReportSessionTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_study = fake::demoStudy();
        QVERIFY(m_study);
    }
    void init()
    {
        m_workspace = std::make_unique<fake::FakeWorkspace>(m_study);
        m_patient = m_workspace->patientFakes.add(fake::somebody(u"P001"_s, u"Garcia, Ana"_s, QDate(1961, 4, 2)));
    }
    void cleanup() { m_workspace.reset(); }

    void aNewReportIsEmptyAndClean()
    {
        auto session = opened(phq());
        QVERIFY(!session->isDirty());
        QVERIFY(!session->isStored());
        QVERIFY(session->findings().empty());
        QVERIFY(session->openErrors() > 0);
        QCOMPARE(session->delivery(), DeliveryState::Draft);
        QVERIFY(m_workspace->draftFakes.stored.empty());
    }

    void everyCommitSavesTheDraft()
    {
        auto session = opened(phq());
        session->commit(u"IT.PHQ0101"_s, FieldValue(u"2"_s));
        QTRY_COMPARE(m_workspace->draftFakes.saves, 1);
        QCOMPARE(m_workspace->draftFakes.stored.begin()->second.fields.text(u"item/IT.PHQ0101"), u"2"_s);
        session->commit(u"IT.PHQ0101"_s, FieldValue(u"2"_s)); // the same value is no change
        QTRY_VERIFY(!session->drafts().isBusy());
        QCOMPARE(m_workspace->draftFakes.saves, 1);
    }

    void commitsDuringASaveBecomeOneDraft()
    {
        auto session = opened(phq());
        m_workspace->draftFakes.hold = true;
        for (int i = 1; i <= 5; ++i)
            session->commit(u"IT.PHQ010%1"_s.arg(i), FieldValue(u"1"_s));
        QCOMPARE(m_workspace->draftFakes.saves, 1);
        m_workspace->draftFakes.hold = false;
        m_workspace->draftFakes.release();
        QTRY_VERIFY(!session->drafts().isBusy());
        QCOMPARE(m_workspace->draftFakes.saves, 2); // the first, and the newest
        QCOMPARE(m_workspace->draftFakes.stored.begin()->second.fields.text(u"item/IT.PHQ0105"), u"1"_s);
    }

    void closingTheFormAtOnceKeepsTheNewestText()
    {
        auto session = opened(phq());
        m_workspace->draftFakes.hold = true;
        session->commit(u"IT.PHQ0101"_s, FieldValue(u"1"_s));
        session->commit(u"IT.PHQ0102"_s, FieldValue(u"2"_s)); // waits for the first
        session.reset();
        QCOMPARE(m_workspace->draftFakes.stored.begin()->second.fields.text(u"item/IT.PHQ0102"), u"2"_s);
    }

    void closingTheFormAtOnceAfterASaveLeavesNoDraft()
    {
        auto session = opened(phq());
        m_workspace->draftFakes.hold = true;
        session->commit(u"IT.PHQ0101"_s, FieldValue(u"1"_s));
        QSignalSpy saved(session.get(), &ReportSession::saved);
        session->save(ReportStatus::Incomplete, {});
        QTRY_COMPARE(saved.size(), 1);
        session.reset(); // the draft's save is still under way
        QVERIFY(m_workspace->draftFakes.stored.empty());
    }

    void aFailedDraftSaysSo()
    {
        auto session = opened(phq());
        m_workspace->draftFakes.nextError = Error(ErrorCode::DiskFull, "The disk is full.");
        session->commit(u"IT.PHQ0101"_s, FieldValue(u"2"_s));
        QTRY_VERIFY(session->drafts().error().has_value());
        session->commit(u"IT.PHQ0102"_s, FieldValue(u"2"_s));
        QTRY_VERIFY(!session->drafts().isBusy());
        QVERIFY(!session->drafts().error());
    }

    void theDraftReopensWithItsField()
    {
        {
            auto session = opened(phq());
            session->commit(u"IT.PHQ0101"_s, FieldValue(u"2"_s));
            session->commit(u"IT.PHQ0102"_s, FieldValue(MissingReason::Unknown));
            QTRY_COMPARE(m_workspace->draftFakes.saves, 2);
        }
        auto again = opened(phq());
        QVERIFY(again->cameFromDraft());
        QVERIFY(again->isDirty());
        QCOMPARE(again->value(u"IT.PHQ0101"_s), FieldValue(u"2"_s));
        QCOMPARE(again->value(u"IT.PHQ0102"_s), FieldValue(MissingReason::Unknown));
        QCOMPARE(again->currentField(), u"IT.PHQ0102"_s);

        ReportFormTarget byKey;
        byKey.draftKey = m_workspace->draftFakes.stored.begin()->first;
        auto third = opened(byKey);
        QCOMPARE(third->report().patient, m_patient);
        QCOMPARE(third->value(u"IT.PHQ0101"_s), FieldValue(u"2"_s));
    }

    void savingRemovesTheDraft()
    {
        auto session = opened(phq());
        answerAll(*session, u"1"_s);
        QCOMPARE(session->openErrors(), 0);
        QSignalSpy saved(session.get(), &ReportSession::saved);
        session->save(ReportStatus::Complete, {});
        QTRY_COMPARE(saved.size(), 1);
        QTRY_VERIFY(m_workspace->draftFakes.stored.empty());
        QCOMPARE(m_workspace->reportFakes.stored.size(), 1U);
        const Report& report = m_workspace->reportFakes.stored.begin()->second;
        QCOMPARE(report.items.text(u"IT.PHQ0111"), u"9"_s); // scored
        QCOMPARE(report.status, ReportStatus::Complete);
        QVERIFY(!session->isDirty());
    }

    void aFailedSaveKeepsEverything()
    {
        auto session = opened(phq());
        session->commit(u"IT.PHQ0101"_s, FieldValue(u"2"_s));
        m_workspace->reportFakes.nextError = Error(ErrorCode::Storage, "The workspace could not be written.");
        QSignalSpy failed(session.get(), &ReportSession::saveFailed);
        session->save(ReportStatus::Incomplete, {});
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(session->isDirty());
        QTRY_COMPARE(m_workspace->draftFakes.stored.size(), 1U);
    }

    void hiddenValuesAreDroppedFromTheSaveButNotFromTheForm()
    {
        auto session = opened(place(u"F.VS"_s));
        session->commit(u"IT.SMOKER"_s, FieldValue(u"Y"_s));
        session->commit(u"IT.CIGS"_s, FieldValue(u"12"_s));
        QVERIFY(!session->evaluation().hidden.contains(u"IT.CIGS"_s));
        session->commit(u"IT.SMOKER"_s, FieldValue(u"N"_s));
        QVERIFY(session->evaluation().hidden.contains(u"IT.CIGS"_s));
        QCOMPARE(session->value(u"IT.CIGS"_s).text, u"12"_s);
        QSignalSpy saved(session.get(), &ReportSession::saved);
        session->save(ReportStatus::Incomplete, {});
        QTRY_COMPARE(saved.size(), 1);
        QVERIFY(!m_workspace->reportFakes.stored.begin()->second.items.contains(u"IT.CIGS"));
    }

    void requiredShowsOnceAFieldWasLeft()
    {
        auto session = opened(phq());
        session->enterField(u"IT.PHQ0101"_s);
        QVERIFY(session->findings().empty());
        session->enterField(u"IT.PHQ0102"_s);
        QCOMPARE(session->findings().size(), 1U);
        QCOMPARE(session->findings().front().field, u"IT.PHQ0101"_s);
        session->showAllFindings();
        QVERIFY(session->findings().size() >= 9);
    }

    void changingARecordedValueNeedsAReason_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("field");
        QTest::addColumn<bool>("needed");
        QTest::newRow("incomplete, new answer") << int(ReportStatus::Incomplete) << u"IT.PHQ0102"_s << false;
        QTest::newRow("incomplete, other answer") << int(ReportStatus::Incomplete) << u"IT.PHQ0101"_s << true;
        QTest::newRow("complete, new answer") << int(ReportStatus::Complete) << u"IT.PHQ0102"_s << true;
    }
    void changingARecordedValueNeedsAReason()
    {
        QFETCH(int, status);
        QFETCH(QString, field);
        QFETCH(bool, needed);
        auto session = opened(stored(static_cast<ReportStatus>(status)));
        session->commit(field, FieldValue(u"3"_s));
        QCOMPARE(session->needsReason(), needed);
    }

    void lockedReportsAreForReading_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<bool>("readOnly");
        QTest::newRow("incomplete") << int(ReportStatus::Incomplete) << false;
        QTest::newRow("complete") << int(ReportStatus::Complete) << false;
        QTest::newRow("signed") << int(ReportStatus::Signed) << true;
        QTest::newRow("locked") << int(ReportStatus::Locked) << true;
    }
    void lockedReportsAreForReading()
    {
        QFETCH(int, status);
        QFETCH(bool, readOnly);
        auto session = opened(stored(static_cast<ReportStatus>(status)));
        QCOMPARE(session->isReadOnly(), readOnly);
        session->commit(u"IT.PHQ0101"_s, FieldValue(u"3"_s));
        QCOMPARE(session->value(u"IT.PHQ0101"_s).text, readOnly ? u"1"_s : u"3"_s);
    }

    void aRoleThatMayNotCorrectReadsOnly()
    {
        m_workspace->forbidden = {u"correct_data"_s};
        QVERIFY(opened(stored(ReportStatus::Incomplete))->isReadOnly());
        QVERIFY(!opened(phq())->isReadOnly());
    }

    void anUnknownFormIsSaid()
    {
        ReportSession session(*m_workspace, place(u"F.NONE"_s));
        QSignalSpy failed(&session, &ReportSession::openFailed);
        session.open();
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(!session.isOpen());
    }

    void aDraftOnAnOlderVersionIsMarked()
    {
        const ReportFormTarget target = stored(ReportStatus::Incomplete);
        {
            auto session = opened(target);
            session->commit(u"IT.PHQ0102"_s, FieldValue(u"3"_s));
            QTRY_COMPARE(m_workspace->draftFakes.stored.size(), 1U);
        }
        m_workspace->reportFakes.stored[target.report].version = 7;
        auto session = opened(target);
        QVERIFY(session->isBehind());
        QCOMPARE(session->report().version, 0U); // the base the author had seen
    }

    void theNextFormFollowsTheStudy()
    {
        auto places = placesOf(*m_study, m_workspace->reportFakes.ofPatient(m_patient));
        auto next = nextPlace(places, u"SE.BASELINE"_s, u"F.VS"_s, 1);
        QVERIFY(next);
        QCOMPARE(next->formOid, u"F.PHQ9"_s);
        next = nextPlace(places, u"SE.END"_s, u"F.CESD"_s, 1);
        QVERIFY(!next); // unscheduled visits are not proposed
        Report done;
        done.patient = m_patient;
        done.eventOid = u"SE.BASELINE"_s;
        done.formOid = u"F.PHQ9"_s;
        done.status = ReportStatus::Complete;
        m_workspace->reportFakes.add(done);
        places = placesOf(*m_study, m_workspace->reportFakes.ofPatient(m_patient));
        QCOMPARE(nextPlace(places, u"SE.BASELINE"_s, u"F.VS"_s, 1)->formOid, u"F.GAD7"_s);
    }

    void theNextPatientIsWhoLacksTheForm()
    {
        const auto add = [this](const QString& identifier, PatientStatus status) {
            return m_workspace->patientFakes.add(fake::somebody(identifier, u"Ono, Ken"_s, QDate(1958, 1, 1), status));
        };
        const RecordId fourth = add(u"P004"_s, PatientStatus::Enrolled);
        add(u"P003"_s, PatientStatus::Withdrawn);
        const RecordId second = add(u"P002"_s, PatientStatus::Enrolled);
        const FormPlace place{u"SE.BASELINE"_s, u"F.PHQ9"_s, 1, std::nullopt};
        const auto after = [&](const RecordId& patient) {
            return nextPatient(*m_workspace->patients().list(), *m_workspace->reports().list(), patient, place);
        };
        QCOMPARE(after(m_patient), second);
        QCOMPARE(after(second), fourth);
        QVERIFY(after(fourth).isNull());
        Report done;
        done.patient = second;
        done.eventOid = place.eventOid;
        done.formOid = place.formOid;
        done.status = ReportStatus::Complete;
        m_workspace->reportFakes.add(done);
        QCOMPARE(after(m_patient), fourth);
    }

    void repeatingVisitsOfferOneMore()
    {
        Report report;
        report.patient = m_patient;
        report.eventOid = u"SE.UNSCHEDULED"_s;
        report.formOid = u"F.PHQ9"_s;
        report.repeat = 2;
        m_workspace->reportFakes.add(report);
        QList<int> repeats;
        for (const FormPlace& place : placesOf(*m_study, m_workspace->reportFakes.ofPatient(m_patient)))
            if (place.eventOid == u"SE.UNSCHEDULED" && place.formOid == u"F.PHQ9")
                repeats.append(place.repeat);
        QCOMPARE(repeats, QList<int>({2, 3}));
    }

private:
    ReportFormTarget place(const QString& form) const
    {
        ReportFormTarget target;
        target.patient = m_patient;
        target.formOid = form;
        target.eventOid = u"SE.BASELINE"_s;
        return target;
    }
    ReportFormTarget phq() const { return place(u"F.PHQ9"_s); }
    ReportFormTarget stored(ReportStatus status)
    {
        Report report;
        report.patient = m_patient;
        report.formOid = u"F.PHQ9"_s;
        report.eventOid = u"SE.BASELINE"_s;
        report.status = status;
        report.items.set(u"IT.PHQ0101"_s, FieldValue(u"1"_s));
        ReportFormTarget target;
        target.report = m_workspace->reportFakes.add(report);
        return target;
    }
    std::unique_ptr<ReportSession> opened(const ReportFormTarget& target)
    {
        auto session = std::make_unique<ReportSession>(*m_workspace, target);
        QSignalSpy done(session.get(), &ReportSession::opened);
        session->open();
        if (done.isEmpty())
            done.wait(2000);
        return session;
    }
    static void answerAll(ReportSession& session, const QString& code)
    {
        for (int i = 1; i <= 10; ++i)
            session.commit(u"IT.PHQ01%1"_s.arg(i, 2, 10, QLatin1Char('0')), FieldValue(code));
    }

    std::shared_ptr<const StudyDefinition> m_study;
    std::unique_ptr<fake::FakeWorkspace> m_workspace;
    RecordId m_patient;
};

QTEST_MAIN(ReportSessionTest)
#include "tst_reportsession.moc"
