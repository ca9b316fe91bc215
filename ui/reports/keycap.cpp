// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/keycap.h"

#include "ui/theme/theme.h"

#include <QPainter>
#include <QWidget>

namespace sitebook::keycap {

int width(const QWidget& widget, QChar key)
{
    return key.isNull() ? 0 : Theme::of(&widget).scaled(8) + widget.fontMetrics().height();
}

void paint(QWidget& widget, QChar key, int contentWidth)
{
    if (key.isNull())
        return;
    const Theme& theme = Theme::of(&widget);
    const int side = widget.fontMetrics().height();
    const int left = contentWidth + theme.scaled(4);
    QRect cap(left, (widget.height() - side) / 2, side, side);
    if (widget.layoutDirection() == Qt::RightToLeft)
        cap.moveLeft(widget.width() - left - side);
    QPainter painter(&widget);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme.hairline());
    painter.drawRoundedRect(QRectF(cap).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    painter.setFont(theme.font(Theme::Type::Small));
    painter.setPen(theme.muted());
    painter.drawText(cap, Qt::AlignCenter, key);
}

} // namespace sitebook::keycap
