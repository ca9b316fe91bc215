// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/spreadsheet/workbook.h"
#include "core/study/readers/reader.h"

#include <utility>

namespace sitebook {

// One sheet of an XLSForm: its cells by the names of their columns, in the spelling that counts ("Label::English (en)"
// is "label" in "English (en)", "relevance" is "relevant").
class XlsformSheet final
{
public:
    // A cell and what stands behind its column's name: a language, or the rest of the name.
    using Tagged = std::pair<QString, QString>;

    explicit XlsformSheet(const Sheet& sheet);

    [[nodiscard]] const QString& name() const { return m_sheet.name; }
    [[nodiscard]] size_t size() const { return m_sheet.rows.size(); } // row 0 holds the columns' names
    [[nodiscard]] QString place(size_t row) const { return m_sheet.place(row); }
    [[nodiscard]] bool has(QLatin1String column) const;
    // The first cell of that column that holds something, in whatever language.
    [[nodiscard]] QString cell(size_t row, QLatin1String column) const;
    // All cells of that column that hold something, in the order of the sheet.
    [[nodiscard]] std::vector<Tagged> cells(size_t row, QLatin1String column) const;
    // Cells of all columns but these; of columns nobody knows the whole name.
    [[nodiscard]] std::vector<Tagged> others(size_t row, const QSet<QString>& known) const;
    [[nodiscard]] bool isBlank(size_t row) const;
    // Columns that are none of these and hold something, each once.
    void reportOthers(const QSet<QString>& known, FidelityReport& report) const;

private:
    struct Column
    {
        QString name;
        QString tail;
        QString written;
    };
    [[nodiscard]] static Column columnOf(const QString& header);

    const Sheet& m_sheet;
    std::vector<Column> m_columns;
};

} // namespace sitebook
