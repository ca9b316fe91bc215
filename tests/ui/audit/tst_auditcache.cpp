// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/audit/auditcache.h"

#include <QTest>

using namespace sitebook;

namespace {

std::vector<AuditEntry> page(qint64 from, int count = AuditCache::pageSize)
{
    std::vector<AuditEntry> entries(static_cast<size_t>(count));
    for (AuditEntry& entry : entries)
        entry.n = from++;
    return entries;
}

} // namespace

class AuditCacheTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void wantsThePagesAroundTheViewport_data();
    void wantsThePagesAroundTheViewport();
    void asksForEachPageOnce();
    void givesBackRowsOfItsPages();
    void dropsLateAnswers();
    void dropsAnswersNobodyAskedFor();
    void aFailedPageMayBeAskedAgain();
    void forgetsTheLeastRecentlyUsed();
    void claimedPagesAreNotAskedTwice();
};

void AuditCacheTest::wantsThePagesAroundTheViewport_data()
{
    QTest::addColumn<qint64>("total");
    QTest::addColumn<qint64>("first");
    QTest::addColumn<qint64>("last");
    QTest::addColumn<QList<qint64>>("pages");
    QTest::newRow("empty trail") << qint64(0) << qint64(0) << qint64(20) << QList<qint64>{};
    QTest::newRow("one page") << qint64(7) << qint64(0) << qint64(20) << QList<qint64>{0};
    QTest::newRow("top") << qint64(10'000) << qint64(0) << qint64(20) << QList<qint64>{0, 1};
    QTest::newRow("middle") << qint64(10'000) << qint64(1'000) << qint64(1'020) << QList<qint64>{5, 6, 4};
    QTest::newRow("across a border") << qint64(10'000) << qint64(990) << qint64(1'010) << QList<qint64>{4, 5, 6, 3};
    QTest::newRow("end") << qint64(10'000) << qint64(9'990) << qint64(9'999) << QList<qint64>{49, 48};
    QTest::newRow("beyond the end") << qint64(10'000) << qint64(20'000) << qint64(20'010) << QList<qint64>{49, 48};
    QTest::newRow("exact multiple") << qint64(400) << qint64(390) << qint64(399) << QList<qint64>{1, 0};
}

void AuditCacheTest::wantsThePagesAroundTheViewport()
{
    QFETCH(qint64, total);
    QFETCH(qint64, first);
    QFETCH(qint64, last);
    QFETCH(QList<qint64>, pages);
    AuditCache cache;
    cache.restart(total);
    const std::vector<qint64> wanted = cache.want(first, last);
    QCOMPARE(QList<qint64>(wanted.begin(), wanted.end()), pages);
}

void AuditCacheTest::asksForEachPageOnce()
{
    AuditCache cache;
    const quint64 generation = cache.restart(1'000);
    QCOMPARE(cache.want(0, 20).size(), size_t(2));
    QVERIFY(cache.want(0, 20).empty());
    QVERIFY(cache.put(generation, 0, page(0)));
    QVERIFY(cache.want(0, 20).empty());
}

void AuditCacheTest::givesBackRowsOfItsPages()
{
    AuditCache cache;
    const quint64 generation = cache.restart(250);
    QVERIFY(cache.entry(0) == nullptr);
    QVERIFY(!cache.want(0, 249).empty());
    QVERIFY(cache.put(generation, 0, page(0)));
    QVERIFY(cache.put(generation, 1, page(200, 50)));
    QCOMPARE(cache.entry(0)->n, 0);
    QCOMPARE(cache.entry(199)->n, 199);
    QCOMPARE(cache.entry(200)->n, 200);
    QCOMPARE(cache.entry(249)->n, 249);
    QVERIFY(cache.entry(250) == nullptr);
    QVERIFY(cache.entry(-1) == nullptr);
}

void AuditCacheTest::dropsLateAnswers()
{
    AuditCache cache;
    const quint64 earlier = cache.restart(1'000);
    QVERIFY(!cache.want(0, 20).empty());
    const quint64 now = cache.restart(1'000);
    QVERIFY(!cache.want(0, 20).empty());
    QVERIFY(!cache.put(earlier, 0, page(77)));
    QVERIFY(cache.entry(0) == nullptr);
    QVERIFY(cache.put(now, 0, page(0)));
    QCOMPARE(cache.entry(0)->n, 0);
}

void AuditCacheTest::dropsAnswersNobodyAskedFor()
{
    AuditCache cache;
    const quint64 generation = cache.restart(1'000);
    QVERIFY(!cache.put(generation, 3, page(600)));
    QVERIFY(!cache.want(0, 20).empty());
    cache.cancelUnderWay();
    QVERIFY(!cache.put(generation, 0, page(0)));
    QVERIFY(!cache.put(cache.generation(), 0, page(0)));
}

void AuditCacheTest::aFailedPageMayBeAskedAgain()
{
    AuditCache cache;
    const quint64 generation = cache.restart(100);
    QCOMPARE(cache.want(0, 20).size(), size_t(1));
    cache.failed(generation + 1, 0);
    QVERIFY(cache.want(0, 20).empty());
    cache.failed(generation, 0);
    QCOMPARE(cache.want(0, 20).size(), size_t(1));
}

void AuditCacheTest::forgetsTheLeastRecentlyUsed()
{
    AuditCache cache(3);
    const quint64 generation = cache.restart(2'000);
    for (const qint64 number : {0, 1, 2}) {
        QVERIFY(cache.claim(number));
        QVERIFY(cache.put(generation, number, page(number * AuditCache::pageSize)));
    }
    QVERIFY(cache.entry(5) != nullptr); // page 0 is used again, page 1 is the oldest now
    QVERIFY(cache.claim(3));
    QVERIFY(cache.put(generation, 3, page(600)));
    QCOMPARE(cache.pages(), size_t(3));
    QVERIFY(cache.entry(5) != nullptr);
    QVERIFY(cache.entry(205) == nullptr);
    QVERIFY(cache.entry(605) != nullptr);
    QVERIFY(cache.claim(1));
}

void AuditCacheTest::claimedPagesAreNotAskedTwice()
{
    AuditCache cache;
    cache.restart(300);
    QVERIFY(cache.claim(0));
    QVERIFY(!cache.claim(0));
    QCOMPARE(cache.want(0, 10), std::vector<qint64>{1});
}

QTEST_GUILESS_MAIN(AuditCacheTest)
#include "tst_auditcache.moc"
