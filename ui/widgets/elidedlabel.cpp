// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/elidedlabel.h"

#include "ui/widgets/label.h"

#include <QPainter>

namespace sitebook {

ElidedLabel::ElidedLabel(Theme::Type type, bool muted, QWidget* parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    const std::unique_ptr<QLabel> model(makeLabel({}, type, muted));
    setProperty("type", model->property("type"));
    setProperty("muted", muted);
}

QSize ElidedLabel::minimumSizeHint() const
{
    return {0, QLabel::minimumSizeHint().height()};
}

void ElidedLabel::paintEvent(QPaintEvent*)
{
    const QString shown = fontMetrics().elidedText(text(), Qt::ElideRight, contentsRect().width());
    setToolTip(shown == text() ? QString() : text());
    QPainter painter(this);
    painter.setPen(palette().color(foregroundRole()));
    painter.drawText(contentsRect(),
                     static_cast<int>(Qt::AlignVCenter | QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft)),
                     shown);
}

} // namespace sitebook
