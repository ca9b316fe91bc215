// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/security/credentialstore.h"
#include "core/workspace/core.h"
#include "core/workspace/localauditservice.h"
#include "core/workspace/localdraftservice.h"
#include "core/workspace/localexchangeservice.h"
#include "core/workspace/localpatientservice.h"
#include "core/workspace/localqueryservice.h"
#include "core/workspace/localqueueservice.h"
#include "core/workspace/localreportservice.h"
#include "core/workspace/localreviewservice.h"
#include "core/workspace/localsyncservice.h"
#include "core/workspace/localvisitservice.h"

#include <QLockFile>

namespace sitebook {

// What opening a workspace has made on its worker thread, before the services are built on it.
struct OpenedWorkspace
{
    WorkspaceInfo info;
    Account user;
    StudyFile study;
    std::shared_ptr<const KeyRing> keys;
    std::unique_ptr<QLockFile> lock;
    int failedSignIns = 0; // before this one
};

// The workspace of this machine: its store and the services over it.
class LocalWorkspace final : public Workspace
{
    Q_OBJECT
public:
    // Opens the store and reads the first lists: slow, on a worker. The result is moved to the thread that asked.
    struct Parts
    {
        std::unique_ptr<WorkspaceCore> core;
        std::unique_ptr<QLockFile> lock;
        Snapshots::Lists lists;
        int failedSignIns = 0;
        // The writer's listener finds the workspace here once it exists.
        std::shared_ptr<std::function<void(const StoreChange&)>> listener;
        std::shared_ptr<std::mutex> listenerMutex;
    };
    [[nodiscard]] static Result<std::shared_ptr<Parts>> prepare(OpenedWorkspace opened);

    LocalWorkspace(std::shared_ptr<Parts> parts, CredentialStore& credentials);
    ~LocalWorkspace() override;

    [[nodiscard]] const WorkspaceInfo& info() const override { return m_core->info; }
    [[nodiscard]] std::shared_ptr<const StudyDefinition> study() const override { return m_core->study; }
    [[nodiscard]] const FidelityReport& studyReport() const override { return m_core->studyReport; }
    [[nodiscard]] const Account& user() const override { return m_core->user; }
    [[nodiscard]] bool may(const QString& actionName) const override;
    [[nodiscard]] std::shared_ptr<const FormChecker> checker(const QString& formOid) const override;
    [[nodiscard]] DashboardNumbers dashboard() const override;
    [[nodiscard]] PatientService& patients() override { return m_patients; }
    [[nodiscard]] ReportService& reports() override { return m_reports; }
    [[nodiscard]] VisitService& visits() override { return m_visits; }
    [[nodiscard]] QueryService& queries() override { return m_queries; }
    [[nodiscard]] ReviewService& reviews() override { return m_reviews; }
    [[nodiscard]] DraftService& drafts() override { return m_drafts; }
    [[nodiscard]] QueueService& queue() override { return m_queue; }
    [[nodiscard]] SyncService& sync() override { return m_sync; }
    [[nodiscard]] AuditService& audit() override { return m_audit; }
    [[nodiscard]] ExchangeService& exchange() override { return m_exchange; }
    void close() override;

private:
    void listen();
    void shutDown();
    void noteSignIn(int failuresBefore);

    std::unique_ptr<QLockFile> m_lock; // let go last
    std::unique_ptr<WorkspaceCore> m_core;
    std::shared_ptr<std::function<void(const StoreChange&)>> m_listener;
    std::shared_ptr<std::mutex> m_listenerMutex;
    Snapshots m_snapshots;
    LocalPatientService m_patients;
    LocalReportService m_reports;
    LocalVisitService m_visits;
    LocalQueryService m_queries;
    LocalReviewService m_reviews;
    LocalDraftService m_drafts;
    LocalQueueService m_queue;
    LocalSyncService m_sync;
    LocalAuditService m_audit;
    LocalExchangeService m_exchange;
    bool m_closed = false;
};

} // namespace sitebook
