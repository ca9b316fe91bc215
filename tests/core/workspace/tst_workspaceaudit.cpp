// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testworkspace.h"

#include <QProcess>

using namespace sitebook;
using namespace sitebook::test;
using namespace Qt::StringLiterals;

// The trail as a person reads, filters, exports and has it verified.
class TestWorkspaceAudit final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_desk.reset(); }
    void newestFirstWithOldAndNewValues();
    void filtersNarrow_data();
    void filtersNarrow();
    void pagesFollowEachOther();
    void timeNarrows();
    void everySaveIsAnnounced();
    void theExportedTrailVerifies();
    void anAlteredTrailDoesNot();
    void aTrailThatCannotBeWrittenIsTold();
    void aGoodWorkspaceChecksClean();
    void aCheckCanBeCancelled();

private:
    [[nodiscard]] AuditService::Page page(const AuditFilter& filter = {}, qint64 offset = 0, int limit = 100)
    {
        return resultOf(m_desk->workspace->audit().page(filter, offset, limit)).value_or(AuditService::Page());
    }
    int verify(const QString& file, QByteArray* said = nullptr);

    TempSettings m_settings;
    std::unique_ptr<TestDesk> m_desk;
    RecordId m_ana;
    RecordId m_bob;
    RecordId m_report;
};

void TestWorkspaceAudit::initTestCase()
{
    m_desk = std::make_unique<TestDesk>();
    m_desk->start();
    Workspace& workspace = *m_desk->workspace;
    m_ana = m_desk->add(u"P001"_s, u"Ana"_s);
    m_bob = m_desk->add(u"P002"_s, u"Bob"_s, u"M"_s);
    m_report = *resultOf(workspace.reports().save(TestDesk::phq9(m_ana), {}));
    Report report = m_desk->loadReport(m_report);
    report.items.set(u"IT.PHQ0101"_s, u"3"_s);
    QVERIFY(resultOf(workspace.reports().save(report, u"Misread the paper"_s)));
    Patient patient = m_desk->load(m_bob);
    patient.name = u"Robert"_s;
    QVERIFY(resultOf(workspace.patients().update(patient, u"Full name à la passport"_s)));
}

void TestWorkspaceAudit::newestFirstWithOldAndNewValues()
{
    const auto entries = page().entries;
    QCOMPARE(entries.size(), size_t(7)); // the workspace's creation, sign-in, two patients, a report, two changes
    const AuditEntry& rename = entries[0];
    QCOMPARE(rename.type, OpType::Set);
    QCOMPARE(rename.entity, Entity::Patient);
    QCOMPARE(rename.patientId, u"P002"_s);
    QCOMPARE(rename.reason, u"Full name à la passport"_s);
    QCOMPARE(rename.user, UserName(u"li.wei"_s));
    QVERIFY(rename.ownDevice);
    QCOMPARE(rename.changes.size(), size_t(1));
    QCOMPARE(rename.changes[0].field, field::name);
    QCOMPARE(rename.changes[0].oldValue, u"Bob"_s);
    QCOMPARE(rename.changes[0].newValue, u"Robert"_s);

    const AuditEntry& correction = entries[1];
    QCOMPARE(correction.patientId, u"P001"_s);
    QCOMPARE(correction.formOid, u"F.PHQ9"_s);
    QStringList changes;
    for (const AuditChange& change : correction.changes)
        changes << change.field + u' ' + change.oldValue + u" -> " + change.newValue;
    QCOMPARE(changes, QStringList({u"item/IT.PHQ0101 1 -> 3"_s, u"item/IT.PHQ0111 9 -> 11"_s}));

    const AuditEntry& creation = entries[2];
    QCOMPARE(creation.type, OpType::Create);
    QVERIFY(std::all_of(creation.changes.begin(), creation.changes.end(),
                        [](const AuditChange& c) { return c.oldValue.isEmpty(); }));
    for (size_t i = 1; i < entries.size(); ++i)
        QCOMPARE(entries[i].n, entries[i - 1].n - 1);
    // From the first second: the trail begins with who made the workspace, and of which study.
    const AuditEntry& first = entries.back();
    QCOMPARE(first.entity, Entity::Workspace);
    QCOMPARE(first.n, quint64(1));
    QCOMPARE(first.user, UserName(u"li.wei"_s));
    QStringList facts;
    for (const AuditChange& change : first.changes)
        facts << change.field + u'=' + change.newValue;
    facts.sort();
    QCOMPARE(facts.size(), 3);
    QCOMPARE(facts[0], u"action=workspace_created"_s);
    QVERIFY2(facts[1].startsWith(u"study="_s), qPrintable(facts[1]));
    QVERIFY2(facts[2].startsWith(u"version="_s), qPrintable(facts[2]));
}

