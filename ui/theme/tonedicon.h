// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/colours.h"

#include <QIconEngine>
#include <QString>
#include <functional>

namespace sitebook {

// Makes ":/icons" available also where the library is linked statically.
void initIcons();

// The named SVG drawn in one colour; size in device-independent pixels. Cached. An unknown name warns and gives a ring.
[[nodiscard]] QPixmap renderedIcon(const QString& name, const QColor& colour, QSize size, qreal devicePixelRatio);

// Draws an SVG of the set in a colour of the theme in force at the moment of painting.
class TonedIcon final : public QIconEngine
{
public:
    using Colour = std::function<QColor(const Colours&)>;
    TonedIcon(QString name, Colour colour);
    [[nodiscard]] static Colour strong(Tone tone);

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override;
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override;
    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State state, qreal scale) override;
    QSize actualSize(const QSize& size, QIcon::Mode, QIcon::State) override { return size; }
    QList<QSize> availableSizes(QIcon::Mode, QIcon::State) override { return {QSize(20, 20)}; }
    bool isNull() override { return false; }
    QIconEngine* clone() const override { return new TonedIcon(m_name, m_colour); }
    QString key() const override { return QStringLiteral("sitebook"); }
    QString iconName() override { return m_name; }

private:
    [[nodiscard]] QColor colour(QIcon::Mode mode) const;
    QString m_name;
    Colour m_colour;
};

} // namespace sitebook
