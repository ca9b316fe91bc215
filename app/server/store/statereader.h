// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/database.h"
#include "core/journal/merge.h"
#include "core/security/keyring.h"

namespace sitebook::server {

// A record as the server holds it.
struct StoredRecord
{
    qint64 siteNo = 0;
    Entity entity = Entity::Patient;
    qint64 firstChange = 0;
    RecordState state;
};

// A change as it is stored.
struct StoredChange
{
    qint64 id = 0;
    qint64 receivedMs = 0;
    quint64 version = 0;
    Outcome outcome = Outcome::Applied;
    QString code;
    QString fields;
    Operation op;
};

// The look-ups reading and writing connections have in common. Not thread-safe, like its connection.
class StateReader final
{
public:
    StateReader(Database& database, const KeyRing& ring)
        : m_database(database)
        , m_ring(ring)
    {
    }

    // Nothing: no such record.
    [[nodiscard]] Result<std::optional<StoredRecord>> record(const RecordId& id);
    [[nodiscard]] Result<std::optional<StoredChange>> changeOf(const OpId& id);
    [[nodiscard]] Result<std::optional<StoredChange>> change(qint64 id);
    // The change of the row a statement stands on: change_id, op_id, received_ms, version, outcome, code, fields, body.
    [[nodiscard]] Result<StoredChange> fromRow(const Statement& row);

private:
    Database& m_database;
    const KeyRing& m_ring;
};

} // namespace sitebook::server
