// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/workspace.h"
#include "ui/session/startwindow.h"
#include "ui/widgets/userprompt.h"

namespace sitebook {

// From the start of the program to an open workspace: choose, sign in, set up, recover. Owns the start window.
class SessionController final : public QObject
{
    Q_OBJECT
public:
    SessionController(WorkspaceManager& manager, UserPrompt& prompt, QObject* parent = nullptr);
    ~SessionController() override;

    // Empty path: the most recent one, or the welcome page.
    void start(const QString& workspacePath);
    // The welcome page with the recent workspaces, to choose another one.
    void chooseAnother();
    void startSetup();
    // The window was rebuilt in another language, or the program closed a workspace.
    void rebuildWindow();
    [[nodiscard]] StartWindow& window() const { return *m_window; }

Q_SIGNALS:
    void passwordAccepted(); // the keys are there; the records are being read
    void opened(const std::shared_ptr<sitebook::Workspace>& workspace);
    void closed(); // the person closed the start window
    void languageWanted(const QString& code);
    void themeWanted(sitebook::Theme::Mode mode);

private:
    void makeWindow();
    void connectPages();
    void readStudy(const QString& file);
    void openFolder(const QString& path);
    void signIn(const UserName& user, const QString& password);
    void create();
    void showRecoveryCode(const CreatedWorkspace& workspace);
    void recover(const QString& code, const QString& newPassword);
    void printSheet(const QString& text);
    void saveSheet(const QString& text);
    [[nodiscard]] QString suggestedFolder() const;

    WorkspaceManager& m_manager;
    UserPrompt& m_prompt;
    std::unique_ptr<StartWindow> m_window;
    WorkspaceSetup m_pending; // between creation and the first opening; its password is cleared then
    UserName m_recovering;
    quint64 m_attempt = 0; // answers to earlier questions are dropped
};

} // namespace sitebook
