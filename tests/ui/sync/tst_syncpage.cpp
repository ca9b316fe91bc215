// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakeshell.h"
#include "tests/support/fakeworkspace.h"
#include "ui/sync/numbertile.h"
#include "ui/sync/pages.h"
#include "ui/widgets/keyvaluelist.h"
#include "ui/widgets/page.h"
#include "ui/widgets/recordtable.h"
#include "ui/widgets/statebadge.h"

#include <QCheckBox>
#include <QLabel>
#include <QPushButton>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sitebook;

namespace {

std::shared_ptr<const StudyDefinition> study()
{
    auto made = std::make_shared<StudyDefinition>();
    FormDef form;
    form.oid = u"F.PHQ9"_s;
    form.name = u"PHQ-9"_s;
    made->forms.push_back(form);
    return made;
}

WaitingItem waiting(const QString& state, Entity entity = Entity::Report)
{
    WaitingItem item;
    item.opId = OpId::create();
    item.recordId = RecordId::create();
    item.state = state;
    item.entity = entity;
    item.patientId = u"P014"_s;
    item.formOid = entity == Entity::Report ? u"F.PHQ9"_s : QString();
    item.sinceUtcMs = SystemClock().now().utcMs - 120'000;
    return item;
}

struct Desk
{
    explicit Desk(SyncPhase phase)
        : workspace(study())
    {
        workspace.syncFakes.current.phase = phase;
        workspace.syncFakes.current.server = u"https://study.example.org"_s;
        page.reset(makeSyncPage(workspace, navigator, prompt, nullptr));
        page->resize(1100, 700);
        page->show();
        page->activated();
    }
    template <class W>
    W* find(const QString& name) const
    {
        return page->findChild<W*>(name);
    }
    QPushButton* step() const { return find<QPushButton>(u"nextStep"_s); }
    void click(const QString& name) const { QTest::mouseClick(find<QPushButton>(name), Qt::LeftButton); }

    fake::FakeWorkspace workspace;
    fake::FakeNavigator navigator;
    fake::FakePrompt prompt;
    std::unique_ptr<Page> page;
};

} // namespace

class SyncPageTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyPhaseSaysWhatToDo_data();
    void everyPhaseSaysWhatToDo();
    void syncNowSyncs();
    void signInAsksForThePassword();
    void aWrongPasswordIsSaid();
    void offlineStopsAndGoesOnAgain();
    void timesAndNumbersAreShown();
    void conflictsCarryABadge();
    void quarantinedOnesAreRetried();
    void enterOpensTheRecord();
};

void SyncPageTest::everyPhaseSaysWhatToDo_data()
{
    QTest::addColumn<SyncPhase>("phase");
    QTest::addColumn<QString>("button");
    QTest::newRow("not set up") << SyncPhase::NotSetUp << u"Open &settings"_s;
    QTest::newRow("idle") << SyncPhase::Idle << u"&Sync now"_s;
    QTest::newRow("waiting") << SyncPhase::Waiting << u"&Sync now"_s;
    QTest::newRow("needs sign-in") << SyncPhase::NeedsSignIn << u"&Sign in…"_s;
    QTest::newRow("refused") << SyncPhase::Refused << u"&Sync now"_s;
    QTest::newRow("outdated") << SyncPhase::Outdated << u"&Sync now"_s;
}

void SyncPageTest::everyPhaseSaysWhatToDo()
{
    QFETCH(SyncPhase, phase);
    QFETCH(QString, button);
    const Desk desk(phase);
    QCOMPARE(desk.step()->text(), button);
    QVERIFY(desk.step()->isEnabled());
    QVERIFY(desk.find<QLabel>(u"sentence"_s)->text().size() > 20);
    QCOMPARE(desk.find<StateBadge>(u"phase"_s)->text(), statetexts::text(phase));
}

void SyncPageTest::syncNowSyncs()
{
    Desk desk(SyncPhase::Waiting);
    desk.workspace.syncFakes.current.sentence = Message("The server does not answer. Next try in %1.", {u"4 min"_s});
    desk.workspace.syncFakes.announce();
    QTRY_COMPARE(desk.find<QLabel>(u"sentence"_s)->text(), u"The server does not answer. Next try in 4 min."_s);
    QVERIFY(desk.step()->hasFocus());
    QTest::keyClick(desk.step(), Qt::Key_Space);
    QCOMPARE(desk.workspace.syncFakes.syncs, 1);
    desk.workspace.syncFakes.current.phase = SyncPhase::Working;
    desk.workspace.syncFakes.announce();
    QTRY_VERIFY(!desk.step()->isEnabled());
}

void SyncPageTest::signInAsksForThePassword()
{
    Desk desk(SyncPhase::NeedsSignIn);
    desk.click(u"nextStep"_s); // dismissed
    QCOMPARE(desk.prompt.asked.size(), 1);
    QCOMPARE(desk.workspace.syncFakes.current.phase, SyncPhase::NeedsSignIn);
    desk.prompt.password = u"right password"_s;
    desk.click(u"nextStep"_s);
    QTRY_COMPARE(desk.step()->text(), u"&Sync now"_s);
    QTRY_VERIFY(!desk.navigator.went.isEmpty());
    QVERIFY(desk.navigator.went.last().startsWith(u"notice"_s));
}

