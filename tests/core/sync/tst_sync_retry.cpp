// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/retry.h"
#include "core/sync/throttle.h"

#include <QTest>

namespace sitebook::sync {

class SyncRetry final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void waitsAreJitteredAndDoubleUpToTheCap();
    void aSpentBudgetMakesEveryWaitLong();
    void successGivesATenthBack();
    void theLadderOfAnEntry_data();
    void theLadderOfAnEntry();
    void retryAfterIsReadAsSecondsOrDate_data();
    void retryAfterIsReadAsSecondsOrDate();
    void spreadingAddsAtMostATenth();
    void theThrottleFollowsItsFormula_data();
    void theThrottleFollowsItsFormula();
    void aProbeGoesEveryFiveSeconds();
    void aPersonsWishAlwaysPasses();
    void whatIsOlderThanTheWindowIsForgotten();
    void theSameSeedGivesTheSameNumbers();
};

void SyncRetry::waitsAreJitteredAndDoubleUpToTheCap()
{
    for (quint64 seed = 1; seed < 200; ++seed) {
        Random random(seed);
        Backoff backoff;
        qint64 ceiling = 1000;
        for (int i = 0; i < 10; ++i) {
            const qint64 wait = backoff.failed(random);
            QVERIFY(wait >= 0 && wait <= ceiling);
            ceiling = std::min<qint64>(ceiling * 2, 300'000);
        }
        QCOMPARE(backoff.failures(), 10);
    }
}

void SyncRetry::aSpentBudgetMakesEveryWaitLong()
{
    Random random(7);
    Backoff backoff;
    for (int i = 0; i < 10; ++i)
        static_cast<void>(backoff.failed(random));
    for (int i = 0; i < 50; ++i) {
        const qint64 wait = backoff.failed(random);
        QVERIFY(wait >= 150'000 && wait <= 300'000);
    }
}

void SyncRetry::successGivesATenthBack()
{
    Random random(7);
    Backoff backoff;
    for (int i = 0; i < 10; ++i)
        static_cast<void>(backoff.failed(random));
    QCOMPARE(backoff.budget(), 0.0);
    for (int i = 0; i < 10; ++i)
        backoff.succeeded();
    QVERIFY(qAbs(backoff.budget() - 1.0) < 1e-9);
    QCOMPARE(backoff.failures(), 0);
    for (int i = 0; i < 1000; ++i)
        backoff.succeeded();
    QCOMPARE(backoff.budget(), 10.0);
}

void SyncRetry::theLadderOfAnEntry_data()
{
    QTest::addColumn<int>("tries");
    QTest::addColumn<qint64>("seconds");
    QTest::newRow("first") << 1 << qint64{25};
    QTest::newRow("second") << 2 << qint64{125};
    QTest::newRow("third") << 3 << qint64{625};
    QTest::newRow("fourth") << 4 << qint64{3125};
    QTest::newRow("fifth") << 5 << qint64{15'625};
    QTest::newRow("sixth") << 6 << qint64{78'125};
    QTest::newRow("seventh") << 7 << qint64{86'400};
    QTest::newRow("hundredth") << 100 << qint64{86'400};
}

void SyncRetry::theLadderOfAnEntry()
{
    QFETCH(int, tries);
    QFETCH(qint64, seconds);
    QCOMPARE(ladderMs(tries), seconds * 1000);
}

void SyncRetry::retryAfterIsReadAsSecondsOrDate_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<qint64>("ms"); // -1: not readable
    QTest::newRow("seconds") << QByteArray("7") << qint64{7000};
    QTest::newRow("spaces") << QByteArray(" 7 ") << qint64{7000};
    QTest::newRow("none") << QByteArray("0") << qint64{0};
    QTest::newRow("beyond an hour") << QByteArray("100000") << qint64{3'600'000};
    QTest::newRow("negative") << QByteArray("-1") << qint64{-1};
    QTest::newRow("words") << QByteArray("soon") << qint64{-1};
    QTest::newRow("empty") << QByteArray("") << qint64{-1};
    QTest::newRow("date") << QByteArray("Tue, 14 Nov 2023 22:13:30 GMT") << qint64{10'000};
    QTest::newRow("date gone by") << QByteArray("Tue, 14 Nov 2023 22:13:10 GMT") << qint64{0};
    QTest::newRow("date far ahead") << QByteArray("Mon, 14 Nov 2033 22:13:10 GMT") << qint64{3'600'000};
    QTest::newRow("date that is none") << QByteArray("Tue, 31 Feb 2023 22:13:10 GMT") << qint64{-1};
}

void SyncRetry::retryAfterIsReadAsSecondsOrDate()
{
    QFETCH(QByteArray, header);
    QFETCH(qint64, ms);
    QCOMPARE(retryAfterMs(header, 1'700'000'000'000).value_or(-1), ms); // 2023-11-14 22:13:20 UTC
}

void SyncRetry::spreadingAddsAtMostATenth()
{
    Random random(3);
    for (int i = 0; i < 1000; ++i) {
        const qint64 wait = spread(5000, random);
        QVERIFY(wait >= 5000 && wait <= 5500);
    }
    QCOMPARE(spread(0, random), qint64{0});
}

void SyncRetry::theThrottleFollowsItsFormula_data()
{
    QTest::addColumn<int>("requests");
    QTest::addColumn<int>("accepts");
    QTest::addColumn<double>("share");
    QTest::newRow("nothing yet") << 0 << 0 << 0.0;
    QTest::newRow("all accepted") << 10 << 10 << 0.0;
    QTest::newRow("half accepted") << 10 << 5 << 0.0;
    QTest::newRow("a fifth accepted") << 10 << 2 << 6.0 / 11.0;
    QTest::newRow("none accepted") << 9 << 0 << 0.9;
}

void SyncRetry::theThrottleFollowsItsFormula()
{
    QFETCH(int, requests);
    QFETCH(int, accepts);
    QFETCH(double, share);
    Random random(1);
    AdaptiveThrottle throttle;
    for (int i = 0; i < requests; ++i)
        static_cast<void>(throttle.admit(1000, random, true));
    for (int i = 0; i < accepts; ++i)
        throttle.answered(1000, true);
    QVERIFY(qAbs(throttle.rejectShare(1000) - share) < 1e-9);
}

void SyncRetry::aProbeGoesEveryFiveSeconds()
{
    Random random(1);
    AdaptiveThrottle throttle;
    for (int i = 0; i < 10'000; ++i)
        static_cast<void>(throttle.admit(100'000, random, true));
    int passed = 0;
    for (qint64 now = 100'000; now < 130'000; now += 100)
        passed += throttle.admit(now, random);
    QVERIFY2(passed >= 5 && passed <= 8, QByteArray::number(passed).constData());
    QVERIFY(throttle.admit(throttle.nextProbeMs(), random));
}

void SyncRetry::aPersonsWishAlwaysPasses()
{
    Random random(1);
    AdaptiveThrottle throttle;
    for (int i = 0; i < 1000; ++i)
        QVERIFY(throttle.admit(1000, random, true));
}

void SyncRetry::whatIsOlderThanTheWindowIsForgotten()
{
    Random random(1);
    AdaptiveThrottle throttle;
    for (int i = 0; i < 100; ++i)
        static_cast<void>(throttle.admit(1000, random, true));
    QVERIFY(throttle.rejectShare(100'000) > 0.9);
    QCOMPARE(throttle.rejectShare(1000 + 121'000), 0.0);
}

void SyncRetry::theSameSeedGivesTheSameNumbers()
{
    Random one(42);
    Random other(42);
    for (int i = 0; i < 100; ++i)
        QCOMPARE(one.next(), other.next());
    QVERIFY(Random(42).next() != Random(43).next());
}

} // namespace sitebook::sync

QTEST_GUILESS_MAIN(sitebook::sync::SyncRetry)
#include "tst_sync_retry.moc"
