// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakeshell.h"
#include "tests/support/fakeworkspace.h"
#include "ui/audit/auditfilterbar.h"
#include "ui/audit/pages.h"
#include "ui/audit/problemsmodel.h"
#include "ui/widgets/keyvaluelist.h"
#include "ui/widgets/page.h"
#include "ui/widgets/recordtable.h"
#include "ui/widgets/searchfield.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
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

AuditEntry entry(qint64 n, OpType type, Entity entity, const RecordId& record, const QString& patient)
{
    AuditEntry made;
    made.opId = OpId::create();
    made.n = n;
    made.type = type;
    made.entity = entity;
    made.recordId = record;
    made.patientId = patient;
    made.user = UserName(n % 2 == 0 ? u"li.wei"_s : u"m.okafor"_s);
    made.capturedAt = {QDateTime(QDate(2026, 3, 1), QTime(9, 0)).toMSecsSinceEpoch() + n * 86'400'000, 60};
    made.changes = {{u"status"_s, u"Screening"_s, u"Enrolled"_s}, {u"isEnrolled"_s, u"false"_s, u"true"_s}};
    made.reason = u"Consent signed"_s;
    return made;
}

struct Desk
{
    explicit Desk(bool allowed = true, const RecordId& only = {})
        : workspace(study())
    {
        patient = workspace.patientFakes.add(fake::somebody(u"P014"_s, u"Garcia, Ana"_s, QDate(1961, 4, 2)));
        auto& entries = workspace.auditFakes.entries;
        for (qint64 n = 60; n > 0; --n)
            entries.push_back(n % 3 == 0 ? entry(n, OpType::Set, Entity::Patient, patient, u"P014"_s)
                                         : entry(n, OpType::Create, Entity::Report, RecordId::create(), u"P020"_s));
        if (!allowed)
            workspace.forbidden << u"view_audit_trail"_s;
        page.reset(makeAuditPage(workspace, navigator, prompt, only, nullptr));
        page->resize(1300, 800);
        page->show();
        page->activated();
    }
    template <class W>
    W* find(const QString& name) const
    {
        return page->findChild<W*>(name);
    }
    RecordTable* table() const { return find<RecordTable>(u"trail"_s); }
    int rows() const { return table()->model()->rowCount(); }
    void click(const QString& name) const { QTest::mouseClick(find<QPushButton>(name), Qt::LeftButton); }

    fake::FakeWorkspace workspace;
    fake::FakeNavigator navigator;
    fake::FakePrompt prompt;
    RecordId patient;
    std::unique_ptr<Page> page;
};

} // namespace

class AuditPageTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void showsTheNewestFirstWithItsDetails();
    void filtersByWhatIsTyped_data();
    void filtersByWhatIsTyped();
    void aDayThatIsNoneIsSaid();
    void clearingShowsAllAgain();
    void showsOneRecordOnly();
    void itsWholeHistoryNarrowsToTheRecord();
    void enterOpensTheRecord();
    void theTrailIsExported();
    void aGoodCheckSaysSo();
    void aBadCheckListsTheProblems();
    void withoutTheRightNothingIsShown();
};

void AuditPageTest::showsTheNewestFirstWithItsDetails()
{
    const Desk desk;
    QTRY_COMPARE(desk.rows(), 60);
    QCOMPARE(desk.table()->currentIndex().row(), 0);
    const auto* facts = desk.find<KeyValueList>(u"facts"_s);
    QCOMPARE(facts->value(u"reason"_s), u"Consent signed"_s);
    QCOMPARE(facts->value(u"number"_s), u"60"_s);
    QStringList texts;
    for (const QLabel* label : desk.find<QWidget>(u"changes"_s)->findChildren<QLabel*>())
        texts << label->text();
    QVERIFY(texts.contains(u"Screening → Enrolled"_s));
    QVERIFY(texts.contains(u"No → Yes"_s));
    desk.table()->setFocus();
    QTest::keyClick(desk.table(), Qt::Key_Down);
    QCOMPARE(facts->value(u"number"_s), u"59"_s);
}

void AuditPageTest::filtersByWhatIsTyped_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<int>("rows");
    QTest::newRow("patient") << u"text"_s << u"p014"_s << 20;
    QTest::newRow("user") << u"user"_s << u"li.wei"_s << 30;
    QTest::newRow("from a day") << u"from"_s << u"2026-04-25"_s << 6;
    QTest::newRow("from a month") << u"from"_s << u"2026-04"_s << 30;
    QTest::newRow("until a month") << u"until"_s << u"2026-03"_s << 30;
    QTest::newRow("until a year before") << u"until"_s << u"2025"_s << 0;
}

void AuditPageTest::filtersByWhatIsTyped()
{
    QFETCH(QString, field);
    QFETCH(QString, typed);
    QFETCH(int, rows);
    const Desk desk;
    auto* input = desk.find<QLineEdit>(field);
    input->setFocus();
    QTest::keyClicks(input, typed);
    QTRY_COMPARE(desk.rows(), rows);
    QVERIFY(!desk.find<QLabel>(u"dayProblem"_s)->isVisible());
}

