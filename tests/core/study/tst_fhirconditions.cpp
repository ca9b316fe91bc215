// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/dialects.h"
#include "tests/core/study/fhirsamples.h"

#include <QTest>

using namespace sitebook;
using namespace Qt::StringLiterals;
using samples::evaluated;
using samples::isByHand;
using samples::mentions;
using samples::readItems;

namespace {

// One question of each type for a condition to look at.
const QByteArray questions =
    R"({"linkId":"c","text":"C","type":"choice","answerOption":[{"valueCoding":{"system":"s","code":"x","display":"Ex"}},
    {"valueCoding":{"system":"s","code":"y"}},{"valueCoding":{"system":"t","code":"x"}}]},
    {"linkId":"n","text":"N","type":"integer"},{"linkId":"dec","text":"D","type":"decimal"},
    {"linkId":"b","text":"B","type":"boolean"},{"linkId":"s","text":"S","type":"string"},
    {"linkId":"d","text":"D","type":"date"},{"linkId":"dt","text":"DT","type":"dateTime"},
    {"linkId":"ti","text":"T","type":"time"},{"linkId":"qty","text":"Q","type":"quantity"},
    {"linkId":"out","text":"O","type":"choice","answerValueSet":"http://example.org/elsewhere"},
    {"linkId":"ci","text":"CI","type":"choice","answerOption":[{"valueInteger":9},{"valueInteger":10}]},
    {"linkId":"od]d","text":"Odd","type":"boolean"},{"linkId":"grp","text":"G","type":"group","item":[
    {"linkId":"in","text":"I","type":"string"}]},
    {"linkId":"m","text":"M","type":"choice","repeats":true,"answerOption":[{"valueCoding":{"code":"1"}},
    {"valueCoding":{"code":"2"}}]})";

QByteArray when(const QByteArray& question, const QByteArray& sign, const QByteArray& answer)
{
    QByteArray text = "{'question':'QUESTION','operator':'SIGN',";
    return text.replace('\'', '"').replace("QUESTION", question).replace("SIGN", sign) + answer + '}';
}

QByteArray asked(const QByteArray& linkId, const QByteArray& conditions, const QByteArray& behavior = "any",
                 const QByteArray& more = {})
{
    QByteArray text = "{'linkId':'LINK','text':'T','type':'string','enableBehavior':'BEHAVIOR','enableWhen':[";
    return text.replace('\'', '"').replace("LINK", linkId).replace("BEHAVIOR", behavior) + conditions + ']' + more +
           '}';
}

} // namespace

class TestFhirConditions final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void enableWhenDecides_data();
    void enableWhenDecides();
    void whatCannotBeSaidIsKeptForPeople_data();
    void whatCannotBeSaidIsKeptForPeople();
    void answersAreNeverReadAsExpressions();
    void severalConditionsNeedABehavior();
    void aQuestionThatIsNotAskedHasNoAnswer();
    void groupsAndQuestionsTakeTheirContentsAlong();
    void circlesAreReportedAndEnd_data();
    void circlesAreReportedAndEnd();
    void fhirPathHidesNothing();
    void fhirPathOfAGroupReachesAllInIt();
    void fhirPathAndEnableWhenTogether();
    void computedItemsCanBeTyped();
    void constraintsAndLimitsThatAreExpressions();
};

