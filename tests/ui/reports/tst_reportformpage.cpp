// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakeshell.h"
#include "tests/support/fakeworkspace.h"
#include "ui/reports/findingspanel.h"
#include "ui/reports/pages.h"
#include "ui/reports/questioncolumn.h"
#include "ui/reports/questionrow.h"
#include "ui/reports/reportformpage.h"
#include "ui/reports/scorestrip.h"
#include "ui/widgets/savedindicator.h"

#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QTableWidget>

using namespace sitebook;
using namespace Qt::StringLiterals;

class ReportFormPageTest final : public QObject
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
        m_navigator = std::make_unique<fake::FakeNavigator>();
        m_prompt = std::make_unique<fake::FakePrompt>();
        m_patient = m_workspace->patientFakes.add(fake::somebody(u"P001"_s, u"Garcia, Ana"_s, QDate(1961, 4, 2)));
    }
    void cleanup()
    {
        m_page.reset();
        m_workspace.reset();
    }

    void aWholePhq9IsFilledFromTheKeyboard()
    {
        open(target(u"F.PHQ9"_s));
        QVERIFY(focus(u"IT.PHQ0101"_s));
        for (const char answer : {'1', '2', '3', '1', '0', '2', '1', '0', '0'}) {
            key(answer);
            key(Qt::Key_Return);
        }
        QCOMPARE(column()->focusedField(), u"IT.PHQ0110"_s);
        QVERIFY2(scores().contains(u"10"_s) && scores().contains(u"27"_s), qPrintable(scores()));
        QVERIFY2(scores().contains(u"Moderate"_s), qPrintable(scores()));
        key('2');
        key(Qt::Key_Return); // the end: the keyboard is on the button, nothing is sent
        QVERIFY(m_workspace->reportFakes.stored.empty());
        QCOMPARE(QApplication::focusWidget()->objectName(), u"saveComplete"_s);
        key(Qt::Key_Return); // and Enter does not press it
        QVERIFY(m_workspace->reportFakes.stored.empty());
        key(Qt::Key_Space);
        QTRY_COMPARE(m_workspace->reportFakes.stored.size(), 1U);
        const Report& report = m_workspace->reportFakes.stored.begin()->second;
        QCOMPARE(report.status, ReportStatus::Complete);
        QCOMPARE(report.items.text(u"IT.PHQ0111"), u"10"_s);
        QTRY_VERIFY(m_navigator->went.contains(u"openPatient "_s + m_patient.toString()));
        QVERIFY(m_prompt->asked.isEmpty());
    }

    void skipLogicHidesTheRowAndTheKeyboardFollows()
    {
        open(target(u"F.PHQ9"_s));
        QVERIFY(column()->row(u"IT.PHQ0110"_s)->isHidden());
        focus(u"IT.PHQ0101"_s);
        key('1');
        QVERIFY(!column()->row(u"IT.PHQ0110"_s)->isHidden());
        key('0');
        QVERIFY(column()->row(u"IT.PHQ0110"_s)->isHidden());
        focus(u"IT.PHQ0109"_s);
        key('0');
        key(Qt::Key_Return);
        QCOMPARE(QApplication::focusWidget()->objectName(), u"saveComplete"_s);
    }

    void whyAnswersForOneQuestionAndForThoseNotAsked()
    {
        open(target(u"F.PHQ9"_s));
        const auto texts = [this] {
            QStringList found;
            auto* dialog = m_page->window()->findChild<QDialog*>(u"why"_s);
            for (const QLabel* label : dialog ? dialog->findChildren<QLabel*>() : QList<QLabel*>())
                found.append(label->text());
            if (dialog)
                dialog->close();
            return found.join(u'\n');
        };
        const auto buttons = column()->findChildren<QPushButton*>();
        const auto hidden = std::find_if(buttons.begin(), buttons.end(), [](const QPushButton* button) {
            return button->text().contains(u"not asked now"_s);
        });
        QVERIFY(hidden != buttons.end() && !(*hidden)->isHidden());
        (*hidden)->click();
        QVERIFY(texts().contains(u"the rule that hides it is met"_s));
        QTRY_VERIFY(!m_page->window()->findChild<QDialog*>(u"why"_s));
        m_page->window()->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_page->window()));
        focus(u"IT.PHQ0101"_s);
        key('1');
        focus(u"IT.PHQ0110"_s);
        key(Qt::Key_F1, Qt::ShiftModifier);
        const QString asked = texts();
        QVERIFY2(asked.contains(u"the rule that would hide it is not met"_s), qPrintable(asked));
        QVERIFY2(asked.contains(u"= 1"_s), qPrintable(asked)); // a value the rule sees
    }

    void findingsStandBesideTheirField()
    {
        open(target(u"F.VS"_s));
        focus(u"IT.WEIGHT"_s);
        keys(u"9999"_s);
        QVERIFY(column()->row(u"IT.WEIGHT"_s)->findingText().isEmpty()); // not while it is typed
        key(Qt::Key_Return);
        QVERIFY(!column()->row(u"IT.WEIGHT"_s)->findingText().isEmpty());
        focus(u"IT.WEIGHT"_s);
        QApplication::focusWidget()->setProperty("text", QString());
        keys(u"72.0"_s);
        key(Qt::Key_Return);
        QVERIFY2(column()->row(u"IT.WEIGHT"_s)->findingText().isEmpty(),
                 qPrintable(column()->row(u"IT.WEIGHT"_s)->findingText()));
        QCOMPARE(page()->session().value(u"IT.WEIGHT"_s).text, u"72.0"_s);
    }

    void completingAnOpenFormShowsTheProblemsAndF8WalksThem()
    {
        open(target(u"F.PHQ9"_s));
        focus(u"IT.PHQ0101"_s);
        key('0');
        key(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(m_workspace->reportFakes.stored.empty());
        QCOMPARE(m_page->findChild<FindingsPanel*>()->heading(), u"8 problems"_s);
        QCOMPARE(column()->focusedField(), u"IT.PHQ0102"_s);
        key(Qt::Key_F8);
        QCOMPARE(column()->focusedField(), u"IT.PHQ0103"_s);
        key(Qt::Key_F8, Qt::ShiftModifier);
        key(Qt::Key_F8, Qt::ShiftModifier);
        QCOMPARE(column()->focusedField(), u"IT.PHQ0109"_s); // round the end
        key('0');
        QCOMPARE(m_page->findChild<FindingsPanel*>()->heading(), u"7 problems"_s);
    }

    void incompleteIsSavedAsSuch()
    {
        open(target(u"F.PHQ9"_s));
        focus(u"IT.PHQ0101"_s);
        key('3');
        key(Qt::Key_S, Qt::ControlModifier);
        QTRY_COMPARE(m_workspace->reportFakes.stored.size(), 1U);
        QCOMPARE(m_workspace->reportFakes.stored.begin()->second.status, ReportStatus::Incomplete);
    }

    void whatIsTypedSurvivesTheLossOfThePage()
    {
        open(target(u"F.PHQ9"_s));
        focus(u"IT.PHQ0101"_s);
        key('3');
        key(Qt::Key_Return);
        key('2');
        QTRY_COMPARE(m_workspace->draftFakes.stored.size(), 1U);
        QTRY_VERIFY(m_page->findChild<SavedIndicator*>(u"savedIndicator"_s) ||
                    m_page->findChild<QLabel*>(u"savedIndicator"_s));
        auto* saved = m_page->findChild<QLabel*>(u"savedIndicator"_s);
        QTRY_VERIFY2(saved->text().startsWith(u"All changes saved"_s), qPrintable(saved->text()));
        m_page.reset(); // nothing was saved by the person
        open(target(u"F.PHQ9"_s));
        QCOMPARE(page()->session().value(u"IT.PHQ0101"_s).text, u"3"_s);
        QTRY_COMPARE(column()->focusedField(), u"IT.PHQ0102"_s);
    }

    void changingASavedReportAsksWhy()
    {
        Report report;
        report.patient = m_patient;
        report.formOid = u"F.PHQ9"_s;
        report.eventOid = u"SE.BASELINE"_s;
        report.status = ReportStatus::Complete;
        for (int i = 1; i <= 9; ++i)
            report.items.set(u"IT.PHQ010%1"_s.arg(i), FieldValue(u"0"_s));
        ReportFormTarget stored;
        stored.report = m_workspace->reportFakes.add(report);
        open(stored);
        focus(u"IT.PHQ0103"_s);
        key('0');
        key(Qt::Key_Return, Qt::ControlModifier); // the same answer: nothing to ask about
        QVERIFY(m_prompt->asked.isEmpty());
        focus(u"IT.PHQ0103"_s);
        key('1');
        focus(u"IT.PHQ0110"_s);
        key('0');
        key(Qt::Key_Return, Qt::ControlModifier); // dismissed: nothing happens
        QCOMPARE(m_prompt->asked.size(), 1);
        QVERIFY(m_workspace->reportFakes.lastReason.isEmpty());
        m_prompt->reason = u"Transcription error"_s;
        key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(m_workspace->reportFakes.lastReason, u"Transcription error"_s);
        QCOMPARE(m_workspace->reportFakes.stored.begin()->second.items.text(u"IT.PHQ0103"), u"1"_s);
    }

    void f2ShowsWhatAFieldHeldOldestFirst()
    {
        Report report;
        report.patient = m_patient;
        report.formOid = u"F.PHQ9"_s;
        report.eventOid = u"SE.BASELINE"_s;
        report.items.set(u"IT.PHQ0101"_s, FieldValue(u"2"_s));
        ReportFormTarget stored;
        stored.report = m_workspace->reportFakes.add(report);
        AuditEntry first;
        first.entity = Entity::Report;
        first.recordId = stored.report;
        first.user = UserName(u"li.wei"_s);
        first.changes = {{u"item/IT.PHQ0101"_s, {}, u"1"_s}, {u"item/IT.PHQ0102"_s, {}, u"3"_s}};
        AuditEntry second = first;
        second.user = UserName(u"a.novak"_s);
        second.ownDevice = false;
        second.reason = u"Misread the paper"_s;
        second.changes = {{u"item/IT.PHQ0101"_s, u"1"_s, u"2"_s}};
        m_workspace->auditFakes.entries = {second, first}; // newest first
        open(stored);
        focus(u"IT.PHQ0101"_s);
        key(Qt::Key_F2);
        auto* dialog = m_page->window()->findChild<QDialog*>(u"fieldHistory"_s);
        QVERIFY(dialog);
        auto* table = dialog->findChild<QTableWidget*>();
        QTRY_COMPARE(table->rowCount(), 2);
        QCOMPARE(table->item(0, 0)->text(), u"Several days"_s);
        QCOMPARE(table->item(0, 2)->text(), u"li.wei"_s);
        QCOMPARE(table->item(1, 0)->text(), u"More than half the days"_s);
        QCOMPARE(table->item(1, 2)->text(), u"a.novak"_s);
        QVERIFY(table->item(1, 4)->text().startsWith(u"Desk"_s));
        QCOMPARE(table->item(1, 5)->text(), u"Misread the paper"_s);
    }

    void f6GoesToAQuestionAndSaysWhatIsNotAsked()
    {
        open(target(u"F.PHQ9"_s));
        focus(u"IT.PHQ0101"_s);
        key(Qt::Key_F6);
        auto* dialog = m_page->window()->findChild<QDialog*>(u"goTo"_s);
        QVERIFY(dialog);
        auto* field = dialog->findChild<QLineEdit*>();
        auto* list = dialog->findChild<QListWidget*>();
        QTest::keyClicks(field, u"phq0110"_s);
        QCOMPARE(list->count(), 1);
        QVERIFY2(list->item(0)->text().contains(u"not asked now: "_s), qPrintable(list->item(0)->text()));
        QTest::keyClick(field, Qt::Key_Return); // it cannot be gone to
        QVERIFY(dialog->isVisible());
        field->clear();
        QTest::keyClicks(field, u"PHQ0105"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_COMPARE(column()->focusedField(), u"IT.PHQ0105"_s);
    }

    void aFormThatWasNeverSavedHasNoHistory()
    {
        open(target(u"F.PHQ9"_s));
        focus(u"IT.PHQ0101"_s);
        key(Qt::Key_F2);
        QVERIFY(!m_page->window()->findChild<QDialog*>(u"fieldHistory"_s));
        QVERIFY(m_navigator->went.join(u' ').contains(u"no history yet"_s));
    }

    void theNextFormOpensAfterTheSave()
    {
        open(target(u"F.PHQ9"_s));
        focus(u"IT.PHQ0101"_s);
        key('1');
        key(Qt::Key_PageDown, Qt::ControlModifier);
        QTRY_VERIFY(m_navigator->went.contains(u"newReport "_s + m_patient.toString() + u" F.GAD7 SE.BASELINE 1"_s));
    }

    void savingAndStayingKeepsThePlace()
    {
        open(target(u"F.PHQ9"_s));
        focus(u"IT.PHQ0101"_s);
        key('1');
        focus(u"IT.PHQ0104"_s);
        key(Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(m_workspace->reportFakes.stored.size(), 1U);
        QTRY_VERIFY(!page()->session().isSaving());
        QCOMPARE(m_workspace->reportFakes.stored.begin()->second.status, ReportStatus::Incomplete);
        QCOMPARE(column()->focusedField(), u"IT.PHQ0104"_s);
        QVERIFY(!m_navigator->went.contains(u"openPatient "_s + m_patient.toString()));
        key('2'); // and goes on
        key(Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(m_workspace->reportFakes.stored.begin()->second.items.text(u"IT.PHQ0104"), u"2"_s);
        QCOMPARE(m_workspace->reportFakes.stored.size(), 1U);
    }

    void theSameFormOpensForTheNextPatient()
    {
        const RecordId second =
            m_workspace->patientFakes.add(fake::somebody(u"P002"_s, u"Ono, Ken"_s, QDate(1958, 1, 1)));
        open(target(u"F.PHQ9"_s));
        focus(u"IT.PHQ0101"_s);
        key('1');
        auto* choices = m_page->findChild<QPushButton*>(u"saveChoices"_s);
        QVERIFY(choices && choices->isVisible());
        QCOMPARE(choices->menu()->actions().size(), 4);
        key(Qt::Key_PageDown, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(m_navigator->went.contains(u"newReport "_s + second.toString() + u" F.PHQ9 SE.BASELINE 1"_s));
    }

    void aRefusedSaveIsToldInTheForm()
    {
        open(target(u"F.PHQ9"_s));
        focus(u"IT.PHQ0104"_s);
        key('1');
        m_workspace->reportFakes.nextError = Error(ErrorCode::Invalid, "This answer is not possible.", u"IT.PHQ0102"_s);
        key(Qt::Key_S, Qt::ControlModifier);
        QTRY_COMPARE(column()->focusedField(), u"IT.PHQ0102"_s);
        QVERIFY(page()->session().isDirty());
    }

    void discardingAsksFirst()
    {
        open(target(u"F.PHQ9"_s));
        focus(u"IT.PHQ0101"_s);
        key('1');
        QTRY_COMPARE(m_workspace->draftFakes.stored.size(), 1U);
        m_prompt->choice = 1;
        m_page->findChild<QPushButton*>(u"discardDraft"_s)->click();
        QTRY_VERIFY(m_workspace->draftFakes.stored.empty());
        QVERIFY(column()->row(u"IT.PHQ0101"_s)->editor().value().isEmpty());
    }

    void voidingTakesAReason()
    {
        Report report;
        report.patient = m_patient;
        report.formOid = u"F.PHQ9"_s;
        report.eventOid = u"SE.BASELINE"_s;
        ReportFormTarget stored;
        stored.report = m_workspace->reportFakes.add(report);
        open(stored);
        m_page->findChild<QPushButton*>(u"voidReport"_s)->click();
        QCOMPARE(m_workspace->reportFakes.stored.size(), 1U); // dismissed
        m_prompt->reason = u"Entered for the wrong patient"_s;
        m_page->findChild<QPushButton*>(u"voidReport"_s)->click();
        QTRY_VERIFY(m_workspace->reportFakes.stored.empty());
        QCOMPARE(m_workspace->reportFakes.lastReason, u"Entered for the wrong patient"_s);
    }

    void questionsSpeakTheLanguageOfTheProgram()
    {
        QLocale::setDefault(QLocale(QLocale::Chinese, QLocale::China));
        open(target(u"F.PHQ9"_s));
        QCOMPARE(m_page->title(), u"患者健康问卷（PHQ-9）"_s);
        QLocale::setDefault(QLocale(QLocale::English));
    }

    void tabGoesThroughTheQuestionsInReadingOrder()
    {
        open(target(u"F.VS"_s));
        QStringList seen;
        focus(column()->visibleFields().front());
        for (qsizetype i = 0; i < column()->visibleFields().size(); ++i) {
            seen.append(column()->focusedField());
            key(Qt::Key_Tab);
        }
        QCOMPARE(seen, column()->visibleFields());
    }

private:
    ReportFormTarget target(const QString& form) const
    {
        ReportFormTarget place;
        place.patient = m_patient;
        place.formOid = form;
        place.eventOid = u"SE.BASELINE"_s;
        return place;
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
    ReportFormPage* page() const { return static_cast<ReportFormPage*>(m_page.get()); }
    QuestionColumn* column() const { return m_page->findChild<QuestionColumn*>(); }
    QString scores() const { return m_page->findChild<ScoreStrip*>()->text(); }
    bool focus(const QString& field) const { return column()->focusField(field); }
    static void key(char c) { QTest::keyClick(QApplication::focusWidget(), c); }
    static void key(Qt::Key k, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(QApplication::focusWidget(), k, modifiers);
    }
    static void keys(const QString& text) { QTest::keyClicks(QApplication::focusWidget(), text); }

    std::shared_ptr<const StudyDefinition> m_study;
    std::unique_ptr<fake::FakeWorkspace> m_workspace;
    std::unique_ptr<fake::FakeNavigator> m_navigator;
    std::unique_ptr<fake::FakePrompt> m_prompt;
    std::unique_ptr<Page> m_page;
    RecordId m_patient;
};

QTEST_MAIN(ReportFormPageTest)
#include "tst_reportformpage.moc"
