// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/colours.h"

#include <QAbstractButton>

namespace sitebook {

// A number, what it counts, and a share of it below; opens its place.
class NumberCard final : public QAbstractButton
{
    Q_OBJECT
public:
    NumberCard(const QString& iconName, const QString& caption, QWidget* parent = nullptr);
    void setNumber(qint64 number, const QString& detail, Tone tone = Tone::Neutral);
    [[nodiscard]] qint64 number() const { return m_number; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    [[nodiscard]] QFont numberFont() const;
    QString m_icon;
    qint64 m_number = 0;
    QString m_detail;
    Tone m_tone = Tone::Neutral;
};

} // namespace sitebook
