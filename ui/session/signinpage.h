// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/workspace.h"
#include "ui/session/startpage.h"

class QComboBox;
class QPushButton;

namespace sitebook {

class FieldRow;
class PasswordField;

// Name and password of one workspace. Enter in the password signs in: this is a question, not a form.
class SignInPage final : public StartPage
{
    Q_OBJECT
public:
    explicit SignInPage(QWidget* parent = nullptr);
    void setWorkspace(const WorkspacePreview& workspace);
    [[nodiscard]] QString path() const { return m_path; }
    [[nodiscard]] UserName userName() const;
    // A wrong password is said beside the field; other troubles in the banner.
    void showFailure(const Error& error);
    void setBusy(bool busy) override;
    void clearPassword();
    void focusPassword();

Q_SIGNALS:
    void signInWanted(const sitebook::UserName& user, const QString& password);
    void forgotten();
    void otherWorkspaceWanted();

private:
    void submit();
    QString m_path;
    QComboBox* m_user;
    PasswordField* m_password;
    FieldRow* m_userRow;
    FieldRow* m_passwordRow;
    QPushButton* m_signIn;
    QWidget* m_fields;
};

} // namespace sitebook
