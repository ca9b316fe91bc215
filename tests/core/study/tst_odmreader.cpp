// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/readers/fidelityjson.h"
#include "studysamples.h"

#include <QDirIterator>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sitebook;

class TestOdmReader final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void filesThatAreNoStudyGiveOneClearError_data();
    void filesThatAreNoStudyGiveOneClearError();
    void everyTruncationIsAnErrorWithItsPlace();
    void theFileItselfMayBeTheTrouble();
    void filesThatAreTooLargeAreRefused();
    void namespacesOfAllOneVersionsAreRead_data();
    void namespacesOfAllOneVersionsAreRead();
    void otherEncodingsAreRead();
    void nothingIsLostSilently();
    void placesNameTheStartOfTheElement();
    void missingAttributesAreMendedAndReported();
    void aDocumentTypeThatIsOnlyNamedIsPassedOver();
    void danglingReferencesAreTakenOut();
    void orderNumbersDecide();
    void typesAreMapped_data();
    void typesAreMapped();
    void theLastVersionCounts();
    void aVersionMayIncludeTheOneBefore();
    void aBrokenIdentifierPatternStopsTheReading();
    void theReportBecomesJson();
    void realFilesAreReadOrRefusedClearly();
    void realFilesHoldWhatTheyHold_data();
    void realFilesHoldWhatTheyHold();
};

namespace {

const FidelityEntry* entryFor(const std::vector<FidelityEntry>& entries, const QString& element)
{
    const auto found = std::find_if(entries.begin(), entries.end(),
                                    [&](const FidelityEntry& each) { return each.element == element; });
    return found == entries.end() ? nullptr : &*found;
}

QByteArray nested(int depth)
{
    return samples::odm(QByteArray(QByteArray("<x>").repeated(depth) + QByteArray("</x>").repeated(depth)));
}

} // namespace

void TestOdmReader::filesThatAreNoStudyGiveOneClearError_data()
{
    QTest::addColumn<QByteArray>("document");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("where");
    const QByteArray good = samples::odm("");
    QTest::newRow("empty") << QByteArray() << ErrorCode::Unreadable << u"line 1, column 1"_s;
    QTest::newRow("blank") << QByteArray(" \n ") << ErrorCode::Unreadable << u"line 1, column 1"_s;
    QTest::newRow("binary") << QByteArray("\x7F\x45LF\nab\0\0", 9) << ErrorCode::Unreadable << u"line 2, column 3"_s;
    QTest::newRow("binary behind a bracket")
        << QByteArray("<\0\x01\x02", 4) << ErrorCode::Unreadable << u"line 1, column 2"_s;
    QTest::newRow("JSON") << QByteArray("{\"study\":\"T\"}") << ErrorCode::Unsupported << QString();
    QTest::newRow("CSV") << QByteArray("Variable,Form\n") << ErrorCode::Unsupported << QString();
    QTest::newRow("other XML") << QByteArray("<html/>") << ErrorCode::Unsupported << QString();
    QTest::newRow("a version to come") << QByteArray(
                                              "<ODM xmlns=\"http://www.cdisc.org/ns/odm/v3.0\" ODMVersion=\"3.0\"/>")
                                       << ErrorCode::Unsupported << QString();
    QTest::newRow("ODM without a study") << QByteArray("<ODM xmlns=\"http://www.cdisc.org/ns/odm/v1.3\"/>")
                                         << ErrorCode::Invalid << QString();
    QTest::newRow("document type") << QByteArray("<?xml version=\"1.0\"?>\n<!DOCTYPE ODM [<!ELEMENT ODM ANY>]>\n") +
                                          good.mid(39)
                                   << ErrorCode::Unreadable << u"line 2, column 1"_s;
    QTest::newRow("entities in a document type")
        << QByteArray("<!DOCTYPE l [<!ENTITY a \"lol\"><!ENTITY b \"&a;&a;&a;\">]>\n<ODM>&b;</ODM>")
        << ErrorCode::Unreadable << u"line 1, column 1"_s;
    QTest::newRow("too deep") << nested(62) << ErrorCode::Unreadable << u"line 5, column 184"_s;
    QTest::newRow("second root") << good + "<again/>" << ErrorCode::Unreadable << QString();
    QTest::newRow("rubbish behind the end") << good + "rubbish" << ErrorCode::Unreadable << QString();
    QTest::newRow("wrong end tag") << QByteArray(good).replace("</StudyName>", "</StudyNam>") << ErrorCode::Unreadable
                                   << QString();
    QTest::newRow("unknown entity") << QByteArray(good).replace(">T<", ">&nbsp;<") << ErrorCode::Unreadable
                                    << QString();
    QTest::newRow("not UTF-8") << QByteArray(good).replace(">T<", ">\xff\xfe<") << ErrorCode::Unreadable << QString();
    QTest::newRow("a prefix nobody declared")
        << QByteArray(good).replace("<StudyDescription/>", "<q:x/>") << ErrorCode::Unreadable << QString();
}

