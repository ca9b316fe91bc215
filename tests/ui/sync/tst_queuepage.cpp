// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakeshell.h"
#include "tests/support/fakeworkspace.h"
#include "ui/sync/numbertile.h"
#include "ui/sync/pages.h"
#include "ui/sync/queueprogress.h"
#include "ui/widgets/page.h"
#include "ui/widgets/recordtable.h"

#include <QLabel>
#include <QPushButton>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sitebook;

namespace {

std::shared_ptr<const StudyDefinition> study()
{
    auto made = std::make_shared<StudyDefinition>();
    made->studyName = u"Demo"_s;
    FormDef form;
    form.oid = u"F.PHQ9"_s;
    form.name = u"PHQ-9"_s;
    made->forms.push_back(form);
    return made;
}

QueueItem item(qint64 id, QueueItem::State state, const QString& patient)
{
    QueueItem made;
    made.id = id;
    made.state = state;
    made.patient = patient;
    made.formOid = u"F.PHQ9"_s;
    made.queuedUtcMs = SystemClock().now().utcMs - 60'000;
    return made;
}

struct Desk
{
    Desk()
        : workspace(study())
        , page(makeQueuePage(workspace, navigator, prompt, nullptr))
    {
        page->resize(1100, 700);
        page->show();
        page->activated();
    }
    template <class W>
    W* find(const QString& name) const
    {
        return page->findChild<W*>(name);
    }
    void click(const QString& name) const { QTest::mouseClick(find<QPushButton>(name), Qt::LeftButton); }

    fake::FakeWorkspace workspace;
    fake::FakeNavigator navigator;
    fake::FakePrompt prompt;
    std::unique_ptr<Page> page;
};

} // namespace

class QueuePageTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anEmptyQueueSaysWhatBelongsHereAndOffersTheImport();
    void numbersFollowTheService();
    void pauseBecomesResume();
    void retryTakesTheSelectedQuarantinedOnes();
    void retryAllAsksFirst();
    void enterOpensThePatient();
    void aLoadCountsFromWhereItBegan();
};

void QueuePageTest::anEmptyQueueSaysWhatBelongsHereAndOffersTheImport()
{
    const Desk desk;
    QVERIFY(desk.find<QLabel>(u"sentence"_s)->text().startsWith(u"Nothing waits"_s));
    auto* table = desk.find<RecordTable>(u"items"_s);
    QPushButton* offer = nullptr;
    for (QPushButton* button : table->findChildren<QPushButton*>())
        if (button->isVisible())
            offer = button;
    QVERIFY(offer != nullptr);
    QTest::mouseClick(offer, Qt::LeftButton);
    QCOMPARE(desk.navigator.went, QStringList{u"openImport"_s});
}

void QueuePageTest::numbersFollowTheService()
{
    Desk desk;
    desk.workspace.queueFakes.current.queued = 40;
    desk.workspace.queueFakes.current.claimed = 10;
    desk.workspace.queueFakes.current.accepted = 7;
    desk.workspace.queueFakes.current.quarantined = 1;
    desk.workspace.queueFakes.current.perSecond = 0.5;
    desk.workspace.queueFakes.rows = {item(1, QueueItem::State::Quarantined, u"P001"_s)};
    for (int i = 0; i < 20; ++i)
        desk.workspace.queueFakes.announce();
    QTRY_COMPARE(desk.find<NumberTile>(u"queued"_s)->text(), u"40"_s);
    QCOMPARE(desk.find<NumberTile>(u"claimed"_s)->text(), u"10"_s);
    QCOMPARE(desk.find<NumberTile>(u"accepted"_s)->text(), u"7"_s);
    QCOMPARE(desk.find<NumberTile>(u"quarantined"_s)->text(), u"1"_s);
    QCOMPARE(desk.find<NumberTile>(u"speed"_s)->text(), QLocale().toString(0.5, 'f', 1));
    QTRY_COMPARE(desk.find<RecordTable>(u"items"_s)->model()->rowCount(), 1);
    QVERIFY(desk.find<QLabel>(u"sentence"_s)->text().contains(u"50"_s));
    QVERIFY(desk.find<QLabel>(u"sentence"_s)->text().contains(u"minute"_s)); // 50 at 0.5/s
}

