// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/journaltable.h"
#include "core/store/projections.h"

#include <QFuture>
#include <QPromise>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace sitebook {

// What a write may use; lives for the write only, on the writer thread, inside a transaction.
struct WriteScope
{
    Database& database;
    const StoreContext& context;
    JournalTable& journal;
    Projections& projections;
    StoreChange& change; // what was touched, announced after the commit

    // Appends an own operation and updates its projection: the way of every change.
    [[nodiscard]] Result<qint64> append(SealedOperation& sealed);
};

// The one thread with the one connection that writes (and checkpoints). Whatever waits becomes one commit; each write
// is all or nothing inside it. Thread-safe. The destructor finishes what was given.
class Writer final
{
public:
    // Called on the writer thread after each commit that changed something.
    using Listener = std::function<void(const StoreChange&)>;

    Writer(std::unique_ptr<Database> database, StoreContext context, Listener listener);
    ~Writer();
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;

    // Runs `task` in the next group; the future is finished after the group is durable (or rolled back, with its
    // error).
    template <class T>
    [[nodiscard]] QFuture<Result<T>> write(std::function<Result<T>(WriteScope&)> task)
    {
        auto job = std::make_unique<TypedJob<T>>(std::move(task));
        QFuture<Result<T>> future = job->promise.future();
        job->promise.start();
        enqueue(std::move(job));
        return future;
    }

    struct Statistics
    {
        qint64 commits = 0;
        qint64 writes = 0;
    };
    [[nodiscard]] Statistics statistics() const;

private:
    struct Job
    {
        virtual ~Job() = default;
        virtual bool run(WriteScope& scope) = 0;
        [[nodiscard]] virtual const Error& error() const = 0; // after run() gave false
        virtual void settle(const Error* failed) = 0;
    };
    template <class T>
    struct TypedJob final : Job
    {
        explicit TypedJob(std::function<Result<T>(WriteScope&)> work)
            : task(std::move(work))
        {
        }
        bool run(WriteScope& scope) override
        {
            result.emplace(task(scope));
            return result->has_value();
        }
        [[nodiscard]] const Error& error() const override { return result->error(); }
        void settle(const Error* failed) override
        {
            promise.addResult(failed ? Result<T>(fail(*failed)) : std::move(*result));
            promise.finish();
        }
        std::function<Result<T>(WriteScope&)> task;
        QPromise<Result<T>> promise;
        std::optional<Result<T>> result;
    };

    void enqueue(std::unique_ptr<Job> job);
    void loop();
    void runGroup(std::deque<std::unique_ptr<Job>>& group);
    [[nodiscard]] Result<> runJobs(std::deque<std::unique_ptr<Job>>& group, StoreChange& change);
    [[nodiscard]] Result<> runOne(Job& job, StoreChange& change);
    void checkpointWhenDue();

    std::unique_ptr<Database> m_database;
    const StoreContext m_context;
    const Listener m_listener;
    JournalTable m_journal;
    Projections m_projections;
    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<std::unique_ptr<Job>> m_waiting;
    bool m_stopping = false;
    Statistics m_statistics;
    int m_walPages = 0;
    std::thread m_thread;
};

} // namespace sitebook
