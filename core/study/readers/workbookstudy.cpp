// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/readers/workbookstudy.h"

#include "core/spreadsheet/xlsxreader.h"
#include "core/study/readers/redcapreader.h"
#include "core/study/readers/xlsformreader.h"

namespace sitebook {

bool WorkbookStudy::claims(const DialectProbe& probe)
{
    return workbookFileOf(probe.head) != WorkbookFile::None;
}

Result<StudyFile> WorkbookStudy::read(const QByteArray& document)
{
    SB_TRY_ASSIGN(const Workbook workbook, readXlsx(document));
    if (XlsformReader::claims(workbook))
        return XlsformReader::read(workbook);
    if (RedcapReader::claims(workbook.sheets.front()))
        return RedcapReader::read(workbook);
    return fail(ErrorCode::Unsupported,
                QT_TRANSLATE_NOOP("messages",
                                  "The workbook is no study definition known here: an XLSForm has a sheet \"survey\" "
                                  "with a column \"type\", a REDCap data dictionary begins with the column "
                                  "\"Variable / Field Name\" on its first sheet."));
}

} // namespace sitebook
