// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/dialects.h"
#include "core/study/evaluator.h"
#include "core/study/formchecker.h"
#include "core/study/readers/redcapwords.h"
#include "tests/core/study/studysamples.h"

#include <QDirIterator>
#include <QTest>

using namespace sitebook;
using namespace Qt::StringLiterals;

namespace {

const QByteArray header =
    "\"Variable / Field Name\",\"Form Name\",\"Section Header\",\"Field Type\",\"Field Label\",\"Choices, "
    "Calculations, OR "
    "Slider Labels\",\"Field Note\",\"Text Validation Type OR Show Slider Number\",\"Text Validation Min\",\"Text "
    "Validation Max\",Identifier?,\"Branching Logic (Show field only if...)\",\"Required Field?\",\"Custom "
    "Alignment\",\"Question Number (surveys only)\",\"Matrix Group Name\",\"Matrix Ranking?\",\"Field Annotation\"\n";
const QByteArray identifier = "record_id,main,,text,Record,,,,,,,,,,,,,\n";

Result<StudyFile> dictionary(const QByteArray& rows)
{
    return samples::read(header + identifier + rows);
}

Fields fieldsOf(const QString& text)
{
    Fields fields;
    for (const QString& pair : text.split(u'|', Qt::SkipEmptyParts))
        fields.set(pair.section(u'=', 0, 0), pair.section(u'=', 1));
    return fields;
}

bool mentions(const std::vector<FidelityEntry>& entries, const QString& element)
{
    return std::any_of(entries.begin(), entries.end(),
                       [&](const FidelityEntry& entry) { return entry.element.contains(element); });
}

} // namespace

class TestRedcap final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void logicGivesItsValue_data();
    void logicGivesItsValue();
    void mistakesInLogic_data();
    void mistakesInLogic();
    void branchingSaysWhenAFieldIsAsked();
    void everyFieldType();
    void validationTypes_data();
    void validationTypes();
    void propertiesOfAField();
    void sectionsAndForms();
    void choices_data();
    void choices();
    void markupBecomesText_data();
    void markupBecomesText();
    void headersOfTheApiAndOldExports();
    void brokenDictionaries_data();
    void brokenDictionaries();
    void eventsOfAProject();
    void realProjects();
    void realDictionaries();
    void bothFormsOfAProjectGiveTheSame_data();
    void bothFormsOfAProjectGiveTheSame();
};

void TestRedcap::logicGivesItsValue_data()
{
    QTest::addColumn<QString>("value");
    // a=1, b=2.5, sex='1', box='1;8', day=2020-02-29, blank without a value
    const std::pair<const char*, const char*> rows[] = {
        {"[sex] = '1'", "1"},
        {"[sex] = 1", "1"},
        {"[sex]='1' and [a]<2", "1"},
        {"[SEX] = \"1\" OR [a] > 5", "1"},
        {"[sex] <> '1'", "0"},
        {"[sex] != '2'", "1"},
        {"[blank] = ''", "1"},
        {"[blank] <> ''", "0"},
        {"[blank] = '1'", "0"},
        {"[blank] <> '1'", "1"},
        {"[blank] > 3", "0"},
        {"[blank] < 3", "0"},
        {"[box(8)] = '1'", "1"},
        {"[box(2)] = '1'", "0"},
        {"[box(2)] = '0'", "1"},
        {"[blank(2)] = '0'", "1"},
        {"[a] + [b] * 2", "6"},
        {"[a] + [blank]", ""},
        {"sum([a], [b], [blank])", "3.5"},
        {"mean([a], [b], [blank])", "1.75"},
        {"min([a],[b])", "1"},
        {"max([a],[b],[blank])", "2.5"},
        {"median(1,2,9)", "2"},
        {"round(([b]*10000)/(([a])^(2)),1)", "25000"},
        {"roundup([b],0)", "3"},
        {"rounddown([b])", "2"},
        {"rounddown(datediff([day],'2026-02-28','y'))", "5"},
        {"datediff([day],'2020-03-01','d')", "1"},
        {"datediff('2020-03-01',[day],'d','ymd',true)", "-1"},
        {"datediff([day],'today','y') > 0", "1"},
        {"datediff([blank],'today','y')", ""},
        {"if([sex]='1', 'male', 'female')", "male"},
        {"if([blank] > 1, 1, 0)", "0"},
        {"abs(-3)", "3"},
        {"-[a]", "-1"},
        {"2^3", "8"},
        {"isnumber([a])", "1"},
        {"contains('abc', 'b')", "1"},
        {"not_contain('abc', 'b')", "0"},
        {"isblankormissingcode([blank])", "1"},
        {"concat('x', [a])", "x1"},
        {"upper(left('abc', 2))", "AB"},
        {"age_at_date('1990-05-01', '2020-05-01')", "30"},
        {"([a] = 1 or [a] = 2)\n// a comment\nand [sex] = '1'", "1"},
    };
    for (const auto& [text, value] : rows)
        QTest::newRow(text) << QString::fromUtf8(value);
}

