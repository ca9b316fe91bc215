// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/workspace.h"

#include <list>
#include <map>

// In-memory services behind the screens' contracts: what a test puts in is what the screen gets. Every call that can
// fail takes its error once from `nextError`. Futures are ready at once; their continuations run from the event loop.
namespace sitebook::fake {

class Patients final : public PatientService
{
public:
    explicit Patients(std::shared_ptr<const StudyDefinition> study);
    // Stores a patient as it is, with a fresh record id when it has none, and announces the new list.
    RecordId add(Patient patient, DeliveryState delivery = DeliveryState::Synced);
    void addMany(std::vector<PatientRow> rows); // rows only: no patient can be loaded for them
    void setReportCounts(const RecordId& id, int reports, int complete);

    [[nodiscard]] std::shared_ptr<const PatientList> list() const override { return m_list; }
    [[nodiscard]] QFuture<Result<Patient>> load(const RecordId& id) override;
    [[nodiscard]] std::vector<Finding> check(const Patient& patient) const override;
    [[nodiscard]] QString nextFreeIdentifier() const override;
    [[nodiscard]] QFuture<Result<RecordId>> registerPatient(const Patient& patient) override;
    [[nodiscard]] QFuture<Result<>> update(const Patient& patient, const QString& reason) override;
    [[nodiscard]] QFuture<Result<>> voidPatient(const RecordId& id, const QString& reason) override;

    std::optional<Error> nextError;
    QString lastReason;
    std::map<RecordId, Patient> stored;

private:
    [[nodiscard]] PatientRow rowOf(const Patient& patient) const;
    void put(PatientRow row);
    std::shared_ptr<const StudyDefinition> m_study;
    std::shared_ptr<const PatientList> m_list;
};

class Reports final : public ReportService
{
public:
    Reports(std::shared_ptr<const StudyDefinition> study, Patients& patients);
    RecordId add(Report report, DeliveryState delivery = DeliveryState::Synced);

    [[nodiscard]] std::shared_ptr<const ReportList> list() const override { return m_list; }
    [[nodiscard]] std::vector<ReportRow> ofPatient(const RecordId& patient) const override;
    [[nodiscard]] QFuture<Result<Report>> load(const RecordId& id) override;
    using ReportService::save;
    [[nodiscard]] QFuture<Result<RecordId>> save(const Report& report, const QString& reason,
                                                 const std::vector<CheckOverride>& overrides) override;
    [[nodiscard]] QFuture<Result<>> voidReport(const RecordId& id, const QString& reason) override;

    std::optional<Error> nextError;
    QString lastReason;
    std::vector<CheckOverride> lastOverrides;
    std::map<RecordId, Report> stored;

private:
    void refresh();
    std::shared_ptr<const StudyDefinition> m_study;
    Patients& m_patients;
    std::shared_ptr<const ReportList> m_list = std::make_shared<const ReportList>();
    std::map<RecordId, DeliveryState> m_delivery;
    std::map<RecordId, qint64> m_changed;
    qint64 m_clock = 1'790'000'000'000;
};

class Drafts final : public DraftService
{
public:
    using DraftService::DraftService;
    [[nodiscard]] std::vector<DraftInfo> list() const override;
    [[nodiscard]] QFuture<Result<Draft>> load(const QString& key) override;
    [[nodiscard]] QFuture<Result<>> save(const Draft& draft) override;
    [[nodiscard]] QFuture<Result<>> remove(const QString& key) override;

    std::optional<Error> nextError;
    std::map<QString, Draft> stored;
    int saves = 0;
    bool hold = false; // saves are stored but not answered until release()
    void release();

private:
    std::list<QPromise<Result<>>> m_held;
};

class Queue final : public QueueService
{
public:
    using QueueService::QueueService;
    [[nodiscard]] QueueStatus status() const override { return current; }
    [[nodiscard]] QFuture<Result<std::vector<QueueItem>>> items(int limit) override;
    [[nodiscard]] QFuture<Result<qint64>> enqueue(std::vector<Report> reports, const QString& source) override;
    void setPaused(bool paused) override;
    void retry(qint64 id) override;
    void announce() { Q_EMIT statusChanged(); }

    QueueStatus current;
    std::vector<QueueItem> rows;
    std::vector<qint64> retried;
};

class Sync final : public SyncService
{
public:
    using SyncService::SyncService;
    [[nodiscard]] SyncStatus status() const override { return current; }
    [[nodiscard]] QFuture<Result<std::vector<WaitingItem>>> waiting(int limit) override;
    void syncNow() override;
    void setOnline(bool online) override;
    [[nodiscard]] bool isOnline() const override { return online; }
    [[nodiscard]] QFuture<Result<>> signIn(const QString& password) override; // right when it equals `password`
    void retryQuarantined(const OpId& id) override;
    void announce() { Q_EMIT statusChanged(); }

    SyncStatus current;
    std::vector<WaitingItem> rows;
    std::vector<OpId> retried;
    QString password = QStringLiteral("right password");
    bool online = true;
    int syncs = 0;
};

class Audit final : public AuditService
{
public:
    using AuditService::AuditService;
    [[nodiscard]] QFuture<Result<Page>> page(const AuditFilter& filter, qint64 offset, int limit) override;
    [[nodiscard]] QFuture<Result<qint64>> exportTrail(const QString& path) override; // writes nothing, counts entries
    [[nodiscard]] QFuture<Result<CheckReport>> check(const Progress& progress, const CancelToken& cancel) override;
    void announce() { Q_EMIT changed(); }

    std::vector<AuditEntry> entries; // newest first
    CheckReport report;
    AuditFilter lastFilter;
    QString exportedTo;
};

class Exchange final : public ExchangeService
{
public:
    using ExchangeService::ExchangeService;
    [[nodiscard]] std::vector<ExportFormat> formats() const override;
    [[nodiscard]] qint64 rowCount(const ExportRequest& request) const override;
    [[nodiscard]] QFuture<Result<ExportReceiptView>> exportTo(const ExportRequest& request, const Progress& progress,
                                                              const CancelToken& cancel) override;
    [[nodiscard]] QFuture<Result<std::vector<ImportSummary>>>
    import(const ImportRequest& request, const Progress& progress, const CancelToken& cancel) override;

    std::optional<Error> nextError;
    // With `held` the call stays under way until the test gives the answer; progress and cancel are what the screen
    // gave.
    bool held = false;
    void answerExport(Result<ExportReceiptView> answer);
    void answerImport(Result<std::vector<ImportSummary>> answer);
    Progress heldProgress;
    CancelToken heldCancel;

    std::vector<ImportSummary> summaries;
    ExportRequest lastExport;
    ImportRequest lastImport;
    qint64 rows = 254;

private:
    QPromise<Result<ExportReceiptView>> m_heldExport;
    QPromise<Result<std::vector<ImportSummary>>> m_heldImport;
};

} // namespace sitebook::fake