void TestOdmReader::filesThatAreNoStudyGiveOneClearError()
{
    QFETCH(QByteArray, document);
    QFETCH(QString, where);
    const Result<StudyFile> file = samples::read(document);
    QVERIFY(!file);
    QTEST(file.error().code, "code");
    QVERIFY(!file.error().message.isEmpty());
    if (file.error().code == ErrorCode::Unreadable)
        QVERIFY2(file.error().where.startsWith("line "_L1), qPrintable(file.error().english()));
    if (!where.isEmpty())
        QCOMPARE(file.error().where, where);
}

void TestOdmReader::everyTruncationIsAnErrorWithItsPlace()
{
    QFile shipped(QStringLiteral(SITEBOOK_SOURCE_DIR "/resources/studies/demo.xml"));
    QVERIFY(shipped.open(QIODevice::ReadOnly));
    const QByteArray whole = shipped.readAll().trimmed();
    QVERIFY(samples::read(whole));
    for (qsizetype size = 0; size < whole.size(); size += 997) {
        const Result<StudyFile> file = samples::read(whole.left(size));
        QVERIFY2(!file, qPrintable(QString::number(size)));
        QCOMPARE(file.error().code, ErrorCode::Unreadable);
        const int line = static_cast<int>(whole.left(size).count('\n')) + 1;
        if (size > 0)
            QVERIFY2(file.error().where.startsWith(u"line %1, column "_s.arg(line)),
                     qPrintable(file.error().english()));
    }
}

void TestOdmReader::theFileItselfMayBeTheTrouble()
{
    QTemporaryDir folder;
    QCOMPARE(readStudyFile(folder.filePath(u"none.xml"_s)).error().code, ErrorCode::NotFound);
    QCOMPARE(readStudyFile(folder.path()).error().code, ErrorCode::Unreadable);
}

void TestOdmReader::filesThatAreTooLargeAreRefused()
{
    const QByteArray large = samples::odm("<!--" + QByteArray(64 * 1024 * 1024, ' ') + "-->");
    const Result<StudyFile> file = samples::read(large);
    QVERIFY(!file);
    QCOMPARE(file.error().code, ErrorCode::Unreadable);
    QVERIFY(file.error().english().contains("64 MiB"_L1));
}

void TestOdmReader::namespacesOfAllOneVersionsAreRead_data()
{
    QTest::addColumn<QByteArray>("root");
    QTest::addColumn<QString>("dialect");
    QTest::newRow("1.3.2") << QByteArray("xmlns=\"http://www.cdisc.org/ns/odm/v1.3\" ODMVersion=\"1.3.2\"")
                           << u"ODM 1.3.2"_s;
    QTest::newRow("1.3.1") << QByteArray("xmlns=\"http://www.cdisc.org/ns/odm/v1.3\" ODMVersion=\"1.3.1\"")
                           << u"ODM 1.3.1"_s;
    QTest::newRow("1.3") << QByteArray("xmlns=\"http://www.cdisc.org/ns/odm/v1.3\"") << u"ODM 1.3"_s;
    QTest::newRow("1.2") << QByteArray("xmlns=\"http://www.cdisc.org/ns/odm/v1.2\" ODMVersion=\"1.2.1\"")
                         << u"ODM 1.2.1"_s;
    QTest::newRow("1.1, no namespace") << QByteArray("ODMVersion=\"1.1\"") << u"ODM 1.1"_s;
}

