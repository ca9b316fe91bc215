// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sync/queueprogress.h"

namespace sitebook {

void QueueProgress::update(const QueueStatus& status)
{
    const bool wasActive = isActive();
    m_open = status.queued + status.claimed;
    if (!wasActive)
        m_begin = status.processed;
    m_done = std::max<qint64>(0, status.processed - m_begin);
    m_restMs = status.paused || status.perSecond <= 0
                   ? 0
                   : static_cast<qint64>(1000.0 * static_cast<double>(m_open) / status.perSecond);
}

} // namespace sitebook
