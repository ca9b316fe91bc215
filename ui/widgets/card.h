// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;
class QVBoxLayout;

namespace sitebook {

// A surface with a hairline round it, an optional section title, and its content below.
class Card final : public QFrame
{
    Q_OBJECT
public:
    explicit Card(const QString& title = {}, QWidget* parent = nullptr);
    void setTitle(const QString& title);
    // At the right end of the title's line: a small button or badge. The card owns it.
    void setCorner(QWidget* corner);
    // The column under the title.
    [[nodiscard]] QVBoxLayout* body() const { return m_body; }
    // Reacts to click, Enter and Space with clicked().
    void setInteractive(bool interactive);

Q_SIGNALS:
    void clicked();

protected:
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QWidget* m_head = nullptr;
    QLabel* m_title = nullptr;
    QVBoxLayout* m_body = nullptr;
    bool m_interactive = false;
};

} // namespace sitebook
