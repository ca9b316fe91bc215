// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/memoryledger.h"

#include "core/journal/hashchain.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sitebook::simulation {

namespace {

auto diskFull()
{
    return fail(ErrorCode::DiskFull, Message("The disk is full."));
}

qint64 sizeOf(const Operation& op)
{
    qint64 size = 600 + op.reason.size();
    for (const Fields::Entry& entry : op.set)
        size += entry.name.size() + entry.value.text.size() + 8;
    return size;
}

} // namespace

Uuid uuidFrom(sync::Random& random)
{
    QByteArray bytes;
    for (int i = 0; i < 2; ++i) {
        const quint64 part = random.next();
        for (int shift = 0; shift < 64; shift += 8)
            bytes.append(static_cast<char>((part >> shift) & 0xFF));
    }
    return Uuid::fromBytes(bytes);
}

MemoryLedger::MemoryLedger(DeviceId device, quint64 seed)
    : m_device(std::move(device))
    , m_random(seed)
{
}

Operation MemoryLedger::capture(OpType type, const RecordId& record, const Fields& set, const QString& reason)
{
    const QMutexLocker lock(&m_mutex);
    Own own;
    Operation& op = own.op;
    op.opId = OpId(uuidFrom(m_random));
    op.device = m_device;
    op.type = type;
    op.entity = Entity::Patient;
    op.recordId = record;
    const auto known = m_records.find(record);
    op.baseVersion = known == m_records.end() ? 0 : known->second.version;
    op.set = set;
    op.user = UserName(u"meyer"_s);
    op.capturedAt = {1'700'000'000'000, 60};
    op.schema = u"patient/1"_s;
    op.reason = reason;
    op.link.n = m_own.size() + 1;
    op.link.prev = m_own.empty() ? chainOrigin() : m_own.back().op.link.hash;
    op.link.oldDigest = QByteArray(32, '\0');
    op.link.newDigest = QByteArray(32, '\1');
    op.link.hash = chainHash(op);
    if (const auto received = m_received.find(record); received != m_received.end())
        own.seen = received->second;
    m_index[op.opId] = m_own.size();
    m_own.push_back(std::move(own));
    return m_own.back().op;
}

std::vector<MemoryLedger::Own> MemoryLedger::own() const
{
    const QMutexLocker lock(&m_mutex);
    return m_own;
}

std::map<RecordId, RecordState> MemoryLedger::records() const
{
    const QMutexLocker lock(&m_mutex);
    return m_records;
}

QStringList MemoryLedger::violations() const
{
    const QMutexLocker lock(&m_mutex);
    return m_violations;
}

std::vector<ReceiptRow> MemoryLedger::receipts() const
{
    const QMutexLocker lock(&m_mutex);
    return m_receipts;
}

int MemoryLedger::count(OpDelivery state) const
{
    const QMutexLocker lock(&m_mutex);
    return static_cast<int>(
        std::count_if(m_own.begin(), m_own.end(), [state](const Own& own) { return own.state == state; }));
}

bool MemoryLedger::failsNow()
{
    if (m_failures <= 0)
        return false;
    --m_failures;
    return true;
}

Result<SyncCursor> MemoryLedger::cursor()
{
    const QMutexLocker lock(&m_mutex);
    return m_cursor;
}

Result<LedgerCounts> MemoryLedger::counts(qint64 nowUtcMs)
{
    const QMutexLocker lock(&m_mutex);
    LedgerCounts counts;
    qint64 earliest = std::numeric_limits<qint64>::max();
    for (size_t i = 0; i < m_own.size(); ++i) {
        const Own& own = m_own[i];
        counts.queued += own.state == OpDelivery::Queued;
        counts.sending += own.state == OpDelivery::Sending;
        counts.acked += own.state == OpDelivery::Acked;
        counts.confirmed += own.state == OpDelivery::Confirmed;
        counts.conflict += own.state == OpDelivery::Conflict;
        counts.quarantined += own.state == OpDelivery::Quarantined;
        if (own.state == OpDelivery::Queued && !waitsBehind(i, nowUtcMs))
            earliest = std::min(earliest, own.retryAtUtcMs);
    }
    if (counts.queued > 0 && earliest > nowUtcMs)
        counts.earliestRetryUtcMs = earliest;
    return counts;
}

