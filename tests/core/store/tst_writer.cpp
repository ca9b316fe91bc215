// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/teststore.h"

#include <future>

using namespace sitebook;
using namespace sitebook::test;
using namespace Qt::StringLiterals;

// What becomes of a group of writes when the disk is full in the middle of it.
class TestWriter final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aFullDiskFailsTheGroupAndNothingOfItIsStored();
    void afterwardsWritingGoesOn();

private:
    // Three writes in one group: one that fits, one that does not, one that would fit again.
    std::vector<ErrorCode> writeThree(TestStore& test);
};

std::vector<ErrorCode> TestWriter::writeThree(TestStore& test)
{
    std::promise<void> begun;
    std::promise<void> released;
    auto first = test.store->writer().write<void>([&begun, gate = released.get_future().share()](
                                                      WriteScope& scope) -> Result<> {
        begun.set_value();
        gate.wait(); // until the three stand behind it
        SB_TRY_ASSIGN(const qint64 pages, scope.database.scalar("PRAGMA page_count"));
        return scope.database.exec(QByteArray("PRAGMA max_page_count=" + QByteArray::number(pages + 40)).constData());
    });
    begun.get_future().wait();
    const auto draft = [&test](const char* key, const QByteArray& size) {
        const QByteArray sql =
            "INSERT INTO drafts(key,base_version,form,event,repeat,current_item,saved_ms,body) VALUES('" +
            QByteArray(key) + "',0,'','',1,'',0,randomblob(" + size + "))";
        return test.store->writer().write<void>(
            [sql](WriteScope& scope) { return scope.database.exec(sql.constData()); });
    };
    std::vector<QFuture<Result<>>> futures{draft("small", "100"), draft("large", "1000000"), draft("late", "100")};
    released.set_value();
    const bool limited = first.result().has_value();
    std::vector<ErrorCode> codes;
    for (QFuture<Result<>>& future : futures)
        codes.push_back(future.result() ? ErrorCode::Internal : future.result().error().code);
    return limited ? codes : std::vector<ErrorCode>();
}

void TestWriter::aFullDiskFailsTheGroupAndNothingOfItIsStored()
{
    TestStore test;
    const auto codes = writeThree(test);
    QCOMPARE(codes.size(), size_t(3));
    // Told to each of them, and what is told is what is stored.
    for (size_t i = 0; i < codes.size(); ++i) {
        const char* const sql[] = {"SELECT count(*) FROM drafts WHERE key='small'",
                                   "SELECT count(*) FROM drafts WHERE key='large'",
                                   "SELECT count(*) FROM drafts WHERE key='late'"};
        QCOMPARE(test.count(sql[i]), codes[i] == ErrorCode::Internal ? 1 : 0);
        QVERIFY(codes[i] == ErrorCode::Internal || codes[i] == ErrorCode::DiskFull);
    }
    QCOMPARE(codes[1], ErrorCode::DiskFull);
}

void TestWriter::afterwardsWritingGoesOn()
{
    TestStore test;
    test.addPatient(u"P001"_s);
    QCOMPARE(writeThree(test).size(), size_t(3));
    QVERIFY(test.store->writer()
                .write<void>([](WriteScope& scope) { return scope.database.exec("PRAGMA max_page_count=1000000"); })
                .result());
    QVERIFY(!test.addPatient(u"P002"_s).isNull());
    test.reopen();
    QCOMPARE(test.count("SELECT count(*) FROM patients"), 2);
    QCOMPARE(test.count("SELECT max(n) FROM journal"), 2);
}

QTEST_GUILESS_MAIN(TestWriter)
#include "tst_writer.moc"