void TestOdmReader::namespacesOfAllOneVersionsAreRead()
{
    QFETCH(QByteArray, root);
    const Result<StudyFile> file = samples::read("<ODM " + root +
                                                 "><Study OID=\"S\"><MetaDataVersion OID=\"M\" Name=\"N\"><FormDef "
                                                 "OID=\"F\" Name=\"F\"/></MetaDataVersion></Study></ODM>");
    QVERIFY2(file, qPrintable(file ? QString() : file.error().english()));
    QTEST(file->report.dialect, "dialect");
    QVERIFY(file->study->form(u"F"));
}

void TestOdmReader::otherEncodingsAreRead()
{
    const QByteArray latin =
        samples::odm("<FormDef OID=\"F\" Name=\"\xe9\" Repeating=\"No\"/>").replace("UTF-8", "ISO-8859-1");
    const Result<StudyFile> one = samples::read(latin);
    QVERIFY2(one, qPrintable(one ? QString() : one.error().english()));
    QCOMPARE(one->study->form(u"F")->name, u"é"_s);
    const QByteArray utf8 = samples::odm("<FormDef OID=\"F\" Name=\"期\" Repeating=\"No\"/>");
    QVERIFY(samples::read("\xEF\xBB\xBF" + utf8));
    const QString text = QChar(0xFEFF) + QString::fromUtf8(QByteArray(utf8).replace("UTF-8", "UTF-16"));
    const Result<StudyFile> wide =
        samples::read(QByteArray(reinterpret_cast<const char*>(text.utf16()), text.size() * 2));
    QVERIFY2(wide, qPrintable(wide ? QString() : wide.error().english()));
    QCOMPARE(wide->study->form(u"F")->name, u"期"_s);
}

void TestOdmReader::nothingIsLostSilently()
{
    QByteArray document = samples::odm(R"(<v:Extra xmlns:v="urn:vendor"><v:Inner/></v:Extra>
<FormDef OID="F" Name="F" Repeating="No" v:Flag="1" xmlns:v="urn:vendor"><ArchiveLayout OID="A" PdfFileName="x.pdf"/></FormDef>
<ItemDef OID="I" Name="I" DataType="URI" SASFieldName="I"><Alias Context="X" Name="1"/><Alias Context="X" Name="2"/></ItemDef>
<ItemDef OID="I" Name="J" DataType="text"/>
<Presentation OID="PR"/>)");
    document.replace("</Study>", "</Study><ClinicalData StudyOID=\"S.T\" MetaDataVersionOID=\"MDV.T\"><SubjectData "
                                 "SubjectKey=\"1\"/></ClinicalData>");
    const Result<StudyFile> file = samples::read(document);
    QVERIFY2(file, qPrintable(file ? QString() : file.error().english()));
    const auto& dropped = file->report.dropped;
    for (const char* element : {"v:Extra", "FormDef F @v:Flag", "ArchiveLayout A", "ItemDef I @SASFieldName", "Alias X",
                                "Presentation PR", "ClinicalData S.T"})
        QVERIFY2(entryFor(dropped, QString::fromLatin1(element)), element);
    QVERIFY(entryFor(dropped, u"v:Extra"_s)->note.contains("1 elements"_L1));
    QVERIFY(entryFor(file->report.approximated, u"ItemDef I"_s));
    QCOMPARE(file->study->items.size(), 1U);
    QCOMPARE(file->study->items.front().name, u"I"_s);
    for (const FidelityEntry& entry : dropped)
        QVERIFY2(entry.place.startsWith("line "_L1) && !entry.note.isEmpty(), qPrintable(entry.element));
    // ODM, Study, GlobalVariables and its three, MetaDataVersion, FormDef, two ItemDef, one Alias
    QCOMPARE(file->report.mapped, 11);
}

void TestOdmReader::placesNameTheStartOfTheElement()
{
    const Result<StudyFile> file =
        samples::read(samples::odm("  <Presentation\n   OID=\"A\"/><Presentation OID=\"B\"/>"));
    QVERIFY(file);
    QCOMPARE(entryFor(file->report.dropped, u"Presentation A"_s)->place, u"line 5, column 3"_s);
    QCOMPARE(entryFor(file->report.dropped, u"Presentation B"_s)->place, u"line 6, column 13"_s);
}

