// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/hashchain.h"
#include "core/model/query.h"
#include "core/model/visit.h"
#include "core/store/drafttable.h"
#include "core/store/migrations.h"
#include "core/store/submissiontable.h"
#include "tests/support/teststore.h"

#include <QDirIterator>

using namespace sitebook;
using namespace sitebook::test;
using namespace Qt::StringLiterals;

class TestStoreBehaviour final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aRegisteredPatientIsReadBackAndChained();
    void aChangeMakesAVersionAndKeepsTheHistory();
    void everyEntryFollowsTheOneBefore();
    void theJournalRefusesUpdateAndDelete();
    void writesOfOneGroupFailAlone();
    void rebuildGivesEqualContent();
    void aMovedCiphertextDoesNotOpen();
    void noNameStandsInAnyFile();
    void draftsSurviveReopening();
    void aFileOfTheFirstSchemaIsBroughtUp();
    void aNewerFileIsRefused();
    void anotherFileIsRefused();
    void aClockSetBackIsMarked();
};

namespace {

Result<RecordReader::PatientHead> readPatient(TestStore& test, const RecordId& id)
{
    return test.store->read<RecordReader::PatientHead>(
        [&](Database& database) { return RecordReader(database, test.store->context()).patient(id); });
}

Visit visitOf(const RecordId& patient)
{
    Visit visit;
    visit.patient = patient;
    visit.eventOid = u"SE.WEEK2"_s;
    visit.date = u"2026-03-04"_s;
    return visit;
}

Query queryOf(const RecordId& patient)
{
    Query query;
    query.patient = patient;
    query.itemOid = u"IT.WEIGHT"_s;
    query.assignee = u"li.wei"_s;
    query.raisedAt = u"2026-03-04T05:06:07.089Z"_s;
    query.messages.set(u"op1"_s, u"Is 300 kg right?"_s);
    return query;
}

Fields fieldsOf(const QString& name, const QString& value)
{
    Fields fields;
    fields.set(name, value);
    return fields;
}

} // namespace

void TestStoreBehaviour::aRegisteredPatientIsReadBackAndChained()
{
    TestStore test;
    const RecordId id = test.addPatient(u"P001"_s);
    const auto head = readPatient(test, id);
    QVERIFY(head);
    QCOMPARE(head->patient.name, u"Zzq-Canary, Ana"_s);
    QCOMPARE(head->patient.dateOfBirth.toString(), u"1961-04-02"_s);
    QCOMPARE(head->patient.version, quint64(1));
    QCOMPARE(test.count("SELECT count(*) FROM journal"), 1);
}

void TestStoreBehaviour::aChangeMakesAVersionAndKeepsTheHistory()
{
    TestStore test;
    const RecordId id = test.addPatient(u"P001"_s);
    QVERIFY(
        test.append(test.operation(Entity::Patient, OpType::Set, id, fieldsOf(field::name, u"Zzq-Canary, Anna"_s))));
    const auto head = readPatient(test, id);
    QVERIFY(head);
    QCOMPARE(head->patient.version, quint64(2));
    QCOMPARE(head->patient.name, u"Zzq-Canary, Anna"_s);
    const auto rows = test.store->read<std::vector<JournalTable::Row>>(
        [&](Database& database) { return JournalTable(database, test.store->context()).ofRecord(id); });
    QVERIFY(rows);
    QCOMPARE(rows->size(), size_t(2));
    QCOMPARE(rows->front().op.set.text(field::name), u"Zzq-Canary, Ana"_s);
}

void TestStoreBehaviour::everyEntryFollowsTheOneBefore()
{
    TestStore test;
    const RecordId id = test.addPatient(u"P001"_s);
    test.addPatient(u"P002"_s);
    const auto rows =
        test.store->read<std::vector<Operation>>([&](Database& database) -> Result<std::vector<Operation>> {
            JournalTable journal(database, test.store->context());
            std::vector<Operation> ops;
            for (qint64 row = 1; row <= 2; ++row) {
                SB_TRY_ASSIGN(Operation op, journal.operation(row));
                ops.push_back(op);
            }
            return ops;
        });
    QVERIFY(rows);
    QCOMPARE(rows->at(0).link.prev, chainOrigin());
    QCOMPARE(rows->at(1).link.prev, rows->at(0).link.hash);
    QCOMPARE(chainHash(rows->at(1)), rows->at(1).link.hash);
    QCOMPARE(rows->at(1).link.n, quint64(2));
    Q_UNUSED(id)
}