void TestFhirConditions::enableWhenDecides_data()
{
    QTest::addColumn<QByteArray>("conditions");
    QTest::addColumn<QString>("answers");
    QTest::addColumn<bool>("isAsked");
    const auto row = [](const char* name, const QByteArray& conditions, const QString& answers, bool isAsked) {
        QTest::newRow(name) << conditions << answers << isAsked;
    };
    const QByteArray x = R"("answerCoding":{"system":"s","code":"x"})";
    row("coding =", when("c", "=", x), u"c=x"_s, true);
    row("coding = other", when("c", "=", x), u"c=y"_s, false);
    row("coding = other system", when("c", "=", x), u"c=t|x"_s.replace(u'|', QChar(0x7f)), false);
    row("coding = by display", when("c", "=", R"("answerCoding":{"display":"Ex"})"), u"c=x"_s, true);
    row("coding = not offered", when("c", "=", R"("answerCoding":{"system":"u","code":"x"})"), u"c=x"_s, false);
    row("coding = unanswered", when("c", "=", x), {}, false);
    row("coding != other", when("c", "!=", x), u"c=y"_s, true);
    row("coding != same", when("c", "!=", x), u"c=x"_s, false);
    row("coding != unanswered", when("c", "!=", x), {}, true);
    row("outside by code", when("out", "=", R"("answerCoding":{"code":"k","display":"Kay"})"), u"out=k"_s, true);
    row("outside by display", when("out", "=", R"("answerCoding":{"code":"k","display":"Kay"})"), u"out=Kay"_s, true);
    row("outside !=", when("out", "!=", R"("answerCoding":{"code":"k","display":"Kay"})"), u"out=Kay"_s, false);
    row("one of several", when("m", "=", R"("answerCoding":{"code":"2"})"), u"m=1;2"_s, true);
    row("none of several", when("m", "!=", R"("answerCoding":{"code":"2"})"), u"m=1;2"_s, false);
    row("several unanswered", when("m", "!=", R"("answerCoding":{"code":"2"})"), {}, true);
    row("integer <", when("n", "<", R"("answerInteger":10)"), u"n=9"_s, true);
    row("integer < equal", when("n", "<", R"("answerInteger":10)"), u"n=10"_s, false);
    row("integer < unanswered", when("n", "<", R"("answerInteger":10)"), {}, false);
    row("integer <=", when("n", "<=", R"("answerInteger":10)"), u"n=10"_s, true);
    row("integer > negative", when("n", ">", R"("answerInteger":-5)"), u"n=-4"_s, true);
    row("integer >= decimal", when("n", ">=", R"("answerDecimal":9.5)"), u"n=10"_s, true);
    row("integer as text", when("n", "=", R"("answerInteger":"5")"), u"n=5"_s, true);
    row("decimal = written otherwise", when("dec", "=", R"("answerDecimal":1.10)"), u"dec=1.1"_s, true);
    row("decimal exponent", when("dec", ">", R"("answerDecimal":1e3)"), u"dec=1001"_s, true);
    row("quantity", when("qty", ">", R"("answerQuantity":{"value":70,"unit":"kg"})"), u"qty=70.5"_s, true);
    row("coded integers by number", when("ci", "<", R"("answerInteger":10)"), u"ci=9"_s, true);
    row("boolean", when("b", "=", R"("answerBoolean":true)"), u"b=true"_s, true);
    row("boolean other", when("b", "=", R"("answerBoolean":false)"), u"b=true"_s, false);
    row("boolean != unanswered", when("b", "!=", R"("answerBoolean":true)"), {}, true);
    row("string with a quote", when("s", "=", R"("answerString":"it's")"), u"s=it's"_s, true);
    row("string case", when("s", "=", R"("answerString":"Yes")"), u"s=yes"_s, false);
    row("linkId with a bracket", when("od]d", "=", R"("answerBoolean":true)"), u"od]d=true"_s, true);
    row("date >", when("d", ">", R"("answerDate":"2020-01-01")"), u"d=2020-02-01"_s, true);
    row("date > equal", when("d", ">", R"("answerDate":"2020-01-01")"), u"d=2020-01-01"_s, false);
    row("date >= equal", when("d", ">=", R"("answerDate":"2020-01-01")"), u"d=2020-01-01"_s, true);
    row("date < by its year alone", when("d", "<", R"("answerDate":"2020-01-01")"), u"d=2019"_s, true);
    row("date < in doubt", when("d", "<", R"("answerDate":"2020-06-01")"), u"d=2020"_s, false);
    row("date > in doubt", when("d", ">", R"("answerDate":"2020-06-01")"), u"d=2020"_s, false);
    row("date <= in doubt", when("d", "<=", R"("answerDate":"2020")"), u"d=2020-06"_s, false);
    row("date < unanswered", when("d", "<", R"("answerDate":"2020-06-01")"), {}, false);
    row("time = without seconds", when("ti", "=", R"("answerTime":"10:00:00")"), u"ti=10:00"_s, true);
    row("time >=", when("ti", ">=", R"("answerTime":"10:00:00")"), u"ti=10:00"_s, true);
    row("time < equal", when("ti", "<", R"("answerTime":"10:00:00")"), u"ti=10:00"_s, false);
    row("time !=", when("ti", "!=", R"("answerTime":"10:00:00")"), u"ti=10:00"_s, false);
    row("dateTime >", when("dt", ">", R"("answerDateTime":"2020-01-01T10:00:00Z")"), u"dt=2020-01-01T10:01Z"_s, true);
    row("dateTime = other zone", when("dt", "=", R"("answerDateTime":"2020-01-01T10:00:00Z")"),
        u"dt=2020-01-01T11:00:00+01:00"_s, true);
    row("dateTime > day", when("dt", ">", R"("answerDateTime":"2020-01-01")"), u"dt=2020-01-02T00:30"_s, true);
    row("dateTime > that day", when("dt", ">", R"("answerDateTime":"2020-01-01")"), u"dt=2020-01-01T00:30"_s, false);
    row("exists", when("n", "exists", R"("answerBoolean":true)"), u"n=1"_s, true);
    row("exists unanswered", when("n", "exists", R"("answerBoolean":true)"), {}, false);
    row("exists false", when("n", "exists", R"("answerBoolean":false)"), {}, true);
    row("exists false answered", when("n", "exists", R"("answerBoolean":false)"), u"n=1"_s, false);
    row("any", when("n", ">", R"("answerInteger":5)") + ',' + when("b", "=", R"("answerBoolean":true)"), u"b=true"_s,
        true);
    row("any of none", when("n", ">", R"("answerInteger":5)") + ',' + when("b", "=", R"("answerBoolean":true)"),
        u"n=5|b=false"_s, false);
}

void TestFhirConditions::enableWhenDecides()
{
    QFETCH(QByteArray, conditions);
    QFETCH(QString, answers);
    const auto file = readItems(asked("t", conditions) + ',' + questions);
    QVERIFY(file);
    Fields fields = samples::fieldsOf(answers);
    if (fields.text(u"c"_s).contains(QChar(0x7f)))
        fields.set(u"c"_s, fields.text(u"c"_s).replace(QChar(0x7f), u'|'));
    const FormEvaluation evaluation = FormChecker::create(file->study, u"Form.q"_s).value().evaluate(fields);
    QVERIFY2(evaluation.findings.empty(),
             qPrintable(evaluation.findings.empty() ? QString() : evaluation.findings.front().message.english()));
    QTEST(!evaluation.hidden.contains(u"t"_s), "isAsked");
}

void TestFhirConditions::whatCannotBeSaidIsKeptForPeople_data()
{
    QTest::addColumn<QByteArray>("condition");
    QTest::addColumn<QString>("kept");
    QTest::newRow("no such question") << when("nosuch", "=", R"("answerInteger":5)") << u"nosuch = 5"_s;
    QTest::newRow("a group") << when("grp", "exists", R"("answerBoolean":true)") << u"grp exists true"_s;
    QTest::newRow("unknown operator") << when("n", "~", R"("answerInteger":5)") << u"n ~ 5"_s;
    QTest::newRow("no answer") << QByteArray(R"({"question":"n","operator":"="})") << u"n ="_s;
    QTest::newRow("exists without answer") << QByteArray(R"({"question":"n","operator":"exists"})") << u"n exists"_s;
    QTest::newRow("no question") << QByteArray(R"({"operator":"=","answerInteger":5})") << u"= 5"_s;
    QTest::newRow("order of codes") << when("c", ">", R"("answerCoding":{"code":"x"})") << u"c > x"_s;
    QTest::newRow("order of several") << when("m", ">", R"("answerInteger":1)") << u"m > 1"_s;
    QTest::newRow("no number") << when("n", "=", R"("answerInteger":"five")") << u"n = five"_s;
    QTest::newRow("no truth") << when("b", "=", R"("answerBoolean":"perhaps")") << u"b = perhaps"_s;
}

void TestFhirConditions::whatCannotBeSaidIsKeptForPeople()
{
    QFETCH(QByteArray, condition);
    QFETCH(QString, kept);
    // Also when another condition beside it could be run: half of a rule is none.
    const QByteArray both = when("b", "=", R"("answerBoolean":true)") + ',' + condition;
    const auto file = readItems(asked("t", condition) + ',' + asked("u", both, "all") + ',' + questions);
    QVERIFY(file);
    QCOMPARE(file->study->conditions.front().expressions.front().context, dialect::fhirEnableWhen);
    QCOMPARE(file->study->conditions.front().expressions.front().text, kept);
    QVERIFY(mentions(file->report.approximated, u"enableWhen"_s, u"item[0].enableWhen[0]"_s));
    QVERIFY(mentions(file->report.approximated, u"enableWhen"_s, u"item[1].enableWhen[1]"_s));
    const FormEvaluation evaluation = evaluated(*file, {});
    QVERIFY(!evaluation.hidden.contains(u"t"_s));
    QVERIFY(!evaluation.hidden.contains(u"u"_s));
    QVERIFY(isByHand(evaluation, u"t"_s));
    QVERIFY(isByHand(evaluation, u"u"_s));
}

void TestFhirConditions::answersAreNeverReadAsExpressions()
{
    const auto file = readItems(asked("t", when("n", "=", R"("answerInteger":"1) or (true")")) + ',' +
                                asked("u", when("s", "=", R"("answerString":"') or ('a'='a")")) + ',' + questions);
    QVERIFY(file);
    const FormEvaluation evaluation = evaluated(*file, u"n=2"_s);
    QVERIFY(isByHand(evaluation, u"t"_s));
    QVERIFY(evaluation.hidden.contains(u"u"_s));
    QVERIFY(!evaluated(*file, u"s=') or ('a'='a"_s).hidden.contains(u"u"_s));
}

void TestFhirConditions::severalConditionsNeedABehavior()
{
    const QByteArray two = when("n", "=", R"("answerInteger":1)") + ',' + when("b", "=", R"("answerBoolean":true)");
    const auto file = readItems(asked("all", two, "all") + R"(,{"linkId":"none","type":"string","enableWhen":[)" + two +
                                R"(]},{"linkId":"one","type":"string","enableWhen":[)" +
                                when("n", "=", R"("answerInteger":1)") + "]}," + questions);
    QVERIFY(file);
    QVERIFY(mentions(file->report.approximated, u"enableBehavior"_s, u"item[1]"_s));
    QVERIFY(!mentions(file->report.approximated, u"enableBehavior"_s, u"item[0]"_s));
    QVERIFY(!mentions(file->report.approximated, u"enableBehavior"_s, u"item[2]"_s));
    QCOMPARE(evaluated(*file, u"n=1"_s).hidden, QStringList{u"all"_s});
    QVERIFY(evaluated(*file, u"n=1|b=true"_s).hidden.isEmpty());
}

void TestFhirConditions::aQuestionThatIsNotAskedHasNoAnswer()
{
    const auto file = readItems(R"({"linkId":"a","text":"A","type":"boolean"},)" +
                                asked("x", when("a", "=", R"("answerBoolean":true)")) + ',' +
                                asked("y", when("x", "exists", R"("answerBoolean":true)")) + ',' +
                                asked("z", when("x", "!=", R"("answerString":"kept")")));
    QVERIFY(file);
    QVERIFY(evaluated(*file, u"a=true|x=kept"_s).hidden == QStringList{u"z"_s});
    QCOMPARE(evaluated(*file, u"a=false|x=kept"_s).hidden, (QStringList{u"x"_s, u"y"_s}));
}

void TestFhirConditions::groupsAndQuestionsTakeTheirContentsAlong()
{
    const auto file = readItems(
        R"({"linkId":"a","text":"A","type":"boolean"},{"linkId":"b","text":"B","type":"boolean"},
        {"linkId":"g","text":"G","type":"group","enableWhen":[{"question":"a","operator":"=","answerBoolean":true}],"item":[
        {"linkId":"p","text":"P","type":"string","item":[{"linkId":"pg","text":"PG","type":"group","item":[
        {"linkId":"pg1","text":"1","type":"string"}]},)" +
        asked("pc", when("b", "=", R"("answerBoolean":true)")) + R"(]},{"linkId":"g2","text":"2","type":"string"}]})");
    QVERIFY(file);
    QCOMPARE(evaluated(*file, u"b=true"_s).hidden, (QStringList{u"p"_s, u"pg1"_s, u"pc"_s, u"g2"_s}));
    QCOMPARE(evaluated(*file, u"a=true"_s).hidden, QStringList{u"pc"_s});
    QVERIFY(evaluated(*file, u"a=true|b=true"_s).hidden.isEmpty());
}

void TestFhirConditions::circlesAreReportedAndEnd_data()
{
    QTest::addColumn<QByteArray>("items");
    QTest::addColumn<QStringList>("inCircle");
    const auto exists = [](const QByteArray& question) { return when(question, "exists", R"("answerBoolean":true)"); };
    QTest::newRow("itself") << asked("a", exists("a")) << QStringList{u"a"_s};
    QTest::newRow("two") << asked("a", exists("b")) + ',' + asked("b", exists("a")) << QStringList{u"a"_s, u"b"_s};
    QTest::newRow("three, and one that looks in") << asked("a", exists("b")) + ',' + asked("b", exists("c")) + ',' +
                                                         asked("c", exists("a")) + ',' + asked("d", exists("a"))
                                                  << QStringList{u"a"_s, u"b"_s, u"c"_s};
    QTest::newRow("a group that asks what it holds") << R"({"linkId":"g","type":"group","enableWhen":[)" + exists("q") +
                                                            R"(],"item":[{"linkId":"q","type":"string"}]})"
                                                     << QStringList{u"g"_s};
    QTest::newRow("none") << asked("a", exists("b")) + ',' + asked("c", exists("b")) +
                                 R"(,{"linkId":"b","type":"string"})"
                          << QStringList();
}

void TestFhirConditions::circlesAreReportedAndEnd()
{
    QFETCH(QByteArray, items);
    const auto file = readItems(items);
    QVERIFY(file);
    QStringList reported;
    for (const FidelityEntry& entry : file->report.approximated)
        if (entry.note.contains(u"circle"_s))
            reported.append(entry.element.section(u' ', -1));
    QTEST(reported, "inCircle");
    const FormEvaluation evaluation = evaluated(*file, {});
    const bool byHand = std::any_of(evaluation.findings.begin(), evaluation.findings.end(),
                                    [](const Finding& finding) { return finding.code == "by_hand"_L1; });
    QCOMPARE(byHand, !reported.isEmpty());
    for (const ConditionDef& condition : file->study->conditions)
        QCOMPARE(condition.description.in({}).contains(u"circle"_s),
                 reported.contains(condition.oid.section(u'.', 0, 0)));
}

void TestFhirConditions::fhirPathHidesNothing()
{
    const auto file = readItems(
        R"({"linkId":"a","type":"string","extension":[{"url":"http://hl7.org/fhir/uv/sdc/StructureDefinition/)"
        R"(sdc-questionnaire-enableWhenExpression","valueExpression":{"language":"text/fhirpath","expression":"%x > 1"}}]},
        {"linkId":"b","type":"string","extension":[{"url":"http://hl7.org/fhir/uv/sdc/StructureDefinition/)"
        R"(sdc-questionnaire-initialExpression","valueExpression":{"language":"text/cql","expression":"X"}}]})");
    QVERIFY(file);
    QCOMPARE(file->study->conditions.front().expressions.front(), (FormalExpression{dialect::fhirPath, u"%x > 1"_s}));
    QCOMPARE(file->study->methods.front().expressions.front(), (FormalExpression{u"text/cql"_s, u"X"_s}));
    QVERIFY(mentions(file->report.approximated, u"enableWhenExpression"_s, u"item[0].extension[0]"_s));
    QVERIFY(mentions(file->report.approximated, u"initialExpression"_s, u"item[1].extension[0]"_s));
    const FormEvaluation evaluation = evaluated(*file, {});
    QVERIFY(evaluation.hidden.isEmpty());
    QVERIFY(isByHand(evaluation, u"a"_s));
    QVERIFY(isByHand(evaluation, u"b"_s));
}

void TestFhirConditions::fhirPathOfAGroupReachesAllInIt()
{
    const auto file = readItems(
        R"({"linkId":"g","type":"group","extension":[{"url":"http://x/sdc-questionnaire-enableWhenExpression",
        "valueExpression":{"language":"text/fhirpath","expression":"%x"}}],"item":[{"linkId":"a","type":"string"},
        {"linkId":"h","type":"group","item":[{"linkId":"b","type":"string"}]},{"linkId":"c","type":"string"}]},
        {"linkId":"d","type":"string"})");
    QVERIFY(file);
    const FormEvaluation evaluation = evaluated(*file, {});
    for (const QString& oid : {u"a"_s, u"b"_s, u"c"_s})
        QVERIFY2(isByHand(evaluation, oid), qPrintable(oid));
    QVERIFY(!isByHand(evaluation, u"d"_s));
}

