// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/importers/dataset.h"

#include "core/exchange/importers/jsoncursor.h"
#include "core/text/textfile.h"

#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace sitebook {

bool Dataset::recognises(QByteArrayView text)
{
    // The attribute order is only recommended, but the version is a key of the first object; a look at its text will
    // do.
    return text.contains("\"datasetJSONVersion\"");
}

Result<Dataset> Dataset::open(QByteArrayView text)
{
    Dataset dataset;
    dataset.m_text = text;
    JsonCursor cursor(text);
    SB_TRY(dataset.readHead(cursor));
    if (dataset.m_rowsAt < 0) {
        dataset.m_lines = true;
        cursor.peek();
        dataset.m_rowsAt = cursor.position();
    } else if (cursor.peek() != '\0') {
        return cursor.broken(cursor.position());
    }
    if (dataset.m_head.columns.isEmpty()) {
        return fail(ErrorCode::Unreadable,
                    QT_TRANSLATE_NOOP("messages", "This Dataset-JSON file names no columns. Get it again."),
                    u"line 1, column 1"_s);
    }
    for (qsizetype i = 0; i < dataset.m_head.columns.size(); ++i)
        dataset.m_places.insert(dataset.m_head.columns[i], i);
    return dataset;
}

Result<> Dataset::readHead(JsonCursor& cursor)
{
    SB_TRY(cursor.enter('{'));
    bool first = true;
    for (;;) {
        SB_TRY_ASSIGN(const bool another, cursor.more('}', first));
        if (!another)
            return {};
        SB_TRY_ASSIGN(const QString key, cursor.key());
        if (key == u"rows") {
            cursor.peek();
            m_rowsAt = cursor.position();
            SB_TRY(cursor.raw());
        } else if (key == u"columns") {
            SB_TRY(readColumns(cursor));
        } else {
            SB_TRY_ASSIGN(const QJsonValue value, cursor.value());
            if (key == u"name")
                m_head.name = value.toString();
            else if (key == u"records")
                m_records = value.toInteger(-1);
        }
    }
}

Result<> Dataset::readColumns(JsonCursor& cursor)
{
    SB_TRY(cursor.enter('['));
    bool first = true;
    for (;;) {
        SB_TRY_ASSIGN(const bool another, cursor.more(']', first));
        if (!another)
            return {};
        SB_TRY_ASSIGN(const QJsonValue column, cursor.value());
        m_head.columns.append(column.toObject().value(u"name").toString());
    }
}

Result<> Dataset::readRow(JsonCursor& cursor, QStringList& cells) const
{
    cells.clear();
    cursor.peek();
    const qsizetype start = cursor.position();
    SB_TRY(cursor.enter('['));
    bool first = true;
    for (;;) {
        SB_TRY_ASSIGN(const bool another, cursor.more(']', first));
        if (!another)
            break;
        SB_TRY_ASSIGN(QString cell, cursor.cell());
        cells.append(std::move(cell));
    }
    if (cells.size() == m_head.columns.size())
        return {};
    return fail(ErrorCode::Unreadable,
                Message(QT_TRANSLATE_NOOP(
                            "messages",
                            "This row has %1 cells where the columns are %2. The file may be damaged; get it again."),
                        {QString::number(cells.size()), QString::number(m_head.columns.size())}),
                placeIn(m_text, start));
}

Result<> Dataset::forEach(const std::function<Result<>(const DatasetRow&)>& sink) const
{
    JsonCursor cursor(m_text, m_rowsAt);
    if (!m_lines) {
        SB_TRY(cursor.enter('['));
    }
    QStringList cells;
    qint64 count = 0;
    qint64 line = m_lines ? m_text.first(m_rowsAt).count('\n') + 1 : 0;
    qsizetype counted = m_rowsAt;
    bool first = true;
    for (;; ++count) {
        const bool lineFollows = m_lines && cursor.peek() != '\0';
        bool another = lineFollows;
        if (!m_lines) {
            SB_TRY_ASSIGN(another, cursor.more(']', first));
        }
        if (!another)
            break;
        if (m_lines) {
            line += m_text.sliced(counted, cursor.position() - counted).count('\n');
            counted = cursor.position();
        }
        SB_TRY(readRow(cursor, cells));
        const QString where = m_lines ? QStringLiteral("line %1").arg(line) : QStringLiteral("rows[%1]").arg(count);
        SB_TRY(sink(DatasetRow(m_places, cells, where)));
    }
    if (m_records >= 0 && count != m_records) {
        return fail(ErrorCode::Unreadable,
                    Message(QT_TRANSLATE_NOOP(
                                "messages", "The file promises %1 rows but holds %2. It may be cut off; get it again."),
                            {QString::number(m_records), QString::number(count)}),
                    placeIn(m_text, cursor.position()));
    }
    return {};
}

} // namespace sitebook
