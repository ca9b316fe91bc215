// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <vector>

namespace sitebook {

// A sheet as texts: numbers as people write them ("12", "0.5"), dates as ISO ("2026-11-20", "2026-11-20T09:30:00"),
// truth as "TRUE" and "FALSE", of formulas the last result. A row ends with its last cell that holds something.
struct Sheet
{
    QString name;
    std::vector<QStringList> rows; // the first is row 1 of the spreadsheet

    // A cell by its position from 0; empty where there is none.
    [[nodiscard]] QString cell(size_t row, qsizetype column) const
    {
        return row < rows.size() ? rows[row].value(column) : QString();
    }
    // "survey row 12" of a position from 0: as the spreadsheet shows it.
    [[nodiscard]] QString place(size_t row) const { return name + QStringLiteral(" row %1").arg(row + 1); }
};

struct Workbook
{
    std::vector<Sheet> sheets;
    // Upper and lower case are the same; null when there is none.
    [[nodiscard]] const Sheet* sheet(QStringView name) const;
};

enum class WorkbookFile {
    None,
    Packed,    // what an .xlsx begins with, and other packed files
    Protected, // a workbook behind a password
    Old,       // .xls, and other files of that kind
};
[[nodiscard]] WorkbookFile workbookFileOf(const QByteArray& document);

} // namespace sitebook
