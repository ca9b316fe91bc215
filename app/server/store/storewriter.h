// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/store/writecontext.h"

#include <atomic>
#include <condition_variable>
#include <thread>

namespace sitebook {
class Counter;
class Histogram;
class Metrics;
} // namespace sitebook

namespace sitebook::server {

// One piece of writing. `work` runs on the writer's thread inside a transaction and may run twice (once more alone,
// when a group failed), so it starts from nothing each time; an Error means: undo it. `done` follows after the durable
// commit or the failure.
struct WriteJob
{
    std::function<Result<>(WriteContext&)> work;
    std::function<void(const Result<>&)> done;
    Result<> result = {}; // the writer's own note
};

// Jobs that come from one thread and whose `done` is wanted there: `deliver` gets what is to be run on it. Without it
// `done` runs on the writer's thread.
struct WriteBatch
{
    std::vector<WriteJob> jobs;
    std::function<void(std::function<void()>)> deliver;
};

// The one thread that writes. It commits whatever is waiting together (synchronous=FULL), so that the disk is asked
// once for many answers, and copies the write-ahead log into the file when it has grown.
class StoreWriter final
{
public:
    StoreWriter(std::unique_ptr<Database> database, std::shared_ptr<const KeyRing> ring, const Clock& clock,
                Metrics& metrics);
    ~StoreWriter(); // finishes what waits

    // False when too much waits already, or the writer is stopping.
    [[nodiscard]] bool submit(WriteJob job);
    // All or none: where it is false the batch is as it was.
    [[nodiscard]] bool submit(WriteBatch& batch);
    void stop();
    // Commits so far; a reader whose snapshot is from before the last one may be behind. Any thread.
    [[nodiscard]] quint64 commits() const { return m_commits.load(std::memory_order_acquire); }
    [[nodiscard]] static constexpr size_t waitingLimit() { return 20'000; }

private:
    void run();
    [[nodiscard]] std::vector<WriteBatch> nextGroup(std::unique_lock<std::mutex>& lock);
    void commitGroup(std::vector<WriteBatch>& group);
    [[nodiscard]] Result<> attempt(const std::vector<WriteJob*>& jobs);
    static void answer(WriteBatch batch);
    void checkpointIfGrown();
    void checkpoint();

    std::unique_ptr<Database> m_database;
    WriteContext m_context;
    Histogram& m_groupSizes;
    Histogram& m_commitSeconds;
    Counter& m_failures;
    std::atomic<quint64> m_commits{0};
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::vector<WriteBatch> m_waiting;
    size_t m_waitingJobs = 0;
    bool m_stopping = false;
    int m_logPages = 0;
    std::thread m_thread;
};

} // namespace sitebook::server
