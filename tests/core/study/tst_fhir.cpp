// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/dialects.h"
#include "core/study/formchecker.h"
#include "tests/core/study/studysamples.h"

#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace sitebook;
using namespace Qt::StringLiterals;

namespace {

QByteArray questionnaire(const QByteArray& items, const QByteArray& more = {})
{
    return R"({"resourceType":"Questionnaire","url":"http://example.org/q","version":"2","id":"q","title":"Trial",)" +
           more + R"("status":"draft","item":[)" + items + "]}";
}

Result<StudyFile> read(const QByteArray& items, const QByteArray& more = {})
{
    return samples::read(questionnaire(items, more));
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

class TestFhir final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyItemType_data();
    void everyItemType();
    void propertiesOfAnItem();
    void optionsAndWeights();
    void containedValueSets();
    void enableWhenDecides_data();
    void enableWhenDecides();
    void groupsNestAndRepeat();
    void childrenOfAQuestion();
    void loopsAndMissingQuestionsAreReported();
    void fhirPathIsKeptAndCheckedByHand();
    void translationsAndCopyright();
    void refusals_data();
    void refusals();
    void realQuestionnaires_data();
    void realQuestionnaires();
};

void TestFhir::everyItemType_data()
{
    QTest::addColumn<DataType>("type");
    QTest::addColumn<Control>("control");
    QTest::newRow("boolean") << DataType::Boolean << Control::Automatic;
    QTest::newRow("decimal") << DataType::Decimal << Control::Automatic;
    QTest::newRow("integer") << DataType::Integer << Control::Automatic;
    QTest::newRow("date") << DataType::PartialDate << Control::Automatic;
    QTest::newRow("dateTime") << DataType::DateTime << Control::Automatic;
    QTest::newRow("time") << DataType::Time << Control::Automatic;
    QTest::newRow("string") << DataType::Text << Control::Line;
    QTest::newRow("text") << DataType::Text << Control::LongText;
    QTest::newRow("url") << DataType::Text << Control::Line;
    QTest::newRow("quantity") << DataType::Decimal << Control::Automatic;
    QTest::newRow("attachment") << DataType::Text << Control::File;
    QTest::newRow("display") << DataType::Text << Control::Display;
    QTest::newRow("reference") << DataType::Text << Control::Automatic;
    QTest::newRow("choice") << DataType::Text << Control::Automatic;
}

void TestFhir::everyItemType()
{
    const QByteArray type = QTest::currentDataTag();
    const auto file = read(R"({"linkId":"a","text":"A","type":")" + type + "\"}");
    QVERIFY(file);
    QCOMPARE(file->report.dialect, u"FHIR Questionnaire"_s);
    QTEST(file->study->item(u"a")->dataType, "type");
    QTEST(file->study->item(u"a")->control, "control");
    QCOMPARE(mentions(file->report.approximated, u"type \"%1\""_s.arg(QString::fromUtf8(type))),
             type == "reference" || type == "choice");
}

void TestFhir::propertiesOfAnItem()
{
    const auto file =
        read(R"({"linkId":"w","prefix":"1.","text":"Weight","type":"decimal","required":true,"readOnly":true,
        "initial":[{"valueDecimal":1.10}],"code":[{"system":"http://loinc.org","code":"29463-7"}],"definition":"x",
        "extension":[{"url":"http://hl7.org/fhir/StructureDefinition/questionnaire-unit","valueCoding":{"code":"kg"}},
        {"url":"http://hl7.org/fhir/StructureDefinition/minValue","valueDecimal":0.5},
        {"url":"http://hl7.org/fhir/StructureDefinition/maxValue","valueDecimal":300},
        {"url":"http://hl7.org/fhir/StructureDefinition/maxDecimalPlaces","valueInteger":1},
        {"url":"http://hl7.org/fhir/StructureDefinition/entryFormat","valueString":"nn.n"},
        {"url":"http://example.org/unknown","valueString":"?"}]},
        {"linkId":"s","text":"S","type":"string","maxLength":9,"extension":[
        {"url":"http://hl7.org/fhir/StructureDefinition/regex","valueString":"[A-Z]+"},
        {"url":"http://hl7.org/fhir/StructureDefinition/questionnaire-hidden","valueBoolean":true}]},
        {"linkId":"r","type":"string","text":"R","repeats":true})");
    QVERIFY(file);
    const ItemDef& weight = *file->study->item(u"w");
    QCOMPARE(weight.question.in({}), u"1. Weight"_s);
    QCOMPARE(weight.initial, u"1.10"_s); // as it was written
    QCOMPARE(weight.unit, u"kg"_s);
    QCOMPARE(weight.rangeChecks.size(), 2U);
    QCOMPARE(weight.rangeChecks[0].values, QStringList{u"0.5"_s});
    QVERIFY(weight.rangeChecks[0].hard);
    QCOMPARE(weight.significantDigits, 1);
    QCOMPARE(weight.hint.in({}), u"nn.n"_s);
    QVERIFY(weight.readOnly);
    QCOMPARE(weight.aliases.front().name, u"29463-7"_s);
    QVERIFY(file->study->groups.front().items.front().mandatory);
    QCOMPARE(file->study->item(u"s")->pattern, u"[A-Z]+"_s);
    QCOMPARE(file->study->item(u"s")->length, 9);
    QVERIFY(file->study->item(u"s")->hidden);
    QVERIFY(mentions(file->report.dropped, u"extension unknown"_s));
    QVERIFY(mentions(file->report.dropped, u"definition"_s));
    QVERIFY(mentions(file->report.approximated, u"repeats"_s));
    QCOMPARE(file->report.dropped.back().place, u"item[0]"_s);
}

