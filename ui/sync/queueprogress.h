// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/views.h"

namespace sitebook {

// How far the present load of the queue is. A load begins when something waits after nothing did; what comes in
// meanwhile belongs to it. No clock inside: the rest time follows from the queue's own speed.
class QueueProgress final
{
public:
    void update(const QueueStatus& status);
    [[nodiscard]] bool isActive() const { return m_open > 0; }
    [[nodiscard]] qint64 done() const { return m_done; }
    [[nodiscard]] qint64 total() const { return m_done + m_open; }
    [[nodiscard]] qint64 restMs() const { return m_restMs; } // 0: cannot be told

private:
    qint64 m_begin = 0; // processed when the load began
    qint64 m_done = 0;
    qint64 m_open = 0;
    qint64 m_restMs = 0;
};

} // namespace sitebook
