// SPDX-License-Identifier: GPL-3.0-or-later
// Study definitions in workbooks: XLSForms, and REDCap data dictionaries.
#include "tests/core/spreadsheet/xlsxsamples.h"
#include "tests/core/study/xformsamples.h"

#include <QFile>
#include <QTest>

using namespace sitebook;
using namespace Qt::StringLiterals;
using samples::about;
using samples::fieldsOf;
using samples::mentions;
using samples::TextSheet;

namespace {

Result<StudyFile> readSheets(const std::vector<TextSheet>& sheets)
{
    return samples::read(samples::workbook(sheets));
}

StudyFile studyOf(const QString& survey, const QString& choices = u"list_name|name|label"_s,
                  const QString& settings = u"form_title|form_id\nForm|f"_s)
{
    const auto file = readSheets({{u"survey"_s, survey}, {u"choices"_s, choices}, {u"settings"_s, settings}});
    if (!file)
        qWarning("%s", qPrintable(file.error().english()));
    return file.value();
}

QByteArray sample(const QString& name)
{
    QFile file(QStringLiteral(SITEBOOK_SOURCE_DIR "/tests/data/study/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestXlsform final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aWholeForm();
    void givesWhatItsXformGives();
    void everyType();
    void columnsOfOldForms();
    void rulesAndRepeats();
    void choicesAndTheirLists();
    void valuesThatAreSet();
    void nothingIsLostWithoutAWord();
    void mistakes_data();
    void mistakes();
    void aDictionaryGivesTheSameAsItsTable();
    void otherWorkbooksAreRefused();
};

void TestXlsform::aWholeForm()
{
    const auto file = samples::read(sample(u"xlsform.xlsx"_s));
    QVERIFY2(file, qPrintable(file ? QString() : file.error().english() + file.error().where));
    const StudyDefinition& study = *file->study;
    QCOMPARE(file->report.dialect, u"XLSForm"_s);
    QCOMPARE(study.studyName, u"Visit form"_s);
    QCOMPARE(study.forms.front().oid, u"visit"_s);
    QCOMPARE(study.versionOid, u"20240301"_s);
    QCOMPARE(study.languages, (QStringList{u"en"_s, u"fr"_s}));
    const ItemDef* age = study.item(u"/data/person/age");
    QCOMPARE(age->question.in(u"fr"_s), u"Quel âge avez-vous ?"_s);
    QCOMPARE(age->hint.in(u"en"_s), u"In years"_s);
    QCOMPARE(study.item(u"/data/hello")->control, Control::Display);
    QCOMPARE(study.item(u"/data/hello")->question.in(u"en"_s), u"Welcome to the visit"_s);
    QCOMPARE(study.item(u"/data/pain")->control, Control::Slider);
    QVERIFY(study.group(u"/data/medicine")->repeating);
    QCOMPARE(study.codeList(u"/data/person/smokes.choices")->items[1].decode.in(u"fr"_s), u"Non"_s);
    const FormChecker checker = FormChecker::create(file->study, u"visit"_s).value();
    QStringList codes;
    for (const Finding& finding : checker.evaluate(fieldsOf(u"/data/person/age=17"_s)).findings)
        codes.append(finding.field.section(u'/', -1) + u':' + finding.code + u' ' + finding.message.english());
    QCOMPARE(codes.first(), u"age:check Adults only"_s);
    QVERIFY(codes.join(u' ').contains(u"smokes:required"));
    QCOMPARE(checker.evaluate({}).hidden, QStringList{u"/data/person/cigarettes"_s});
    const Fields smoker = fieldsOf(u"/data/person/smokes=yes|/data/person/cigarettes=30"_s);
    QCOMPARE(checker.evaluate(smoker).computed.text(u"/data/packs"), u"1.5"_s);
    QCOMPARE(about(file->report.dropped, u"/data/started"_s)->place, u"survey row 2"_s);
    QVERIFY(mentions(file->report.approximated, u"appearance field-list"_s));
}

// The same form as pyxform's users write it by hand.
void TestXlsform::givesWhatItsXformGives()
{
    const StudyFile sheets =
        studyOf(u"type|name|label|relevant|required|calculation\ninteger|a|How many?||yes|\nselect_one "
                u"yn|b|Really?|${a} > 1||\n"
                "begin repeat|r|Rows|||\ntext|c|Name|||\nend repeat|||||\ncalculate|d||||${a} * 2"_s,
                u"list_name|name|label\nyn|y|Yes\nyn|n|No"_s, u"form_title|form_id|version\nTrial|f|3"_s);
    const auto xform = samples::read(samples::xform(
        "<instance><data id=\"f\" version=\"3\"><a/><b/><r jr:template=\"\"><c/></r><d/></data></instance><instance "
        "id=\"yn\"><root><item><name>y</name><label>Yes</label></item><item><name>n</name><label>No</label></item>"
        "</root></instance><bind nodeset=\"/data/a\" type=\"int\" required=\"true()\"/><bind nodeset=\"/data/b\" "
        "type=\"string\" relevant=\"/data/a &gt; 1\"/><bind nodeset=\"/data/r/c\" type=\"string\"/><bind "
        "nodeset=\"/data/d\" type=\"string\" calculate=\"/data/a * 2\"/>",
        "<input ref=\"/data/a\"><label>How many?</label></input><select1 "
        "ref=\"/data/b\"><label>Really?</label><itemset "
        "nodeset=\"instance('yn')/root/item\"><value ref=\"name\"/><label ref=\"label\"/></itemset></select1><group "
        "ref=\"/data/r\"><label>Rows</label><repeat nodeset=\"/data/r\"><input "
        "ref=\"/data/r/c\"><label>Name</label></input></repeat></group>"));
    QVERIFY(xform);
    QVERIFY(xform->study->items == sheets.study->items);
    QVERIFY(xform->study->groups == sheets.study->groups);
    QVERIFY(xform->study->codeLists == sheets.study->codeLists);
    QVERIFY(xform->study->conditions == sheets.study->conditions);
    QVERIFY(xform->study->methods == sheets.study->methods);
    QVERIFY(xform->study->forms.front().groups == sheets.study->forms.front().groups);
}

void TestXlsform::everyType()
{
    const StudyFile file = studyOf(u"type|name|label|parameters|default\ntext|a|A||x\nint|b|B\ndecimal|c|C\ndate|d|D\n"
                                   "time|e|E\ndateTime|f|F\nselect_one l|g|G\nselect one l or_other|h|H\n"
                                   "select_multiple l|i|I||1 2\nrank l|j|J\ngeopoint|k|K\nimage|l|L\nbarcode|m|M\n"
                                   "acknowledge|n|N\nrange|o|O|start=0 end=2 step=0.5\nnote||P\nhidden|q|||7\n"
                                   "geoshape|r|R\nmystery|s|S\nselect_one_from_file towns.csv|t|T\nfile|u|U\n"
                                   "deviceid|v\nsignature|w|W"_s,
                                   u"list name|name|label\nl|1|One\nl|2|Two, not ${a}!"_s);
    const StudyDefinition& study = *file.study;
    QCOMPARE(study.codeList(u"/data/g.choices")->items[1].decode.in({}), u"Two, not {a}!"_s);
    const auto item = [&](const char* name) { return study.item(QString(u"/data/"_s + QLatin1String(name))); };
    QCOMPARE(item("a")->initial, u"x"_s);
    QCOMPARE(item("b")->dataType, DataType::Integer);
    QCOMPARE(item("c")->dataType, DataType::Decimal);
    QCOMPARE(item("d")->dataType, DataType::Date);
    QCOMPARE(item("e")->dataType, DataType::Time);
    QCOMPARE(item("f")->dataType, DataType::DateTime);
    QCOMPARE(study.codeList(item("g")->codeListOid)->items.size(), 2U);
    QCOMPARE(study.codeList(item("h")->codeListOid)->items.size(), 3U);
    QCOMPARE(item("h_other")->question.in({}), u"Specify other."_s);
    QVERIFY(item("i")->multiple);
    QCOMPARE(item("i")->initial, u"1;2"_s);
    QVERIFY(item("j")->multiple);
    QCOMPARE(item("k")->control, Control::Location);
    QCOMPARE(item("l")->control, Control::File);
    QCOMPARE(item("m")->control, Control::Barcode);
    QVERIFY(study.codeList(item("n")->codeListOid)->find(u"OK"));
    QCOMPARE(item("o")->dataType, DataType::Decimal);
    QCOMPARE(item("o")->rangeChecks.back().values, QStringList{u"2"_s});
    QCOMPARE(item("row_17")->control, Control::Display);
    QVERIFY(item("q")->hidden);
    QCOMPARE(item("q")->initial, u"7"_s);
    QVERIFY(item("t")->codeListOid.isEmpty());
    QCOMPARE(about(file.report.approximated, u"type mystery"_s)->place, u"survey row 20"_s);
    for (const char* told : {"rank", "type geoshape", "step of", "itemset of /data/t", "type signature"})
        QVERIFY2(mentions(file.report.approximated, QString::fromLatin1(told)), told);
    QCOMPARE(about(file.report.dropped, u"/data/v"_s)->place, u"survey row 23"_s);
    const FormChecker checker = FormChecker::create(file.study, u"f"_s).value();
    QVERIFY(checker.evaluate({}).hidden.contains(u"/data/h_other"));
    QVERIFY(!checker.evaluate(fieldsOf(u"/data/h=other"_s)).hidden.contains(u"/data/h_other"));
}

void TestXlsform::columnsOfOldForms()
{
    const StudyFile file = studyOf(u"Type|Name|label:English|bind::relevant|readonly|bind::constraint|"
                                   "bind::jr:constraintMsg|relevance\ntext|a|First|||. != 'x'|Not x|\n"
                                   "text|b|Second|${a} = 'y'|yes|||\ntext|c|Third|||||${a} = 'z'"_s);
    QCOMPARE(file.study->languages, QStringList{u"en"_s});
    QCOMPARE(file.study->item(u"/data/a")->question.in(u"en"_s), u"First"_s);
    QCOMPARE(file.study->item(u"/data/a")->rangeChecks.front().errorMessage.in({}), u"Not x"_s);
    QCOMPARE(file.study->item(u"/data/b")->control, Control::Display);
    const FormChecker checker = FormChecker::create(file.study, u"f"_s).value();
    QCOMPARE(checker.evaluate(fieldsOf(u"/data/a=y"_s)).hidden, QStringList{u"/data/c"_s});
}

void TestXlsform::rulesAndRepeats()
{
    const StudyFile file =
        studyOf(u"type|name|label|relevant|repeat_count|calculation|hint|guidance_hint\nbegin repeat|r|Rows|||||\n"
                "integer|x|X\nbegin group|g|Inner|${x} > 1\ntext|y|Y for ${x}||||Say it|Slowly\nend group\nend repeat\n"
                "begin_repeat|s|Three||3\ntext|t|T\nend_repeat\ntext|o|O|${x} = 2\ntext|u|U|${nobody} = 1"_s);
    const StudyDefinition& study = *file.study;
    QVERIFY(study.group(u"/data/r")->repeating);
    QCOMPARE(study.group(u"/data/s")->maxRepeats, 3);
    QCOMPARE(study.item(u"/data/r/g/y")->question.in({}), u"Y for {x}"_s);
    QCOMPARE(study.item(u"/data/r/g/y")->hint.in({}), u"Say it\nSlowly"_s);
    const FidelityEntry* outside = about(file.report.approximated, u"/data/o.relevant"_s);
    QVERIFY(outside != nullptr);
    QCOMPARE(outside->place, u"survey row 11"_s);
    QVERIFY(about(file.report.approximated, u"/data/u.relevant"_s)->note.contains(u"/data/nobody"));
    QCOMPARE(about(file.report.approximated, u"output"_s)->place, u"survey row 5"_s);
    const FormChecker checker = FormChecker::create(file.study, u"f"_s).value();
    QVERIFY(checker.evaluate(fieldsOf(u"/data/r/x=1"_s)).hidden.contains(u"/data/r/g/y#1"));
}

void TestXlsform::choicesAndTheirLists()
{
    const StudyFile file = studyOf(
        u"type|name|label::en|label::fr|choice_filter|parameters\nselect_one towns|a|A|A'|country = "
        u"${b}|randomize=true\n"
        "text|b|B\nselect_one gone|c|C"_s,
        u"list_name|name|label::en|label::fr|country|media::image::en\ntowns|p|Paris|Paris|F|p.png\ntowns|l|London|"
        "Londres|E\ntowns|l|Again||\n|x|Lost"_s);
    const CodeList* towns = file.study->codeList(u"/data/a.choices");
    QCOMPARE(towns->items.size(), 2U);
    QCOMPARE(towns->items[1].decode.in(u"fr"_s), u"Londres"_s);
    QVERIFY(file.study->item(u"/data/c")->codeListOid.isEmpty());
    for (const char* told : {"itemset of /data/a", "randomize of /data/a", "itemset of /data/c"})
        QVERIFY2(mentions(file.report.approximated, QString::fromLatin1(told)), told);
    for (const char* told : {"country of the choices", "form image", "choice of a", "choice"})
        QVERIFY2(mentions(file.report.dropped, QString::fromLatin1(told)), told);
    QCOMPARE(about(file.report.dropped, u"choice of a"_s)->place, u"choices row 4"_s);
}

void TestXlsform::valuesThatAreSet()
{
    const StudyFile file = studyOf(u"type|name|label|default|trigger|calculation\ndate|a|A|today()\ntext|b|B|plain\n"
                                   "text|c|C||${b}|now()\ninteger|d|D|${b}"_s);
    QCOMPARE(file.study->item(u"/data/a")->initial, QString());
    QCOMPARE(file.study->item(u"/data/b")->initial, u"plain"_s);
    QVERIFY(file.study->methods.empty());
    for (const char* told : {"setvalue /data/a", "setvalue /data/c", "setvalue /data/d"})
        QVERIFY2(mentions(file.report.dropped, QString::fromLatin1(told)), told);
    QCOMPARE(about(file.report.dropped, u"setvalue /data/c"_s)->place, u"survey row 4"_s);
}

void TestXlsform::nothingIsLostWithoutAWord()
{
    const auto file =
        readSheets({{u"Survey"_s, u"type|name|label|my notes|required_message|disabled|body::rows|save_to\n"
                                  "text|a|A|think|Needed||5|x\ntext|b|B|||yes\n|c|C\n||\naudit|audit|"_s},
                    {u"settings"_s, u"form_title|style|public_key\nT|pages|abc"_s},
                    {u"choices"_s, u"list_name|name|label\nunused|a|A"_s},
                    {u"entities"_s, u"dataset|label\npeople|x"_s}});
    QVERIFY2(file, qPrintable(file ? QString() : file.error().english()));
    const std::pair<const char*, const char*> told[] = {
        {"column my notes", "Survey row 2"}, {"column save_to", "Survey row 2"},
        {"@jr:requiredMsg", "Survey row 2"}, {"@rows", "Survey row 2"},
        {"column style", "settings row 2"},  {"column public_key", "settings row 2"},
        {"sheet entities", "entities"},      {"audit", "Survey row 6"},
        {"instance unused", "choices row 2"}};
    for (const auto& [element, place] : told) {
        const FidelityEntry* entry = about(file->report.dropped, QString::fromLatin1(element));
        QVERIFY2(entry != nullptr, element);
        QCOMPARE(entry->place, QString::fromLatin1(place));
    }
    QStringList rows;
    for (const FidelityEntry& entry : file->report.dropped)
        if (entry.element == u"row")
            rows.append(entry.place);
    QCOMPARE(rows, (QStringList{u"Survey row 3"_s, u"Survey row 4"_s}));
    QCOMPARE(file->study->items.size(), 1U);
}

void TestXlsform::mistakes_data()
{
    QTest::addColumn<QString>("survey");
    QTest::addColumn<QString>("where");
    QTest::newRow("a name with a space") << u"type|name|label\ntext|my age|Age"_s << u"survey row 2"_s;
    QTest::newRow("no name") << u"type|name|label\ntext||Age"_s << u"survey row 2"_s;
    QTest::newRow("twice") << u"type|name|label\ntext|a|A\ntext|a|B"_s << u"survey row 3"_s;
    QTest::newRow("a group that does not end") << u"type|name|label\nbegin group|g|G\ntext|a|A"_s << u"survey"_s;
    QTest::newRow("an end too many") << u"type|name|label\ntext|a|A\nend group"_s << u"survey row 3"_s;
    QTest::newRow("nothing asked") << u"type|name|label"_s << u"survey"_s;
    QTest::newRow("too deep") << u"type|name|label\n"_s + u"begin group|g|G\n"_s.repeated(60) << u"survey row 52"_s;
}

void TestXlsform::mistakes()
{
    QFETCH(QString, survey);
    const auto file = readSheets({{u"survey"_s, survey}});
    QVERIFY(!file);
    QCOMPARE(file.error().code, ErrorCode::Invalid);
    QTEST(file.error().where, "where");
}

void TestXlsform::aDictionaryGivesTheSameAsItsTable()
{
    const auto packed = samples::read(sample(u"redcap-dictionary.xlsx"_s));
    QVERIFY2(packed, qPrintable(packed ? QString() : packed.error().english()));
    const auto table = samples::read(
        "Variable / Field Name,Form Name,Section Header,Field Type,Field Label,\"Choices, Calculations, OR Slider "
        "Labels\",Field Note,Text Validation Type OR Show Slider Number,Text Validation Min,Text Validation "
        "Max,Identifier?,Branching Logic (Show field only if...),Required Field?\nrecord_id,baseline,,text,Record "
        "ID\nage,baseline,About you,text,Age,,In years,integer,18,120,,,y\nsex,baseline,,radio,Sex,\"1, Female | 2, "
        "Male\"\npregnant,baseline,,yesno,Pregnant?,,,,,,,[sex] = '1'\n");
    QVERIFY2(table, qPrintable(table ? QString() : table.error().english()));
    QVERIFY(packed->study->items == table->study->items);
    QVERIFY(packed->study->groups == table->study->groups);
    QVERIFY(packed->study->codeLists == table->study->codeLists);
    QVERIFY(packed->study->conditions == table->study->conditions);
    QCOMPARE(packed->study->items.size(), 3U);
    const auto lost =
        readSheets({{u"D"_s, u"field_name|form_name|field_type|field_label|odd\nid|f|text|Id|\na|f|strange|A"
                             "|x"_s},
                    {u"Notes"_s, u"by|me"_s}});
    QVERIFY(lost);
    QVERIFY(mentions(lost->report.dropped, u"odd"_s));
    QVERIFY(mentions(lost->report.dropped, u"sheet Notes"_s));
    QCOMPARE(lost->report.approximated.back().place.section(u',', 0, 0).trimmed(), u"D row 3"_s);
}

void TestXlsform::otherWorkbooksAreRefused()
{
    const auto table = readSheets({{u"Sheet1"_s, u"a|b\n1|2"_s}});
    QVERIFY(!table);
    QCOMPARE(table.error().code, ErrorCode::Unsupported);
    QVERIFY(table.error().english().contains(u"survey"));
    QCOMPARE(samples::read(QByteArray("PK\x03\x04\x14\0", 6)).error().code, ErrorCode::Unreadable);
    const auto old = samples::read(QByteArray("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") + QByteArray(100, '\0'));
    QVERIFY(old.error().english().contains(u".xlsx"));
}

QTEST_APPLESS_MAIN(TestXlsform)
#include "tst_xlsform.moc"
