// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/readers/reader.h"
#include "tests/support/fakeshell.h"
#include "tests/support/fakeworkspace.h"
#include "ui/reports/findingspanel.h"
#include "ui/reports/linetable.h"
#include "ui/reports/pages.h"
#include "ui/reports/questioncolumn.h"
#include "ui/reports/reportformpage.h"
#include "ui/reports/sectionlist.h"

#include <QBuffer>
#include <QListWidget>
#include <QPushButton>

using namespace sitebook;
using namespace Qt::StringLiterals;

namespace {

// Medication as a table between two ordinary sections.
const QByteArray medication =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<ODM xmlns=\"http://www.cdisc.org/ns/odm/v1.3\" ODMVersion=\"1.3.2\" "
    "FileType=\"Snapshot\" FileOID=\"F\" CreationDateTime=\"2025-01-15T00:00:00Z\"><Study OID=\"S\">"
    R"(<GlobalVariables><StudyName>T</StudyName><StudyDescription/>
<ProtocolName>T</ProtocolName></GlobalVariables><MetaDataVersion OID="MDV" Name="V">
<Protocol><StudyEventRef StudyEventOID="E" Mandatory="No"/></Protocol>
<StudyEventDef OID="E" Name="Visit" Repeating="No" Type="Common"><FormRef FormOID="F" Mandatory="No"/></StudyEventDef>
<FormDef OID="F" Name="Medication" Repeating="No"><ItemGroupRef ItemGroupOID="HEAD" Mandatory="No"/>
 <ItemGroupRef ItemGroupOID="MEDS" Mandatory="No"/><ItemGroupRef ItemGroupOID="TAIL" Mandatory="No"/></FormDef>
<ItemGroupDef OID="HEAD" Name="General" Repeating="No"><ItemRef ItemOID="ANY" Mandatory="No"/></ItemGroupDef>
<ItemGroupDef OID="MEDS" Name="Medication" Repeating="Yes">
 <ItemRef ItemOID="DRUG" Mandatory="Yes"/><ItemRef ItemOID="DOSE" Mandatory="No"/>
 <ItemRef ItemOID="TWICE" Mandatory="No" MethodOID="M.TWICE"/><ItemRef ItemOID="ROUTE" Mandatory="No"/></ItemGroupDef>
<ItemGroupDef OID="TAIL" Name="End" Repeating="No"><ItemRef ItemOID="NOTE" Mandatory="No"/></ItemGroupDef>
<ItemDef OID="ANY" Name="Any" DataType="text" Length="20"/>
<ItemDef OID="DRUG" Name="Drug" DataType="text" Length="40"/>
<ItemDef OID="DOSE" Name="Dose" DataType="integer" Length="4">
 <RangeCheck Comparator="LE" SoftHard="Hard"><CheckValue>100</CheckValue></RangeCheck></ItemDef>
<ItemDef OID="TWICE" Name="Per day" DataType="integer"/>
<ItemDef OID="ROUTE" Name="Route" DataType="text"><CodeListRef CodeListOID="CL"/></ItemDef>
<ItemDef OID="NOTE" Name="Note" DataType="text" Length="20"/>
<CodeList OID="CL" Name="Route" DataType="text"><CodeListItem CodedValue="PO"><Decode>
 <TranslatedText xml:lang="en">By mouth</TranslatedText></Decode></CodeListItem><CodeListItem CodedValue="IV"><Decode>
 <TranslatedText xml:lang="en">Into a vein</TranslatedText></Decode></CodeListItem></CodeList>
<MethodDef OID="M.TWICE" Name="M" Type="Computation"><Description><TranslatedText xml:lang="en">x</TranslatedText>
 </Description><FormalExpression Context="sitebook">DOSE * 2</FormalExpression></MethodDef>
</MetaDataVersion></Study></ODM>)";

} // namespace

class ReportLinesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English));
        QByteArray document = medication;
        QBuffer buffer(&document);
        QVERIFY(buffer.open(QIODevice::ReadOnly));
        const auto file = readStudy(buffer);
        QVERIFY(file);
        m_study = file->study;
    }
    void init()
    {
        m_workspace = std::make_unique<fake::FakeWorkspace>(m_study);
        m_navigator = std::make_unique<fake::FakeNavigator>();
        m_prompt = std::make_unique<fake::FakePrompt>();
        m_prompt->reason = u"It was never taken"_s;
        m_patient = m_workspace->patientFakes.add(fake::somebody(u"P001"_s, u"Garcia, Ana"_s, QDate(1961, 4, 2)));
    }
    void cleanup()
    {
        m_page.reset();
        m_workspace.reset();
    }

    void linesAreFilledFromTheKeyboard()
    {
        open();
        QVERIFY(column()->focusField(u"ANY"_s));
        key(Qt::Key_Return);
        QCOMPARE(QApplication::focusWidget()->objectName(), u"addLine"_s); // nothing there yet
        fillLine(u"Aspirin"_s, u"50"_s, u"by mouth"_s);
        fillLine(u"Morphine"_s, u"7"_s, u"Into a vein"_s);
        QCOMPARE(cell(0, 0), u"Aspirin"_s);
        QCOMPARE(cell(0, 2), u"100"_s);
        QCOMPARE(cell(1, 2), u"14"_s);
        QCOMPARE(cell(1, 3), u"Into a vein"_s);
        key(Qt::Key_Return); // Enter on the button goes on, as everywhere
        QCOMPARE(column()->focusedField(), u"NOTE"_s);
        key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(m_workspace->reportFakes.stored.size(), 1U);
        const Fields& items = m_workspace->reportFakes.stored.begin()->second.items;
        QCOMPARE(items.text(u"DRUG#1"), u"Aspirin"_s);
        QCOMPARE(items.text(u"ROUTE#1"), u"PO"_s);
        QCOMPARE(items.text(u"DOSE#2"), u"7"_s);
        QCOMPARE(items.text(u"TWICE#2"), u"14"_s);
    }

    void tabGoesThroughTheCellsAndOut()
    {
        open();
        addLine();
        QCOMPARE(column()->focusedField(), u"DRUG#1"_s);
        key(Qt::Key_Tab);
        QCOMPARE(column()->focusedField(), u"DOSE#1"_s);
        key(Qt::Key_Tab); // what is computed is passed over
        QCOMPARE(column()->focusedField(), u"ROUTE#1"_s);
        key(Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget()->objectName(), u"addLine"_s);
        key(Qt::Key_Backtab, Qt::ShiftModifier);
        QCOMPARE(column()->focusedField(), u"ROUTE#1"_s);
        key(Qt::Key_Backtab, Qt::ShiftModifier);
        key(Qt::Key_Backtab, Qt::ShiftModifier);
        QCOMPARE(column()->focusedField(), u"DRUG#1"_s);
        key(Qt::Key_Backtab, Qt::ShiftModifier);
        QCOMPARE(column()->focusedField(), u"ANY"_s);
    }

    void arrowsGoFromLineToLine()
    {
        open();
        addLine();
        type(u"a"_s);
        addLine();
        type(u"b"_s);
        QCOMPARE(column()->focusedField(), u"DRUG#2"_s);
        key(Qt::Key_Up);
        QCOMPARE(column()->focusedField(), u"DRUG#1"_s);
        QCOMPARE(cell(1, 0), u"b"_s); // leaving the cell has kept it
        key(Qt::Key_Down);
        QCOMPARE(column()->focusedField(), u"DRUG#2"_s);
    }

    void aProblemIsOnItsLine()
    {
        open();
        fillLine(u"Aspirin"_s, u"50"_s, u"PO"_s);
        fillLine(u"Morphine"_s, u"700"_s, u"IV"_s);
        const auto findings = page()->session().findings();
        QCOMPARE(findings.size(), 1U);
        QCOMPARE(findings.front().field, u"DOSE#2"_s);
        column()->focusField(u"ANY"_s);
        key(Qt::Key_F8);
        QCOMPARE(column()->focusedField(), u"DOSE#2"_s);
        QVERIFY(m_page->findChild<QListWidget*>(u"findingsList"_s)->item(0)->text().contains(u"line 2"_s));
        const QModelIndex index = table()->model().indexOf(u"DOSE#2"_s);
        QVERIFY(!index.data(RecordTableModelBase::IconNameRole).toString().isEmpty());
        QVERIFY(index.data(Qt::AccessibleTextRole).toString().contains(u"100"_s));
    }

    void aLineThatGoesLeavesTheOthersTheirNumber()
    {
        open();
        for (const QString& drug : {u"a"_s, u"b"_s, u"c"_s})
            fillLine(drug, u"1"_s, u"PO"_s);
        column()->focusField(u"DRUG#2"_s);
        button(u"removeLine"_s)->click();
        QCOMPARE(table()->model().rowCount(), 2);
        QCOMPARE(table()->model().headerData(1, Qt::Vertical, Qt::DisplayRole).toInt(), 3);
        fillLine(u"d"_s, u"1"_s, u"PO"_s);
        key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(m_workspace->reportFakes.stored.size(), 1U);
        const Fields& items = m_workspace->reportFakes.stored.begin()->second.items;
        QVERIFY(items.text(u"DRUG#2").isEmpty());
        QCOMPARE(items.text(u"DRUG#3"), u"c"_s);
        QCOMPARE(items.text(u"DRUG#4"), u"d"_s);
    }

    void answersAreTakenBackAndGivenAgain()
    {
        open();
        column()->focusField(u"ANY"_s);
        type(u"first"_s);
        key(Qt::Key_Return);
        fillLine(u"a"_s, u"1"_s, u"PO"_s);
        key(Qt::Key_Return);
        QCOMPARE(column()->focusedField(), u"NOTE"_s);
        key(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(column()->focusedField(), u"ROUTE#1"_s);
        QCOMPARE(cell(0, 3), QString());
        key(Qt::Key_Z, Qt::ControlModifier);
        key(Qt::Key_Z, Qt::ControlModifier);
        key(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(column()->focusedField(), u"ANY"_s);
        QVERIFY(page()->session().value(u"ANY"_s).isEmpty());
        QVERIFY(!page()->session().isDirty());
        for (int i = 0; i < 4; ++i)
            key(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(page()->session().value(u"ANY"_s).text, u"first"_s);
        QCOMPARE(cell(0, 0), u"a"_s);
        QCOMPARE(cell(0, 3), u"By mouth"_s);
    }

    void aRemovedLineComesBack()
    {
        open();
        fillLine(u"a"_s, u"1"_s, u"PO"_s);
        fillLine(u"b"_s, u"2"_s, u"IV"_s);
        column()->focusField(u"DRUG#1"_s);
        button(u"removeLine"_s)->click();
        QCOMPARE(table()->model().rowCount(), 1);
        page()->undo();
        QCOMPARE(table()->model().rowCount(), 2);
        QCOMPARE(cell(0, 0), u"a"_s);
        QCOMPARE(cell(0, 2), u"2"_s);
    }

    void theSectionSaysHowManyLines()
    {
        open();
        addLine();
        type(u"a"_s);
        addLine();
        type(u"b"_s);
        key(Qt::Key_Return);
        QVERIFY2(m_page->findChild<SectionList*>()->item(1)->text().contains(u"2"_s),
                 qPrintable(m_page->findChild<SectionList*>()->item(1)->text()));
    }

private:
    void open()
    {
        ReportFormTarget place;
        place.patient = m_patient;
        place.formOid = u"F"_s;
        place.eventOid = u"E"_s;
        m_page.reset(makeReportForm(*m_workspace, *m_navigator, *m_prompt, place, nullptr));
        m_page->resize(1158, 700);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        QTRY_VERIFY(page()->session().isOpen());
        m_page->activated();
    }
    void addLine() { button(u"addLine"_s)->click(); }
    void fillLine(const QString& drug, const QString& dose, const QString& route)
    {
        addLine();
        for (const QString& text : {drug, dose, route}) {
            type(text);
            key(Qt::Key_Return);
        }
        QCOMPARE(QApplication::focusWidget()->objectName(), u"addLine"_s);
    }
    ReportFormPage* page() const { return static_cast<ReportFormPage*>(m_page.get()); }
    QuestionColumn* column() const { return m_page->findChild<QuestionColumn*>(); }
    LineTable* table() const { return m_page->findChild<LineTable*>(); }
    QPushButton* button(const QString& name) const { return m_page->findChild<QPushButton*>(name); }
    QString cell(int row, int col) const { return table()->model().index(row, col).data().toString(); }
    static void key(Qt::Key k, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(QApplication::focusWidget(), k, modifiers);
    }
    static void type(const QString& text) { QTest::keyClicks(QApplication::focusWidget(), text); }

    std::shared_ptr<const StudyDefinition> m_study;
    std::unique_ptr<fake::FakeWorkspace> m_workspace;
    std::unique_ptr<fake::FakeNavigator> m_navigator;
    std::unique_ptr<fake::FakePrompt> m_prompt;
    std::unique_ptr<Page> m_page;
    RecordId m_patient;
};

QTEST_MAIN(ReportLinesTest)
#include "tst_reportlines.moc"
