// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/passwordstrength.h"

#include <cmath>

namespace sitebook {
namespace {

int alphabetOf(const QString& password)
{
    bool lower = false, upper = false, digit = false, other = false, wide = false;
    for (const QChar c : password) {
        lower |= c.isLower();
        upper |= c.isUpper();
        digit |= c.isDigit();
        other |= c.unicode() < 128 && !c.isLetterOrNumber();
        wide |= c.unicode() >= 128;
    }
    return lower * 26 + upper * 26 + digit * 10 + other * 30 + wide * 500;
}

// Characters that continue a repeat or a run say nothing new.
int surprisingLetters(const QString& password)
{
    int count = password.isEmpty() ? 0 : 1;
    for (qsizetype i = 1; i < password.size(); ++i) {
        const int step = password[i].unicode() - password[i - 1].unicode();
        if (step != 0 && step != 1 && step != -1)
            ++count;
    }
    return count;
}

} // namespace

PasswordStrength passwordStrength(const QString& password, const QString& userName)
{
    if (password.size() < shortestPassword)
        return PasswordStrength::TooShort;
    QString rest = password.toLower();
    if (userName.size() >= 3)
        rest.remove(userName.toLower());
    const qsizetype removed = password.size() - rest.size();
    const double letters = qMin<qsizetype>(surprisingLetters(password), password.size() - removed);
    const double bits = letters * std::log2(qMax(2, alphabetOf(password)));
    if (bits < 45)
        return PasswordStrength::Weak;
    return bits < 65 ? PasswordStrength::Fair : PasswordStrength::Strong;
}

} // namespace sitebook