void TestOdmReader::missingAttributesAreMendedAndReported()
{
    const Result<StudyFile> file =
        samples::read("<ODM xmlns=\"http://www.cdisc.org/ns/odm/v1.3\"><Study><MetaDataVersion>"
                      "<StudyEventDef OID=\"E\"/><FormDef Name=\"no OID\"/>"
                      "<CodeList OID=\"C\" Name=\"C\" DataType=\"boolean\"><CodeListItem CodedValue=\"1\"/></CodeList>"
                      "</MetaDataVersion></Study></ODM>");
    QVERIFY(file);
    QVERIFY(!file->study->studyOid.isEmpty());
    QVERIFY(!file->study->versionOid.isEmpty());
    QCOMPARE(file->study->event(u"E")->name, u"E"_s);
    QVERIFY(file->study->forms.empty());
    QVERIFY(entryFor(file->report.dropped, u"FormDef"_s));
    QCOMPARE(file->study->codeList(u"C")->items.front().decode.in(u"en"_s), u"1"_s);
    QVERIFY(file->report.approximated.size() >= 6);
}

// As ODM 1.1 files have it. Nothing is fetched: the file of that name does not exist.
void TestOdmReader::aDocumentTypeThatIsOnlyNamedIsPassedOver()
{
    QByteArray document = samples::odm("<FormDef OID=\"F\" Name=\"F\" Repeating=\"No\"/>");
    document.replace("<ODM", "<!DOCTYPE ODM SYSTEM \"nowhere.dtd\">\n<ODM");
    const Result<StudyFile> file = samples::read(document);
    QVERIFY2(file, qPrintable(file ? QString() : file.error().english()));
    QVERIFY(file->study->form(u"F"));
}

void TestOdmReader::danglingReferencesAreTakenOut()
{
    const Result<StudyFile> file = samples::form(
        "<ItemRef ItemOID=\"NONE\" Mandatory=\"No\"/>"
        "<ItemRef ItemOID=\"A\" Mandatory=\"No\" MethodOID=\"NM\" CollectionExceptionConditionOID=\"NC\"/>",
        "<ItemDef OID=\"A\" Name=\"A\" DataType=\"text\"><CodeListRef CodeListOID=\"NL\"/></ItemDef>");
    QVERIFY(file);
    QCOMPARE(file->study->group(u"G")->items, (std::vector<ItemRef>{{u"A"_s, false, {}, {}, {}}}));
    QCOMPARE(file->study->item(u"A")->codeListOid, QString());
    QCOMPARE(file->report.dropped.size(), 4U);
}

void TestOdmReader::orderNumbersDecide()
{
    const Result<StudyFile> file = samples::read(
        samples::odm("<Protocol><StudyEventRef StudyEventOID=\"B\" Mandatory=\"Yes\" OrderNumber=\"2\"/>"
                     "<StudyEventRef StudyEventOID=\"A\" Mandatory=\"No\" OrderNumber=\"1\"/></Protocol>"
                     "<StudyEventDef OID=\"C\" Name=\"C\" Repeating=\"No\" Type=\"Common\"/><StudyEventDef OID=\"B\" "
                     "Name=\"B\" Repeating=\"No\" Type=\"Common\"/>"
                     "<StudyEventDef OID=\"A\" Name=\"A\" Repeating=\"Yes\" Type=\"Unscheduled\"/>"
                     "<ItemGroupDef OID=\"G\" Name=\"G\" Repeating=\"No\"><ItemRef ItemOID=\"Z\" "
                     "Mandatory=\"No\"/><ItemRef ItemOID=\"Y\" Mandatory=\"No\" OrderNumber=\"10\"/>"
                     "<ItemRef ItemOID=\"X\" Mandatory=\"No\" OrderNumber=\"9\"/></ItemGroupDef>"
                     "<ItemDef OID=\"X\" Name=\"X\" DataType=\"text\"/><ItemDef OID=\"Y\" Name=\"Y\" "
                     "DataType=\"text\"/><ItemDef OID=\"Z\" Name=\"Z\" DataType=\"text\"/>"));
    QVERIFY(file);
    QStringList events;
    for (const EventDef& event : file->study->events)
        events.append(event.oid);
    QCOMPARE(events, (QStringList{u"A"_s, u"B"_s, u"C"_s}));
    QVERIFY(file->study->event(u"B")->mandatory && !file->study->event(u"A")->mandatory);
    QCOMPARE(file->study->event(u"A")->type, EventType::Unscheduled);
    QStringList items;
    for (const ItemRef& ref : file->study->group(u"G")->items)
        items.append(ref.itemOid);
    QCOMPARE(items, (QStringList{u"X"_s, u"Y"_s, u"Z"_s}));
}

