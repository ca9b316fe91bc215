// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QStringList>

namespace sitebook {

// Reads RFC 4180 records from UTF-8 text: CRLF, LF or CR; quoted cells may hold separators, line breaks and doubled
// quotes. Empty lines are skipped. Comma, or what the first line uses (semicolon, tab). The text must outlive the
// reader.
class CsvReader final
{
public:
    // Rows: whether a row may end before the header does; its missing cells are not given.
    enum class Rows { Whole, MayBeShort };
    explicit CsvReader(QByteArrayView text, Rows rows = Rows::Whole);

    // False at the end. Error Unreadable with line and column: a quote that is never closed, text after a closing
    // quote, a quote inside a plain cell, a record with another number of cells than the first.
    [[nodiscard]] Result<bool> next(QStringList& cells);
    // Number of the record just read, from 1 (the header is row 1), as a spreadsheet shows it.
    [[nodiscard]] int row() const { return m_row; }
    [[nodiscard]] qsizetype position() const { return m_at; }
    [[nodiscard]] char separator() const { return m_separator; }

private:
    [[nodiscard]] Result<QString> cell();
    [[nodiscard]] Result<QString> quotedCell();
    [[nodiscard]] bool atLineEnd() const;
    void skipLineEnd();

    QByteArrayView m_text;
    qsizetype m_at = 0;
    int m_row = 0;
    qsizetype m_width = 0;
    char m_separator = ',';
    Rows m_rows;
};

} // namespace sitebook