void TestFhir::optionsAndWeights()
{
    const auto file = read(R"({"linkId":"q","text":"Q","type":"choice","repeats":true,"answerOption":[
        {"valueCoding":{"system":"s1","code":"1","display":"One"},"initialSelected":true},
        {"valueCoding":{"system":"s2","code":"1","display":"Other one"}},
        {"valueCoding":{"system":"s1","code":"1","display":"Again"}},
        {"valueString":"free"},{"valueInteger":7,"initialSelected":true}]},
        {"linkId":"p","text":"P","type":"open-choice","answerOption":[
        {"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/ordinalValue","valueDecimal":3}],
        "valueCoding":{"code":"LA6571-9","display":"Nearly every day"}},
        {"valueCoding":{"code":"LA6568-5","display":"Not at all","extension":[
        {"url":"http://hl7.org/fhir/StructureDefinition/itemWeight","valueDecimal":0}]}}]})");
    QVERIFY(file);
    const CodeList& list = *file->study->codeList(file->study->item(u"q")->codeListOid);
    QCOMPARE(list.items.size(), 4U);
    QCOMPARE(list.items[1].codedValue, u"s2|1"_s);
    QCOMPARE(list.items[0].decode.in({}), u"One"_s);
    QVERIFY(file->study->item(u"q")->multiple);
    QCOMPARE(file->study->item(u"q")->initial, u"1;7"_s);
    QVERIFY(mentions(file->report.dropped, u"coding"_s)); // the same code twice
    const ItemDef& open = *file->study->item(u"p");
    QVERIFY(open.openChoice);
    QCOMPARE(file->study->codeList(open.codeListOid)->find(u"LA6571-9")->weight, std::optional(3.0));
    QCOMPARE(file->study->codeList(open.codeListOid)->find(u"LA6568-5")->weight, std::optional(0.0));
    const FormChecker checker = FormChecker::create(file->study, u"Form.q"_s).value();
    QVERIFY(checker.evaluate(fieldsOf(u"p=anything"_s)).findings.empty());
    QCOMPARE(checker.evaluate(fieldsOf(u"q=1;nosuch"_s)).findings.front().code, u"code_list"_s);
}

void TestFhir::containedValueSets()
{
    const auto file = read(
        R"({"linkId":"q","text":"Q","type":"choice","answerValueSet":"#vs"},
        {"linkId":"x","text":"X","type":"choice","answerValueSet":"http://example.org/elsewhere"})",
        R"("contained":[{"resourceType":"ValueSet","id":"vs","compose":{"include":[{"system":"s","concept":[
        {"code":"a","display":"A"},{"code":"b","display":"B"}]}]}}],)");
    QVERIFY(file);
    QCOMPARE(file->study->codeList(file->study->item(u"q")->codeListOid)->items.size(), 2U);
    QVERIFY(file->study->item(u"x")->codeListOid.isEmpty());
    QVERIFY(mentions(file->report.approximated, u"answerValueSet http://example.org/elsewhere"_s));
}

