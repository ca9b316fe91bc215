// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/spreadsheet/workbook.h"

namespace sitebook {

// Whether this program was built with what reads them.
[[nodiscard]] bool canReadXlsx();

// Reads a workbook whole: all sheets with cells, in the order of their tabs. May take seconds; from any thread.
// Errors: Unreadable for a damaged file, one behind a password, and one that unpacks to more than 256 MiB or has more
// than five million cells; Unsupported for an .xls, for another packed file, and where canReadXlsx() is false.
[[nodiscard]] Result<Workbook> readXlsx(const QByteArray& document);

} // namespace sitebook
