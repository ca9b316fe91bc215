// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/pageheader.h"

#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/label.h"
#include "ui/widgets/page.h"

#include <QAction>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolBar>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sitebook {

PageHeader::PageHeader(QWidget* parent)
    : QWidget(parent)
    , m_back(new QToolButton(this))
    , m_title(new ElidedLabel(Theme::Type::Title, false, this))
    , m_subtitle(new ElidedLabel(Theme::Type::Small, true, this))
    , m_search(new QToolButton(this))
    , m_tools(new QToolBar(this))
    , m_primary(makePrimaryButton({}, {}, this))
{
    const Theme& theme = Theme::of(this);
    m_tools->setObjectName(u"tools"_s);
    m_tools->setAccessibleName(tr("Tools"));
    m_tools->setProperty("inHeader", true);
    m_tools->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    m_primary->setObjectName(u"primaryAction"_s);
    m_search->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_search->setObjectName(u"search"_s);
    m_search->setProperty("boxed", true);
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(m_title);
    words->addWidget(m_subtitle);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(theme.around(), theme.scaled(8), theme.around(), theme.scaled(8));
    row->setSpacing(theme.between());
    row->addWidget(m_back);
    row->addLayout(words, 1);
    row->addWidget(m_search);
    row->addWidget(m_tools);
    row->addWidget(m_primary);
    setMinimumHeight(theme.scaled(60));
}

void PageHeader::show(const Page& page, bool canGoBack)
{
    m_title->setText(page.title());
    m_subtitle->setText(page.subtitle());
    m_subtitle->setVisible(!page.subtitle().isEmpty());
    m_back->setVisible(canGoBack);
    const QString action = page.primaryActionText();
    m_primary->setText(action);
    m_primary->setVisible(!action.isEmpty());
    m_search->setVisible(page.searchField() == nullptr);
}

void PageHeader::setSearchAction(QAction* action)
{
    m_search->setDefaultAction(action);
    m_search->setText(tr("Search  %1").arg(action->shortcut().toString(QKeySequence::NativeText)));
}

void PageHeader::setBackAction(QAction* action)
{
    m_back->setDefaultAction(action);
}

void PageHeader::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(QRect(0, height() - 1, width(), 1), Theme::of(this).hairline());
}

} // namespace sitebook
