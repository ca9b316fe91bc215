// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/findingdelegate.h"

#include "core/model/finding.h"
#include "ui/theme/theme.h"
#include "ui/widgets/statetexts.h"

#include <QListView>
#include <QPainter>

namespace sitebook {

namespace {

constexpr int wrapped = Qt::TextWordWrap | Qt::AlignTop | Qt::AlignLeading;

// Title and sentence in a column of this width, from the top left.
struct Texts
{
    QString title;
    QString sentence;
    QRect titleRect;
    QRect sentenceRect;
};

Texts layOut(const QModelIndex& index, const Theme& theme, int width)
{
    Texts texts{index.data(Qt::DisplayRole).toString(), index.data(FindingDelegate::SentenceRole).toString(), {}, {}};
    const QRect room(0, 0, width, 10'000);
    texts.titleRect = QFontMetrics(theme.font(Theme::Type::Body)).boundingRect(room, wrapped, texts.title);
    texts.sentenceRect = QFontMetrics(theme.font(Theme::Type::Small)).boundingRect(room, wrapped, texts.sentence);
    texts.sentenceRect.moveTop(texts.titleRect.bottom() + theme.scaled(2));
    texts.titleRect.setWidth(width);
    texts.sentenceRect.setWidth(width);
    return texts;
}

int textLeft(const Theme& theme)
{
    return theme.scaled(8 + 16 + 8);
}

} // namespace

void FindingDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Theme& theme = Theme::of(option.widget);
    const auto severity = static_cast<Severity>(index.data(SeverityRole).toInt());
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    if (selected || option.state.testFlag(QStyle::State_MouseOver)) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(selected ? theme.soft(Tone::Primary) : theme.raised());
        painter->drawRoundedRect(option.rect.adjusted(2, 1, -2, -1), 6, 6);
    }
    const int left = textLeft(theme);
    Texts texts = layOut(index, theme, option.rect.width() - left - theme.between());
    const QRect inner = option.rect.adjusted(left, theme.scaled(6), -theme.between(), 0);
    const QRect visual = QStyle::visualRect(option.direction, option.rect, inner);
    const int side = theme.scaled(16);
    const QRect sign(option.rect.left() + theme.between(), option.rect.top() + theme.scaled(7), side, side);
    painter->drawPixmap(QStyle::visualRect(option.direction, option.rect, sign).topLeft(),
                        theme.pixmap(statetexts::iconName(severity), statetexts::tone(severity), side,
                                     painter->device()->devicePixelRatioF()));
    painter->setPen(theme.text());
    painter->setFont(theme.font(Theme::Type::Body));
    painter->drawText(texts.titleRect.translated(visual.topLeft()), wrapped, texts.title);
    painter->setPen(theme.strong(statetexts::tone(severity)));
    painter->setFont(theme.font(Theme::Type::Small));
    painter->drawText(texts.sentenceRect.translated(visual.topLeft()), wrapped, texts.sentence);
    painter->restore();
}

QSize FindingDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Theme& theme = Theme::of(option.widget);
    const auto* view = qobject_cast<const QListView*>(option.widget);
    const int width = view ? view->viewport()->width() : option.rect.width();
    const Texts texts = layOut(index, theme, width - textLeft(theme) - theme.between());
    return {width, texts.sentenceRect.bottom() + theme.scaled(12)};
}

} // namespace sitebook
