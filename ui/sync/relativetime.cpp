// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sync/relativetime.h"

#include <QDateTime>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace sitebook {
namespace {

constexpr qint64 second = 1000;
constexpr qint64 minute = 60 * second;
constexpr qint64 hour = 60 * minute;

int count(qint64 milliseconds, qint64 unit)
{
    return static_cast<int>((milliseconds + unit / 2) / unit);
}

} // namespace

QString RelativeTime::past(qint64 thenUtcMs, qint64 nowUtcMs)
{
    if (thenUtcMs == 0)
        return {};
    const qint64 age = nowUtcMs - thenUtcMs;
    if (age < 45 * second)
        return tr("just now");
    if (age < 59 * minute)
        return tr("%n minute(s) ago", nullptr, std::max(1, count(age, minute)));
    const QDateTime then = QDateTime::fromMSecsSinceEpoch(thenUtcMs);
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(nowUtcMs);
    const QString clock = QLocale().toString(then.time(), QLocale::ShortFormat);
    if (age < 6 * hour)
        return tr("%n hour(s) ago", nullptr, std::max(1, count(age, hour)));
    if (then.date() == now.date())
        return tr("today, %1").arg(clock);
    if (then.date().daysTo(now.date()) == 1)
        return tr("yesterday, %1").arg(clock);
    return exact(thenUtcMs);
}

QString RelativeTime::future(qint64 thenUtcMs, qint64 nowUtcMs)
{
    if (thenUtcMs == 0)
        return {};
    const qint64 rest = thenUtcMs - nowUtcMs;
    if (rest < second)
        return tr("now");
    if (rest < 90 * second)
        return tr("in %n second(s)", nullptr, count(rest, second));
    if (rest < 90 * minute)
        return tr("in %n minute(s)", nullptr, count(rest, minute));
    return tr("in %n hour(s)", nullptr, count(rest, hour));
}

QString RelativeTime::duration(qint64 milliseconds)
{
    if (milliseconds < 90 * second)
        return tr("%n second(s)", nullptr, std::max(1, count(milliseconds, second)));
    if (milliseconds < 90 * minute)
        return tr("about %n minute(s)", nullptr, count(milliseconds, minute));
    return tr("about %n hour(s)", nullptr, count(milliseconds, hour));
}

QString RelativeTime::exact(qint64 utcMs)
{
    if (utcMs == 0)
        return {};
    return QLocale::c().toString(QDateTime::fromMSecsSinceEpoch(utcMs), u"dd-MMM-yyyy, HH:mm:ss"_s);
}

} // namespace sitebook
