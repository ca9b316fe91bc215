// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <atomic>
#include <functional>
#include <memory>

namespace sitebook {

// Shared stop flag: the asker keeps one copy and calls cancel(), the worker polls isCancelled(). Thread-safe.
class CancelToken final
{
public:
    void cancel() { m_flag->store(true, std::memory_order_relaxed); }
    [[nodiscard]] bool isCancelled() const { return m_flag->load(std::memory_order_relaxed); }

private:
    std::shared_ptr<std::atomic<bool>> m_flag = std::make_shared<std::atomic<bool>>(false);
};

// done and total in the unit the caller names (rows, operations); total 0 means not known yet. Called on the worker.
using Progress = std::function<void(qint64 done, qint64 total)>;

} // namespace sitebook
