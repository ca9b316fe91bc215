// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QAction;
class QLabel;
class QPushButton;
class QToolBar;
class QToolButton;

namespace sitebook {

class Page;

// Over a page: back, title, search, the tools, and the page's one primary action.
class PageHeader final : public QWidget
{
    Q_OBJECT
public:
    explicit PageHeader(QWidget* parent = nullptr);
    // Draws title and primary action of `page`; again whenever they change.
    void show(const Page& page, bool canGoBack);
    [[nodiscard]] QToolBar& tools() const { return *m_tools; }
    [[nodiscard]] QPushButton& primary() const { return *m_primary; }
    void setSearchAction(QAction* action);
    void setBackAction(QAction* action);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QToolButton* m_back;
    QLabel* m_title;
    QLabel* m_subtitle;
    QToolButton* m_search;
    QToolBar* m_tools;
    QPushButton* m_primary;
};

} // namespace sitebook
