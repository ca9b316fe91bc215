// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/journaltable.h"
#include "core/store/projectedtable.h"

namespace sitebook {

// The tables the screens read, kept equal to the fold of the journal. Used on the writer's connection.
class Projections final
{
public:
    Projections(Database& database, JournalTable& journal, const StoreContext& context)
        : m_database(database)
        , m_journal(journal)
        , m_context(context)
    {
    }

    // After `sealed` was appended: a new record becomes a row at once, any other record is folded again.
    [[nodiscard]] Result<> applied(const SealedOperation& sealed, StoreChange& change);
    // Folds the record again and writes its row.
    [[nodiscard]] Result<> refold(Entity entity, const RecordId& record, StoreChange& change);
    // Empties the tables and folds every record of the journal; equal content is a test.
    [[nodiscard]] Result<qint64> rebuild();

    // A record as the fold of its operations, with what the server has of it.
    struct Folded
    {
        RecordState state;
        quint64 trunk = 0;
        qint64 changedMs = 0;
    };
    [[nodiscard]] Result<Folded> fold(const RecordId& record);

private:
    // What stands beside the fields in a row.
    struct RowHead
    {
        RecordId record;
        quint64 version = 1;
        quint64 trunk = 0;
        qint64 conflicts = 0;
        qint64 changedMs = 0;
    };
    // False: `onlyNew` was asked for and the record has a row already.
    [[nodiscard]] Result<bool> write(const ProjectedTable& table, const RowHead& head, const Fields& fields,
                                     const QByteArray& presealed, bool onlyNew, StoreChange& change);

    Database& m_database;
    JournalTable& m_journal;
    const StoreContext& m_context;
};

// The sealed body of a report's row at a version; workers make it beforehand for new reports.
[[nodiscard]] QByteArray sealReportBody(const StoreContext& context, const RecordId& record, quint64 version,
                                        const Fields& fields);

} // namespace sitebook
