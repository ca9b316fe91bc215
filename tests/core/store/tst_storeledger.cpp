// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/hashchain.h"
#include "core/store/metatable.h"
#include "core/store/storeledger.h"
#include "tests/support/teststore.h"

using namespace sitebook;
using namespace sitebook::test;
using namespace Qt::StringLiterals;

class TestStoreLedger final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void ownOperationsLeaveInOrderAndOnce();
    void anUnfinishedBatchIsGivenAgainUnchanged();
    void whatTheServerTookIsConfirmedByTheWatermark();
    void aWaitingOperationHoldsBackItsOwnRecordOnly();
    void aQuarantinedOneCanBeSentAgain();
    void aPageIsAppliedWithItsCursorOrNotAtAll();
    void ownOperationsThatComeBackAreRecognised();
    void aConflictKeepsTheHeadAndCounts();
    void anAcknowledgedChangeClaimsNothingOfWhatHasNotArrived();
    void afterANewEpochUnknownOnesAreQueuedAgain();
    void aRestoredServerMayGiveTheSameNumbersAgain();
};

namespace {

constexpr qint64 now = 1'800'000'000'000;

Fields fieldsOf(const QString& name, const QString& value)
{
    Fields fields;
    fields.set(name, value);
    return fields;
}

Settled acked(const OpId& id, quint64 seq, quint64 version = 1)
{
    Settled settled;
    settled.opId = id;
    settled.seq = seq;
    settled.version = version;
    return settled;
}

// An operation of another desk, with the link that desk would give it.
Incoming foreign(const DeviceId& device, quint64 n, quint64 seq, const RecordId& record, OpType type, const Fields& set,
                 quint64 base = 0, Outcome outcome = Outcome::Applied, quint64 version = 1)
{
    Incoming incoming;
    incoming.seq = seq;
    incoming.version = version;
    incoming.outcome = outcome;
    incoming.op.opId = OpId::create();
    incoming.op.device = device;
    incoming.op.type = type;
    incoming.op.recordId = record;
    incoming.op.set = set;
    incoming.op.baseVersion = base;
    incoming.op.user = UserName(u"ana"_s);
    incoming.op.link = {n, chainOrigin(), QByteArray(32, 'h'), QByteArray(32, 'o'), QByteArray(32, 'n')};
    return incoming;
}

} // namespace

void TestStoreLedger::ownOperationsLeaveInOrderAndOnce()
{
    TestStore test;
    for (int i = 1; i <= 5; ++i)
        test.addPatient(u"P00%1"_s.arg(i));
    StoreLedger ledger(*test.store);
    const auto first = ledger.nextBatch(3, 1 << 20, now);
    QVERIFY(first && *first);
    QCOMPARE((*first)->ops.size(), size_t(3));
    QCOMPARE((*first)->ops.front().link.n, quint64(1));
    std::vector<Settled> settled;
    quint64 seq = 0;
    for (const Operation& op : (*first)->ops)
        settled.push_back(acked(op.opId, ++seq));
    QVERIFY(ledger.settle((*first)->batch, settled, 0, std::nullopt));
    const auto second = ledger.nextBatch(3, 1 << 20, now);
    QVERIFY(second && *second);
    QCOMPARE((*second)->ops.size(), size_t(2));
    QCOMPARE((*second)->ops.front().link.n, quint64(4));
}

void TestStoreLedger::anUnfinishedBatchIsGivenAgainUnchanged()
{
    TestStore test;
    test.addPatient(u"P001"_s);
    const auto first = StoreLedger(*test.store).nextBatch(50, 1 << 20, now);
    QVERIFY(first && *first);
    test.addPatient(u"P002"_s);
    test.reopen(); // a crash in between
    StoreLedger ledger(*test.store);
    const auto again = ledger.nextBatch(50, 1 << 20, now);
    QVERIFY(again && *again);
    QCOMPARE((*again)->batch, (*first)->batch);
    QCOMPARE((*again)->attempt, 2);
    QCOMPARE((*again)->ops, (*first)->ops);
}

