// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exchange/formatcard.h"

#include "ui/theme/theme.h"

#include <QEvent>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace sitebook {

FormatCard::FormatCard(const QString& title, const QString& purpose, QWidget* parent)
    : QAbstractButton(parent)
    , m_purpose(purpose)
{
    setText(title);
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
    setAccessibleName(title);
    setAccessibleDescription(purpose);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

QRect FormatCard::textRect(const QRect& card) const
{
    const Theme& theme = Theme::of(this);
    const int side = theme.scaled(12);
    return card.adjusted(side + theme.scaled(26), theme.scaled(10), -side, -theme.scaled(10));
}

int FormatCard::heightForWidth(int width) const
{
    const Theme& theme = Theme::of(this);
    const QRect inner = textRect(QRect(0, 0, width, 10'000));
    const int title = QFontMetrics(theme.font(Theme::Type::Body)).height();
    const QRect purpose = QFontMetrics(theme.font(Theme::Type::Small))
                              .boundingRect(0, 0, inner.width(), 10'000, Qt::TextWordWrap, m_purpose);
    return title + theme.inside() + purpose.height() + 2 * theme.scaled(10) + 2;
}

QSize FormatCard::sizeHint() const
{
    const int width = Theme::of(this).scaled(210);
    return {width, heightForWidth(width)};
}

QSize FormatCard::minimumSizeHint() const
{
    const int width = Theme::of(this).scaled(150);
    return {width, heightForWidth(std::max(width, this->width()))};
}

bool FormatCard::event(QEvent* event)
{
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::FontChange)
        updateGeometry();
    return QAbstractButton::event(event);
}

void FormatCard::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool ring = isChecked() || hasFocus();
    const qreal line = ring ? 2 : 1;
    painter.setPen(QPen(ring ? theme.strong(Tone::Primary) : underMouse() ? theme.outline() : theme.hairline(), line));
    painter.setBrush(isChecked() ? theme.soft(Tone::Primary) : theme.surface());
    painter.drawRoundedRect(QRectF(rect()).adjusted(line / 2, line / 2, -line / 2, -line / 2), 6, 6);

    const QRect inner = textRect(rect());
    const int mark = theme.scaled(18);
    const QRect markRect(theme.scaled(12), inner.top(), mark, mark);
    painter.drawPixmap(markRect.topLeft(),
                       theme.pixmap(isChecked() ? u"complete"_s : u"not-started"_s,
                                    isChecked() ? Tone::Primary : Tone::Neutral, mark, devicePixelRatioF()));
    QFont title = theme.font(Theme::Type::Body);
    title.setWeight(QFont::DemiBold);
    painter.setFont(title);
    painter.setPen(theme.text());
    const int titleHeight = QFontMetrics(title).height();
    painter.drawText(QRect(inner.left(), inner.top(), inner.width(), titleHeight),
                     Qt::AlignVCenter | Qt::TextSingleLine,
                     QFontMetrics(title).elidedText(text(), Qt::ElideRight, inner.width()));
    painter.setFont(theme.font(Theme::Type::Small));
    painter.setPen(theme.muted());
    painter.drawText(inner.adjusted(0, titleHeight + theme.inside(), 0, 0), Qt::TextWordWrap, m_purpose);
}

} // namespace sitebook
