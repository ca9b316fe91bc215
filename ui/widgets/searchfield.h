// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

namespace sitebook {

// Search as you type: listen to textEdited, which comes on every keystroke, on clearing, and on Escape.
// Down hands the keyboard to the list that was given.
class SearchField final : public QLineEdit
{
    Q_OBJECT
public:
    explicit SearchField(const QString& placeholder = {}, QWidget* parent = nullptr);
    void setList(QWidget* list) { m_list = list; }

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    QWidget* m_list = nullptr;
};

} // namespace sitebook
