// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/core.h"

namespace sitebook {

class LocalExchangeService final : public ExchangeService
{
    Q_OBJECT
public:
    LocalExchangeService(WorkspaceCore& core, Snapshots& snapshots, SubmissionQueue& queue, QObject* parent)
        : ExchangeService(parent)
        , m_core(core)
        , m_snapshots(snapshots)
        , m_queue(queue)
    {
    }
    [[nodiscard]] std::vector<ExportFormat> formats() const override;
    [[nodiscard]] qint64 rowCount(const ExportRequest& request) const override;
    [[nodiscard]] QFuture<Result<ExportReceiptView>> exportTo(const ExportRequest& request, const Progress& progress,
                                                              const CancelToken& cancel) override;
    [[nodiscard]] QFuture<Result<std::vector<ImportSummary>>>
    import(const ImportRequest& request, const Progress& progress, const CancelToken& cancel) override;

private:
    [[nodiscard]] Result<ExportReceiptView> write(const ExportRequest& request, const Progress& progress,
                                                  const CancelToken& cancel);
    WorkspaceCore& m_core;
    Snapshots& m_snapshots;
    SubmissionQueue& m_queue;
};

} // namespace sitebook
