// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/localworkspace.h"

#include <QDir>

namespace sitebook {

namespace {

constexpr size_t recentReports = 8;

} // namespace

Result<std::shared_ptr<LocalWorkspace::Parts>> LocalWorkspace::prepare(OpenedWorkspace opened)
{
    auto parts = std::make_shared<Parts>();
    parts->listener = std::make_shared<std::function<void(const StoreChange&)>>();
    parts->listenerMutex = std::make_shared<std::mutex>();
    parts->core = std::make_unique<WorkspaceCore>();
    WorkspaceCore& core = *parts->core;
    core.info = std::move(opened.info);
    core.user = std::move(opened.user);
    core.study = std::move(opened.study.study);
    core.studyReport = std::move(opened.study.report);
    const StoreContext context{core.info.site, core.info.device, std::move(opened.keys), &core.clock};
    const auto announce = [listener = parts->listener, mutex = parts->listenerMutex](const StoreChange& change) {
        const std::scoped_lock lock(*mutex);
        if (*listener)
            (*listener)(change);
    };
    const QString file = QDir(core.info.path).filePath(QStringLiteral("sitebook.db"));
    SB_TRY_ASSIGN(core.store, Store::open(file, context, announce));
    core.preparer = std::make_unique<ReportPreparer>(core.study, core.store->context());
    SB_TRY_ASSIGN(parts->lists, Snapshots::readAll(*core.store));
    parts->lock = std::move(opened.lock);
    parts->failedSignIns = opened.failedSignIns;
    return parts;
}

LocalWorkspace::LocalWorkspace(std::shared_ptr<Parts> parts, CredentialStore& credentials)
    : m_lock(std::move(parts->lock))
    , m_core(std::move(parts->core))
    , m_listener(parts->listener)
    , m_listenerMutex(parts->listenerMutex)
    , m_snapshots(*m_core->store, m_core->pool, std::move(parts->lists))
    , m_patients(*m_core, m_snapshots, nullptr)
    , m_reports(*m_core, m_snapshots, nullptr)
    , m_visits(*m_core, m_snapshots, nullptr)
    , m_queries(*m_core, m_snapshots, nullptr)
    , m_reviews(*m_core, m_snapshots, nullptr)
    , m_drafts(*m_core, m_snapshots, nullptr)
    , m_queue(*m_core, m_snapshots, nullptr)
    , m_sync(*m_core, m_snapshots, credentials, nullptr)
    , m_audit(*m_core, nullptr)
    , m_exchange(*m_core, m_snapshots, m_queue.queue(), nullptr)
{
    listen();
    connect(&m_snapshots, &Snapshots::patientsChanged, this, &Workspace::changed);
    connect(&m_snapshots, &Snapshots::draftsChanged, this, &Workspace::changed);
    connect(&m_snapshots, &Snapshots::queriesChanged, this, &Workspace::changed);
    connect(&m_snapshots, &Snapshots::visitsChanged, this, &Workspace::changed);
    noteSignIn(parts->failedSignIns);
    m_queue.queue().start();
    m_sync.start();
}

LocalWorkspace::~LocalWorkspace()
{
    shutDown();
    // Events that were under way when it closed may have begun another reading; none may answer to a service that is
    // gone.
    m_core->pool.waitForDone();
}

void LocalWorkspace::listen()
{
    const std::scoped_lock lock(*m_listenerMutex);
    *m_listener = [this](const StoreChange& change) {
        if (change.operations > 0)
            m_sync.noteOperations();
        QMetaObject::invokeMethod(
            this,
            [this, change] {
                m_snapshots.noteChange(change);
                if (change.delivery || change.operations > 0)
                    m_sync.noteDelivery();
                if (change.operations > 0 || change.all)
                    Q_EMIT m_audit.changed();
            },
            Qt::QueuedConnection);
    };
}

void LocalWorkspace::noteSignIn(int failuresBefore)
{
    if (failuresBefore > 0) {
        Fields failed;
        failed.set(action::key, action::signInFailed);
        failed.set(QStringLiteral("failures"), QString::number(failuresBefore));
        (void)m_core->appendEvent(failed);
    }
    Fields facts;
    facts.set(action::key, action::signIn);
    (void)m_core->appendEvent(facts);
}

bool LocalWorkspace::may(const QString& actionName) const
{
    const auto action = actionFromCode(actionName);
    return action && sitebook::may(m_core->user.role, *action);
}

std::shared_ptr<const FormChecker> LocalWorkspace::checker(const QString& formOid) const
{
    return m_core->preparer->checker(formOid);
}

DashboardNumbers LocalWorkspace::dashboard() const
{
    const Snapshots::Lists& lists = m_snapshots.lists();
    DashboardNumbers numbers;
    std::map<QDate, int> perDay;
    for (const PatientRow& row : lists.patients->rows()) {
        ++numbers.patients;
        numbers.enrolled += row.isEnrolled ? 1 : 0;
        ++perDay[QDateTime::fromMSecsSinceEpoch(row.recordId.createdUtcMs()).date()];
    }
    int sum = 0;
    for (const auto& [day, count] : perDay)
        numbers.enrolment.emplace_back(day, sum += count);
    numbers.reports = static_cast<qint64>(lists.reports->size());
    numbers.reportsComplete = std::count_if(lists.reports->begin(), lists.reports->end(),
                                            [](const ReportRow& row) { return row.status >= ReportStatus::Complete; });
    numbers.openQueries = m_snapshots.lists().queries->count(QueryStatus::Open);
    numbers.answeredQueries = m_snapshots.lists().queries->count(QueryStatus::Answered);
    numbers.drafts = static_cast<qint64>(lists.drafts.size());
    numbers.recent.assign(lists.reports->begin(), lists.reports->begin() + static_cast<std::ptrdiff_t>(std::min(
                                                                               recentReports, lists.reports->size())));
    return numbers;
}

void LocalWorkspace::close()
{
    shutDown();
    QMetaObject::invokeMethod(this, &Workspace::closed, Qt::QueuedConnection);
}

// In the order of the way of a change, backwards: nothing new comes in, what is claimed is stored, then the store
// closes.
void LocalWorkspace::shutDown()
{
    if (std::exchange(m_closed, true))
        return;
    m_sync.stop();
    m_queue.queue().drain();
    m_core->pool.waitForDone();
    const std::scoped_lock lock(*m_listenerMutex);
    *m_listener = nullptr;
}

} // namespace sitebook
