// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/sessioncontroller.h"

#include "ui/session/recoverpage.h"
#include "ui/session/recoverycodepage.h"
#include "ui/session/setuppage.h"
#include "ui/session/signinpage.h"
#include "ui/session/welcomepage.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/whendone.h"

#include <QDir>
#include <QPrintDialog>
#include <QPrinter>
#include <QSaveFile>
#include <QStandardPaths>
#include <QTextDocument>

using namespace Qt::StringLiterals;

namespace sitebook {

SessionController::SessionController(WorkspaceManager& manager, UserPrompt& prompt, QObject* parent)
    : QObject(parent)
    , m_manager(manager)
    , m_prompt(prompt)
{
    connect(&manager, &WorkspaceManager::passwordAccepted, this, &SessionController::passwordAccepted);
    makeWindow();
}

SessionController::~SessionController() = default;

void SessionController::makeWindow()
{
    m_window = std::make_unique<StartWindow>();
    connectPages();
}

void SessionController::rebuildWindow()
{
    const bool wasVisible = m_window->isVisible();
    const QByteArray geometry = m_window->saveGeometry();
    m_window->disconnect(this);
    m_window.release()->deleteLater();
    makeWindow();
    m_window->restoreGeometry(geometry);
    if (wasVisible)
        start({});
}

void SessionController::connectPages()
{
    StartWindow& window = *m_window;
    connect(&window, &StartWindow::closing, this, &SessionController::closed);
    connect(&window, &StartWindow::languageWanted, this, &SessionController::languageWanted);
    connect(&window, &StartWindow::themeWanted, this, &SessionController::themeWanted);
    connect(&window.welcome(), &WelcomePage::workspaceChosen, this, &SessionController::openFolder);
    connect(&window.welcome(), &WelcomePage::setupWanted, this, &SessionController::startSetup);
    connect(&window.welcome(), &WelcomePage::folderWanted, this, [this] {
        m_prompt.chooseFolder(m_window.get(), tr("Open a workspace"), QDir::homePath(),
                              [this](const QString& path) { openFolder(path); });
    });
    connect(&window.signIn(), &SignInPage::signInWanted, this, &SessionController::signIn);
    connect(&window.signIn(), &SignInPage::otherWorkspaceWanted, this, &SessionController::chooseAnother);
    connect(&window.signIn(), &SignInPage::forgotten, this, [this] {
        m_recovering = m_window->signIn().userName();
        m_window->recover().setPerson(m_window->signIn().path(), m_recovering);
        m_window->show(m_window->recover());
    });
    connect(&window.recover(), &RecoverPage::recoverWanted, this, &SessionController::recover);
    connect(&window.recover(), &RecoverPage::backWanted, this, [this] {
        m_window->recover().clearSecrets();
        m_window->show(m_window->signIn());
        m_window->signIn().focusPassword();
    });
    connect(&window.setup(), &SetupPage::createWanted, this, &SessionController::create);
    connect(&window.setup(), &SetupPage::backWanted, this, &SessionController::chooseAnother);
    connect(&window.setup(), &SetupPage::studyFileWanted, this, [this] {
        m_prompt.chooseFiles(m_window.get(), tr("Choose a study file"),
                             tr("Study definitions (*.xml *.odm *.csv *.json *.xlsx)"),
                             [this](const QStringList& files) {
                                 if (!files.isEmpty())
                                     readStudy(files.constFirst());
                             });
    });
    connect(&window.setup(), &SetupPage::folderWanted, this, [this] {
        m_prompt.chooseFolder(m_window.get(), tr("Folder of the new workspace"), QDir::homePath(),
                              [this](const QString& path) { m_window->setup().setFolder(path); });
    });
    connect(&window.recoveryCode(), &RecoveryCodePage::printWanted, this, &SessionController::printSheet);
    connect(&window.recoveryCode(), &RecoveryCodePage::saveWanted, this, &SessionController::saveSheet);
    connect(&window.recoveryCode(), &RecoveryCodePage::confirmed, this, [this] {
        m_window->recoveryCode().clearSecrets();
        openFolder(m_pending.path);
        const QString password = std::exchange(m_pending.password, {});
        if (m_window->page() == &m_window->signIn() && !password.isEmpty())
            signIn(m_pending.user, password);
    });
}

void SessionController::start(const QString& workspacePath)
{
    const QStringList recent = m_manager.recent();
    const QString path = !workspacePath.isEmpty() ? workspacePath : recent.isEmpty() ? QString() : recent.constFirst();
    chooseAnother();
    if (path.isEmpty())
        return;
    if (workspacePath.isEmpty()) {
        const auto preview = m_manager.preview(path);
        if (!preview && preview.error().code == ErrorCode::NotAWorkspace)
            return; // a folder that has gone: the welcome page shows what is left
    }
    openFolder(path);
}

void SessionController::chooseAnother()
{
    ++m_attempt;
    std::vector<WorkspacePreview> known;
    for (const QString& path : m_manager.recent())
        if (auto preview = m_manager.preview(path))
            known.push_back(std::move(*preview));
    m_window->welcome().clearMessage();
    m_window->welcome().setRecent(known);
    m_window->show(m_window->welcome());
    m_window->welcome().focusFirst();
}

void SessionController::startSetup()
{
    m_window->setup().reset(suggestedFolder());
    m_window->show(m_window->setup());
}

QString SessionController::suggestedFolder() const
{
    const QString base = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    QString folder = base + u"/Sitebook"_s;
    for (int n = 2; QDir(folder).exists() && !QDir(folder).isEmpty(); ++n)
        folder = base + u"/Sitebook %1"_s.arg(n);
    return folder;
}

void SessionController::readStudy(const QString& file)
{
    m_window->setup().setStudyFile(file);
    const quint64 attempt = ++m_attempt;
    whenDone(this, m_manager.readStudy(file), [this, attempt](const Result<StudyFile>& study) {
        if (attempt != m_attempt)
            return;
        if (study)
            m_window->setup().showStudy(*study);
        else
            m_window->setup().showStudyFailure(study.error());
    });
}

void SessionController::openFolder(const QString& path)
{
    if (path.isEmpty())
        return;
    const auto preview = m_manager.preview(path);
    if (!preview) {
        m_window->show(m_window->welcome());
        m_window->welcome().showError(preview.error());
        return;
    }
    m_window->signIn().setWorkspace(*preview);
    m_window->show(m_window->signIn());
    m_window->signIn().focusPassword();
}

void SessionController::signIn(const UserName& user, const QString& password)
{
    const quint64 attempt = ++m_attempt;
    m_window->signIn().setBusy(true);
    whenDone(this, m_manager.open(m_window->signIn().path(), user, password), [this, attempt](const auto& result) {
        m_window->signIn().setBusy(false);
        if (result) {
            m_window->signIn().clearPassword();
            Q_EMIT opened(*result);
        } else if (attempt == m_attempt) {
            m_window->signIn().showFailure(result.error());
        }
    });
}

void SessionController::create()
{
    m_pending = m_window->setup().setup();
    m_window->setup().setBusy(true);
    whenDone(this, m_manager.create(m_pending), [this](const Result<CreatedWorkspace>& result) {
        m_window->setup().setBusy(false);
        if (!result) {
            m_pending.password.clear();
            m_window->setup().showFailure(result.error());
            return;
        }
        m_window->setup().clearSecrets();
        showRecoveryCode(*result);
    });
}

void SessionController::showRecoveryCode(const CreatedWorkspace& workspace)
{
    m_pending.path = workspace.path;
    const auto preview = m_manager.preview(workspace.path);
    m_window->show(m_window->recoveryCode());
    m_window->recoveryCode().setCode(workspace, preview ? preview->studyName : QString(), m_pending.site);
}

void SessionController::recover(const QString& code, const QString& newPassword)
{
    RecoverPage& page = m_window->recover();
    page.setBusy(true);
    whenDone(this, m_manager.recover(m_window->signIn().path(), m_recovering, code, newPassword),
             [this](const Result<>& result) {
                 m_window->recover().setBusy(false);
                 if (!result) {
                     m_window->recover().showFailure(result.error());
                     return;
                 }
                 m_window->recover().clearSecrets();
                 m_window->show(m_window->signIn());
                 m_window->signIn().banner()->showNotice(tr("The new password is set. Sign in with it."));
                 m_window->signIn().focusPassword();
             });
}

void SessionController::printSheet(const QString& text)
{
    auto printer = std::make_shared<QPrinter>();
    auto* dialog = new QPrintDialog(printer.get(), m_window.get());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [printer, text] {
        QTextDocument sheet;
        sheet.setPlainText(text);
        sheet.print(printer.get());
    });
    // The printer must outlive the dialog that holds a pointer to it.
    connect(dialog, &QObject::destroyed, this, [printer] {});
    dialog->open();
}

void SessionController::saveSheet(const QString& text)
{
    m_prompt.chooseFolder(
        m_window.get(), tr("Folder for the recovery code, not the workspace's own"), QDir::homePath(),
        [this, text](const QString& folder) {
            const QString path = folder + u"/sitebook-recovery-code.txt"_s;
            QSaveFile file(path);
            const QByteArray bytes = text.toUtf8();
            const bool done =
                file.open(QIODevice::WriteOnly | QIODevice::Text) && file.write(bytes) == bytes.size() && file.commit();
            Banner* banner = m_window->recoveryCode().banner();
            if (done)
                banner->showNotice(tr("Saved as %1. Move it off this computer.").arg(QDir::toNativeSeparators(path)));
            else
                banner->showMessage(
                    Tone::Danger,
                    tr("%1 cannot be written. Choose another folder.").arg(QDir::toNativeSeparators(path)));
        });
}

} // namespace sitebook
