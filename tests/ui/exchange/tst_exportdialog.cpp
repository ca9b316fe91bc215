// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakeshell.h"
#include "tests/support/fakeworkspace.h"
#include "ui/exchange/dialogs.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/keyvaluelist.h"
#include "ui/widgets/progressstrip.h"

#include <QAbstractButton>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QDialog>
#include <QFile>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QRadioButton>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sitebook;

namespace {

std::shared_ptr<const StudyDefinition> study()
{
    auto made = std::make_shared<StudyDefinition>();
    made->studyName = u"Demo study"_s;
    return made;
}

struct Desk
{
    explicit Desk(ExportRequest preset = {}, const QStringList& forbidden = {})
        : workspace(study())
    {
        workspace.forbidden = forbidden;
        preset.path = folder.filePath(u"out.csv"_s);
        dialog = openExportDialog(nullptr, workspace, navigator, prompt, preset);
        QApplication::setActiveWindow(dialog);
    }
    ~Desk() { delete dialog; }
    template <class W>
    W* find(const QString& name = {}) const
    {
        return dialog->findChild<W*>(name);
    }
    void click(const QString& name) const { QTest::mouseClick(find<QAbstractButton>(name), Qt::LeftButton); }
    void check(const QString& name) const
    {
        auto* box = find<QAbstractButton>(name);
        QTest::mouseClick(box, Qt::LeftButton, {}, QPoint(8, box->height() / 2));
    }

    QTemporaryDir folder;
    fake::FakeWorkspace workspace;
    fake::FakeNavigator navigator;
    fake::FakePrompt prompt;
    QPointer<QDialog> dialog;
};

} // namespace

class ExportDialogTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void showsTheFormatsAndALiveCount();
    void onlyCsvAsksForItsOptions();
    void theFileNameFollowsFormatAndScope();
    void aTypedNameIsKeptButItsEnding();
    void theRequestIsWhatWasChosen();
    void onlySelectedPatientsAreCounted();
    void whatIsMissingIsSaid();
    void theResultShowsRowsDigestAndManifest();
    void anExistingFileIsAskedFor();
    void cancelStopsTheWorker();
    void aFailureLeavesTheChoices();
    void inTheBackgroundTheResultComesAsANotice();
    void aRoleMayExportDeidentifiedOnly();
    void aRoleMayNotExport();
};

void ExportDialogTest::showsTheFormatsAndALiveCount()
{
    const Desk desk;
    QVERIFY(desk.dialog->isVisible());
    QVERIFY(desk.dialog->testAttribute(Qt::WA_DeleteOnClose));
    QVERIFY(desk.find<QAbstractButton>(u"format-csv"_s)->isChecked());
    QVERIFY(desk.find<QLabel>(u"rowCount"_s)->text().startsWith(u"254 "_s));
    auto* csv = desk.find<QAbstractButton>(u"format-csv"_s);
    csv->setFocus();
    QTest::keyClick(csv, Qt::Key_Right);
    QVERIFY(desk.find<QAbstractButton>(u"format-json"_s)->isChecked());
}

void ExportDialogTest::onlyCsvAsksForItsOptions()
{
    const Desk desk;
    QVERIFY(desk.find<QCheckBox>(u"byteOrderMark"_s)->isVisible());
    QVERIFY(desk.find<QCheckBox>(u"defuse"_s)->isChecked());
    desk.click(u"format-xml"_s);
    QVERIFY(!desk.find<QCheckBox>(u"byteOrderMark"_s)->isVisible());
    QVERIFY(!desk.find<QCheckBox>(u"defuse"_s)->isVisible());
    QVERIFY(desk.find<QCheckBox>(u"decode"_s)->isVisible());
}

