// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/ledger.h"
#include "core/store/store.h"

namespace sitebook {

// The outbox and the feed over the store: delivery states, results, pulled changes. See ledger.h.
class StoreLedger final : public Ledger
{
public:
    explicit StoreLedger(Store& store)
        : m_store(store)
    {
    }
    [[nodiscard]] Result<SyncCursor> cursor() override;
    [[nodiscard]] Result<LedgerCounts> counts(qint64 nowUtcMs) override;
    [[nodiscard]] Result<std::optional<OutgoingBatch>> nextBatch(int maxOps, qint64 maxBytes, qint64 nowUtcMs) override;
    [[nodiscard]] Result<> releaseBatch(const BatchId& batch) override;
    [[nodiscard]] Result<> settle(const BatchId& batch, const std::vector<Settled>& results, quint64 durableSeq,
                                  const std::optional<ReceiptRow>& receipt) override;
    [[nodiscard]] Result<> applyChanges(const QString& epoch, quint64 after, quint64 next, quint64 durableSeq,
                                        const std::vector<Incoming>& changes) override;
    [[nodiscard]] Result<std::vector<OpId>> unconfirmed(const OpId& after, int limit) override;
    [[nodiscard]] Result<> reconcile(const std::vector<Settled>& known, const std::vector<OpId>& unknown) override;
    [[nodiscard]] Result<> restartFeed(const QString& epoch) override;
    [[nodiscard]] Result<> clearWaits() override;
    [[nodiscard]] Result<> requeue(const OpId& opId) override;

private:
    Store& m_store;
};

// The same facts for screens and the command line, on any read-only connection.
[[nodiscard]] Result<SyncCursor> readCursor(Database& database);
[[nodiscard]] Result<LedgerCounts> readCounts(Database& database, const StoreContext& context, qint64 nowUtcMs);

} // namespace sitebook
