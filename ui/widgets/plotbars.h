// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QWidget>
#include <vector>

namespace sitebook {

// Enrolment over time as bars: one a day, or a week or month where the days would be too many. Values are cumulative.
class PlotBars final : public QWidget
{
    Q_OBJECT
public:
    using Point = std::pair<QDate, int>;
    explicit PlotBars(QWidget* parent = nullptr);
    // Sorted by day.
    void setPoints(std::vector<Point> points);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    // At most `limit` bars: the last value of each day, week or month, gaps filled with the value before.
    [[nodiscard]] static std::vector<Point> grouped(const std::vector<Point>& points, int limit);
    // A round number at or above the largest value: 1, 2, 5, 10, 20, 50 ...
    [[nodiscard]] static int niceMaximum(int value);

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    [[nodiscard]] QRectF plotArea() const;
    std::vector<Point> m_points;
};

} // namespace sitebook
