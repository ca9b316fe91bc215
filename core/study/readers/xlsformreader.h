// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/spreadsheet/workbook.h"
#include "core/study/readers/reader.h"

namespace sitebook {

// Reads an XLSForm (sheets "survey", "choices" and "settings") as the XForm it is compiled to.
class XlsformReader final
{
public:
    [[nodiscard]] static bool claims(const Workbook& workbook);
    // Errors Invalid with "survey row 12".
    [[nodiscard]] static Result<StudyFile> read(const Workbook& workbook);
};

} // namespace sitebook
