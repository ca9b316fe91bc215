// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/celldelegate.h"

#include "ui/theme/theme.h"
#include "ui/widgets/recordtablemodel.h"

#include <QApplication>
#include <QHeaderView>
#include <QPainter>
#include <QTableView>

namespace sitebook {
namespace {

Tone toneOf(const QModelIndex& index)
{
    const QVariant value = index.data(RecordTableModelBase::ToneRole);
    if (value.canConvert<Tone>())
        return value.value<Tone>();
    return value.isValid() ? static_cast<Tone>(value.toInt()) : Tone::Neutral;
}

void paintBackground(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index,
                     const Theme& theme)
{
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool hovered = option.state.testFlag(QStyle::State_MouseOver);
    if (selected || hovered)
        painter->fillRect(option.rect, selected ? theme.soft(Tone::Primary) : theme.raised());
    painter->setPen(theme.hairline());
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    const auto* table = qobject_cast<const QTableView*>(option.widget);
    const bool isCurrentRow = table && table->hasFocus() && table->currentIndex().row() == index.row();
    if (!isCurrentRow)
        return;
    const auto* header = table->horizontalHeader();
    const bool isFirst = header->visualIndex(index.column()) == 0;
    if (isFirst) {
        const int x = option.direction == Qt::RightToLeft ? option.rect.right() - 2 : option.rect.left();
        painter->fillRect(QRect(x, option.rect.top(), 3, option.rect.height() - 1), theme.strong(Tone::Primary));
    }
}

} // namespace

void CellDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Theme& theme = Theme::of(option.widget);
    painter->save();
    paintBackground(painter, option, index, theme);
    QRect rest = option.rect.adjusted(theme.between(), 0, -theme.between(), 0);
    const Tone tone = toneOf(index);
    const QVariant check = index.data(Qt::CheckStateRole);
    if (check.isValid()) {
        QStyleOptionViewItem box(option);
        const int side = theme.scaled(18);
        box.rect = QStyle::alignedRect(option.direction, Qt::AlignLeft | Qt::AlignVCenter, QSize(side, side), rest);
        box.state &= ~(QStyle::State_HasFocus | QStyle::State_MouseOver);
        box.state |= check.toInt() == Qt::Checked ? QStyle::State_On : QStyle::State_Off;
        QApplication::style()->drawPrimitive(QStyle::PE_IndicatorItemViewItemCheck, &box, painter, option.widget);
        rest.setLeft(rest.left() + side + theme.between());
    }
    const QString icon = index.data(RecordTableModelBase::IconNameRole).toString();
    const QString text = index.data(Qt::DisplayRole).toString();
    if (!icon.isEmpty()) {
        const int side = theme.scaled(16);
        const Qt::Alignment where = (text.isEmpty() ? Qt::AlignHCenter : Qt::AlignLeft) | Qt::AlignVCenter;
        const QRect at = QStyle::alignedRect(option.direction, where, QSize(side, side), rest);
        painter->drawPixmap(at.topLeft(), theme.pixmap(icon, tone, side, painter->device()->devicePixelRatioF()));
        const int used = side + theme.scaled(6);
        rest = option.direction == Qt::RightToLeft ? rest.adjusted(0, 0, -used, 0) : rest.adjusted(used, 0, 0, 0);
    }
    const QVariant font = index.data(Qt::FontRole);
    painter->setFont(font.canConvert<QFont>() ? font.value<QFont>().resolve(option.font) : option.font);
    painter->setPen(option.state.testFlag(QStyle::State_Enabled) ? theme.strong(tone) : theme.muted());
    const QVariant alignment = index.data(Qt::TextAlignmentRole);
    const auto align = alignment.isValid() ? Qt::Alignment(alignment.toInt()) : (Qt::AlignLeft | Qt::AlignVCenter);
    const QString shown = painter->fontMetrics().elidedText(text, Qt::ElideRight, rest.width());
    painter->drawText(rest, static_cast<int>(QStyle::visualAlignment(option.direction, align | Qt::AlignVCenter)),
                      shown);
    painter->restore();
}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Theme& theme = Theme::of(option.widget);
    int width = option.fontMetrics.horizontalAdvance(index.data(Qt::DisplayRole).toString()) + 2 * theme.between();
    if (!index.data(RecordTableModelBase::IconNameRole).toString().isEmpty())
        width += theme.scaled(22);
    return {width, theme.rowHeight()};
}

} // namespace sitebook
