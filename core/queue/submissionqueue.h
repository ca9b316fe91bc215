// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/queue/reportpreparer.h"
#include "core/store/store.h"
#include "core/store/submissiontable.h"

#include <QElapsedTimer>
#include <QObject>
#include <QThreadPool>
#include <atomic>
#include <condition_variable>

namespace sitebook {

// Takes reports in durably and turns them into operations on worker threads: claimed some dozens at a time, checked,
// scored and sealed on their own core, appended by the writer in groups. A row leaves the queue in the transaction that
// appends its operation, so a crash loses and doubles nothing. A bad one is quarantined with its reason and holds
// nobody back. Lives in one thread; its signals are emitted there. The destructor drains what is claimed and keeps the
// rest.
class SubmissionQueue final : public QObject
{
    Q_OBJECT
public:
    struct Options
    {
        int workers = 0; // 0: as many as cores
        int batch = 256; // rows a worker claims at a time: one commit costs as much as storing some hundreds
    };
    struct Statistics
    {
        qint64 queued = 0; // rows in the table, the claimed ones included
        qint64 claimed = 0;
        qint64 quarantined = 0;
        qint64 processed = 0; // since the start of the program
        qint64 accepted = 0;
        double perSecond = 0; // of the present run
        bool paused = false;
        bool running = false;
        std::optional<Error> stoppedBy; // what the store refused with; the queue is paused until it is told to go on
    };

    SubmissionQueue(Store& store, const ReportPreparer& preparer, Options options, QObject* parent = nullptr);
    ~SubmissionQueue() override;

    // Durable when the future has a result: the number of rows taken in.
    [[nodiscard]] QFuture<Result<qint64>> enqueue(std::vector<Report> reports, const QString& source,
                                                  const UserName& user, Role role);
    // The same from a worker thread: blocks until the rows are durable.
    [[nodiscard]] Result<qint64> enqueueDurably(std::vector<Report> reports, const QString& source,
                                                const UserName& user, Role role);
    // A report as a row, for a write of the caller's own (submissions::insert), which ends with taken().
    [[nodiscard]] Submission row(Report report, const QString& source, const UserName& user, Role role) const;
    // So many rows have been stored by such a write. From any thread.
    void taken(qint64 count);
    void start();
    void setPaused(bool paused);
    // Claims nothing more and returns when what is claimed is stored. Blocks for some milliseconds.
    void drain();
    // Queued again: one quarantined row, or all with 0.
    void retry(qint64 id);
    void setWorkers(int workers);
    [[nodiscard]] Statistics statistics() const;

Q_SIGNALS:
    void progressed(); // counts have changed; at most every 50 ms
    void quarantined(qint64 id, const QString& code, const QString& field);
    void finished();                           // nothing queued and nothing claimed
    void failed(const sitebook::Error& error); // the store refuses; the queue has paused itself

private:
    struct Batch
    {
        std::vector<Submission> rows;
        std::vector<Quarantine> refused;
        qint64 size = 0;
    };
    struct Prepared
    {
        qint64 submission = 0;
        SealedOperation sealed;
        RecordId patient;
        QString event;
        QString form;
        int repeat = 1;
    };
    struct Outcome
    {
        qint64 accepted = 0;
        std::vector<Quarantine> refused;
    };

    [[nodiscard]] QFuture<Result<qint64>> insert(std::vector<Report> reports, const QString& source,
                                                 const UserName& user, Role role);
    void work();
    [[nodiscard]] Result<std::optional<Batch>> claim();
    [[nodiscard]] Result<std::vector<Prepared>> prepare(Batch& batch) const;
    [[nodiscard]] Result<std::optional<Quarantine>> prepareOne(Database& database, Submission& submission,
                                                               Prepared& prepared) const;
    void hand(Batch batch, std::vector<Prepared> prepared);
    [[nodiscard]] static Result<Outcome> storeBatch(WriteScope& scope, std::vector<Prepared>& prepared,
                                                    std::vector<Quarantine> refused);
    [[nodiscard]] static Result<bool> storeOne(WriteScope& scope, Prepared& prepared, Outcome& outcome);
    void bury(std::shared_ptr<std::vector<Prepared>> spent);
    void settled(qint64 size, const Result<Outcome>& outcome);
    void workerEnded();
    void stopOn(const Error& error);
    void refreshCounts();
    void announce();

    Store& m_store;
    const ReportPreparer& m_preparer;
    Options m_options;
    QThreadPool m_pool;
    std::atomic<bool> m_paused{false};
    std::atomic<bool> m_announced{false};

    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    std::vector<std::shared_ptr<std::vector<Prepared>>> m_spent; // stored; a worker frees them, not the writer
    qint64 m_claimedUpTo = 0;
    int m_running = 0;     // workers in work()
    int m_outstanding = 0; // batches handed to the writer
    bool m_more = true;    // rows may have come since a worker saw none
    Statistics m_counts;
    QElapsedTimer m_runTimer;
    qint64 m_runStart = 0;
};

} // namespace sitebook