void TestStoreBehaviour::theJournalRefusesUpdateAndDelete()
{
    TestStore test;
    test.addPatient(u"P001"_s);
    for (const char* sql : {"UPDATE journal SET user='x'", "DELETE FROM journal"}) {
        const auto done =
            test.store->writer().write<void>([sql](WriteScope& scope) { return scope.database.exec(sql); }).result();
        QVERIFY(!done);
    }
    QCOMPARE(test.count("SELECT count(*) FROM journal WHERE user='li.wei'"), 1);
}

void TestStoreBehaviour::writesOfOneGroupFailAlone()
{
    TestStore test;
    std::vector<QFuture<Result<>>> futures;
    for (int i = 0; i < 60; ++i) {
        const Operation op = test.operation(Entity::Patient, OpType::Create, RecordId::create(),
                                            fieldsOf(field::patientId, u"P%1"_s.arg(i, 3, 10, QLatin1Char('0'))));
        futures.push_back(test.store->writer().write<void>([op, i](WriteScope& scope) -> Result<> {
            SealedOperation sealed = sealOperation(scope.context, op, {});
            SB_TRY(scope.append(sealed));
            if (i % 3 == 0)
                return fail(ErrorCode::Invalid, "refused");
            return {};
        }));
    }
    int failed = 0;
    for (auto& future : futures)
        failed += future.result() ? 0 : 1;
    QCOMPARE(failed, 20);
    QCOMPARE(test.count("SELECT count(*) FROM journal"), 40);
    QCOMPARE(test.count("SELECT max(n) FROM journal"), 40); // no gap where a write failed
    QVERIFY(test.store->writer().statistics().commits <= 60);
}

void TestStoreBehaviour::rebuildGivesEqualContent()
{
    TestStore test;
    const RecordId id = test.addPatient(u"P001"_s);
    QVERIFY(test.append(test.operation(Entity::Patient, OpType::Set, id, fieldsOf(field::status, u"Enrolled"_s))));
    QVERIFY(test.append(test.operation(Entity::Report, OpType::Create, RecordId::create(),
                                       phq9(id, {1, 0, 1, 0, 0, 1, 2, 0, 0}).toFields())));
    QVERIFY(test.append(test.operation(Entity::Visit, OpType::Create, RecordId::create(), visitOf(id).toFields())));
    QVERIFY(test.append(test.operation(Entity::Query, OpType::Query, RecordId::create(), queryOf(id).toFields())));
    const auto content = [&test] {
        QStringList rows;
        (void)test.store->read<int>([&](Database& database) -> Result<int> {
            RecordReader reader(database, test.store->context());
            SB_TRY(reader.eachPatient([&rows](RecordReader::PatientHead&& head) {
                rows << QString::fromUtf8(QJsonDocument(head.patient.toFields().toJson()).toJson()) +
                            QString::number(head.patient.version);
                return true;
            }));
            SB_TRY(reader.eachReportHead([&](RecordReader::ReportHead&& head) {
                rows << head.recordId.toString() + head.formOid + QString::number(head.version) +
                            QString::fromUtf8(
                                QJsonDocument(reader.report(head.recordId)->toFields().toJson()).toJson());
                return true;
            }));
            for (const char* sql : {"SELECT hex(record_id)||'|'||version||'|'||event||'|'||repeat||'|'||status||'|'||"
                                    "visit_date||'|'||voided FROM visits",
                                    "SELECT hex(record_id)||'|'||version||'|'||item||'|'||type||'|'||status||'|'||"
                                    "assignee||'|'||raised_at||'|'||(body IS NULL) FROM queries"}) {
                SB_TRY_ASSIGN(Statement statement, database.prepare(sql));
                SB_TRY(statement.step());
                rows << statement.text(0);
            }
            return 0;
        });
        return rows;
    };
    const QStringList before = content();
    const auto rebuilt = test.store->rebuild().result();
    QVERIFY(rebuilt);
    QCOMPARE(*rebuilt, 4);
    QCOMPARE(before.size(), 4);
    QVERIFY2(before.at(2).endsWith(u"|1|SE.WEEK2|1|1|2026-03-04|0"_s), qPrintable(before.at(2)));
    QVERIFY2(before.at(3).endsWith(u"|1|IT.WEIGHT|1|0|li.wei|2026-03-04T05:06:07.089Z|0"_s), qPrintable(before.at(3)));
    QCOMPARE(content(), before);
}

void TestStoreBehaviour::aMovedCiphertextDoesNotOpen()
{
    TestStore test;
    const RecordId first = test.addPatient(u"P001"_s);
    test.addPatient(u"P002"_s, u"Other, Person"_s);
    const auto moved = test.store->writer().write<void>([](WriteScope& scope) {
        return scope.database.exec("UPDATE patients SET ident=(SELECT ident FROM patients WHERE patient_id='P002') "
                                   "WHERE patient_id='P001'");
    });
    QVERIFY(moved.result());
    const auto head = readPatient(test, first);
    QVERIFY(!head);
    QCOMPARE(head.error().code, ErrorCode::Damaged);
}

