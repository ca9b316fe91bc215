// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakeshell.h"
#include "tests/support/fakeworkspace.h"
#include "tests/support/tempsettings.h"
#include "ui/queries/queriespage.h"
#include "ui/queries/querymodel.h"
#include "ui/queries/querypopover.h"
#include "ui/queries/threadview.h"
#include "ui/widgets/chipbar.h"
#include "ui/widgets/recordtable.h"

#include <QComboBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>

using namespace sitebook;
using namespace Qt::StringLiterals;

// The workbench, driven by keys.
class TestQueriesPage final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void filtersTellWhatTheySay_data();
    void filtersTellWhatTheySay();
    void theNextOpenQueryIsAKeyAway();
    void anAnswerIsWrittenAndSent();
    void anEmptyAnswerIsToldAndKept();
    void enterOpensThePlace();
    void anEmptyWorkbenchSaysWhatBelongsHere();
    void coordinatorsSeeNoVerification();
    void monitorsVerifyFromTheSamePlace();
    void dataManagersLockWithAReason();
    void aNoteIsWrittenInThePopover();
    void thePopoverShowsTheThread();

private:
    struct Desk
    {
        Desk();
        RecordId add(QueryStatus status, int daysAgo, const QString& message, QueryType type = QueryType::Query,
                     const QString& assignee = {});
        QueriesPage& open();
        [[nodiscard]] RecordTable* table() const { return page->findChild<RecordTable*>(u"queriesTable"_s); }
        [[nodiscard]] QString current() const
        {
            return table()->currentIndex().siblingAtColumn(static_cast<int>(QueryColumn::Message)).data().toString();
        }
        fake::FakeWorkspace workspace{fake::demoStudy()};
        fake::FakeNavigator navigator;
        fake::FakePrompt prompt;
        RecordId patient;
        RecordId report;
        std::unique_ptr<QueriesPage> page;
    };
    test::TempSettings m_settings;
};

TestQueriesPage::Desk::Desk()
{
    patient = workspace.patientFakes.add(fake::somebody(u"P001"_s, u"García, Ana"_s, QDate(1961, 4, 2)));
    Report check;
    check.patient = patient;
    check.formOid = u"F.VS"_s;
    check.eventOid = u"SE.BASELINE"_s;
    report = workspace.reportFakes.add(check);
}

RecordId TestQueriesPage::Desk::add(QueryStatus status, int daysAgo, const QString& message, QueryType type,
                                    const QString& assignee)
{
    QueryRow row;
    row.patient = patient;
    row.patientId = u"P001"_s;
    row.report = report;
    row.formOid = u"F.VS"_s;
    row.eventOid = u"SE.BASELINE"_s;
    row.itemOid = u"IT.PULSE"_s;
    row.type = type;
    row.status = status;
    row.assignee = assignee;
    row.raisedBy = UserName(u"ines"_s);
    // In the middle of the day, so that the age does not depend on how long the test takes.
    row.raisedUtcMs = QDateTime::currentMSecsSinceEpoch() - daysAgo * 86'400'000LL - 43'200'000LL;
    return workspace.queryFakes.add(row, message);
}

QueriesPage& TestQueriesPage::Desk::open()
{
    page = std::make_unique<QueriesPage>(workspace, navigator, prompt);
    page->resize(1100, 640);
    page->show();
    if (!QTest::qWaitForWindowActive(page.get())) // keys go to the active window
        qFatal("the window does not come");
    page->activated();
    return *page;
}

void TestQueriesPage::init()
{
    QSettings().clear();
}

void TestQueriesPage::filtersTellWhatTheySay_data()
{
    QTest::addColumn<QStringList>("chips");
    QTest::addColumn<int>("type");
    QTest::addColumn<int>("age");
    QTest::addColumn<QStringList>("messages");
    QTest::newRow("at first") << QStringList{u"Open"_s, u"Answered"_s} << -1 << 0
                              << QStringList{u"old"_s, u"check"_s, u"new"_s};
    QTest::newRow("all") << QStringList() << -1 << 0 << QStringList{u"old"_s, u"done"_s, u"check"_s, u"new"_s};
    QTest::newRow("closed") << QStringList{u"Closed"_s} << -1 << 0 << QStringList{u"done"_s};
    QTest::newRow("mine") << QStringList{u"mine"_s} << -1 << 0 << QStringList{u"new"_s};
    QTest::newRow("checks") << QStringList() << static_cast<int>(QueryType::FailedCheck) << 0
                            << QStringList{u"check"_s};
    QTest::newRow("older than a week") << QStringList() << -1 << 7 << QStringList{u"old"_s, u"done"_s};
}

