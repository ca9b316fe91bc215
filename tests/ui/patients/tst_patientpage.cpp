// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakeshell.h"
#include "tests/support/fakeworkspace.h"
#include "ui/patients/casebookgrid.h"
#include "ui/patients/pages.h"
#include "ui/patients/patientreportsmodel.h"
#include "ui/widgets/banner.h"

#include <QAbstractItemModelTester>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStandardPaths>
#include <QTableView>

using namespace sitebook;
using namespace Qt::StringLiterals;

class PatientPageTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QLocale::setDefault(QLocale(QLocale::English));
        m_study = fake::demoStudy();
        QVERIFY(m_study);
    }
    void init()
    {
        m_workspace = std::make_unique<fake::FakeWorkspace>(m_study);
        m_navigator = std::make_unique<fake::FakeNavigator>();
        m_prompt = std::make_unique<fake::FakePrompt>();
        m_patient = m_workspace->patientFakes.add(fake::somebody(u"P001"_s, u"Garcia, Ana"_s, QDate(1961, 4, 2)));
    }
    void cleanup()
    {
        m_page.reset();
        m_workspace.reset();
    }

    void theCasebookIsSoundAndShowsTheStudy()
    {
        CasebookModel model(m_study);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(model.rowCount(), static_cast<int>(m_study->events.size()));
        QCOMPARE(model.columnCount(), 5);
        add(u"SE.BASELINE"_s, u"F.PHQ9"_s, 1, ReportStatus::Complete);
        add(u"SE.UNSCHEDULED"_s, u"F.PHQ9"_s, 1, ReportStatus::Incomplete);
        model.setReports(m_workspace->reportFakes.ofPatient(m_patient));
        QCOMPARE(model.rowCount(), static_cast<int>(m_study->events.size()) + 1); // one more unscheduled visit to begin
        QCOMPARE(text(model, u"Baseline"_s, u"PHQ-9"_s), u"Complete"_s);
        QCOMPARE(text(model, u"Baseline"_s, u"GAD-7"_s), u"Not started"_s);
        QCOMPARE(text(model, u"Screening"_s, u"GAD-7"_s), QString()); // not asked there
        QCOMPARE(text(model, u"Unscheduled visit"_s, u"PHQ-9"_s), u"Incomplete"_s);
        QCOMPARE(text(model, u"Unscheduled visit (2)"_s, u"PHQ-9"_s), u"Not started"_s);
        const std::vector<ReportStatus> legend{ReportStatus::NotStarted, ReportStatus::Incomplete,
                                               ReportStatus::Complete};
        QVERIFY(model.statesShown() == legend);
    }

    void theCasebookSaysWhatIsDue()
    {
        CasebookModel model(m_study);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const auto state = [&model](const QString& visit) {
            for (int row = 0; row < model.rowCount(); ++row)
                if (model.headerData(row, Qt::Vertical).toString() == visit)
                    return model.headerData(row, Qt::Vertical, CasebookModel::StateRole).toString();
            return u"no such visit"_s;
        };
        add(u"SE.SCREENING"_s, u"F.PHQ9"_s, 1, ReportStatus::Complete);
        model.setReports(m_workspace->reportFakes.ofPatient(m_patient));
        QCOMPARE(state(u"Week 2"_s), QString()); // nothing says from when the days count
        model.setCourse({PartialDate(QDate(2026, 3, 2)), {}}, QDate(2026, 3, 23)); // day 21
        QCOMPARE(state(u"Screening"_s), QString());                                // begun
        QCOMPARE(state(u"Baseline"_s), u"overdue"_s);
        QCOMPARE(state(u"Week 2"_s), u"due"_s);
        QCOMPARE(state(u"Week 4"_s), QString());
        QCOMPARE(state(u"Unscheduled visit"_s), QString());
        const QString tip = model.headerData(2, Qt::Vertical, Qt::ToolTipRole).toString();
        QCOMPARE(tip, u"Week 2: due. Planned for 2026-03-23, from 2026-03-20 to 2026-03-26."_s);
    }

    void theListModelIsSound()
    {
        PatientReportsModel model(m_study);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        add(u"SE.BASELINE"_s, u"F.PHQ9"_s, 1, ReportStatus::Complete);
        model.setRows(m_workspace->reportFakes.ofPatient(m_patient));
        add(u"SE.SCREENING"_s, u"F.PHQ9"_s, 1, ReportStatus::Complete);
        model.setRows(m_workspace->reportFakes.ofPatient(m_patient));
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.index(0, 0).data().toString(), u"Screening"_s); // in the order of the study
        model.setRows({});
    }

    void enterInTheCasebookOpensOrBegins()
    {
        const RecordId report = add(u"SE.SCREENING"_s, u"F.PHQ9"_s, 1, ReportStatus::Incomplete);
        open();
        QTableView& view = m_page->findChild<CasebookGrid*>()->view();
        m_page->activated();
        QVERIFY(view.hasFocus());
        view.setCurrentIndex(at(view, u"Screening"_s, u"PHQ-9"_s));
        QTest::keyClick(&view, Qt::Key_Return);
        QCOMPARE(m_navigator->went.last(), u"openReport "_s + report.toString());
        view.setCurrentIndex(at(view, u"Week 2"_s, u"GAD-7"_s));
        QTest::keyClick(&view, Qt::Key_Return);
        QCOMPARE(m_navigator->went.last(), u"newReport "_s + m_patient.toString() + u" F.GAD7 SE.WEEK2 1"_s);
        const auto before = m_navigator->went.size();
        view.setCurrentIndex(at(view, u"Screening"_s, u"GAD-7"_s)); // not planned
        QTest::keyClick(&view, Qt::Key_Return);
        QCOMPARE(m_navigator->went.size(), before);
    }

    void newReportsAppearAtOnce()
    {
        open();
        CasebookModel& model = m_page->findChild<CasebookGrid*>()->model();
        QCOMPARE(text(model, u"Baseline"_s, u"PHQ-9"_s), u"Not started"_s);
        add(u"SE.BASELINE"_s, u"F.PHQ9"_s, 1, ReportStatus::Complete);
        QCOMPARE(text(model, u"Baseline"_s, u"PHQ-9"_s), u"Complete"_s);
    }

    void aHalfFilledFormIsOffered()
    {
        Draft draft;
        draft.info.key = u"report/new/1"_s;
        draft.info.patient = m_patient;
        draft.info.formOid = u"F.PHQ9"_s;
        draft.info.eventOid = u"SE.BASELINE"_s;
        m_workspace->draftFakes.stored[draft.info.key] = draft;
        open();
        auto* banner = m_page->findChild<Banner*>();
        QVERIFY(banner->isVisible());
        QVERIFY(banner->text().contains(u"PHQ-9"_s));
        Q_EMIT banner->actionTriggered();
        QCOMPARE(m_navigator->went.last(), u"resumeDraft report/new/1"_s);
    }

    void aNoteAboutThePatientIsWrittenByKeys()
    {
        const RecordId other =
            m_workspace->patientFakes.add(fake::somebody(u"P002"_s, u"Ono, Ken"_s, QDate(1958, 1, 1)));
        QueryRow elsewhere;
        elsewhere.patient = other;
        elsewhere.type = QueryType::Annotation;
        m_workspace->queryFakes.add(elsewhere, u"Not of this one"_s);
        open();
        QTest::keyClick(m_page.get(), Qt::Key_F12);
        auto* box = m_page->window()->findChild<QPlainTextEdit*>(u"note"_s);
        QVERIFY(box && box->isVisible()); // nothing is there yet: a new one is what people come for
        QTest::keyClicks(box, u"Moves house in May"_s);
        QTest::keyClick(box, Qt::Key_Return, Qt::ControlModifier);
        Query place;
        place.patient = m_patient;
        QTRY_COMPARE(m_workspace->queries().list()->about(place).size(), 1U);
        QCOMPARE(m_workspace->queries().list()->about(place).front().lastMessage, u"Moves house in May"_s);
    }

    void theVisitIsOneKeyAway()
    {
        open();
        auto* grid = m_page->findChild<CasebookGrid*>();
        grid->view().setCurrentIndex(grid->model().index(1, 0));
        const auto [event, repeat] = grid->model().visitAt(1);
        QTest::keyClick(&grid->view(), Qt::Key_V);
        QCOMPARE(m_navigator->went.last(),
                 QString(u"recordVisit "_s + m_patient.toString() + u' ' + event + u' ' + QString::number(repeat)));
    }

    void nothingIsBegunBeforeTheConsent()
    {
        auto strict = std::make_shared<StudyDefinition>(*m_study);
        strict->consentFirst = true;
        m_workspace = std::make_unique<fake::FakeWorkspace>(strict);
        Patient patient = fake::somebody(u"P001"_s, u"Garcia, Ana"_s, QDate(1961, 4, 2));
        patient.consentDate = {};
        m_patient = m_workspace->patientFakes.add(patient);
        open();
        m_page->triggerPrimaryAction();
        QVERIFY(m_navigator->went.isEmpty());
        const auto banners = m_page->findChildren<Banner*>();
        QVERIFY(std::any_of(banners.begin(), banners.end(), [](const Banner* banner) {
            return banner->isVisible() && banner->text().contains(u"Consent first"_s);
        }));
    }

    void historyAndEditAreOneClickAway()
    {
        open();
        m_page->findChild<QPushButton*>(u"patientHistory"_s)->click();
        QCOMPARE(m_navigator->went.last(), u"showAuditOf "_s + m_patient.toString());
        m_page->findChild<QPushButton*>(u"editPatient"_s)->click();
        QCOMPARE(m_navigator->went.last(), u"editPatient "_s + m_patient.toString());
        m_page->triggerPrimaryAction();
        QCOMPARE(m_navigator->went.last(), u"chooseNewReport "_s + m_patient.toString());
        QCOMPARE(m_page->title(), u"Patient P001"_s);
    }

