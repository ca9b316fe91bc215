// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/colours.h"

#include <QWidget>

class QLabel;

namespace sitebook {

// A number with its word under it and the shape of its state beside it. Its tone shows only while the number is not
// zero.
class NumberTile final : public QWidget
{
    Q_OBJECT
public:
    NumberTile(const QString& word, const QString& iconName, Tone tone, QWidget* parent = nullptr);
    void setValue(qint64 value);
    void setText(const QString& value);
    [[nodiscard]] QString text() const;

private:
    void refresh();
    QString m_iconName;
    Tone m_tone;
    bool m_isZero = true;
    QLabel* m_icon = nullptr;
    QLabel* m_value = nullptr;
    QString m_word;
};

} // namespace sitebook
