// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakeshell.h"
#include "tests/support/fakeworkspace.h"
#include "ui/exchange/dialogs.h"
#include "ui/exchange/findingsmodel.h"
#include "ui/exchange/summarymodel.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/progressstrip.h"
#include "ui/widgets/recordtable.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QDragEnterEvent>
#include <QLabel>
#include <QListWidget>
#include <QMimeData>
#include <QPointer>
#include <QPushButton>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sitebook;

namespace {

std::shared_ptr<const StudyDefinition> study()
{
    auto made = std::make_shared<StudyDefinition>();
    EventDef visit;
    visit.oid = u"SE.BASELINE"_s;
    visit.name = u"Baseline"_s;
    made->events.push_back(visit);
    ItemDef item;
    item.oid = u"I.1"_s;
    item.name = u"PHQ0101"_s;
    made->items.push_back(item);
    return made;
}

ImportSummary summary(qint64 imported, qint64 rejected)
{
    ImportSummary made;
    made.file = u"/data/qsph.json"_s;
    made.format = u"Dataset-JSON QS"_s;
    made.read = imported + rejected;
    made.imported = imported;
    made.rejected = rejected;
    made.reports = imported;
    for (qint64 i = 0; i < rejected; ++i)
        made.findings.push_back({Severity::Error, u"rows[%1]"_s.arg(i), u"CDISC014"_s, u"SE.BASELINE"_s, u"I.1"_s,
                                 u"code_list"_s, Message("Answer %1 is not in the code list.", {u"5"_s})});
    return made;
}

struct Desk
{
    explicit Desk(const QStringList& forbidden = {})
        : workspace(study())
    {
        workspace.forbidden = forbidden;
        dialog = openImportDialog(nullptr, workspace, navigator, prompt);
        QApplication::setActiveWindow(dialog);
    }
    ~Desk() { delete dialog; }
    template <class W>
    W* find(const QString& name = {}) const
    {
        return dialog->findChild<W*>(name);
    }
    void click(const QString& name) const { QTest::mouseClick(find<QPushButton>(name), Qt::LeftButton); }
    void choose(const QStringList& files)
    {
        prompt.files = files;
        click(u"chooseFiles"_s);
    }
    const ImportRequest& asked() const { return workspace.exchangeFakes.lastImport; }

    fake::FakeWorkspace workspace;
    fake::FakeNavigator navigator;
    fake::FakePrompt prompt;
    QPointer<QDialog> dialog;
};

} // namespace

class ImportDialogTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void withoutFilesNothingCanBeChecked();
    void filesAreChosenOnceAndRemoved();
    void filesCanBeDropped();
    void theDryRunComesFirstAndStoresNothing();
    void findingsAreListedWithTheirPlace();
    void thenTheRecordsAreImported();
    void wrongRowsOfATableAreSaved();
    void nothingAcceptedCannotBeImported();
    void anUnreadableFileIsOneSentence();
    void cancelStopsTheImport();
    void inTheBackgroundTheResultComesAsANotice();
    void aRoleMayNotImport();
};

void ImportDialogTest::withoutFilesNothingCanBeChecked()
{
    const Desk desk;
    QVERIFY(!desk.find<QPushButton>(u"check"_s)->isEnabled());
    QVERIFY(desk.find<QLabel>(u"hint"_s)->isVisible());
    QVERIFY(!desk.find<QPushButton>(u"import"_s)->isVisible());
}

void ImportDialogTest::filesAreChosenOnceAndRemoved()
{
    Desk desk;
    desk.choose({u"/data/dm.json"_s, u"/data/qsph.json"_s});
    desk.choose({u"/data/dm.json"_s});
    auto* list = desk.find<QListWidget>(u"files"_s);
    QCOMPARE(list->count(), 2);
    QVERIFY(desk.find<QPushButton>(u"check"_s)->isEnabled());
    list->setFocus();
    list->setCurrentRow(0);
    QTest::keyClick(list, Qt::Key_Delete);
    QCOMPARE(list->item(0)->text(), u"qsph.json"_s);
    list->setCurrentRow(0);
    desk.click(u"removeFile"_s);
    QVERIFY(!desk.find<QPushButton>(u"check"_s)->isEnabled());
}

void ImportDialogTest::filesCanBeDropped()
{
    const Desk desk;
    auto* form = desk.find<QListWidget>(u"files"_s)->parentWidget()->parentWidget();
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(u"/data/dm.json"_s)});
    QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(form, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(form, &drop);
    QCOMPARE(desk.find<QListWidget>(u"files"_s)->item(0)->text(), u"dm.json"_s);
}

