// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>
#include <optional>

namespace sitebook {

// The text forms in which values are captured. All are ISO and independent of the person's locale; none allocates.
[[nodiscard]] bool isWholeNumber(QStringView text);          // -12
[[nodiscard]] bool isDecimal(QStringView text);              // -12.50, .5
[[nodiscard]] bool isDate(QStringView text);                 // 2003-12-15, an existing day
[[nodiscard]] bool isTime(QStringView text);                 // 09:30, 09:30:15, 09:30:15.250
[[nodiscard]] bool isDateTime(QStringView text);             // date, T, time, and perhaps Z or +02:00
[[nodiscard]] std::optional<bool> truthOf(QStringView text); // true, false, 1, 0, yes, no

// Digits before and after the decimal point.
struct DigitCount
{
    int whole = 0;
    int fraction = 0;
};
[[nodiscard]] DigitCount digitsOf(QStringView text);

} // namespace sitebook
