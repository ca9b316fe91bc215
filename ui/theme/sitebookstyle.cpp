// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/sitebookstyle.h"

#include "ui/theme/theme.h"

#include <QPainter>
#include <QPainterPath>
#include <QStyleOption>

using namespace Qt::StringLiterals;

namespace sitebook {
namespace {

struct IndicatorLook
{
    QColor edge, fill, mark;
    qreal width = 1.4;
};

IndicatorLook lookOf(const QStyleOption* option, bool on, const QWidget* widget)
{
    const Theme& theme = Theme::of(widget);
    const bool enabled = option->state.testFlag(QStyle::State_Enabled);
    const bool focused = option->state.testFlag(QStyle::State_HasFocus);
    IndicatorLook look{theme.outline(), theme.surface(), theme.onPrimary()};
    if (on) {
        look.fill = theme.strong(Tone::Primary);
        look.edge = look.fill;
    }
    if (option->state.testFlag(QStyle::State_MouseOver) || focused)
        look.edge = theme.strong(Tone::Primary);
    if (!enabled) {
        look.edge = theme.hairline();
        look.fill = on ? theme.outline() : theme.raised();
    }
    return look;
}

// With the keyboard's focus the box gives way to a ring round it.
QRectF boxOf(const QStyleOption* option)
{
    const qreal edge = option->state.testFlag(QStyle::State_HasFocus) ? 3.5 : 1;
    return QRectF(option->rect).adjusted(edge, edge, -edge, -edge);
}

void drawCheckBox(const QStyleOption* option, QPainter* painter, const QWidget* widget)
{
    const bool on = option->state & (QStyle::State_On | QStyle::State_NoChange);
    const IndicatorLook look = lookOf(option, on, widget);
    const QRectF box = boxOf(option);
    painter->setRenderHint(QPainter::Antialiasing);
    if (option->state.testFlag(QStyle::State_HasFocus)) {
        painter->setPen(QPen(Theme::of(widget).strong(Tone::Primary), 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(QRectF(option->rect).adjusted(1, 1, -1, -1), 6, 6);
    }
    painter->setPen(QPen(look.edge, look.width));
    painter->setBrush(look.fill);
    painter->drawRoundedRect(box, 4, 4);
    if (!on)
        return;
    QPainterPath mark;
    if (option->state & QStyle::State_NoChange) {
        mark.moveTo(box.left() + box.width() * 0.26, box.center().y());
        mark.lineTo(box.right() - box.width() * 0.26, box.center().y());
    } else {
        mark.moveTo(box.left() + box.width() * 0.24, box.top() + box.height() * 0.53);
        mark.lineTo(box.left() + box.width() * 0.43, box.top() + box.height() * 0.71);
        mark.lineTo(box.left() + box.width() * 0.77, box.top() + box.height() * 0.31);
    }
    painter->setBrush(Qt::NoBrush);
    painter->setPen(QPen(look.mark, 1.9, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->drawPath(mark);
}

void drawRadio(const QStyleOption* option, QPainter* painter, const QWidget* widget)
{
    const bool on = option->state.testFlag(QStyle::State_On);
    const IndicatorLook look = lookOf(option, on, widget);
    const QRectF box = boxOf(option);
    painter->setRenderHint(QPainter::Antialiasing);
    if (option->state.testFlag(QStyle::State_HasFocus)) {
        painter->setPen(QPen(Theme::of(widget).strong(Tone::Primary), 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawEllipse(QRectF(option->rect).adjusted(1, 1, -1, -1));
    }
    painter->setPen(QPen(look.edge, look.width));
    painter->setBrush(look.fill);
    painter->drawEllipse(box);
    if (!on)
        return;
    painter->setPen(Qt::NoPen);
    painter->setBrush(look.mark);
    painter->drawEllipse(box.center(), box.width() * 0.2, box.height() * 0.2);
}

void drawArrow(const QString& icon, const QStyleOption* option, QPainter* painter, const QWidget* widget)
{
    const Theme& theme = Theme::of(widget);
    const int side = qMin(theme.scaled(14), qMin(option->rect.width(), option->rect.height()));
    const QPixmap arrow = theme.pixmap(icon, theme.muted(), side, painter->device()->devicePixelRatioF());
    painter->drawPixmap(option->rect.center() - QPoint(side / 2, side / 2) + QPoint(1, 1), arrow);
}

} // namespace

SitebookStyle::SitebookStyle()
    : QProxyStyle(u"Fusion"_s)
{
}

void SitebookStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                                  const QWidget* widget) const
{
    painter->save();
    switch (element) {
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        drawCheckBox(option, painter, widget);
        break;
    case PE_IndicatorRadioButton:
        drawRadio(option, painter, widget);
        break;
    case PE_IndicatorArrowDown:
        drawArrow(u"chevron-down"_s, option, painter, widget);
        break;
    case PE_IndicatorArrowUp:
        drawArrow(u"chevron-up"_s, option, painter, widget);
        break;
    case PE_IndicatorArrowLeft:
        drawArrow(u"chevron-left"_s, option, painter, widget);
        break;
    case PE_IndicatorArrowRight:
        drawArrow(u"chevron-right"_s, option, painter, widget);
        break;
    case PE_FrameFocusRect:
        break; // the indicator and the style sheet show the focus
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
        break;
    }
    painter->restore();
}

int SitebookStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const
{
    const Theme& theme = Theme::of(widget);
    switch (metric) {
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return theme.scaled(18);
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
        return theme.scaled(18);
    case PM_ToolBarIconSize:
        return theme.scaled(20);
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return theme.scaled(8);
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int SitebookStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                             QStyleHintReturn* data) const
{
    switch (hint) {
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
        return 0;
    case SH_ComboBox_Popup:
        return 0;
    case SH_ItemView_ActivateItemOnSingleClick:
        return 0;
    case SH_DialogButtonBox_ButtonsHaveIcons:
        return 0;
    default:
        return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

} // namespace sitebook
