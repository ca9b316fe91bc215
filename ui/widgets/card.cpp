// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/card.h"

#include "ui/widgets/label.h"

#include <QKeyEvent>
#include <QLabel>
#include <QMouseEvent>
#include <QVBoxLayout>

namespace sitebook {

Card::Card(const QString& title, QWidget* parent)
    : QFrame(parent)
    , m_head(new QWidget(this))
    , m_title(makeLabel(title, Theme::Type::Section, false, m_head))
    , m_body(new QVBoxLayout)
{
    const Theme& theme = Theme::of(this);
    auto* head = new QHBoxLayout(m_head);
    head->setContentsMargins(0, 0, 0, 0);
    head->setSpacing(theme.between());
    head->addWidget(m_title, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme.around(), theme.scaled(12), theme.around(), theme.scaled(12));
    column->setSpacing(theme.between());
    column->addWidget(m_head);
    m_body->setSpacing(theme.between());
    column->addLayout(m_body, 1);
    m_head->setVisible(!title.isEmpty());
}

void Card::setTitle(const QString& title)
{
    m_title->setText(title);
    m_head->setVisible(!title.isEmpty());
}

void Card::setCorner(QWidget* corner)
{
    m_head->layout()->addWidget(corner);
    m_head->show();
}

void Card::setInteractive(bool interactive)
{
    m_interactive = interactive;
    setFocusPolicy(interactive ? Qt::StrongFocus : Qt::NoFocus);
    setCursor(interactive ? Qt::PointingHandCursor : Qt::ArrowCursor);
    Theme::setStyleProperty(this, "interactive", interactive);
}

void Card::mouseReleaseEvent(QMouseEvent* event)
{
    QFrame::mouseReleaseEvent(event);
    if (m_interactive && event->button() == Qt::LeftButton && rect().contains(event->position().toPoint()))
        Q_EMIT clicked();
}

void Card::keyPressEvent(QKeyEvent* event)
{
    const bool chosen =
        event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space;
    if (m_interactive && chosen)
        Q_EMIT clicked();
    else
        QFrame::keyPressEvent(event);
}

} // namespace sitebook
