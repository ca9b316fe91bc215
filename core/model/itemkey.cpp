// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/itemkey.h"

#include <algorithm>

namespace sitebook {

QString ItemKey::text() const
{
    return line == 0 ? oid : oid + u'#' + QString::number(line);
}

ItemKey ItemKey::of(const QString& key)
{
    constexpr qsizetype longest = 6; // digits
    const qsizetype mark = key.lastIndexOf(u'#');
    const QStringView digits = mark < 0 ? QStringView() : QStringView(key).mid(mark + 1);
    const bool number = !digits.isEmpty() && digits.size() <= longest && digits.front() != u'0' &&
                        std::all_of(digits.begin(), digits.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    return number ? ItemKey{key.left(mark), digits.toInt()} : ItemKey{key, 0};
}

} // namespace sitebook
