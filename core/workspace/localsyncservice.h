// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/storeledger.h"
#include "core/sync/runner.h"
#include "core/workspace/core.h"

namespace sitebook {

class LocalSyncService final : public SyncService
{
    Q_OBJECT
public:
    LocalSyncService(WorkspaceCore& core, Snapshots& snapshots, CredentialStore& credentials, QObject* parent);
    ~LocalSyncService() override;

    [[nodiscard]] SyncStatus status() const override;
    [[nodiscard]] QFuture<Result<std::vector<WaitingItem>>> waiting(int limit) override;
    void syncNow() override { m_runner.syncNow(); }
    void setOnline(bool online) override;
    [[nodiscard]] bool isOnline() const override { return m_online; }
    [[nodiscard]] QFuture<Result<>> signIn(const QString& password) override;
    void retryQuarantined(const OpId& id) override { m_runner.requeue(id); }

    void start() { m_runner.start(); }
    void stop() { m_runner.stop(); }
    // From the writer's listener, any thread.
    void noteOperations() { m_runner.localOperations(); }
    // In this object's thread: counts may have changed.
    void noteDelivery();

private:
    void readCountsSoon();

    WorkspaceCore& m_core;
    Snapshots& m_snapshots;
    StoreLedger m_ledger;
    SyncRunner m_runner;
    LedgerCounts m_counts;
    qint64 m_lastSuccessMs = 0;
    bool m_online = true;
    bool m_reading = false;
    bool m_again = false;
};

} // namespace sitebook
