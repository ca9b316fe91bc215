// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/localsyncservice.h"

#include "core/store/metatable.h"

namespace sitebook {

namespace {

SyncConfig configOf(const WorkspaceCore& core)
{
    SyncConfig config;
    config.server = QUrl(core.info.serverUrl);
    config.workspaceId = core.info.workspaceId;
    config.site = core.info.site;
    config.device = core.info.device;
    config.user = core.user.userName;
    config.studyOid = core.study->studyOid;
    return config;
}

SyncPhase phaseOf(SyncState::Phase phase)
{
    switch (phase) {
    case SyncState::Phase::NotSetUp:
        return SyncPhase::NotSetUp;
    case SyncState::Phase::Idle:
        return SyncPhase::Idle;
    case SyncState::Phase::Working:
        return SyncPhase::Working;
    case SyncState::Phase::Waiting:
        return SyncPhase::Waiting;
    case SyncState::Phase::NeedsSignIn:
        return SyncPhase::NeedsSignIn;
    case SyncState::Phase::Refused:
        return SyncPhase::Refused;
    case SyncState::Phase::Outdated:
        return SyncPhase::Outdated;
    }
    return SyncPhase::Waiting;
}

// Own operations without the server's word, quarantined first, then in device order.
constexpr const char* waitingSql =
    "SELECT "
    "j.op_id,j.n,j.entity,j.type,j.record_id,j.utc_ms,coalesce(d.state,0),coalesce(d.attempts,0),coalesce(d.code,''),"
    "coalesce(d.reason,''),j.schema FROM journal j LEFT JOIN delivery d ON d.op=j.id LEFT JOIN feed f ON f.op=j.id "
    "WHERE j.device=?1 AND f.op IS NULL ORDER BY coalesce(d.state,0)=5 DESC,j.n LIMIT ?2";
constexpr const char* conflictSql =
    "SELECT j.op_id,j.n,j.entity,j.type,j.record_id,j.utc_ms,4,f.attempts,f.code,'',j.schema FROM feed f JOIN journal "
    "j ON "
    "j.id=f.op WHERE f.outcome=2 AND (EXISTS(SELECT 1 FROM patients p WHERE p.record_id=j.record_id AND p.conflicts>0) "
    "OR "
    "EXISTS(SELECT 1 FROM reports r WHERE r.record_id=j.record_id AND r.conflicts>0)) ORDER BY j.id LIMIT ?2";

QString stateWord(qint64 state)
{
    switch (static_cast<OpDelivery>(state)) {
    case OpDelivery::Sending:
        return QStringLiteral("sending");
    case OpDelivery::Conflict:
        return QStringLiteral("conflict");
    case OpDelivery::Quarantined:
        return QStringLiteral("quarantined");
    default:
        return QStringLiteral("queued");
    }
}

Message whyWaiting(const QString& state, const QString& reason)
{
    if (!reason.isEmpty())
        return {"%1", {reason}};
    if (state == u"sending")
        return QT_TRANSLATE_NOOP("messages", "On its way; the server has not confirmed it yet.");
    if (state == u"conflict")
        return QT_TRANSLATE_NOOP("messages",
                                 "Somebody else changed the same field. Both values are kept until a person decides.");
    if (state == u"quarantined")
        return QT_TRANSLATE_NOOP("messages", "The server refused it. Correct the record, then send it again.");
    return QT_TRANSLATE_NOOP("messages", "Waits for the next contact with the server.");
}

Result<> collect(Database& database, const StoreContext& context, const char* sql, int limit,
                 std::vector<WaitingItem>& items)
{
    SB_TRY_ASSIGN(Statement statement, database.prepare(sql));
    statement.bind(1, context.device.bytes()).bind(2, limit);
    while (static_cast<int>(items.size()) < limit) {
        SB_TRY_ASSIGN(const bool found, statement.step());
        if (!found)
            return {};
        WaitingItem item;
        item.opId = OpId::fromBytes(statement.blob(0));
        item.deviceSeq = static_cast<quint64>(statement.integer(1));
        item.entity = static_cast<Entity>(statement.integer(2));
        item.type = static_cast<OpType>(statement.integer(3));
        item.recordId = RecordId::fromBytes(statement.blob(4));
        item.sinceUtcMs = statement.integer(5);
        item.state = stateWord(statement.integer(6));
        item.attempts = static_cast<int>(statement.integer(7));
        item.code = statement.text(8);
        item.reason = whyWaiting(item.state, statement.text(9));
        if (item.entity == Entity::Report)
            item.formOid = statement.text(10).section(u'/', 1);
        items.push_back(std::move(item));
    }
    return {};
}

void nameRecords(std::vector<WaitingItem>& items, const Snapshots::Lists& lists)
{
    QHash<RecordId, QString> names;
    for (const PatientRow& row : lists.patients->rows())
        names.insert(row.recordId, row.patientId);
    for (const ReportRow& row : *lists.reports)
        names.insert(row.recordId, row.patientId);
    for (WaitingItem& item : items)
        item.patientId = names.value(item.recordId);
}

} // namespace

LocalSyncService::LocalSyncService(WorkspaceCore& core, Snapshots& snapshots, CredentialStore& credentials,
                                   QObject* parent)
    : SyncService(parent)
    , m_core(core)
    , m_snapshots(snapshots)
    , m_ledger(*core.store)
    , m_runner(configOf(core), m_ledger, credentials, core.clock)
{
    connect(&m_runner, &SyncRunner::stateChanged, this, [this] {
        readCountsSoon();
        Q_EMIT statusChanged();
    });
    readCountsSoon();
}

LocalSyncService::~LocalSyncService()
{
    m_runner.stop();
}

void LocalSyncService::setOnline(bool online)
{
    m_online = online;
    m_runner.setOnline(online);
}

SyncStatus LocalSyncService::status() const
{
    const SyncState& state = m_runner.state();
    SyncStatus status;
    status.phase = phaseOf(state.phase);
    status.server = m_core.info.serverUrl;
    status.sentence = state.sentence;
    status.lastSuccessUtcMs = std::max(state.lastSuccessUtcMs, m_lastSuccessMs);
    status.nextAttemptUtcMs = state.nextAttemptUtcMs;
    status.queued = m_counts.queued;
    status.sending = m_counts.sending;
    status.acked = m_counts.acked;
    status.confirmed = m_counts.confirmed;
    status.conflicts = m_counts.conflict;
    status.quarantined = m_counts.quarantined;
    status.pulled = state.pulled;
    return status;
}

QFuture<Result<std::vector<WaitingItem>>> LocalSyncService::waiting(int limit)
{
    using Items = std::vector<WaitingItem>;
    return m_core.onWorker<Items>([this, limit, lists = m_snapshots.lists()]() -> Result<Items> {
        return m_core.store->read<Items>([&](Database& database) -> Result<Items> {
            Items items;
            SB_TRY(collect(database, m_core.store->context(), conflictSql, limit, items));
            SB_TRY(collect(database, m_core.store->context(), waitingSql, limit, items));
            nameRecords(items, lists);
            return items;
        });
    });
}

QFuture<Result<>> LocalSyncService::signIn(const QString& password)
{
    return m_runner.signIn(m_core.user.userName, password);
}

void LocalSyncService::noteDelivery()
{
    readCountsSoon();
}

void LocalSyncService::readCountsSoon()
{
    if (m_reading) {
        m_again = true;
        return;
    }
    m_reading = true;
    struct Read
    {
        LedgerCounts counts;
        qint64 lastSuccessMs = 0;
    };
    m_core
        .onWorker<Read>([this]() -> Result<Read> {
            return m_core.store->read<Read>([this](Database& database) -> Result<Read> {
                Read read;
                SB_TRY_ASSIGN(read.counts, readCounts(database, m_core.store->context(), m_core.clock.now().utcMs));
                SB_TRY_ASSIGN(read.lastSuccessMs, metaNumber(database, metakey::lastSync));
                return read;
            });
        })
        .then(this, [this](const Result<Read>& read) {
            m_reading = false;
            if (read) {
                m_counts = read->counts;
                m_lastSuccessMs = read->lastSuccessMs;
            }
            Q_EMIT statusChanged();
            if (std::exchange(m_again, false))
                readCountsSoon();
        });
}

} // namespace sitebook
