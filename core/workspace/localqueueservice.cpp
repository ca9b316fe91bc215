// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/localqueueservice.h"

#include <QSettings>

namespace sitebook {

LocalQueueService::LocalQueueService(WorkspaceCore& core, Snapshots& snapshots, QObject* parent)
    : QueueService(parent)
    , m_core(core)
    , m_snapshots(snapshots)
    , m_queue(*core.store, *core.preparer, {QSettings().value(QStringLiteral("queue/workers"), 0).toInt()})
{
    connect(&m_queue, &SubmissionQueue::progressed, this, &QueueService::statusChanged);
}

QueueStatus LocalQueueService::status() const
{
    const SubmissionQueue::Statistics counts = m_queue.statistics();
    QueueStatus status;
    status.queued = std::max<qint64>(0, counts.queued - counts.claimed);
    status.claimed = counts.claimed;
    status.quarantined = counts.quarantined;
    status.processed = counts.processed;
    status.accepted = counts.accepted;
    status.paused = counts.paused;
    status.running = counts.running;
    status.perSecond = counts.perSecond;
    status.stoppedBy = counts.stoppedBy;
    return status;
}

QFuture<Result<std::vector<QueueItem>>> LocalQueueService::items(int limit)
{
    using Items = std::vector<QueueItem>;
    return m_core.onWorker<Items>([this, limit, patients = m_snapshots.lists().patients]() -> Result<Items> {
        return m_core.store->read<Items>([&](Database& database) -> Result<Items> {
            SB_TRY_ASSIGN(const auto rows, submissions::list(database, m_core.store->context(), limit));
            Items items;
            for (const QuarantinedRow& row : rows) {
                const PatientRow* patient = patients->find(row.submission.report.patient);
                items.push_back(
                    {row.submission.id, row.quarantined ? QueueItem::State::Quarantined : QueueItem::State::Queued,
                     row.submission.source, patient ? patient->patientId : QString(), row.submission.report.formOid,
                     row.submission.queuedUtcMs, row.submission.attempts, row.why.code, row.why.field, row.why.reason});
            }
            return items;
        });
    });
}

QFuture<Result<qint64>> LocalQueueService::enqueue(std::vector<Report> reports, const QString& source)
{
    if (auto allowed = require(m_core.user.role, Action::EnterData); !allowed)
        return ready<qint64>(fail(allowed.error()));
    return m_queue.enqueue(std::move(reports), source, m_core.user.userName, m_core.user.role);
}

} // namespace sitebook
