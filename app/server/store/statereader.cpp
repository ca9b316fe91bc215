// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/statereader.h"

#include "app/server/store/layout.h"
#include "app/server/store/opcodec.h"

namespace sitebook::server {

Result<std::optional<StoredRecord>> StateReader::record(const RecordId& id)
{
    std::optional<StoredRecord> stored;
    quint64 version = 0;
    QByteArray sealed;
    {
        SB_TRY_ASSIGN(
            Statement row,
            m_database.prepare("SELECT site_no, entity, version, first_change, state FROM records WHERE record_id=?"));
        row.bind(1, id.bytes());
        SB_TRY_ASSIGN(const bool found, row.step());
        if (!found)
            return stored;
        stored.emplace();
        stored->siteNo = row.integer(0);
        stored->entity = static_cast<Entity>(row.integer(1));
        version = static_cast<quint64>(row.integer(2));
        stored->firstChange = row.integer(3);
        sealed = row.blob(4);
    }
    if (sealed.isEmpty()) {
        SB_TRY_ASSIGN(const auto first, change(stored->firstChange));
        if (!first)
            return fail(ErrorCode::Damaged, QT_TRANSLATE_NOOP("messages", "A stored record is not readable."));
        apply(stored->state, first->op, first->outcome);
        return stored;
    }
    SB_TRY_ASSIGN(const QByteArray plain,
                  m_ring.open(KeyClass::Clinical, stateContext(stored->siteNo, id, version), sealed));
    SB_TRY_ASSIGN(stored->state, decodeState(plain));
    return stored;
}

Result<std::optional<StoredChange>> StateReader::changeOf(const OpId& id)
{
    SB_TRY_ASSIGN(Statement row,
                  m_database.prepare("SELECT change_id, op_id, received_ms, version, outcome, code, fields, body "
                                     "FROM changes WHERE op_id=?"));
    row.bind(1, id.bytes());
    SB_TRY_ASSIGN(const bool found, row.step());
    if (!found)
        return std::nullopt;
    return fromRow(row);
}

Result<std::optional<StoredChange>> StateReader::change(qint64 id)
{
    SB_TRY_ASSIGN(Statement row,
                  m_database.prepare("SELECT change_id, op_id, received_ms, version, outcome, code, fields, body "
                                     "FROM changes WHERE change_id=?"));
    row.bind(1, id);
    SB_TRY_ASSIGN(const bool found, row.step());
    if (!found)
        return std::nullopt;
    return fromRow(row);
}

Result<StoredChange> StateReader::fromRow(const Statement& row)
{
    StoredChange change;
    change.id = row.integer(0);
    const OpId op = OpId::fromBytes(row.blob(1));
    change.receivedMs = row.integer(2);
    change.version = static_cast<quint64>(row.integer(3));
    change.outcome = static_cast<Outcome>(row.integer(4));
    change.code = row.text(5);
    change.fields = row.text(6);
    SB_TRY_ASSIGN(const QByteArray plain,
                  m_ring.open(KeyClass::Clinical, changeContext(siteOf(change.id), op), row.blobView(7)));
    SB_TRY_ASSIGN(change.op, decodeOperation(plain));
    return change;
}

} // namespace sitebook::server
