// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/readers/dialect.h"

namespace sitebook {

// A study definition in a workbook (.xlsx): an XLSForm, or a REDCap data dictionary on its first sheet.
class WorkbookStudy final
{
public:
    // Also what only looks like one, to refuse it with its own sentence.
    [[nodiscard]] static bool claims(const DialectProbe& probe);
    [[nodiscard]] static Result<StudyFile> read(const QByteArray& document);
};

} // namespace sitebook