void ExportDialogTest::theFileNameFollowsFormatAndScope()
{
    fake::FakeWorkspace workspace(study());
    fake::FakeNavigator navigator;
    fake::FakePrompt prompt;
    const std::unique_ptr<QDialog> dialog(openExportDialog(nullptr, workspace, navigator, prompt, {}));
    auto* name = dialog->findChild<QLineEdit*>(u"fileName"_s);
    QVERIFY2(name->text().startsWith(u"Demo-study-2"_s), qPrintable(name->text()));
    QVERIFY(name->text().endsWith(u".csv"_s));
    QTest::mouseClick(dialog->findChild<QAbstractButton*>(u"format-json"_s), Qt::LeftButton);
    QVERIFY(name->text().endsWith(u".json"_s));
    for (auto* radio : dialog->findChildren<QRadioButton*>())
        if (radio->text() == "&Patients only"_L1)
            QTest::mouseClick(radio, Qt::LeftButton, {}, QPoint(8, radio->height() / 2));
    QVERIFY(name->text().startsWith(u"Demo-study-patients-"_s));
}

void ExportDialogTest::aTypedNameIsKeptButItsEnding()
{
    const Desk desk;
    auto* name = desk.find<QLineEdit>(u"fileName"_s);
    name->clear();
    QTest::keyClicks(name, u"for sponsor.csv"_s);
    desk.click(u"format-xml"_s);
    QCOMPARE(name->text(), u"for sponsor.xml"_s);
}

void ExportDialogTest::theRequestIsWhatWasChosen()
{
    const Desk desk;
    desk.check(u"byteOrderMark"_s);
    desk.check(u"defuse"_s);
    desk.check(u"decode"_s);
    desk.check(u"deidentify"_s);
    QTest::keyClick(desk.find<QPushButton>(u"export"_s), Qt::Key_Space);
    const ExportRequest& request = desk.workspace.exchangeFakes.lastExport;
    QCOMPARE(request.format, u"csv"_s);
    QCOMPARE(request.path, desk.folder.filePath(u"out.csv"_s));
    QCOMPARE(request.scope, ExportRequest::Scope::Everything);
    QVERIFY(request.byteOrderMark);
    QVERIFY(!request.defuseFormulas);
    QVERIFY(request.decodeAnswers);
    QVERIFY(request.deidentify);
    QVERIFY(!request.language.isEmpty());
}

void ExportDialogTest::onlySelectedPatientsAreCounted()
{
    ExportRequest preset;
    preset.onlyPatients = {RecordId::create(), RecordId::create()};
    const Desk desk(preset);
    QVERIFY(desk.find<QCheckBox>(u"onlySelected"_s)->isChecked());
    QVERIFY(desk.find<QLabel>(u"rowCount"_s)->text().startsWith(u"2 "_s));
    desk.check(u"onlySelected"_s);
    QVERIFY(desk.find<QLabel>(u"rowCount"_s)->text().startsWith(u"254 "_s));
}

void ExportDialogTest::whatIsMissingIsSaid()
{
    const Desk desk;
    auto* name = desk.find<QLineEdit>(u"fileName"_s);
    auto* button = desk.find<QPushButton>(u"export"_s);
    auto* why = desk.find<QLabel>(u"hindrance"_s);
    QVERIFY(button->isEnabled());
    name->clear();
    QVERIFY(!button->isEnabled());
    QVERIFY(why->isVisible());
    name->setText(u"a/b.csv"_s);
    QVERIFY(!button->isEnabled());
    name->setText(u"b.csv"_s);
    QVERIFY(button->isEnabled());
    QVERIFY(!why->isVisible());
    desk.find<QLineEdit>(u"folder"_s)->setText(desk.folder.filePath(u"not there"_s));
    QVERIFY(!button->isEnabled());
    desk.find<QLineEdit>(u"folder"_s)->setText(desk.folder.path());
    QVERIFY(button->isEnabled());
}

