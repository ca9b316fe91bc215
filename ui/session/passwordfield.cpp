// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/passwordfield.h"

#include "ui/theme/theme.h"

#include <QAction>

using namespace Qt::StringLiterals;

namespace sitebook {

PasswordField::PasswordField(QWidget* parent)
    : QLineEdit(parent)
    , m_eye(addAction(Theme::of(this).mutedIcon(u"eye"_s), QLineEdit::TrailingPosition))
{
    setInputMethodHints(Qt::ImhHiddenText | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase | Qt::ImhSensitiveData);
    m_eye->setCheckable(true);
    connect(m_eye, &QAction::toggled, this, &PasswordField::setShown);
    setShown(false);
}

void PasswordField::setShown(bool shown)
{
    setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password);
    m_eye->setIcon(Theme::of(this).mutedIcon(shown ? u"eye-off"_s : u"eye"_s));
    m_eye->setToolTip(shown ? tr("Hide the password") : tr("Show the password"));
}

} // namespace sitebook
