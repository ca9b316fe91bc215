// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/database.h"
#include "core/workspace/localworkspacemanager.h"
#include "tests/app/server/serverprocess.h"
#include "tests/support/fakeshell.h"
#include "tests/support/fakeworkspace.h"
#include "tests/support/tempsettings.h"
#include "ui/exchange/dialogs.h"
#include "ui/session/sessioncontroller.h"
#include "ui/session/signinpage.h"
#include "ui/session/welcomepage.h"
#include "ui/settings/languages.h"
#include "ui/shell/mainwindowcontroller.h"
#include "ui/sync/pages.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/fieldrow.h"
#include "ui/widgets/page.h"
#include "ui/widgets/recordtable.h"

#include <QDialog>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace sitebook;
using namespace sitebook::testing;
using namespace Qt::StringLiterals;

namespace {

constexpr int patienceMs = 30'000;

bool hasChinese(const QString& text)
{
    return std::any_of(text.begin(), text.end(),
                       [](QChar sign) { return sign.unicode() >= 0x4E00 && sign.unicode() < 0xA000; });
}

} // namespace

// Bad input as the window tells it: one sentence in a banner or beside the field, in both languages.
class TestBadInputWindow final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void aWrongPasswordStandsAtItsField_data() { languages(); }
    void aWrongPasswordStandsAtItsField();
    void aFolderThatCannotBeOpenedIsSaid_data();
    void aFolderThatCannotBeOpenedIsSaid();
    void anotherStudysServerIsSaid_data() { languages(); }
    void anotherStudysServerIsSaid();
    void anUnreadableImportIsSaid_data() { languages(); }
    void anUnreadableImportIsSaid();
    void aReportForAnUnknownPatientIsQuarantined_data() { languages(); }
    void aReportForAnUnknownPatientIsQuarantined();
    void aQueueThatAFullDiskStopsIsSaid_data() { languages(); }
    void aQueueThatAFullDiskStopsIsSaid();

private:
    static void languages()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("English") << u"en"_s;
        QTest::newRow("Chinese") << u"zh_CN"_s;
    }
    // What a person reads is the sentence in English, and a Chinese one in Chinese.
    static bool says(const QString& shown, const QString& sentence, const QString& language)
    {
        const bool good =
            language == u"en"_s ? shown.contains(sentence) : hasChinese(shown) && !shown.contains(sentence);
        if (!good)
            qWarning("shown: %s", qPrintable(shown));
        return good;
    }
    [[nodiscard]] QString at(const QString& name) const { return m_settings.path() + u'/' + name; }
    bool create(const QString& name, const QString& serverUrl);
    std::shared_ptr<Workspace> open(const QString& name);
    static void close(std::shared_ptr<Workspace>& workspace);

    test::TempSettings m_settings;
    Languages m_languages;
    LocalWorkspaceManager m_manager{makeMemoryStore()};
    fake::FakePrompt m_prompt;
    fake::FakeNavigator m_navigator;
    ServerProcess m_pilot;
    std::unique_ptr<SessionController> m_session;
};

bool TestBadInputWindow::create(const QString& name, const QString& serverUrl)
{
    WorkspaceSetup setup;
    setup.path = at(name);
    setup.studyFile = u":/studies/demo.xml"_s;
    setup.site = SiteId(u"701"_s);
    setup.user = UserName(u"lin"_s);
    setup.displayName = u"Lin"_s;
    setup.password = ServerProcess::password;
    setup.serverUrl = serverUrl;
    auto made = m_manager.create(setup);
    return QTest::qWaitFor([&made] { return made.isFinished(); }, patienceMs) && made.result();
}

std::shared_ptr<Workspace> TestBadInputWindow::open(const QString& name)
{
    auto opened = m_manager.open(at(name), UserName(u"lin"_s), ServerProcess::password);
    if (!QTest::qWaitFor([&opened] { return opened.isFinished(); }, patienceMs) || !opened.result())
        return {};
    return *opened.result();
}

void TestBadInputWindow::close(std::shared_ptr<Workspace>& workspace)
{
    QSignalSpy closed(workspace.get(), &Workspace::closed);
    workspace->close();
    QTRY_COMPARE(closed.size(), 1);
    workspace.reset();
}