void ImportDialogTest::theDryRunComesFirstAndStoresNothing()
{
    Desk desk;
    desk.workspace.exchangeFakes.summaries = {summary(30, 2)};
    desk.choose({u"/data/qsph.json"_s});
    desk.find<QCheckBox>(u"assign"_s)->setFocus();
    QTest::keyClick(desk.find<QCheckBox>(u"assign"_s), Qt::Key_Space);
    QTest::keyClick(desk.find<QComboBox>(u"visit"_s), Qt::Key_Down);
    desk.click(u"check"_s);
    QTRY_VERIFY(desk.find<QPushButton>(u"import"_s)->isVisible());
    QVERIFY(desk.asked().dryRun);
    QVERIFY(desk.asked().assignIdentifiers);
    QCOMPARE(desk.asked().studyEventOid, u"SE.BASELINE"_s);
    QCOMPARE(desk.asked().files, QStringList{u"/data/qsph.json"_s});
    QVERIFY(desk.find<QLabel>(u"verdict"_s)->text().startsWith(u"Nothing is stored yet"_s));
    QVERIFY(desk.find<QPushButton>(u"import"_s)->text().contains(u"30"_s));
    desk.click(u"back"_s);
    QVERIFY(desk.find<QPushButton>(u"check"_s)->isVisible());
}

