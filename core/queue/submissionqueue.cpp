// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/queue/submissionqueue.h"

#include "core/base/logging.h"
#include "core/base/poolstart.h"
#include "core/store/recordreader.h"

#include <QTimer>

namespace sitebook {

namespace {

constexpr int announceMs = 50;
constexpr int outstandingPerWorker = 2; // batches waiting for the writer before a worker waits itself

} // namespace

SubmissionQueue::SubmissionQueue(Store& store, const ReportPreparer& preparer, Options options, QObject* parent)
    : QObject(parent)
    , m_store(store)
    , m_preparer(preparer)
    , m_options(options)
{
    setWorkers(options.workers);
    refreshCounts();
}

SubmissionQueue::~SubmissionQueue()
{
    drain();
}

void SubmissionQueue::setWorkers(int workers)
{
    m_options.workers = workers > 0 ? workers : std::max(1, QThread::idealThreadCount());
    m_pool.setMaxThreadCount(m_options.workers);
}

void SubmissionQueue::refreshCounts()
{
    const auto counts =
        m_store.read<SubmissionCounts>([](Database& database) { return submissions::counts(database); });
    if (!counts)
        return;
    const std::scoped_lock lock(m_mutex);
    m_counts.queued = counts->queued;
    m_counts.quarantined = counts->quarantined;
}

Submission SubmissionQueue::row(Report report, const QString& source, const UserName& user, Role role) const
{
    if (report.recordId.isNull())
        report.recordId = RecordId::create();
    return {0, std::move(report), source, user, role, m_store.context().clock->now().utcMs, 0};
}

QFuture<Result<qint64>> SubmissionQueue::insert(std::vector<Report> reports, const QString& source,
                                                const UserName& user, Role role)
{
    std::vector<Submission> rows;
    rows.reserve(reports.size());
    for (Report& report : reports)
        rows.push_back(row(std::move(report), source, user, role));
    const auto count = static_cast<qint64>(rows.size());
    return m_store.writer().write<qint64>([rows = std::move(rows), count](WriteScope& scope) -> Result<qint64> {
        SB_TRY(submissions::insert(scope, rows));
        return count;
    });
}

void SubmissionQueue::taken(qint64 count)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_counts.queued += count;
        m_more = true;
    }
    start();
    announce();
}

QFuture<Result<qint64>> SubmissionQueue::enqueue(std::vector<Report> reports, const QString& source,
                                                 const UserName& user, Role role)
{
    return insert(std::move(reports), source, user, role).then(this, [this](const Result<qint64>& stored) {
        if (stored)
            taken(*stored);
        return stored;
    });
}

Result<qint64> SubmissionQueue::enqueueDurably(std::vector<Report> reports, const QString& source, const UserName& user,
                                               Role role)
{
    Result<qint64> stored = insert(std::move(reports), source, user, role).result();
    if (stored)
        taken(*stored);
    return stored;
}

void SubmissionQueue::start()
{
    if (m_paused)
        return;
    const std::scoped_lock lock(m_mutex);
    m_more = true;
    if (m_running == 0) {
        m_runTimer.start();
        m_runStart = m_counts.processed;
    }
    while (m_running < m_options.workers) {
        ++m_running;
        startOn(m_pool, [this] { work(); });
    }
}

void SubmissionQueue::setPaused(bool paused)
{
    if (!paused) {
        const std::scoped_lock lock(m_mutex);
        m_counts.stoppedBy.reset();
    }
    m_paused = paused;
    if (!paused)
        start();
    announce();
}

void SubmissionQueue::drain()
{
    const bool wasPaused = m_paused.exchange(true);
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_running == 0 && m_outstanding == 0; });
    }
    m_pool.waitForDone();
    m_paused = wasPaused;
}

void SubmissionQueue::retry(qint64 id)
{
    m_store.writer()
        .write<qint64>([id](WriteScope& scope) { return submissions::retry(scope, id); })
        .then(this, [this](const Result<qint64>& count) {
            if (!count)
                return stopOn(count.error());
            {
                const std::scoped_lock lock(m_mutex);
                m_claimedUpTo = 0; // rows in flight are recognised when they are stored
                m_counts.quarantined -= *count;
                m_counts.queued += *count;
            }
            start();
            announce();
        });
}