void TestBadInputWindow::initTestCase()
{
    QCOMPARE(m_pilot.run({u"account"_s, u"add"_s, u"lin"_s, u"--role"_s, u"coordinator"_s, u"--site"_s, u"701"_s,
                          u"--database"_s, m_pilot.databasePath()}),
             0);
    QVERIFY(m_pilot.start({u"--study"_s, QStringLiteral(SITEBOOK_SOURCE_DIR "/resources/studies/cdisc-pilot.xml")}));
    QVERIFY(create(u"desk"_s, u"http://127.0.0.1:%1"_s.arg(m_pilot.port())));
    QVERIFY(create(u"newer"_s, {}));
    const auto newer = Database::open(at(u"newer/sitebook.db"_s), Database::Mode::ReadWrite);
    QVERIFY(newer && (*newer)->exec("PRAGMA user_version=99"));
    QVERIFY(QDir().mkpath(at(u"empty"_s)) && QDir().mkpath(at(u"text"_s)));
    for (const auto& [name, bytes] :
         {std::pair{u"text/sitebook.db"_s, "no database at all, whatever it is called"_ba},
          std::pair{u"cut.json"_s, "{\"study\":{},\n\"patients\":[{\"patientId\":\"P0"_ba}}) {
        QFile file(at(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }
}

void TestBadInputWindow::init()
{
    QFETCH(const QString, language);
    m_languages.use(language);
    m_session = std::make_unique<SessionController>(m_manager, m_prompt);
}

void TestBadInputWindow::cleanup()
{
    m_session.reset();
}

void TestBadInputWindow::aWrongPasswordStandsAtItsField()
{
    QFETCH(const QString, language);
    m_session->start(at(u"desk"_s));
    SignInPage& page = m_session->window().signIn();
    QCOMPARE(m_session->window().page(), &page);
    auto* line = page.findChild<QLineEdit*>(u"password"_s);
    QTest::keyClicks(line, u"not the password"_s);
    QTest::keyClick(line, Qt::Key_Return);
    const auto rows = page.findChildren<FieldRow*>();
    const auto* row = *std::find_if(rows.begin(), rows.end(),
                                    [](const FieldRow* each) { return each->editor()->objectName() == u"password"_s; });
    QTRY_VERIFY_WITH_TIMEOUT(row->finding(), patienceMs);
    QVERIFY(says(row->finding()->message.localised(), u"The name or the password is wrong. Check both and try again."_s,
                 language));
}

void TestBadInputWindow::aFolderThatCannotBeOpenedIsSaid_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("folder");
    QTest::addColumn<QString>("sentence");
    const QString none = u"This folder is not a Sitebook workspace."_s;
    for (const QString& language : {u"en"_s, u"zh_CN"_s}) {
        const auto row = [&language](const QString& folder, const QString& sentence) {
            QTest::newRow(qPrintable(folder + u' ' + language)) << language << folder << sentence;
        };
        row(u"empty"_s, none);
        row(u"gone"_s, none);
        row(u"text"_s, u"This file is not a Sitebook database."_s);
        row(u"newer"_s, u"This workspace was written by a newer Sitebook. Install the newer version to open it."_s);
    }
}

void TestBadInputWindow::aFolderThatCannotBeOpenedIsSaid()
{
    QFETCH(const QString, language);
    QFETCH(const QString, folder);
    QFETCH(const QString, sentence);
    m_session->start(at(folder));
    WelcomePage& page = m_session->window().welcome();
    QCOMPARE(m_session->window().page(), &page);
    QVERIFY(!page.banner()->isHidden());
    QVERIFY(says(page.banner()->text(), sentence, language));
    QVERIFY(page.banner()->text().contains(folder));
}

void TestBadInputWindow::anotherStudysServerIsSaid()
{
    QFETCH(const QString, language);
    auto workspace = open(u"desk"_s);
    QVERIFY(workspace);
    std::unique_ptr<Page> page(makeSyncPage(*workspace, m_navigator, m_prompt, nullptr));
    auto answer = workspace->sync().signIn(ServerProcess::password);
    QTRY_VERIFY_WITH_TIMEOUT(answer.isFinished(), patienceMs);
    workspace->sync().syncNow();
    const auto* sentence = page->findChild<QLabel*>(u"sentence"_s);
    const QString study = u"cdisc.com/CDISCPILOT01"_s;
    QTRY_VERIFY_WITH_TIMEOUT(sentence->text().contains(study), patienceMs);
    QVERIFY(says(sentence->text(), u"The server holds another study (cdisc.com/CDISCPILOT01)"_s, language));
    page.reset();
    close(workspace);
}

void TestBadInputWindow::anUnreadableImportIsSaid()
{
    QFETCH(const QString, language);
    auto workspace = open(u"desk"_s);
    QVERIFY(workspace);
    std::unique_ptr<QDialog> dialog(openImportDialog(nullptr, *workspace, m_navigator, m_prompt));
    m_prompt.files = {at(u"cut.json"_s)};
    dialog->findChild<QPushButton*>(u"chooseFiles"_s)->click();
    dialog->findChild<QPushButton*>(u"check"_s)->click();
    const auto* banner = dialog->findChild<Banner*>();
    QTRY_VERIFY_WITH_TIMEOUT(!banner->isHidden(), patienceMs);
    QVERIFY(says(banner->text(), u"The file ends in the middle. It may be cut off; get it again."_s, language));
    QVERIFY(banner->text().contains(u"cut.json"_s));
    QVERIFY(workspace->patients().list()->rows().empty());
    dialog.reset();
    close(workspace);
}

void TestBadInputWindow::aReportForAnUnknownPatientIsQuarantined()
{
    QFETCH(const QString, language);
    auto workspace = open(u"desk"_s);
    QVERIFY(workspace);
    std::unique_ptr<Page> page(makeQueuePage(*workspace, m_navigator, m_prompt, nullptr));
    page->show();
    Report report;
    report.patient = RecordId::create();
    report.formOid = u"F.PHQ9"_s;
    report.eventOid = u"SE.BASELINE"_s;
    auto taken = workspace->queue().enqueue({report}, u"test"_s);
    QTRY_VERIFY_WITH_TIMEOUT(taken.isFinished() && taken.result(), patienceMs);
    const auto* model = page->findChild<RecordTable*>(u"items"_s)->model();
    QString shown;
    QTRY_VERIFY_WITH_TIMEOUT(workspace->queue().status().quarantined > 0 && model->rowCount() > 0, patienceMs);
    const auto reasons = [&] {
        shown.clear();
        for (int column = 0; model->rowCount() > 0 && column < model->columnCount(); ++column)
            shown += model->index(0, column).data().toString() + u'|';
        return shown;
    };
    const QString sentence =
        u"This report names a patient who is not registered here. Register the patient, then retry."_s;
    QTRY_VERIFY(language == u"en"_s ? reasons().contains(sentence) : hasChinese(reasons()));
    QVERIFY(says(shown, sentence, language));
    QVERIFY(workspace->reports().list()->empty());
    page.reset();
    close(workspace);
}

void TestBadInputWindow::aQueueThatAFullDiskStopsIsSaid()
{
    QFETCH(const QString, language);
    const QString sentence = u"The disk is full. Nothing was changed; free some space and try again."_s;
    auto workspace = std::make_shared<fake::FakeWorkspace>(fake::demoStudy());
    Preferences preferences;
    MainWindowController controller(workspace, preferences, m_prompt, nullptr);
    controller.show(PageId::Queue);
    QueueStatus& status = workspace->queueFakes.current;
    status.queued = 5;
    status.paused = true;
    status.stoppedBy =
        Error(ErrorCode::DiskFull, "The disk is full. Nothing was changed; free some space and try again.");
    workspace->queueFakes.announce();
    const auto* banner = controller.window().findChild<Banner*>();
    QTRY_VERIFY(banner->isVisible());
    QVERIFY(says(banner->text(), sentence, language));
    const auto* label = controller.window().page()->findChild<QLabel*>(u"sentence"_s);
    QTRY_VERIFY(says(label->text(), sentence, language));
    QVERIFY(language == u"en"_s ? label->text().endsWith(u"After that, choose Resume."_s) : hasChinese(label->text()));
}

QTEST_MAIN(TestBadInputWindow)
#include "tst_badinputwindow.moc"
