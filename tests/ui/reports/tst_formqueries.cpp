// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakeshell.h"
#include "tests/support/fakeworkspace.h"
#include "ui/queries/querypopover.h"
#include "ui/queries/threadview.h"
#include "ui/reports/formqueries.h"
#include "ui/reports/pages.h"
#include "ui/reports/questioncolumn.h"
#include "ui/reports/reportformpage.h"
#include "ui/reports/rowmarks.h"

#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

using namespace sitebook;
using namespace Qt::StringLiterals;

// Queries, verification and overridden checks in a form, driven by keys.
class TestFormQueries final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English));
        m_study = fake::demoStudy();
        QVERIFY(m_study);
    }
    void init()
    {
        m_workspace = std::make_unique<fake::FakeWorkspace>(m_study);
        m_workspace->forbidden = QStringList{u"verify_source"_s, u"lock_data"_s};
        m_navigator = std::make_unique<fake::FakeNavigator>();
        m_prompt = std::make_unique<fake::FakePrompt>();
        m_patient = m_workspace->patientFakes.add(fake::somebody(u"P001"_s, u"Garcia, Ana"_s, QDate(1961, 4, 2)));
        m_report = m_workspace->reportFakes.add(visitCheck(u"61"_s));
    }
    void cleanup()
    {
        m_page.reset();
        m_workspace.reset();
    }

    void f12WritesANoteAboutTheField()
    {
        open();
        QVERIFY(column()->focusField(u"IT.PULSE"_s));
        QCOMPARE(marks(u"IT.PULSE"_s)->queryText(), u"Query or note"_s);
        key(Qt::Key_F12);
        auto* popover = m_page->findChild<QueryPopover*>();
        QVERIFY(popover);
        auto* box = popover->findChild<QPlainTextEdit*>(u"note"_s);
        QTRY_VERIFY(box->hasFocus());
        QTest::keyClicks(box, u"Measured lying down."_s);
        QTest::keyClick(box, Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(marks(u"IT.PULSE"_s)->queryText(), u"Annotation"_s);
        QCOMPARE(m_workspace->queryFakes.list()->rows().front().itemOid, u"IT.PULSE"_s);
        QTRY_VERIFY(!m_page->findChild<QueryPopover*>());
    }

    void anOpenQueryIsShownAtItsFieldAndAnsweredThere()
    {
        ask(u"IT.PULSE"_s, u"The source says 67."_s);
        open();
        QCOMPARE(marks(u"IT.PULSE"_s)->queryText(), u"Query: Open"_s);
        QVERIFY(column()->focusField(u"IT.PULSE"_s));
        key(Qt::Key_F12);
        auto* popover = m_page->findChild<QueryPopover*>();
        QVERIFY(popover);
        QTRY_VERIFY(popover->findChild<ThreadView*>()->messages().contains(u"67"_s));
        auto* box = popover->findChild<QPlainTextEdit*>(u"answer"_s);
        QTRY_VERIFY(box->hasFocus());
        QTest::keyClicks(box, u"Corrected."_s);
        QTest::keyClick(box, Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(marks(u"IT.PULSE"_s)->queryText(), u"Query: Answered"_s);
    }

    void f8GoesToOpenQueriesToo()
    {
        ask(u"IT.SMOKER"_s, u"Since when?"_s);
        ask(u"IT.WEIGHT"_s, u"With shoes?"_s);
        open();
        column()->focusField(u"IT.VSDAT"_s);
        key(Qt::Key_F8);
        QCOMPARE(column()->focusedField(), u"IT.WEIGHT"_s);
        key(Qt::Key_F8);
        QCOMPARE(column()->focusedField(), u"IT.SMOKER"_s);
        key(Qt::Key_F8, Qt::ShiftModifier);
        QCOMPARE(column()->focusedField(), u"IT.WEIGHT"_s);
    }

    void theWorkbenchOpensTheFormAtTheItem()
    {
        ReportFormTarget target;
        target.report = m_report;
        target.item = u"IT.SMOKER"_s;
        open(target);
        QCOMPARE(column()->focusedField(), u"IT.SMOKER"_s);
    }

    void completingWithAWarningAsksOnceWhy()
    {
        m_report = m_workspace->reportFakes.add(visitCheck(u"40"_s)); // the study warns below 45
        open();
        m_prompt->reason.clear();
        key(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(m_prompt->asked, QStringList{u"Checks ask"_s}); // dismissed: nothing is saved
        QCOMPARE(m_workspace->reportFakes.stored.at(m_report).status, ReportStatus::Incomplete);
        m_prompt->asked.clear();
        m_prompt->reason = u"A runner."_s;
        key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(m_workspace->reportFakes.stored.at(m_report).status, ReportStatus::Complete);
        const auto& overrides = m_workspace->reportFakes.lastOverrides;
        QCOMPARE(overrides.size(), 1U);
        QCOMPARE(overrides.front().itemOid, u"IT.PULSE"_s);
        QCOMPARE(overrides.front().reason, u"A runner."_s);
    }

    void aCheckThatWasExplainedIsNotAskedForAgain()
    {
        m_report = m_workspace->reportFakes.add(visitCheck(u"40"_s));
        const FormEvaluation evaluation =
            m_workspace->checker(u"F.VS"_s)->evaluate(m_workspace->reportFakes.stored.at(m_report).items);
        QCOMPARE(evaluation.findings.size(), 1U);
        ask(u"IT.PULSE"_s, u"A runner."_s, QueryType::FailedCheck, checkKey(evaluation.findings.front()));
        open();
        key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(m_workspace->reportFakes.stored.at(m_report).status, ReportStatus::Complete);
        QVERIFY(m_prompt->asked.isEmpty());
    }

    void incompleteAsksNothing()
    {
        m_report = m_workspace->reportFakes.add(visitCheck(u"61"_s));
        open();
        column()->focusField(u"IT.COMMENT"_s);
        QTest::keyClicks(QApplication::focusWidget(), u"Came late."_s);
        column()->commitCurrent();
        key(Qt::Key_S, Qt::ControlModifier);
        QTRY_COMPARE(m_workspace->reportFakes.stored.at(m_report).items.text(u"IT.COMMENT"), u"Came late."_s);
        QVERIFY(m_prompt->asked.isEmpty());
    }

    void aMonitorVerifiesAnItemFromTheKeyboard()
    {
        m_workspace->forbidden =
            QStringList{u"correct_data"_s, u"enter_data"_s, u"answer_query"_s, u"lock_data"_s, u"void_record"_s};
        ask(u"IT.PULSE"_s, u"The source says 67."_s);
        open();
        key(Qt::Key_F8);
        QCOMPARE(column()->focusedField(), u"IT.PULSE"_s);
        auto* verify = marks(u"IT.PULSE"_s)->findChild<QToolButton*>(u"verify"_s);
        QVERIFY(verify->isVisible() && verify->isEnabled());
        verify->setFocus();
        key(Qt::Key_Space);
        QTRY_COMPARE(m_workspace->reviewFakes.done, QStringList{u"verify IT.PULSE"_s});
        QVERIFY(!marks(u"IT.COMMENT"_s)->findChild<QToolButton*>(u"verify"_s)->isEnabled()); // no answer, nothing to do
        m_page->findChild<QPushButton*>(u"verifyAll"_s)->click();
        QTRY_COMPARE(m_workspace->reviewFakes.done.constLast(), u"verifyAll"_s);
        QVERIFY(m_page->findChild<QPushButton*>(u"lockReport"_s)->isHidden());
    }

    void whatWasVerifiedIsShownWhileItIsChanged()
    {
        Report report = visitCheck(u"61"_s);
        report.verified.set(u"IT.PULSE"_s, verifiedMark(FieldValue(u"61"_s)));
        m_report = m_workspace->reportFakes.add(report);
        open();
        const auto* verify = marks(u"IT.PULSE"_s)->findChild<QToolButton*>(u"verify"_s);
        QCOMPARE(verify->toolTip(), u"Verified against the source"_s);
        QVERIFY(!verify->isEnabled()); // a coordinator sees it, no more
        column()->focusField(u"IT.PULSE"_s);
        key(Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(QApplication::focusWidget(), u"67"_s);
        column()->commitCurrent();
        QCOMPARE(verify->toolTip(), u"Changed since it was verified"_s);
    }

    void aLockedReportIsReadAndUnlockedByADataManager()
    {
        m_workspace->forbidden.clear();
        Report report = visitCheck(u"61"_s);
        report.status = ReportStatus::Locked;
        m_report = m_workspace->reportFakes.add(report);
        open();
        QVERIFY(page()->session().isReadOnly());
        m_prompt->reason = u"One value is open."_s;
        m_page->findChild<QPushButton*>(u"lockReport"_s)->click();
        QTRY_COMPARE(m_workspace->reviewFakes.done, QStringList{u"unlock One value is open."_s});
        QTRY_VERIFY(m_navigator->went.contains(u"openReport "_s + m_report.toString()));
    }

private:
    [[nodiscard]] Report visitCheck(const QString& pulse) const
    {
        Report report;
        report.patient = m_patient;
        report.formOid = u"F.VS"_s;
        report.eventOid = u"SE.BASELINE"_s;
        report.status = ReportStatus::Incomplete;
        report.items.set(u"IT.VSDAT"_s, u"2026-03-04"_s);
        report.items.set(u"IT.WEIGHT"_s, u"72.0"_s);
        report.items.set(u"IT.PULSE"_s, pulse);
        report.items.set(u"IT.SMOKER"_s, u"N"_s);
        return report;
    }
    RecordId ask(const QString& item, const QString& text, QueryType type = QueryType::Query, const QString& check = {})
    {
        QueryRow row;
        row.patient = m_patient;
        row.patientId = u"P001"_s;
        row.report = m_report;
        row.itemOid = item;
        row.type = type;
        row.check = check;
        row.raisedBy = UserName(u"ines"_s);
        return m_workspace->queryFakes.add(row, text);
    }
    void open()
    {
        ReportFormTarget target;
        target.report = m_report;
        open(target);
    }
    void open(const ReportFormTarget& where)
    {
        m_page.reset(makeReportForm(*m_workspace, *m_navigator, *m_prompt, where, nullptr));
        m_page->resize(1158, 700);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        QTRY_VERIFY(page()->session().isOpen());
        m_page->activated();
    }
    [[nodiscard]] ReportFormPage* page() const { return static_cast<ReportFormPage*>(m_page.get()); }
    [[nodiscard]] QuestionColumn* column() const { return m_page->findChild<QuestionColumn*>(); }
    [[nodiscard]] RowMarks* marks(const QString& field) const
    {
        return m_page->findChild<FormQueries*>()->marksOf(field);
    }
    void key(Qt::Key k, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        QWidget* focused = QApplication::focusWidget();
        QTest::keyClick(focused ? focused : m_page.get(), k, modifiers);
    }

    std::shared_ptr<const StudyDefinition> m_study;
    std::unique_ptr<fake::FakeWorkspace> m_workspace;
    std::unique_ptr<fake::FakeNavigator> m_navigator;
    std::unique_ptr<fake::FakePrompt> m_prompt;
    std::unique_ptr<Page> m_page;
    RecordId m_patient;
    RecordId m_report;
};

QTEST_MAIN(TestFormQueries)
#include "tst_formqueries.moc"