std::optional<OutgoingBatch> MemoryLedger::unfinished()
{
    OutgoingBatch batch;
    for (Own& own : m_own) {
        if (own.state != OpDelivery::Sending)
            continue;
        if (batch.ops.empty())
            batch.batch = own.batch;
        else if (own.batch != batch.batch)
            m_violations << u"two batches are under way"_s;
        ++own.attempts;
        batch.attempt = own.attempts;
        batch.ops.push_back(own.op);
    }
    return batch.ops.empty() ? std::nullopt : std::optional(batch);
}

bool MemoryLedger::waitsBehind(size_t index, qint64 nowUtcMs) const
{
    for (size_t i = 0; i < index; ++i) {
        const Own& earlier = m_own[i];
        if (earlier.state == OpDelivery::Queued && earlier.retryAtUtcMs > nowUtcMs &&
            earlier.op.recordId == m_own[index].op.recordId)
            return true;
    }
    return false;
}

Result<std::optional<OutgoingBatch>> MemoryLedger::nextBatch(int maxOps, qint64 maxBytes, qint64 nowUtcMs)
{
    const QMutexLocker lock(&m_mutex);
    if (failsNow())
        return diskFull();
    if (auto batch = unfinished())
        return batch;
    OutgoingBatch batch{BatchId(uuidFrom(m_random)), 1, {}};
    qint64 size = 0;
    for (size_t i = 0; i < m_own.size() && static_cast<int>(batch.ops.size()) < maxOps; ++i) {
        Own& own = m_own[i];
        if (own.state != OpDelivery::Queued || own.retryAtUtcMs > nowUtcMs || waitsBehind(i, nowUtcMs))
            continue;
        size += sizeOf(own.op);
        if (size > maxBytes && !batch.ops.empty())
            break;
        own.state = OpDelivery::Sending;
        own.batch = batch.batch;
        ++own.attempts;
        batch.ops.push_back(own.op);
    }
    if (batch.ops.empty())
        return std::optional<OutgoingBatch>();
    return std::optional(batch);
}

void MemoryLedger::release(const BatchId& batch)
{
    for (Own& own : m_own) {
        if (own.state == OpDelivery::Sending && own.batch == batch)
            own.state = OpDelivery::Queued;
    }
}

Result<> MemoryLedger::releaseBatch(const BatchId& batch)
{
    const QMutexLocker lock(&m_mutex);
    if (failsNow())
        return diskFull();
    release(batch);
    return {};
}

void MemoryLedger::settleOne(const Settled& settled)
{
    const auto found = m_index.find(settled.opId);
    if (found == m_index.end()) {
        m_violations << u"settled an operation of another desk"_s;
        return;
    }
    Own& own = m_own[found->second];
    own.state = settled.state;
    own.seq = settled.seq;
    own.code = settled.code;
    own.retryAtUtcMs = settled.retryAtUtcMs;
}

void MemoryLedger::raiseDurable(quint64 durableSeq)
{
    m_cursor.durableSeq = std::max(m_cursor.durableSeq, durableSeq);
    for (Own& own : m_own) {
        if (own.state == OpDelivery::Acked && own.seq <= m_cursor.durableSeq)
            own.state = OpDelivery::Confirmed;
    }
}

Result<> MemoryLedger::settle(const BatchId& batch, const std::vector<Settled>& results, quint64 durableSeq,
                              const std::optional<ReceiptRow>& receipt)
{
    const QMutexLocker lock(&m_mutex);
    if (failsNow())
        return diskFull();
    for (const Settled& settled : results)
        settleOne(settled);
    release(batch);
    if (receipt)
        m_receipts.push_back(*receipt);
    raiseDurable(durableSeq);
    return {};
}

