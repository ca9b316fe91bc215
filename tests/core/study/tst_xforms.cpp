// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/dialects.h"
#include "core/study/evaluator.h"
#include "core/study/xpathlexer.h"
#include "tests/core/study/bindcount.h"
#include "tests/core/study/xformsamples.h"

#include <QDirIterator>
#include <QTest>
#include <QXmlStreamReader>

using namespace sitebook;
using namespace Qt::StringLiterals;

using samples::BindCount;
using samples::fieldsOf;
using samples::mentions;
using samples::xform;

class TestXforms final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void xpathGivesItsValue_data();
    void xpathGivesItsValue();
    void mistakesInXpath_data();
    void mistakesInXpath();
    void pathsBecomeAbsolute_data();
    void pathsBecomeAbsolute();
    void everyControl();
    void bindsRule();
    void groupsRepeatsAndConditions();
    void choicesAndLanguages();
    void whatNobodyAsks();
    void refusals_data();
    void refusals();
    void realForms_data();
    void realForms();
};

void TestXforms::xpathGivesItsValue_data()
{
    QTest::addColumn<QString>("value");
    // /d/a = 1, /d/b = 2.5, /d/w = 'yes', /d/m = 'x;z', /d/day = 2026-11-20, /d/none without a value
    const std::pair<const char*, const char*> rows[] = {
        {"/d/a = 1", "1"},
        {"/d/w = 'yes'", "1"},
        {"/d/w != 'yes'", "0"},
        {"/d/none = ''", "1"},
        {"/d/none != ''", "0"},
        {"/d/none = 'x'", "0"},
        {"/d/none != 'x'", "1"},
        {"/d/none > 1", "0"},
        {"not(/d/none > 1)", "1"},
        {"/d/a + /d/b * 2", "6"},
        {"/d/b div 2", "1.25"},
        {"7 mod 3", "1"},
        {"-/d/a - 1", "-2"},
        {"/d/a + /d/none", ""},
        {"/d/a=1 and /d/w='yes'", "1"},
        {"/d/a=2 or /d/w='yes'", "1"},
        {"/d/w and true()", "1"},
        {"/d/none or false()", "0"},
        {"not(/d/none)", "1"},
        {"selected(/d/m, 'z')", "1"},
        {"selected(/d/m, 'y')", "0"},
        {"selected(/d/w, 'yes')", "1"},
        {"count-selected(/d/m)", "2"},
        {"if(/d/a = 1, 'one', 'other')", "one"},
        {"coalesce(/d/none, 'x')", "x"},
        {"concat('a', /d/w, /d/none)", "ayes"},
        {"string-length(/d/w)", "3"},
        {"string-length(/d/none)", "0"},
        {"contains(/d/w, 'es')", "1"},
        {"starts-with(/d/none, 'y')", "0"},
        {"substring(/d/w, 2, 1)", "e"},
        {"regex(/d/w, '[a-z]+')", "1"},
        {"round(/d/b, 0)", "3"},
        {"int(/d/b)", "2"},
        {"pow(2, 3)", "8"},
        {"sqrt(16)", "4"},
        {"min(/d/a, /d/b, /d/none)", "1"},
        {"number(/d/none)", ""},
        {"int((today() - /d/day) div 7)", "1"},
        {"/d/day < today()", "1"},
        {"/d/day <= today() + 7", "1"},
        {"/d/day > today() - 3", "0"},
        {"/d/day = today() - 7", "1"},
        {"/d/day != today() - 7", "0"},
        {"/d/none = today() - 7", "0"},
        {"/d/day < now()", "1"},
        {"/d/none < today()", "0"},
        {"/d/none <= '2026-01-01'", "0"},
        {"/d/none >= ''", "0"},
        {"'10' > '9'", "1"},
        {"'abc' < 'abd'", "0"},
        {"'09:30' < '10:00'", "1"},
        {"int(('2027-11-20' - /d/day) div 365.25)", "0"},
        {"'2027-11-20' - /d/day", "365"},
        {"string(/d/none) = ''", "1"},
        {"coalesce(/d/none, /d/none) = ''", "1"},
        {"(/d/a = 1) = 'true'", "1"},
        {"date(/d/day) = '2026-11-20'", "1"},
        {"today() - 7 = decimal-date-time(/d/day)", "1"},
        {"decimal-date-time(/d/day) + 0 > 20000", "1"},
        {"${a} = 1", "1"},
        {"boolean(/d/none)", "0"},
        {"(/d/a = 1) = true()", "1"},
        {"substr('abcdef', 2)", "cdef"},
        {"substr('abcdef', 1, 3)", "bc"},
        {"substr('abcdef', 0, -2)", "abcd"},
        {"substr('abcdef', -3, -1)", "de"},
        {"substr(/d/none, 0, 2)", ""},
        {"substr(/d/w, 0, string-length(/d/w) - 1)", "ye"},
    };
    for (const auto& [text, value] : rows)
        QTest::newRow(text) << QString::fromUtf8(value);
}

