// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/journaltable.h"

#include "core/journal/hashchain.h"

namespace sitebook {

namespace {

constexpr qint64 rollbackToleranceMs = 5 * 60 * 1000;

} // namespace

Result<> JournalTable::loadHead()
{
    if (m_head)
        return {};
    SB_TRY_ASSIGN(Statement statement,
                  m_database.prepare("SELECT n,hash,utc_ms FROM journal WHERE device=? ORDER BY n DESC LIMIT 1"));
    statement.bind(1, m_context.device.bytes());
    SB_TRY_ASSIGN(const bool found, statement.step());
    if (found)
        m_head = Head{static_cast<quint64>(statement.integer(0)), statement.blob(1), statement.integer(2)};
    else
        m_head = Head{0, chainOrigin(), 0};
    return {};
}

Result<qint64> JournalTable::append(SealedOperation& sealed)
{
    SB_TRY(loadHead());
    Operation& op = sealed.op;
    if (op.capturedAt.utcMs + rollbackToleranceMs < m_head->utcMs)
        op.clockQuality = ClockQuality::RolledBack;
    op.link.n = m_head->n + 1;
    op.link.prev = m_head->hash;
    op.link.hash = chainHash(op);
    SB_TRY_ASSIGN(const qint64 row, insert(sealed));
    m_head = Head{op.link.n, op.link.hash, std::max(m_head->utcMs, op.capturedAt.utcMs)};
    return row;
}

Result<qint64> JournalTable::appendForeign(const SealedOperation& sealed)
{
    if (sealed.op.device == m_context.device)
        m_head.reset();
    return insert(sealed);
}

Result<qint64> JournalTable::insert(const SealedOperation& sealed)
{
    SB_TRY_ASSIGN(
        Statement statement,
        m_database.prepare("INSERT INTO journal(device,n,op_id,type,entity,record_id,base_version,user,role,utc_ms,"
                           "offset_min,clock,schema,prev,hash,old_digest,new_digest,reason,body_ident,body_clin)"
                           "VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"));
    const Operation& op = sealed.op;
    statement.bind(1, op.device.bytes())
        .bind(2, op.link.n)
        .bind(3, op.opId.bytes())
        .bind(4, static_cast<int>(op.type))
        .bind(5, static_cast<int>(op.entity))
        .bind(6, op.recordId.isNull() ? QByteArray("") : op.recordId.bytes())
        .bind(7, op.baseVersion)
        .bind(8, op.user.isEmpty() ? QStringLiteral("") : op.user.toString())
        .bind(9, static_cast<int>(op.role))
        .bind(10, op.capturedAt.utcMs)
        .bind(11, op.capturedAt.offsetMinutes)
        .bind(12, static_cast<int>(op.clockQuality))
        .bind(13, op.schema.isNull() ? QStringLiteral("") : op.schema)
        .bind(14, op.link.prev)
        .bind(15, op.link.hash)
        .bind(16, op.link.oldDigest)
        .bind(17, op.link.newDigest)
        .bind(18, sealed.reason)
        .bind(19, sealed.bodyIdent)
        .bind(20, sealed.bodyClin);
    SB_TRY(statement.run());
    return m_database.lastInsertId();
}

Result<std::optional<qint64>> JournalTable::rowOf(const OpId& id)
{
    SB_TRY_ASSIGN(Statement statement, m_database.prepare("SELECT id FROM journal WHERE op_id=?"));
    statement.bind(1, id.bytes());
    SB_TRY_ASSIGN(const bool found, statement.step());
    return found ? std::optional(statement.integer(0)) : std::nullopt;
}

Result<std::vector<JournalTable::Row>> JournalTable::ofRecord(const RecordId& record)
{
    SB_TRY_ASSIGN(
        Statement statement,
        m_database.prepare(
            "SELECT "
            "j.id,device,n,op_id,type,entity,record_id,base_version,user,role,utc_ms,offset_min,clock,schema,prev,"
            "hash,old_digest,new_digest,reason,body_ident,body_clin,f.seq,f.version,f.outcome FROM journal j "
            "LEFT JOIN feed f ON f.op=j.id WHERE record_id=? ORDER BY f.seq IS NULL,f.seq,j.id"));
    statement.bind(1, record.bytes());
    std::vector<Row> rows;
    for (;;) {
        SB_TRY_ASSIGN(const bool found, statement.step());
        if (!found)
            return rows;
        Row row;
        row.id = statement.integer(0);
        SB_TRY_ASSIGN(row.op, readRow(statement));
        if (!statement.isNull(21)) {
            row.seq = static_cast<quint64>(statement.integer(21));
            row.version = static_cast<quint64>(statement.integer(22));
            row.outcome = static_cast<Outcome>(statement.integer(23));
        }
        rows.push_back(std::move(row));
    }
}

Result<Operation> JournalTable::operation(qint64 row)
{
    SB_TRY_ASSIGN(
        Statement statement,
        m_database.prepare("SELECT id,device,n,op_id,type,entity,record_id,base_version,user,role,utc_ms,offset_min,"
                           "clock,schema,prev,hash,old_digest,new_digest,reason,body_ident,body_clin "
                           "FROM journal WHERE id=?"));
    statement.bind(1, row);
    SB_TRY_ASSIGN(const bool found, statement.step());
    if (!found)
        return fail(ErrorCode::NotFound, QT_TRANSLATE_NOOP("messages", "This entry is not in the journal."));
    return readRow(statement);
}

Result<Operation> JournalTable::readRow(const Statement& row) const
{
    Operation op;
    op.device = DeviceId::fromBytes(row.blob(1));
    op.link.n = static_cast<quint64>(row.integer(2));
    op.opId = OpId::fromBytes(row.blob(3));
    op.type = static_cast<OpType>(row.integer(4));
    op.entity = static_cast<Entity>(row.integer(5));
    op.recordId = RecordId::fromBytes(row.blob(6));
    op.baseVersion = static_cast<quint64>(row.integer(7));
    op.user = UserName(row.text(8));
    op.role = static_cast<Role>(row.integer(9));
    op.capturedAt = {row.integer(10), static_cast<int>(row.integer(11))};
    op.clockQuality = static_cast<ClockQuality>(row.integer(12));
    op.schema = row.text(13);
    op.link.prev = row.blob(14);
    op.link.hash = row.blob(15);
    op.link.oldDigest = row.blob(16);
    op.link.newDigest = row.blob(17);
    const auto located = [&row](Error error) {
        error.where = QStringLiteral("journal row %1").arg(row.integer(0));
        return fail(std::move(error));
    };
    auto reason = openReason(m_context, op.opId, row.blobView(18));
    if (!reason)
        return located(reason.error());
    auto fields = openBodies(m_context, op.opId, row.blobView(19), row.blobView(20));
    if (!fields)
        return located(fields.error());
    op.reason = std::move(*reason);
    op.set = std::move(*fields);
    return op;
}

} // namespace sitebook
