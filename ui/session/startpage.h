// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace sitebook {

class Banner;
struct Error;

// A page of the start window: a title, one sentence, a banner for troubles, and a column of at most 560 px with its
// content.
class StartPage : public QWidget
{
    Q_OBJECT
public:
    explicit StartPage(QWidget* parent = nullptr);
    void setHeading(const QString& title, const QString& text);
    void showError(const Error& error);
    void clearMessage();
    // While something runs: the fields are closed and the button says so.
    virtual void setBusy(bool busy) { setDisabled(busy); }
    [[nodiscard]] Banner* banner() const { return m_banner; }

protected:
    [[nodiscard]] QVBoxLayout* content() const { return m_content; }

private:
    QLabel* m_title;
    QLabel* m_text;
    Banner* m_banner;
    QVBoxLayout* m_content;
};

} // namespace sitebook
