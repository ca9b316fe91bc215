// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/workspace.h"
#include "ui/session/startpage.h"

class QPlainTextEdit;
class QPushButton;

namespace sitebook {

class FieldRow;
class PasswordPair;

// A new password with the recovery code that was printed at set-up.
class RecoverPage final : public StartPage
{
    Q_OBJECT
public:
    explicit RecoverPage(QWidget* parent = nullptr);
    void setPerson(const QString& path, const UserName& user);
    void showFailure(const Error& error);
    void setBusy(bool busy) override;
    void clearSecrets();

Q_SIGNALS:
    void recoverWanted(const QString& recoveryCode, const QString& newPassword);
    void backWanted();

private:
    void submit();
    QPlainTextEdit* m_code;
    FieldRow* m_codeRow;
    PasswordPair* m_passwords;
    QPushButton* m_recover;
    QWidget* m_fields;
};

} // namespace sitebook
