// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/outbox.h"

#include "core/store/metatable.h"

namespace sitebook::outbox {

namespace {

// Rough size of an operation on the wire, for the limit of a batch.
qint64 wireSize(const Operation& op)
{
    qint64 size = 700 + op.reason.size() * 2;
    for (const Fields::Entry& entry : op.set)
        size += entry.name.size() + entry.value.text.size() * 3 + 8;
    return size;
}

struct OpenRow
{
    qint64 row = 0;
    int attempts = 0;
};

// Rows of the unfinished batch, if there is one.
Result<std::vector<OpenRow>> sendingRows(Database& database, QByteArray& batch)
{
    SB_TRY_ASSIGN(Statement statement,
                  database.prepare("SELECT op,attempts,batch FROM delivery WHERE state=1 ORDER BY op"));
    std::vector<OpenRow> rows;
    for (;;) {
        SB_TRY_ASSIGN(const bool found, statement.step());
        if (!found)
            return rows;
        const QByteArray rowBatch = statement.blob(2);
        if (batch.isEmpty())
            batch = rowBatch;
        if (rowBatch == batch)
            rows.push_back({statement.integer(0), static_cast<int>(statement.integer(1))});
    }
}

// Own operations that may go, in device order: those tried before and due again, then those never sent.
Result<std::vector<OpenRow>> dueRows(WriteScope& scope, int limit, qint64 nowMs)
{
    SB_TRY_ASSIGN(const qint64 sentN, metaNumber(scope.database, metakey::sentN));
    SB_TRY_ASSIGN(
        Statement statement,
        scope.database.prepare(
            "SELECT op,attempts FROM (SELECT d.op AS op,d.attempts AS attempts,j.n AS n FROM delivery d JOIN journal j "
            "ON "
            "j.id=d.op WHERE d.state=0 AND d.retry_ms<=?1 AND NOT EXISTS(SELECT 1 FROM delivery e JOIN journal k ON "
            "k.id=e.op WHERE e.state=0 AND e.retry_ms>?1 AND k.record_id=j.record_id AND k.n<j.n) "
            "ORDER BY j.n LIMIT ?2) ORDER BY n"));
    statement.bind(1, nowMs).bind(2, limit);
    std::vector<OpenRow> rows;
    for (;;) {
        SB_TRY_ASSIGN(const bool found, statement.step());
        if (!found)
            break;
        rows.push_back({statement.integer(0), static_cast<int>(statement.integer(1))});
    }
    SB_TRY_ASSIGN(Statement fresh, scope.database.prepare("SELECT j.id FROM journal j WHERE j.device=?1 AND j.n>?2 AND "
                                                          "NOT EXISTS(SELECT 1 FROM feed f WHERE f.op=j.id)"
                                                          " ORDER BY j.n LIMIT ?3"));
    fresh.bind(1, scope.context.device.bytes()).bind(2, sentN).bind(3, limit - static_cast<int>(rows.size()));
    for (;;) {
        SB_TRY_ASSIGN(const bool found, fresh.step());
        if (!found)
            return rows;
        rows.push_back({fresh.integer(0), 0});
    }
}

// Is an earlier operation of the same record still waiting?
Result<bool> blockedByEarlier(Database& database, qint64 row, qint64 nowMs)
{
    SB_TRY_ASSIGN(Statement statement,
                  database.prepare(
                      "SELECT 1 FROM delivery d JOIN journal k ON k.id=d.op JOIN journal j ON j.id=?1 WHERE d.state=0 "
                      "AND d.retry_ms>?2 AND k.record_id=j.record_id AND k.n<j.n AND length(j.record_id)>0 LIMIT 1"));
    statement.bind(1, row).bind(2, nowMs);
    return statement.step();
}

Result<> raiseSentN(WriteScope& scope, quint64 n)
{
    SB_TRY_ASSIGN(const qint64 sentN, metaNumber(scope.database, metakey::sentN));
    if (static_cast<qint64>(n) <= sentN)
        return {};
    return setMeta(scope.database, metakey::sentN, QString::number(n));
}

Result<std::optional<OutgoingBatch>> repeatBatch(WriteScope& scope, const QByteArray& batch,
                                                 const std::vector<OpenRow>& rows)
{
    OutgoingBatch outgoing{BatchId::fromBytes(batch), rows.front().attempts + 1, {}};
    for (const OpenRow& open : rows) {
        SB_TRY_ASSIGN(Operation op, scope.journal.operation(open.row));
        outgoing.ops.push_back(std::move(op));
        SB_TRY(setState(scope.database, open.row, OpDelivery::Sending, batch, open.attempts + 1));
    }
    return outgoing;
}

Result<std::optional<OutgoingBatch>> newBatch(WriteScope& scope, int maxOps, qint64 maxBytes, qint64 nowMs)
{
    SB_TRY_ASSIGN(const auto rows, dueRows(scope, maxOps, nowMs));
    OutgoingBatch outgoing{BatchId::create(), 1, {}};
    qint64 size = 0;
    for (const OpenRow& open : rows) {
        SB_TRY_ASSIGN(const bool blocked, blockedByEarlier(scope.database, open.row, nowMs));
        SB_TRY_ASSIGN(Operation op, scope.journal.operation(open.row));
        size += wireSize(op);
        if (size > maxBytes && !outgoing.ops.empty())
            break;
        const quint64 n = op.link.n;
        if (blocked) {
            SB_TRY(setState(scope.database, open.row, OpDelivery::Queued, {}, open.attempts));
        } else {
            outgoing.ops.push_back(std::move(op));
            SB_TRY(setState(scope.database, open.row, OpDelivery::Sending, outgoing.batch.bytes(), open.attempts + 1));
        }
        SB_TRY(raiseSentN(scope, n));
    }
    if (outgoing.ops.empty())
        return std::optional<OutgoingBatch>();
    scope.change.delivery = true;
    return outgoing;
}

} // namespace

Result<> setState(Database& database, qint64 row, OpDelivery state, const QByteArray& batch, int attempts)
{
    SB_TRY_ASSIGN(
        Statement statement,
        database.prepare("INSERT INTO delivery(op,state,batch,attempts) VALUES(?1,?2,?3,?4) ON CONFLICT(op) DO UPDATE "
                         "SET state=?2,batch=?3,attempts=?4"));
    statement.bind(1, row).bind(2, static_cast<int>(state)).bind(3, batch).bind(4, attempts);
    return statement.run();
}

Result<std::optional<OutgoingBatch>> next(WriteScope& scope, int maxOps, qint64 maxBytes, qint64 nowMs)
{
    QByteArray batch;
    SB_TRY_ASSIGN(const auto rows, sendingRows(scope.database, batch));
    if (!rows.empty())
        return repeatBatch(scope, batch, rows);
    return newBatch(scope, maxOps, maxBytes, nowMs);
}

} // namespace sitebook::outbox
