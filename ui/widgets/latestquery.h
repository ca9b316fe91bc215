// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QFutureWatcher>
#include <QObject>
#include <functional>
#include <memory>

namespace sitebook {

// Asks one question again and again and hands on only what is still wanted. GUI thread.
// refresh(): the same question; while one is under way further calls merge into a single one afterwards.
// restart(): the question changed; the answer under way is dropped when it comes late.
template <class T>
class LatestQuery final
{
public:
    using Ask = std::function<QFuture<Result<T>>()>;
    using Done = std::function<void(Result<T>)>;

    LatestQuery(Ask ask, Done done)
        : m_ask(std::move(ask))
        , m_done(std::move(done))
    {
    }

    void refresh()
    {
        if (m_running) {
            m_again = true;
            return;
        }
        start();
    }
    void restart()
    {
        m_again = false;
        start();
    }
    [[nodiscard]] bool isRunning() const { return m_running; }

private:
    void start()
    {
        m_running = true;
        const quint64 mine = ++m_generation;
        auto* watcher = new QFutureWatcher<Result<T>>(m_context.get());
        QObject::connect(watcher, &QFutureWatcherBase::finished, m_context.get(), [this, mine, watcher] {
            watcher->deleteLater();
            if (mine != m_generation)
                return;
            m_running = false;
            if (watcher->future().resultCount() > 0)
                m_done(watcher->result());
            if (std::exchange(m_again, false) && !m_running)
                start();
        });
        watcher->setFuture(m_ask());
    }

    Ask m_ask;
    Done m_done;
    quint64 m_generation = 0;
    bool m_running = false;
    bool m_again = false;
    std::unique_ptr<QObject> m_context = std::make_unique<QObject>(); // dies first: no answer reaches a dead owner
};

} // namespace sitebook