// The group's own rule still hides; the expression in it leaves its question to people.
void TestFhirConditions::fhirPathAndEnableWhenTogether()
{
    const QByteArray path = R"("extension":[{"url":"http://x/sdc-questionnaire-enableWhenExpression",
        "valueExpression":{"language":"text/fhirpath","expression":"%x"}}])";
    const auto file = readItems(
        R"({"linkId":"a","type":"boolean"},{"linkId":"g","type":"group","enableWhen":[{"question":"a","operator":"=",
        "answerBoolean":true}],"item":[{"linkId":"b","type":"string",)" +
        path + R"(}]},{"linkId":"k","type":"group",)" + path +
        R"(,"enableWhen":[{"question":"a","operator":"=","answerBoolean":true}],"item":[{"linkId":"e","type":"string"}]},)" +
        asked("c", when("a", "=", R"("answerBoolean":true)"), "any", ',' + path));
    QVERIFY(file);
    const FormEvaluation without = evaluated(*file, {});
    QCOMPARE(without.hidden, (QStringList{u"b"_s, u"e"_s}));
    QVERIFY(isByHand(without, u"c"_s));
    const FormEvaluation with = evaluated(*file, u"a=true"_s);
    QVERIFY(with.hidden.isEmpty());
    QVERIFY(isByHand(with, u"b"_s) && isByHand(with, u"e"_s) && isByHand(with, u"c"_s));
    QVERIFY(mentions(file->report.approximated, u"enableWhen"_s, u"item[3]"_s));
}

