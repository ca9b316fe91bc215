// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/valuesyntax.h"

#include <QDate>
#include <algorithm>

namespace sitebook {

using namespace Qt::StringLiterals;

namespace {

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}
bool areDigits(QStringView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), &isDigit);
}

QStringView unsignedPart(QStringView text)
{
    return text.startsWith(u'-') || text.startsWith(u'+') ? text.mid(1) : text;
}

// Two digits at `at`, no more than `most`.
bool pairAt(QStringView text, qsizetype at, int most)
{
    const QStringView pair = text.mid(at, 2);
    return pair.size() == 2 && areDigits(pair) && pair.toInt() <= most;
}

bool isOffset(QStringView text)
{
    return text.isEmpty() || text == "Z"_L1 ||
           (text.size() == 6 && (text[0] == u'+' || text[0] == u'-') && pairAt(text, 1, 14) && text[3] == u':' &&
            pairAt(text, 4, 59));
}

} // namespace

bool isWholeNumber(QStringView text)
{
    return areDigits(unsignedPart(text));
}

bool isDecimal(QStringView text)
{
    const QStringView digits = unsignedPart(text);
    const qsizetype point = digits.indexOf(u'.');
    if (point < 0)
        return areDigits(digits);
    const QStringView whole = digits.left(point);
    const QStringView fraction = digits.mid(point + 1);
    return (whole.isEmpty() || areDigits(whole)) && (fraction.isEmpty() || areDigits(fraction)) && digits.size() > 1;
}

bool isDate(QStringView text)
{
    return text.size() == 10 && text[4] == u'-' && text[7] == u'-' && areDigits(text.left(4)) &&
           areDigits(text.mid(5, 2)) && areDigits(text.mid(8)) &&
           QDate::isValid(text.left(4).toInt(), text.mid(5, 2).toInt(), text.mid(8).toInt());
}

bool isTime(QStringView text)
{
    if (text.size() < 5 || !pairAt(text, 0, 23) || text[2] != u':' || !pairAt(text, 3, 59))
        return false;
    if (text.size() == 5)
        return true;
    if (text[5] != u':' || !pairAt(text, 6, 59))
        return false;
    return text.size() == 8 || (text[8] == u'.' && areDigits(text.mid(9)));
}

bool isDateTime(QStringView text)
{
    if (text.size() < 16 || text[10] != u'T' || !isDate(text.left(10)))
        return false;
    const QStringView rest = text.mid(11);
    qsizetype end = 0;
    while (end < rest.size() && (isDigit(rest[end]) || rest[end] == u':' || rest[end] == u'.'))
        ++end;
    return isTime(rest.left(end)) && isOffset(rest.mid(end));
}

std::optional<bool> truthOf(QStringView text)
{
    if (text == "true"_L1 || text == "1"_L1 || text == "yes"_L1)
        return true;
    if (text == "false"_L1 || text == "0"_L1 || text == "no"_L1)
        return false;
    return std::nullopt;
}

DigitCount digitsOf(QStringView text)
{
    const QStringView digits = unsignedPart(text);
    const qsizetype point = digits.indexOf(u'.');
    if (point < 0)
        return {static_cast<int>(digits.size()), 0};
    return {static_cast<int>(point), static_cast<int>(digits.size() - point - 1)};
}

} // namespace sitebook
