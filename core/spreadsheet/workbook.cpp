// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/spreadsheet/workbook.h"

#include <algorithm>

namespace sitebook {

const Sheet* Workbook::sheet(QStringView name) const
{
    const auto found = std::find_if(sheets.begin(), sheets.end(), [&](const Sheet& each) {
        return name.compare(each.name.trimmed(), Qt::CaseInsensitive) == 0;
    });
    return found == sheets.end() ? nullptr : &*found;
}

WorkbookFile workbookFileOf(const QByteArray& document)
{
    if (document.startsWith("PK\x03\x04"))
        return WorkbookFile::Packed;
    if (!document.startsWith("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"))
        return WorkbookFile::None;
    // Such a file lists its parts in UTF-16; a workbook behind a password is one part of that name.
    static const QByteArray hidden = [] {
        QByteArray name;
        for (const char letter : {'E', 'n', 'c', 'r', 'y', 'p', 't', 'e', 'd', 'P', 'a', 'c', 'k', 'a', 'g', 'e'})
            name.append(letter).append('\0');
        return name;
    }();
    return document.contains(hidden) ? WorkbookFile::Protected : WorkbookFile::Old;
}

} // namespace sitebook
