// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/writer.h"

#include "core/base/logging.h"

#include <sqlite3.h>

namespace sitebook {

namespace {

constexpr size_t groupLimit = 256;    // writes in one commit
constexpr int checkpointPages = 8000; // 32 MB of log

int rememberPages(void* pages, sqlite3* /*db*/, const char* /*name*/, int count)
{
    *static_cast<int*>(pages) = count;
    return SQLITE_OK;
}

} // namespace

Result<qint64> WriteScope::append(SealedOperation& sealed)
{
    SB_TRY_ASSIGN(const qint64 row, journal.append(sealed));
    SB_TRY(projections.applied(sealed, change));
    ++change.operations;
    // A record now has something to send; an event of the workspace concerns no record.
    change.delivery |= sealed.op.entity != Entity::Workspace;
    return row;
}

Writer::Writer(std::unique_ptr<Database> database, StoreContext context, Listener listener)
    : m_database(std::move(database))
    , m_context(std::move(context))
    , m_listener(std::move(listener))
    , m_journal(*m_database, m_context)
    , m_projections(*m_database, m_journal, m_context)
{
    sqlite3_wal_hook(m_database->handle(), rememberPages, &m_walPages);
    m_thread = std::thread([this] { loop(); });
}

Writer::~Writer()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_one();
    m_thread.join();
    if (const auto done = m_database->checkpoint(true); !done)
        qCWarning(lcStore, "checkpoint at close: %s", qUtf8Printable(done.error().english()));
}

void Writer::enqueue(std::unique_ptr<Job> job)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_waiting.push_back(std::move(job));
    }
    m_wake.notify_one();
}

void Writer::loop()
{
    for (;;) {
        std::deque<std::unique_ptr<Job>> group;
        {
            std::unique_lock lock(m_mutex);
            m_wake.wait(lock, [this] { return m_stopping || !m_waiting.empty(); });
            if (m_waiting.empty())
                return;
            while (!m_waiting.empty() && group.size() < groupLimit) {
                group.push_back(std::move(m_waiting.front()));
                m_waiting.pop_front();
            }
        }
        runGroup(group);
        checkpointWhenDue();
    }
}

void Writer::runGroup(std::deque<std::unique_ptr<Job>>& group)
{
    StoreChange change;
    const Result<> committed = runJobs(group, change);
    if (!committed) {
        m_journal.forgetHead();
        qCWarning(lcStore, "a group of %zu writes was rolled back: %s", group.size(),
                  qUtf8Printable(committed.error().word()));
    }
    {
        const std::scoped_lock lock(m_mutex);
        ++m_statistics.commits;
        m_statistics.writes += static_cast<qint64>(group.size());
    }
    if (committed && m_listener && !change.isEmpty())
        m_listener(change);
    for (const auto& job : group)
        job->settle(committed ? nullptr : &committed.error());
}

Result<> Writer::runJobs(std::deque<std::unique_ptr<Job>>& group, StoreChange& change)
{
    SB_TRY_ASSIGN(Transaction transaction, Transaction::begin(*m_database));
    for (const auto& job : group) {
        SB_TRY(runOne(*job, change));
    }
    return transaction.commit();
}

// A write that fails is undone alone. The error returned here is of the whole group: the savepoint's, or that of a
// write with which SQLite has undone everything.
Result<> Writer::runOne(Job& job, StoreChange& change)
{
    SB_TRY_ASSIGN(Savepoint savepoint, Savepoint::begin(*m_database));
    StoreChange own;
    WriteScope scope{*m_database, m_context, m_journal, m_projections, own};
    if (!job.run(scope)) {
        m_journal.forgetHead();
        if (!m_database->inTransaction())
            return fail(job.error());
        return {};
    }
    SB_TRY(savepoint.release());
    change.add(own);
    return {};
}

void Writer::checkpointWhenDue()
{
    if (m_walPages < checkpointPages)
        return;
    m_walPages = 0;
    if (const auto done = m_database->checkpoint(false); !done)
        qCWarning(lcStore, "checkpoint: %s", qUtf8Printable(done.error().english()));
}

Writer::Statistics Writer::statistics() const
{
    const std::scoped_lock lock(m_mutex);
    return m_statistics;
}

} // namespace sitebook
