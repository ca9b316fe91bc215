// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

class QAction;

namespace sitebook {

// A password that can be looked at for a moment. Never completes, never remembers.
class PasswordField final : public QLineEdit
{
    Q_OBJECT
public:
    explicit PasswordField(QWidget* parent = nullptr);

private:
    void setShown(bool shown);
    QAction* m_eye;
};

} // namespace sitebook
