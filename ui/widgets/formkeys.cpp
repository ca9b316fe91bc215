// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/formkeys.h"

#include <QAbstractButton>
#include <QApplication>
#include <QCheckBox>
#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QTextEdit>
#include <QToolButton>

namespace sitebook {

FormKeys::FormKeys(QWidget* form)
    : QObject(form)
    , m_form(form)
{
    // Fields come and go with skip logic; one filter sees them all.
    qApp->installEventFilter(this);
}

bool FormKeys::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress)
        return false;
    auto* key = static_cast<QKeyEvent*>(event);
    if (key->key() != Qt::Key_Return && key->key() != Qt::Key_Enter)
        return false;
    auto* widget = qobject_cast<QWidget*>(watched);
    if (!widget || !m_form->isAncestorOf(widget))
        return false;
    const bool isText = qobject_cast<QTextEdit*>(widget) || qobject_cast<QPlainTextEdit*>(widget);
    if (isText && !key->modifiers().testFlag(Qt::ControlModifier))
        return false;
    if (qobject_cast<QPushButton*>(widget) || qobject_cast<QToolButton*>(widget))
        return true;
    if (key->modifiers().testFlag(Qt::ControlModifier) && !isText)
        return false;
    (void)focusNext(widget);
    return true;
}

bool FormKeys::focusNext(QWidget* from) const
{
    // The other choices of the same question are one field.
    auto* radio = qobject_cast<QRadioButton*>(from);
    QWidget* group = radio ? radio->parentWidget() : nullptr;
    for (QWidget* next = from->nextInFocusChain(); next && next != from; next = next->nextInFocusChain()) {
        const bool accepts = (next->focusPolicy() & Qt::TabFocus) && next->isEnabled() && next->isVisibleTo(m_form) &&
                             m_form->isAncestorOf(next) && !next->focusProxy();
        if (!accepts || qobject_cast<QToolButton*>(next))
            continue;
        if (group && qobject_cast<QRadioButton*>(next) && next->parentWidget() == group)
            continue;
        next->setFocus(Qt::TabFocusReason);
        return true;
    }
    return false;
}

} // namespace sitebook
