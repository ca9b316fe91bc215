// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/importers/rejectedrows.h"

#include "core/exchange/exporters/output.h"
#include "core/text/csvreader.h"
#include "core/text/textfile.h"

#include <QFile>
#include <QSaveFile>

namespace sitebook {

namespace {

const QByteArray byteOrderMark = QByteArrayLiteral("\xEF\xBB\xBF");

bool hasByteOrderMark(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) && file.peek(byteOrderMark.size()) == byteOrderMark;
}

// Cells as they were, quoted where they must be.
QByteArray line(const QStringList& cells, char separator)
{
    QByteArray out;
    for (qsizetype i = 0; i < cells.size(); ++i) {
        QByteArray cell = cells[i].toUtf8();
        const bool quoted =
            cell.contains(separator) || cell.contains('"') || cell.contains('\n') || cell.contains('\r');
        if (i > 0)
            out += separator;
        out += quoted ? QByteArray('"' + cell.replace('"', "\"\"") + '"') : cell;
    }
    return out + "\r\n";
}

// Without what an earlier round of corrections left in it.
QStringList without(QStringList cells, qsizetype column)
{
    if (column >= 0 && column < cells.size())
        cells.removeAt(column);
    return cells;
}

} // namespace

Result<qint64> writeRejectedRows(const QString& source, const QHash<int, QStringList>& reasons, const QString& target)
{
    SB_TRY_ASSIGN(const QByteArray text, readTextFile(source));
    CsvReader reader(text, CsvReader::Rows::MayBeShort);
    QStringList cells;
    SB_TRY(reader.next(cells));
    const qsizetype width = cells.size();
    const qsizetype earlier = cells.indexOf(rejectedColumn);
    QByteArray out = hasByteOrderMark(source) ? byteOrderMark : QByteArray();
    out += line(without(cells, earlier) << rejectedColumn, reader.separator());
    qint64 rows = 0;
    for (;;) {
        SB_TRY_ASSIGN(const bool more, reader.next(cells));
        if (!more)
            break;
        const auto why = reasons.constFind(reader.row());
        if (why == reasons.constEnd())
            continue;
        cells.resize(width);
        out += line(without(cells, earlier) << why->join(QLatin1Char(' ')), reader.separator());
        ++rows;
    }
    QSaveFile file(target);
    if (!file.open(QIODevice::WriteOnly))
        return fail(openError(file));
    if (file.write(out) != out.size() || !file.commit())
        return fail(writeError(file));
    return rows;
}

} // namespace sitebook
