// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

class QStackedWidget;

namespace sitebook {

class RecoverPage;
class RecoveryCodePage;
class SetupPage;
class SignInPage;
class StartPage;
class WelcomePage;

// What is seen before a workspace is open: the program's name at the left, one page at the right. Only a view.
class StartWindow final : public QWidget
{
    Q_OBJECT
public:
    explicit StartWindow(QWidget* parent = nullptr);
    [[nodiscard]] WelcomePage& welcome() const { return *m_welcome; }
    [[nodiscard]] SignInPage& signIn() const { return *m_signIn; }
    [[nodiscard]] SetupPage& setup() const { return *m_setup; }
    [[nodiscard]] RecoverPage& recover() const { return *m_recover; }
    [[nodiscard]] RecoveryCodePage& recoveryCode() const { return *m_recoveryCode; }
    void show(StartPage& page);
    [[nodiscard]] StartPage* page() const;

Q_SIGNALS:
    void closing();
    void languageWanted(const QString& code);
    void themeWanted(sitebook::Theme::Mode mode);

protected:
    void closeEvent(QCloseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* m_brand = nullptr;
    QStackedWidget* m_stack;
    WelcomePage* m_welcome;
    SignInPage* m_signIn;
    SetupPage* m_setup;
    RecoverPage* m_recover;
    RecoveryCodePage* m_recoveryCode;
};

} // namespace sitebook
