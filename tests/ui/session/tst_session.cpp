// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/passwordstrength.h"
#include "ui/session/recoverpage.h"
#include "ui/session/recoverycodepage.h"
#include "ui/session/sessioncontroller.h"
#include "ui/session/setuppage.h"
#include "ui/session/signinpage.h"
#include "ui/session/welcomepage.h"

#include "core/workspace/localworkspacemanager.h"
#include "tests/support/fakeshell.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/card.h"
#include "ui/widgets/fieldrow.h"

#include <QComboBox>
#include <QDialog>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace sitebook;
using namespace Qt::StringLiterals;

namespace {

constexpr int patienceMs = 30'000; // deriving a key takes a second or two on purpose
const QString password = u"four quiet words here"_s;

} // namespace

class SessionTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder.path());
        m_manager = std::make_unique<LocalWorkspaceManager>(makeMemoryStore());
    }
    void init()
    {
        m_session = std::make_unique<SessionController>(*m_manager, m_prompt);
        connect(m_session.get(), &SessionController::opened, this,
                [this](const std::shared_ptr<Workspace>& workspace) { m_workspace = workspace; });
    }
    void cleanup()
    {
        closeWorkspace();
        m_session.reset();
    }

    void passwordsAreJudged_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<PasswordStrength>("strength");
        QTest::newRow("empty") << QString() << PasswordStrength::TooShort;
        QTest::newRow("nine") << u"aB3$kq9Zx"_s << PasswordStrength::TooShort;
        QTest::newRow("run") << u"1234567890ab"_s << PasswordStrength::Weak;
        QTest::newRow("repeat") << u"aaaaaaaaaaaaaaaa"_s << PasswordStrength::Weak;
        QTest::newRow("own name") << u"li.wei.li.wei"_s << PasswordStrength::Weak;
        QTest::newRow("two words") << u"quietmorning"_s << PasswordStrength::Fair;
        QTest::newRow("sentence") << u"four quiet words here"_s << PasswordStrength::Strong;
    }
    void passwordsAreJudged()
    {
        QFETCH(QString, typed);
        QTEST(passwordStrength(typed, u"li.wei"_s), "strength");
    }

    void threeGroupsAreAskedFor()
    {
        QCOMPARE(RecoveryCodePage::askedGroups(14), (std::vector<int>{2, 8, 14}));
        QCOMPARE(RecoveryCodePage::askedGroups(3), (std::vector<int>{1, 2, 3}));
        QVERIFY(RecoveryCodePage::askedGroups(1).empty());
    }

    void theFirstStartOffersToSetUp()
    {
        m_session->start({});
        QCOMPARE(page(), &window().welcome());
        button(u"setup"_s)->click();
        QCOMPARE(page(), &window().setup());
        QCOMPARE(window().setup().step(), SetupPage::Step::Study);
        button(u"back"_s)->click();
        QCOMPARE(page(), &window().welcome());
    }

    void aStudyFileIsReadBeforeItIsTaken()
    {
        QTemporaryDir folder;
        const QString good = folder.filePath(u"dictionary.csv"_s);
        const QString bad = folder.filePath(u"broken.xml"_s);
        const auto write = [](const QString& path, const QByteArray& text) {
            QFile file(path);
            return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
        };
        QVERIFY(write(good, "field_name,form_name,field_type,field_label,field_annotation\nid,main,text,Id,\n"
                            "age,main,text,Age,@BARCODE-APP\n"));
        QVERIFY(write(bad, "<ODM><Study>"));
        m_session->startSetup();
        SetupPage& setup = window().setup();
        auto* fidelity = setup.findChild<QPushButton*>(u"fidelity"_s);
        m_prompt.files = {good};
        button(u"chooseStudy"_s)->click();
        QTRY_VERIFY(!fidelity->isHidden());
        QCOMPARE(setup.setup().studyFile, good);
        fidelity->click();
        auto* dialog = window().findChild<QDialog*>(u"fidelity"_s);
        QVERIFY(dialog && dialog->isVisible());
        dialog->close();
        m_prompt.files = {bad};
        button(u"chooseStudy"_s)->click();
        QTRY_VERIFY(setup.banner()->isVisible());
        QVERIFY(fidelity->isHidden());
        QVERIFY(setup.setup().studyFile.isEmpty()); // a file that cannot be used is not taken
    }

    void aStepIsLeftOnlyWhenItIsRight()
    {
        m_session->startSetup();
        SetupPage& setup = window().setup();
        next(); // the demo study is chosen
        QCOMPARE(setup.step(), SetupPage::Step::Person);
        next();
        QCOMPARE(setup.step(), SetupPage::Step::Person);
        type(u"site"_s, u"701"_s);
        type(u"userName"_s, u"li wei"_s);
        next();
        QCOMPARE(setup.step(), SetupPage::Step::Person); // a space in the name
        type(u"userName"_s, u"li.wei"_s);
        // Enter goes through the fields and never on.
        setup.findChild<QLineEdit*>(u"site"_s)->setFocus();
        for (int i = 0; i < 12; ++i)
            QTest::keyClick(window().focusWidget(), Qt::Key_Return);
        QCOMPARE(setup.step(), SetupPage::Step::Person);
        next();
        QCOMPARE(setup.step(), SetupPage::Step::Password);
        type(u"newPassword"_s, u"short"_s);
        next();
        type(u"newPassword"_s, password);
        type(u"repeatPassword"_s, u"something else"_s);
        next();
        QCOMPARE(setup.step(), SetupPage::Step::Password);
        type(u"repeatPassword"_s, password);
        next();
        QCOMPARE(setup.step(), SetupPage::Step::Place);
        type(u"server"_s, u"study.example.org"_s);
        QSignalSpy wanted(&setup, &SetupPage::createWanted);
        next();
        QCOMPARE(wanted.size(), 0); // no scheme
        type(u"server"_s, u"https://study.example.org"_s);
        const WorkspaceSetup all = setup.setup();
        QCOMPARE(all.studyFile, u":/studies/demo.xml"_s);
        QCOMPARE(all.site.toString(), u"701"_s);
        QCOMPARE(all.password, password);
    }

    void errorsOfTheSetupStandAtTheirField_data()
    {
        QTest::addColumn<Error>("error");
        QTest::addColumn<SetupPage::Step>("step");
        QTest::newRow("site") << Error(ErrorCode::Invalid, "No such site.", u"site"_s) << SetupPage::Step::Person;
        QTest::newRow("password") << Error(ErrorCode::Invalid, "Too short.", u"password"_s)
                                  << SetupPage::Step::Password;
        QTest::newRow("folder") << Error(ErrorCode::NotWritable, "Not writable.", u"/x"_s) << SetupPage::Step::Place;
        QTest::newRow("study") << Error(ErrorCode::Unreadable, "Not XML.", u"line 3"_s) << SetupPage::Step::Study;
    }
    void errorsOfTheSetupStandAtTheirField()
    {
        QFETCH(Error, error);
        m_session->startSetup();
        if (error.code == ErrorCode::NotWritable)
            fillSetup(u"/nowhere"_s);
        window().setup().showFailure(error);
        QTEST(window().setup().step(), "step");
    }

    // Set up, prove that the code is kept, sign in wrongly, sign in rightly, forget the password, recover.
    void aWorkspaceIsMadeOpenedAndRecovered()
    {
        const QString folder = m_folder.filePath(u"ward"_s);
        m_session->startSetup();
        fillSetup(folder);
        next();
        QTRY_COMPARE_WITH_TIMEOUT(page(), &window().recoveryCode(), patienceMs);
        const QString code = provenCode();
        QVERIFY(!code.isEmpty());
        QTRY_VERIFY_WITH_TIMEOUT(m_workspace, patienceMs);
        QCOMPARE(m_workspace->user().userName.toString(), u"li.wei"_s);
        closeWorkspace();

        m_session->start({}); // the most recent one
        QCOMPARE(page(), &window().signIn());
        QCOMPARE(window().signIn().userName().toString(), u"li.wei"_s);
        signInWith(u"not the password"_s);
        QTRY_VERIFY_WITH_TIMEOUT(finding(u"password"_s), patienceMs);
        QVERIFY(!m_workspace);
        signInWith(password);
        QTRY_VERIFY_WITH_TIMEOUT(m_workspace, patienceMs);
        QVERIFY(field<QLineEdit>(u"password"_s)->text().isEmpty());
        closeWorkspace();

        window().signIn().setWorkspace(m_manager->preview(folder).value());
        Q_EMIT window().signIn().forgotten();
        QCOMPARE(page(), &window().recover());
        field<QPlainTextEdit>(u"recoveryCode"_s)->setPlainText(code.toLower().replace(u'-', u' '));
        type(u"newPassword"_s, u"another quiet sentence"_s);
        type(u"repeatPassword"_s, u"another quiet sentence"_s);
        button(u"recover"_s)->click();
        QTRY_COMPARE_WITH_TIMEOUT(page(), &window().signIn(), patienceMs);
        signInWith(u"another quiet sentence"_s);
        QTRY_VERIFY_WITH_TIMEOUT(m_workspace, patienceMs);
    }

    void aFolderThatIsNoWorkspaceIsSaid()
    {
        m_session->start(m_folder.path());
        QCOMPARE(page(), &window().welcome());
        QVERIFY(window().welcome().banner()->isVisible());
        QVERIFY(!window().welcome().banner()->text().isEmpty());
    }

    void recentWorkspacesAreOffered()
    {
        m_session->chooseAnother();
        auto* card = window().welcome().findChild<Card*>();
        QVERIFY(card); // the one made above
        QTest::keyClick(card, Qt::Key_Return);
        QCOMPARE(page(), &window().signIn());
    }

    void theSheetIsSavedWhereThePersonWants()
    {
        CreatedWorkspace made{m_folder.filePath(u"x"_s), u"AAAA-BBBB-CCCC-DDDD"_s};
        window().recoveryCode().setCode(made, u"Demo"_s, SiteId(u"701"_s));
        m_prompt.folder = m_folder.path();
        Q_EMIT window().recoveryCode().saveWanted(window().recoveryCode().sheetText());
        QFile file(m_folder.filePath(u"sitebook-recovery-code.txt"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().contains("AAAA-BBBB-CCCC-DDDD"));
    }

private:
    StartWindow& window() { return m_session->window(); }
    StartPage* page() { return window().page(); }
    QPushButton* button(const QString& name) { return page()->findChild<QPushButton*>(name); }
    template <class Widget>
    Widget* field(const QString& name)
    {
        return page()->template findChild<Widget*>(name);
    }
    void next() { button(u"next"_s)->click(); }
    void type(const QString& name, const QString& text)
    {
        auto* line = field<QLineEdit>(name);
        QVERIFY2(line, qPrintable(name));
        line->clear();
        QTest::keyClicks(line, text);
    }
    bool finding(const QString& name)
    {
        const auto rows = page()->findChildren<FieldRow*>();
        return std::any_of(rows.begin(), rows.end(),
                           [&](const FieldRow* row) { return row->editor()->objectName() == name && row->finding(); });
    }
    void fillSetup(const QString& folder)
    {
        next();
        type(u"site"_s, u"701"_s);
        type(u"userName"_s, u"li.wei"_s);
        type(u"displayName"_s, u"Li Wei"_s);
        next();
        type(u"newPassword"_s, password);
        type(u"repeatPassword"_s, password);
        next();
        type(u"folder"_s, folder);
        QCOMPARE(window().setup().step(), SetupPage::Step::Place);
    }
    void signInWith(const QString& text)
    {
        auto* line = field<QLineEdit>(u"password"_s);
        QTRY_VERIFY(line->isEnabled());
        line->clear();
        QTest::keyClicks(line, text);
        QTest::keyClick(line, Qt::Key_Return);
    }
    // Reads the code as a person would and types the groups asked for.
    QString provenCode()
    {
        const QString sheet = window().recoveryCode().sheetText();
        QStringList groups;
        for (const QString& line : sheet.split(u'\n'))
            if (line.count(u'-') >= 5 && !line.contains(u' '))
                groups << line.split(u'-');
        auto* proof = field<QLineEdit>(u"proof"_s);
        QTest::keyClicks(proof, u"WRONG00000000"_s);
        if (button(u"confirmed"_s)->isEnabled() || groups.size() < 3)
            return {};
        proof->clear();
        for (const int group : RecoveryCodePage::askedGroups(static_cast<int>(groups.size())))
            QTest::keyClicks(proof, groups[group - 1].toLower() + u' ');
        if (!button(u"confirmed"_s)->isEnabled())
            return {};
        button(u"confirmed"_s)->click();
        return groups.join(u'-');
    }
    void closeWorkspace()
    {
        if (!m_workspace)
            return;
        QSignalSpy closed(m_workspace.get(), &Workspace::closed);
        m_workspace->close();
        QTRY_COMPARE(closed.size(), 1);
        m_workspace.reset();
    }

    QTemporaryDir m_folder;
    std::unique_ptr<LocalWorkspaceManager> m_manager;
    fake::FakePrompt m_prompt;
    std::unique_ptr<SessionController> m_session;
    std::shared_ptr<Workspace> m_workspace;
};

QTEST_MAIN(SessionTest)
#include "tst_session.moc"
