// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/formchecker.h"
#include "tests/core/study/studysamples.h"

#include <QDirIterator>
#include <QTest>
#include <QXmlStreamReader>

using namespace sitebook;
using namespace Qt::StringLiterals;

namespace {

QByteArray odm2(const QByteArray& version)
{
    return "<ODM xmlns=\"http://www.cdisc.org/ns/odm/v2.0\" ODMVersion=\"2.0\"><Study OID=\"S\" StudyName=\"N\" "
           "ProtocolName=\"P\"><MetaDataVersion OID=\"M\" Name=\"V\">" +
           version + "</MetaDataVersion></Study><ClinicalData/></ODM>";
}

bool mentions(const std::vector<FidelityEntry>& entries, const QString& element)
{
    return std::any_of(entries.begin(), entries.end(),
                       [&](const FidelityEntry& entry) { return entry.element.contains(element); });
}

} // namespace

class TestOdm2 final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void groupsBecomeFormsAndSections();
    void visitsGetTheirDays();
    void groupsInsideThemselvesEnd();
    void refusals_data();
    void refusals();
    void realFiles_data();
    void realFiles();
};

void TestOdm2::groupsBecomeFormsAndSections()
{
    const auto file = samples::read(odm2(
        "<StudyEventDef OID=\"E\" Name=\"Visit\" Repeating=\"No\" Type=\"Scheduled\"><ItemGroupRef ItemGroupOID=\"F\" "
        "Mandatory=\"Yes\"/></StudyEventDef>"
        "<ItemGroupDef OID=\"F\" Name=\"Form\" Repeating=\"No\" Type=\"Form\"><ItemGroupRef ItemGroupOID=\"B\" "
        "Mandatory=\"No\" OrderNumber=\"2\" CollectionExceptionConditionOID=\"C\"/><ItemGroupRef ItemGroupOID=\"A\" "
        "Mandatory=\"Yes\" OrderNumber=\"1\"/></ItemGroupDef>"
        "<ItemGroupDef OID=\"A\" Name=\"A\" Repeating=\"No\" Type=\"Section\"><Description><TranslatedText "
        "xml:lang=\"en\">First</TranslatedText></Description><ItemRef ItemOID=\"I\" Mandatory=\"Yes\"/></ItemGroupDef>"
        "<ItemGroupDef OID=\"B\" Name=\"B\" Repeating=\"Static\" Type=\"Section\"><ItemRef ItemOID=\"J\" "
        "Mandatory=\"No\" "
        "Other=\"Yes\"/></ItemGroupDef>"
        "<ItemDef OID=\"I\" Name=\"I\" DataType=\"integer\" Length=\"3\"><Question><TranslatedText xml:lang=\"en\">How "
        "many?</TranslatedText></Question><RangeCheck Comparator=\"LE\" SoftHard=\"Soft\"><CheckValue>5</CheckValue>"
        "</RangeCheck><CodeListRef CodeListOID=\"L\"/><Coding Code=\"6690-2\" System=\"http://loinc.org\"/>"
        "<CRFCompletionInstructions><TranslatedText>Count</TranslatedText></CRFCompletionInstructions></ItemDef>"
        "<ItemDef OID=\"J\" Name=\"J\" DataType=\"hexBinary\"/>"
        "<CodeList OID=\"L\" Name=\"L\" DataType=\"integer\"><CodeListItem CodedValue=\"1\"><Decode><TranslatedText>One"
        "</TranslatedText></Decode></CodeListItem></CodeList>"
        "<ConditionDef OID=\"C\" Name=\"C\"><FormalExpression Context=\"sitebook\"><Code>I = "
        "1</Code></FormalExpression>"
        "</ConditionDef><WorkflowDef OID=\"W\"/>"));
    QVERIFY2(file, qPrintable(file ? QString() : file.error().english()));
    const StudyDefinition& study = *file->study;
    QCOMPARE(file->report.dialect, u"ODM 2.0"_s);
    QCOMPARE(study.forms.size(), 1U);
    QCOMPARE(study.forms[0].groups[0].groupOid, u"A"_s);
    QCOMPARE(study.group(u"A")->description.in(u"en"_s), u"First"_s);
    QVERIFY(study.group(u"B")->repeating);
    QCOMPARE(study.item(u"I")->hint.in({}), u"Count"_s);
    QCOMPARE(study.item(u"I")->aliases.front().name, u"6690-2"_s);
    QVERIFY(!study.item(u"I")->rangeChecks.front().hard);
    for (const char* element : {"ItemDef J", "ItemGroupDef B", "ItemRef"})
        QVERIFY2(mentions(file->report.approximated, QString::fromLatin1(element)), element);
    for (const char* element : {"WorkflowDef W", "ClinicalData"})
        QVERIFY2(mentions(file->report.dropped, QString::fromLatin1(element)), element);
    const FormChecker checker = FormChecker::create(file->study, u"F"_s).value();
    Fields one;
    one.set(u"I"_s, u"1"_s);
    QCOMPARE(checker.evaluate(one).hidden, QStringList{u"B"_s}); // the repeating group with all its lines
}

