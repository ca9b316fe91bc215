// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/storeledger.h"

#include "core/store/metatable.h"
#include "core/store/notnull.h"
#include "core/store/outbox.h"

namespace sitebook {

namespace {

constexpr int number(OpDelivery state)
{
    return static_cast<int>(state);
}

Result<> putFeed(Database& database, qint64 row, const Settled& settled, int attempts, qint64 receivedMs)
{
    SB_TRY_ASSIGN(Statement statement,
                  database.prepare(
                      "INSERT INTO feed(op,seq,version,outcome,code,attempts,received_ms) VALUES(?1,?2,?3,?4,?5,?6,?7) "
                      "ON CONFLICT(op) DO UPDATE SET seq=?2,version=?3,outcome=?4,code=?5"));
    statement.bind(1, row)
        .bind(2, settled.seq)
        .bind(3, settled.version)
        .bind(4, static_cast<int>(settled.outcome))
        .bind(5, settled.code.isNull() ? QStringLiteral("") : settled.code)
        .bind(6, attempts)
        .bind(7, receivedMs);
    return statement.run();
}

Result<> dropDelivery(Database& database, qint64 row)
{
    SB_TRY_ASSIGN(Statement statement, database.prepare("DELETE FROM delivery WHERE op=?"));
    statement.bind(1, row);
    return statement.run();
}

Result<> forgetFeed(Database& database, qint64 row)
{
    SB_TRY_ASSIGN(Statement statement, database.prepare("DELETE FROM feed WHERE op=?"));
    statement.bind(1, row);
    return statement.run();
}

Result<int> attemptsOf(Database& database, qint64 row)
{
    SB_TRY_ASSIGN(Statement statement, database.prepare("SELECT attempts FROM delivery WHERE op=?"));
    statement.bind(1, row);
    SB_TRY_ASSIGN(const bool found, statement.step());
    return found ? static_cast<int>(statement.integer(0)) : 0;
}

// A restored server gives numbers out again: an operation that has this one without the server knowing it now has none.
Result<> freeSequence(WriteScope& scope, quint64 seq, qint64 row)
{
    SB_TRY_ASSIGN(Statement statement,
                  scope.database.prepare("SELECT f.op,j.entity,j.record_id FROM feed f JOIN journal j ON "
                                         "j.id=f.op WHERE f.seq=? AND f.op<>?"));
    statement.bind(1, seq).bind(2, row);
    SB_TRY_ASSIGN(const bool found, statement.step());
    if (!found)
        return {};
    const qint64 other = statement.integer(0);
    const auto entity = static_cast<Entity>(statement.integer(1));
    const RecordId record = RecordId::fromBytes(statement.blob(2));
    statement.reset();
    SB_TRY(forgetFeed(scope.database, other));
    return scope.projections.refold(entity, record, scope.change);
}

// The server has it: feed row, no delivery row, and the record as the feed now says.
Result<> acknowledge(WriteScope& scope, qint64 row, const Settled& settled, qint64 receivedMs)
{
    SB_TRY_ASSIGN(const int attempts, attemptsOf(scope.database, row));
    SB_TRY(freeSequence(scope, settled.seq, row));
    SB_TRY(putFeed(scope.database, row, settled, attempts, receivedMs));
    SB_TRY(dropDelivery(scope.database, row));
    SB_TRY_ASSIGN(Statement statement, scope.database.prepare("SELECT entity,record_id FROM journal WHERE id=?"));
    statement.bind(1, row);
    SB_TRY(statement.step());
    const auto entity = static_cast<Entity>(statement.integer(0));
    const RecordId record = RecordId::fromBytes(statement.blob(1));
    statement.reset();
    return scope.projections.refold(entity, record, scope.change);
}

Result<> setAside(WriteScope& scope, qint64 row, const Settled& settled)
{
    SB_TRY_ASSIGN(Statement statement,
                  scope.database.prepare(
                      "INSERT INTO delivery(op,state,retry_ms,code,field,reason) VALUES(?1,?2,?3,?4,?5,?6) "
                      "ON CONFLICT(op) DO UPDATE SET state=?2,batch=NULL,retry_ms=?3,code=?4,field=?5,reason=?6"));
    statement.bind(1, row)
        .bind(2, number(settled.state))
        .bind(3, settled.retryAtUtcMs)
        .bind(4, notNull(settled.code))
        .bind(5, notNull(settled.field))
        .bind(6, notNull(settled.reason));
    return statement.run();
}

Result<> settleOne(WriteScope& scope, const Settled& settled, qint64 nowMs)
{
    SB_TRY_ASSIGN(const auto row, scope.journal.rowOf(settled.opId));
    if (!row)
        return {};
    switch (settled.state) {
    case OpDelivery::Acked:
    case OpDelivery::Confirmed:
    case OpDelivery::Conflict:
        return acknowledge(scope, *row, settled, nowMs);
    case OpDelivery::Queued:
    case OpDelivery::Sending:
    case OpDelivery::Quarantined:
        return setAside(scope, *row, settled);
    }
    return {};
}

Result<> releaseRows(Database& database, const BatchId& batch)
{
    SB_TRY_ASSIGN(Statement statement,
                  database.prepare("UPDATE delivery SET state=0,batch=NULL WHERE state=1 AND batch=?"));
    statement.bind(1, batch.bytes());
    return statement.run();
}

Result<> putReceipt(Database& database, const ReceiptRow& receipt)
{
    SB_TRY_ASSIGN(Statement statement,
                  database.prepare("INSERT OR REPLACE INTO receipts(n,hash,server_ms,seq,key_id,public_key,"
                                   "signature) VALUES(?,?,?,?,?,?,?)"));
    statement.bind(1, receipt.deviceN)
        .bind(2, receipt.hash)
        .bind(3, receipt.serverTimeMs)
        .bind(4, receipt.seq)
        .bind(5, receipt.keyId)
        .bind(6, receipt.publicKey.isNull() ? QByteArray("") : receipt.publicKey)
        .bind(7, receipt.signature);
    return statement.run();
}

Result<> setDurable(Database& database, quint64 durableSeq)
{
    SB_TRY_ASSIGN(const qint64 known, metaNumber(database, metakey::durable));
    if (static_cast<qint64>(durableSeq) <= known)
        return {};
    return setMeta(database, metakey::durable, QString::number(durableSeq));
}

Result<> applyIncoming(WriteScope& scope, const Incoming& incoming)
{
    SB_TRY_ASSIGN(auto row, scope.journal.rowOf(incoming.op.opId));
    Settled settled;
    settled.opId = incoming.op.opId;
    settled.seq = incoming.seq;
    settled.version = incoming.version;
    settled.outcome = incoming.outcome;
    settled.code = incoming.code;
    if (!row) {
        const SealedOperation sealed = sealForeignOperation(scope.context, incoming.op);
        SB_TRY_ASSIGN(row, scope.journal.appendForeign(sealed));
    }
    return acknowledge(scope, *row, settled, incoming.receivedAtMs);
}

} // namespace

Result<SyncCursor> readCursor(Database& database)
{
    SyncCursor cursor;
    SB_TRY_ASSIGN(cursor.epoch, metaValue(database, metakey::epoch));
    SB_TRY_ASSIGN(const qint64 after, metaNumber(database, metakey::cursor));
    SB_TRY_ASSIGN(const qint64 durable, metaNumber(database, metakey::durable));
    cursor.after = static_cast<quint64>(after);
    cursor.durableSeq = static_cast<quint64>(durable);
    return cursor;
}

Result<LedgerCounts> readCounts(Database& database, const StoreContext& context, qint64 nowUtcMs)
{
    LedgerCounts counts;
    SB_TRY_ASSIGN(const qint64 sentN, metaNumber(database, metakey::sentN));
    SB_TRY_ASSIGN(const qint64 durable, metaNumber(database, metakey::durable));
    SB_TRY_ASSIGN(Statement own, database.prepare("SELECT coalesce(max(n),0) FROM journal WHERE device=?"));
    own.bind(1, context.device.bytes());
    SB_TRY(own.step());
    const qint64 fresh = std::max<qint64>(0, own.integer(0) - sentN);
    SB_TRY_ASSIGN(Statement open,
                  database.prepare("SELECT sum(state=0),sum(state=1),sum(state=5),"
                                   "coalesce(min(CASE WHEN state=0 THEN retry_ms END),0) FROM delivery"));
    SB_TRY(open.step());
    counts.queued = open.integer(0) + fresh;
    counts.sending = open.integer(1);
    counts.quarantined = open.integer(2);
    if (fresh == 0 && open.integer(3) > nowUtcMs)
        counts.earliestRetryUtcMs = open.integer(3);
    SB_TRY_ASSIGN(Statement acked,
                  database.prepare("SELECT count(*),sum(f.seq<=?2) FROM feed f JOIN journal j ON j.id=f.op "
                                   "WHERE j.device=?1 AND f.outcome<2"));
    acked.bind(1, context.device.bytes()).bind(2, durable);
    SB_TRY(acked.step());
    counts.confirmed = acked.integer(1);
    counts.acked = acked.integer(0) - counts.confirmed;
    SB_TRY_ASSIGN(const qint64 patients,
                  database.scalar("SELECT coalesce(sum(conflicts),0) FROM patients WHERE conflicts>0"));
    SB_TRY_ASSIGN(const qint64 reports,
                  database.scalar("SELECT coalesce(sum(conflicts),0) FROM reports WHERE conflicts>0"));
    counts.conflict = patients + reports;
    return counts;
}

Result<SyncCursor> StoreLedger::cursor()
{
    return m_store.read<SyncCursor>([](Database& database) { return readCursor(database); });
}

Result<LedgerCounts> StoreLedger::counts(qint64 nowUtcMs)
{
    return m_store.read<LedgerCounts>(
        [this, nowUtcMs](Database& database) { return readCounts(database, m_store.context(), nowUtcMs); });
}

Result<std::optional<OutgoingBatch>> StoreLedger::nextBatch(int maxOps, qint64 maxBytes, qint64 nowUtcMs)
{
    using Batch = std::optional<OutgoingBatch>;
    return m_store.writer()
        .write<Batch>([=](WriteScope& scope) { return outbox::next(scope, maxOps, maxBytes, nowUtcMs); })
        .result();
}

Result<> StoreLedger::releaseBatch(const BatchId& batch)
{
    return m_store.writer()
        .write<void>([batch](WriteScope& scope) -> Result<> {
            scope.change.delivery = true;
            return releaseRows(scope.database, batch);
        })
        .result();
}

Result<> StoreLedger::settle(const BatchId& batch, const std::vector<Settled>& results, quint64 durableSeq,
                             const std::optional<ReceiptRow>& receipt)
{
    return m_store.writer()
        .write<void>([=](WriteScope& scope) -> Result<> {
            scope.change.delivery = true;
            const qint64 nowMs = scope.context.clock->now().utcMs;
            for (const Settled& settled : results) {
                SB_TRY(settleOne(scope, settled, nowMs));
            }
            if (receipt) {
                SB_TRY(putReceipt(scope.database, *receipt));
            }
            SB_TRY(setDurable(scope.database, durableSeq));
            return releaseRows(scope.database, batch);
        })
        .result();
}

Result<> StoreLedger::applyChanges(const QString& epoch, quint64 after, quint64 next, quint64 durableSeq,
                                   const std::vector<Incoming>& changes)
{
    return m_store.writer()
        .write<void>([=](WriteScope& scope) -> Result<> {
            SB_TRY_ASSIGN(const SyncCursor stored, readCursor(scope.database));
            if (stored.after != after || (!stored.epoch.isEmpty() && stored.epoch != epoch))
                return fail(ErrorCode::Conflict,
                            QT_TRANSLATE_NOOP("messages", "The page does not follow what is already here."));
            for (const Incoming& incoming : changes) {
                SB_TRY(applyIncoming(scope, incoming));
            }
            SB_TRY(setMeta(scope.database, metakey::epoch, epoch));
            SB_TRY(setMeta(scope.database, metakey::cursor, QString::number(next)));
            SB_TRY(setMeta(scope.database, metakey::lastSync, QString::number(scope.context.clock->now().utcMs)));
            scope.change.delivery = true;
            return setDurable(scope.database, durableSeq);
        })
        .result();
}

Result<std::vector<OpId>> StoreLedger::unconfirmed(const OpId& after, int limit)
{
    using Ids = std::vector<OpId>;
    return m_store.read<Ids>([&](Database& database) -> Result<Ids> {
        SB_TRY_ASSIGN(const qint64 durable, metaNumber(database, metakey::durable));
        SB_TRY_ASSIGN(const qint64 sentN, metaNumber(database, metakey::sentN));
        SB_TRY_ASSIGN(Statement statement,
                      database.prepare(
                          "SELECT op_id FROM journal j LEFT JOIN feed f ON f.op=j.id WHERE j.device=?1 AND j.n<=?2 AND "
                          "(f.seq IS NULL OR f.seq>?3) AND j.n>coalesce((SELECT n FROM journal WHERE op_id=?4),0) "
                          "ORDER BY j.n LIMIT ?5"));
        statement.bind(1, m_store.context().device.bytes())
            .bind(2, sentN)
            .bind(3, durable)
            .bind(4, after.bytes())
            .bind(5, limit);
        Ids ids;
        for (;;) {
            SB_TRY_ASSIGN(const bool found, statement.step());
            if (!found)
                return ids;
            ids.push_back(OpId::fromBytes(statement.blob(0)));
        }
    });
}

Result<> StoreLedger::reconcile(const std::vector<Settled>& known, const std::vector<OpId>& unknown)
{
    return m_store.writer()
        .write<void>([=](WriteScope& scope) -> Result<> {
            scope.change.delivery = true;
            const qint64 nowMs = scope.context.clock->now().utcMs;
            for (const Settled& settled : known) {
                SB_TRY(settleOne(scope, settled, nowMs));
            }
            for (const OpId& id : unknown) {
                SB_TRY_ASSIGN(const auto row, scope.journal.rowOf(id));
                if (!row)
                    continue;
                SB_TRY(forgetFeed(scope.database, *row));
                SB_TRY(outbox::setState(scope.database, *row, OpDelivery::Queued, {}, 0));
            }
            return {};
        })
        .result();
}

Result<> StoreLedger::restartFeed(const QString& epoch)
{
    return m_store.writer()
        .write<void>([epoch](WriteScope& scope) -> Result<> {
            SB_TRY(setMeta(scope.database, metakey::epoch, epoch));
            SB_TRY(setMeta(scope.database, metakey::cursor, QStringLiteral("0")));
            SB_TRY(setMeta(scope.database, metakey::durable, QStringLiteral("0")));
            scope.change.delivery = true;
            return {};
        })
        .result();
}

Result<> StoreLedger::clearWaits()
{
    return m_store.writer()
        .write<void>([](WriteScope& scope) -> Result<> {
            scope.change.delivery = true;
            return scope.database.exec("UPDATE delivery SET retry_ms=0 WHERE state=0");
        })
        .result();
}

Result<> StoreLedger::requeue(const OpId& opId)
{
    return m_store.writer()
        .write<void>([opId](WriteScope& scope) -> Result<> {
            SB_TRY_ASSIGN(const auto row, scope.journal.rowOf(opId));
            if (!row)
                return fail(ErrorCode::NotFound,
                            QT_TRANSLATE_NOOP("messages", "This operation is not in the journal."));
            scope.change.delivery = true;
            return outbox::setState(scope.database, *row, OpDelivery::Queued, {}, 0);
        })
        .result();
}

} // namespace sitebook
