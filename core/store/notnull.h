// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace sitebook {

// A text that is never NULL in the database: a null QString binds as the empty text.
[[nodiscard]] inline QString notNull(const QString& text)
{
    return text.isNull() ? QStringLiteral("") : text;
}

} // namespace sitebook