void TestFhir::enableWhenDecides_data()
{
    QTest::addColumn<QByteArray>("when");
    QTest::addColumn<QString>("answers");
    QTest::addColumn<bool>("asked");
    const auto row = [](const char* name, const char* when, const QString& answers, bool asked) {
        QTest::newRow(name) << QByteArray(when) << answers << asked;
    };
    const char* equal = R"({"question":"c","operator":"=","answerCoding":{"code":"x"}})";
    const char* unequal = R"({"question":"c","operator":"!=","answerCoding":{"code":"x"}})";
    const char* less = R"({"question":"n","operator":"<","answerInteger":10})";
    row("= met", equal, u"c=x"_s, true);
    row("= other", equal, u"c=y"_s, false);
    row("= unanswered", equal, {}, false);
    row("!= met", unequal, u"c=y"_s, true);
    row("!= equal", unequal, u"c=x"_s, false);
    row("!= unanswered", unequal, {}, true);
    row("< met", less, u"n=9"_s, true);
    row("< equal", less, u"n=10"_s, false);
    row("< unanswered", less, {}, false);
    row(">= equal", R"({"question":"n","operator":">=","answerDecimal":9.5})", u"n=10"_s, true);
    row("exists", R"({"question":"n","operator":"exists","answerBoolean":true})", u"n=1"_s, true);
    row("exists, unanswered", R"({"question":"n","operator":"exists","answerBoolean":true})", {}, false);
    row("exists false", R"({"question":"n","operator":"exists","answerBoolean":false})", {}, true);
    row("boolean", R"({"question":"b","operator":"=","answerBoolean":true})", u"b=true"_s, true);
    row("boolean false", R"({"question":"b","operator":"=","answerBoolean":false})", u"b=true"_s, false);
    row("string with a quote", R"({"question":"s","operator":"=","answerString":"it's"})", u"s=it's"_s, true);
    row("date", R"({"question":"d","operator":">","answerDate":"2020-01-01"})", u"d=2020-02-01"_s, true);
    row("one of several", R"({"question":"m","operator":"=","answerCoding":{"code":"2"}})", u"m=1;2"_s, true);
    row("none of several", R"({"question":"m","operator":"!=","answerCoding":{"code":"2"}})", u"m=1;2"_s, false);
    row("any",
        R"({"question":"n","operator":">","answerInteger":5},{"question":"b","operator":"=","answerBoolean":true})",
        u"b=true"_s, true);
}

void TestFhir::enableWhenDecides()
{
    QFETCH(QByteArray, when);
    QFETCH(QString, answers);
    QFETCH(bool, asked);
    const auto file = read(R"({"linkId":"t","text":"T","type":"string","enableBehavior":"any","enableWhen":[)" + when +
                           R"(]},{"linkId":"c","text":"C","type":"choice","answerOption":[{"valueCoding":{"code":"x"}},
        {"valueCoding":{"code":"y"}}]},{"linkId":"n","text":"N","type":"integer"},{"linkId":"b","text":"B","type":"boolean"},
        {"linkId":"s","text":"S","type":"string"},{"linkId":"d","text":"D","type":"date"},
        {"linkId":"m","text":"M","type":"choice","repeats":true,"answerOption":[{"valueCoding":{"code":"1"}},
        {"valueCoding":{"code":"2"}}]})");
    QVERIFY(file);
    const FormChecker checker = FormChecker::create(file->study, u"Form.q"_s).value();
    const FormEvaluation evaluation = checker.evaluate(fieldsOf(answers));
    QVERIFY(evaluation.findings.empty());
    QCOMPARE(!evaluation.hidden.contains(u"t"_s), asked);
}

void TestFhir::groupsNestAndRepeat()
{
    const auto file = read(R"({"linkId":"b","text":"B","type":"boolean"},{"linkId":"g","text":"Outer","type":"group",
        "enableWhen":[{"question":"b","operator":"=","answerBoolean":true}],"item":[{"linkId":"g1","text":"One","type":"string"},
        {"linkId":"h","text":"Inner","type":"group","repeats":true,"extension":[
        {"url":"http://hl7.org/fhir/StructureDefinition/questionnaire-maxOccurs","valueInteger":3}],"item":[
        {"linkId":"h1","text":"Two","type":"string"},{"linkId":"k","text":"K","type":"group","repeats":true,"item":[
        {"linkId":"k1","text":"Three","type":"string"}]}]},{"linkId":"g2","text":"Four","type":"string"}]})");
    QVERIFY(file);
    const StudyDefinition& study = *file->study;
    QStringList order;
    for (const ItemGroupRef& ref : study.forms.front().groups)
        for (const ItemRef& item : study.group(ref.groupOid)->items)
            order.append(item.itemOid);
    QCOMPARE(order, (QStringList{u"b"_s, u"g1"_s, u"h1"_s, u"k1"_s, u"g2"_s}));
    QVERIFY(study.group(u"h")->repeating);
    QCOMPARE(study.group(u"h")->maxRepeats, 3);
    QCOMPARE(study.group(u"h")->level, 1);
    QVERIFY(!study.group(u"k")->repeating);
    QVERIFY(mentions(file->report.approximated, u"repeats"_s));
    const FormChecker checker = FormChecker::create(file->study, u"Form.q"_s).value();
    QCOMPARE(checker.evaluate(fieldsOf(u"b=false"_s)).hidden, (QStringList{u"g1"_s, u"h1"_s, u"k1"_s, u"g2"_s}));
    QVERIFY(checker.evaluate(fieldsOf(u"b=true"_s)).hidden.isEmpty());
}

