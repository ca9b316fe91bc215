// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dashboard/numbercard.h"

#include "ui/theme/theme.h"

#include <QKeyEvent>
#include <QLocale>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace sitebook {

NumberCard::NumberCard(const QString& iconName, const QString& caption, QWidget* parent)
    : QAbstractButton(parent)
    , m_icon(iconName)
{
    setText(caption);
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void NumberCard::setNumber(qint64 number, const QString& detail, Tone tone)
{
    m_number = number;
    m_detail = detail;
    m_tone = tone;
    setAccessibleName(QStringLiteral("%1: %2").arg(text(), QLocale().toString(number)));
    setAccessibleDescription(detail);
    setToolTip(accessibleName() + u"\n"_s + detail);
    update();
}

QFont NumberCard::numberFont() const
{
    QFont font = Theme::of(this).font(Theme::Type::Title);
    font.setPointSizeF(font.pointSizeF() * 1.5);
    return font;
}

QSize NumberCard::sizeHint() const
{
    const Theme& theme = Theme::of(this);
    const int lines = 2 * fontMetrics().height() + QFontMetrics(numberFont()).height();
    return {theme.scaled(170), lines + 2 * theme.scaled(12)};
}

QSize NumberCard::minimumSizeHint() const
{
    return {Theme::of(this).scaled(120), sizeHint().height()};
}

void NumberCard::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal line = hasFocus() ? 2 : 1;
    painter.setPen(QPen(hasFocus() || underMouse() ? theme.strong(Tone::Primary) : theme.hairline(), line));
    painter.setBrush(theme.surface());
    painter.drawRoundedRect(QRectF(rect()).adjusted(line / 2, line / 2, -line / 2, -line / 2), 6, 6);
    const int pad = theme.scaled(14);
    QRect inner = rect().adjusted(pad, theme.scaled(12), -pad, -theme.scaled(12));
    const int icon = theme.scaled(18);
    const QRect iconRect =
        QStyle::alignedRect(layoutDirection(), Qt::AlignRight | Qt::AlignTop, QSize(icon, icon), inner);
    painter.drawPixmap(iconRect.topLeft(), theme.pixmap(m_icon, theme.muted(), icon, devicePixelRatioF()));
    painter.setPen(theme.muted());
    const QRect head =
        layoutDirection() == Qt::RightToLeft ? inner.adjusted(icon, 0, 0, 0) : inner.adjusted(0, 0, -icon, 0);
    painter.drawText(head, Qt::AlignTop | Qt::AlignLeading,
                     fontMetrics().elidedText(text(), Qt::ElideRight, head.width() - theme.inside()));
    painter.setPen(theme.strong(m_tone));
    painter.drawText(inner, Qt::AlignBottom | Qt::AlignLeading,
                     fontMetrics().elidedText(m_detail, Qt::ElideRight, inner.width()));
    inner.adjust(0, fontMetrics().height(), 0, -fontMetrics().height());
    painter.setFont(numberFont());
    painter.setPen(theme.text());
    painter.drawText(inner, Qt::AlignVCenter | Qt::AlignLeading, QLocale().toString(m_number));
}

void NumberCard::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

} // namespace sitebook
