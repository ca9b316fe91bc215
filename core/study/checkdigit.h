// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <optional>

namespace sitebook {

// How the last digit of an identifier is made from the digits before it, so that a typing error shows. Luhn (ISO/IEC
// 7812) misses 09 typed as 90; Verhoeff and Damm find every single wrong digit and every exchange of neighbours.
enum class CheckDigit { None, Luhn, Verhoeff, Damm };

[[nodiscard]] QString checkDigitWord(CheckDigit kind); // "luhn", ...; empty for None
[[nodiscard]] std::optional<CheckDigit> checkDigitFromWord(QStringView word);

// The digit that belongs behind these; `digits` holds ASCII digits only. Null for None.
[[nodiscard]] QChar checkDigitOf(CheckDigit kind, QStringView digits);
// Of all digits of the identifier the last one is right; what is no digit does not count. True for None.
[[nodiscard]] bool hasRightCheckDigit(CheckDigit kind, QStringView identifier);

} // namespace sitebook