void TestFhirConditions::computedItemsCanBeTyped()
{
    const auto file = readItems(
        R"({"linkId":"a","type":"decimal","readOnly":true,"required":true,"extension":[
        {"url":"http://x/sdc-questionnaire-calculatedExpression","valueExpression":{"expression":"%a*2"}},
        {"url":"http://hl7.org/fhir/StructureDefinition/questionnaire-hidden","valueBoolean":true}]})");
    QVERIFY(file);
    QVERIFY(!file->study->item(u"a")->readOnly);
    QVERIFY(!file->study->item(u"a")->hidden);
    const FormChecker checker = FormChecker::create(file->study, u"Form.q"_s).value();
    QVERIFY(!checker.computes(u"a"_s));
    QVERIFY(isByHand(evaluated(*file, u"a=3"_s), u"a"_s));
}

void TestFhirConditions::constraintsAndLimitsThatAreExpressions()
{
    const auto file = readItems(R"json({"linkId":"a","type":"date","extension":[
        {"url":"http://hl7.org/fhir/StructureDefinition/maxValue","_valueDate":{"extension":[
        {"url":"http://hl7.org/fhir/StructureDefinition/cqf-calculatedValue","valueExpression":{"expression":"today()"}}]}},
        {"url":"http://hl7.org/fhir/StructureDefinition/questionnaire-constraint","extension":[
        {"url":"expression","valueString":"$this > @2020"},{"url":"severity","valueCode":"warning"},
        {"url":"human","valueString":"Too early"}]}]})json");
    QVERIFY(file);
    const std::vector<RangeCheck>& checks = file->study->item(u"a")->rangeChecks;
    QCOMPARE(checks.size(), 2U);
    QCOMPARE(checks[0].expressions.front(), (FormalExpression{dialect::fhirPath, u"today()"_s}));
    QCOMPARE(checks[1].expressions.front(), (FormalExpression{dialect::fhirPath, u"$this > @2020"_s}));
    QVERIFY(!checks[1].hard);
    QCOMPARE(checks[1].errorMessage.in({}), u"Too early"_s);
    QVERIFY(isByHand(evaluated(*file, u"a=2019-01-01"_s), u"a"_s));
}

QTEST_APPLESS_MAIN(TestFhirConditions)
#include "tst_fhirconditions.moc"