void TestWorkspaceAudit::filtersNarrow_data()
{
    using Narrow = std::function<void(AuditFilter&, const TestWorkspaceAudit&)>;
    QTest::addColumn<Narrow>("narrow");
    QTest::addColumn<int>("total");
    const auto row = [](const char* name, Narrow narrow, int total) { QTest::newRow(name) << narrow << total; };
    row(
        "all", [](AuditFilter&, const auto&) {}, 7);
    row(
        "text of an identifier", [](AuditFilter& f, const auto&) { f.text = u"p001"_s; }, 3);
    row(
        "text of a reason, without accents", [](AuditFilter& f, const auto&) { f.text = u"NAME a la"_s; }, 1);
    row(
        "text of a user", [](AuditFilter& f, const auto&) { f.text = u"li.wei"_s; }, 7);
    row(
        "words of two places", [](AuditFilter& f, const auto&) { f.text = u"p001 misread"_s; }, 1);
    row(
        "text nowhere", [](AuditFilter& f, const auto&) { f.text = u"zebra"_s; }, 0);
    row(
        "user", [](AuditFilter& f, const auto&) { f.user = u"li.wei"_s; }, 7);
    row(
        "another user", [](AuditFilter& f, const auto&) { f.user = u"nobody"_s; }, 0);
    row(
        "type", [](AuditFilter& f, const auto&) { f.type = OpType::Set; }, 2);
    row(
        "entity", [](AuditFilter& f, const auto&) { f.entity = Entity::Report; }, 2);
    row(
        "workspace", [](AuditFilter& f, const auto&) { f.entity = Entity::Workspace; }, 2);
    row(
        "record", [](AuditFilter& f, const TestWorkspaceAudit& t) { f.recordId = t.m_bob; }, 2);
    row(
        "several",
        [](AuditFilter& f, const TestWorkspaceAudit& t) {
            f.recordId = t.m_bob;
            f.type = OpType::Create;
            f.entity = Entity::Patient;
            f.text = u"P002"_s;
        },
        1);
}

void TestWorkspaceAudit::filtersNarrow()
{
    using Narrow = std::function<void(AuditFilter&, const TestWorkspaceAudit&)>;
    QFETCH(const Narrow, narrow);
    QFETCH(const int, total);
    AuditFilter filter;
    narrow(filter, *this);
    const AuditService::Page found = page(filter);
    QCOMPARE(found.total, total);
    QCOMPARE(static_cast<int>(found.entries.size()), total);
}

void TestWorkspaceAudit::pagesFollowEachOther()
{
    const auto all = page().entries;
    std::vector<quint64> numbers;
    for (qint64 offset = 0;; offset += 2) {
        const AuditService::Page part = page({}, offset, 2);
        QCOMPARE(part.total, static_cast<qint64>(all.size()));
        if (part.entries.empty())
            break;
        for (const AuditEntry& entry : part.entries)
            numbers.push_back(entry.n);
    }
    QCOMPARE(numbers.size(), all.size());
    for (size_t i = 0; i < all.size(); ++i)
        QCOMPARE(numbers[i], all[i].n);
    QVERIFY(page({}, 1000, 10).entries.empty());
    QVERIFY(page({}, -5, 1).entries.size() == 1);
}

void TestWorkspaceAudit::timeNarrows()
{
    const auto all = page().entries;
    AuditFilter filter;
    filter.fromUtcMs = all.front().capturedAt.utcMs;
    QVERIFY(page(filter).total >= 1);
    QVERIFY(page(filter).total < 6);
    filter.fromUtcMs = all.front().capturedAt.utcMs + 1;
    QCOMPARE(page(filter).total, 0);
    filter.fromUtcMs = 0;
    filter.untilUtcMs = all.back().capturedAt.utcMs;
    QVERIFY(page(filter).total >= 1);
    filter.untilUtcMs = all.back().capturedAt.utcMs - 1;
    QCOMPARE(page(filter).total, 0);
}