void TestFhir::childrenOfAQuestion()
{
    const auto file = read(R"({"linkId":"b","text":"B","type":"boolean"},{"linkId":"p","text":"P","type":"string",
        "enableWhen":[{"question":"b","operator":"=","answerBoolean":true}],"item":[{"linkId":"c","text":"C","type":"string"},
        {"linkId":"help","text":"Ask softly","type":"display","extension":[
        {"url":"http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl","valueCodeableConcept":{"coding":[
        {"code":"help"}]}}]}]})");
    QVERIFY(file);
    QCOMPARE(file->study->item(u"p")->hint.in({}), u"Ask softly"_s);
    QVERIFY(!file->study->item(u"help"));
    const FormChecker checker = FormChecker::create(file->study, u"Form.q"_s).value();
    QCOMPARE(checker.evaluate(fieldsOf(u"b=false"_s)).hidden, (QStringList{u"p"_s, u"c"_s}));
}

void TestFhir::loopsAndMissingQuestionsAreReported()
{
    const auto file =
        read(R"({"linkId":"a","text":"A","type":"boolean","enableWhen":[{"question":"b","operator":"exists",
        "answerBoolean":true}]},{"linkId":"b","text":"B","type":"boolean","enableWhen":[{"question":"a","operator":"exists",
        "answerBoolean":true}]},{"linkId":"c","text":"C","type":"boolean","enableWhen":[{"question":"nosuch","operator":"=",
        "answerBoolean":true}]},{"linkId":"c","text":"Twice","type":"boolean"},{"type":"boolean","text":"Nameless"})");
    QVERIFY(file);
    QVERIFY(mentions(file->report.approximated, u"enableWhen of a"_s));
    QVERIFY(mentions(file->report.approximated, u"linkId c"_s));
    QVERIFY(mentions(file->report.approximated, u"linkId"_s));
    QCOMPARE(file->study->items.size(), 5U);
    const FormChecker checker = FormChecker::create(file->study, u"Form.q"_s).value();
    const FormEvaluation evaluation = checker.evaluate({});
    const auto byHand = std::count_if(evaluation.findings.begin(), evaluation.findings.end(),
                                      [](const Finding& finding) { return finding.code == "by_hand"_L1; });
    QVERIFY(byHand >= 2);
    QVERIFY(!evaluation.hidden.contains(u"c"_s)); // never silently hidden
}

void TestFhir::fhirPathIsKeptAndCheckedByHand()
{
    const auto file = read(R"({"linkId":"bmi","text":"BMI","type":"decimal","extension":[
        {"url":"http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression","valueExpression":
        {"language":"text/fhirpath","expression":"%a*2"}}]})");
    QVERIFY(file);
    QCOMPARE(file->study->methods.front().expressions.front().context, dialect::fhirPath);
    QCOMPARE(file->study->methods.front().expressions.front().text, u"%a*2"_s);
    const FormChecker checker = FormChecker::create(file->study, u"Form.q"_s).value();
    QVERIFY(!checker.computes(u"bmi")); // a person types it
    QCOMPARE(checker.evaluate(fieldsOf(u"bmi=20"_s)).findings.front().code, u"by_hand"_s);
}

