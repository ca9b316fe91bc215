// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/hashchain.h"
#include "core/queue/submissionqueue.h"
#include "tests/support/teststore.h"

#include <QProcess>
#include <QRandomGenerator>

using namespace sitebook;
using namespace sitebook::test;
using namespace Qt::StringLiterals;

// Kills the real program at random moments and looks whether what it had acknowledged is there, once.
class TestKillQueue final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nothingIsLostOrDoubled();

private:
    void killOnce(TestStore& test, const QByteArray& key, const RecordId& patient, QSet<QString>& acknowledged,
                  QRandomGenerator& random);
    void verify(TestStore& test, const QSet<QString>& acknowledged);
};

void TestKillQueue::killOnce(TestStore& test, const QByteArray& key, const RecordId& patient,
                             QSet<QString>& acknowledged, QRandomGenerator& random)
{
    QProcess program;
    program.start(
        QStringLiteral(SITEBOOK_BINARY_DIR "/killtarget"),
        {test.path, QString::fromLatin1(key.toHex()), test.device.toString(), patient.toString(),
         QString::number(acknowledged.size() + 1000 * acknowledged.size() % 7 + random.bounded(1, 1'000'000'000))});
    QVERIFY(program.waitForStarted());
    const int lines = random.bounded(1, 25);
    QByteArray output;
    while (output.count('\n') < lines && program.waitForReadyRead(10000))
        output += program.readAllStandardOutput();
    program.kill();
    program.waitForFinished();
    output += program.readAllStandardOutput();
    QVERIFY2(output.count('\n') >= lines, program.readAllStandardError().constData());
    for (const QByteArray& line : output.split('\n'))
        if (const auto parts = line.split(' '); parts.size() == 2 && parts[1].size() == 36)
            acknowledged.insert(QString::fromLatin1(parts[1]));
}

void TestKillQueue::verify(TestStore& test, const QSet<QString>& acknowledged)
{
    test.open();
    QHash<QString, int> seen;
    QByteArray hash = chainOrigin();
    quint64 n = 0;
    const auto walked = test.store->read<int>([&](Database& database) -> Result<int> {
        JournalTable journal(database, test.store->context());
        SB_TRY_ASSIGN(Statement rows, database.prepare("SELECT id FROM journal ORDER BY n"));
        for (;;) {
            SB_TRY_ASSIGN(const bool found, rows.step());
            if (!found)
                break;
            SB_TRY_ASSIGN(const Operation op, journal.operation(rows.integer(0)));
            if (op.link.n != ++n || op.link.prev != hash || chainHash(op) != op.link.hash)
                return fail(ErrorCode::Damaged, "chain");
            hash = op.link.hash;
            if (op.entity == Entity::Report)
                ++seen[op.recordId.toString()];
        }
        SB_TRY_ASSIGN(Statement queued, database.prepare("SELECT record_id FROM submissions"));
        for (;;) {
            SB_TRY_ASSIGN(const bool found, queued.step());
            if (!found)
                return 0;
            ++seen[RecordId::fromBytes(queued.blob(0)).toString()];
        }
    });
    QVERIFY2(walked, walked ? "" : qUtf8Printable(walked.error().english()));
    for (const QString& id : acknowledged)
        QVERIFY2(seen.contains(id), "an acknowledged report is lost");
    for (auto it = seen.cbegin(); it != seen.cend(); ++it)
        QCOMPARE(it.value(), 1);
    test.store.reset();
}

void TestKillQueue::nothingIsLostOrDoubled()
{
    const QByteArray key(KeyRing::keyBytes, 'k');
    TestStore test(KeyRing::fromKeys(1, key, key));
    const RecordId patient = test.addPatient(u"P001"_s);
    test.store.reset();
    QRandomGenerator random(20261123);
    const int kills =
        qEnvironmentVariableIntValue("SITEBOOK_KILLS") > 0 ? qEnvironmentVariableIntValue("SITEBOOK_KILLS") : 200;
    QSet<QString> acknowledged;
    for (int i = 0; i < kills; ++i) {
        killOnce(test, key, patient, acknowledged, random);
        if (QTest::currentTestFailed())
            return;
        if (i % 10 == 9 || i == kills - 1)
            verify(test, acknowledged);
        if (QTest::currentTestFailed())
            return;
    }
    test.open();
    ReportPreparer preparer(demoStudy(), test.store->context());
    SubmissionQueue queue(*test.store, preparer, {2, 64});
    queue.start();
    QTRY_VERIFY_WITH_TIMEOUT(queue.statistics().queued == 0 && !queue.statistics().running, 30000);
    QVERIFY(test.count("SELECT count(*) FROM reports") >= acknowledged.size());
    qInfo("%d kills, %lld reports acknowledged, none lost, none doubled", kills,
          static_cast<long long>(acknowledged.size()));
}

QTEST_GUILESS_MAIN(TestKillQueue)
#include "tst_killqueue.moc"