void TestQueriesPage::filtersTellWhatTheySay()
{
    QFETCH(QStringList, chips);
    QFETCH(int, type);
    QFETCH(int, age);
    QFETCH(QStringList, messages);
    Desk desk;
    desk.add(QueryStatus::Open, 30, u"old"_s);
    desk.add(QueryStatus::Closed, 9, u"done"_s);
    desk.add(QueryStatus::Answered, 3, u"check"_s, QueryType::FailedCheck);
    desk.add(QueryStatus::Open, 0, u"new"_s, QueryType::Query, u"coordinator"_s);
    QueriesPage& page = desk.open();
    auto* bar = page.findChild<ChipBar*>(u"filters"_s);
    bar->setCheckedIds(chips);
    Q_EMIT bar->changed(chips);
    auto* types = page.findChild<QComboBox*>(u"type"_s);
    types->setCurrentIndex(types->findData(type));
    auto* ages = page.findChild<QComboBox*>(u"age"_s);
    ages->setCurrentIndex(ages->findData(age));
    QStringList shown;
    const auto* model = page.findChild<QueryModel*>();
    for (const QueryRow& row : model->allRows())
        shown << row.lastMessage;
    QCOMPARE(shown, messages);
}

void TestQueriesPage::theNextOpenQueryIsAKeyAway()
{
    Desk desk;
    desk.add(QueryStatus::Open, 5, u"first"_s);
    desk.add(QueryStatus::Answered, 4, u"answered"_s);
    desk.add(QueryStatus::Open, 3, u"second"_s);
    QueriesPage& page = desk.open();
    QCOMPARE(desk.current(), u"first"_s);
    QTest::keyClick(desk.table(), Qt::Key_F8);
    QCOMPARE(desk.current(), u"second"_s);
    auto* box = page.findChild<QPlainTextEdit*>(u"answer"_s);
    QVERIFY(box->isVisible());
    QTest::keyClick(box, Qt::Key_F8); // round the end
    QCOMPARE(desk.current(), u"first"_s);
    QTest::keyClick(box, Qt::Key_F8, Qt::ShiftModifier);
    QCOMPARE(desk.current(), u"second"_s);
}

