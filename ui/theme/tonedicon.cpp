// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/tonedicon.h"

#include "core/base/logging.h"
#include "ui/theme/theme.h"

#include <QFile>
#include <QHash>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

static void initIconResource()
{
    Q_INIT_RESOURCE(icons);
    Q_INIT_RESOURCE(theme);
}

using namespace Qt::StringLiterals;

namespace sitebook {

void initIcons()
{
    initIconResource();
}

namespace {

QByteArray source(const QString& name)
{
    QFile file(u":/icons/"_s + name + u".svg"_s);
    if (file.open(QIODevice::ReadOnly))
        return file.readAll();
    qCWarning(lcUi) << "no icon named" << name;
    return "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 20 20'><circle cx='10' cy='10' r='7' fill='none' "
           "stroke='currentColor' stroke-width='1.6' stroke-dasharray='2 3'/></svg>"_ba;
}

} // namespace

QPixmap renderedIcon(const QString& name, const QColor& colour, QSize size, qreal devicePixelRatio)
{
    const QSize device = size * devicePixelRatio;
    if (device.isEmpty())
        return {}; // a widget that is laid out with no room yet
    const QString key = u"sb/%1/%2/%3x%4@%5"_s.arg(name, colour.name(QColor::HexArgb))
                            .arg(device.width())
                            .arg(device.height())
                            .arg(devicePixelRatio);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    QByteArray svg = source(name);
    svg.replace("currentColor", colour.name().toLatin1());
    QSvgRenderer renderer(svg);
    pixmap = QPixmap(device);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setOpacity(colour.alphaF());
    renderer.setAspectRatioMode(Qt::KeepAspectRatio);
    renderer.render(&painter, QRectF(QPointF(0, 0), QSizeF(device)));
    painter.end();
    pixmap.setDevicePixelRatio(devicePixelRatio);
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

TonedIcon::TonedIcon(QString name, Colour colour)
    : m_name(std::move(name))
    , m_colour(std::move(colour))
{
}

TonedIcon::Colour TonedIcon::strong(Tone tone)
{
    return [tone](const Colours& colours) { return colours.strong(tone); };
}

QColor TonedIcon::colour(QIcon::Mode mode) const
{
    QColor colour = m_colour(Theme::of(nullptr).colours());
    if (mode == QIcon::Disabled)
        colour.setAlphaF(0.45F);
    return colour;
}

void TonedIcon::paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State)
{
    const int side = qMin(rect.width(), rect.height());
    const QPixmap pixmap =
        renderedIcon(m_name, colour(mode), QSize(side, side), painter->device()->devicePixelRatioF());
    painter->drawPixmap(rect.x() + (rect.width() - side) / 2, rect.y() + (rect.height() - side) / 2, pixmap);
}

QPixmap TonedIcon::pixmap(const QSize& size, QIcon::Mode mode, QIcon::State)
{
    return renderedIcon(m_name, colour(mode), size, 1.0);
}

QPixmap TonedIcon::scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State, qreal scale)
{
    // `size` is in device pixels already.
    return renderedIcon(m_name, colour(mode), size / scale, scale);
}

} // namespace sitebook