void SyncPageTest::aWrongPasswordIsSaid()
{
    Desk desk(SyncPhase::NeedsSignIn);
    desk.prompt.password = u"wrong"_s;
    desk.click(u"nextStep"_s);
    QTRY_COMPARE(desk.navigator.banners.size(), size_t(1));
    QCOMPARE(desk.navigator.banners[0].code, ErrorCode::WrongCredentials);
    QVERIFY(desk.step()->isEnabled());
}

void SyncPageTest::offlineStopsAndGoesOnAgain()
{
    const Desk desk(SyncPhase::Idle);
    QTest::mouseClick(desk.find<QCheckBox>(u"offline"_s), Qt::LeftButton, {}, QPoint(8, 8));
    QVERIFY(!desk.workspace.syncFakes.online);
    QTRY_COMPARE(desk.step()->text(), u"&Go online"_s);
    QVERIFY(desk.find<QLabel>(u"sentence"_s)->text().contains(u"offline"_s));
    desk.click(u"nextStep"_s);
    QVERIFY(desk.workspace.syncFakes.online);
    QTRY_VERIFY(!desk.find<QCheckBox>(u"offline"_s)->isChecked());
}

void SyncPageTest::timesAndNumbersAreShown()
{
    Desk desk(SyncPhase::Waiting);
    SyncStatus& status = desk.workspace.syncFakes.current;
    const auto* facts = desk.find<KeyValueList>(u"facts"_s);
    QCOMPARE(facts->value(u"last"_s), u"never"_s);
    QCOMPARE(facts->value(u"next"_s), u"none planned"_s);
    status.lastSuccessUtcMs = SystemClock().now().utcMs - 10 * 60'000;
    status.nextAttemptUtcMs = SystemClock().now().utcMs + 20'000;
    status.queued = 12;
    status.sending = 3;
    status.acked = 4;
    status.confirmed = 1'000;
    status.pulled = 9;
    desk.workspace.syncFakes.announce();
    QTRY_VERIFY(facts->value(u"last"_s).startsWith(u"10 minute"_s));
    QVERIFY(facts->value(u"next"_s).startsWith(u"in "_s));
    QCOMPARE(desk.find<NumberTile>(u"ready"_s)->text(), u"12"_s);
    QCOMPARE(desk.find<NumberTile>(u"uploading"_s)->text(), u"3"_s);
    QCOMPARE(desk.find<NumberTile>(u"received"_s)->text(), u"4"_s);
    QCOMPARE(desk.find<NumberTile>(u"confirmed"_s)->text(), QLocale().toString(1'000));
    QCOMPARE(desk.find<NumberTile>(u"pulled"_s)->text(), u"9"_s);
    QVERIFY(desk.page->subtitle().contains(u"15"_s));
}

void SyncPageTest::conflictsCarryABadge()
{
    Desk desk(SyncPhase::Idle);
    QVERIFY(!desk.find<StateBadge>(u"conflictBadge"_s)->isVisible());
    desk.workspace.syncFakes.current.conflicts = 2;
    desk.workspace.syncFakes.announce();
    QTRY_VERIFY(desk.find<StateBadge>(u"conflictBadge"_s)->isVisible());
    QVERIFY(desk.find<StateBadge>(u"conflictBadge"_s)->text().startsWith(u"2 "_s));
}

void SyncPageTest::quarantinedOnesAreRetried()
{
    Desk desk(SyncPhase::Idle);
    desk.workspace.syncFakes.rows = {waiting(u"conflict"_s), waiting(u"quarantined"_s), waiting(u"quarantined"_s),
                                     waiting(u"queued"_s)};
    desk.workspace.syncFakes.current.quarantined = 2;
    desk.workspace.syncFakes.announce();
    auto* table = desk.find<RecordTable>(u"items"_s);
    QTRY_COMPARE(table->model()->rowCount(), 4);
    QVERIFY(!desk.find<QPushButton>(u"retry"_s)->isEnabled());
    table->selectRow(2);
    QVERIFY(desk.find<QPushButton>(u"retry"_s)->isEnabled());
    desk.click(u"retry"_s);
    QCOMPARE(desk.workspace.syncFakes.retried, std::vector<OpId>{desk.workspace.syncFakes.rows[2].opId});
    desk.workspace.syncFakes.retried.clear();
    QTRY_VERIFY(desk.find<QPushButton>(u"retryAll"_s)->isEnabled());
    desk.click(u"retryAll"_s);
    QCOMPARE(desk.workspace.syncFakes.retried.size(), size_t(2));
}

void SyncPageTest::enterOpensTheRecord()
{
    Desk desk(SyncPhase::Idle);
    desk.workspace.syncFakes.rows = {waiting(u"queued"_s), waiting(u"queued"_s, Entity::Patient)};
    desk.workspace.syncFakes.announce();
    auto* table = desk.find<RecordTable>(u"items"_s);
    QTRY_COMPARE(table->model()->rowCount(), 2);
    table->setFocus();
    table->setCurrentIndex(table->model()->index(0, 0));
    QTest::keyClick(table, Qt::Key_Return);
    QCOMPARE(desk.navigator.went.last(),
             QString(u"openReport "_s + desk.workspace.syncFakes.rows[0].recordId.toString()));
    QTest::keyClick(table, Qt::Key_Down);
    QTest::keyClick(table, Qt::Key_Return);
    QCOMPARE(desk.navigator.went.last(),
             QString(u"openPatient "_s + desk.workspace.syncFakes.rows[1].recordId.toString()));
}

QTEST_MAIN(SyncPageTest)
#include "tst_syncpage.moc"
