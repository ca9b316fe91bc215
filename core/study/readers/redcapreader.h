// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/spreadsheet/workbook.h"
#include "core/study/readers/dialect.h"

namespace sitebook {

// Reads a REDCap data dictionary (CSV with the 18 labelled columns, or those of the API's metadata export). It knows no
// events: all its forms belong to one common event.
class RedcapReader final
{
public:
    // By the names of the first columns.
    [[nodiscard]] static bool claims(const DialectProbe& probe);
    [[nodiscard]] static Result<StudyFile> read(const QByteArray& document);
    // The same table on the first sheet of a workbook; further sheets are reported.
    [[nodiscard]] static bool claims(const Sheet& sheet);
    [[nodiscard]] static Result<StudyFile> read(const Workbook& workbook);
};

} // namespace sitebook
