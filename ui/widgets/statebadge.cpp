// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/statebadge.h"

#include "ui/theme/theme.h"

#include <QEvent>
#include <QPainter>

namespace sitebook {

StateBadge::StateBadge(QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void StateBadge::setState(const QString& iconName, const QString& text, Tone tone)
{
    m_icon = iconName;
    m_text = text;
    m_tone = tone;
    setAccessibleName(text);
    updateGeometry();
    update();
}

void StateBadge::setPlain(bool plain)
{
    m_plain = plain;
    updateGeometry();
    update();
}

QSize StateBadge::sizeHint() const
{
    const Theme& theme = Theme::of(this);
    const int icon = theme.scaled(16);
    const int sides = m_plain ? 0 : theme.scaled(8);
    const int words = m_text.isEmpty() ? 0 : theme.inside() + fontMetrics().horizontalAdvance(m_text) + 1;
    return {2 * sides + icon + words, qMax(theme.scaled(m_plain ? 20 : 24), fontMetrics().height() + theme.inside())};
}

void StateBadge::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::of(this);
    if (m_icon.isEmpty() && m_text.isEmpty())
        return; // nothing said yet
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (!m_plain) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.soft(m_tone));
        painter.drawRoundedRect(rect(), height() / 2.0, height() / 2.0);
    }
    const int icon = theme.scaled(16);
    const int sides = m_plain ? 0 : theme.scaled(8);
    QRect iconRect(sides, (height() - icon) / 2, icon, icon);
    QRect textRect = rect().adjusted(sides + icon + theme.inside(), 0, -sides, 0);
    if (layoutDirection() == Qt::RightToLeft) {
        iconRect.moveRight(width() - sides);
        textRect = rect().adjusted(sides, 0, -(sides + icon + theme.inside()), 0);
    }
    if (!m_icon.isEmpty())
        painter.drawPixmap(iconRect.topLeft(), theme.pixmap(m_icon, m_tone, icon, devicePixelRatioF()));
    painter.setPen(theme.strong(m_tone));
    painter.drawText(textRect, Qt::AlignVCenter | Qt::AlignLeading, m_text);
}

void StateBadge::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        updateGeometry();
    QWidget::changeEvent(event);
}

} // namespace sitebook
