// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/core.h"

namespace sitebook {

class LocalQueueService final : public QueueService
{
    Q_OBJECT
public:
    LocalQueueService(WorkspaceCore& core, Snapshots& snapshots, QObject* parent);
    [[nodiscard]] QueueStatus status() const override;
    [[nodiscard]] QFuture<Result<std::vector<QueueItem>>> items(int limit) override;
    [[nodiscard]] QFuture<Result<qint64>> enqueue(std::vector<Report> reports, const QString& source) override;
    void setPaused(bool paused) override { m_queue.setPaused(paused); }
    void retry(qint64 id) override { m_queue.retry(id); }
    [[nodiscard]] SubmissionQueue& queue() { return m_queue; }

private:
    WorkspaceCore& m_core;
    Snapshots& m_snapshots;
    SubmissionQueue m_queue;
};

} // namespace sitebook
