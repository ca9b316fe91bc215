// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/world.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace sitebook::simulation {

namespace {

constexpr int defaultSeeds = 300;
constexpr int steps = 500;

struct Day
{
    bool rested = false;
    QStringList violations;
    QByteArray trace;
    QString summary;
};

Day live(quint64 seed)
{
    World world(seed);
    world.run(steps);
    Day day;
    day.rested = world.drain();
    day.violations = world.violations();
    day.trace = world.trace();
    day.summary = world.summary();
    return day;
}

QByteArray describe(quint64 seed, const Day& day)
{
    const QString rested = day.rested ? QString() : u" never came to rest;"_s;
    const QString text = u"seed "_s + QString::number(seed) + u":"_s + rested + u' ' + day.violations.join(u"; "_s) +
                         u" ("_s + day.summary + u')';
    return text.toUtf8();
}

} // namespace

class SyncSimulation final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void seedsThatOnceFailed_data();
    void seedsThatOnceFailed();
    void everyDeskEndsWithWhatTheServerHolds();
    void theSameSeedGivesTheSameDay();
};

void SyncSimulation::seedsThatOnceFailed_data()
{
    QTest::addColumn<quint64>("seed");
    QTest::newRow("an entry waits behind one that was put off") << quint64{1004};
    QTest::newRow("the token ends again right after it was renewed") << quint64{1090};
    QTest::newRow("the clock was set back years and the desk crashed") << quint64{2898};
    QTest::newRow("the same, with two desks") << quint64{3155};
}

void SyncSimulation::seedsThatOnceFailed()
{
    QFETCH(quint64, seed);
    const Day day = live(seed);
    QVERIFY2(day.rested && day.violations.isEmpty(), describe(seed, day).constData());
}

// SITEBOOK_SEEDS: how many; SITEBOOK_SEED: only this one.
void SyncSimulation::everyDeskEndsWithWhatTheServerHolds()
{
    const bool one = qEnvironmentVariableIsSet("SITEBOOK_SEED");
    const quint64 first = one ? qEnvironmentVariable("SITEBOOK_SEED").toULongLong() : 1000;
    const int given = qEnvironmentVariableIntValue("SITEBOOK_SEEDS");
    const quint64 count = one ? 1 : static_cast<quint64>(given > 0 ? given : defaultSeeds);
    QStringList failed;
    for (quint64 seed = first; seed < first + count; ++seed) {
        const Day day = live(seed);
        if (!day.rested || !day.violations.isEmpty())
            failed << QString::fromUtf8(describe(seed, day));
        if (failed.size() >= 10)
            break;
    }
    QVERIFY2(failed.isEmpty(), failed.join(u'\n').toUtf8().constData());
}

void SyncSimulation::theSameSeedGivesTheSameDay()
{
    for (quint64 seed = 5000; seed < 5005; ++seed)
        QCOMPARE(live(seed).trace, live(seed).trace);
}

} // namespace sitebook::simulation

QTEST_GUILESS_MAIN(sitebook::simulation::SyncSimulation)
#include "tst_sync_simulation.moc"
