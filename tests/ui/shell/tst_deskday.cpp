// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/localworkspacemanager.h"
#include "tests/support/fakeshell.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/mainwindowcontroller.h"
#include "ui/widgets/page.h"
#include "ui/widgets/recordtable.h"
#include "ui/widgets/whendone.h"

#include <QLineEdit>
#include <QRadioButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace sitebook;
using namespace Qt::StringLiterals;

namespace {

constexpr int patienceMs = 30'000;
const QString password = u"four quiet words here"_s;

} // namespace

// The main window over a real workspace on disk, driven by keys.
class DeskDayTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English));
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder.path());
        WorkspaceSetup setup;
        setup.path = m_folder.filePath(u"ward"_s);
        setup.studyFile = u":/studies/demo.xml"_s;
        setup.site = SiteId(u"701"_s);
        setup.user = UserName(u"li.wei"_s);
        setup.displayName = u"Li Wei"_s;
        setup.password = password;
        bool created = false;
        whenDone(this, m_manager.create(setup),
                 [&created](const Result<CreatedWorkspace>& result) { created = result.has_value(); });
        QTRY_VERIFY_WITH_TIMEOUT(created, patienceMs);
        open();
    }
    void cleanupTestCase() { close(); }

    void aPatientIsRegistered()
    {
        key(Qt::Key_N, Qt::ControlModifier);
        QTRY_COMPARE(m_controller->place().kind, Place::Kind::PatientForm);
        const auto typed = [this] {
            auto* line = qobject_cast<QLineEdit*>(focus());
            return line ? line->text() : QString();
        };
        QTRY_COMPARE(typed(), u"P001"_s);
        key(Qt::Key_Return);
        QTest::keyClicks(focus(), u"Garcia, Ana"_s);
        key(Qt::Key_Return);
        QTest::keyClicks(focus(), u"02-Apr-1961"_s);
        key(Qt::Key_Return);
        key(Qt::Key_S, Qt::ControlModifier);
        QTRY_COMPARE(m_controller->place().kind, Place::Kind::Patient);
        QTRY_COMPARE(m_workspace->patients().list()->rows().size(), 1U);
        QCOMPARE(m_workspace->patients().list()->rows()[0].name, u"Garcia, Ana"_s);
        QTRY_VERIFY(window().page()->title().contains(u"P001"_s));
    }

    void aReportIsFilledByKeys()
    {
        const RecordId patient = m_workspace->patients().list()->rows()[0].recordId;
        m_controller->newReport(patient, u"F.PHQ9"_s, u"SE.BASELINE"_s, 1);
        QTRY_VERIFY(window().page()->findChild<QRadioButton*>());
        auto* first = window().page()->findChild<QRadioButton*>();
        first->setFocus();
        for (int question = 0; question < 10; ++question) {
            key(Qt::Key_1);
            key(Qt::Key_Return);
        }
        key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(m_workspace->reports().list()->size(), 1U);
        QTRY_COMPARE(m_workspace->reports().list()->front().status, ReportStatus::Complete);
    }

    void everythingIsThereAfterSigningInAgain()
    {
        close();
        open();
        QCOMPARE(m_workspace->patients().list()->rows().size(), 1U);
        QCOMPARE(m_workspace->reports().list()->size(), 1U);
        m_controller->openPage(PageId::Patients);
        auto* table = window().page()->findChild<RecordTable*>();
        QTRY_COMPARE(table->model()->rowCount(), 1);
    }

    void aHalfFilledFormReopensWhereItWasAfterACrash()
    {
        const RecordId patient = m_workspace->patients().list()->rows()[0].recordId;
        m_controller->newReport(patient, u"F.PHQ9"_s, u"SE.WEEK2"_s, 1);
        QTRY_VERIFY(window().page()->findChild<QRadioButton*>());
        window().page()->findChild<QRadioButton*>()->setFocus();
        key(Qt::Key_1);
        key(Qt::Key_Return);
        QTRY_COMPARE(m_workspace->drafts().list().size(), 1U);
        m_controller.reset(); // without leaving
        m_workspace.reset();
        open();
        QTRY_COMPARE(m_controller->place().kind, Place::Kind::ReportForm);
        QTRY_VERIFY(window().page()->findChild<QRadioButton*>());
        const auto answers = window().page()->findChildren<QRadioButton*>();
        QTRY_VERIFY(
            std::any_of(answers.begin(), answers.end(), [](const QRadioButton* one) { return one->isChecked(); }));
        close();
        open();
        QCOMPARE(m_controller->place().kind, Place::Kind::Page); // left in order: nothing reopens by itself
    }

private:
    MainWindow& window() { return m_controller->window(); }
    QWidget* focus() { return window().focusWidget() ? window().focusWidget() : &window(); }
    void key(Qt::Key which, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(focus(), which, modifiers); }

    void open()
    {
        whenDone(this, m_manager.open(m_folder.filePath(u"ward"_s), UserName(u"li.wei"_s), password),
                 [this](const auto& result) {
                     QVERIFY2(result, result ? "" : qPrintable(result.error().english()));
                     m_workspace = *result;
                 });
        QTRY_VERIFY_WITH_TIMEOUT(m_workspace, patienceMs);
        m_controller = std::make_unique<MainWindowController>(m_workspace, m_preferences, m_prompt, nullptr);
        m_controller->show(PageId::Today);
        QVERIFY(QTest::qWaitForWindowActive(&window()));
    }
    void close()
    {
        QSignalSpy left(m_controller.get(), &MainWindowController::left);
        m_controller->leave(MainWindowController::Leave::SignOut);
        QTRY_COMPARE(left.size(), 1);
        m_controller.reset();
        m_workspace.reset();
    }

    QTemporaryDir m_folder;
    LocalWorkspaceManager m_manager{makeMemoryStore()};
    Preferences m_preferences;
    fake::FakePrompt m_prompt;
    std::shared_ptr<Workspace> m_workspace;
    std::unique_ptr<MainWindowController> m_controller;
};

QTEST_MAIN(DeskDayTest)
#include "tst_deskday.moc"
