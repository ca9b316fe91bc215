// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/storewriter.h"

#include "core/base/logging.h"
#include "core/telemetry/metrics.h"

#include <sqlite3.h>

namespace sitebook::server {

namespace {

constexpr size_t groupLimit = 512;
constexpr auto idleTime = std::chrono::milliseconds(500);
constexpr int logPagesLimit = 1000; // 4 MB, copied in a few milliseconds: every request then waits for it

int countLogPages(void* pages, sqlite3* /*database*/, const char* /*name*/, int count)
{
    *static_cast<int*>(pages) = count;
    return SQLITE_OK;
}

} // namespace

StoreWriter::StoreWriter(std::unique_ptr<Database> database, std::shared_ptr<const KeyRing> ring, const Clock& clock,
                         Metrics& metrics)
    : m_database(std::move(database))
    , m_context(*m_database, std::move(ring), clock)
    , m_groupSizes(metrics.histogram("sitebook_commit_group_size", "Writes committed together.",
                                     {1, 2, 4, 8, 16, 32, 64, 128, 256, 512}))
    , m_commitSeconds(metrics.histogram("sitebook_commit_seconds", "Time of a group's transaction.",
                                        {0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.5, 1}))
    , m_failures(metrics.counter("sitebook_commit_failures_total", "Transactions that were rolled back."))
{
    // Posted reports look for their patients in the index, which should stay in memory.
    (void)m_database->exec("PRAGMA cache_size=-65536");
    sqlite3_wal_hook(m_database->handle(), countLogPages, &m_logPages);
    m_thread = std::thread([this] { run(); });
}

StoreWriter::~StoreWriter()
{
    stop();
}

bool StoreWriter::submit(WriteJob job)
{
    WriteBatch batch;
    batch.jobs.push_back(std::move(job));
    return submit(batch);
}

bool StoreWriter::submit(WriteBatch& batch)
{
    {
        const std::scoped_lock lock(m_mutex);
        if (m_stopping || m_waitingJobs >= waitingLimit())
            return false;
        m_waitingJobs += batch.jobs.size();
        m_waiting.push_back(std::move(batch));
    }
    m_wake.notify_one();
    return true;
}

void StoreWriter::stop()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_one();
    if (m_thread.joinable())
        m_thread.join();
}

void StoreWriter::run()
{
    for (;;) {
        std::unique_lock lock(m_mutex);
        const auto due = [this] { return m_stopping || !m_waiting.empty(); };
        // A pause is the time to bring the file up to date: readers find pages faster there than in the log.
        if (m_logPages > 0 && !m_wake.wait_for(lock, idleTime, due)) {
            lock.unlock();
            checkpoint();
            continue;
        }
        m_wake.wait(lock, due);
        if (m_waiting.empty())
            break;
        std::vector<WriteBatch> group = nextGroup(lock);
        commitGroup(group);
        checkpointIfGrown();
    }
    if (!m_database->checkpoint(true))
        qCWarning(lcServer, "The write-ahead log could not be copied; the next start does it.");
}

// Whole batches, up to about groupLimit jobs; the lock is given up.
std::vector<WriteBatch> StoreWriter::nextGroup(std::unique_lock<std::mutex>& lock)
{
    size_t jobs = 0;
    auto end = m_waiting.begin();
    while (end != m_waiting.end() && jobs < groupLimit)
        jobs += (end++)->jobs.size();
    std::vector<WriteBatch> group(std::make_move_iterator(m_waiting.begin()), std::make_move_iterator(end));
    m_waiting.erase(m_waiting.begin(), end);
    m_waitingJobs -= jobs;
    lock.unlock();
    return group;
}

void StoreWriter::commitGroup(std::vector<WriteBatch>& group)
{
    const auto started = std::chrono::steady_clock::now();
    std::vector<WriteJob*> jobs;
    for (WriteBatch& batch : group)
        for (WriteJob& job : batch.jobs)
            jobs.push_back(&job);
    const Result<> together = attempt(jobs);
    m_groupSizes.observe(static_cast<double>(jobs.size()));
    m_commitSeconds.observe(std::chrono::duration<double>(std::chrono::steady_clock::now() - started).count());
    // When one of them cannot be written, each gets its own answer alone.
    for (WriteJob* job : jobs)
        job->result = together || jobs.size() == 1 ? together : attempt({job});
    for (WriteBatch& batch : group)
        answer(std::move(batch));
}

void StoreWriter::answer(WriteBatch batch)
{
    if (!batch.deliver) {
        for (const WriteJob& job : batch.jobs)
            job.done(job.result);
        return;
    }
    const auto deliver = std::move(batch.deliver);
    deliver([finished = std::make_shared<std::vector<WriteJob>>(std::move(batch.jobs))] {
        for (const WriteJob& job : *finished)
            job.done(job.result);
    });
}

Result<> StoreWriter::attempt(const std::vector<WriteJob*>& jobs)
{
    const auto failed = [this](const Error& error) {
        m_failures.add();
        m_context.forget();
        qCWarning(lcServer, "A transaction was rolled back: %ls", qUtf16Printable(error.english()));
        return fail(error);
    };
    auto transaction = Transaction::begin(*m_database);
    if (!transaction)
        return failed(transaction.error());
    m_context.begin();
    for (const WriteJob* job : jobs)
        if (const auto worked = job->work(m_context); !worked)
            return failed(worked.error());
    if (const auto finished = m_context.finish(); !finished)
        return failed(finished.error());
    if (const auto committed = transaction->commit(); !committed)
        return failed(committed.error());
    m_commits.fetch_add(1, std::memory_order_release);
    return {};
}

void StoreWriter::checkpointIfGrown()
{
    if (m_logPages >= logPagesLimit)
        checkpoint();
}

void StoreWriter::checkpoint()
{
    m_logPages = 0;
    if (!m_database->checkpoint(false))
        qCWarning(lcServer, "The write-ahead log could not be copied yet.");
}

} // namespace sitebook::server
