// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/journal/merge.h"
#include "core/journal/operation.h"

#include <vector>

namespace sitebook {

// Where an own operation stands: queued -> sending(batch, attempt) -> acked(seq) -> confirmed, and conflict,
// quarantined(code).
enum class OpDelivery { Queued, Sending, Acked, Confirmed, Conflict, Quarantined };

struct OutgoingBatch
{
    BatchId batch;
    int attempt = 1; // 1 for the first time
    std::vector<Operation> ops;
};

// What the server said of one own operation.
struct Settled
{
    OpId opId;
    OpDelivery state = OpDelivery::Acked; // Queued: to be tried again, not before retryAtUtcMs
    quint64 seq = 0;
    quint64 version = 0;
    Outcome outcome = Outcome::Applied;
    QString code;
    QString field;
    QString reason; // English sentence of the server
    qint64 retryAtUtcMs = 0;
};

struct ReceiptRow
{
    quint64 deviceN = 0;
    QByteArray hash;
    qint64 serverTimeMs = 0;
    quint64 seq = 0;
    QString keyId;
    QByteArray publicKey; // of the server, Ed25519: the trail is verified with it later
    QByteArray signature;
};

struct Incoming
{
    quint64 seq = 0;
    quint64 version = 0;
    Outcome outcome = Outcome::Applied;
    QString code;
    qint64 receivedAtMs = 0;
    Operation op;
};

struct SyncCursor
{
    QString epoch; // empty: never synced
    quint64 after = 0;
    quint64 durableSeq = 0;
    friend bool operator==(const SyncCursor&, const SyncCursor&) = default;
};

struct LedgerCounts
{
    qint64 queued = 0;
    qint64 sending = 0;
    qint64 acked = 0;
    qint64 confirmed = 0;
    qint64 conflict = 0;
    qint64 quarantined = 0;
    qint64 earliestRetryUtcMs = 0; // of queued ones that all wait; 0: some may go now
};

// What synchronisation asks of the store. Blocking; called on the sync thread (never on the GUI thread); every method
// is one transaction. The real one is StoreLedger (core/store); simulations have their own.
class Ledger
{
public:
    Ledger() = default;
    Ledger(const Ledger&) = delete;
    Ledger& operator=(const Ledger&) = delete;
    virtual ~Ledger() = default;

    [[nodiscard]] virtual Result<SyncCursor> cursor() = 0;
    [[nodiscard]] virtual Result<LedgerCounts> counts(qint64 nowUtcMs) = 0;
    // An unfinished batch (state sending) is given again unchanged with attempt + 1; otherwise up to maxOps queued
    // operations in device order become a new batch. Operations behind a waiting one of the same record wait too. Null:
    // nothing to send.
    [[nodiscard]] virtual Result<std::optional<OutgoingBatch>> nextBatch(int maxOps, qint64 maxBytes,
                                                                         qint64 nowUtcMs) = 0;
    // Breaks an unfinished batch up: its operations are queued again (413, or bisecting a refused batch).
    [[nodiscard]] virtual Result<> releaseBatch(const BatchId& batch) = 0;
    // Applies results and the durable watermark; operations of the batch without a result are queued again.
    [[nodiscard]] virtual Result<> settle(const BatchId& batch, const std::vector<Settled>& results, quint64 durableSeq,
                                          const std::optional<ReceiptRow>& receipt) = 0;
    // A page of the feed and its cursor, in one transaction. Own operations are recognised by op id.
    // Error Conflict when `after` is not the stored cursor.
    [[nodiscard]] virtual Result<> applyChanges(const QString& epoch, quint64 after, quint64 next, quint64 durableSeq,
                                                const std::vector<Incoming>& changes) = 0;
    // Own operations not yet confirmed, device_seq > afterSeq, in order: what ops/status is asked about after an epoch
    // change.
    [[nodiscard]] virtual Result<std::vector<OpId>> unconfirmed(const OpId& after, int limit) = 0;
    // Known ones become acked, unknown ones are queued again with the same op ids.
    [[nodiscard]] virtual Result<> reconcile(const std::vector<Settled>& known, const std::vector<OpId>& unknown) = 0;
    // Starts the feed again from 0 in a new epoch; operations already here are recognised when they come again.
    [[nodiscard]] virtual Result<> restartFeed(const QString& epoch) = 0;
    // "Sync now": all waits of queued operations end.
    [[nodiscard]] virtual Result<> clearWaits() = 0;
    // A quarantined operation is queued again.
    [[nodiscard]] virtual Result<> requeue(const OpId& opId) = 0;
};

} // namespace sitebook
