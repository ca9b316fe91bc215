// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/statetexts.h"

#include <QAbstractButton>

namespace sitebook {

// One line that opens a place: shape, what it is, something muted at the right. A long text wraps and is never cut.
// Enter, Space or a click opens.
class PlaceLine final : public QAbstractButton
{
    Q_OBJECT
public:
    PlaceLine(const statetexts::Look& look, const QString& text, const QString& detail, QWidget* parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    [[nodiscard]] QRect contentRect(const QRect& whole) const;
    [[nodiscard]] QRect textRect(const QRect& whole) const;
    statetexts::Look m_look;
    QString m_detail;
};

} // namespace sitebook