void TestWorkspaceAudit::everySaveIsAnnounced()
{
    TestDesk other;
    other.start();
    QSignalSpy changed(&other.workspace->audit(), &AuditService::changed);
    other.add(u"P001"_s);
    QTRY_VERIFY(changed.count() > 0);
}

int TestWorkspaceAudit::verify(const QString& file, QByteArray* said)
{
    QProcess verifier;
    verifier.start(QStringLiteral(SITEBOOK_BINARY_DIR "/sitebook-verify"), {file});
    if (!verifier.waitForFinished(30000))
        return -1;
    if (said)
        *said = verifier.readAllStandardOutput() + verifier.readAllStandardError();
    return verifier.exitCode();
}

void TestWorkspaceAudit::theExportedTrailVerifies()
{
    const QString file = m_desk->path(u"trail.jsonl"_s);
    const auto entries = resultOf(m_desk->workspace->audit().exportTrail(file));
    QVERIFY2(entries, sentence(entries).constData());
    QCOMPARE(*entries, page().total);
    QByteArray said;
    QCOMPARE(verify(file, &said), 0);
    QVERIFY2(said.contains("whole") && said.contains("7 entries"), said.constData());
    QFile trail(file);
    QVERIFY(trail.open(QIODevice::ReadOnly));
    const QByteArray content = trail.readAll();
    QVERIFY(!content.contains("Robert")); // values are chained keyed, never written
}

void TestWorkspaceAudit::anAlteredTrailDoesNot()
{
    const QString file = m_desk->path(u"altered.jsonl"_s);
    QVERIFY(resultOf(m_desk->workspace->audit().exportTrail(file)));
    QFile trail(file);
    QVERIFY(trail.open(QIODevice::ReadWrite));
    QByteArray content = trail.readAll();
    QVERIFY(content.contains("Misread the paper"));
    content.replace("Misread the paper", "Misread the pager");
    trail.resize(0);
    trail.seek(0);
    trail.write(content);
    trail.close();
    QByteArray said;
    QCOMPARE(verify(file, &said), 1);
    QVERIFY2(said.contains("line"), said.constData());
}

void TestWorkspaceAudit::aTrailThatCannotBeWrittenIsTold()
{
    const auto refused = resultOf(m_desk->workspace->audit().exportTrail(m_desk->path(u"none/trail.jsonl"_s)));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::NotWritable);
}

void TestWorkspaceAudit::aGoodWorkspaceChecksClean()
{
    std::vector<Report> reports;
    for (const QString& event : {u"SE.WEEK2"_s, u"SE.WEEK4"_s, u"SE.WEEK8"_s, u"SE.END"_s})
        for (const RecordId& patient : {m_ana, m_bob})
            reports.push_back(TestDesk::phq9(patient, 2, event));
    QVERIFY(resultOf(m_desk->workspace->queue().enqueue(reports, u"test"_s)));
    // While the queue is at work and when it has done.
    for (const bool waited : {false, true}) {
        if (waited)
            QTRY_VERIFY_WITH_TIMEOUT(m_desk->queueIsEmpty(), 20000);
        const auto report = resultOf(m_desk->workspace->audit().check({}, {}));
        QVERIFY2(report, sentence(report).constData());
        for (const auto& problem : report->problems)
            qWarning("%s: %s", qUtf8Printable(problem.where), qUtf8Printable(problem.message.english()));
        QVERIFY(report->problems.empty());
        QVERIFY(report->operations >= 6);
        QVERIFY(report->records >= 3);
    }
}

void TestWorkspaceAudit::aCheckCanBeCancelled()
{
    CancelToken cancel;
    cancel.cancel();
    const auto report = resultOf(m_desk->workspace->audit().check({}, cancel));
    QVERIFY(!report);
    QCOMPARE(report.error().code, ErrorCode::Cancelled);
}

QTEST_GUILESS_MAIN(TestWorkspaceAudit)
#include "tst_workspaceaudit.moc"
