// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/chipbar.h"

#include "ui/theme/theme.h"

#include <QAbstractButton>
#include <QHBoxLayout>
#include <QLocale>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace sitebook {

class ChipBar::Chip final : public QAbstractButton
{
public:
    Chip(QString chipId, QWidget* parent)
        : QAbstractButton(parent)
        , id(std::move(chipId))
    {
        setCheckable(true);
        setFocusPolicy(Qt::StrongFocus);
        setCursor(Qt::PointingHandCursor);
        setAttribute(Qt::WA_Hover);
    }
    [[nodiscard]] QString countText() const { return count < 0 ? QString() : QLocale().toString(count); }
    [[nodiscard]] QSize sizeHint() const override
    {
        const Theme& theme = Theme::of(this);
        int width = theme.scaled(24) + fontMetrics().horizontalAdvance(text());
        if (count >= 0)
            width += theme.scaled(6) + fontMetrics().horizontalAdvance(countText());
        if (!iconName.isEmpty())
            width += theme.scaled(20);
        return {width, qMax(theme.scaled(28), fontMetrics().height() + theme.between())};
    }
    QString id;
    QString iconName;
    qint64 count = -1;

protected:
    void paintEvent(QPaintEvent*) override
    {
        const Theme& theme = Theme::of(this);
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const qreal line = hasFocus() ? 2.0 : 1.0;
        const QRectF box = QRectF(rect()).adjusted(line / 2, line / 2, -line / 2, -line / 2);
        painter.setPen(QPen(isChecked() || hasFocus() ? theme.strong(Tone::Primary) : theme.hairline(), line));
        painter.setBrush(isChecked() ? theme.soft(Tone::Primary) : underMouse() ? theme.raised() : theme.surface());
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2);
        const int pad = theme.scaled(12);
        int x = pad;
        if (!iconName.isEmpty()) {
            const int icon = theme.scaled(16);
            painter.drawPixmap(x, (height() - icon) / 2,
                               theme.pixmap(iconName, isChecked() ? theme.strong(Tone::Primary) : theme.muted(), icon,
                                            devicePixelRatioF()));
            x += theme.scaled(20);
        }
        painter.setPen(isChecked() ? theme.strong(Tone::Primary) : theme.text());
        painter.drawText(QRect(x, 0, width() - x, height()), Qt::AlignVCenter | Qt::AlignLeft, text());
        painter.setPen(isChecked() ? theme.strong(Tone::Primary) : theme.muted());
        painter.drawText(QRect(0, 0, width() - pad, height()), Qt::AlignVCenter | Qt::AlignRight, countText());
    }
};

ChipBar::ChipBar(QWidget* parent)
    : QWidget(parent)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Theme::of(this).scaled(6));
    row->addStretch(1);
}

void ChipBar::addChip(const QString& id, const QString& text, const QString& iconName)
{
    auto* chip = new Chip(id, this);
    chip->setText(text);
    chip->setAccessibleName(text);
    chip->iconName = iconName;
    auto* row = static_cast<QHBoxLayout*>(layout());
    row->insertWidget(row->count() - 1, chip);
    m_chips.push_back(chip);
    connect(chip, &QAbstractButton::clicked, this, [this, chip] { chipClicked(chip); });
    refreshAll();
}

ChipBar::Chip* ChipBar::chip(const QString& id) const
{
    for (Chip* chip : m_chips)
        if (chip->id == id)
            return chip;
    return nullptr;
}

void ChipBar::setText(const QString& id, const QString& text)
{
    if (Chip* found = chip(id)) {
        found->setText(text);
        found->setAccessibleName(text);
        found->updateGeometry();
    }
}

void ChipBar::setCount(const QString& id, qint64 count)
{
    Chip* found = chip(id);
    if (!found || found->count == count)
        return;
    found->count = count;
    found->setAccessibleDescription(found->countText());
    found->updateGeometry();
    found->update();
}

void ChipBar::setChecked(const QString& id, bool checked)
{
    if (m_exclusive && checked)
        for (Chip* other : m_chips)
            other->setChecked(false);
    if (Chip* found = chip(id))
        found->setChecked(checked);
    refreshAll();
}

void ChipBar::setCheckedIds(const QStringList& ids)
{
    for (Chip* chip : m_chips)
        chip->setChecked(ids.contains(chip->id));
    refreshAll();
}

void ChipBar::clear()
{
    qDeleteAll(std::exchange(m_chips, {}));
}

QStringList ChipBar::checkedIds() const
{
    QStringList ids;
    for (const Chip* chip : m_chips)
        if (chip->isChecked() && !chip->id.isEmpty())
            ids.append(chip->id);
    return ids;
}

bool ChipBar::isChecked(const QString& id) const
{
    const Chip* found = chip(id);
    return found && found->isChecked();
}

void ChipBar::chipClicked(Chip* clicked)
{
    if (m_exclusive || clicked->id.isEmpty())
        for (Chip* other : m_chips)
            other->setChecked(other == clicked);
    refreshAll();
    Q_EMIT changed(checkedIds());
}

void ChipBar::refreshAll()
{
    if (Chip* all = chip({}))
        all->setChecked(checkedIds().isEmpty());
}

} // namespace sitebook
