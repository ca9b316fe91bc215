// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/ledger.h"
#include "core/sync/random.h"

#include <QMutex>
#include <map>
#include <set>

namespace sitebook::simulation {

[[nodiscard]] Uuid uuidFrom(sync::Random& random);

// A desk's ledger without a disk: what a crash of the engine leaves behind. Thread-safe, so that a runner's test may
// look in.
class MemoryLedger final : public Ledger
{
public:
    struct Own
    {
        Operation op;
        OpDelivery state = OpDelivery::Queued;
        BatchId batch;
        int attempts = 0;
        qint64 retryAtUtcMs = 0;
        quint64 seq = 0;
        QString code;
        std::set<OpId> seen; // operations of the record its author had received
    };

    MemoryLedger(DeviceId device, quint64 seed);

    // A person saves: chained, with the version of the record this desk has received so far. The reason steers
    // ModelServer.
    Operation capture(OpType type, const RecordId& record, const Fields& set, const QString& reason = {});
    // The next calls fail with a storage error, changing nothing.
    void failNext(int calls) { m_failures = calls; }

    [[nodiscard]] std::vector<Own> own() const;
    [[nodiscard]] std::map<RecordId, RecordState> records() const;
    [[nodiscard]] QStringList violations() const;
    [[nodiscard]] std::vector<ReceiptRow> receipts() const;
    [[nodiscard]] int count(OpDelivery state) const;

    Result<SyncCursor> cursor() override;
    Result<LedgerCounts> counts(qint64 nowUtcMs) override;
    Result<std::optional<OutgoingBatch>> nextBatch(int maxOps, qint64 maxBytes, qint64 nowUtcMs) override;
    Result<> releaseBatch(const BatchId& batch) override;
    Result<> settle(const BatchId& batch, const std::vector<Settled>& results, quint64 durableSeq,
                    const std::optional<ReceiptRow>& receipt) override;
    Result<> applyChanges(const QString& epoch, quint64 after, quint64 next, quint64 durableSeq,
                          const std::vector<Incoming>& changes) override;
    Result<std::vector<OpId>> unconfirmed(const OpId& after, int limit) override;
    Result<> reconcile(const std::vector<Settled>& known, const std::vector<OpId>& unknown) override;
    Result<> restartFeed(const QString& epoch) override;
    Result<> clearWaits() override;
    Result<> requeue(const OpId& opId) override;

private:
    [[nodiscard]] bool failsNow();
    void settleOne(const Settled& settled);
    void release(const BatchId& batch);
    void raiseDurable(quint64 durableSeq);
    void fold(const Incoming& incoming);
    [[nodiscard]] std::optional<OutgoingBatch> unfinished();
    [[nodiscard]] bool waitsBehind(size_t index, qint64 nowUtcMs) const;

    mutable QMutex m_mutex;
    DeviceId m_device;
    sync::Random m_random;
    int m_failures = 0;
    std::vector<Own> m_own; // device order
    std::map<OpId, size_t> m_index;
    std::map<RecordId, RecordState> m_records; // the fold of the feed
    std::map<RecordId, std::set<OpId>> m_received;
    SyncCursor m_cursor;
    std::vector<ReceiptRow> m_receipts;
    QStringList m_violations;
};

} // namespace sitebook::simulation