void ImportDialogTest::findingsAreListedWithTheirPlace()
{
    Desk desk;
    desk.workspace.exchangeFakes.summaries = {summary(30, 2), summary(5, 0)};
    desk.choose({u"/data/qsph.json"_s});
    desk.click(u"check"_s);
    auto* findings = desk.find<RecordTable>(u"findings"_s)->model();
    auto* files = desk.find<RecordTable>(u"summary"_s)->model();
    QTRY_COMPARE(findings->rowCount(), 2);
    QAbstractItemModelTester findingsTester(findings, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QAbstractItemModelTester filesTester(files, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const auto cell = [findings](int row, FindingColumn column) {
        return findings->index(row, static_cast<int>(column)).data().toString();
    };
    QCOMPARE(cell(1, FindingColumn::Where), u"rows[1]"_s);
    QCOMPARE(cell(1, FindingColumn::File), u"qsph.json"_s);
    QCOMPARE(cell(1, FindingColumn::Patient), u"CDISC014"_s);
    QCOMPARE(cell(1, FindingColumn::Visit), u"Baseline"_s);
    QCOMPARE(cell(1, FindingColumn::Item), u"PHQ0101"_s);
    QCOMPARE(cell(1, FindingColumn::Message), u"Answer 5 is not in the code list."_s);
    QCOMPARE(files->rowCount(), 2);
    QCOMPARE(files->index(0, static_cast<int>(SummaryColumn::Accepted)).data().toString(), u"30"_s);
    QCOMPARE(files->index(0, static_cast<int>(SummaryColumn::Rejected)).data().toString(), u"2"_s);
    desk.workspace.exchangeFakes.summaries = {summary(1, 1)};
    desk.click(u"back"_s);
    desk.click(u"check"_s);
    QTRY_COMPARE(findings->rowCount(), 1);
    QCOMPARE(files->rowCount(), 1);
}

void ImportDialogTest::wrongRowsOfATableAreSaved()
{
    Desk desk;
    desk.workspace.exchangeFakes.summaries = {summary(30, 2)}; // no table
    desk.choose({u"/data/patients.csv"_s});
    desk.click(u"check"_s);
    QTRY_VERIFY(desk.find<QPushButton>(u"import"_s)->isVisible());
    QVERIFY(!desk.find<QPushButton>(u"saveRejected"_s)->isVisible());
    ImportSummary table = summary(30, 1);
    table.format = u"CSV patients"_s;
    table.findings.front().where = u"row 7"_s;
    desk.workspace.exchangeFakes.summaries = {table};
    desk.click(u"back"_s);
    desk.click(u"check"_s);
    QTRY_VERIFY(desk.find<QPushButton>(u"saveRejected"_s)->isVisible());
    desk.prompt.folder = u"/data/back"_s;
    table.rejectedFile = u"/data/back/patients-rejected.csv"_s;
    desk.workspace.exchangeFakes.summaries = {table};
    desk.click(u"saveRejected"_s);
    QTRY_COMPARE(desk.asked().rejectedFolder, u"/data/back"_s);
    QVERIFY(desk.asked().dryRun); // writes nothing but that file
    QTRY_VERIFY(desk.find<Banner>()->text().contains(u"patients-rejected.csv"_s));
    desk.click(u"import"_s);
    QTRY_VERIFY(!desk.asked().dryRun);
    QVERIFY(desk.asked().rejectedFolder.isEmpty());
}

void ImportDialogTest::thenTheRecordsAreImported()
{
    Desk desk;
    desk.workspace.exchangeFakes.summaries = {summary(30, 2)};
    desk.choose({u"/data/qsph.json"_s});
    desk.click(u"check"_s);
    QTRY_VERIFY(desk.find<QPushButton>(u"import"_s)->isVisible());
    QVERIFY(desk.find<QPushButton>(u"import"_s)->hasFocus());
    QTest::keyClick(desk.find<QPushButton>(u"import"_s), Qt::Key_Space);
    QTRY_VERIFY(desk.find<QPushButton>(u"openQueue"_s)->isVisible());
    QVERIFY(!desk.asked().dryRun);
    QVERIFY(desk.find<QLabel>(u"verdict"_s)->text().contains(u"30"_s));
    desk.click(u"openQueue"_s);
    QCOMPARE(desk.navigator.went.last(), QString(u"openPage "_s + QString::number(static_cast<int>(PageId::Queue))));
    QTRY_VERIFY(desk.dialog.isNull());
}

void ImportDialogTest::nothingAcceptedCannotBeImported()
{
    Desk desk;
    desk.workspace.exchangeFakes.summaries = {summary(0, 3)};
    desk.choose({u"/data/qsph.json"_s});
    desk.click(u"check"_s);
    QTRY_COMPARE(desk.find<RecordTable>(u"findings"_s)->model()->rowCount(), 3);
    QVERIFY(!desk.find<QPushButton>(u"import"_s)->isEnabled());
}

void ImportDialogTest::anUnreadableFileIsOneSentence()
{
    Desk desk;
    desk.workspace.exchangeFakes.nextError =
        Error(ErrorCode::Unreadable, Message("The file is cut off."), u"qsph.json, line 3"_s);
    desk.choose({u"/data/qsph.json"_s});
    desk.click(u"check"_s);
    QTRY_VERIFY(desk.find<Banner>()->isVisible());
    QVERIFY(desk.find<Banner>()->text().contains(u"The file is cut off."_s));
    QVERIFY(desk.find<Banner>()->text().contains(u"Nothing was stored."_s));
    QVERIFY(desk.find<QPushButton>(u"check"_s)->isEnabled());
    QVERIFY(!desk.find<QPushButton>(u"import"_s)->isVisible());
}

void ImportDialogTest::cancelStopsTheImport()
{
    Desk desk;
    desk.workspace.exchangeFakes.summaries = {summary(30, 0)};
    desk.choose({u"/data/qsph.json"_s});
    desk.click(u"check"_s);
    QTRY_VERIFY(desk.find<QPushButton>(u"import"_s)->isVisible());
    desk.workspace.exchangeFakes.held = true;
    desk.click(u"import"_s);
    auto* strip = desk.find<ProgressStrip>();
    QVERIFY(strip->isVisible());
    QTest::mouseClick(strip->findChild<QPushButton*>(), Qt::LeftButton);
    QVERIFY(desk.workspace.exchangeFakes.heldCancel.isCancelled());
    desk.workspace.exchangeFakes.answerImport(fail(ErrorCode::Cancelled, "Stopped."));
    QTRY_VERIFY(desk.find<Banner>()->isVisible());
    QVERIFY(desk.find<QPushButton>(u"import"_s)->isVisible());
}

void ImportDialogTest::inTheBackgroundTheResultComesAsANotice()
{
    Desk desk;
    desk.workspace.exchangeFakes.summaries = {summary(30, 0)};
    desk.choose({u"/data/qsph.json"_s});
    desk.click(u"check"_s);
    QTRY_VERIFY(desk.find<QPushButton>(u"import"_s)->isVisible());
    desk.workspace.exchangeFakes.held = true;
    desk.click(u"import"_s);
    desk.click(u"background"_s);
    desk.workspace.exchangeFakes.answerImport(desk.workspace.exchangeFakes.summaries);
    QTRY_VERIFY(!desk.navigator.went.isEmpty());
    QVERIFY(desk.navigator.went.last().contains(u"30"_s));
    QTRY_VERIFY(desk.dialog.isNull());
}

void ImportDialogTest::aRoleMayNotImport()
{
    Desk desk({u"import_data"_s});
    desk.choose({u"/data/qsph.json"_s});
    QVERIFY(!desk.find<QPushButton>(u"check"_s)->isEnabled());
    QVERIFY(desk.find<QLabel>(u"hint"_s)->isVisible());
}

QTEST_MAIN(ImportDialogTest)
#include "tst_importdialog.moc"
