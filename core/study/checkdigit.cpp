// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/checkdigit.h"

#include <array>

namespace sitebook {

namespace {

using Row = std::array<int, 10>;

// The dihedral group of the pentagon, and the powers of the permutation Verhoeff chose.
constexpr std::array<Row, 10> dihedral{{{0, 1, 2, 3, 4, 5, 6, 7, 8, 9},
                                        {1, 2, 3, 4, 0, 6, 7, 8, 9, 5},
                                        {2, 3, 4, 0, 1, 7, 8, 9, 5, 6},
                                        {3, 4, 0, 1, 2, 8, 9, 5, 6, 7},
                                        {4, 0, 1, 2, 3, 9, 5, 6, 7, 8},
                                        {5, 9, 8, 7, 6, 0, 4, 3, 2, 1},
                                        {6, 5, 9, 8, 7, 1, 0, 4, 3, 2},
                                        {7, 6, 5, 9, 8, 2, 1, 0, 4, 3},
                                        {8, 7, 6, 5, 9, 3, 2, 1, 0, 4},
                                        {9, 8, 7, 6, 5, 4, 3, 2, 1, 0}}};
constexpr std::array<Row, 8> permutations{{{0, 1, 2, 3, 4, 5, 6, 7, 8, 9},
                                           {1, 5, 7, 6, 2, 8, 3, 0, 9, 4},
                                           {5, 8, 0, 3, 7, 9, 6, 1, 4, 2},
                                           {8, 9, 1, 6, 0, 4, 3, 5, 2, 7},
                                           {9, 4, 5, 3, 1, 2, 6, 8, 7, 0},
                                           {4, 2, 8, 6, 5, 7, 3, 9, 0, 1},
                                           {2, 7, 9, 3, 8, 0, 6, 4, 1, 5},
                                           {7, 0, 4, 6, 9, 1, 3, 2, 5, 8}}};
constexpr Row inverse{0, 4, 3, 2, 1, 5, 6, 7, 8, 9};
// A totally anti-symmetric quasigroup.
constexpr std::array<Row, 10> quasigroup{{{0, 3, 1, 7, 5, 9, 8, 6, 4, 2},
                                          {7, 0, 9, 2, 1, 5, 4, 8, 6, 3},
                                          {4, 2, 0, 6, 8, 7, 1, 3, 5, 9},
                                          {1, 7, 5, 0, 9, 8, 3, 4, 2, 6},
                                          {6, 1, 2, 3, 0, 4, 5, 9, 7, 8},
                                          {3, 6, 7, 4, 2, 0, 9, 5, 8, 1},
                                          {5, 8, 6, 9, 7, 2, 0, 1, 3, 4},
                                          {8, 9, 4, 5, 3, 6, 2, 0, 1, 7},
                                          {9, 4, 3, 8, 6, 1, 7, 2, 0, 5},
                                          {2, 5, 8, 1, 4, 3, 6, 7, 9, 0}}};

size_t valueOf(QChar digit)
{
    return static_cast<size_t>(digit.unicode() - u'0');
}

int luhn(QStringView digits)
{
    int sum = 0;
    bool doubled = true;
    for (qsizetype i = digits.size() - 1; i >= 0; --i, doubled = !doubled) {
        const int value = static_cast<int>(valueOf(digits[i])) * (doubled ? 2 : 1);
        sum += value > 9 ? value - 9 : value;
    }
    return (10 - sum % 10) % 10;
}

int verhoeff(QStringView digits)
{
    size_t state = 0;
    size_t place = 1;
    for (qsizetype i = digits.size() - 1; i >= 0; --i, ++place) {
        const int moved = permutations.at(place % 8).at(valueOf(digits[i]));
        state = static_cast<size_t>(dihedral.at(state).at(static_cast<size_t>(moved)));
    }
    return inverse.at(state);
}

int damm(QStringView digits)
{
    size_t state = 0;
    for (const QChar digit : digits)
        state = static_cast<size_t>(quasigroup.at(state).at(valueOf(digit)));
    return static_cast<int>(state);
}

} // namespace

QString checkDigitWord(CheckDigit kind)
{
    switch (kind) {
    case CheckDigit::None:
        break;
    case CheckDigit::Luhn:
        return QStringLiteral("luhn");
    case CheckDigit::Verhoeff:
        return QStringLiteral("verhoeff");
    case CheckDigit::Damm:
        return QStringLiteral("damm");
    }
    return {};
}

std::optional<CheckDigit> checkDigitFromWord(QStringView word)
{
    for (const CheckDigit kind : {CheckDigit::None, CheckDigit::Luhn, CheckDigit::Verhoeff, CheckDigit::Damm})
        if (word == checkDigitWord(kind))
            return kind;
    return std::nullopt;
}

QChar checkDigitOf(CheckDigit kind, QStringView digits)
{
    int digit = 0;
    switch (kind) {
    case CheckDigit::None:
        return {};
    case CheckDigit::Luhn:
        digit = luhn(digits);
        break;
    case CheckDigit::Verhoeff:
        digit = verhoeff(digits);
        break;
    case CheckDigit::Damm:
        digit = damm(digits);
        break;
    }
    return QChar(u'0' + static_cast<char16_t>(digit));
}

bool hasRightCheckDigit(CheckDigit kind, QStringView identifier)
{
    if (kind == CheckDigit::None)
        return true;
    QString digits;
    for (const QChar each : identifier)
        if (each >= u'0' && each <= u'9')
            digits += each;
    if (digits.size() < 2)
        return false;
    return checkDigitOf(kind, QStringView(digits).chopped(1)) == digits.back();
}

} // namespace sitebook
