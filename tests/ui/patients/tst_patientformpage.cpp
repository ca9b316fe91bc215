// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakeshell.h"
#include "tests/support/fakeworkspace.h"
#include "ui/patients/pages.h"
#include "ui/patients/patientformpage.h"
#include "ui/widgets/fieldrow.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>

using namespace sitebook;
using namespace Qt::StringLiterals;

class PatientFormPageTest final : public QObject
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
    }
    void cleanup()
    {
        m_page.reset();
        m_workspace.reset();
    }

    void aPatientIsRegisteredFromTheKeyboard()
    {
        m_workspace->patientFakes.add(fake::somebody(u"P001"_s, u"Berg, Bo"_s, QDate(1970, 1, 1)));
        open({});
        QCOMPARE(line(field::patientId)->text(), u"P002"_s); // the next free one
        QVERIFY(line(field::patientId)->hasFocus());
        key(Qt::Key_Return);
        keys(u"Garcia, Ana"_s);
        key(Qt::Key_Return);
        keys(u"02041961"_s);
        key(Qt::Key_Return);
        QCOMPARE(line(field::dateOfBirth)->text(), u"02-Apr-1961"_s);
        key(Qt::Key_Down); // sex: female
        key(Qt::Key_Return);
        key(Qt::Key_Down); // status: enrolled
        key(Qt::Key_Return);
        keys(u"2026-09-14"_s);
        for (int i = 0; i < 4; ++i)
            key(Qt::Key_Return); // to the end and no further: nothing is submitted
        QCOMPARE(m_workspace->patientFakes.stored.size(), 1U);
        key(Qt::Key_S, Qt::ControlModifier);
        QTRY_COMPARE(m_workspace->patientFakes.stored.size(), 2U);
        const Patient patient = named(u"P002"_s);
        QCOMPARE(patient.name, u"Garcia, Ana"_s);
        QCOMPARE(patient.dateOfBirth.toString(), u"1961-04-02"_s);
        QCOMPARE(patient.sex, u"F"_s);
        QCOMPARE(patient.status, PatientStatus::Enrolled);
        QVERIFY(patient.isEnrolled);
        QCOMPARE(patient.siteId.toString(), u"701"_s);
        QTRY_VERIFY(m_navigator->went.contains(u"openPatient "_s + patient.recordId.toString()));
        QTRY_VERIFY(m_workspace->draftFakes.stored.empty());
    }

    void aSavedFormLeavesNoDraftBehind()
    {
        open({});
        line(field::name)->setFocus();
        keys(u"Garcia, Ana"_s);
        key(Qt::Key_Return);
        key(Qt::Key_S, Qt::ControlModifier);
        QTRY_VERIFY(!m_navigator->went.isEmpty());
        QTRY_VERIFY(m_workspace->draftFakes.stored.empty() && !page()->session().drafts().isBusy());
        line(field::siteId)->setFocus(); // as when the page goes: the field that had the focus is left
        QVERIFY(line(field::siteId)->hasFocus());
        QVERIFY(page()->mayLeave());
        QVERIFY(!page()->session().drafts().isBusy());
        QVERIFY(m_workspace->draftFakes.stored.empty());
    }

    void identifiersFollowTheStudy_data()
    {
        QTest::addColumn<QString>("identifier");
        QTest::addColumn<bool>("valid");
        QTest::newRow("P001") << u"P001"_s << true;
        QTest::newRow("A001") << u"A001"_s << false;
        QTest::newRow("P1") << u"P1"_s << false;
        QTest::newRow("P0001") << u"P0001"_s << false;
        QTest::newRow("empty") << QString() << false;
    }
    void identifiersFollowTheStudy()
    {
        QFETCH(QString, identifier);
        QFETCH(bool, valid);
        open({});
        line(field::patientId)->selectAll();
        key(Qt::Key_Delete);
        keys(identifier);
        QVERIFY(!row(field::patientId)->finding()); // not while it is typed
        key(Qt::Key_Return);
        QCOMPARE(!row(field::patientId)->finding(), valid);
    }

    void aFindingGoesAwayWithTheKeyThatRepairsIt()
    {
        open({});
        line(field::dateOfBirth)->setFocus();
        keys(u"31022003"_s);
        key(Qt::Key_Return);
        QVERIFY(row(field::dateOfBirth)->finding());
        QCOMPARE(line(field::dateOfBirth)->text(), u"31022003"_s); // as typed
        line(field::dateOfBirth)->setFocus();
        line(field::dateOfBirth)->selectAll();
        keys(u"28022003"_s);
        QVERIFY(!row(field::dateOfBirth)->finding());
    }

    void aRestingHandSeesTheFinding()
    {
        open({});
        line(field::patientId)->selectAll();
        keys(u"X9"_s);
        QVERIFY(!row(field::patientId)->finding());
        QTRY_VERIFY(row(field::patientId)->finding());
    }

    void aTakenIdentifierAndATwinAreTold()
    {
        m_workspace->patientFakes.add(fake::somebody(u"P001"_s, u"Garcia, Ana"_s, QDate(1961, 4, 2)));
        open({});
        line(field::patientId)->selectAll();
        keys(u"P001"_s);
        key(Qt::Key_Return);
        QVERIFY(row(field::patientId)->finding());
        QCOMPARE(row(field::patientId)->finding()->code, u"duplicate"_s);
        line(field::patientId)->setFocus();
        line(field::patientId)->selectAll();
        keys(u"P002"_s);
        key(Qt::Key_Return);
        keys(u"Garcia, Ana"_s);
        key(Qt::Key_Return);
        keys(u"1961-04-02"_s);
        key(Qt::Key_Return);
        QVERIFY(row(field::name)->finding());
        QCOMPARE(row(field::name)->finding()->severity, Severity::Warning);
        key(Qt::Key_S, Qt::ControlModifier); // a warning does not block
        QTRY_COMPARE(m_workspace->patientFakes.stored.size(), 2U);
    }

    void savingWithErrorsGoesToTheFirstOne()
    {
        open({});
        line(field::patientId)->selectAll();
        keys(u"X"_s);
        line(field::consentDate)->setFocus();
        key(Qt::Key_S, Qt::ControlModifier);
        QVERIFY(line(field::patientId)->hasFocus());
        QVERIFY(m_workspace->patientFakes.stored.empty());
    }

    void theHalfFilledFormReopens()
    {
        open({});
        line(field::name)->setFocus();
        keys(u"Garcia, Ana"_s);
        key(Qt::Key_Return);
        keys(u"UN-APR-1961"_s);
        key(Qt::Key_Return);
        QTRY_VERIFY(m_workspace->draftFakes.saves >= 2);
        m_page.reset(); // as after a crash
        open({});
        QCOMPARE(line(field::name)->text(), u"Garcia, Ana"_s);
        QCOMPARE(line(field::dateOfBirth)->text(), u"UN-Apr-1961"_s);
        QVERIFY(page()->session().cameFromDraft());
    }

    void anUntouchedFormLeavesNoDraft()
    {
        open({});
        for (int i = 0; i < 6; ++i)
            key(Qt::Key_Tab);
        QVERIFY(m_page->mayLeave());
        QVERIFY(m_workspace->draftFakes.stored.empty());
    }

    void editingAsksForTheReason()
    {
        const RecordId id =
            m_workspace->patientFakes.add(fake::somebody(u"P001"_s, u"Garcia, Ana"_s, QDate(1961, 4, 2)));
        open(id);
        QCOMPARE(line(field::name)->text(), u"Garcia, Ana"_s);
        line(field::name)->setFocus();
        line(field::name)->selectAll();
        keys(u"García, Ana"_s);
        key(Qt::Key_S, Qt::ControlModifier);
        QCOMPARE(m_prompt->asked, QStringList(u"Reason for change"_s));
        QVERIFY(m_workspace->patientFakes.lastReason.isEmpty()); // dismissed
        m_prompt->reason = u"Spelling"_s;
        key(Qt::Key_S, Qt::ControlModifier);
        QTRY_COMPARE(m_workspace->patientFakes.lastReason, u"Spelling"_s);
        QCOMPARE(m_workspace->patientFakes.stored[id].name, u"García, Ana"_s);
        QTRY_VERIFY(m_navigator->went.contains(u"openPatient "_s + id.toString()));
    }

    void nothingChangedAsksNothing()
    {
        const RecordId id =
            m_workspace->patientFakes.add(fake::somebody(u"P001"_s, u"Garcia, Ana"_s, QDate(1961, 4, 2)));
        open(id);
        key(Qt::Key_S, Qt::ControlModifier);
        QVERIFY(m_prompt->asked.isEmpty());
        QCOMPARE(m_navigator->went, QStringList(u"openPatient "_s + id.toString()));
    }

    void aStorageFailureIsToldAndNothingIsLost()
    {
        open({});
        line(field::name)->setFocus();
        keys(u"Garcia, Ana"_s);
        m_workspace->patientFakes.nextError = Error(ErrorCode::DiskFull, "The disk is full.");
        key(Qt::Key_S, Qt::ControlModifier);
        QTRY_VERIFY(!page()->session().isSaving());
        QVERIFY(m_workspace->patientFakes.stored.empty());
        QCOMPARE(line(field::name)->text(), u"Garcia, Ana"_s);
        QTRY_COMPARE(m_workspace->draftFakes.stored.size(), 1U);
    }

