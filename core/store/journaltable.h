// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/database.h"
#include "core/journal/merge.h"
#include "core/store/sealedoperation.h"

namespace sitebook {

// Rows of the journal. Reading works on any connection; appending only on the writer's.
class JournalTable final
{
public:
    JournalTable(Database& database, const StoreContext& context)
        : m_database(database)
        , m_context(context)
    {
    }

    // Gives the operation its place in this device's chain and inserts it; the row id. Link and clock quality are
    // filled in.
    [[nodiscard]] Result<qint64> append(SealedOperation& sealed);
    // Inserts another desk's operation with the link it came with.
    [[nodiscard]] Result<qint64> appendForeign(const SealedOperation& sealed);
    // The chain's head in memory is forgotten (after a rollback) and read again at the next append.
    void forgetHead() { m_head.reset(); }

    [[nodiscard]] Result<std::optional<qint64>> rowOf(const OpId& id);

    struct Row
    {
        qint64 id = 0;
        Operation op; // opened
        std::optional<quint64> seq;
        quint64 version = 0; // of the record after it, when seq is there
        Outcome outcome = Outcome::Applied;
    };
    // The operations of a record in the order of the fold: the server's sequence, then own pending ones.
    [[nodiscard]] Result<std::vector<Row>> ofRecord(const RecordId& record);
    [[nodiscard]] Result<Operation> operation(qint64 row);

    // Columns of `SELECT` for readRow below.
    static constexpr const char* columns = "id,device,n,op_id,type,entity,record_id,base_version,user,role,utc_ms,"
                                           "offset_min,clock,schema,prev,hash,old_digest,"
                                           "new_digest,reason,body_ident,body_clin";
    // Reads the columns above from place 0 on; bodies are opened. Error Damaged with `where` = "journal row 12".
    [[nodiscard]] Result<Operation> readRow(const Statement& statement) const;

private:
    struct Head
    {
        quint64 n = 0;
        QByteArray hash;
        qint64 utcMs = 0;
    };
    [[nodiscard]] Result<> loadHead();
    [[nodiscard]] Result<qint64> insert(const SealedOperation& sealed);

    Database& m_database;
    const StoreContext& m_context;
    std::optional<Head> m_head;
};

} // namespace sitebook