void TestXforms::xpathGivesItsValue()
{
    QFETCH(QString, value);
    const QString text = QString::fromUtf8(QTest::currentDataTag());
    Result<Expression> expression = parseFormal({{dialect::xforms, text}});
    QVERIFY2(expression, qPrintable(expression ? QString() : expression.error().english()));
    const QStringList names{u"a"_s, u"b"_s, u"w"_s, u"m"_s, u"day"_s, u"none"_s};
    const std::vector<Value> values{Value::of(1.0),    Value::of(2.5),           Value::of(u"yes"),
                                    Value::of(u"x;z"), Value::of(u"2026-11-20"), Value()};
    QVERIFY(bindItems(*expression,
                      [&](const QString& name) { return std::optional<int>(names.indexOf(name.section(u'/', -1))); }));
    EvaluationScratch scratch(QDateTime(QDate(2026, 11, 27), QTime(9, 0)));
    const Value result = evaluate(*expression, values, scratch);
    QCOMPARE(result.isMissing()                 ? QString()
             : result.kind == Value::Kind::Text ? result.text.toString()
                                                : QString::number(result.number, 'g', 10),
             value);
}

void TestXforms::mistakesInXpath_data()
{
    QTest::addColumn<ErrorCode>("code");
    const std::pair<const char*, ErrorCode> rows[] = {
        {"/d/a =", ErrorCode::Invalid},
        {"(/d/a", ErrorCode::Invalid},
        {"'open", ErrorCode::Invalid},
        {"/d/a ; 1", ErrorCode::Invalid},
        {"/d/a[1] = 2", ErrorCode::Unsupported},
        {"instance('x')/root/item[name = 1]/label", ErrorCode::Unsupported},
        {"position(..)", ErrorCode::Unsupported},
        {"pulldata('f', 'a', 'b', /d/a)", ErrorCode::Unsupported},
        {"uuid()", ErrorCode::Unsupported},
        {"once(today())", ErrorCode::Unsupported},
        {"date(/d/a + 280)", ErrorCode::Unsupported},
        {"if(/d/a, 1)", ErrorCode::Invalid},
        {"/d/a /d/b", ErrorCode::Invalid},
    };
    for (const auto& [text, code] : rows)
        QTest::newRow(text) << code;
    QTest::newRow("deep") << ErrorCode::Invalid;
    QTest::newRow("chain") << ErrorCode::Invalid;
    QTest::newRow("long") << ErrorCode::Invalid;
}

