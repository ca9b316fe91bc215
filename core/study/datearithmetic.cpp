// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/datearithmetic.h"

#include "core/model/partialdate.h"
#include "core/study/valuesyntax.h"

namespace sitebook {

namespace {

constexpr qsizetype isoDateSize = 10;
constexpr double daySeconds = 86400;
constexpr double monthDays = 30.44;
constexpr double yearDays = 365.2425;

// Local times are counted as if they were universal ones: an hour of a form is an hour of its clock.
QDateTime counted(QDate date, QTime time)
{
    return {date, time, Qt::UTC};
}

std::optional<double> secondsOf(QStringView unit)
{
    if (unit.size() != 1)
        return std::nullopt;
    switch (unit.front().unicode()) {
    case 's':
        return 1;
    case 'm':
        return 60;
    case 'h':
        return 3600;
    case 'd':
        return daySeconds;
    case 'M':
        return monthDays * daySeconds;
    case 'y':
        return yearDays * daySeconds;
    default:
        return std::nullopt;
    }
}

int yearsBetween(QDate birth, QDate at)
{
    const bool before = std::pair(at.month(), at.day()) < std::pair(birth.month(), birth.day());
    return at.year() - birth.year() - (before ? 1 : 0);
}

// The first and the last day a whole or partial date can be.
std::optional<std::pair<QDate, QDate>> daysOf(QStringView text)
{
    const auto date = PartialDate::parse(text.first(std::min(text.size(), isoDateSize)));
    if (!date || !date->year())
        return std::nullopt;
    const QDate first(*date->year(), date->month().value_or(1), date->month() ? date->day().value_or(1) : 1);
    if (date->isComplete())
        return std::pair(first, first);
    return std::pair(first, first.addMonths(date->month() ? 1 : 12).addDays(-1));
}

} // namespace

std::optional<QDateTime> momentOf(QStringView text)
{
    if (isDate(text))
        return counted(QDate::fromString(text.toString(), Qt::ISODate), QTime(0, 0));
    if (isTime(text))
        return counted(QDate(1970, 1, 1), QTime::fromString(text.toString(), Qt::ISODateWithMs));
    if (!isDateTime(text))
        return std::nullopt;
    const QDateTime moment = QDateTime::fromString(text.toString(), Qt::ISODateWithMs);
    if (!moment.isValid())
        return std::nullopt;
    return moment.timeSpec() == Qt::LocalTime ? counted(moment.date(), moment.time()) : moment.toUTC();
}

std::optional<double> differenceOf(QStringView from, QStringView to, QStringView unit)
{
    const std::optional<double> seconds = secondsOf(unit);
    const std::optional<QDateTime> start = momentOf(from);
    const std::optional<QDateTime> end = momentOf(to);
    if (!seconds || !start || !end)
        return std::nullopt;
    return static_cast<double>(start->msecsTo(*end)) / 1000.0 / *seconds;
}

std::optional<int> ageOf(QStringView birth, QStringView at)
{
    const auto born = daysOf(birth);
    const auto when = daysOf(at);
    if (!born || !when)
        return std::nullopt;
    const int most = yearsBetween(born->first, when->second);
    const int least = yearsBetween(born->second, when->first);
    return most == least && least >= 0 ? std::optional(least) : std::nullopt;
}

} // namespace sitebook