void MemoryLedger::fold(const Incoming& incoming)
{
    const OpId& id = incoming.op.opId;
    RecordState& record = m_records[incoming.op.recordId];
    if (!m_received[incoming.op.recordId].insert(id).second)
        m_violations << u"an operation came twice in the feed"_s;
    apply(record, incoming.op, incoming.outcome);
    if (record.version != incoming.version)
        m_violations << u"the record's version differs from the server's"_s;
    const auto mine = m_index.find(id);
    if (mine == m_index.end())
        return;
    Own& own = m_own[mine->second];
    own.seq = incoming.seq;
    if (own.state == OpDelivery::Queued || own.state == OpDelivery::Quarantined)
        own.state = incoming.outcome == Outcome::Conflict ? OpDelivery::Conflict : OpDelivery::Acked;
}

Result<> MemoryLedger::applyChanges(const QString& epoch, quint64 after, quint64 next, quint64 durableSeq,
                                    const std::vector<Incoming>& changes)
{
    const QMutexLocker lock(&m_mutex);
    if (failsNow())
        return diskFull();
    if (after != m_cursor.after || epoch != m_cursor.epoch)
        return fail(ErrorCode::Conflict, Message("The page does not follow."));
    for (const Incoming& incoming : changes) {
        if (incoming.seq != m_cursor.after + 1)
            m_violations << u"a gap in the feed"_s;
        m_cursor.after = incoming.seq;
        fold(incoming);
    }
    m_cursor.after = next;
    raiseDurable(durableSeq);
    return {};
}

Result<std::vector<OpId>> MemoryLedger::unconfirmed(const OpId& after, int limit)
{
    const QMutexLocker lock(&m_mutex);
    if (failsNow())
        return diskFull();
    const auto start = m_index.find(after);
    std::vector<OpId> ids;
    for (size_t i = start == m_index.end() ? 0 : start->second + 1; i < m_own.size(); ++i) {
        const Own& own = m_own[i];
        const bool neverSent = own.state == OpDelivery::Queued && own.attempts == 0;
        const bool durable = own.seq > 0 && own.seq <= m_cursor.durableSeq;
        if (!neverSent && !durable && own.state != OpDelivery::Confirmed)
            ids.push_back(own.op.opId);
        if (static_cast<int>(ids.size()) == limit)
            break;
    }
    return ids;
}

Result<> MemoryLedger::reconcile(const std::vector<Settled>& known, const std::vector<OpId>& unknown)
{
    const QMutexLocker lock(&m_mutex);
    if (failsNow())
        return diskFull();
    for (const Settled& settled : known)
        settleOne(settled);
    for (const OpId& id : unknown) {
        Own& own = m_own[m_index.at(id)];
        own.state = OpDelivery::Queued;
        own.seq = 0;
        own.retryAtUtcMs = 0;
    }
    return {};
}

Result<> MemoryLedger::restartFeed(const QString& epoch)
{
    const QMutexLocker lock(&m_mutex);
    if (failsNow())
        return diskFull();
    m_cursor = SyncCursor{epoch, 0, 0};
    m_records.clear();
    m_received.clear();
    return {};
}

Result<> MemoryLedger::clearWaits()
{
    const QMutexLocker lock(&m_mutex);
    for (Own& own : m_own)
        own.retryAtUtcMs = 0;
    return {};
}

Result<> MemoryLedger::requeue(const OpId& opId)
{
    const QMutexLocker lock(&m_mutex);
    const auto found = m_index.find(opId);
    if (found == m_index.end())
        return fail(ErrorCode::NotFound, Message("No such operation."));
    m_own[found->second].state = OpDelivery::Queued;
    return {};
}

} // namespace sitebook::simulation