void TestFhir::translationsAndCopyright()
{
    const auto file = read(R"({"linkId":"a","text":"Gewicht","type":"decimal","_text":{"extension":[
        {"url":"http://hl7.org/fhir/StructureDefinition/translation","extension":[{"url":"lang","valueCode":"zh"},
        {"url":"content","valueString":"体重"}]}]}})",
                           R"("language":"de","copyright":"No permission required","publisher":"P",)");
    QVERIFY(file);
    QCOMPARE(file->study->item(u"a")->question.in(u"zh"_s), u"体重"_s);
    QCOMPARE(file->study->item(u"a")->question.in(u"de"_s), u"Gewicht"_s);
    QCOMPARE(file->study->languages, (QStringList{u"de"_s, u"zh"_s}));
    QVERIFY(file->study->forms.front().description.in(u"de"_s).contains(u"No permission required"));
    QVERIFY(mentions(file->report.dropped, u"publisher"_s));
}

void TestFhir::refusals_data()
{
    QTest::addColumn<QByteArray>("document");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("where");
    QTest::newRow("cut off") << questionnaire(R"({"linkId":"a","type":"string"})").chopped(1) << ErrorCode::Unreadable
                             << u"line 1"_s;
    QTest::newRow("another resource") << QByteArray(R"({"resourceType":"Patient","id":"p"})") << ErrorCode::Invalid
                                      << QString();
    QTest::newRow("nothing asked") << questionnaire({}) << ErrorCode::Invalid << QString();
    QTest::newRow("modifier") << questionnaire(R"({"linkId":"a","type":"string","text":"A","modifierExtension":[
        {"url":"http://example.org/not"}]})")
                              << ErrorCode::Unsupported << u"item[0].modifierExtension"_s;
    QTest::newRow("deep") << QByteArray(R"({"resourceType":"Questionnaire","item":)" + QByteArray(5000, '['))
                          << ErrorCode::Unreadable << u"line 1"_s;
}

void TestFhir::refusals()
{
    QFETCH(QByteArray, document);
    QFETCH(QString, where);
    const auto file = samples::read(document);
    QVERIFY(!file);
    QTEST(file.error().code, "code");
    QVERIFY2(file.error().where.startsWith(where), qPrintable(file.error().where));
    QVERIFY(!file.error().english().isEmpty());
}

void TestFhir::realQuestionnaires_data()
{
    QTest::addColumn<QString>("path");
    const QString root = samples::realData(u"fhir-questionnaire"_s);
    if (root.isEmpty())
        QSKIP("No real data here.");
    QDirIterator each(root, QStringList{u"*.json"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (each.hasNext()) {
        const QString path = each.next();
        QTest::newRow(qPrintable(path.section(u'/', -2))) << path;
    }
}

void TestFhir::realQuestionnaires()
{
    QFETCH(QString, path);
    QFile source(path);
    QVERIFY(source.open(QIODevice::ReadOnly));
    const QJsonObject root = QJsonDocument::fromJson(source.readAll()).object();
    const auto file = readStudyFile(path);
    if (root.value(u"resourceType").toString() != "Questionnaire"_L1) {
        QVERIFY(!file);
        QCOMPARE(file.error().code, ErrorCode::Invalid);
        return;
    }
    QVERIFY2(file, qPrintable(file ? QString() : file.error().english() + u' ' + file.error().where));
    // Counted in the file itself: questions, groups, and those that are help of another.
    size_t questions = 0;
    size_t groups = 0;
    size_t hints = 0;
    const std::function<void(const QJsonArray&, bool)> count = [&](const QJsonArray& items, bool inQuestion) {
        for (const auto& each : items) {
            const QJsonObject item = each.toObject();
            const bool group = item.value(u"type").toString() == "group"_L1;
            const QString text = QString::fromUtf8(QJsonDocument(item).toJson(QJsonDocument::Compact));
            const bool hint = inQuestion && item.value(u"type").toString() == "display"_L1 &&
                              text.contains("questionnaire-itemControl"_L1);
            ++(group ? groups : hint ? hints : questions);
            count(item.value(u"item").toArray(), !group);
        }
    };
    count(root.value(u"item").toArray(), false);
    QVERIFY2(file->study->items.size() >= questions && file->study->items.size() <= questions + hints,
             qPrintable(u"%1 of %2"_s.arg(file->study->items.size()).arg(questions)));
    for (const FormDef& form : file->study->forms)
        QVERIFY(FormChecker::create(file->study, form.oid));
    qInfo("%s: %zu items, %zu groups, %zu rules, %d mapped, %zu approximated, %zu dropped",
          qPrintable(path.section(u'/', -2)), file->study->items.size(), groups,
          file->study->conditions.size() + file->study->methods.size(), file->report.mapped,
          file->report.approximated.size(), file->report.dropped.size());
}

QTEST_APPLESS_MAIN(TestFhir)
#include "tst_fhir.moc"
