// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QStringView>
#include <optional>

namespace sitebook {

// From a stored date, date and time, or time: the moment, or nothing where the text is none or a partial date.
// A time alone lies on 1970-01-01.
[[nodiscard]] std::optional<QDateTime> momentOf(QStringView text);

// `to` minus `from` in 's', 'm', 'h', 'd', 'M' (30.44 days) or 'y' (365.2425 days), as REDCap counts; fractions
// included. Nothing for another unit. Between two dates without a time daylight saving changes nothing.
[[nodiscard]] std::optional<double> differenceOf(QStringView from, QStringView to, QStringView unit);

// Whole years between a birth date and a date. A partial birth date (2003 or 2003-12) is enough where it leaves no
// doubt; otherwise nothing.
[[nodiscard]] std::optional<int> ageOf(QStringView birth, QStringView at);

} // namespace sitebook
