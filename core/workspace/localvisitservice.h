// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/core.h"

namespace sitebook {

class LocalVisitService final : public VisitService
{
    Q_OBJECT
public:
    LocalVisitService(WorkspaceCore& core, Snapshots& snapshots, QObject* parent);
    [[nodiscard]] std::shared_ptr<const VisitList> list() const override { return m_snapshots.lists().visits; }
    [[nodiscard]] std::vector<Finding> check(const Visit& visit) const override;
    [[nodiscard]] bool needsReason(const Visit& visit) const override;
    [[nodiscard]] QFuture<Result<RecordId>> record(const Visit& visit, const QString& reason) override;
    [[nodiscard]] QFuture<Result<>> takeBack(const RecordId& visit, const QString& reason) override;
    [[nodiscard]] QFuture<Result<std::shared_ptr<const Casebook>>> casebook(QDate today) override;

private:
    // What a casebook was counted from.
    struct Basis
    {
        std::shared_ptr<const PatientList> patients;
        std::shared_ptr<const ReportList> reports;
        std::shared_ptr<const VisitList> visits;
        QDate today;
        friend bool operator==(const Basis&, const Basis&) = default;
    };
    WorkspaceCore& m_core;
    Snapshots& m_snapshots;
    Basis m_basis;
    QFuture<Result<std::shared_ptr<const Casebook>>> m_casebook; // of m_basis, counted or being counted
};

} // namespace sitebook
