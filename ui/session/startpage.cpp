// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/startpage.h"

#include "ui/widgets/banner.h"
#include "ui/widgets/label.h"

#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

namespace sitebook {

StartPage::StartPage(QWidget* parent)
    : QWidget(parent)
    , m_title(makeLabel({}, Theme::Type::Title))
    , m_text(makeParagraph({}, true))
    , m_banner(new Banner)
    , m_content(new QVBoxLayout)
{
    const Theme& theme = Theme::of(this);
    auto* column = new QWidget;
    column->setObjectName(QStringLiteral("page"));
    column->setMaximumWidth(theme.scaled(560));
    auto* lines = new QVBoxLayout(column);
    lines->setContentsMargins(theme.around(), theme.scaled(40), theme.around(), theme.blocks());
    lines->setSpacing(theme.between());
    lines->addWidget(m_title);
    lines->addWidget(m_text);
    lines->addSpacing(theme.between());
    lines->addWidget(m_banner);
    m_content->setSpacing(theme.around());
    lines->addLayout(m_content, 1);
    auto* centre = new QWidget;
    centre->setObjectName(QStringLiteral("page"));
    auto* row = new QHBoxLayout(centre);
    row->setContentsMargins(theme.blocks(), 0, theme.blocks(), 0);
    row->addStretch(1);
    row->addWidget(column, 8);
    row->addStretch(1);
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(centre);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(scroll);
}

void StartPage::setHeading(const QString& title, const QString& text)
{
    m_title->setText(title);
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
}

void StartPage::showError(const Error& error)
{
    m_banner->showError(error);
}

void StartPage::clearMessage()
{
    if (m_banner->isVisibleTo(this))
        m_banner->dismiss();
}

} // namespace sitebook