void AuditPageTest::aDayThatIsNoneIsSaid()
{
    const Desk desk;
    auto* from = desk.find<QLineEdit>(u"from"_s);
    QTest::keyClicks(from, u"2026-02-31"_s);
    QVERIFY(desk.find<QLabel>(u"dayProblem"_s)->isVisible());
    from->clear();
    QTest::keyClicks(from, u"2026-02-28"_s);
    QVERIFY(!desk.find<QLabel>(u"dayProblem"_s)->isVisible());
}

void AuditPageTest::clearingShowsAllAgain()
{
    const Desk desk;
    auto* type = desk.find<QComboBox>(u"type"_s);
    type->setFocus();
    QTest::keyClick(type, Qt::Key_Down);
    QTRY_COMPARE(desk.rows(), 40);
    QCOMPARE(desk.workspace.auditFakes.lastFilter.type, OpType::Create);
    auto* entity = desk.find<QComboBox>(u"entity"_s);
    QTest::keyClick(entity, Qt::Key_Down);
    QTRY_COMPARE(desk.rows(), 0);
    desk.click(u"clearFilters"_s);
    QTRY_COMPARE(desk.rows(), 60);
    QVERIFY(!desk.find<QPushButton>(u"clearFilters"_s)->isEnabled());
}

void AuditPageTest::showsOneRecordOnly()
{
    const RecordId none = RecordId::create();
    const Desk desk(true, none);
    QTRY_COMPARE(desk.workspace.auditFakes.lastFilter.recordId, none);
    auto* chip = desk.find<QPushButton>(u"recordChip"_s);
    QVERIFY(chip->isVisible());
    QTest::mouseClick(chip, Qt::LeftButton);
    QTRY_COMPARE(desk.rows(), 60);
    QVERIFY(!chip->isVisible());
}

void AuditPageTest::itsWholeHistoryNarrowsToTheRecord()
{
    const Desk desk;
    QTRY_COMPARE(desk.rows(), 60);
    desk.click(u"history"_s);
    QTRY_COMPARE(desk.rows(), 20);
    QCOMPARE(desk.workspace.auditFakes.lastFilter.recordId, desk.patient);
    QVERIFY(desk.find<QPushButton>(u"recordChip"_s)->text().contains(u"P014"_s));
}

void AuditPageTest::enterOpensTheRecord()
{
    const Desk desk;
    QTRY_COMPARE(desk.rows(), 60);
    desk.table()->setFocus();
    QTest::keyClick(desk.table(), Qt::Key_Return);
    QCOMPARE(desk.navigator.went.last(), QString(u"openPatient "_s + desk.patient.toString()));
}

void AuditPageTest::theTrailIsExported()
{
    Desk desk;
    QTemporaryDir folder;
    desk.click(u"exportTrail"_s); // dismissed
    QVERIFY(desk.workspace.auditFakes.exportedTo.isEmpty());
    desk.prompt.folder = folder.path();
    desk.click(u"exportTrail"_s);
    QTRY_VERIFY(desk.workspace.auditFakes.exportedTo.startsWith(folder.path()));
    QTRY_VERIFY(!desk.navigator.went.isEmpty());
    QVERIFY(desk.navigator.went.last().startsWith(u"notice 60"_s));
}

void AuditPageTest::aGoodCheckSaysSo()
{
    Desk desk;
    desk.workspace.auditFakes.report.operations = 60;
    desk.workspace.auditFakes.report.records = 21;
    desk.click(u"check"_s);
    QTRY_VERIFY(desk.find<QLabel>(u"verdict"_s)->isVisible());
    QVERIFY(desk.find<QLabel>(u"verdict"_s)->text().contains(u"60"_s));
    QVERIFY(!desk.find<RecordTable>(u"problems"_s)->isVisible());
    QVERIFY(desk.find<QPushButton>(u"check"_s)->isEnabled());
}

void AuditPageTest::aBadCheckListsTheProblems()
{
    Desk desk;
    desk.workspace.auditFakes.report.problems = {{u"operation 12"_s, Message("Its hash does not match.")},
                                                 {u"operation 13"_s, Message("It does not follow operation 12.")}};
    desk.click(u"check"_s);
    auto* table = desk.find<RecordTable>(u"problems"_s);
    QTRY_VERIFY(table->isVisible());
    QAbstractItemModelTester tester(table->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(table->model()->rowCount(), 2);
    QCOMPARE(table->model()->index(0, static_cast<int>(ProblemColumn::What)).data().toString(),
             u"Its hash does not match."_s);
}

void AuditPageTest::withoutTheRightNothingIsShown()
{
    const Desk desk(false);
    QVERIFY(desk.table() == nullptr);
    QVERIFY(desk.page->searchField() == nullptr);
}

QTEST_MAIN(AuditPageTest)
#include "tst_auditpage.moc"