void TestStoreBehaviour::noNameStandsInAnyFile()
{
    TestStore test;
    const RecordId id = test.addPatient(u"P001"_s);
    Operation op = test.operation(Entity::Patient, OpType::Set, id, fieldsOf(field::sex, u"F"_s));
    op.reason = u"Zzq-Canary told so"_s;
    QVERIFY(test.append(op));
    Submission submission;
    submission.report = phq9(id, {1});
    submission.report.items.set(u"IT.COMMENT"_s, u"Zzq-Canary wrote"_s);
    submission.source = u"test"_s;
    QVERIFY(test.store->writer()
                .write<void>([=](WriteScope& scope) { return submissions::insert(scope, {submission}); })
                .result());
    DraftRow draft;
    draft.key = u"patient/new"_s;
    draft.savedUtcMs = 5;
    draft.fields = fieldsOf(field::name, u"Zzq-Canary"_s);
    QVERIFY(test.store->writer().write<void>([=](WriteScope& scope) { return drafts::save(scope, draft); }).result());
    QDirIterator files(test.folder.path(), QDir::Files);
    int searched = 0;
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY2(!file.readAll().contains("Zzq-Canary"), qUtf8Printable(file.fileName()));
        ++searched;
    }
    QVERIFY(searched >= 2); // database and its log
}

void TestStoreBehaviour::draftsSurviveReopening()
{
    TestStore test;
    DraftRow draft;
    draft.key = u"report/new"_s;
    draft.formOid = u"F.PHQ9"_s;
    draft.eventOid = u"SE.BASELINE"_s;
    draft.currentItem = u"IT.PHQ0104"_s;
    draft.savedUtcMs = 7;
    draft.fields = fieldsOf(u"IT.PHQ0101"_s, u"2"_s);
    QVERIFY(test.store->writer().write<void>([=](WriteScope& scope) { return drafts::save(scope, draft); }).result());
    test.reopen();
    const auto loaded = test.store->read<DraftRow>(
        [&](Database& database) { return drafts::load(database, test.store->context(), draft.key); });
    QVERIFY(loaded);
    QCOMPARE(loaded->currentItem, draft.currentItem);
    QCOMPARE(loaded->fields, draft.fields);
}

void TestStoreBehaviour::aFileOfTheFirstSchemaIsBroughtUp()
{
    const QTemporaryDir folder;
    const auto database = Database::open(folder.filePath(u"old.db"_s), Database::Mode::Create);
    QVERIFY(database);
    QFile first(u":/migrations/0001_first.sql"_s);
    QVERIFY(first.open(QIODevice::ReadOnly));
    QVERIFY((*database)->exec(first.readAll().constData()));
    QVERIFY(
        (*database)->exec("PRAGMA application_id=1398950705; PRAGMA user_version=1; INSERT INTO meta VALUES('k','v')"));
    QVERIFY(migrate(**database));
    QCOMPARE((*database)->scalar("PRAGMA user_version").value_or(0), schemaVersion);
    QCOMPARE((*database)->scalar("SELECT count(*) FROM visits").value_or(-1), 0);
    QCOMPARE((*database)->scalar("SELECT count(*) FROM queries").value_or(-1), 0);
    QCOMPARE((*database)->scalar("SELECT count(*) FROM meta WHERE value='v'").value_or(0), 1);
}

void TestStoreBehaviour::aNewerFileIsRefused()
{
    TestStore test;
    QVERIFY(test.store->writer()
                .write<void>([](WriteScope& scope) { return scope.database.exec("PRAGMA user_version=99"); })
                .result());
    test.store.reset();
    const auto opened = Store::open(test.path, {test.site, test.device, test.keys, &test.clock}, {});
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::NewerVersion);
}

void TestStoreBehaviour::anotherFileIsRefused()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"some.db"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(4096, 'x'));
    file.close();
    FakeClock clock;
    const auto opened = Store::open(path, {SiteId(u"1"_s), DeviceId::create(), KeyRing::generate(1), &clock}, {});
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::NotAWorkspace);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray(4096, 'x'));
}

void TestStoreBehaviour::aClockSetBackIsMarked()
{
    TestStore test;
    test.addPatient(u"P001"_s);
    test.clock.advance(-3'600'000);
    test.addPatient(u"P002"_s);
    QCOMPARE(test.count("SELECT clock FROM journal WHERE n=1"), static_cast<qint64>(ClockQuality::Unverified));
    QCOMPARE(test.count("SELECT clock FROM journal WHERE n=2"), static_cast<qint64>(ClockQuality::RolledBack));
}

QTEST_GUILESS_MAIN(TestStoreBehaviour)
#include "tst_store.moc"