private:
    RecordId add(const QString& event, const QString& form, int repeat, ReportStatus status)
    {
        Report report;
        report.patient = m_patient;
        report.eventOid = event;
        report.formOid = form;
        report.repeat = repeat;
        report.status = status;
        return m_workspace->reportFakes.add(report);
    }
    template <class View>
    static QModelIndex indexOf(const View& model, const QString& visit, const QString& form)
    {
        for (int row = 0; row < model.rowCount(); ++row)
            for (int column = 0; column < model.columnCount(); ++column)
                if (model.headerData(row, Qt::Vertical, Qt::DisplayRole).toString() == visit &&
                    model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString() == form)
                    return model.index(row, column);
        return {};
    }
    static QString text(const CasebookModel& model, const QString& visit, const QString& form)
    {
        return indexOf(model, visit, form).data().toString();
    }
    static QModelIndex at(const QTableView& view, const QString& visit, const QString& form)
    {
        return indexOf(*view.model(), visit, form);
    }
    void open()
    {
        m_page.reset(makePatientPage(*m_workspace, *m_navigator, *m_prompt, m_patient, nullptr));
        m_page->resize(1158, 700);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    }

    std::shared_ptr<const StudyDefinition> m_study;
    std::unique_ptr<fake::FakeWorkspace> m_workspace;
    std::unique_ptr<fake::FakeNavigator> m_navigator;
    std::unique_ptr<fake::FakePrompt> m_prompt;
    std::unique_ptr<Page> m_page;
    RecordId m_patient;
};

QTEST_MAIN(PatientPageTest)
#include "tst_patientpage.moc"
