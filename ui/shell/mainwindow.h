// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMainWindow>

class QStackedWidget;

namespace sitebook {

class Banner;
class Page;
struct Error;
class PageHeader;
class Rail;
class ShellActions;
class StatusFooter;

// The window of an open workspace: rail, header, banner, page, footer, menus. Only a view; MainWindowController
// decides.
class MainWindow final : public QMainWindow
{
    Q_OBJECT
public:
    explicit MainWindow(QWidget* parent = nullptr);
    ~MainWindow() override;
    [[nodiscard]] ShellActions& actions() const { return *m_actions; }
    [[nodiscard]] Rail& rail() const { return *m_rail; }
    [[nodiscard]] PageHeader& header() const { return *m_header; }
    [[nodiscard]] Banner& banner() const { return *m_banner; }
    [[nodiscard]] StatusFooter& footer() const { return *m_footer; }
    [[nodiscard]] QWidget* pageParent() const;

    // Shows a page that belongs to pageParent().
    void showPage(Page* page, bool canGoBack);
    [[nodiscard]] Page* page() const;
    void showError(const Error& error);
    void showNotice(const QString& text);
    void dismissTrouble(); // it belonged to the place that is left; good news stays its time
    // Closing by the window's own button asks first; this lets it go.
    void letClose() { m_mayClose = true; }

Q_SIGNALS:
    void closeWanted();

protected:
    void closeEvent(QCloseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void refreshHeader();
    ShellActions* m_actions;
    Rail* m_rail;
    PageHeader* m_header;
    Banner* m_banner;
    QWidget* m_bannerBox;
    QStackedWidget* m_pages;
    StatusFooter* m_footer;
    bool m_canGoBack = false;
    bool m_mayClose = false;
};

} // namespace sitebook
