// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/mainwindow.h"
#include "ui/shell/mainwindowcontroller.h"

#include "tests/support/fakeshell.h"
#include "tests/support/fakeworkspace.h"
#include "ui/settings/languages.h"
#include "ui/shell/pageheader.h"
#include "ui/shell/rail.h"
#include "ui/shell/railbutton.h"
#include "ui/shell/shellactions.h"
#include "ui/shell/statusfooter.h"
#include "ui/shell/trace.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/page.h"
#include "ui/widgets/recordtable.h"

#include <QComboBox>
#include <QDialog>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolBar>

using namespace sitebook;
using namespace Qt::StringLiterals;

class MainWindowTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English));
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder.path());
        m_study = fake::demoStudy();
        QVERIFY(m_study);
    }
    void init()
    {
        QSettings().clear();
        m_workspace = std::make_shared<fake::FakeWorkspace>(m_study);
        m_ana = m_workspace->patientFakes.add(fake::somebody(u"P001"_s, u"Garcia, Ana"_s, QDate(1961, 4, 2)));
        m_workspace->patientFakes.add(fake::somebody(u"P002"_s, u"Berg, Bo"_s, QDate(1970, 1, 1)));
        m_controller = std::make_unique<MainWindowController>(m_workspace, m_preferences, m_prompt, nullptr);
        m_controller->show(PageId::Today);
        QVERIFY(QTest::qWaitForWindowActive(&window()));
    }
    void cleanup() { m_controller.reset(); }

    void everyPlaceIsReachedByKey_data()
    {
        QTest::addColumn<Qt::Key>("key");
        QTest::addColumn<QString>("title");
        QTest::newRow("today") << Qt::Key_1 << u"Today"_s;
        QTest::newRow("patients") << Qt::Key_2 << u"Patients"_s;
        QTest::newRow("casebook") << Qt::Key_3 << u"Casebook"_s;
        QTest::newRow("reports") << Qt::Key_4 << u"Reports"_s;
        QTest::newRow("queries") << Qt::Key_5 << u"Queries"_s;
        QTest::newRow("queue") << Qt::Key_6 << u"Queue"_s;
        QTest::newRow("sync") << Qt::Key_7 << u"Sync"_s;
        QTest::newRow("audit") << Qt::Key_8 << u"Audit trail"_s;
        QTest::newRow("settings") << Qt::Key_Comma << u"Settings"_s;
    }
    void everyPlaceIsReachedByKey()
    {
        QFETCH(Qt::Key, key);
        QFETCH(QString, title);
        m_controller->openPage(key == Qt::Key_1 ? PageId::Sync : PageId::Today);
        QTest::keyClick(&window(), key, Qt::ControlModifier);
        QCOMPARE(window().page()->title(), title);
        QVERIFY(window().windowTitle().startsWith(title));
    }

    void theRailLeadsToEveryPlace()
    {
        for (RailButton* button : window().rail().findChildren<RailButton*>()) {
            QTest::mouseClick(button, Qt::LeftButton);
            QCOMPARE(window().page()->title(), button->text());
            QVERIFY(button->isChecked());
        }
    }

    void theSearchKeyFindsAPatientFromAnywhere()
    {
        QTest::keyClick(&window(), Qt::Key_K, Qt::ControlModifier);
        QCOMPARE(window().page()->title(), u"Patients"_s);
        auto* field = qobject_cast<QLineEdit*>(window().page()->searchField());
        QCOMPARE(window().focusWidget(), field);
        QTest::keyClicks(field, u"garc"_s);
        auto* table = window().page()->findChild<RecordTable*>();
        QTRY_COMPARE(table->model()->rowCount(), 1);
        QTest::keyClick(field, Qt::Key_Down);
        table->selectRow(0);
        QTest::keyClick(table, Qt::Key_Return);
        QCOMPARE(m_controller->place().kind, Place::Kind::Patient);
        QCOMPARE(m_controller->place().record, m_ana);
    }

    void backAndForwardRetraceTheWay()
    {
        m_controller->openPage(PageId::Patients);
        m_controller->openPatient(m_ana);
        QTest::keyClick(&window(), Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(window().page()->title(), u"Patients"_s);
        QTest::keyClick(&window(), Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(window().page()->title(), u"Today"_s);
        QVERIFY(!window().actions().back->isEnabled());
        QTest::keyClick(&window(), Qt::Key_Right, Qt::AltModifier);
        QTest::keyClick(&window(), Qt::Key_Right, Qt::AltModifier);
        QCOMPARE(m_controller->place().record, m_ana);
    }

    void menusAreCompleteAndNoKeyMeansTwoThings()
    {
        QStringList menus;
        for (const QAction* action : window().menuBar()->actions())
            menus << action->text().remove(u'&');
        QCOMPARE(menus,
                 (QStringList{u"File"_s, u"Edit"_s, u"View"_s, u"Patient"_s, u"Report"_s, u"Tools"_s, u"Help"_s}));
        QHash<QString, QString> keys;
        for (const QAction* action : window().actions().findChildren<QAction*>(Qt::FindDirectChildrenOnly)) {
            for (const QKeySequence& key : action->shortcuts()) {
                QVERIFY2(!keys.contains(key.toString()), qPrintable(key.toString() + u": "_s + action->text()));
                keys.insert(key.toString(), action->text());
            }
        }
        QVERIFY(window().header().tools().actions().contains(window().actions().exportData));
    }

    void exportIsOneKeyAway()
    {
        QTest::keyClick(&window(), Qt::Key_E, Qt::ControlModifier);
        auto* dialog = window().findChild<QDialog*>();
        QVERIFY(dialog && dialog->isVisible());
        dialog->reject();
    }

    void aNewPatientIsRegisteredByKey()
    {
        QTest::keyClick(&window(), Qt::Key_N, Qt::ControlModifier);
        QCOMPARE(m_controller->place().kind, Place::Kind::PatientForm);
        QVERIFY(m_controller->place().record.isNull());
    }

    void aNewReportAsksForThePatientFirst()
    {
        QTest::keyClick(&window(), Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
        auto* chooser = window().findChild<QDialog*>();
        QVERIFY(chooser);
        QTest::keyClicks(chooser->findChild<QLineEdit*>(), u"berg"_s);
        QTest::keyClick(chooser->findChild<QLineEdit*>(), Qt::Key_Return); // to the list
        QTest::keyClick(chooser, Qt::Key_Return);
        QTRY_VERIFY(window().findChildren<QDialog*>().size() >= 1);
        const auto dialogs = window().findChildren<QDialog*>();
        QVERIFY(std::any_of(dialogs.begin(), dialogs.end(),
                            [](const QDialog* one) { return one->windowTitle().contains(u"P002"_s); }));
    }

    void whatTheRoleMayNotDoIsClosed()
    {
        m_workspace->forbidden << u"register_patient"_s << u"enter_data"_s << u"import_data"_s;
        m_controller->openPage(PageId::Patients);
        QVERIFY(!window().actions().registerPatient->isEnabled());
        QVERIFY(!window().actions().newReport->isEnabled());
        QVERIFY(!window().actions().importFiles->isEnabled());
        QVERIFY(window().actions().exportData->isEnabled());
    }

    void theFooterAndTheRailFollowTheSync()
    {
        m_workspace->syncFakes.current.phase = SyncPhase::Waiting;
        m_workspace->syncFakes.current.queued = 3;
        m_workspace->syncFakes.announce();
        QVERIFY(window().footer().deliveryText().contains(u"3 waiting"_s));
        window().footer().findChild<QPushButton*>(u"delivery"_s)->click();
        QCOMPARE(window().page()->title(), u"Sync"_s);
        QTest::keyClick(&window(), Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(m_workspace->syncFakes.syncs, 1);
        window().actions().workOffline->trigger();
        QVERIFY(!m_workspace->syncFakes.isOnline());
        QVERIFY(window().footer().deliveryText().contains(u"Working offline"_s));
    }

    void aTroubleStaysWithItsPlace()
    {
        m_controller->showBanner(Error(ErrorCode::DiskFull, {}));
        QVERIFY(window().banner().isVisible());
        m_controller->openPage(PageId::Sync);
        QVERIFY(!window().banner().isVisible());
        m_controller->showNotice(u"P003 is registered."_s);
        m_controller->openPage(PageId::Patients);
        QVERIFY(window().banner().isVisible()); // good news goes along
    }

    void anotherLanguageRebuildsTheWindowInPlace()
    {
        m_controller->openPatient(m_ana);
        const MainWindow* before = &window();
        m_controller->rebuildWindow();
        QVERIFY(&window() != before);
        QVERIFY(window().isVisible());
        QCOMPARE(m_controller->place().record, m_ana);
        QCOMPARE(window().page()->title(), u"Patient P001"_s);
    }

    void theRailFoldsAndRemembers()
    {
        QTest::keyClick(&window(), Qt::Key_B, Qt::ControlModifier);
        QVERIFY(window().rail().isFolded());
        QVERIFY(window().rail().width() < 80);
        m_controller->rebuildWindow();
        QVERIFY(window().rail().isFolded());
    }

    void settingsTakeEffect()
    {
        QSignalSpy theme(&m_preferences, &Preferences::themeModeChanged);
        QSignalSpy language(&m_preferences, &Preferences::languageChanged);
        m_controller->openPage(PageId::Settings);
        auto* colours = window().page()->findChild<QComboBox*>(u"theme"_s);
        colours->setCurrentIndex(2);
        Q_EMIT colours->activated(2);
        QCOMPARE(theme.size(), 1);
        QCOMPARE(m_preferences.themeMode(), Theme::Mode::Dark);
        auto* words = window().page()->findChild<QComboBox*>(u"language"_s);
        words->setCurrentIndex(2);
        Q_EMIT words->activated(2);
        QCOMPARE(language.size(), 1);
        QCOMPARE(m_preferences.language(), u"zh_CN"_s);
        auto* workers = window().page()->findChild<QComboBox*>(u"workers"_s);
        workers->setCurrentIndex(workers->findData(5));
        Q_EMIT workers->activated(workers->currentIndex());
        QCOMPARE(m_preferences.queueWorkers(), 5);
    }

    void closingAsksTheWorkspaceToCloseFirst()
    {
        QSignalSpy left(m_controller.get(), &MainWindowController::left);
        window().close();
        QTRY_COMPARE(left.size(), 1);
        QCOMPARE(left[0][0].value<MainWindowController::Leave>(), MainWindowController::Leave::Quit);
        QVERIFY(!window().isVisible());
    }

    void aTraceMeasuresFromKeyToPaint()
    {
        Trace trace;
        m_controller->openPage(PageId::Patients);
        trace.passwordAccepted();
        window().page()->findChild<RecordTable*>()->viewport()->repaint();
        QTRY_VERIFY(trace.report().contains("first_table"));
        auto* field = window().page()->searchField();
        QTest::keyClicks(field, u"be"_s);
        auto* viewport = window().page()->findChild<RecordTable*>()->viewport();
        viewport->update();
        QTRY_VERIFY(trace.report().contains("keystroke"));
        QTest::keyClick(field, Qt::Key_Escape);
        trace.saved();
        QVERIFY(trace.report().contains("save_form"));
        for (const QByteArray& line : trace.report().split('\n'))
            QVERIFY(line.isEmpty() || line.contains("\"median_ms\":"));
    }

private:
    MainWindow& window() { return m_controller->window(); }

    QTemporaryDir m_folder;
    std::shared_ptr<const StudyDefinition> m_study;
    std::shared_ptr<fake::FakeWorkspace> m_workspace;
    RecordId m_ana;
    Preferences m_preferences;
    fake::FakePrompt m_prompt;
    std::unique_ptr<MainWindowController> m_controller;
};

QTEST_MAIN(MainWindowTest)
#include "tst_mainwindow.moc"
