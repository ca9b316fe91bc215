// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace sitebook {

// What an empty page says: what belongs here, and the first step.
class EmptyState final : public QWidget
{
    Q_OBJECT
public:
    explicit EmptyState(QWidget* parent = nullptr);
    // `actionText` empty: no button.
    void setContent(const QString& iconName, const QString& title, const QString& text, const QString& actionText = {});
    [[nodiscard]] QString title() const;

Q_SIGNALS:
    void actionTriggered();

private:
    void refreshIcon();
    QString m_iconName;
    QLabel* m_icon = nullptr;
    QLabel* m_title = nullptr;
    QLabel* m_text = nullptr;
    QPushButton* m_action = nullptr;
};

} // namespace sitebook
