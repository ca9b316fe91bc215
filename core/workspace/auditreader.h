// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/journaltable.h"
#include "core/store/store.h"
#include "core/workspace/workspace.h"

namespace sitebook {

// The journal as a person reads it: newest first, with old and new values. Any thread, on a read-only connection.
class AuditReader final
{
public:
    AuditReader(Database& database, const StoreContext& context)
        : m_database(database)
        , m_context(context)
        , m_journal(database, context)
    {
    }
    [[nodiscard]] Result<AuditService::Page> page(const AuditFilter& filter, qint64 offset, int limit);

private:
    [[nodiscard]] Result<std::vector<qint64>> matching(const AuditFilter& filter);
    [[nodiscard]] Result<AuditEntry> entry(qint64 row);
    [[nodiscard]] Result<> addChanges(AuditEntry& entry, qint64 row, const Operation& op);

    Database& m_database;
    const StoreContext& m_context;
    JournalTable m_journal;
};

// Chains, seals, projections, integrity: what `check` reports.
[[nodiscard]] Result<AuditService::CheckReport> checkStore(Store& store, const Progress& progress,
                                                           const CancelToken& cancel);

} // namespace sitebook
