// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dashboard/placeline.h"

#include "ui/theme/theme.h"

#include <QKeyEvent>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace sitebook {

PlaceLine::PlaceLine(const statetexts::Look& look, const QString& text, const QString& detail, QWidget* parent)
    : QAbstractButton(parent)
    , m_look(look)
    , m_detail(detail)
{
    setText(text);
    setToolTip(m_look.text.isEmpty() ? text : QString(m_look.text + u": "_s + text));
    setAccessibleName(toolTip());
    setAccessibleDescription(detail);
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize PlaceLine::sizeHint() const
{
    const Theme& theme = Theme::of(this);
    return {theme.scaled(260), qMax(theme.rowHeight(), fontMetrics().height() + theme.between())};
}

void PlaceLine::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (underMouse() || isDown()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.raised());
        painter.drawRoundedRect(rect(), 6, 6);
    }
    if (hasFocus()) {
        painter.setPen(QPen(theme.strong(Tone::Primary), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 6, 6);
    }
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const int icon = theme.scaled(18);
    QRect line = rect().adjusted(theme.between(), 0, -theme.between(), 0);
    const QRect iconRect =
        QStyle::alignedRect(layoutDirection(), Qt::AlignLeft | Qt::AlignVCenter, QSize(icon, icon), line);
    painter.drawPixmap(iconRect.topLeft(), theme.pixmap(m_look.icon, m_look.tone, icon, devicePixelRatioF()));
    const int used = icon + theme.scaled(10);
    line = mirrored ? line.adjusted(0, 0, -used, 0) : line.adjusted(used, 0, 0, 0);
    painter.setPen(theme.muted());
    painter.drawText(line, Qt::AlignVCenter | Qt::AlignTrailing, m_detail);
    const int detail = m_detail.isEmpty() ? 0 : fontMetrics().horizontalAdvance(m_detail) + theme.around();
    line = mirrored ? line.adjusted(detail, 0, 0, 0) : line.adjusted(0, 0, -detail, 0);
    painter.setPen(theme.text());
    painter.drawText(line, Qt::AlignVCenter | Qt::AlignLeading,
                     fontMetrics().elidedText(text(), Qt::ElideRight, line.width()));
}

void PlaceLine::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

} // namespace sitebook
