// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/statusfooter.h"

#include "core/workspace/workspace.h"

#include <QDateTime>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace sitebook;
using namespace Qt::StringLiterals;

namespace {

const qint64 now = QDateTime(QDate(2026, 4, 2), QTime(12, 0)).toMSecsSinceEpoch();
const qint64 morning = QDateTime(QDate(2026, 4, 2), QTime(9, 41)).toMSecsSinceEpoch();

SyncStatus status(SyncPhase phase, qint64 last, qint64 waiting, qint64 conflicts = 0)
{
    SyncStatus result;
    result.phase = phase;
    result.lastSuccessUtcMs = last;
    result.queued = waiting;
    result.conflicts = conflicts;
    return result;
}

} // namespace

class StatusFooterTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(u"en_GB"_s)); }

    void itTellsTheTruthAboutDelivery_data()
    {
        QTest::addColumn<SyncStatus>("sync");
        QTest::addColumn<bool>("online");
        QTest::addColumn<QString>("text");
        QTest::newRow("no server") << status(SyncPhase::NotSetUp, 0, 5) << true
                                   << u"Kept on this computer only: no study server is set up"_s;
        QTest::newRow("never") << status(SyncPhase::Idle, 0, 0) << true << u"Never synchronised yet"_s;
        QTest::newRow("all there") << status(SyncPhase::Idle, morning, 0) << true << u"Last sync 09:41"_s;
        QTest::newRow("waiting") << status(SyncPhase::Waiting, morning, 2) << true
                                 << u"Waiting · Last sync 09:41 · 2 waiting (why?)"_s;
        QTest::newRow("offline") << status(SyncPhase::Waiting, morning, 2) << false
                                 << u"Working offline · Last sync 09:41 · 2 waiting (why?)"_s;
        QTest::newRow("working") << status(SyncPhase::Working, 0, 2) << true
                                 << u"Synchronising… · Never synchronised yet · 2 waiting (why?)"_s;
        QTest::newRow("conflict") << status(SyncPhase::Idle, morning, 0, 1) << true
                                  << u"Last sync 09:41 · 1 to decide"_s;
        QTest::newRow("yesterday") << status(SyncPhase::Idle, morning - 86'400'000, 0) << true
                                   << u"Last sync yesterday 09:41"_s;
    }
    void itTellsTheTruthAboutDelivery()
    {
        QFETCH(SyncStatus, sync);
        QFETCH(bool, online);
        QTEST(StatusFooter::sentence(sync, now, online), "text");
    }

    void oneClickLeadsToWhy()
    {
        StatusFooter footer;
        footer.setSync(status(SyncPhase::Waiting, morning, 2), now, true);
        QSignalSpy why(&footer, &StatusFooter::whyWanted);
        footer.findChild<QPushButton*>(u"delivery"_s)->click();
        QCOMPARE(why.size(), 1);
        QVERIFY(footer.deliveryText().contains(u"2 waiting"_s));
    }
};

QTEST_MAIN(StatusFooterTest)
#include "tst_statusfooter.moc"