void ExportDialogTest::theResultShowsRowsDigestAndManifest()
{
    const Desk desk;
    desk.click(u"export"_s);
    QTRY_VERIFY(desk.find<QLabel>(u"resultTitle"_s)->isVisible());
    QVERIFY(desk.find<QLabel>(u"resultTitle"_s)->text().startsWith(u"254 "_s));
    const auto* facts = desk.find<KeyValueList>(u"receipt"_s);
    QVERIFY(facts->value(u"bytes"_s).contains(QLocale().toString(1'024)));
    QVERIFY(facts->value(u"manifest"_s).contains(u"manifest"_s));
    desk.click(u"copyDigest"_s);
    QCOMPARE(QGuiApplication::clipboard()->text(), QString(64, u'a'));
    desk.click(u"again"_s);
    QVERIFY(desk.find<QPushButton>(u"export"_s)->isVisible());
}

void ExportDialogTest::anExistingFileIsAskedFor()
{
    Desk desk;
    QFile file(desk.folder.filePath(u"out.csv"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    desk.prompt.choice = 0;
    desk.click(u"export"_s);
    QVERIFY(desk.workspace.exchangeFakes.lastExport.format.isEmpty());
    desk.prompt.choice = 1;
    desk.click(u"export"_s);
    QCOMPARE(desk.workspace.exchangeFakes.lastExport.format, u"csv"_s);
}

void ExportDialogTest::cancelStopsTheWorker()
{
    Desk desk;
    desk.workspace.exchangeFakes.held = true;
    desk.click(u"export"_s);
    auto* strip = desk.find<ProgressStrip>();
    QVERIFY(strip->isVisible());
    desk.workspace.exchangeFakes.heldProgress(100, 254);
    QTRY_VERIFY(strip->countText().startsWith(u"100 "_s));
    QTest::keyClick(desk.dialog, Qt::Key_Escape);
    QVERIFY(desk.workspace.exchangeFakes.heldCancel.isCancelled());
    QVERIFY(desk.dialog->isVisible());
    desk.workspace.exchangeFakes.answerExport(fail(ErrorCode::Cancelled, "Stopped."));
    QTRY_VERIFY(desk.find<Banner>()->isVisible());
    QVERIFY(!strip->isVisible());
    QTest::keyClick(desk.dialog, Qt::Key_Escape);
    QTRY_VERIFY(desk.dialog.isNull());
}

void ExportDialogTest::aFailureLeavesTheChoices()
{
    Desk desk;
    desk.workspace.exchangeFakes.nextError = Error(ErrorCode::DiskFull, Message("The disk is full. Free some space."));
    desk.check(u"decode"_s);
    desk.click(u"export"_s);
    QTRY_VERIFY(desk.find<Banner>()->isVisible());
    QVERIFY(desk.find<Banner>()->text().contains(u"disk is full"_s));
    QVERIFY(desk.find<QCheckBox>(u"decode"_s)->isChecked());
    QVERIFY(desk.find<QPushButton>(u"export"_s)->isEnabled());
}

void ExportDialogTest::inTheBackgroundTheResultComesAsANotice()
{
    Desk desk;
    desk.workspace.exchangeFakes.held = true;
    desk.click(u"export"_s);
    desk.click(u"background"_s);
    QVERIFY(!desk.dialog->isVisible());
    ExportReceiptView receipt;
    receipt.rows = 254;
    receipt.path = u"out.csv"_s;
    desk.workspace.exchangeFakes.answerExport(receipt);
    QTRY_VERIFY(!desk.navigator.went.isEmpty());
    QVERIFY(desk.navigator.went.last().startsWith(u"notice 254"_s));
    QTRY_VERIFY(desk.dialog.isNull());
}

void ExportDialogTest::aRoleMayExportDeidentifiedOnly()
{
    const Desk desk({}, {u"export_data"_s});
    auto* box = desk.find<QCheckBox>(u"deidentify"_s);
    QVERIFY(box->isChecked());
    QVERIFY(!box->isEnabled());
    desk.click(u"export"_s);
    QVERIFY(desk.workspace.exchangeFakes.lastExport.deidentify);
}

void ExportDialogTest::aRoleMayNotExport()
{
    const Desk desk({}, {u"export_data"_s, u"export_deidentified"_s});
    QVERIFY(!desk.find<QPushButton>(u"export"_s)->isEnabled());
    QVERIFY(desk.find<QLabel>(u"hindrance"_s)->isVisible());
}

QTEST_MAIN(ExportDialogTest)
#include "tst_exportdialog.moc"
