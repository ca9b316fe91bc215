// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/cancellation.h"

#include <QObject>
#include <functional>
#include <memory>
#include <mutex>

namespace sitebook {

// Brings a worker's progress to the GUI thread: at most one call is under way, with the newest numbers; none comes
// after the relay is gone. Made and destroyed on the GUI thread; progress() may be called from any.
class ProgressRelay final
{
public:
    using Tell = std::function<void(qint64 done, qint64 total)>;

    explicit ProgressRelay(Tell tell)
        : m_state(std::make_shared<State>())
    {
        m_state->tell = std::move(tell);
        m_state->receiver = std::make_unique<QObject>();
    }
    ProgressRelay(const ProgressRelay&) = delete;
    ProgressRelay& operator=(const ProgressRelay&) = delete;
    ~ProgressRelay()
    {
        const std::lock_guard lock(m_state->mutex);
        m_state->receiver.reset();
    }

    [[nodiscard]] Progress progress() const
    {
        return [state = m_state](qint64 done, qint64 total) { post(state, done, total); };
    }

private:
    struct State
    {
        std::mutex mutex;
        std::unique_ptr<QObject> receiver; // lives in the GUI thread; null when nobody listens any more
        Tell tell;                         // GUI thread only
        qint64 done = 0;
        qint64 total = 0;
        bool pending = false;
    };

    static void post(const std::shared_ptr<State>& state, qint64 done, qint64 total)
    {
        const std::lock_guard lock(state->mutex);
        state->done = done;
        state->total = total;
        if (state->receiver == nullptr || std::exchange(state->pending, true))
            return;
        QMetaObject::invokeMethod(
            state->receiver.get(), [state] { deliver(*state); }, Qt::QueuedConnection);
    }
    static void deliver(State& state)
    {
        std::unique_lock lock(state.mutex);
        state.pending = false;
        const qint64 done = state.done;
        const qint64 total = state.total;
        lock.unlock();
        state.tell(done, total);
    }

    std::shared_ptr<State> m_state;
};

} // namespace sitebook
