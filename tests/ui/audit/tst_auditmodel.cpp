// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/audit/auditmodel.h"

#include "ui/audit/auditwords.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sitebook;

namespace {

// Answers when the test says so.
class SlowAudit final : public AuditService
{
public:
    struct Question
    {
        AuditFilter filter;
        qint64 offset = 0;
        QPromise<Result<Page>> promise;
    };

    QFuture<Result<Page>> page(const AuditFilter& filter, qint64 offset, int) override
    {
        auto question = std::make_unique<Question>();
        question->filter = filter;
        question->offset = offset;
        question->promise.start();
        QFuture<Result<Page>> future = question->promise.future();
        questions.push_back(std::move(question));
        return future;
    }
    QFuture<Result<qint64>> exportTrail(const QString&) override { return {}; }
    QFuture<Result<CheckReport>> check(const Progress&, const CancelToken&) override { return {}; }

    void answer(size_t index, qint64 total, qint64 firstNumber, qint64 count)
    {
        Page page;
        page.total = total;
        for (qint64 i = 0; i < count; ++i) {
            AuditEntry entry;
            entry.n = firstNumber + i;
            entry.user = UserName(QString::number(entry.n));
            page.entries.push_back(entry);
        }
        questions[index]->promise.addResult(Result<Page>(std::move(page)));
        questions[index]->promise.finish();
    }
    void refuse(size_t index)
    {
        questions[index]->promise.addResult(Result<Page>(fail(ErrorCode::Storage, "The disk does not answer.")));
        questions[index]->promise.finish();
    }

    std::vector<std::unique_ptr<Question>> questions;
};

std::shared_ptr<const StudyDefinition> study()
{
    auto made = std::make_shared<StudyDefinition>();
    FormDef form;
    form.oid = u"F.PHQ9"_s;
    form.name = u"PHQ-9"_s;
    made->forms.push_back(form);
    CodeList list;
    list.oid = u"CL"_s;
    CodeListItem answer;
    answer.codedValue = u"2"_s;
    answer.decode.set(u"en"_s, u"More than half the days"_s);
    list.items.push_back(answer);
    made->codeLists.push_back(list);
    ItemDef item;
    item.oid = u"I.1"_s;
    item.name = u"PHQ0101"_s;
    item.codeListOid = u"CL"_s;
    item.question.set(u"en"_s, u"Little interest"_s);
    made->items.push_back(item);
    return made;
}

QString who(const AuditModel& model, int row)
{
    return model.index(row, static_cast<int>(AuditColumn::Who)).data().toString();
}

} // namespace

class AuditModelTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void fetchesOnlyAroundTheViewport();
    void dropsTheAnswerToAnEarlierFilter();
    void dropsALatePageOfAnEarlierFilter();
    void newEntriesSlideInAtTheTop();
    void aShorterTrailReplacesAll();
    void aFailureIsSaidAndCanBeAskedAgain();
    void instantsNameUtcAndTheLocalOffset_data();
    void instantsNameUtcAndTheLocalOffset();
    void valuesReadAsWordsWithTheirCode();
    void eventsAreNamed();
};

