// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRunnable>
#include <QThreadPool>
#include <atomic>
#include <utility>

namespace sitebook {

// Runs `work` on a thread of the pool. As QThreadPool::start(), but what the starting thread has written is seen to be
// handed over by the race detector as well, which cannot look into Qt.
template <class Work>
void startOn(QThreadPool& pool, Work work)
{
    class Task final : public QRunnable
    {
    public:
        explicit Task(Work given)
            : m_work(std::move(given))
        {
            m_ready.store(true, std::memory_order_release);
        }
        void run() override
        {
            if (m_ready.load(std::memory_order_acquire))
                m_work();
        }

    private:
        Work m_work;
        std::atomic<bool> m_ready{false};
    };
    pool.start(new Task(std::move(work)));
}

} // namespace sitebook
