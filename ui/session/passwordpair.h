// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;

namespace sitebook {

class FieldRow;
class PasswordField;

// A new password, twice, with a hint how strong it is.
class PasswordPair final : public QWidget
{
    Q_OBJECT
public:
    explicit PasswordPair(QWidget* parent = nullptr);
    void setUserName(const QString& userName);
    [[nodiscard]] QString password() const;
    // Shows what is wrong beside the field and returns false: too short, or the second differs.
    [[nodiscard]] bool validate();
    void showFinding(const QString& text);
    void clear();

private:
    void refreshHint();
    QString m_userName;
    PasswordField* m_first;
    PasswordField* m_second;
    FieldRow* m_firstRow;
    FieldRow* m_secondRow;
    QWidget* m_meter;
    QLabel* m_hint;
};

} // namespace sitebook
