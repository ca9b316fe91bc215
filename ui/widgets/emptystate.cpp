// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/emptystate.h"

#include "ui/widgets/label.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace sitebook {

EmptyState::EmptyState(QWidget* parent)
    : QWidget(parent)
    , m_icon(new QLabel(this))
    , m_title(makeLabel({}, Theme::Type::Section, false, this))
    , m_text(makeParagraph({}, true, this))
    , m_action(makePrimaryButton({}, {}, this))
{
    const Theme& theme = Theme::of(this);
    auto* column = new QVBoxLayout(this);
    column->setSpacing(theme.between());
    column->addStretch(2);
    column->addWidget(m_icon, 0, Qt::AlignHCenter);
    column->addSpacing(theme.inside());
    column->addWidget(m_title, 0, Qt::AlignHCenter);
    m_text->setAlignment(Qt::AlignHCenter);
    m_text->setFixedWidth(theme.scaled(420));
    auto* textRow = new QHBoxLayout; // an alignment would keep a wrapped text at one line
    textRow->addStretch(1);
    textRow->addWidget(m_text);
    textRow->addStretch(1);
    column->addLayout(textRow);
    column->addSpacing(theme.between());
    column->addWidget(m_action, 0, Qt::AlignHCenter);
    column->addStretch(3);
    connect(m_action, &QPushButton::clicked, this, &EmptyState::actionTriggered);
    connect(&theme, &Theme::changed, this, &EmptyState::refreshIcon);
}

void EmptyState::setContent(const QString& iconName, const QString& title, const QString& text,
                            const QString& actionText)
{
    m_iconName = iconName;
    m_title->setText(title);
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
    m_action->setText(actionText);
    m_action->setVisible(!actionText.isEmpty());
    refreshIcon();
}

QString EmptyState::title() const
{
    return m_title->text();
}

void EmptyState::refreshIcon()
{
    const Theme& theme = Theme::of(this);
    if (!m_iconName.isEmpty())
        m_icon->setPixmap(theme.pixmap(m_iconName, theme.outline(), theme.scaled(44), devicePixelRatioF()));
}

} // namespace sitebook
