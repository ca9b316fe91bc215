// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/recoverpage.h"

#include "ui/session/passwordpair.h"
#include "ui/widgets/errortext.h"
#include "ui/widgets/fieldrow.h"
#include "ui/widgets/label.h"

#include <QFontDatabase>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sitebook {

RecoverPage::RecoverPage(QWidget* parent)
    : StartPage(parent)
    , m_code(new QPlainTextEdit)
    , m_codeRow(new FieldRow(tr("Recovery code"), m_code))
    , m_passwords(new PasswordPair)
    , m_recover(makePrimaryButton(tr("Set the new password")))
    , m_fields(new QWidget)
{
    const Theme& theme = Theme::of(this);
    setHeading(tr("Forgotten password"), {});
    m_code->setObjectName(u"recoveryCode"_s);
    m_code->setTabChangesFocus(true);
    m_code->setFixedHeight(theme.scaled(76));
    m_code->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_codeRow->setHelp(
        tr("The groups of letters and digits printed when the workspace was set up. Upper or lower case, "
           "with or without dashes."));
    m_recover->setObjectName(u"recover"_s);
    auto* column = new QVBoxLayout(m_fields);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.around());
    column->addWidget(m_codeRow);
    column->addWidget(m_passwords);
    auto* back = makeLinkButton(tr("Back to sign-in"));
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_recover);
    buttons->addWidget(back);
    buttons->addStretch(1);
    column->addLayout(buttons);
    content()->addWidget(m_fields);
    content()->addStretch(1);
    connect(m_recover, &QPushButton::clicked, this, &RecoverPage::submit);
    connect(back, &QPushButton::clicked, this, &RecoverPage::backWanted);
    connect(m_code, &QPlainTextEdit::textChanged, this, [this] { m_codeRow->setFinding({}); });
}

void RecoverPage::setPerson(const QString& path, const UserName& user)
{
    clearSecrets();
    clearMessage();
    setHeading(tr("Forgotten password"),
               tr("Sets a new password for %1 in %2. Without the recovery code nobody can open the workspace.")
                   .arg(user.toString(), path));
    m_passwords->setUserName(user.toString());
    m_code->setFocus();
}

void RecoverPage::submit()
{
    clearMessage();
    if (m_code->toPlainText().trimmed().isEmpty()) {
        Finding finding;
        finding.message.text = tr("Type the recovery code.");
        m_codeRow->setFinding(finding);
        m_code->setFocus();
        return;
    }
    if (m_passwords->validate())
        Q_EMIT recoverWanted(m_code->toPlainText().trimmed(), m_passwords->password());
}

void RecoverPage::showFailure(const Error& error)
{
    const bool isCode = error.code == ErrorCode::WrongCredentials || error.code == ErrorCode::Invalid;
    if (isCode && error.where != "password"_L1) {
        Finding finding;
        finding.message.text = localisedText(error);
        m_codeRow->setFinding(finding);
        m_code->setFocus();
    } else if (isCode) {
        m_passwords->showFinding(error.message.localised());
    } else {
        showError(error);
    }
}

void RecoverPage::setBusy(bool busy)
{
    m_fields->setDisabled(busy);
    m_recover->setText(busy ? tr("Setting it…") : tr("Set the new password"));
}

void RecoverPage::clearSecrets()
{
    m_code->clear();
    m_passwords->clear();
}

} // namespace sitebook
