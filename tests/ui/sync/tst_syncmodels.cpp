// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sync/queuemodel.h"
#include "ui/sync/relativetime.h"
#include "ui/sync/waitingmodel.h"
#include "ui/theme/theme.h"
#include "ui/widgets/latestquery.h"
#include "ui/widgets/progressrelay.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>
#include <QtConcurrent>

using namespace Qt::StringLiterals;
using namespace sitebook;

namespace {

constexpr qint64 minute = 60'000;
constexpr qint64 now = 1'790'000'000'000;

std::shared_ptr<const StudyDefinition> study()
{
    auto made = std::make_shared<StudyDefinition>();
    FormDef form;
    form.oid = u"F.PHQ9"_s;
    form.name = u"PHQ-9"_s;
    made->forms.push_back(form);
    return made;
}

QueueItem queued(qint64 id, QueueItem::State state = QueueItem::State::Queued)
{
    QueueItem item;
    item.id = id;
    item.state = state;
    item.patient = u"P%1"_s.arg(id, 3, 10, QLatin1Char('0'));
    item.formOid = u"F.PHQ9"_s;
    item.source = u"import qsph.json row 12"_s;
    item.queuedUtcMs = now - 3 * minute;
    item.attempts = 2;
    return item;
}

QString cell(const QAbstractItemModel& model, int row, int column)
{
    return model.index(row, column).data().toString();
}

QStringList whatOf(const QueueModel& model)
{
    QStringList all;
    for (int row = 0; row < model.rowCount(); ++row)
        all << cell(model, row, static_cast<int>(QueueColumn::What));
    return all;
}

} // namespace

class SyncModelsTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void queueRowsSayWhatSinceWhenAndWhy();
    void waitingRowsSayWhereTheyStand_data();
    void waitingRowsSayWhereTheyStand();
    void refreshedRowsKeepTheirPlace_data();
    void refreshedRowsKeepTheirPlace();
    void aSelectedRowStaysSelectedWhileOthersGo();
    void pastTimesReadAsWords_data();
    void pastTimesReadAsWords();
    void futureTimesReadAsWords_data();
    void futureTimesReadAsWords();
    void aQueryInFlightMergesFurtherOnes();
    void aChangedQuestionDropsTheLateAnswer();
    void noAnswerReachesADeadOwner();
    void progressArrivesOnceWithTheNewestNumbers();
    void noProgressAfterTheRelayIsGone();
};

void SyncModelsTest::queueRowsSayWhatSinceWhenAndWhy()
{
    QueueModel model(study());
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setNow(now);
    QueueItem bad = queued(14, QueueItem::State::Quarantined);
    bad.field = u"I.UNKNOWN"_s;
    bad.reason = Message("Answer %1 is not in the code list.", {u"7"_s});
    model.setRows({bad, queued(15)});
    QCOMPARE(cell(model, 0, static_cast<int>(QueueColumn::What)), u"PHQ-9 of P014"_s);
    QCOMPARE(cell(model, 0, static_cast<int>(QueueColumn::State)), u"Quarantined"_s);
    QCOMPARE(cell(model, 0, static_cast<int>(QueueColumn::Attempts)), u"2"_s);
    QCOMPARE(cell(model, 0, static_cast<int>(QueueColumn::Reason)), u"Answer 7 is not in the code list."_s);
    QCOMPARE(cell(model, 0, static_cast<int>(QueueColumn::Field)), u"I.UNKNOWN"_s);
    QVERIFY(cell(model, 0, static_cast<int>(QueueColumn::Since)).startsWith(u"3 minute"_s));
    QCOMPARE(model.index(0, static_cast<int>(QueueColumn::State)).data(RecordTableModelBase::ToneRole).value<Tone>(),
             Tone::Danger);
    QCOMPARE(model.index(0, static_cast<int>(QueueColumn::State)).data(RecordTableModelBase::IconNameRole).toString(),
             u"quarantined"_s);
    QVERIFY(!cell(model, 1, static_cast<int>(QueueColumn::Reason)).isEmpty());
}

