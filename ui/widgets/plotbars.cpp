// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/plotbars.h"

#include "ui/theme/theme.h"

#include <QHelpEvent>
#include <QLocale>
#include <QPainter>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace sitebook {
namespace {

QDate periodStart(QDate day, int step)
{
    if (step == 1)
        return day;
    return step == 7 ? day.addDays(1 - day.dayOfWeek()) : QDate(day.year(), day.month(), 1);
}

QDate nextPeriod(QDate start, int step)
{
    return step == 31 ? start.addMonths(1) : start.addDays(step);
}

} // namespace

PlotBars::PlotBars(QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void PlotBars::setPoints(std::vector<Point> points)
{
    m_points = std::move(points);
    setAccessibleName(m_points.empty() ? tr("Enrolment: no patients yet")
                                       : tr("Enrolment: %n patient(s) registered", nullptr, m_points.back().second));
    update();
}

QSize PlotBars::sizeHint() const
{
    return {Theme::of(this).scaled(420), Theme::of(this).scaled(140)};
}

QSize PlotBars::minimumSizeHint() const
{
    return {Theme::of(this).scaled(200), Theme::of(this).scaled(120)};
}

std::vector<PlotBars::Point> PlotBars::grouped(const std::vector<Point>& points, int limit)
{
    if (points.empty())
        return {};
    const qint64 days = points.front().first.daysTo(points.back().first) + 1;
    const int step = days <= limit ? 1 : days <= 7LL * limit ? 7 : 31;
    std::vector<Point> bars;
    size_t next = 0;
    int value = 0;
    for (QDate start = periodStart(points.front().first, step); start <= points.back().first;
         start = nextPeriod(start, step)) {
        const QDate end = nextPeriod(start, step);
        while (next < points.size() && points[next].first < end)
            value = points[next++].second;
        bars.emplace_back(start, value);
    }
    if (bars.size() > static_cast<size_t>(limit))
        bars.erase(bars.begin(), bars.end() - limit);
    return bars;
}

int PlotBars::niceMaximum(int value)
{
    for (int decade = 1; decade < 1'000'000'000; decade *= 10)
        for (const int step : {1, 2, 5})
            if (value <= step * decade)
                return step * decade;
    return value;
}

QRectF PlotBars::plotArea() const
{
    const Theme& theme = Theme::of(this);
    const QFontMetrics metrics(theme.font(Theme::Type::Small));
    const int top = m_points.empty() ? 0 : niceMaximum(m_points.back().second);
    const int left = metrics.horizontalAdvance(QLocale().toString(top)) + theme.between();
    return QRectF(rect()).adjusted(left, metrics.height() / 2.0, -1, -(metrics.height() + theme.scaled(6)));
}

void PlotBars::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::of(this);
    QPainter painter(this);
    painter.setFont(theme.font(Theme::Type::Small));
    const QRectF area = plotArea();
    const auto bars = grouped(m_points, qMax(8, static_cast<int>(area.width()) / theme.scaled(14)));
    const int top = bars.empty() ? 10 : niceMaximum(qMax(1, bars.back().second));
    const QLocale locale;
    for (const int part : {0, 1, 2}) {
        const qreal y = area.bottom() - area.height() * part / 2.0;
        painter.setPen(theme.hairline());
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
        if (top * part % 2 != 0)
            continue;
        painter.setPen(theme.muted());
        painter.drawText(QRectF(0, y - 10, area.left() - theme.inside(), 20), Qt::AlignRight | Qt::AlignVCenter,
                         locale.toString(top * part / 2));
    }
    if (bars.empty())
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.strong(Tone::Primary));
    const qreal slot = area.width() / static_cast<qreal>(bars.size());
    const qreal width = qMin(slot * 0.7, theme.scaled(28) * 1.0);
    for (size_t i = 0; i < bars.size(); ++i) {
        const qreal height = area.height() * bars[i].second / top;
        painter.drawRoundedRect(QRectF(area.left() + slot * (static_cast<qreal>(i) + 0.5) - width / 2,
                                       area.bottom() - height, width, height),
                                2, 2);
    }
    painter.setPen(theme.muted());
    const QRectF dates(area.left(), area.bottom() + theme.inside(), area.width(), height() - area.bottom());
    painter.drawText(dates, Qt::AlignLeft | Qt::AlignTop, locale.toString(bars.front().first, QLocale::ShortFormat));
    if (bars.size() > 1)
        painter.drawText(dates, Qt::AlignRight | Qt::AlignTop,
                         locale.toString(bars.back().first, QLocale::ShortFormat));
}

bool PlotBars::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip || m_points.empty())
        return QWidget::event(event);
    auto* help = static_cast<QHelpEvent*>(event);
    const QRectF area = plotArea();
    const auto bars = grouped(m_points, qMax(8, static_cast<int>(area.width()) / Theme::of(this).scaled(14)));
    const auto index =
        static_cast<qint64>((help->pos().x() - area.left()) * static_cast<qreal>(bars.size()) / area.width());
    if (index >= 0 && index < static_cast<qint64>(bars.size())) {
        const auto& [day, count] = bars[static_cast<size_t>(index)];
        QToolTip::showText(help->globalPos(),
                           tr("%1: %n patient(s)", nullptr, count).arg(QLocale().toString(day, QLocale::ShortFormat)),
                           this);
    }
    return true;
}

} // namespace sitebook
