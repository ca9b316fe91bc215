// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/deliverywatch.h"

#include "ui/shell/rail.h"
#include "ui/shell/shellactions.h"
#include "ui/shell/statusfooter.h"

#include <QDateTime>

namespace sitebook {

DeliveryWatch::DeliveryWatch(Workspace& workspace, QObject* parent)
    : QObject(parent)
    , m_workspace(workspace)
{
    connect(&workspace.sync(), &SyncService::statusChanged, this, &DeliveryWatch::refreshSync);
    connect(&workspace.queue(), &QueueService::statusChanged, this, &DeliveryWatch::refreshQueue);
    connect(&workspace.queries(), &QueryService::listChanged, this, &DeliveryWatch::refreshQueries);
    connect(&m_minute, &QTimer::timeout, this, &DeliveryWatch::refreshSync);
    m_minute.start(60'000);
}

void DeliveryWatch::attach(MainWindow* window)
{
    m_window = window;
    const ShellActions& actions = window->actions();
    connect(actions.syncNow, &QAction::triggered, this, [this] { m_workspace.sync().syncNow(); });
    connect(actions.workOffline, &QAction::triggered, this, [this](bool offline) {
        m_workspace.sync().setOnline(!offline);
        refreshSync();
    });
    connect(actions.pauseQueue, &QAction::triggered, this,
            [this](bool pause) { m_workspace.queue().setPaused(pause); });
    connect(actions.retryQueue, &QAction::triggered, this, [this] { m_workspace.queue().retry(0); });
    refreshSync();
    refreshQueue();
    refreshQueries();
}

// Open ones need those who answer now; for the others the number is good to know.
void DeliveryWatch::refreshQueries()
{
    if (!m_window)
        return;
    m_window->rail().setBadge(PageId::Queries, m_workspace.queries().list()->count(QueryStatus::Open),
                              m_workspace.may(QStringLiteral("answer_query")) ? Tone::Danger : Tone::Information);
}

void DeliveryWatch::refreshSync()
{
    if (!m_window)
        return;
    const SyncStatus status = m_workspace.sync().status();
    const bool online = m_workspace.sync().isOnline();
    m_window->footer().setSync(status, QDateTime::currentMSecsSinceEpoch(), online);
    const qint64 trouble = status.conflicts + status.quarantined;
    m_window->rail().setBadge(PageId::Sync, trouble > 0 ? trouble : status.waiting(),
                              trouble > 0 ? Tone::Danger : Tone::Information);
    const ShellActions& actions = m_window->actions();
    actions.workOffline->setChecked(!online);
    actions.syncNow->setEnabled(status.phase != SyncPhase::NotSetUp);
    actions.workOffline->setEnabled(status.phase != SyncPhase::NotSetUp);
}

void DeliveryWatch::refreshQueue()
{
    if (!m_window)
        return;
    const QueueStatus status = m_workspace.queue().status();
    m_window->rail().setBadge(PageId::Queue, status.quarantined > 0 ? status.quarantined : status.queued,
                              status.quarantined > 0 ? Tone::Danger : Tone::Information);
    m_window->actions().pauseQueue->setChecked(status.paused);
    if (status.stoppedBy && !m_queueStopped)
        m_window->showError(*status.stoppedBy);
    m_queueStopped = status.stoppedBy.has_value();
    m_window->actions().retryQueue->setEnabled(status.quarantined > 0);
}

} // namespace sitebook