SubmissionQueue::Statistics SubmissionQueue::statistics() const
{
    const std::scoped_lock lock(m_mutex);
    Statistics counts = m_counts;
    counts.paused = m_paused;
    counts.running = m_running > 0 || m_outstanding > 0;
    if (counts.running && m_runTimer.isValid() && m_runTimer.elapsed() > 0)
        counts.perSecond =
            static_cast<double>(counts.processed - m_runStart) * 1000.0 / static_cast<double>(m_runTimer.elapsed());
    return counts;
}

void SubmissionQueue::work()
{
    while (!m_paused) {
        auto batch = claim();
        if (!batch) {
            stopOn(batch.error());
            break;
        }
        if (!*batch)
            break;
        auto prepared = prepare(**batch);
        if (!prepared) {
            settled((*batch)->size, fail(prepared.error()));
            break;
        }
        hand(std::move(**batch), std::move(*prepared));
    }
    workerEnded();
}

Result<std::optional<SubmissionQueue::Batch>> SubmissionQueue::claim()
{
    SB_TRY_ASSIGN(const ReaderPool::Reader reader, m_store.readers().take());
    qint64 after = 0;
    qint64 upTo = 0;
    std::vector<std::shared_ptr<std::vector<Prepared>>> spent; // freed here, outside the lock
    {
        std::unique_lock lock(m_mutex);
        spent.swap(m_spent);
        m_changed.wait(lock, [this] { return m_outstanding < outstandingPerWorker * m_options.workers; });
        m_more = false;
        after = m_claimedUpTo;
        SB_TRY_ASSIGN(upTo, submissions::claimEnd(reader.database(), after, m_options.batch));
        if (upTo == 0)
            return std::optional<Batch>();
        m_claimedUpTo = upTo;
        ++m_outstanding;
    }
    Batch batch;
    auto rows = submissions::claimed(reader.database(), m_store.context(), after, upTo, batch.refused);
    if (!rows) {
        settled(0, fail(rows.error()));
        return fail(rows.error());
    }
    batch.rows = std::move(*rows);
    batch.size = static_cast<qint64>(batch.rows.size()) + static_cast<qint64>(batch.refused.size());
    const std::scoped_lock lock(m_mutex);
    m_counts.claimed += batch.size;
    return batch;
}

Result<std::vector<SubmissionQueue::Prepared>> SubmissionQueue::prepare(Batch& batch) const
{
    std::vector<Prepared> ready;
    ready.reserve(batch.rows.size());
    SB_TRY_ASSIGN(const ReaderPool::Reader reader, m_store.readers().take());
    for (Submission& submission : batch.rows) {
        Prepared prepared;
        SB_TRY_ASSIGN(auto refused, prepareOne(reader.database(), submission, prepared));
        if (refused)
            batch.refused.push_back(std::move(*refused));
        else
            ready.push_back(std::move(prepared));
    }
    return ready;
}

Result<std::optional<Quarantine>> SubmissionQueue::prepareOne(Database& database, Submission& submission,
                                                              Prepared& prepared) const
{
    SB_TRY_ASSIGN(Statement known, database.prepare("SELECT 1 FROM patients WHERE record_id=? AND voided=0"));
    known.bind(1, submission.report.patient.bytes());
    SB_TRY_ASSIGN(const bool found, known.step());
    if (!found)
        return Quarantine{submission.id, QStringLiteral("unknown_patient"), field::patient,
                          QT_TRANSLATE_NOOP("messages",
                                            "This report names a patient who is not registered here. Register the "
                                            "patient, then retry.")};
    if (m_preparer.asksForConsent()) {
        SB_TRY_ASSIGN(const auto patient, RecordReader(database, m_store.context()).patient(submission.report.patient));
        if (auto allowed = m_preparer.requireConsentFor(submission.report, patient.patient.consentDate); !allowed)
            return Quarantine{submission.id, QStringLiteral("consent"), allowed.error().where, allowed.error().message};
    }
    QString code;
    auto checked = m_preparer.check(std::move(submission.report), &code);
    if (!checked)
        return Quarantine{submission.id, code, checked.error().where, checked.error().message};
    const Report& report = checked->report;
    prepared = {submission.id,  m_preparer.creation(report, submission.user, submission.role),
                report.patient, report.eventOid,
                report.formOid, report.repeat};
    return std::nullopt;
}