void SyncModelsTest::waitingRowsSayWhereTheyStand_data()
{
    QTest::addColumn<QString>("state");
    QTest::addColumn<QString>("word");
    QTest::addColumn<QString>("icon");
    QTest::newRow("queued") << u"queued"_s << u"Ready to send"_s << u"ready"_s;
    QTest::newRow("sending") << u"sending"_s << u"Uploading"_s << u"uploading"_s;
    QTest::newRow("conflict") << u"conflict"_s << u"Conflict"_s << u"conflict"_s;
    QTest::newRow("quarantined") << u"quarantined"_s << u"Quarantined"_s << u"quarantined"_s;
}

void SyncModelsTest::waitingRowsSayWhereTheyStand()
{
    QFETCH(QString, state);
    QFETCH(QString, word);
    QFETCH(QString, icon);
    WaitingModel model(study());
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setNow(now);
    WaitingItem item;
    item.opId = OpId::create();
    item.state = state;
    item.formOid = u"F.PHQ9"_s;
    item.patientId = u"P014"_s;
    item.sinceUtcMs = now - minute;
    model.setRows({item});
    const int column = static_cast<int>(WaitingColumn::State);
    QCOMPARE(cell(model, 0, column), word);
    QCOMPARE(model.index(0, column).data(RecordTableModelBase::IconNameRole).toString(), icon);
    QVERIFY(Theme::hasIcon(icon));
    QCOMPARE(cell(model, 0, static_cast<int>(WaitingColumn::What)), u"New report"_s);
    QCOMPARE(cell(model, 0, static_cast<int>(WaitingColumn::Form)), u"PHQ-9"_s);
    QVERIFY(!cell(model, 0, static_cast<int>(WaitingColumn::Reason)).isEmpty());
}

void SyncModelsTest::refreshedRowsKeepTheirPlace_data()
{
    QTest::addColumn<QList<int>>("before");
    QTest::addColumn<QList<int>>("after");
    QTest::newRow("filled") << QList<int>{} << QList<int>{1, 2, 3};
    QTest::newRow("emptied") << QList<int>{1, 2, 3} << QList<int>{};
    QTest::newRow("head gone") << QList<int>{1, 2, 3} << QList<int>{2, 3};
    QTest::newRow("tail grown") << QList<int>{1, 2} << QList<int>{1, 2, 3, 4};
    QTest::newRow("middle swapped") << QList<int>{1, 2, 3, 4} << QList<int>{1, 7, 8, 9, 4};
    QTest::newRow("all others") << QList<int>{1, 2} << QList<int>{3};
    QTest::newRow("same") << QList<int>{1, 2} << QList<int>{1, 2};
    QTest::newRow("repeated values") << QList<int>{1, 1, 1} << QList<int>{1, 1};
}

void SyncModelsTest::refreshedRowsKeepTheirPlace()
{
    QFETCH(QList<int>, before);
    QFETCH(QList<int>, after);
    const auto rows = [](const QList<int>& ids) {
        std::vector<QueueItem> items;
        for (const int id : ids)
            items.push_back(queued(id));
        return items;
    };
    const auto names = [](const QList<int>& ids) {
        QStringList all;
        for (const int id : ids)
            all << u"PHQ-9 of P%1"_s.arg(id, 3, 10, QLatin1Char('0'));
        return all;
    };
    QueueModel model(study());
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setRows(rows(before));
    QCOMPARE(whatOf(model), names(before));
    model.setRows(rows(after));
    QCOMPARE(whatOf(model), names(after));
}

void SyncModelsTest::aSelectedRowStaysSelectedWhileOthersGo()
{
    QueueModel model(study());
    model.setRows({queued(1), queued(2), queued(3)});
    const QPersistentModelIndex third(model.index(2, 0));
    QSignalSpy reset(&model, &QueueModel::modelReset);
    model.setRows({queued(2), queued(3)});
    QCOMPARE(third.row(), 1);
    QCOMPARE(third.data().toString(), u"PHQ-9 of P003"_s);
    QCOMPARE(reset.size(), 0);
}

void SyncModelsTest::pastTimesReadAsWords_data()
{
    QTest::addColumn<qint64>("then");
    QTest::addColumn<QString>("text");
    QTest::newRow("never") << qint64(0) << QString();
    QTest::newRow("now") << now - 5'000 << u"just now"_s;
    QTest::newRow("clock behind") << now + 5'000 << u"just now"_s;
    QTest::newRow("one minute") << now - 50'000 << u"1 minute(s) ago"_s;
    QTest::newRow("minutes") << now - 17 * minute << u"17 minute(s) ago"_s;
    QTest::newRow("hours") << now - 125 * minute << u"2 hour(s) ago"_s;
}