void TestOdm2::visitsGetTheirDays()
{
    const QByteArray constraint =
        "<RelativeTimingConstraint OID=\"T%1\" PredecessorOID=\"E%2\" SuccessorOID=\"E%1\" "
        "TimepointRelativeTarget=\"%3\" TimepointPreWindow=\"P1D\" TimepointPostWindow=\"P2D\"/>";
    const auto with = [&](const char* to, const char* from, const char* days) {
        return QByteArray(constraint).replace("%1", to).replace("%2", from).replace("%3", days);
    };
    QByteArray events;
    for (const char* name : {"1", "2", "3", "4"})
        events += QByteArray("<StudyEventDef OID=\"E") + name +
                  "\" Name=\"V\" Repeating=\"No\" Type=\"Scheduled\">"
                  "<ItemGroupRef ItemGroupOID=\"F\" Mandatory=\"Yes\"/></StudyEventDef>";
    const auto file = samples::read(
        odm2("<Protocol><StudyTimings><StudyTiming OID=\"T\">" + with("3", "2", "P2W") + with("2", "1", "P7D") +
             with("4", "1", "P1Y") + "</StudyTiming></StudyTimings></Protocol>" + events +
             "<ItemGroupDef OID=\"F\" Name=\"F\" Type=\"Form\"><ItemRef ItemOID=\"I\" Mandatory=\"No\"/></ItemGroupDef>"
             "<ItemDef OID=\"I\" Name=\"I\" DataType=\"text\"/>"));
    QVERIFY2(file, qPrintable(file ? QString() : file.error().english()));
    const auto& visits = file->study->events;
    QCOMPARE(visits[0].targetDay, std::optional(0));
    QCOMPARE(visits[1].targetDay, std::optional(7));
    QCOMPARE(visits[2].targetDay, std::optional(21));
    QCOMPARE(visits[2].windowBefore, 1);
    QCOMPARE(visits[2].windowAfter, 2);
    QVERIFY(!visits[3].targetDay); // a year has no fixed number of days
    QVERIFY(mentions(file->report.dropped, u"RelativeTimingConstraint T4"_s));
}

void TestOdm2::groupsInsideThemselvesEnd()
{
    const auto file = samples::read(
        odm2("<ItemGroupDef OID=\"F\" Name=\"F\" Type=\"Form\"><ItemRef ItemOID=\"I\" Mandatory=\"No\"/><ItemGroupRef "
             "ItemGroupOID=\"G\"/></ItemGroupDef><ItemGroupDef OID=\"G\" Name=\"G\" Type=\"Section\"><ItemGroupRef "
             "ItemGroupOID=\"F\"/></ItemGroupDef><ItemDef OID=\"I\" Name=\"I\" DataType=\"text\"/>"));
    QVERIFY(file);
    QVERIFY(mentions(file->report.dropped, u"ItemGroupDef F"_s));
}

void TestOdm2::refusals_data()
{
    QTest::addColumn<QByteArray>("document");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("no items") << odm2("<StudyEventDef OID=\"E\" Name=\"E\"/>") << ErrorCode::Invalid;
    QTest::newRow("cut off") << odm2({}).chopped(9) << ErrorCode::Unreadable;
    QTest::newRow("a version to come") << QByteArray(
                                              "<ODM xmlns=\"http://www.cdisc.org/ns/odm/v3.0\" ODMVersion=\"3.0\"/>")
                                       << ErrorCode::Unsupported;
}

void TestOdm2::refusals()
{
    QFETCH(QByteArray, document);
    const auto file = samples::read(document);
    QVERIFY(!file);
    QTEST(file.error().code, "code");
}

void TestOdm2::realFiles_data()
{
    QTest::addColumn<QString>("path");
    const QString root = samples::realData(u"odm20-cdisc"_s);
    if (root.isEmpty())
        QSKIP("No real data here.");
    QDirIterator each(root, QStringList{u"*.xml"_s}, QDir::Files);
    while (each.hasNext()) {
        const QString path = each.next();
        QTest::newRow(qPrintable(QFileInfo(path).fileName())) << path;
    }
}

void TestOdm2::realFiles()
{
    QFETCH(QString, path);
    QFile source(path);
    QVERIFY(source.open(QIODevice::ReadOnly));
    QXmlStreamReader xml(&source);
    size_t items = 0;
    while (!xml.atEnd())
        items += xml.readNext() == QXmlStreamReader::StartElement && xml.name() == u"ItemDef" ? 1 : 0;
    const auto file = readStudyFile(path);
    if (items == 0) {
        QVERIFY(!file); // an example of a workflow or of timings alone
        QCOMPARE(file.error().code, ErrorCode::Invalid);
        return;
    }
    QVERIFY2(file, qPrintable(file ? QString() : file.error().english()));
    QCOMPARE(file->study->items.size(), items);
    for (const FormDef& form : file->study->forms)
        QVERIFY(FormChecker::create(file->study, form.oid));
    qInfo("%s: %zu items, %zu forms, %d mapped, %zu approximated, %zu dropped", qPrintable(QFileInfo(path).fileName()),
          file->study->items.size(), file->study->forms.size(), file->report.mapped, file->report.approximated.size(),
          file->report.dropped.size());
}

QTEST_APPLESS_MAIN(TestOdm2)
#include "tst_odm2.moc"