void TestRedcap::logicGivesItsValue()
{
    QFETCH(QString, value);
    const QString logic = QString::fromUtf8(QTest::currentDataTag());
    Result<Expression> expression = parseFormal({{dialect::redcapCalculation, logic}});
    QVERIFY2(expression, qPrintable(expression ? QString() : expression.error().english()));
    const QStringList names{u"a"_s, u"b"_s, u"sex"_s, u"box"_s, u"day"_s, u"blank"_s};
    const std::vector<Value> values{Value::of(1.0),    Value::of(2.5),           Value::of(u"1"),
                                    Value::of(u"1;8"), Value::of(u"2020-02-29"), Value()};
    QVERIFY(bindItems(*expression, [&](const QString& name) { return std::optional<int>(names.indexOf(name)); }));
    EvaluationScratch scratch(QDateTime(QDate(2026, 11, 27), QTime(9, 0)));
    const Value result = evaluate(*expression, values, scratch);
    QCOMPARE(result.isMissing()                 ? QString()
             : result.kind == Value::Kind::Text ? result.text.toString()
                                                : QString::number(result.number, 'g', 10),
             value);
}

void TestRedcap::mistakesInLogic_data()
{
    QTest::addColumn<ErrorCode>("code");
    const std::pair<const char*, ErrorCode> rows[] = {
        {"", ErrorCode::Invalid},
        {"[a", ErrorCode::Invalid},
        {"'a", ErrorCode::Invalid},
        {"[a] =", ErrorCode::Invalid},
        {"([a] = 1", ErrorCode::Invalid},
        {"[a] [b]", ErrorCode::Unsupported},
        {"[baseline_arm_1][a] = '1'", ErrorCode::Unsupported},
        {"[a][2] = '1'", ErrorCode::Unsupported},
        {"[event-name] = 'x'", ErrorCode::Unsupported},
        {"nosuch([a])", ErrorCode::Unsupported},
        {"if([a] = 1, 2)", ErrorCode::Invalid},
        {"datediff([a])", ErrorCode::Invalid},
        {"[a] ; 1", ErrorCode::Invalid},
        {"1.2.3", ErrorCode::Invalid},
    };
    for (const auto& [text, code] : rows)
        QTest::newRow(*text ? text : "(empty)") << code;
    QTest::newRow("deep") << ErrorCode::Invalid;
}

