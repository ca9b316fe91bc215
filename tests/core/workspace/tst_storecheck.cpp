// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/auditreader.h"
#include "core/workspace/snapshots.h"
#include "tests/support/teststore.h"

using namespace sitebook;
using namespace sitebook::test;
using namespace Qt::StringLiterals;

// What a check finds in a store somebody has had a hand in.
class TestStoreCheck final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tamperingIsNamed_data();
    void tamperingIsNamed();
    void aFlippedByteInAnySealedColumnIsNamed_data();
    void aFlippedByteInAnySealedColumnIsNamed();
    void aDamagedRowDoesNotHideTheOthers();

private:
    static void fill(TestStore& test);
    static QStringList problems(TestStore& test);
};

void TestStoreCheck::fill(TestStore& test)
{
    ReportPreparer preparer(demoStudy(), test.store->context());
    for (const QString& identifier : {u"P001"_s, u"P002"_s}) {
        const RecordId patient = test.addPatient(identifier);
        const auto checked = preparer.check(phq9(patient, {1, 1, 1, 1, 1, 1, 1, 1, 1}));
        QVERIFY(checked);
        const auto saved = test.store->writer()
                               .write<void>([&](WriteScope& scope) -> Result<> {
                                   SealedOperation sealed =
                                       preparer.creation(checked->report, UserName(u"li"_s), Role::Coordinator);
                                   SB_TRY(scope.append(sealed));
                                   return {};
                               })
                               .result();
        QVERIFY(saved);
        Fields sex;
        sex.set(field::sex, u"F"_s);
        Operation change = test.operation(Entity::Patient, OpType::Set, patient, sex);
        change.reason = u"Forgotten"_s;
        QVERIFY(test.append(change));
    }
    QCOMPARE(problems(test), QStringList());
}

QStringList TestStoreCheck::problems(TestStore& test)
{
    const auto report = checkStore(*test.store, {}, {});
    if (!report)
        return {QString(u"failed: " + report.error().english())};
    QStringList sentences;
    for (const auto& problem : report->problems)
        sentences << problem.where + u": " + problem.message.english();
    return sentences;
}

void TestStoreCheck::tamperingIsNamed_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<QString>("sentence");
    const QByteArray writable = "DROP TRIGGER journal_no_update; DROP TRIGGER journal_no_delete; ";
    const QString differs = u"row differs from its history"_s;
    const QString altered = u"altered"_s;
    const auto row = [](const char* name, const QByteArray& sql, const QString& sentence) {
        QTest::newRow(name) << sql << sentence;
    };
    row("identities swapped between patients",
        "CREATE TEMP TABLE p AS SELECT record_id,ident FROM patients; UPDATE patients SET ident=(SELECT ident FROM p "
        "WHERE "
        "p.record_id<>patients.record_id)",
        u"record "_s);
    row("report bodies swapped",
        "CREATE TEMP TABLE p AS SELECT record_id,body FROM reports; UPDATE reports SET body=(SELECT body FROM p WHERE "
        "p.record_id<>reports.record_id)",
        u"record "_s);
    row("columns of a patient swapped", "UPDATE patients SET ident=clin,clin=ident", u"record "_s);
    row("a patient's status", "UPDATE patients SET status=3 WHERE patient_id='P001'", differs);
    row("a patient's identifier", "UPDATE patients SET patient_id='P777' WHERE patient_id='P001'", differs);
    row("a patient's site", "UPDATE patients SET site_id='702' WHERE patient_id='P001'", differs);
    row("a patient enrolled", "UPDATE patients SET enrolled=1 WHERE patient_id='P001'", differs);
    row("a patient voided", "UPDATE patients SET voided=1 WHERE patient_id='P001'", differs);
    row("a hidden conflict", "UPDATE patients SET conflicts=1 WHERE patient_id='P001'", differs);
    row("a report's status", "UPDATE reports SET status=5 WHERE record_id=(SELECT min(record_id) FROM reports)",
        differs);
    row("a report's visit", "UPDATE reports SET event='SE.END' WHERE record_id=(SELECT min(record_id) FROM reports)",
        differs);
    row("a report of another patient",
        "UPDATE reports SET patient=(SELECT max(record_id) FROM patients WHERE record_id<>reports.patient)", differs);
    row("a patient's row removed", "DELETE FROM patients WHERE patient_id='P001'", u"does not exist"_s);
    row("a report's row removed", "DELETE FROM reports", u"does not exist"_s);
    row("a row nobody entered",
        "INSERT INTO patients SELECT "
        "randomblob(16),version,trunk,'P999',site_id,status,enrolled,voided,conflicts,changed_ms,ident,"
        "clin FROM patients LIMIT 1",
        u"no history"_s);
    row("an entry's author", writable + "UPDATE journal SET user='nobody' WHERE id=2", altered);
    row("an entry's time", writable + "UPDATE journal SET utc_ms=utc_ms+1 WHERE id=2", altered);
    row("an entry's role", writable + "UPDATE journal SET role=1 WHERE id=2", altered);
    row("an entry's record",
        writable + "UPDATE journal SET record_id=(SELECT record_id FROM journal WHERE id=1) WHERE id=2", altered);
    row("an entry's kind", writable + "UPDATE journal SET type=2 WHERE id=3", altered);
    row("an entry removed", writable + "DELETE FROM journal WHERE id=3", u"missing before"_s);
    row("the first entry removed", writable + "DELETE FROM journal WHERE id=1", u"missing before"_s);
    row("two entries exchanged",
        writable +
            "UPDATE journal SET n=100 WHERE id=2; UPDATE journal SET n=2 WHERE id=3; UPDATE journal SET n=3 WHERE id=2",
        altered);
    row("bodies of two entries exchanged",
        writable + "CREATE TEMP TABLE p AS SELECT id,body_clin FROM journal; UPDATE journal SET body_clin=(SELECT "
                   "body_clin FROM p "
                   "WHERE p.id=5-journal.id) WHERE id IN(2,3)",
        u"journal "_s);
    row("an entry's reason removed", writable + "UPDATE journal SET reason=NULL WHERE id=3", altered);
    row("an entry's values removed", writable + "UPDATE journal SET body_clin=NULL WHERE id=2",
        u"not those that were chained"_s);
}

