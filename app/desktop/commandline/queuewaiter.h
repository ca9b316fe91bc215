// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/workspace.h"

#include <functional>

namespace sitebook {

// Calls back once nothing in the submission queue waits or is being processed, or with the error that stopped the
// queue.
class QueueWaiter final : public QObject
{
public:
    using Done = std::function<void(const Result<std::vector<QueueItem>>& quarantined)>;

    // `queue` outlives the waiter; `done` is called once, never from inside this.
    QueueWaiter(QueueService& queue, Done done);

private:
    void look();
    void listed(const Result<std::vector<QueueItem>>& items);

    QueueService& m_queue;
    Done m_done;
    bool m_listing = false;
};

} // namespace sitebook
