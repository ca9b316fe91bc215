// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/commandline/queuewaiter.h"

namespace sitebook {

namespace {
constexpr int mostListed = 1'000'000;
} // namespace

QueueWaiter::QueueWaiter(QueueService& queue, Done done)
    : m_queue(queue)
    , m_done(std::move(done))
{
    QObject::connect(&queue, &QueueService::statusChanged, this, [this] { look(); });
    QMetaObject::invokeMethod(
        this, [this] { look(); }, Qt::QueuedConnection);
}

void QueueWaiter::look()
{
    const QueueStatus status = m_queue.status();
    if (m_listing || !m_done)
        return;
    if (status.stoppedBy && status.claimed == 0)
        return std::exchange(m_done, nullptr)(fail(*status.stoppedBy));
    if (status.queued > 0 || status.claimed > 0)
        return;
    m_listing = true;
    m_queue.items(mostListed).then(this, [this](const Result<std::vector<QueueItem>>& items) { listed(items); });
}

// The list is read from the store: what it shows as waiting is waited for.
void QueueWaiter::listed(const Result<std::vector<QueueItem>>& items)
{
    m_listing = false;
    const auto isQuarantined = [](const QueueItem& item) { return item.state == QueueItem::State::Quarantined; };
    if (items && !std::all_of(items->begin(), items->end(), isQuarantined)) {
        QMetaObject::invokeMethod(
            this, [this] { look(); }, Qt::QueuedConnection);
        return;
    }
    if (const Done done = std::exchange(m_done, nullptr))
        done(items);
}

} // namespace sitebook
