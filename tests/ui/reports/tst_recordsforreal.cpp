// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakeshell.h"
#include "tests/support/testworkspace.h"
#include "ui/patients/pages.h"
#include "ui/patients/patientformpage.h"
#include "ui/reports/pages.h"
#include "ui/reports/questioncolumn.h"
#include "ui/reports/reportformpage.h"
#include "ui/widgets/fieldrow.h"

#include <QLineEdit>

using namespace sitebook;
using namespace sitebook::test;
using namespace Qt::StringLiterals;

// The screens over a real workspace on disk: register, fill, lose the program, go on, complete, correct.
class RecordsForReal final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }

    void aDayOfOnePatient()
    {
        TestDesk desk;
        desk.start();
        const RecordId patient = registerPatient(desk);
        QVERIFY(!patient.isNull());
        fillHalf(desk, patient);
        desk.reopen(); // nobody saved the report
        completeFromDraft(desk);
        correctWithReason(desk);
    }

private:
    static void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }
    static void show(Page& page)
    {
        page.resize(1158, 700);
        page.show();
        QVERIFY(QTest::qWaitForWindowActive(&page));
    }
    std::unique_ptr<Page> openForm(TestDesk& desk, const ReportFormTarget& target)
    {
        std::unique_ptr<Page> page(makeReportForm(*desk.workspace, m_navigator, m_prompt, target, nullptr));
        show(*page);
        auto& session = static_cast<ReportFormPage&>(*page).session();
        if (!QTest::qWaitFor([&session] { return session.isOpen(); }))
            return nullptr;
        page->activated();
        return page;
    }

    RecordId registerPatient(TestDesk& desk)
    {
        const std::unique_ptr<Page> page(makePatientForm(*desk.workspace, m_navigator, m_prompt, {}, nullptr));
        show(*page);
        auto& form = static_cast<PatientFormPage&>(*page);
        if (!QTest::qWaitFor([&form] { return form.session().isOpen(); }))
            return {};
        form.activated();
        key(Qt::Key_Return); // the suggested identifier
        QTest::keyClicks(QApplication::focusWidget(), u"Garcia, Ana"_s);
        key(Qt::Key_Return);
        QTest::keyClicks(QApplication::focusWidget(), u"02041961"_s);
        key(Qt::Key_S, Qt::ControlModifier);
        const auto& list = [&desk] { return desk.workspace->patients().list(); };
        if (!QTest::qWaitFor([&list] { return list()->rows().size() == 1; }))
            return {};
        return list()->rows().front().recordId;
    }

    void fillHalf(TestDesk& desk, const RecordId& patient)
    {
        QCOMPARE(desk.load(patient).patientId.toString(), u"P001"_s);
        QCOMPARE(desk.load(patient).dateOfBirth.toString(), u"1961-04-02"_s);
        QTRY_VERIFY(desk.workspace->drafts().list().empty()); // registering took its draft away
        ReportFormTarget target;
        target.patient = patient;
        target.formOid = u"F.PHQ9"_s;
        target.eventOid = u"SE.BASELINE"_s;
        const auto page = openForm(desk, target);
        QVERIFY(page);
        page->findChild<QuestionColumn*>()->focusField(u"IT.PHQ0101"_s);
        for (int i = 0; i < 4; ++i) {
            key(Qt::Key_2);
            key(Qt::Key_Return);
        }
        auto& session = static_cast<ReportFormPage&>(*page).session();
        QTRY_VERIFY(session.drafts().savedAt().isValid() && !session.drafts().isBusy());
    }

    void completeFromDraft(TestDesk& desk)
    {
        QTRY_COMPARE(desk.workspace->drafts().list().size(), 1U);
        ReportFormTarget target;
        target.draftKey = desk.workspace->drafts().list().front().key;
        const auto page = openForm(desk, target);
        QVERIFY(page);
        auto* column = page->findChild<QuestionColumn*>();
        QCOMPARE(static_cast<ReportFormPage&>(*page).session().value(u"IT.PHQ0104"_s).text, u"2"_s);
        column->focusField(u"IT.PHQ0105"_s);
        for (int i = 0; i < 6; ++i) {
            key(Qt::Key_1);
            key(Qt::Key_Return);
        }
        key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(desk.workspace->reports().list()->size(), 1U);
        const ReportRow row = desk.workspace->reports().list()->front();
        QCOMPARE(row.status, ReportStatus::Complete);
        QCOMPARE(desk.loadReport(row.recordId).items.text(u"IT.PHQ0111"), u"13"_s);
        QTRY_VERIFY(desk.workspace->drafts().list().empty());
    }

    void correctWithReason(TestDesk& desk)
    {
        ReportFormTarget target;
        target.report = desk.workspace->reports().list()->front().recordId;
        const auto page = openForm(desk, target);
        QVERIFY(page);
        m_prompt.reason = u"Transcription error"_s;
        page->findChild<QuestionColumn*>()->focusField(u"IT.PHQ0101"_s);
        key(Qt::Key_0);
        key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(desk.loadReport(target.report).items.text(u"IT.PHQ0111"), u"11"_s);
        AuditFilter filter;
        filter.recordId = target.report;
        const auto trail = resultOf(desk.workspace->audit().page(filter, 0, 10));
        QVERIFY2(trail, sentence(trail).constData());
        QCOMPARE(trail->total, 2);
        QCOMPARE(trail->entries.front().reason, u"Transcription error"_s);
    }

    TempSettings m_settings;
    fake::FakeNavigator m_navigator;
    fake::FakePrompt m_prompt;
};

QTEST_MAIN(RecordsForReal)
#include "tst_recordsforreal.moc"
