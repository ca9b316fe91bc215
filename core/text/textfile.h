// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>

namespace sitebook {

// Reads a text file whole, without its byte order mark. Errors: NotFound; Unreadable with line and column for an empty
// or binary file (NUL) and for anything but UTF-8, and for a file over 512 MiB.
[[nodiscard]] Result<QByteArray> readTextFile(const QString& path);

// "line 3, column 7" of a byte in UTF-8 text, both from 1; columns count characters.
[[nodiscard]] QString placeIn(QByteArrayView text, qsizetype offset);
// "line 3", for a record.
[[nodiscard]] QString lineIn(QByteArrayView text, qsizetype offset);

} // namespace sitebook
