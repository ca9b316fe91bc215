// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/spreadsheet/workbook.h"
#include "core/spreadsheet/xlsxparts.h"

class QXmlStreamReader;

namespace sitebook {

// Reads the cells of one sheet of an .xlsx.
class XlsxSheet final
{
public:
    // `room` is how many cells may still come, empty ones in front of others included; what is read is taken from it.
    XlsxSheet(const xlsx::Shared& shared, qint64& room)
        : m_shared(shared)
        , m_room(room)
    {
    }

    // Errors Unreadable with the part and its line; a sheet of more cells than there is room for.
    [[nodiscard]] Result<std::vector<QStringList>> read(const QByteArray& bytes, const QString& part);

private:
    void startRow(const QXmlStreamReader& xml);
    void readCell(QXmlStreamReader& xml);
    void put(const QString& text);
    [[nodiscard]] QString textOf(const QString& type, int format, const QString& value) const;

    const xlsx::Shared& m_shared;
    qint64& m_room;
    std::vector<QStringList> m_rows;
    qint64 m_row = -1; // the one being read, and the cell in it, from 0
    qint64 m_column = -1;
};

} // namespace sitebook
