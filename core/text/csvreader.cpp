// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/csvreader.h"

#include "core/text/textfile.h"

namespace sitebook {

namespace {

char separatorOf(QByteArrayView text)
{
    const qsizetype end = text.indexOf('\n');
    const QByteArrayView line = end < 0 ? text : text.first(end);
    char best = ',';
    for (const char candidate : {';', '\t'})
        if (line.count(candidate) > line.count(best))
            best = candidate;
    return best;
}

} // namespace

CsvReader::CsvReader(QByteArrayView text, Rows rows)
    : m_text(text)
    , m_separator(separatorOf(text))
    , m_rows(rows)
{
}

bool CsvReader::atLineEnd() const
{
    return m_at >= m_text.size() || m_text[m_at] == '\r' || m_text[m_at] == '\n';
}

void CsvReader::skipLineEnd()
{
    if (m_at < m_text.size() && m_text[m_at] == '\r')
        ++m_at;
    if (m_at < m_text.size() && m_text[m_at] == '\n')
        ++m_at;
}

Result<bool> CsvReader::next(QStringList& cells)
{
    cells.clear();
    while (m_at < m_text.size() && atLineEnd())
        skipLineEnd();
    if (m_at >= m_text.size())
        return false;
    const qsizetype start = m_at;
    ++m_row;
    for (;;) {
        SB_TRY_ASSIGN(QString text, cell());
        cells.append(std::move(text));
        if (atLineEnd())
            break;
        ++m_at; // the separator
    }
    skipLineEnd();
    if (m_row == 1)
        m_width = cells.size();
    const bool shortEnough = m_rows == Rows::MayBeShort && cells.size() < m_width;
    if (cells.size() != m_width && !shortEnough) {
        return fail(ErrorCode::Unreadable,
                    Message(QT_TRANSLATE_NOOP(
                                "messages", "This row has %1 cells where the header has %2. The file may be cut off."),
                            {QString::number(cells.size()), QString::number(m_width)}),
                    placeIn(m_text, start));
    }
    return true;
}

Result<QString> CsvReader::cell()
{
    if (m_at < m_text.size() && m_text[m_at] == '"')
        return quotedCell();
    const qsizetype start = m_at;
    while (!atLineEnd() && m_text[m_at] != m_separator) {
        if (m_text[m_at] == '"') {
            return fail(
                ErrorCode::Unreadable,
                QT_TRANSLATE_NOOP("messages", "A quote stands inside a cell that is not quoted. Quote the whole cell."),
                placeIn(m_text, m_at));
        }
        ++m_at;
    }
    return QString::fromUtf8(m_text.sliced(start, m_at - start));
}

Result<QString> CsvReader::quotedCell()
{
    const qsizetype opening = m_at++;
    QByteArray bytes;
    for (;;) {
        const qsizetype quote = m_text.indexOf('"', m_at);
        if (quote < 0) {
            return fail(ErrorCode::Unreadable,
                        QT_TRANSLATE_NOOP("messages", "This quoted cell is never closed. The file may be cut off."),
                        placeIn(m_text, opening));
        }
        bytes += m_text.sliced(m_at, quote - m_at);
        m_at = quote + 1;
        if (m_at >= m_text.size() || m_text[m_at] != '"')
            break;
        bytes += '"';
        ++m_at;
    }
    if (!atLineEnd() && m_text[m_at] != m_separator) {
        return fail(
            ErrorCode::Unreadable,
            QT_TRANSLATE_NOOP("messages", "Text follows the closing quote of this cell. Double the quotes inside it."),
            placeIn(m_text, m_at));
    }
    return QString::fromUtf8(bytes);
}

} // namespace sitebook
