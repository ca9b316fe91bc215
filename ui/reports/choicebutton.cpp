// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/choicebutton.h"

#include "ui/theme/theme.h"

#include <QPainter>

namespace sitebook {

namespace {

QString escaped(QString label)
{
    return label.replace(u'&', QStringLiteral("&&")); // no mnemonics: the key cap is the key
}

} // namespace

ChoiceButton::ChoiceButton(const QString& label, QChar key, QWidget* parent)
    : QRadioButton(escaped(label), parent)
    , m_key(key)
{
    setAccessibleName(label);
    if (!key.isNull())
        setToolTip(tr("Key %1").arg(key));
}

int ChoiceButton::capSide() const
{
    return m_key.isNull() ? 0 : fontMetrics().height();
}

QSize ChoiceButton::sizeHint() const
{
    const QSize own = QRadioButton::sizeHint();
    return m_key.isNull() ? own : own + QSize(Theme::of(this).scaled(8) + capSide(), 0);
}

void ChoiceButton::paintEvent(QPaintEvent* event)
{
    QRadioButton::paintEvent(event);
    if (m_key.isNull())
        return;
    const Theme& theme = Theme::of(this);
    const int side = capSide();
    const int left = QRadioButton::sizeHint().width() + theme.scaled(4);
    QRect cap(left, (height() - side) / 2, side, side);
    if (layoutDirection() == Qt::RightToLeft)
        cap.moveLeft(width() - left - side);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme.hairline());
    painter.drawRoundedRect(QRectF(cap).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    painter.setFont(theme.font(Theme::Type::Small));
    painter.setPen(theme.muted());
    painter.drawText(cap, Qt::AlignCenter, m_key);
}

} // namespace sitebook
