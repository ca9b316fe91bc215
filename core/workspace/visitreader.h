// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/database.h"
#include "core/workspace/visitviews.h"

namespace sitebook {

// Rows of the visits. Any connection; any thread. A row whose status is not known is left out.
class VisitReader final
{
public:
    explicit VisitReader(Database& database)
        : m_database(database)
    {
    }

    struct Head
    {
        Visit visit;
        quint64 trunk = 0;
        qint64 changedMs = 0;
    };
    [[nodiscard]] Result<std::vector<VisitList::Row>> all(); // without voided ones
    [[nodiscard]] Result<std::optional<Head>> find(const RecordId& id);
    // Not voided; of several the one changed last.
    [[nodiscard]] Result<std::optional<Head>> at(const RecordId& patient, const QString& eventOid, int repeat);

private:
    [[nodiscard]] static Result<std::optional<Head>> one(Statement& statement);
    Database& m_database;
};

} // namespace sitebook
