// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dashboard/placeline.h"

#include "ui/theme/theme.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyle>

using namespace Qt::StringLiterals;

namespace sitebook {

namespace {

constexpr int shapeSize = 18;

} // namespace

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
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

QSize PlaceLine::sizeHint() const
{
    const Theme& theme = Theme::of(this);
    return {theme.scaled(260), qMax(theme.rowHeight(), fontMetrics().height() + theme.between())};
}

int PlaceLine::heightForWidth(int width) const
{
    const Theme& theme = Theme::of(this);
    const QRect text = textRect(QRect(0, 0, width, theme.rowHeight()));
    const QRect needed = fontMetrics().boundingRect(QRect(0, 0, text.width(), 0), Qt::TextWordWrap, this->text());
    return qMax(sizeHint().height(), needed.height() + theme.between());
}

// The content without its margins.
QRect PlaceLine::contentRect(const QRect& whole) const
{
    const int margin = Theme::of(this).between();
    return whole.adjusted(margin, 0, -margin, 0);
}

// What icon and detail leave to the text.
QRect PlaceLine::textRect(const QRect& whole) const
{
    const Theme& theme = Theme::of(this);
    const int icon = theme.scaled(shapeSize + 10);
    const int detail = m_detail.isEmpty() ? 0 : fontMetrics().horizontalAdvance(m_detail) + theme.around();
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    return contentRect(whole).adjusted(mirrored ? detail : icon, 0, mirrored ? -icon : -detail, 0);
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
    const int icon = theme.scaled(shapeSize);
    const QRect line = contentRect(rect());
    const QRect iconRect =
        QStyle::alignedRect(layoutDirection(), Qt::AlignLeft | Qt::AlignVCenter, QSize(icon, icon), line);
    painter.drawPixmap(iconRect.topLeft(), theme.pixmap(m_look.icon, m_look.tone, icon, devicePixelRatioF()));
    painter.setPen(theme.muted());
    painter.drawText(line, Qt::AlignVCenter | Qt::AlignTrailing, m_detail);
    painter.setPen(theme.text());
    painter.drawText(textRect(rect()), Qt::AlignVCenter | Qt::AlignLeading | Qt::TextWordWrap, text());
}

void PlaceLine::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

} // namespace sitebook
