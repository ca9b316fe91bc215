// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "ui/theme/colours.h"

#include <QFrame>

class QLabel;
class QPushButton;
class QToolButton;

namespace sitebook {

// A trouble with its next step, or good news, under a page's header. Hidden until something is shown; the person closes
// it.
class Banner final : public QFrame
{
    Q_OBJECT
public:
    explicit Banner(QWidget* parent = nullptr);
    // `actionText` empty: no button.
    void showMessage(Tone tone, const QString& text, const QString& actionText = {});
    void showError(const Error& error, const QString& actionText = {});
    void showNotice(const QString& text); // good news; goes by itself after eight seconds
    [[nodiscard]] QString text() const;
    [[nodiscard]] Tone tone() const { return m_tone; }
    void dismiss();

Q_SIGNALS:
    void actionTriggered();
    void dismissed();

protected:
    void paintEvent(QPaintEvent* event) override;
    void timerEvent(QTimerEvent* event) override;

private:
    void refreshIcon();
    Tone m_tone = Tone::Information;
    QLabel* m_icon = nullptr;
    QLabel* m_text = nullptr;
    QPushButton* m_action = nullptr;
    QToolButton* m_close = nullptr;
    int m_timer = 0;
};

} // namespace sitebook