void TestQueriesPage::anAnswerIsWrittenAndSent()
{
    Desk desk;
    const RecordId query = desk.add(QueryStatus::Open, 5, u"Please confirm."_s);
    QueriesPage& page = desk.open();
    auto* box = page.findChild<QPlainTextEdit*>(u"answer"_s);
    QTRY_VERIFY(page.findChild<ThreadView*>()->messages().contains(u"Please confirm."_s));
    QTest::keyClicks(box, u"Measured again: 61."_s);
    QTest::keyClick(box, Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(desk.workspace.queryFakes.taken, QStringList{u"Answered: Measured again: 61."_s});
    QTRY_VERIFY(page.findChild<ThreadView*>()->messages().contains(u"Measured again"_s));
    QVERIFY(box->toPlainText().isEmpty());
    QCOMPARE(desk.workspace.queryFakes.list()->find(query)->status, QueryStatus::Answered);
}

void TestQueriesPage::anEmptyAnswerIsToldAndKept()
{
    Desk desk;
    desk.add(QueryStatus::Open, 5, u"Please confirm."_s);
    QueriesPage& page = desk.open();
    auto* box = page.findChild<QPlainTextEdit*>(u"answer"_s);
    desk.workspace.queryFakes.nextError = Error(ErrorCode::Denied, "Your role may not answer queries.");
    QTest::keyClicks(box, u"Yes."_s);
    QTest::keyClick(box, Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(desk.workspace.queryFakes.nextError == std::nullopt);
    QCoreApplication::sendPostedEvents();
    QCOMPARE(box->toPlainText(), u"Yes."_s);
    QVERIFY(desk.workspace.queryFakes.taken.isEmpty());
}

void TestQueriesPage::enterOpensThePlace()
{
    Desk desk;
    desk.add(QueryStatus::Open, 5, u"Please confirm."_s);
    desk.open();
    QTest::keyClick(desk.table(), Qt::Key_Return);
    QCOMPARE(desk.navigator.went, QStringList{u"openReportAt "_s + desk.report.toString() + u" IT.PULSE"_s});
    QCOMPARE(desk.page->currentPatient(), desk.patient);
    QCOMPARE(desk.page->currentReport(), desk.report);
}

void TestQueriesPage::anEmptyWorkbenchSaysWhatBelongsHere()
{
    Desk desk;
    QueriesPage& page = desk.open();
    QVERIFY(!page.findChild<ThreadView*>()->isVisible());
    QTest::keyClick(desk.table(), Qt::Key_F8);
    QCOMPARE(desk.navigator.went.size(), 1); // says that none is left
}

void TestQueriesPage::coordinatorsSeeNoVerification()
{
    Desk desk;
    desk.workspace.forbidden = QStringList{u"verify_source"_s, u"lock_data"_s};
    QVERIFY(!desk.open().findChild<QPushButton*>(u"verify"_s));
}

void TestQueriesPage::monitorsVerifyFromTheSamePlace()
{
    Desk desk;
    desk.workspace.forbidden = QStringList{u"lock_data"_s, u"answer_query"_s};
    VerificationRow row;
    row.report = desk.report;
    row.patientId = u"P001"_s;
    row.formOid = u"F.VS"_s;
    row.eventOid = u"SE.BASELINE"_s;
    row.count = {3, 1, 1};
    desk.workspace.reviewFakes.rows = {row};
    QueriesPage& page = desk.open();
    auto* rooms = page.findChild<ChipBar*>(u"rooms"_s);
    rooms->setChecked(u"verification"_s, true);
    Q_EMIT rooms->changed({u"verification"_s});
    auto* table = page.findChild<RecordTable*>(u"verificationTable"_s);
    QTRY_COMPARE(table->model()->rowCount(), 1);
    QCOMPARE(table->model()->index(0, 5).data().toString(), u"2"_s);
    table->selectRow(0);
    auto* verify = page.findChild<QPushButton*>(u"verify"_s);
    QVERIFY(verify->isEnabled());
    QVERIFY(page.findChild<QPushButton*>(u"lock"_s)->isHidden());
    QTest::keyClick(verify, Qt::Key_Space);
    QTRY_COMPARE(desk.workspace.reviewFakes.done, QStringList{u"verifyAll"_s});
}

void TestQueriesPage::dataManagersLockWithAReason()
{
    Desk desk;
    desk.workspace.forbidden = QStringList{u"verify_source"_s};
    VerificationRow row;
    row.report = desk.report;
    row.patientId = u"P001"_s;
    row.formOid = u"F.VS"_s;
    row.eventOid = u"SE.BASELINE"_s;
    row.count = {3, 3, 0};
    desk.workspace.reviewFakes.rows = {row};
    QueriesPage& page = desk.open();
    auto* rooms = page.findChild<ChipBar*>(u"rooms"_s);
    rooms->setChecked(u"verification"_s, true);
    Q_EMIT rooms->changed({u"verification"_s});
    auto* table = page.findChild<RecordTable*>(u"verificationTable"_s);
    QTRY_COMPARE(table->model()->rowCount(), 1);
    table->selectRow(0);
    auto* lock = page.findChild<QPushButton*>(u"lock"_s);
    QTest::keyClick(lock, Qt::Key_Space); // no reason: nothing happens
    QVERIFY(desk.workspace.reviewFakes.done.isEmpty());
    desk.prompt.reason = u"Data are clean."_s;
    QTest::keyClick(lock, Qt::Key_Space);
    QTRY_COMPARE(desk.workspace.reviewFakes.done, QStringList{u"lock Data are clean."_s});
}

void TestQueriesPage::aNoteIsWrittenInThePopover()
{
    Desk desk;
    QWidget window;
    window.show();
    Query about;
    about.patient = desk.patient;
    about.report = desk.report;
    about.itemOid = u"IT.PULSE"_s;
    auto* popover = new QueryPopover(desk.workspace, about, u"Pulse at rest"_s, &window);
    popover->show();
    auto* box = popover->findChild<QPlainTextEdit*>(u"note"_s);
    QTest::keyClicks(box, u"Measured lying down."_s);
    QTest::keyClick(box, Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(desk.workspace.queryFakes.list()->rows().size(), 1U);
    const QueryRow row = desk.workspace.queryFakes.list()->rows().front();
    QCOMPARE(row.type, QueryType::Annotation);
    QCOMPARE(row.itemOid, u"IT.PULSE"_s);
    QTRY_VERIFY(!window.findChild<QueryPopover*>());
}

void TestQueriesPage::thePopoverShowsTheThread()
{
    Desk desk;
    desk.add(QueryStatus::Open, 2, u"Please confirm."_s);
    QWidget window;
    window.show();
    Query about;
    about.report = desk.report;
    about.itemOid = u"IT.PULSE"_s;
    auto* popover = new QueryPopover(desk.workspace, about, u"Pulse at rest"_s, &window);
    popover->show();
    QTRY_VERIFY(popover->findChild<ThreadView*>()->messages().contains(u"Please confirm."_s));
    auto* box = popover->findChild<QPlainTextEdit*>(u"answer"_s);
    QTest::keyClicks(box, u"61."_s);
    QTest::keyClick(box, Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(desk.workspace.queryFakes.taken, QStringList{u"Answered: 61."_s});
}

QTEST_MAIN(TestQueriesPage)

#include "tst_queriespage.moc"