void SyncModelsTest::pastTimesReadAsWords()
{
    QFETCH(qint64, then);
    QFETCH(QString, text);
    QCOMPARE(RelativeTime::past(then, now), text);
}

void SyncModelsTest::futureTimesReadAsWords_data()
{
    QTest::addColumn<qint64>("then");
    QTest::addColumn<QString>("text");
    QTest::newRow("none planned") << qint64(0) << QString();
    QTest::newRow("due") << now << u"now"_s;
    QTest::newRow("overdue") << now - minute << u"now"_s;
    QTest::newRow("seconds") << now + 20'000 << u"in 20 second(s)"_s;
    QTest::newRow("minutes") << now + 5 * minute << u"in 5 minute(s)"_s;
    QTest::newRow("hours") << now + 180 * minute << u"in 3 hour(s)"_s;
}

void SyncModelsTest::futureTimesReadAsWords()
{
    QFETCH(qint64, then);
    QFETCH(QString, text);
    QCOMPARE(RelativeTime::future(then, now), text);
}

void SyncModelsTest::aQueryInFlightMergesFurtherOnes()
{
    std::vector<QPromise<Result<int>>> asked;
    QList<int> got;
    LatestQuery<int> query(
        [&asked] {
            asked.emplace_back().start();
            return asked.back().future();
        },
        [&got](const Result<int>& answer) { got << *answer; });
    query.refresh();
    query.refresh();
    query.refresh();
    QCOMPARE(asked.size(), size_t(1));
    asked[0].addResult(Result<int>(1));
    asked[0].finish();
    QTRY_COMPARE(asked.size(), size_t(2));
    asked[1].addResult(Result<int>(2));
    asked[1].finish();
    QTRY_COMPARE(got, (QList<int>{1, 2}));
    QVERIFY(!query.isRunning());
}

void SyncModelsTest::aChangedQuestionDropsTheLateAnswer()
{
    std::vector<QPromise<Result<int>>> asked;
    QList<int> got;
    LatestQuery<int> query(
        [&asked] {
            asked.emplace_back().start();
            return asked.back().future();
        },
        [&got](const Result<int>& answer) { got << *answer; });
    query.restart();
    query.restart();
    asked[1].addResult(Result<int>(2));
    asked[1].finish();
    QTRY_COMPARE(got, QList<int>{2});
    asked[0].addResult(Result<int>(1));
    asked[0].finish();
    QCoreApplication::sendPostedEvents();
    QCOMPARE(got, QList<int>{2});
}

void SyncModelsTest::noAnswerReachesADeadOwner()
{
    QPromise<Result<int>> promise;
    promise.start();
    int answers = 0;
    {
        LatestQuery<int> query([&promise] { return promise.future(); }, [&answers](const Result<int>&) { ++answers; });
        query.refresh();
    }
    promise.addResult(Result<int>(1));
    promise.finish();
    QCoreApplication::sendPostedEvents();
    QCOMPARE(answers, 0);
}

void SyncModelsTest::progressArrivesOnceWithTheNewestNumbers()
{
    QList<qint64> seen;
    ProgressRelay relay([&seen](qint64 done, qint64 total) { seen << done << total; });
    const Progress progress = relay.progress();
    QtConcurrent::run([progress] {
        for (int i = 0; i <= 1000; ++i)
            progress(i, 1000);
    }).waitForFinished();
    QTRY_COMPARE(seen, (QList<qint64>{1000, 1000}));
}

void SyncModelsTest::noProgressAfterTheRelayIsGone()
{
    Progress progress;
    int told = 0;
    {
        ProgressRelay relay([&told](qint64, qint64) { ++told; });
        progress = relay.progress();
        progress(1, 2);
    }
    progress(2, 2);
    QCoreApplication::sendPostedEvents();
    QCOMPARE(told, 0);
}

QTEST_MAIN(SyncModelsTest)
#include "tst_syncmodels.moc"