void TestXforms::mistakesInXpath()
{
    QString text = QString::fromUtf8(QTest::currentDataTag());
    if (text == u"deep")
        text = QString(50'000, u'(');
    if (text == u"chain")
        text = u"1"_s + u"+1"_s.repeated(30'000);
    if (text == u"long")
        text = u"1"_s + u"+1"_s.repeated(100'000);
    const auto expression = parseFormal({{dialect::xforms, text}});
    QVERIFY(!expression);
    QTEST(expression.error().code, "code");
}

void TestXforms::pathsBecomeAbsolute_data()
{
    QTest::addColumn<QString>("node");
    QTest::addColumn<QString>("absolute");
    const auto row = [](const char* text, const char* node, const char* absolute) {
        QTest::newRow(text) << QString::fromUtf8(node) << QString::fromUtf8(absolute);
    };
    row(".>=18", "/d/age", "/d/age>=18");
    row(". < ../max", "/d/g/age", "/d/g/age < /d/g/max");
    row("../../x = 'a/b'", "/d/g/age", "/d/x = 'a/b'");
    row("current()/../x = 1", "/d/g/age", "/d/g/x = 1");
    row(" /d/a = 1 and not(/d/b) ", "/d/c", "/d/a = 1 and not(/d/b)");
    row("selected(., 'x') or ../y div 2 > .5", "/d/m", "selected(/d/m, 'x') or /d/y div 2 > .5");
    row("decimal-date-time(../day) - 1", "/d/m", "decimal-date-time(/d/day) - 1");
    row("/d/date-of-birth != ''", "/d/m", "/d/date-of-birth != ''");
    row("'open", "/d/m", "'open");
    row("../größe > 1 and ../重量 < 3", "/d/g/m", "/d/g/größe > 1 and /d/g/重量 < 3");
    row("ändern(.) or ../a", "/d/m", "ändern(/d/m) or /d/a");
    row("/d/orx:meta/orx:instanceID", "/d/m", "/d/meta/instanceID");
    row("sum(../r[x = 1]/y)", "/d/m", "sum(../r[x = 1]/y)");
    row("'[' = ../a", "/d/m", "'[' = /d/a");
}

void TestXforms::pathsBecomeAbsolute()
{
    QFETCH(QString, node);
    QTEST(withAbsolutePaths(QString::fromUtf8(QTest::currentDataTag()), node), "absolute");
}

void TestXforms::everyControl()
{
    const auto file = samples::read(xform(
        "<instance><data id=\"f\" "
        "version=\"7\"><i/><n>5</n><d/><day/><dt/><t/><b/><s1/><s/><u/><sig/><tr/><r/><ra/><g/><bar/>"
        "<tx/><meta><instanceID/></meta></data></instance>"
        "<bind nodeset=\"/data/n\" type=\"int\"/><bind nodeset=\"/data/d\" type=\"decimal\"/>"
        "<bind nodeset=\"/data/day\" type=\"xsd:date\"/><bind nodeset=\"/data/dt\" type=\"dateTime\"/>"
        "<bind nodeset=\"/data/t\" type=\"time\"/><bind nodeset=\"/data/b\" type=\"boolean\"/>"
        "<bind nodeset=\"/data/u\" type=\"binary\"/><bind nodeset=\"/data/g\" type=\"geopoint\"/>"
        "<bind nodeset=\"/data/bar\" type=\"barcode\"/><bind nodeset=\"/data/r\" type=\"int\"/>",
        "<input ref=\"/data/i\"><label>Text</label><hint>Help</hint></input><input ref=\"/data/n\"/><input "
        "ref=\"/data/d\"/>"
        "<input ref=\"/data/day\"/><input ref=\"/data/dt\"/><input ref=\"/data/t\"/><input ref=\"/data/b\"/>"
        "<select1 ref=\"/data/s1\" appearance=\"minimal\"><item><label>A</label><value>a</value></item></select1>"
        "<select "
        "ref=\"/data/s\"><item><label>A</label><value>a</value></item><item><label>B</label><value>b</value></item>"
        "</select><upload ref=\"/data/u\" mediatype=\"image/*\"/><upload ref=\"/data/sig\" appearance=\"signature\"/>"
        "<trigger ref=\"/data/tr\"><label>Read it</label></trigger><range ref=\"/data/r\" start=\"1\" end=\"9\" "
        "step=\"1\"/>"
        "<rank ref=\"/data/ra\"><item><label>A</label><value>a</value></item></rank><input ref=\"/data/g\"/>"
        "<input ref=\"/data/bar\"/><input ref=\"/data/tx\" appearance=\"multiline strange\"/>"));
    QVERIFY2(file, qPrintable(file ? QString() : file.error().english()));
    const StudyDefinition& study = *file->study;
    QCOMPARE(study.versionOid, u"7"_s);
    QCOMPARE(study.forms.front().oid, u"f"_s);
    QCOMPARE(study.items.size(), 17U);
    QCOMPARE(study.item(u"/data/i")->control, Control::Line);
    QCOMPARE(study.item(u"/data/i")->question.in({}), u"Text"_s);
    QCOMPARE(study.item(u"/data/i")->hint.in({}), u"Help"_s);
    QCOMPARE(study.item(u"/data/n")->dataType, DataType::Integer);
    QCOMPARE(study.item(u"/data/n")->initial, u"5"_s);
    QCOMPARE(study.item(u"/data/d")->dataType, DataType::Decimal);
    QCOMPARE(study.item(u"/data/day")->dataType, DataType::Date);
    QCOMPARE(study.item(u"/data/dt")->dataType, DataType::DateTime);
    QCOMPARE(study.item(u"/data/t")->dataType, DataType::Time);
    QCOMPARE(study.item(u"/data/b")->dataType, DataType::Boolean);
    QCOMPARE(study.item(u"/data/s1")->control, Control::List);
    QVERIFY(study.item(u"/data/s")->multiple);
    QCOMPARE(study.item(u"/data/u")->control, Control::File);
    QCOMPARE(study.item(u"/data/sig")->control, Control::Signature);
    QVERIFY(study.codeList(u"/data/tr.choices")->find(u"OK"));
    QCOMPARE(study.item(u"/data/r")->control, Control::Slider);
    QCOMPARE(study.item(u"/data/r")->rangeChecks.size(), 2U);
    QVERIFY(study.item(u"/data/ra")->multiple);
    QCOMPARE(study.item(u"/data/g")->control, Control::Location);
    QCOMPARE(study.item(u"/data/bar")->control, Control::Barcode);
    QCOMPARE(study.item(u"/data/tx")->control, Control::LongText);
    for (const char* element : {"rank", "appearance strange", "mediatype"})
        QVERIFY2(mentions(file->report.approximated, QString::fromLatin1(element)), element);
    QVERIFY(mentions(file->report.dropped, u"instanceID"_s));
}

void TestXforms::bindsRule()
{
    const auto file = samples::read(
        xform("<instance><d id=\"f\"><age/><guardian/><dose/><twice/><odd/></d></instance>"
              "<bind nodeset=\"/d/age\" type=\"int\" required=\"true()\" constraint=\". &gt;= 0 and . &lt; 120\" "
              "jr:constraintMsg=\"No such age\"/>"
              "<bind nodeset=\"/d/guardian\" relevant=\"../age &lt; 18\" required=\"../age &lt; 16\"/>"
              "<bind nodeset=\"/d/twice\" type=\"int\" calculate=\"/d/age * 2\" readonly=\"true()\"/>"
              "<bind nodeset=\"/d/odd\" relevant=\"position(..) = 1\"/>",
              "<input ref=\"/d/age\"/><input ref=\"/d/guardian\"/><input ref=\"/d/dose\"/><input ref=\"/d/twice\"/>"
              "<input ref=\"/d/odd\"/>"));
    QVERIFY(file);
    const FormChecker checker = FormChecker::create(file->study, u"f"_s).value();
    const auto codes = [&](const QString& answers) {
        QStringList found;
        for (const Finding& finding : checker.evaluate(fieldsOf(answers)).findings)
            found.append(finding.field.section(u'/', -1) + u':' + finding.code);
        return found;
    };
    QCOMPARE(codes({}), (QStringList{u"age:required"_s, u"odd:by_hand"_s}));
    QCOMPARE(checker.evaluate({}).hidden, QStringList{u"/d/guardian"_s});
    QCOMPARE(codes(u"/d/age=130"_s), (QStringList{u"age:check"_s, u"odd:by_hand"_s}));
    QCOMPARE(checker.evaluate(fieldsOf(u"/d/age=130"_s)).findings.front().message.english(), u"No such age"_s);
    QCOMPARE(codes(u"/d/age=15"_s), (QStringList{u"guardian:required"_s, u"odd:by_hand"_s}));
    QCOMPARE(codes(u"/d/age=17"_s), QStringList{u"odd:by_hand"_s});
    QCOMPARE(checker.evaluate(fieldsOf(u"/d/age=17"_s)).computed.text(u"/d/twice"), u"34"_s);
    QVERIFY(file->study->item(u"/d/twice")->readOnly);
    QVERIFY(mentions(file->report.approximated, u"/d/odd.relevant"_s));
}

void TestXforms::groupsRepeatsAndConditions()
{
    const auto file = samples::read(xform(
        "<instance><d id=\"f\"><on/><g><a/><h><b/></h><c/></g><r jr:template=\"\"><x/></r><z/></d></instance>"
        "<bind nodeset=\"/d/g\" relevant=\"/d/on = 'y'\"/><bind nodeset=\"/d/g/h\" relevant=\"/d/g/a = '1'\"/>",
        "<input ref=\"/d/on\"/><group ref=\"/d/g\" appearance=\"field-list\"><label>G</label><input ref=\"/d/g/a\"/>"
        "<group ref=\"/d/g/h\"><label>H</label><input ref=\"/d/g/h/b\"/></group><input ref=\"/d/g/c\"/></group>"
        "<group ref=\"/d/r\"><label>People</label><repeat nodeset=\"/d/r\" jr:count=\"3\"><input "
        "ref=\"/d/r/x\"/></repeat>"
        "</group><input ref=\"/d/z\"/>"));
    QVERIFY2(file, qPrintable(file ? QString() : file.error().english()));
    const StudyDefinition& study = *file->study;
    QStringList order;
    for (const ItemGroupRef& ref : study.forms.front().groups)
        for (const ItemRef& item : study.group(ref.groupOid)->items)
            order.append(item.itemOid.section(u'/', -1));
    QCOMPARE(order, (QStringList{u"on"_s, u"a"_s, u"b"_s, u"c"_s, u"x"_s, u"z"_s}));
    QCOMPARE(study.group(u"/d/g")->description.in({}), u"G"_s);
    QVERIFY(study.group(u"/d/r")->repeating);
    QCOMPARE(study.group(u"/d/r")->maxRepeats, 3);
    QCOMPARE(study.group(u"/d/r")->description.in({}), u"People"_s);
    const FormChecker checker = FormChecker::create(file->study, u"f"_s).value();
    QCOMPARE(checker.evaluate({}).hidden.size(), 3);
    QCOMPARE(checker.evaluate(fieldsOf(u"/d/on=y"_s)).hidden, QStringList{u"/d/g/h/b"_s});
    QVERIFY(checker.evaluate(fieldsOf(u"/d/on=y|/d/g/a=1"_s)).hidden.isEmpty());
    QVERIFY(mentions(file->report.approximated, u"appearance field-list"_s));
}

void TestXforms::choicesAndLanguages()
{
    const auto file = samples::read(xform(
        "<itext><translation lang=\"French (fr)\"><text id=\"q\"><value>Quel âge ?</value></text>"
        "<text id=\"one\"><value>Un</value></text></translation><translation default=\"true()\" lang=\"English (en)\">"
        "<text id=\"q\"><value>How old is <output value=\" /d/name \"/>?</value><value form=\"guidance\">In "
        "years</value>"
        "<value form=\"audio\">jr://audio/q.mp3</value></text><text id=\"one\"><value>One</value></text></translation>"
        "</itext><instance><d id=\"f\"><q/><c/><e/></d></instance><instance id=\"list\"><root><item><name>1</name>"
        "<itextId>one</itextId></item><item><name>2</name></item></root></instance>"
        "<instance id=\"far\" src=\"jr://file-csv/far.csv\"/>",
        "<input ref=\"/d/q\"><label ref=\"jr:itext('q')\"/></input><select1 ref=\"/d/c\"><label>C</label>"
        "<itemset nodeset=\"instance('list')/root/item[name != /d/q]\"><value ref=\"name\"/>"
        "<label ref=\"jr:itext(itextId)\"/></itemset></select1><select1 ref=\"/d/e\"><itemset "
        "nodeset=\"instance('far')/root/item\"><value ref=\"name\"/><label ref=\"label\"/></itemset></select1>"));
    QVERIFY2(file, qPrintable(file ? QString() : file.error().english()));
    const StudyDefinition& study = *file->study;
    QCOMPARE(study.languages, (QStringList{u"en"_s, u"fr"_s}));
    QCOMPARE(study.item(u"/d/q")->question.in(u"en"_s), u"How old is {name}?"_s);
    QCOMPARE(study.item(u"/d/q")->question.in(u"fr"_s), u"Quel âge ?"_s);
    QCOMPARE(study.item(u"/d/q")->hint.in(u"en"_s), u"In years"_s);
    const CodeList& list = *study.codeList(u"/d/c.choices");
    QCOMPARE(list.items.size(), 2U);
    QCOMPARE(list.items[0].decode.in(u"fr"_s), u"Un"_s);
    QCOMPARE(list.items[1].decode.in(u"fr"_s), u"2"_s); // never blank
    QVERIFY(study.item(u"/d/e")->codeListOid.isEmpty());
    QVERIFY(mentions(file->report.approximated, u"itemset of /d/c"_s));
    QVERIFY(mentions(file->report.approximated, u"itemset of /d/e"_s));
    QVERIFY(mentions(file->report.approximated, u"output /d/name"_s));
    QVERIFY(mentions(file->report.dropped, u"form audio"_s));
}

void TestXforms::whatNobodyAsks()
{
    const auto file =
        samples::read(xform("<instance><d id=\"f\"><a/><sum/><fixed>9</fixed><lost/><start/></d></instance>"
                            "<bind nodeset=\"/d/sum\" type=\"int\" calculate=\"/d/a + /d/fixed\"/>"
                            "<bind nodeset=\"/d/start\" jr:preload=\"timestamp\" jr:preloadParams=\"start\"/>"
                            "<submission action=\"http://example.org\"/>",
                            "<input ref=\"/d/a\"/><input ref=\"/d/a\"/><input/>"));
    QVERIFY(file);
    QVERIFY(file->study->item(u"/d/sum")->hidden);
    QCOMPARE(file->study->item(u"/d/fixed")->initial, u"9"_s);
    for (const char* element : {"/d/lost", "/d/start", "submission", "input /d/a", "@jr:preloadParams"})
        QVERIFY2(mentions(file->report.dropped, QString::fromLatin1(element)), element);
    const FormChecker checker = FormChecker::create(file->study, u"f"_s).value();
    QCOMPARE(checker.evaluate(fieldsOf(u"/d/a=1|/d/fixed=9"_s)).computed.text(u"/d/sum"), u"10"_s);
}

void TestXforms::refusals_data()
{
    QTest::addColumn<QByteArray>("document");
    QTest::addColumn<ErrorCode>("code");
    const QByteArray good = xform("<instance><d id=\"f\"><a/></d></instance>", "<input ref=\"/d/a\"/>");
    QTest::newRow("cut off") << good.left(good.size() - 20) << ErrorCode::Unreadable;
    QTest::newRow("no instance") << xform({}, "<input ref=\"/d/a\"/>") << ErrorCode::Invalid;
    QTest::newRow("nothing asked") << xform("<instance><d id=\"f\"><a/></d></instance>", {}) << ErrorCode::Invalid;
    QTest::newRow("deep") << xform(QByteArray("<a>").repeated(5000), {}) << ErrorCode::Unreadable;
    QTest::newRow("entity") << QByteArray(good).replace("<h:html", "<!DOCTYPE x [<!ENTITY e \"x\">]><h:html")
                            << ErrorCode::Unreadable;
}

void TestXforms::refusals()
{
    QFETCH(QByteArray, document);
    const auto file = samples::read(document);
    QVERIFY(!file);
    QTEST(file.error().code, "code");
    QVERIFY(!file.error().where.isEmpty());
}

void TestXforms::realForms_data()
{
    QTest::addColumn<QString>("path");
    const QString root = samples::realData(u"xforms"_s);
    if (root.isEmpty())
        QSKIP("No real data here.");
    QDirIterator each(root, QStringList{u"*.xml"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (each.hasNext()) {
        const QString path = each.next();
        QTest::newRow(qPrintable(QFileInfo(path).fileName())) << path;
    }
}

void TestXforms::realForms()
{
    QFETCH(QString, path);
    // Counted in the file itself.
    QFile source(path);
    QVERIFY(source.open(QIODevice::ReadOnly));
    QXmlStreamReader xml(&source);
    QSet<QString> controls;
    BindCount expected;
    bool isForm = false;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        const QStringView name = xml.name();
        isForm = isForm || name == u"html";
        if (name == u"bind")
            expected.add(xml.attributes());
        for (const QStringView control : {u"input", u"select", u"select1", u"upload", u"trigger", u"range", u"rank"})
            if (name == control && !xml.attributes().value(u"ref"_s).isEmpty())
                controls.insert(xml.attributes().value(u"ref"_s).toString());
    }
    const auto file = readStudyFile(path);
    if (!isForm || controls.isEmpty()) {
        QVERIFY(!file);
        QVERIFY(!file.error().english().isEmpty());
        return;
    }
    QVERIFY2(file, qPrintable(file ? QString() : file.error().english() + u' ' + file.error().where));
    size_t shown = 0;
    for (const ItemDef& item : file->study->items)
        shown += item.hidden ? 0 : 1;
    QCOMPARE(shown, static_cast<size_t>(controls.size()));
    QCOMPARE(BindCount::of(*file->study).text(), expected.text());
    for (const FormDef& form : file->study->forms)
        QVERIFY(FormChecker::create(file->study, form.oid));
    for (const FidelityEntry& entry : file->report.approximated)
        QVERIFY2(!entry.place.isEmpty(), qPrintable(entry.element));
    for (const FidelityEntry& entry : file->report.dropped)
        QVERIFY2(!entry.place.isEmpty(), qPrintable(entry.element));
    qInfo("%s: %zu items, %s, %d mapped, %zu approximated, %zu dropped", qPrintable(QFileInfo(path).fileName()),
          file->study->items.size(), qPrintable(expected.text()), file->report.mapped, file->report.approximated.size(),
          file->report.dropped.size());
}

QTEST_APPLESS_MAIN(TestXforms)
#include "tst_xforms.moc"
