// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/mainwindow.h"

#include "ui/shell/pageheader.h"
#include "ui/shell/rail.h"
#include "ui/shell/shellactions.h"
#include "ui/shell/statusfooter.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/page.h"

#include <QCloseEvent>
#include <QMenuBar>
#include <QStackedWidget>
#include <QToolBar>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sitebook {

MainWindow::MainWindow(QWidget* parent)
    : QMainWindow(parent)
    , m_actions(new ShellActions(this))
    , m_rail(new Rail)
    , m_header(new PageHeader)
    , m_banner(new Banner)
    , m_bannerBox(new QWidget)
    , m_pages(new QStackedWidget)
    , m_footer(new StatusFooter)
{
    const Theme& theme = Theme::of(this);
    setWindowTitle(u"Sitebook"_s);
    setWindowIcon(theme.icon(u"sitebook"_s));
    m_actions->fillMenus(*menuBar());
    m_actions->fillTools(m_header->tools());
    m_header->setSearchAction(m_actions->find);
    m_header->setBackAction(m_actions->back);
    auto* bannerLine = new QVBoxLayout(m_bannerBox);
    bannerLine->setContentsMargins(theme.around(), theme.scaled(10), theme.around(), 0);
    bannerLine->addWidget(m_banner);
    auto* right = new QVBoxLayout;
    right->setSpacing(0);
    right->addWidget(m_header);
    right->addWidget(m_bannerBox);
    right->addWidget(m_pages, 1);
    auto* middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(m_rail);
    middle->addLayout(right, 1);
    auto* body = new QWidget;
    auto* all = new QVBoxLayout(body);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addLayout(middle, 1);
    all->addWidget(m_footer);
    setCentralWidget(body);
    // Actions work while their menu is closed, and on platforms that move the menu bar away.
    addActions(m_actions->findChildren<QAction*>(Qt::FindDirectChildrenOnly));
    m_bannerBox->hide();
    connect(m_banner, &Banner::dismissed, m_bannerBox, &QWidget::hide);
    resize(theme.scaled(1280), theme.scaled(720));
}

MainWindow::~MainWindow() = default;

QWidget* MainWindow::pageParent() const
{
    return m_pages;
}

void MainWindow::showPage(Page* page, bool canGoBack)
{
    if (Page* before = this->page())
        before->disconnect(this);
    m_canGoBack = canGoBack;
    if (m_pages->indexOf(page) < 0)
        m_pages->addWidget(page);
    m_pages->setCurrentWidget(page);
    connect(page, &Page::titleChanged, this, &MainWindow::refreshHeader);
    refreshHeader();
}

Page* MainWindow::page() const
{
    return qobject_cast<Page*>(m_pages->currentWidget());
}

void MainWindow::refreshHeader()
{
    const Page* shown = page();
    if (!shown)
        return;
    m_header->show(*shown, m_canGoBack);
    setWindowTitle(u"%1 – Sitebook"_s.arg(shown->title()));
}

void MainWindow::showError(const Error& error)
{
    m_bannerBox->show();
    m_banner->showError(error);
}

void MainWindow::showNotice(const QString& text)
{
    m_bannerBox->show();
    m_banner->showNotice(text);
}

void MainWindow::dismissTrouble()
{
    if (m_banner->isVisibleTo(this) && m_banner->tone() != Tone::Success)
        m_banner->dismiss();
}

void MainWindow::resizeEvent(QResizeEvent* event)
{
    QMainWindow::resizeEvent(event);
    m_rail->setNarrow(width() < Theme::of(this).scaled(920));
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (m_mayClose) {
        event->accept();
        return;
    }
    event->ignore();
    Q_EMIT closeWanted();
}

} // namespace sitebook
