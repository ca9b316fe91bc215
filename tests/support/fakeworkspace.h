// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/fakequeries.h"
#include "tests/support/fakeservices.h"
#include "tests/support/fakevisits.h"

namespace sitebook::fake {

// A workspace in memory for tests of the screens. Public members are the fakes themselves, to fill and to look at.
class FakeWorkspace final : public Workspace
{
public:
    explicit FakeWorkspace(std::shared_ptr<const StudyDefinition> study, QObject* parent = nullptr);

    [[nodiscard]] const WorkspaceInfo& info() const override { return workspaceInfo; }
    [[nodiscard]] std::shared_ptr<const StudyDefinition> study() const override { return m_study; }
    [[nodiscard]] const FidelityReport& studyReport() const override { return report; }
    [[nodiscard]] const Account& user() const override { return account; }
    [[nodiscard]] bool may(const QString& actionName) const override { return !forbidden.contains(actionName); }
    [[nodiscard]] std::shared_ptr<const FormChecker> checker(const QString& formOid) const override;
    [[nodiscard]] DashboardNumbers dashboard() const override;
    [[nodiscard]] PatientService& patients() override { return patientFakes; }
    [[nodiscard]] ReportService& reports() override { return reportFakes; }
    [[nodiscard]] VisitService& visits() override { return visitFakes; }
    [[nodiscard]] QueryService& queries() override { return queryFakes; }
    [[nodiscard]] ReviewService& reviews() override { return reviewFakes; }
    [[nodiscard]] DraftService& drafts() override { return draftFakes; }
    [[nodiscard]] QueueService& queue() override { return queueFakes; }
    [[nodiscard]] SyncService& sync() override { return syncFakes; }
    [[nodiscard]] AuditService& audit() override { return auditFakes; }
    [[nodiscard]] ExchangeService& exchange() override { return exchangeFakes; }
    void close() override { Q_EMIT closed(); }

private:
    std::shared_ptr<const StudyDefinition> m_study;
    mutable std::map<QString, std::shared_ptr<const FormChecker>> m_checkers;

public:
    Patients patientFakes;
    Reports reportFakes;
    Visits visitFakes{*this};
    Queries queryFakes;
    Reviews reviewFakes;
    Drafts draftFakes;
    Queue queueFakes;
    Sync syncFakes;
    Audit auditFakes;
    Exchange exchangeFakes;
    WorkspaceInfo workspaceInfo;
    FidelityReport report;
    Account account;
    QStringList forbidden; // action names may() answers with false
};

// The shipped demo study, from the source folder; null when it cannot be read.
[[nodiscard]] std::shared_ptr<const StudyDefinition> demoStudy();

// A patient of site 701, ready to be added.
[[nodiscard]] Patient somebody(const QString& identifier, const QString& name, QDate born,
                               PatientStatus status = PatientStatus::Enrolled);

} // namespace sitebook::fake
