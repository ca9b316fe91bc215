// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/journaltable.h"
#include "core/workspace/queryviews.h"

namespace sitebook {

// Queries and their threads: the query's row, and its operations in the journal, which are its thread. Any connection;
// any thread.
class QueryReader final
{
public:
    QueryReader(Database& database, const StoreContext& context)
        : m_database(database)
        , m_context(context)
        , m_journal(database, context)
    {
    }

    // Without their places. Voided ones and those without a readable kind are left out.
    [[nodiscard]] Result<std::vector<QueryRow>> all();
    [[nodiscard]] Result<std::optional<QueryRow>> row(const RecordId& id);
    // Error NotFound.
    [[nodiscard]] Result<std::vector<QueryMessage>> thread(const RecordId& id);
    // The query as its row has it. Error NotFound.
    struct Head
    {
        Query query;
        Fields fields;
        quint64 trunk = 0;
        qint64 conflicts = 0;
        qint64 changedMs = 0;
    };
    [[nodiscard]] Result<Head> head(const RecordId& id);
    // Open and answered ones of the type FailedCheck about this report.
    [[nodiscard]] Result<std::vector<Head>> liveChecks(const RecordId& report);

private:
    Database& m_database;
    const StoreContext& m_context;
    JournalTable m_journal;
};

} // namespace sitebook
