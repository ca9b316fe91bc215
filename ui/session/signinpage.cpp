// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/signinpage.h"

#include "ui/session/passwordfield.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/errortext.h"
#include "ui/widgets/fieldrow.h"
#include "ui/widgets/label.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sitebook {

SignInPage::SignInPage(QWidget* parent)
    : StartPage(parent)
    , m_user(new QComboBox)
    , m_password(new PasswordField)
    , m_userRow(new FieldRow(tr("Who are you?"), m_user))
    , m_passwordRow(new FieldRow(tr("Password"), m_password))
    , m_signIn(makePrimaryButton(tr("Sign in")))
    , m_fields(new QWidget)
{
    const Theme& theme = Theme::of(this);
    m_password->setObjectName(u"password"_s);
    m_user->setObjectName(u"user"_s);
    m_user->setEditable(true);
    m_user->setInsertPolicy(QComboBox::NoInsert);
    m_signIn->setObjectName(u"signIn"_s);
    auto* column = new QVBoxLayout(m_fields);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.around());
    column->addWidget(m_userRow);
    column->addWidget(m_passwordRow);
    auto* forgot = makeLinkButton(tr("Forgotten password"));
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_signIn);
    buttons->addWidget(forgot);
    buttons->addStretch(1);
    column->addLayout(buttons);
    m_fields->setMaximumWidth(theme.scaled(360));
    content()->addWidget(m_fields);
    auto* other = makeLinkButton(tr("Another workspace"));
    other->setIcon(theme.icon(u"back"_s, Tone::Primary));
    content()->addStretch(1);
    content()->addWidget(other, 0, Qt::AlignLeft);
    connect(m_signIn, &QPushButton::clicked, this, &SignInPage::submit);
    connect(m_password, &QLineEdit::returnPressed, this, &SignInPage::submit);
    connect(m_password, &QLineEdit::textEdited, this, [this] { m_passwordRow->setFinding({}); });
    connect(m_user->lineEdit(), &QLineEdit::returnPressed, m_password, qOverload<>(&QWidget::setFocus));
    connect(forgot, &QPushButton::clicked, this, &SignInPage::forgotten);
    connect(other, &QPushButton::clicked, this, &SignInPage::otherWorkspaceWanted);
}

void SignInPage::setWorkspace(const WorkspacePreview& workspace)
{
    m_path = workspace.path;
    setHeading(workspace.studyName, tr("Site %1").arg(workspace.site.toString()));
    m_user->clear();
    m_user->addItems(workspace.users);
    clearPassword();
    clearMessage();
}

UserName SignInPage::userName() const
{
    return UserName(m_user->currentText().trimmed());
}

void SignInPage::submit()
{
    clearMessage();
    Finding finding;
    if (userName().isEmpty()) {
        finding.message.text = tr("Type the name you sign in with.");
        m_userRow->setFinding(finding);
        m_user->setFocus();
        return;
    }
    m_userRow->setFinding({});
    if (m_password->text().isEmpty()) {
        finding.message.text = tr("Type your password.");
        m_passwordRow->setFinding(finding);
        m_password->setFocus();
        return;
    }
    Q_EMIT signInWanted(userName(), m_password->text());
}

void SignInPage::showFailure(const Error& error)
{
    if (error.code == ErrorCode::WrongCredentials) {
        Finding finding;
        finding.message.text = localisedText(error);
        m_passwordRow->setFinding(finding);
        m_password->selectAll();
        m_password->setFocus(Qt::OtherFocusReason);
        return;
    }
    showError(error);
    focusPassword();
}

void SignInPage::setBusy(bool busy)
{
    m_fields->setDisabled(busy);
    m_signIn->setText(busy ? tr("Opening…") : tr("Sign in"));
}

void SignInPage::clearPassword()
{
    m_password->clear();
    m_passwordRow->setFinding({});
}

void SignInPage::focusPassword()
{
    if (m_user->currentText().isEmpty())
        m_user->setFocus(Qt::OtherFocusReason);
    else
        m_password->setFocus(Qt::OtherFocusReason);
}

} // namespace sitebook
