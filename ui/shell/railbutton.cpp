// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/railbutton.h"

#include "ui/theme/theme.h"

#include <QLocale>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace sitebook {

RailButton::RailButton(const PageInfo& info, QWidget* parent)
    : QAbstractButton(parent)
    , m_icon(info.iconName)
{
    setText(info.text);
    setAccessibleName(info.text);
    setToolTip(u"%1 (%2)"_s.arg(info.text, info.shortcut.toString(QKeySequence::NativeText)));
    setCheckable(true);
    setAutoExclusive(true);
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void RailButton::setBadge(qint64 count, Tone tone)
{
    m_count = count;
    m_tone = tone;
    setAccessibleDescription(count > 0 ? QLocale().toString(count) : QString());
    update();
}

void RailButton::setFolded(bool folded)
{
    m_folded = folded;
    update();
}

QSize RailButton::sizeHint() const
{
    const Theme& theme = Theme::of(this);
    return {theme.scaled(44), qMax(theme.scaled(36), fontMetrics().height() + theme.scaled(12))};
}

void RailButton::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box = QRectF(rect()).adjusted(1, 1, -1, -1);
    painter.setPen(hasFocus() ? QPen(theme.strong(Tone::Primary), 2) : QPen(Qt::NoPen));
    if (isChecked())
        painter.setBrush(theme.soft(Tone::Primary));
    else if (underMouse())
        painter.setBrush(theme.raised());
    painter.drawRoundedRect(box, 6, 6);
    const QColor colour = isChecked() ? theme.strong(Tone::Primary) : theme.text();
    const int icon = theme.scaled(20);
    const int pad = m_folded ? (width() - icon) / 2 : theme.scaled(12);
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const int x = mirrored ? width() - pad - icon : pad;
    painter.drawPixmap(x, (height() - icon) / 2,
                       theme.pixmap(m_icon, isChecked() ? colour : theme.muted(), icon, devicePixelRatioF()));
    if (!m_folded) {
        QFont words = font();
        if (isChecked())
            words.setWeight(QFont::DemiBold);
        painter.setFont(words);
        painter.setPen(colour);
        const int used = pad + icon + theme.scaled(10);
        const QRect line = mirrored ? rect().adjusted(pad, 0, -used, 0) : rect().adjusted(used, 0, -pad, 0);
        painter.drawText(line, Qt::AlignVCenter | Qt::AlignLeading, text());
    }
    if (m_count > 0)
        paintBadge(painter);
}

void RailButton::paintBadge(QPainter& painter) const
{
    const Theme& theme = Theme::of(this);
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    painter.setPen(Qt::NoPen);
    if (m_folded) {
        painter.setBrush(theme.strong(m_tone == Tone::Neutral ? Tone::Primary : m_tone));
        const int side = theme.scaled(8);
        painter.drawEllipse(mirrored ? theme.scaled(6) : width() - side - theme.scaled(6), theme.scaled(6), side, side);
        return;
    }
    QFont small = theme.font(Theme::Type::Small);
    small.setWeight(QFont::DemiBold);
    const QString words = m_count > 999 ? u"999+"_s : QLocale().toString(m_count);
    const int height = theme.scaled(20);
    const int width = qMax(height, QFontMetrics(small).horizontalAdvance(words) + theme.scaled(12));
    const int x = mirrored ? theme.scaled(10) : this->width() - width - theme.scaled(10);
    const QRect pill(x, (this->height() - height) / 2, width, height);
    painter.setBrush(theme.soft(m_tone));
    painter.drawRoundedRect(pill, height / 2.0, height / 2.0);
    painter.setFont(small);
    painter.setPen(theme.strong(m_tone));
    painter.drawText(pill, Qt::AlignCenter, words);
}

} // namespace sitebook