void TestStoreLedger::whatTheServerTookIsConfirmedByTheWatermark()
{
    TestStore test;
    test.addPatient(u"P001"_s);
    test.addPatient(u"P002"_s);
    StoreLedger ledger(*test.store);
    QCOMPARE(ledger.counts(now)->queued, 2);
    const auto batch = ledger.nextBatch(50, 1 << 20, now);
    QCOMPARE(ledger.counts(now)->sending, 2);
    const auto& ops = (*batch)->ops;
    QVERIFY(ledger.settle((*batch)->batch, {acked(ops[0].opId, 1), acked(ops[1].opId, 2)}, 1, std::nullopt));
    const auto counts = ledger.counts(now);
    QCOMPARE(counts->queued, 0);
    QCOMPARE(counts->sending, 0);
    QCOMPARE(counts->confirmed, 1);
    QCOMPARE(counts->acked, 1);
}

void TestStoreLedger::aWaitingOperationHoldsBackItsOwnRecordOnly()
{
    TestStore test;
    const RecordId first = test.addPatient(u"P001"_s);
    StoreLedger ledger(*test.store);
    const auto batch = ledger.nextBatch(50, 1 << 20, now);
    Settled later = acked((*batch)->ops[0].opId, 0);
    later.state = OpDelivery::Queued;
    later.retryAtUtcMs = now + 25'000;
    QVERIFY(ledger.settle((*batch)->batch, {later}, 0, std::nullopt));
    QVERIFY(test.append(test.operation(Entity::Patient, OpType::Set, first, fieldsOf(field::sex, u"F"_s))));
    test.addPatient(u"P002"_s);
    const auto next = ledger.nextBatch(50, 1 << 20, now);
    QVERIFY(next && *next);
    QCOMPARE((*next)->ops.size(), size_t(1));
    QCOMPARE((*next)->ops[0].link.n, quint64(3));
    QVERIFY(ledger.settle((*next)->batch, {acked((*next)->ops[0].opId, 1)}, 0, std::nullopt));
    const auto due = ledger.nextBatch(50, 1 << 20, now + 30'000);
    QVERIFY(due && *due);
    QCOMPARE((*due)->ops.size(), size_t(2));
    QCOMPARE((*due)->ops[0].link.n, quint64(1));
    QCOMPARE((*due)->ops[1].link.n, quint64(2));
}

void TestStoreLedger::aQuarantinedOneCanBeSentAgain()
{
    TestStore test;
    const RecordId id = test.addPatient(u"P001"_s);
    StoreLedger ledger(*test.store);
    const auto batch = ledger.nextBatch(50, 1 << 20, now);
    Settled refused = acked((*batch)->ops[0].opId, 0);
    refused.state = OpDelivery::Quarantined;
    refused.code = u"schema"_s;
    QVERIFY(ledger.settle((*batch)->batch, {refused}, 0, std::nullopt));
    QCOMPARE(ledger.counts(now)->quarantined, 1);
    QVERIFY(!*ledger.nextBatch(50, 1 << 20, now));
    const auto unsettled = test.store->read<QHash<RecordId, RecordDelivery>>(
        [&](Database& database) { return RecordReader(database, test.store->context()).unsettled(); });
    QCOMPARE(*unsettled, (QHash<RecordId, RecordDelivery>{{id, RecordDelivery::Quarantined}}));
    QVERIFY(ledger.requeue(refused.opId));
    QVERIFY((*ledger.nextBatch(50, 1 << 20, now)).has_value());
}

void TestStoreLedger::aPageIsAppliedWithItsCursorOrNotAtAll()
{
    TestStore test;
    StoreLedger ledger(*test.store);
    const DeviceId other = DeviceId::create();
    const RecordId record = RecordId::create();
    const Incoming incoming = foreign(other, 1, 1, record, OpType::Create, fieldsOf(field::patientId, u"P009"_s));
    QVERIFY(!ledger.applyChanges(u"e1"_s, 5, 6, 0, {incoming})); // does not follow
    QCOMPARE(test.count("SELECT count(*) FROM journal"), 0);
    QVERIFY(ledger.applyChanges(u"e1"_s, 0, 1, 1, {incoming}));
    QCOMPARE(ledger.cursor()->after, quint64(1));
    QCOMPARE(ledger.cursor()->epoch, u"e1"_s);
    QCOMPARE(test.count("SELECT count(*) FROM patients WHERE patient_id='P009' AND trunk=1"), 1);
    QVERIFY(!*ledger.nextBatch(50, 1 << 20, now)); // what others did is not sent back
}

void TestStoreLedger::ownOperationsThatComeBackAreRecognised()
{
    TestStore test;
    test.addPatient(u"P001"_s);
    StoreLedger ledger(*test.store);
    const auto batch = ledger.nextBatch(50, 1 << 20, now); // the answer is lost
    Incoming own;
    own.seq = 1;
    own.version = 1;
    own.op = (*batch)->ops[0];
    QVERIFY(ledger.applyChanges(u"e1"_s, 0, 1, 1, {own}));
    QCOMPARE(test.count("SELECT count(*) FROM journal"), 1);
    QCOMPARE(ledger.counts(now)->confirmed, 1);
    QVERIFY(!*ledger.nextBatch(50, 1 << 20, now));
}

// The server merged our change above one of another desk that we have not received: our next change must not say that
// its author had seen it, or the server would overwrite it without a word.
void TestStoreLedger::anAcknowledgedChangeClaimsNothingOfWhatHasNotArrived()
{
    TestStore test;
    const RecordId record = test.addPatient(u"P001"_s);
    StoreLedger ledger(*test.store);
    const auto trunk = [&] {
        return test.store->writer()
            .write<quint64>([record](WriteScope& scope) -> Result<quint64> {
                SB_TRY_ASSIGN(const Projections::Folded folded, scope.projections.fold(record));
                return folded.trunk;
            })
            .result()
            .value();
    };
    const auto created = ledger.nextBatch(50, 1 << 20, now);
    QVERIFY(created && *created);
    QVERIFY(ledger.settle((*created)->batch, {acked((*created)->ops.front().opId, 1, 1)}, 0, std::nullopt));
    QCOMPARE(trunk(), quint64(1));
    QVERIFY(test.append(test.operation(Entity::Patient, OpType::Set, record, fieldsOf(u"sex"_s, u"F"_s))));
    const auto changed = ledger.nextBatch(50, 1 << 20, now);
    QVERIFY(changed && *changed);
    Settled merged = acked((*changed)->ops.front().opId, 3, 3);
    merged.outcome = Outcome::Merged;
    QVERIFY(ledger.settle((*changed)->batch, {merged}, 0, std::nullopt));
    QCOMPARE(trunk(), quint64(1));
    const Incoming other =
        foreign(DeviceId::create(), 1, 2, record, OpType::Set, fieldsOf(u"name"_s, u"Ann"_s), 1, Outcome::Applied, 2);
    QVERIFY(ledger.applyChanges(u"e1"_s, 0, 3, 0, {other}));
    QCOMPARE(trunk(), quint64(3));
}

void TestStoreLedger::aConflictKeepsTheHeadAndCounts()
{
    TestStore test;
    const RecordId id = test.addPatient(u"P001"_s);
    StoreLedger ledger(*test.store);
    const auto batch = ledger.nextBatch(50, 1 << 20, now);
    QVERIFY(ledger.settle((*batch)->batch, {acked((*batch)->ops[0].opId, 1)}, 1, std::nullopt));
    QVERIFY(test.append(test.operation(Entity::Patient, OpType::Set, id, fieldsOf(field::sex, u"F"_s))));
    const auto mine = ledger.nextBatch(50, 1 << 20, now);
    const Incoming theirs =
        foreign(DeviceId::create(), 1, 2, id, OpType::Set, fieldsOf(field::sex, u"M"_s), 1, Outcome::Applied, 2);
    Incoming first;
    first.seq = 1;
    first.version = 1;
    first.op = (*batch)->ops[0];
    QVERIFY(ledger.applyChanges(u"e1"_s, 0, 2, 1, {first, theirs}));
    Settled disputed = acked((*mine)->ops[0].opId, 3, 2);
    disputed.state = OpDelivery::Conflict;
    disputed.outcome = Outcome::Conflict;
    QVERIFY(ledger.settle((*mine)->batch, {disputed}, 3, std::nullopt));
    const auto head = test.store->read<RecordReader::PatientHead>(
        [&](Database& database) { return RecordReader(database, test.store->context()).patient(id); });
    QCOMPARE(head->patient.sex, u"M"_s);
    QCOMPARE(head->conflicts, 1);
    QCOMPARE(ledger.counts(now)->conflict, 1);
}

void TestStoreLedger::afterANewEpochUnknownOnesAreQueuedAgain()
{
    TestStore test;
    test.addPatient(u"P001"_s);
    test.addPatient(u"P002"_s);
    StoreLedger ledger(*test.store);
    const auto batch = ledger.nextBatch(50, 1 << 20, now);
    const OpId kept = (*batch)->ops[0].opId;
    const OpId lost = (*batch)->ops[1].opId;
    QVERIFY(ledger.settle((*batch)->batch, {acked(kept, 1), acked(lost, 2)}, 0, std::nullopt));
    QCOMPARE(ledger.unconfirmed(OpId(), 10)->size(), size_t(2));
    QCOMPARE(ledger.unconfirmed(kept, 10)->front(), lost);
    QVERIFY(ledger.restartFeed(u"e2"_s));
    QVERIFY(ledger.reconcile({acked(kept, 1)}, {lost}));
    QCOMPARE(ledger.cursor()->after, quint64(0));
    const auto again = ledger.nextBatch(50, 1 << 20, now);
    QVERIFY(again && *again);
    QCOMPARE((*again)->ops.size(), size_t(1));
    QCOMPARE((*again)->ops[0].opId, lost);
}

void TestStoreLedger::aRestoredServerMayGiveTheSameNumbersAgain()
{
    TestStore test;
    StoreLedger ledger(*test.store);
    const DeviceId other = DeviceId::create();
    const RecordId first = RecordId::create();
    const RecordId second = RecordId::create();
    const RecordId third = RecordId::create();
    const auto patient = [](const QString& id) { return fieldsOf(field::patientId, id); };
    Incoming kept = foreign(other, 1, 1, first, OpType::Create, patient(u"P001"_s));
    Incoming lost = foreign(other, 2, 2, second, OpType::Create, patient(u"P002"_s));
    QVERIFY(ledger.applyChanges(u"e1"_s, 0, 2, 2, {kept, lost}));
    // The server comes back without the second one, and another desk is quicker than the one that sends it again.
    QVERIFY(ledger.restartFeed(u"e2"_s));
    const Incoming quick = foreign(DeviceId::create(), 1, 2, third, OpType::Create, patient(u"P003"_s));
    const auto page = ledger.applyChanges(u"e2"_s, 0, 2, 2, {kept, quick});
    QVERIFY2(page, page ? "" : qUtf8Printable(page.error().english()));
    QCOMPARE(test.count("SELECT count(*) FROM patients"), 3); // nothing that was seen is taken away
    lost.seq = 3;
    QVERIFY(ledger.applyChanges(u"e2"_s, 2, 3, 3, {lost}));
    QCOMPARE(test.count("SELECT count(*) FROM feed"), 3);
    QCOMPARE(test.count("SELECT count(*) FROM journal"), 3);
    QCOMPARE(
        test.count(
            "SELECT f.seq FROM feed f JOIN journal j ON j.id=f.op WHERE j.record_id=(SELECT record_id FROM patients "
            "WHERE patient_id='P002')"),
        3);
}

QTEST_GUILESS_MAIN(TestStoreLedger)
#include "tst_storeledger.moc"
