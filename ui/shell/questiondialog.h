// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QVBoxLayout;

namespace sitebook {

// The frame of every question: title, one text, content, buttons at the right. Deletes itself when closed.
class QuestionDialog final : public QDialog
{
    Q_OBJECT
public:
    QuestionDialog(const QString& title, const QString& text, QWidget* parent = nullptr);
    [[nodiscard]] QVBoxLayout* content() const { return m_content; }
    // Left to right; `index` comes back by chosen(). The primary one is filled.
    void addButton(const QString& text, int index, bool primary);
    void setPrimaryEnabled(bool enabled);

Q_SIGNALS:
    void chosen(int index);

private:
    QVBoxLayout* m_content;
    class QHBoxLayout* m_buttons;
    class QPushButton* m_primary = nullptr;
};

} // namespace sitebook