void AuditModelTest::fetchesOnlyAroundTheViewport()
{
    SlowAudit service;
    AuditModel model(service, study());
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy loaded(&model, &AuditModel::loaded);
    model.setFilter({});
    QCOMPARE(service.questions.size(), size_t(1));
    service.answer(0, 100'000, 1, 200);
    QTRY_COMPARE(loaded.size(), 1);
    QCOMPARE(model.rowCount(), 100'000);
    QCOMPARE(who(model, 3), u"4"_s);
    QCOMPARE(service.questions.size(), size_t(2)); // the page below the first, and no more
    QCOMPARE(service.questions[1]->offset, qint64(200));
    model.showRows(50'000, 50'020);
    QCOMPARE(service.questions.size(), size_t(5));
    QCOMPARE(service.questions[2]->offset, qint64(50'000));
    QCOMPARE(model.index(50'005, 0).data().toString(), u"…"_s);
    QSignalSpy changed(&model, &AuditModel::dataChanged);
    service.answer(2, 100'000, 50'001, 200);
    QTRY_COMPARE(changed.size(), 1);
    QCOMPARE(who(model, 50'005), u"50006"_s);
    model.showRows(50'001, 50'021);
    QCOMPARE(service.questions.size(), size_t(5));
}

void AuditModelTest::dropsTheAnswerToAnEarlierFilter()
{
    SlowAudit service;
    AuditModel model(service, study());
    AuditFilter first;
    first.text = u"first"_s;
    AuditFilter second;
    second.text = u"second"_s;
    model.setFilter(first);
    model.setFilter(second);
    service.answer(1, 2, 1, 2);
    QTRY_COMPARE(model.rowCount(), 2);
    service.answer(0, 50, 100, 50);
    QCoreApplication::sendPostedEvents();
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(who(model, 0), u"1"_s);
    QCOMPARE(service.questions[1]->filter.text, u"second"_s);
}

void AuditModelTest::dropsALatePageOfAnEarlierFilter()
{
    SlowAudit service;
    AuditModel model(service, study());
    model.setFilter({});
    service.answer(0, 1'000, 1, 200);
    QTRY_COMPARE(model.rowCount(), 1'000);
    model.showRows(400, 420); // page 2 and its neighbours are under way
    const size_t asked = service.questions.size();
    AuditFilter filter;
    filter.user = u"li.wei"_s;
    model.setFilter(filter);
    service.answer(asked, 600, 7'001, 200);
    QTRY_COMPARE(model.rowCount(), 600);
    service.answer(2, 1'000, 401, 200); // late
    QCoreApplication::sendPostedEvents();
    QCOMPARE(model.index(405, 0).data().toString(), u"…"_s);
}

void AuditModelTest::newEntriesSlideInAtTheTop()
{
    SlowAudit service;
    AuditModel model(service, study());
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setFilter({});
    service.answer(0, 3, 1, 3);
    QTRY_COMPARE(model.rowCount(), 3);
    const QPersistentModelIndex kept(model.index(0, static_cast<int>(AuditColumn::Who)));
    QCOMPARE(kept.data().toString(), u"1"_s);
    QSignalSpy inserted(&model, &AuditModel::rowsInserted);
    QSignalSpy reset(&model, &AuditModel::modelReset);
    model.refresh();
    service.answer(1, 5, -1, 5);
    QTRY_COMPARE(model.rowCount(), 5);
    QCOMPARE(inserted.size(), 1);
    QCOMPARE(reset.size(), 0);
    QCOMPARE(kept.row(), 2);
    QCOMPARE(kept.data().toString(), u"1"_s);
}

void AuditModelTest::aShorterTrailReplacesAll()
{
    SlowAudit service;
    AuditModel model(service, study());
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setFilter({});
    service.answer(0, 3, 1, 3);
    QTRY_COMPARE(model.rowCount(), 3);
    QSignalSpy reset(&model, &AuditModel::modelReset);
    model.refresh();
    service.answer(1, 1, 9, 1);
    QTRY_COMPARE(reset.size(), 1);
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(who(model, 0), u"9"_s);
}

void AuditModelTest::aFailureIsSaidAndCanBeAskedAgain()
{
    SlowAudit service;
    AuditModel model(service, study());
    QSignalSpy failed(&model, &AuditModel::failed);
    model.setFilter({});
    service.refuse(0);
    QTRY_COMPARE(failed.size(), 1);
    model.refresh();
    service.answer(1, 500, 1, 200);
    QTRY_COMPARE(model.rowCount(), 500);
    service.refuse(2);
    QTRY_COMPARE(failed.size(), 2);
    model.showRows(0, 20);
    QCOMPARE(service.questions.size(), size_t(4));
    QCOMPARE(service.questions[3]->offset, qint64(200));
}

void AuditModelTest::instantsNameUtcAndTheLocalOffset_data()
{
    QTest::addColumn<qint64>("utcMs");
    QTest::addColumn<int>("offset");
    QTest::addColumn<QString>("text");
    QTest::newRow("UTC") << qint64(1'790'000'000'000) << 0 << u"2026-09-21 14:13:20 UTC (14:13 +00:00)"_s;
    QTest::newRow("east") << qint64(1'790'000'000'000) << 330 << u"2026-09-21 14:13:20 UTC (19:43 +05:30)"_s;
    QTest::newRow("west") << qint64(1'790'000'000'000) << -300 << u"2026-09-21 14:13:20 UTC (09:13 -05:00)"_s;
    QTest::newRow("next day") << qint64(1'790'000'000'000) << 600
                              << u"2026-09-21 14:13:20 UTC (2026-09-22 00:13 +10:00)"_s;
}

void AuditModelTest::instantsNameUtcAndTheLocalOffset()
{
    QFETCH(qint64, utcMs);
    QFETCH(int, offset);
    QFETCH(QString, text);
    QCOMPARE(AuditWords::when({utcMs, offset}), text);
}

void AuditModelTest::valuesReadAsWordsWithTheirCode()
{
    const auto definition = study();
    AuditEntry entry;
    entry.patientId = u"P014"_s;
    entry.formOid = u"F.PHQ9"_s;
    QCOMPARE(AuditWords::what(*definition, entry), u"P014, PHQ-9"_s);
    QCOMPARE(AuditWords::field(*definition, u"item/I.1"_s), u"Little interest"_s);
    QCOMPARE(AuditWords::change(*definition, entry, {u"item/I.1"_s, u"1"_s, u"2"_s}),
             u"1 → 2 = More than half the days"_s);
    QCOMPARE(AuditWords::change(*definition, entry, {u"item/I.1"_s, {}, u"2"_s}), u"2 = More than half the days"_s);
    QCOMPARE(AuditWords::change(*definition, entry, {u"status"_s, u"Screening"_s, u"ScreenFailure"_s}),
             u"Screening → Screen failure"_s);
    QCOMPARE(AuditWords::change(*definition, entry, {u"isEnrolled"_s, u"false"_s, u"true"_s}), u"No → Yes"_s);
    QCOMPARE(AuditWords::change(*definition, entry, {u"name"_s, u"Garcia, Ana"_s, {}}), u"Garcia, Ana → –"_s);
    QCOMPARE(AuditWords::change(*definition, entry, {u"form"_s, {}, u"F.PHQ9"_s}), u"PHQ-9"_s);
}

void AuditModelTest::eventsAreNamed()
{
    AuditEntry entry;
    entry.type = OpType::Event;
    entry.entity = Entity::Workspace;
    QCOMPARE(AuditWords::action(entry), u"Event"_s);
    entry.changes = {{u"action"_s, {}, u"sign_in"_s}};
    QCOMPARE(AuditWords::action(entry), u"Signed in"_s);
    entry.changes = {{u"action"_s, {}, u"something_new"_s}};
    QCOMPARE(AuditWords::action(entry), u"something_new"_s);
}

QTEST_GUILESS_MAIN(AuditModelTest)
#include "tst_auditmodel.moc"
