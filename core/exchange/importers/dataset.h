// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QHash>
#include <QStringList>
#include <functional>

namespace sitebook {

// The head of a CDISC Dataset-JSON 1.1 file.
struct DatasetHead
{
    QString name; // "DM", "QSPH"
    QStringList columns;
    [[nodiscard]] bool has(const QString& column) const { return columns.contains(column); }
};

// One row: cells by column name; null cells and columns that are not there are empty. Numbers keep their text.
class DatasetRow final
{
public:
    DatasetRow(const QHash<QString, qsizetype>& places, const QStringList& cells, QString where)
        : m_places(places)
        , m_cells(cells)
        , m_where(std::move(where))
    {
    }
    [[nodiscard]] QString operator[](const QString& column) const
    {
        return m_cells.value(m_places.value(column, -1)).trimmed();
    }
    [[nodiscard]] const QString& where() const { return m_where; }

private:
    const QHash<QString, qsizetype>& m_places;
    const QStringList& m_cells;
    QString m_where; // "rows[12]" (from 0), or "line 40" of NDJSON
};

// A Dataset-JSON file, .json or .ndjson; the text must outlive it.
class Dataset final
{
public:
    // True when the text is an object that names a Dataset-JSON version.
    [[nodiscard]] static bool recognises(QByteArrayView text);
    // Reads the head and checks the frame of the whole file. Error Unreadable with line and column.
    [[nodiscard]] static Result<Dataset> open(QByteArrayView text);

    [[nodiscard]] const DatasetHead& head() const { return m_head; }
    // Hands each row over. Errors: Unreadable (a row of another width, fewer rows than the head promises), and the
    // sink's.
    [[nodiscard]] Result<> forEach(const std::function<Result<>(const DatasetRow&)>& sink) const;

private:
    Dataset() = default;
    [[nodiscard]] Result<> readHead(class JsonCursor& cursor);
    [[nodiscard]] Result<> readColumns(class JsonCursor& cursor);
    [[nodiscard]] Result<> readRow(class JsonCursor& cursor, QStringList& cells) const;

    QByteArrayView m_text;
    DatasetHead m_head;
    QHash<QString, qsizetype> m_places;
    qint64 m_records = -1;
    qsizetype m_rowsAt = -1; // of the list of rows, or of the first row of NDJSON
    bool m_lines = false;    // NDJSON
};

} // namespace sitebook