private:
    void open(const RecordId& id)
    {
        m_page.reset(makePatientForm(*m_workspace, *m_navigator, *m_prompt, id, nullptr));
        m_page->resize(1158, 800);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        QTRY_VERIFY(page()->session().isOpen());
        m_page->activated();
    }
    PatientFormPage* page() const { return static_cast<PatientFormPage*>(m_page.get()); }
    FieldRow* row(const QString& field) const { return page()->row(field); }
    QLineEdit* line(const QString& field) const { return static_cast<QLineEdit*>(row(field)->editor()); }
    Patient named(const QString& identifier) const
    {
        for (const auto& [id, patient] : m_workspace->patientFakes.stored)
            if (patient.patientId.toString() == identifier)
                return patient;
        return {};
    }
    static void key(Qt::Key k, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(QApplication::focusWidget(), k, modifiers);
    }
    static void keys(const QString& text)
    {
        for (const QChar c : text)
            QTest::sendKeyEvent(QTest::Click, QApplication::focusWidget(), Qt::Key_unknown, QString(c), Qt::NoModifier);
    }

    std::shared_ptr<const StudyDefinition> m_study;
    std::unique_ptr<fake::FakeWorkspace> m_workspace;
    std::unique_ptr<fake::FakeNavigator> m_navigator;
    std::unique_ptr<fake::FakePrompt> m_prompt;
    std::unique_ptr<Page> m_page;
};

QTEST_MAIN(PatientFormPageTest)
#include "tst_patientformpage.moc"
