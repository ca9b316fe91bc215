// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QHash>
#include <QStringList>

namespace sitebook {

// Column that says what is wrong with a row. Imports pass over it.
inline const QString rejectedColumn = QStringLiteral("sitebook_finding");

// Writes the rows of a CSV file that were rejected, in its own layout (columns, order, separator, byte order mark),
// with one more column that says what is wrong, so that they can be corrected and imported again. `reasons`: sentences
// by row, the header being row 1. Gives the number of rows. Errors: Unreadable, NotWritable; a file there before is
// kept then.
[[nodiscard]] Result<qint64> writeRejectedRows(const QString& source, const QHash<int, QStringList>& reasons,
                                               const QString& target);

} // namespace sitebook
