// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"

#include <QMetaEnum>

namespace sitebook {

QString Error::word() const
{
    const QString name = QString::fromLatin1(QMetaEnum::fromType<ErrorCode>().valueToKey(static_cast<int>(code)));
    QString word;
    for (const QChar letter : name) {
        if (letter.isUpper() && !word.isEmpty())
            word += u'_';
        word += letter.toLower();
    }
    return word;
}

} // namespace sitebook