void TestStoreCheck::tamperingIsNamed()
{
    QFETCH(const QByteArray, sql);
    QFETCH(const QString, sentence);
    TestStore test;
    fill(test);
    {
        const auto other = Database::open(test.path, Database::Mode::ReadWrite);
        QVERIFY(other);
        const auto done = (*other)->exec(sql.constData());
        QVERIFY2(done, done ? "" : qUtf8Printable(done.error().english()));
    }
    const QStringList found = problems(test);
    QVERIFY(!found.isEmpty());
    QVERIFY2(found.join(u'\n').contains(sentence), qUtf8Printable(found.join(u'\n')));
    QVERIFY2(!found.first().startsWith(u"failed"), qUtf8Printable(found.first()));
}

void TestStoreCheck::aFlippedByteInAnySealedColumnIsNamed_data()
{
    QTest::addColumn<QByteArray>("table");
    QTest::addColumn<QByteArray>("column");
    for (const auto& [table, column] :
         {std::pair("patients", "ident"), std::pair("patients", "clin"), std::pair("reports", "body"),
          std::pair("journal", "body_ident"), std::pair("journal", "body_clin"), std::pair("journal", "reason")})
        QTest::addRow("%s.%s", table, column) << QByteArray(table) << QByteArray(column);
}

void TestStoreCheck::aFlippedByteInAnySealedColumnIsNamed()
{
    QFETCH(const QByteArray, table);
    QFETCH(const QByteArray, column);
    TestStore test;
    fill(test);
    const auto other = Database::open(test.path, Database::Mode::ReadWrite);
    QVERIFY((*other)->exec("DROP TRIGGER journal_no_update"));
    const QByteArray id = table == "journal" ? "id" : "record_id";
    const QByteArray pick =
        "SELECT " + id + ',' + column + " FROM " + table + " WHERE " + column + " IS NOT NULL LIMIT 1";
    QByteArray key;
    QByteArray sealed;
    {
        auto row = (*other)->prepare(pick.constData());
        QVERIFY(row && row->step().value_or(false));
        key = table == "journal" ? QByteArray::number(row->integer(0)) : "x'" + row->blob(0).toHex() + "'";
        sealed = row->blob(1);
    }
    for (const qsizetype at : {qsizetype(0), qsizetype(3), qsizetype(20), sealed.size() / 2 + 10, sealed.size() - 1}) {
        QByteArray flipped = sealed;
        flipped[at] = static_cast<char>(flipped[at] ^ 0x10);
        for (const QByteArray& value : {flipped, sealed}) {
            const QByteArray sql =
                "UPDATE " + table + " SET " + column + "=x'" + value.toHex() + "' WHERE " + id + '=' + key;
            QVERIFY((*other)->exec(sql.constData()));
            QCOMPARE(problems(test).isEmpty(), value == sealed);
        }
    }
}

void TestStoreCheck::aDamagedRowDoesNotHideTheOthers()
{
    TestStore test;
    fill(test);
    QVERIFY((*Database::open(test.path, Database::Mode::ReadWrite))
                ->exec("UPDATE patients SET ident=zeroblob(60) WHERE patient_id='P001'"));
    const auto lists = Snapshots::readAll(*test.store);
    QVERIFY2(lists, lists ? "" : qUtf8Printable(lists.error().english()));
    QCOMPARE(lists->patients->rows().size(), size_t(2));
    QCOMPARE(lists->patients->rows()[0].patientId, u"P001"_s);
    QVERIFY(lists->patients->rows()[0].name.isEmpty());
    QCOMPARE(lists->patients->rows()[0].siteId, u"701"_s);
    QVERIFY(!lists->patients->rows()[1].name.isEmpty());
    QCOMPARE(lists->reports->size(), size_t(2));
    // The journal still has it: the row is made again.
    QVERIFY(test.store->rebuild().result());
    QCOMPARE(problems(test), QStringList());
}

QTEST_GUILESS_MAIN(TestStoreCheck)
#include "tst_storecheck.moc"