void TestOdmReader::typesAreMapped_data()
{
    QTest::addColumn<int>("type");
    QTest::addColumn<bool>("exact");
    const auto row = [](const char* word, DataType type, bool exact) {
        QTest::newRow(word) << static_cast<int>(type) << exact;
    };
    row("text", DataType::Text, true);
    row("string", DataType::Text, true);
    row("integer", DataType::Integer, true);
    row("float", DataType::Decimal, true);
    row("double", DataType::Decimal, true);
    row("date", DataType::Date, true);
    row("partialDate", DataType::PartialDate, true);
    row("incompleteDate", DataType::PartialDate, true);
    row("time", DataType::Time, true);
    row("datetime", DataType::DateTime, true);
    row("boolean", DataType::Boolean, true);
    row("base64Binary", DataType::Text, false);
    row("nonsense", DataType::Text, false);
}

void TestOdmReader::typesAreMapped()
{
    QFETCH(int, type);
    QFETCH(bool, exact);
    const Result<StudyFile> file = samples::read(
        samples::odm(QByteArray("<ItemDef OID=\"I\" Name=\"I\" DataType=\"") + QTest::currentDataTag() + "\"/>"));
    QVERIFY(file);
    QCOMPARE(static_cast<int>(file->study->item(u"I")->dataType), type);
    QCOMPARE(file->report.approximated.empty(), exact);
}

void TestOdmReader::theLastVersionCounts()
{
    const QByteArray document =
        samples::odm("<FormDef OID=\"OLD\" Name=\"O\" Repeating=\"No\"/><Presentation OID=\"P\"/></MetaDataVersion>"
                     "<MetaDataVersion OID=\"MDV.2\" Name=\"V2\"><FormDef OID=\"NEW\" Name=\"N\" Repeating=\"No\"/>");
    const Result<StudyFile> file = samples::read(document);
    QVERIFY(file);
    QCOMPARE(file->study->versionOid, u"MDV.2"_s);
    QVERIFY(file->study->form(u"NEW") && !file->study->form(u"OLD"));
    QCOMPARE(file->report.dropped.size(), 1U);
    QVERIFY(file->report.dropped.front().note.contains("MDV.T"_L1));
}

void TestOdmReader::aVersionMayIncludeTheOneBefore()
{
    const QByteArray document = samples::odm(
        "<FormDef OID=\"A\" Name=\"old\" Repeating=\"No\"/><FormDef OID=\"B\" Name=\"B\" "
        "Repeating=\"No\"/></MetaDataVersion>"
        "<MetaDataVersion OID=\"MDV.2\" Name=\"V2\"><Include StudyOID=\"S.T\" MetaDataVersionOID=\"MDV.T\"/>"
        "<FormDef OID=\"A\" Name=\"new\" Repeating=\"No\"/>");
    const Result<StudyFile> file = samples::read(document);
    QVERIFY(file);
    QCOMPARE(file->study->forms.size(), 2U);
    QCOMPARE(file->study->form(u"A")->name, u"new"_s);
    QVERIFY(file->report.dropped.empty());
}

void TestOdmReader::aBrokenIdentifierPatternStopsTheReading()
{
    const Result<StudyFile> file = samples::read(
        samples::odm("<Protocol><Alias Context=\"sitebook:identifier-pattern\" Name=\"P[\"/></Protocol>"));
    QVERIFY(!file);
    QCOMPARE(file.error().code, ErrorCode::Unreadable);
    QCOMPARE(file.error().where, u"line 5, column 1"_s);
}

