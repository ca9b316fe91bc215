// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/codeset.h"

namespace sitebook::codeset {

namespace {

constexpr QChar separator = u';';
constexpr QChar escape = u'\\';

} // namespace

QString join(const QStringList& codes)
{
    QString set;
    for (const QString& code : codes) {
        if (!set.isEmpty())
            set += separator;
        for (const QChar letter : code) {
            if (letter == separator || letter == escape)
                set += escape;
            set += letter;
        }
    }
    return set;
}

QStringList split(QStringView set)
{
    QStringList codes;
    QString code;
    bool escaped = false;
    for (const QChar letter : set) {
        if (!escaped && letter == escape) {
            escaped = true;
            continue;
        }
        if (!escaped && letter == separator)
            codes.append(std::exchange(code, {}));
        else
            code += letter;
        escaped = false;
    }
    if (!set.isEmpty())
        codes.append(code);
    return codes;
}

bool contains(QStringView set, QStringView code)
{
    return split(set).contains(code);
}

} // namespace sitebook::codeset