void SubmissionQueue::hand(Batch batch, std::vector<Prepared> prepared)
{
    const qint64 size = batch.size;
    auto work = std::make_shared<std::vector<Prepared>>(std::move(prepared));
    m_store.writer()
        .write<Outcome>(
            [work, refused = std::move(batch.refused)](WriteScope& scope) { return storeBatch(scope, *work, refused); })
        .then([this, size, work](const Result<Outcome>& outcome) {
            bury(work);
            settled(size, outcome);
        });
}

Result<SubmissionQueue::Outcome> SubmissionQueue::storeBatch(WriteScope& scope, std::vector<Prepared>& prepared,
                                                             std::vector<Quarantine> refused)
{
    Outcome outcome;
    outcome.refused = std::move(refused);
    for (Prepared& one : prepared) {
        SB_TRY_ASSIGN(const bool stored, storeOne(scope, one, outcome));
        outcome.accepted += stored ? 1 : 0;
    }
    for (const Quarantine& why : outcome.refused) {
        SB_TRY(submissions::quarantine(scope, why));
    }
    return outcome;
}

Result<bool> SubmissionQueue::storeOne(WriteScope& scope, Prepared& prepared, Outcome& outcome)
{
    RecordReader reader(scope.database, scope.context);
    SB_TRY_ASSIGN(const auto taken, reader.reportAt(prepared.patient, prepared.event, prepared.form, prepared.repeat));
    if (taken && *taken != prepared.sealed.op.recordId) {
        outcome.refused.push_back({prepared.submission, QStringLiteral("duplicate"), field::repeat,
                                   QT_TRANSLATE_NOOP("messages", "This patient has this form at this visit already.")});
        return false;
    }
    SB_TRY_ASSIGN(const bool mine, submissions::remove(scope, prepared.submission));
    if (!mine)
        return false;
    SB_TRY(scope.append(prepared.sealed));
    return true;
}

void SubmissionQueue::bury(std::shared_ptr<std::vector<Prepared>> spent)
{
    const std::scoped_lock lock(m_mutex);
    m_spent.push_back(std::move(spent));
}

void SubmissionQueue::settled(qint64 size, const Result<Outcome>& outcome)
{
    if (!outcome)
        stopOn(outcome.error());
    else
        for (const Quarantine& why : outcome->refused)
            QMetaObject::invokeMethod(
                this, [this, why] { Q_EMIT quarantined(why.id, why.code, why.field); }, Qt::QueuedConnection);
    // The last touch of this object: drain() goes on, and it may be gone, as soon as nothing is outstanding.
    const std::scoped_lock lock(m_mutex);
    m_counts.claimed -= size;
    if (outcome) {
        const auto refused = static_cast<qint64>(outcome->refused.size());
        m_counts.queued -= outcome->accepted + refused;
        m_counts.quarantined += refused;
        m_counts.accepted += outcome->accepted;
        m_counts.processed += outcome->accepted + refused;
    }
    --m_outstanding;
    announce();
    m_changed.notify_all();
}

void SubmissionQueue::workerEnded()
{
    bool again = false;
    {
        const std::scoped_lock lock(m_mutex);
        --m_running;
        again = m_more && !m_paused && m_running == 0;
        m_changed.notify_all();
    }
    if (again)
        QMetaObject::invokeMethod(this, &SubmissionQueue::start, Qt::QueuedConnection);
    announce();
}

void SubmissionQueue::stopOn(const Error& error)
{
    qCWarning(lcQueue, "the queue pauses: %s", qUtf8Printable(error.word()));
    m_paused = true;
    {
        const std::scoped_lock lock(m_mutex);
        m_claimedUpTo = 0;
        m_counts.stoppedBy = error;
    }
    QMetaObject::invokeMethod(
        this, [this, error] { Q_EMIT failed(error); }, Qt::QueuedConnection);
    announce();
}

void SubmissionQueue::announce()
{
    if (m_announced.exchange(true))
        return;
    QMetaObject::invokeMethod(
        this,
        [this] {
            QTimer::singleShot(announceMs, this, [this] {
                m_announced = false;
                Q_EMIT progressed();
                const Statistics counts = statistics();
                if (!counts.running && counts.queued == 0)
                    Q_EMIT finished();
            });
        },
        Qt::QueuedConnection);
}

} // namespace sitebook