void TestOdmReader::theReportBecomesJson()
{
    const QJsonObject json = toJson(samples::shipped(u"demo"_s).value());
    QCOMPARE(json.value("dialect"_L1).toString(), u"ODM 1.3.2"_s);
    QCOMPARE(json.value("version"_L1).toString(), u"1.3.2"_s);
    QCOMPARE(json.value("events"_L1).toInt(), 8);
    QCOMPARE(json.value("forms"_L1).toInt(), 5);
    QCOMPARE(json.value("conditions"_L1).toInt(), 3);
    QCOMPARE(json.value("languages"_L1).toArray(), (QJsonArray{u"en"_s, u"zh"_s}));
    QVERIFY(json.value("mapped"_L1).toInt() > 500);
    QVERIFY(json.value("approximated"_L1).isArray());
    QVERIFY(json.value("dropped"_L1).toArray().isEmpty());
}

void TestOdmReader::realFilesAreReadOrRefusedClearly()
{
    const QString folder = samples::realData(u"odm132-cdisc/.."_s);
    if (folder.isEmpty())
        QSKIP("The real study files are not on this machine.");
    int read = 0;
    int refused = 0;
    QDirIterator files(folder, {u"*.xml"_s, u"*.XML"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        const Result<StudyFile> file = readStudyFile(path);
        if (file) {
            ++read;
            QVERIFY2(file->report.mapped > 0, qPrintable(path));
            continue;
        }
        ++refused;
        QFile raw(path);
        QVERIFY(raw.open(QIODevice::ReadOnly));
        const QByteArray content = raw.readAll();
        const bool readable =
            content.contains("/ns/odm/v1.") && content.contains("<MetaDataVersion") && !content.contains("<!DOCTYPE");
        QVERIFY2(!readable, qPrintable(path + u' ' + file.error().english()));
        const Error& error = file.error();
        QVERIFY2(error.code == ErrorCode::Unreadable || error.code == ErrorCode::Unsupported ||
                     error.code == ErrorCode::Invalid,
                 qPrintable(path + u' ' + error.english()));
        QVERIFY2(!error.message.isEmpty(), qPrintable(path));
        if (error.code == ErrorCode::Unreadable)
            QVERIFY2(error.where.startsWith("line "_L1), qPrintable(path));
    }
    qInfo("%d real files read, %d refused", read, refused);
    QVERIFY(read > 30);
}

void TestOdmReader::realFilesHoldWhatTheyHold_data()
{
    QTest::addColumn<int>("events");
    QTest::addColumn<int>("forms");
    QTest::addColumn<int>("items");
    QTest::addColumn<int>("conditions");
    QTest::addColumn<QString>("languages");
    QTest::newRow("odm132-openedc/metadata.xml") << 3 << 5 << 28 << 7 << u"en,de"_s;
    QTest::newRow("odm132-i2b2-examples/CHB_REDCap_2.xml") << 14 << 9 << 125 << 0 << QString();
    QTest::newRow("odm13-openclinica/extract.xml") << -1 << -1 << 143 << -1 << QString();
}

void TestOdmReader::realFilesHoldWhatTheyHold()
{
    QFETCH(int, events);
    QFETCH(int, forms);
    QFETCH(int, items);
    QFETCH(int, conditions);
    QFETCH(QString, languages);
    const QString path = samples::realData(QString::fromUtf8(QTest::currentDataTag()));
    if (path.isEmpty())
        QSKIP("The real study files are not on this machine.");
    const Result<StudyFile> file = readStudyFile(path);
    QVERIFY2(file, qPrintable(file ? QString() : file.error().english()));
    const StudyDefinition& study = *file->study;
    if (events >= 0)
        QCOMPARE(static_cast<int>(study.events.size()), events);
    if (forms >= 0)
        QCOMPARE(static_cast<int>(study.forms.size()), forms);
    if (conditions >= 0)
        QCOMPARE(static_cast<int>(study.conditions.size()), conditions);
    QCOMPARE(static_cast<int>(study.items.size()), items);
    if (!languages.isEmpty())
        QCOMPARE(study.languages.join(u','), languages);
}

QTEST_GUILESS_MAIN(TestOdmReader)
#include "tst_odmreader.moc"
