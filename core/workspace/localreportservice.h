// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/core.h"

namespace sitebook {

class LocalReportService final : public ReportService
{
    Q_OBJECT
public:
    LocalReportService(WorkspaceCore& core, Snapshots& snapshots, QObject* parent);
    [[nodiscard]] std::shared_ptr<const ReportList> list() const override { return m_snapshots.lists().reports; }
    [[nodiscard]] std::vector<ReportRow> ofPatient(const RecordId& patient) const override;
    [[nodiscard]] QFuture<Result<Report>> load(const RecordId& id) override;
    using ReportService::save;
    [[nodiscard]] QFuture<Result<RecordId>> save(const Report& report, const QString& reason,
                                                 const std::vector<CheckOverride>& overrides) override;
    [[nodiscard]] QFuture<Result<>> voidReport(const RecordId& id, const QString& reason) override;

private:
    [[nodiscard]] Result<> requireOpen(const RecordId& report) const;

    WorkspaceCore& m_core;
    Snapshots& m_snapshots;
};

} // namespace sitebook