void TestRedcap::mistakesInLogic()
{
    QString logic = QString::fromUtf8(QTest::currentDataTag());
    if (logic == u"(empty)")
        logic.clear();
    if (logic == u"deep")
        logic = QString(100'000, u'(');
    const Result<Expression> expression = parseFormal({{dialect::redcapCalculation, logic}});
    QVERIFY(!expression);
    QTEST(expression.error().code, "code");
    QVERIFY(expression.error().where.startsWith(u"column "));
}

void TestRedcap::branchingSaysWhenAFieldIsAsked()
{
    const auto file = dictionary("sex,main,,radio,Sex,\"1, Male | 2, Female\",,,,,,,y,,,,,\n"
                                 "pregnant,main,,yesno,Pregnant?,,,,,,,[sex] = '2',y,,,,,\n"
                                 "week,main,,text,Week,,,integer,1,45,,[pregnant] = '1',,,,,,\n"
                                 "other,main,,text,Other,,,,,,,[event-name] = 'x',,,,,,\n");
    QVERIFY(file);
    const FormChecker checker = FormChecker::create(file->study, u"Form.main"_s).value();
    QCOMPARE(checker.evaluate({}).hidden, (QStringList{u"pregnant"_s, u"week"_s}));
    QCOMPARE(checker.evaluate(fieldsOf(u"sex=2"_s)).hidden, QStringList{u"week"_s});
    QCOMPARE(checker.evaluate(fieldsOf(u"sex=2|pregnant=1"_s)).hidden, QStringList());
    // What was typed before the question went does not count for others.
    QCOMPARE(checker.evaluate(fieldsOf(u"sex=1|pregnant=1"_s)).hidden, (QStringList{u"pregnant"_s, u"week"_s}));
    const auto findings = checker.evaluate(fieldsOf(u"sex=2|pregnant=1|week=50"_s)).findings;
    QCOMPARE(findings.size(), 2U); // the range, and the rule nobody here can run
    QCOMPARE(findings[0].severity, Severity::Warning);
    QCOMPARE(findings[1].code, u"by_hand"_s);
    QVERIFY(mentions(file->report.approximated, u"other: Branching Logic"_s));
}

void TestRedcap::everyFieldType()
{
    const auto file = dictionary("t,main,,text,T,,,,,,,,,,,,,\n"
                                 "n,main,,notes,N,,,,,,,,,,,,,\n"
                                 "d,main,,dropdown,D,\"a, A | b, B\",,,,,,,,,,,,\n"
                                 "r,main,,radio,R,\"1, One, or so | 2, Two | 2, Again\",,,,,,,,,,,,\n"
                                 "c,main,,checkbox,C,\"1, One | -8, No\",,,,,,,,,,,,\n"
                                 "calc,main,,calc,Calc,[t] * 2,,,,,,,,,,,,\n"
                                 "f,main,,file,F,,,,,,,,,,,,,\n"
                                 "s,main,,file,S,,,signature,,,,,,,,,,\n"
                                 "x,main,,descriptive,\"Read <b>this</b>\",,,,,,,,,,,,,\n"
                                 "v,main,,slider,V,never | sometimes | always,,number,,,,,,,,,,\n"
                                 "y,main,,yesno,Y,,,,,,,,,,,,,\n"
                                 "tf,main,,truefalse,TF,,,,,,,,,,,,,\n"
                                 "q,main,,sql,Q,select 1,,,,,,,,,,,,\n");
    QVERIFY2(file, qPrintable(file ? QString() : file.error().english()));
    const StudyDefinition& study = *file->study;
    QCOMPARE(study.items.size(), 13U);
    QVERIFY(!study.item(u"record_id"));
    QCOMPARE(study.item(u"n")->control, Control::LongText);
    QCOMPARE(study.item(u"d")->control, Control::List);
    const CodeList& radio = *study.codeList(study.item(u"r")->codeListOid);
    QCOMPARE(radio.items.size(), 2U);
    QCOMPARE(radio.items[0].decode.in({}), u"One, or so"_s);
    QVERIFY(study.item(u"c")->multiple);
    QVERIFY(study.codeList(u"c.choices")->find(u"-8"));
    QCOMPARE(study.methods.size(), 1U);
    QCOMPARE(study.groups.front().items[5].methodOid, u"calc.calculation"_s);
    QCOMPARE(study.item(u"f")->control, Control::File);
    QCOMPARE(study.item(u"s")->control, Control::Signature);
    QCOMPARE(study.item(u"x")->control, Control::Display);
    QCOMPARE(study.item(u"x")->question.in({}), u"Read this"_s);
    QCOMPARE(study.item(u"v")->anchors.size(), 3U);
    QCOMPARE(study.codeList(u"y.choices")->items.size(), 2U);
    QVERIFY(study.codeList(u"tf.choices")->find(u"0"));
    QVERIFY(mentions(file->report.approximated, u"q: Field Type"_s));
    QVERIFY(mentions(file->report.approximated, u"x: Field Label"_s));
    QVERIFY(mentions(file->report.dropped, u"r: Choices"_s));
    QVERIFY(mentions(file->report.dropped, u"q: Choices"_s));
    QVERIFY(file->report.mapped > 40);
    QCOMPARE(study.events.size(), 1U);
    QCOMPARE(study.events.front().forms.size(), 1U);
}

void TestRedcap::validationTypes_data()
{
    QTest::addColumn<QString>("good");
    QTest::addColumn<QString>("bad");
    QTest::newRow("date_dmy") << u"2020-02-29"_s << u"29-02-2020"_s;
    QTest::newRow("datetime_seconds_mdy") << u"2020-02-29T10:11:12"_s << u"2020-02-30T10:11"_s;
    QTest::newRow("time") << u"23:59"_s << u"24:00"_s;
    QTest::newRow("integer") << u"-12"_s << u"1.5"_s;
    QTest::newRow("number") << u"1.50"_s << u"one"_s;
    QTest::newRow("number_comma_decimal") << u"1.5"_s << u"x"_s;
    QTest::newRow("email") << u"a.b@example.org"_s << u"a.b@example"_s;
    QTest::newRow("phone") << u"(615) 322-2222"_s << u"call me"_s;
    QTest::newRow("phone_australia") << u"(02) 1234 5678"_s << u"12"_s;
    QTest::newRow("phone_uk") << u"+44 7911 123456"_s << u"7911"_s;
    QTest::newRow("zipcode") << u"37215-1234"_s << u"3721"_s;
    QTest::newRow("postalcode_canada") << u"A0A 0A0"_s << u"00000"_s;
    QTest::newRow("postalcode_french") << u"69008"_s << u"6900"_s;
    QTest::newRow("postalcode_australia") << u"5000"_s << u"50000"_s;
    QTest::newRow("postalcode_germany") << u"10115"_s << u"D-10115"_s;
    QTest::newRow("ssn") << u"123-12-1234"_s << u"123121234"_s;
    QTest::newRow("alpha_only") << u"ABCxyz"_s << u"abc1"_s;
    QTest::newRow("mrn_10d") << u"1234567890"_s << u"123"_s;
    QTest::newRow("mrn_generic") << u"A123456789"_s << u"A 1"_s;
    QTest::newRow("vmrn") << u"123456"_s << u"12"_s;
    QTest::newRow("time_mm_ss") << u"59:59"_s << u"60:00"_s;
}

void TestRedcap::validationTypes()
{
    QFETCH(QString, good);
    QFETCH(QString, bad);
    const auto file = dictionary(QByteArray("t,main,,text,T,,,") + QTest::currentDataTag() + ",,,,,,,,,,\n");
    QVERIFY(file);
    const FormChecker checker = FormChecker::create(file->study, u"Form.main"_s).value();
    QCOMPARE(checker.evaluate(fieldsOf(u"t="_s + good)).findings.size(), 0U);
    const auto findings = checker.evaluate(fieldsOf(u"t="_s + bad)).findings;
    QCOMPARE(findings.size(), 1U);
    QCOMPARE(findings.front().severity, Severity::Error);
}

void TestRedcap::propertiesOfAField()
{
    const auto file =
        dictionary("w,main,,text,Weight,,in kg,number_1dp,\"20,5\",[t],y,,y,RH,7,m1,y,\"@READONLY @DEFAULT='70' "
                   "@HIDDEN-PDF free words\"\n"
                   "t,main,,text,T,,,number,,today,,,,,,,,\"@CALCTEXT(if([w]>(1),'a','b'))\"\n"
                   "u,main,,text,U,,,made_up,,,,,,,,,,@TODAY\n");
    QVERIFY(file);
    const ItemDef& item = *file->study->item(u"w");
    QCOMPARE(item.hint.in({}), u"in kg"_s);
    QVERIFY(item.identifying);
    QVERIFY(item.readOnly);
    QCOMPARE(item.initial, u"70"_s);
    QCOMPARE(item.matrix, u"m1"_s);
    QCOMPARE(item.significantDigits, 1);
    QCOMPARE(item.rangeChecks.size(), 2U);
    QCOMPARE(item.rangeChecks[0].values, QStringList{u"20.5"_s});
    QVERIFY(!item.rangeChecks[0].hard);
    QCOMPARE(item.rangeChecks[1].expressions.front().text, u"[w] <= [t]"_s);
    QVERIFY(file->study->groups.front().items.front().mandatory);
    QCOMPARE(file->study->methods.front().expressions.front().text, u"if([w]>(1),'a','b')"_s);
    for (const char* element : {"w: Custom Alignment", "w: Question Number", "w: Field Annotation"})
        QVERIFY2(mentions(file->report.dropped, QString::fromLatin1(element)), element);
    for (const char* element : {"w: Matrix Ranking", "u: Text Validation Type", "u: Field Annotation"})
        QVERIFY2(mentions(file->report.approximated, QString::fromLatin1(element)), element);
    QCOMPARE(file->report.dropped.front().place, u"row 3"_s);
}

void TestRedcap::sectionsAndForms()
{
    const auto file = dictionary("a,main,First,text,A,,,,,,,,,,,,,\nb,main,,text,B,,,,,,,,,,,,,\n"
                                 "c,main,Second,text,C,,,,,,,,,,,,,\nd,adverse_events,,text,D,,,,,,,,,,,,,\n");
    QVERIFY(file);
    const StudyDefinition& study = *file->study;
    QCOMPARE(study.forms.size(), 2U);
    QCOMPARE(study.forms[1].description.in({}), u"Adverse events"_s);
    QCOMPARE(study.forms[0].groups.size(), 2U);
    const ItemGroupDef& first = *study.group(study.forms[0].groups[0].groupOid);
    QCOMPARE(first.description.in({}), u"First"_s);
    QCOMPARE(first.items.size(), 2U);
    QCOMPARE(study.group(study.forms[0].groups[1].groupOid)->description.in({}), u"Second"_s);
    QCOMPARE(study.events.front().forms.size(), 2U);
}

void TestRedcap::choices_data()
{
    QTest::addColumn<QString>("cell");
    QTest::addColumn<QStringList>("codes");
    QTest::newRow("plain") << u"0, No | 1, Yes"_s << QStringList{u"0=No"_s, u"1=Yes"_s};
    QTest::newRow("no spaces, commas in labels") << u"1,A,B|2,C"_s << QStringList{u"1=A,B"_s, u"2=C"_s};
    QTest::newRow("negative and words") << u"-9, Unknown | abc, Word"_s << QStringList{u"-9=Unknown"_s, u"abc=Word"_s};
    QTest::newRow("no comma") << u"yes | no"_s << QStringList{u"yes=yes"_s, u"no=no"_s};
    QTest::newRow("empty parts") << u" | 1, A | | "_s << QStringList{u"1=A"_s};
    QTest::newRow("nothing") << QString() << QStringList();
}

void TestRedcap::choices()
{
    QFETCH(QString, cell);
    QStringList codes;
    for (const auto& [code, label] : redcap::choicesOf(cell))
        codes.append(code + u'=' + label);
    QTEST(codes, "codes");
}

void TestRedcap::markupBecomesText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("plain");
    QTest::newRow("none") << u"a < b & c"_s << u"a < b & c"_s;
    QTest::newRow("tags") << u"<div class=\"rich\"><p>One <b>two</b></p><p>Three</p></div>"_s << u"One two\nThree"_s;
    QTest::newRow("script") << u"x<script>alert(1)</script>y"_s << u"xalert(1)y"_s;
    QTest::newRow("references") << u"5 &lt; 6 &amp; &#176; &#x4e2d; &nosuch;"_s << u"5 < 6 & ° 中 &nosuch;"_s;
    QTest::newRow("never closed") << u"a <b c"_s << u"a <b c"_s;
}

void TestRedcap::markupBecomesText()
{
    QFETCH(QString, text);
    QTEST(redcap::withoutMarkup(text), "plain");
}

void TestRedcap::headersOfTheApiAndOldExports()
{
    const auto api = samples::read("field_name,form_name,field_type,field_label\r\nid,f,text,Id\r\na,f,text,A\r\n");
    QVERIFY(api);
    QCOMPARE(api->study->items.size(), 1U);
    const auto marked = samples::read("\xEF\xBB\xBF" + header + identifier + "a,main,,text,A,,,,,,,,,,,,,\n");
    QVERIFY(marked);
    QCOMPARE(marked->study->items.size(), 1U);
}

void TestRedcap::brokenDictionaries_data()
{
    QTest::addColumn<QByteArray>("document");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("where");
    QTest::newRow("no type column") << QByteArray("field_name,form_name\na,b\n") << ErrorCode::Invalid << u"row 1"_s;
    QTest::newRow("only the identifier") << header + identifier << ErrorCode::Invalid << QString();
    QTest::newRow("open quote") << header + identifier + "a,main,,text,\"A" << ErrorCode::Unreadable << u"line 3"_s;
    QTest::newRow("cell too many") << header + identifier + "a,main" + QByteArray(17, ',') + "x\n"
                                   << ErrorCode::Unreadable << u"line 3"_s;
}

void TestRedcap::brokenDictionaries()
{
    QFETCH(QByteArray, document);
    QFETCH(QString, where);
    const auto file = samples::read(document);
    QVERIFY(!file);
    QTEST(file.error().code, "code");
    QVERIFY2(file.error().where.startsWith(where), qPrintable(file.error().where));
}

void TestRedcap::realProjects()
{
    if (samples::realData(u"redcap-rsvc"_s).isEmpty())
        QSKIP("No real data here.");
    int files = 0;
    QDirIterator each(samples::realData(u"redcap-rsvc"_s), QStringList{u"*.xml"_s}, QDir::Files,
                      QDirIterator::Subdirectories);
    while (each.hasNext()) {
        const QString path = each.next();
        const auto file = readStudyFile(path);
        QVERIFY2(file, qPrintable(path + (file ? QString() : file.error().english() + file.error().where)));
        QVERIFY2(file->report.dialect.startsWith(u"REDCap"), qPrintable(path));
        QVERIFY2(!file->study->events.empty() && !file->study->events.front().forms.empty(), qPrintable(path));
        for (const FormDef& form : file->study->forms)
            QVERIFY2(FormChecker::create(file->study, form.oid), qPrintable(path));
        ++files;
    }
    QVERIFY(files >= 8);
}

void TestRedcap::eventsOfAProject()
{
    const auto file = samples::read(
        "<ODM xmlns=\"http://www.cdisc.org/ns/odm/v1.3\" xmlns:redcap=\"https://projectredcap.org\" "
        "ODMVersion=\"1.3.1\"><Study OID=\"P\"><GlobalVariables><StudyName>N</StudyName><StudyDescription/>"
        "<ProtocolName>N</ProtocolName><redcap:RepeatingInstrumentsAndEvents><redcap:RepeatingInstruments>"
        "<redcap:RepeatingInstrument redcap:UniqueEventName=\"base_arm_1\" redcap:RepeatInstrument=\"log\" "
        "redcap:CustomLabel=\"\"/></redcap:RepeatingInstruments></redcap:RepeatingInstrumentsAndEvents>"
        "</GlobalVariables><MetaDataVersion OID=\"M\" Name=\"V\"><Protocol><StudyEventRef StudyEventOID=\"E2\"/>"
        "<StudyEventRef StudyEventOID=\"E1\"/></Protocol>"
        "<StudyEventDef OID=\"E1\" Name=\"Later\" redcap:EventName=\"Later\" redcap:ArmName=\"Drug\" "
        "redcap:DayOffset=\"30\" redcap:OffsetMin=\"2\" redcap:OffsetMax=\"3\"><FormRef FormOID=\"Form.log\" "
        "Mandatory=\"No\"/></StudyEventDef><StudyEventDef OID=\"E2\" Name=\"Base\" redcap:EventName=\"Base\"/>"
        "<FormDef OID=\"Form.log\" Name=\"Log\" redcap:FormName=\"log\"><ItemGroupRef ItemGroupOID=\"log.id\"/>"
        "</FormDef><ItemGroupDef OID=\"log.id\" Name=\"log\"><ItemRef ItemOID=\"id\" redcap:Variable=\"id\"/>"
        "<ItemRef ItemOID=\"b___1\" redcap:Variable=\"b\"/><ItemRef ItemOID=\"b___2\" redcap:Variable=\"b\"/>"
        "<ItemRef ItemOID=\"log_complete\" redcap:Variable=\"log_complete\"/></ItemGroupDef>"
        "<ItemDef OID=\"id\" Name=\"id\" redcap:Variable=\"id\" redcap:FieldType=\"text\"/>"
        "<ItemDef OID=\"b___1\" Name=\"b___1\" redcap:Variable=\"b\" redcap:FieldType=\"checkbox\" "
        "redcap:BranchingLogic=\"[id] = '1'\"><Question><TranslatedText>Box</TranslatedText></Question>"
        "<CodeListRef CodeListOID=\"b___1.choices\"/></ItemDef>"
        "<ItemDef OID=\"b___2\" Name=\"b___2\" redcap:Variable=\"b\" redcap:FieldType=\"checkbox\"/>"
        "<CodeList OID=\"b___1.choices\" Name=\"b\" redcap:CheckboxChoices=\"1, one|2, two\"/>"
        "</MetaDataVersion></Study><ClinicalData StudyOID=\"P\"/></ODM>");
    QVERIFY2(file, qPrintable(file ? QString() : file.error().english()));
    const StudyDefinition& study = *file->study;
    QCOMPARE(study.events.size(), 2U);
    QCOMPARE(study.events[0].name, u"Base"_s);
    QCOMPARE(study.events[1].arm, u"Drug"_s);
    QCOMPARE(study.events[1].targetDay, std::optional(30));
    QCOMPARE(study.events[1].windowBefore, 2);
    QCOMPARE(study.events[1].windowAfter, 3);
    QVERIFY(study.forms.front().repeating);
    QCOMPARE(study.items.size(), 1U);
    QVERIFY(study.items.front().multiple);
    QCOMPARE(study.codeLists.front().items.size(), 2U);
    QVERIFY(mentions(file->report.dropped, u"ClinicalData"_s));
    // The record's identifier is no item any more: the rule about it is for people.
    const FormChecker checker = FormChecker::create(file->study, u"Form.log"_s).value();
    QCOMPARE(checker.evaluate({}).findings.front().code, u"by_hand"_s);
}

void TestRedcap::realDictionaries()
{
    if (samples::realData(u"redcap-redcapr"_s).isEmpty())
        QSKIP("No real data here.");
    int files = 0;
    for (const QString& folder : {u"redcap-redcapr"_s, u"redcap-rsvc"_s}) {
        QDirIterator each(samples::realData(folder), QStringList{u"*dictiona*.csv"_s, u"*Dictionary*.csv"_s},
                          QDir::Files, QDirIterator::Subdirectories);
        while (each.hasNext()) {
            const QString path = each.next();
            const auto file = readStudyFile(path);
            if (!file && file.error().code == ErrorCode::Invalid)
                continue; // a project of the identifier alone
            QVERIFY2(file, qPrintable(path + (file ? QString() : file.error().english() + file.error().where)));
            ++files;
            for (const FormDef& form : file->study->forms)
                QVERIFY2(FormChecker::create(file->study, form.oid), qPrintable(path));
            qInfo("%s: %zu items, %zu rules, %d mapped, %zu approximated, %zu dropped",
                  qPrintable(path.section(u'/', -2)), file->study->items.size(),
                  file->study->conditions.size() + file->study->methods.size(), file->report.mapped,
                  file->report.approximated.size(), file->report.dropped.size());
        }
    }
    QVERIFY(files >= 20);
}

void TestRedcap::bothFormsOfAProjectGiveTheSame_data()
{
    QTest::addColumn<QString>("folder");
    const QString root = samples::realData(u"redcap-redcapr"_s);
    if (root.isEmpty())
        QSKIP("No real data here.");
    for (const QFileInfo& folder : QDir(root).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        const QDir files(folder.filePath());
        if (files.exists(u"project.xml"_s) && !files.entryList({u"diction*.csv"_s}).isEmpty())
            QTest::newRow(qPrintable(folder.fileName())) << folder.filePath();
    }
}

void TestRedcap::bothFormsOfAProjectGiveTheSame()
{
    QFETCH(QString, folder);
    const auto table = readStudyFile(folder + u'/' + QDir(folder).entryList({u"diction*.csv"_s}).front());
    if (!table && table.error().code == ErrorCode::Invalid)
        QSKIP("A project of the identifier alone.");
    QVERIFY(table);
    const auto odm = readStudyFile(folder + u"/project.xml"_s);
    QVERIFY2(odm, qPrintable(odm ? QString() : odm.error().english() + odm.error().where));
    QCOMPARE(odm->report.dialect, u"REDCap ODM 1.3.1"_s);
    const StudyDefinition& a = *table->study;
    const StudyDefinition& b = *odm->study;
    for (const FormDef& form : a.forms)
        QVERIFY2(b.form(form.oid), qPrintable(form.oid));
    QCOMPARE(b.forms.size(), a.forms.size());
    // The files themselves differ here: a field was turned into a calculation or added between the two exports, and the
    // project XML does not hold a slider's limits.
    const QStringList changed{u"metadata-write/age"_s, u"simple/interpreter_needed"_s,
                              u"validation-types-1/f_slider"_s};
    const QString project = QFileInfo(folder).fileName() + u'/';
    bool same = true;
    for (const ItemDef& item : b.items) {
        const bool expected = !changed.contains(project + item.oid);
        same = same && expected;
        const ItemDef* other = a.item(item.oid);
        QVERIFY2((other && *other == item) == expected, qPrintable(item.oid));
    }
    for (const ItemDef& item : a.items)
        QVERIFY2(b.item(item.oid), qPrintable(item.oid));
    if (!same)
        return;
    QVERIFY(b.groups == a.groups);
    QVERIFY(b.codeLists == a.codeLists);
    QVERIFY(b.conditions == a.conditions);
    QVERIFY(b.methods == a.methods);
}

QTEST_APPLESS_MAIN(TestRedcap)
#include "tst_redcap.moc"