void QueuePageTest::pauseBecomesResume()
{
    const Desk desk;
    desk.click(u"pause"_s);
    QVERIFY(desk.workspace.queueFakes.current.paused);
    QTRY_COMPARE(desk.find<QPushButton>(u"pause"_s)->text(), u"Re&sume"_s);
    QVERIFY(desk.find<QLabel>(u"sentence"_s)->text().startsWith(u"Paused"_s));
    desk.click(u"pause"_s);
    QVERIFY(!desk.workspace.queueFakes.current.paused);
}

void QueuePageTest::retryTakesTheSelectedQuarantinedOnes()
{
    Desk desk;
    desk.workspace.queueFakes.rows = {item(5, QueueItem::State::Quarantined, u"P005"_s),
                                      item(6, QueueItem::State::Quarantined, u"P006"_s),
                                      item(7, QueueItem::State::Queued, u"P007"_s)};
    desk.workspace.queueFakes.current.quarantined = 2;
    desk.workspace.queueFakes.announce();
    auto* table = desk.find<RecordTable>(u"items"_s);
    QTRY_COMPARE(table->model()->rowCount(), 3);
    QVERIFY(!desk.find<QPushButton>(u"retry"_s)->isEnabled());
    table->selectRow(2);
    QVERIFY(!desk.find<QPushButton>(u"retry"_s)->isEnabled());
    table->setFocus();
    QTest::keyClick(table, Qt::Key_Home);
    QTest::keyClick(table, Qt::Key_End, Qt::ShiftModifier);
    table->selectAll();
    QVERIFY(desk.find<QPushButton>(u"retry"_s)->isEnabled());
    desk.click(u"retry"_s);
    QCOMPARE(desk.workspace.queueFakes.retried, (std::vector<qint64>{5, 6}));
}

void QueuePageTest::retryAllAsksFirst()
{
    Desk desk;
    desk.workspace.queueFakes.current.quarantined = 2;
    desk.workspace.queueFakes.announce();
    QTRY_VERIFY(desk.find<QPushButton>(u"retryAll"_s)->isEnabled());
    desk.prompt.choice = 0;
    desk.click(u"retryAll"_s);
    QVERIFY(desk.workspace.queueFakes.retried.empty());
    desk.prompt.choice = 1;
    desk.click(u"retryAll"_s);
    QCOMPARE(desk.workspace.queueFakes.retried, std::vector<qint64>{0});
    QCOMPARE(desk.prompt.offered.size(), 2);
}

void QueuePageTest::enterOpensThePatient()
{
    Desk desk;
    const RecordId id = desk.workspace.patientFakes.add(fake::somebody(u"P014"_s, u"Garcia, Ana"_s, QDate(1961, 4, 2)));
    desk.workspace.queueFakes.rows = {item(1, QueueItem::State::Queued, u"P014"_s),
                                      item(2, QueueItem::State::Queued, u"P999"_s)};
    desk.workspace.queueFakes.announce();
    auto* table = desk.find<RecordTable>(u"items"_s);
    QTRY_COMPARE(table->model()->rowCount(), 2);
    table->setFocus();
    table->setCurrentIndex(table->model()->index(0, 0));
    QTest::keyClick(table, Qt::Key_Return);
    QCOMPARE(desk.navigator.went.last(), QString(u"openPatient "_s + id.toString()));
    table->setCurrentIndex(table->model()->index(1, 0));
    QTest::keyClick(table, Qt::Key_Return);
    QVERIFY(desk.navigator.went.last().startsWith(u"notice"_s));
}

void QueuePageTest::aLoadCountsFromWhereItBegan()
{
    QueueProgress progress;
    QueueStatus status;
    status.processed = 500;
    progress.update(status);
    QVERIFY(!progress.isActive());
    status.queued = 100;
    progress.update(status);
    QCOMPARE(progress.done(), 0);
    QCOMPARE(progress.total(), 100);
    QCOMPARE(progress.restMs(), 0);
    status.queued = 40;
    status.claimed = 10;
    status.processed = 550;
    status.perSecond = 25;
    progress.update(status);
    QCOMPARE(progress.done(), 50);
    QCOMPARE(progress.total(), 100);
    QCOMPARE(progress.restMs(), 2'000);
    status.paused = true;
    progress.update(status);
    QCOMPARE(progress.restMs(), 0);
    status = {};
    status.processed = 600;
    progress.update(status);
    QVERIFY(!progress.isActive());
    status.queued = 5;
    progress.update(status);
    QCOMPARE(progress.total(), 5);
}

QTEST_MAIN(QueuePageTest)
#include "tst_queuepage.moc"
