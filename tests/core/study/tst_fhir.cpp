// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/study/fhirsamples.h"

#include <QTest>

using namespace sitebook;
using namespace Qt::StringLiterals;

using samples::extension;
using samples::fieldsOf;
using samples::mentions;
using samples::questionnaire;
using samples::readItems;

class TestFhir final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyItemType_data();
    void everyItemType();
    void propertiesOfAnItem();
    void optionsAndWeights();
    void containedValueSets();
    void groupsNestAndRepeat();
    void subgroupsOfARepeatingGroupRepeat();
    void sectionsNeverShareAnOid();
    void groupsSayThingsAboutWhatTheyHold();
    void childrenOfAQuestion();
    void limitsOfTimesAndTexts();
    void severalAnswersAreCounted();
    void markupIsShownAsText();
    void badValuesAreReportedNotStored();
    void nothingIsLostSilently();
    void linkIdsTwiceOrMissing();
    void translationsAndCopyright();
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
    QTest::newRow("reference") << DataType::Text << Control::Line;
    QTest::newRow("choice") << DataType::Text << Control::Line;
    QTest::newRow("coding") << DataType::Text << Control::Line;
}

void TestFhir::everyItemType()
{
    const QByteArray type = QTest::currentDataTag();
    const auto file = readItems(R"({"linkId":"a","text":"A","type":")" + type + "\"}");
    QVERIFY(file);
    QCOMPARE(file->report.dialect, u"FHIR Questionnaire"_s);
    QTEST(file->study->item(u"a")->dataType, "type");
    QTEST(file->study->item(u"a")->control, "control");
    const bool approximated = type == "reference" || type == "url" || type == "choice" || type == "coding";
    QCOMPARE(mentions(file->report.approximated, u"type \"%1\""_s.arg(QString::fromUtf8(type)), u"item[0]"_s),
             approximated);
}

void TestFhir::propertiesOfAnItem()
{
    const auto file =
        readItems(R"({"linkId":"w","prefix":"1.","text":"Weight","type":"decimal","required":true,"readOnly":true,
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
    QVERIFY(mentions(file->report.dropped, u"extension unknown"_s, u"item[0].extension[5]"_s));
    QVERIFY(mentions(file->report.dropped, u"definition"_s, u"item[0].definition"_s));
}

void TestFhir::optionsAndWeights()
{
    const auto file = readItems(R"({"linkId":"q","text":"Q","type":"choice","repeats":true,"answerOption":[
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
    const auto file = readItems(
        R"({"linkId":"q","text":"Q","type":"choice","answerValueSet":"#vs"},
        {"linkId":"x","text":"X","type":"choice","answerValueSet":"http://example.org/elsewhere"})",
        R"("contained":[{"resourceType":"ValueSet","id":"vs","compose":{"include":[{"system":"s","concept":[
        {"code":"a","display":"A"},{"code":"b","display":"B"}]}]}}],)");
    QVERIFY(file);
    QCOMPARE(file->study->codeList(file->study->item(u"q")->codeListOid)->items.size(), 2U);
    QVERIFY(file->study->item(u"x")->codeListOid.isEmpty());
    QVERIFY(mentions(file->report.approximated, u"answerValueSet http://example.org/elsewhere"_s));
}

void TestFhir::groupsNestAndRepeat()
{
    const auto file =
        readItems(R"({"linkId":"b","text":"B","type":"boolean"},{"linkId":"g","text":"Outer","type":"group",
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
    // The repeating group keeps all that stands in it, the inner group's title too.
    QCOMPARE(order, (QStringList{u"b"_s, u"g1"_s, u"h1"_s, u"k"_s, u"k1"_s, u"g2"_s}));
    QVERIFY(study.group(u"h")->repeating);
    QCOMPARE(study.group(u"h")->items.size(), 3U);
    QCOMPARE(study.group(u"h")->maxRepeats, 3);
    QCOMPARE(study.group(u"h")->level, 1);
    QCOMPARE(study.item(u"k")->control, Control::Display);
    QVERIFY(mentions(file->report.approximated, u"repeats"_s, u"item[1].item[1].item[1]"_s));
    const FormChecker checker = FormChecker::create(file->study, u"Form.q"_s).value();
    QCOMPARE(checker.evaluate(fieldsOf(u"b=false"_s)).hidden,
             (QStringList{u"g1"_s, u"h"_s, u"g2"_s})); // of the repeating group, the group
    QCOMPARE(checker.evaluate(fieldsOf(u"b=false|h1#2=x"_s)).hidden,
             (QStringList{u"g1"_s, u"h"_s, u"h1#2"_s, u"k#2"_s, u"k1#2"_s, u"g2"_s}));
    QVERIFY(checker.evaluate(fieldsOf(u"b=true"_s)).hidden.isEmpty());
}

void TestFhir::subgroupsOfARepeatingGroupRepeat()
{
    const auto file = readItems(R"({"linkId":"r","text":"R","type":"group","repeats":true,"item":[
        {"linkId":"s","text":"S","type":"group","required":true,"item":[{"linkId":"a","type":"string"}]},
        {"linkId":"q","type":"string","item":[{"linkId":"t","type":"group","item":[{"linkId":"b","type":"string"}]}]},
        {"linkId":"c","type":"string"}]})");
    QVERIFY(file);
    QCOMPARE(file->study->groups.size(), 1U);
    QStringList order;
    for (const ItemRef& ref : file->study->groups.front().items)
        order.append(ref.itemOid);
    QCOMPARE(order, (QStringList{u"s"_s, u"a"_s, u"q"_s, u"b"_s, u"c"_s}));
    QVERIFY(mentions(file->report.approximated, u"group"_s, u"item[0].item[0]"_s));
}

// The section that goes on behind a nested group must not be named as another group is.
void TestFhir::sectionsNeverShareAnOid()
{
    const auto file = readItems(R"({"linkId":"g","type":"group","item":[{"linkId":"a","type":"string"},
        {"linkId":"g.1","type":"group","item":[{"linkId":"b","type":"string"}]},{"linkId":"c","type":"string"},
        {"linkId":"g.3","type":"group","item":[{"linkId":"d","type":"string"}]},{"linkId":"e","type":"string"}]})");
    QVERIFY(file);
    QStringList order;
    QSet<QString> oids;
    for (const ItemGroupRef& ref : file->study->forms.front().groups) {
        oids.insert(ref.groupOid);
        for (const ItemRef& item : file->study->group(ref.groupOid)->items)
            order.append(item.itemOid);
    }
    QCOMPARE(order, (QStringList{u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s}));
    QCOMPARE(oids.size(), 5);
}

void TestFhir::groupsSayThingsAboutWhatTheyHold()
{
    const QByteArray control =
        extension("questionnaire-itemControl", R"("valueCodeableConcept":{"coding":[{"code":"htable"}]})");
    const QByteArray options = R"("answerOption":[{"valueCoding":{"code":"1"}},{"valueCoding":{"code":"2"}}])";
    const auto file = readItems(R"({"linkId":"h","type":"group","readOnly":true,"code":[{"system":"s","code":"c"}],
        "extension":[)" + extension("questionnaire-hidden", R"("valueBoolean":true)") +
                                R"(],"item":[{"linkId":"k","type":"group","item":[{"linkId":"a","type":"string"}]}]},
        {"linkId":"t","type":"group","extension":[)" +
                                control + R"(],"item":[{"linkId":"m1","type":"choice",)" + options +
                                R"(},{"linkId":"m2","type":"choice",)" + options +
                                R"(},{"linkId":"m3","type":"choice","repeats":true,)" + options + "}]}");
    QVERIFY(file);
    QVERIFY(file->study->item(u"a")->hidden);
    QVERIFY(file->study->item(u"a")->readOnly);
    QVERIFY(mentions(file->report.dropped, u"code c"_s, u"item[0].code[0]"_s));
    QVERIFY(mentions(file->report.approximated, u"readOnly"_s, u"item[0]"_s));
    QCOMPARE(file->study->item(u"m1")->matrix, u"t"_s);
    QCOMPARE(file->study->item(u"m2")->codeListOid, file->study->item(u"m1")->codeListOid); // the same answers, once
    QCOMPARE(file->study->codeLists.size(), 1U);
    QVERIFY(file->study->item(u"m3")->matrix.isEmpty());
}

void TestFhir::limitsOfTimesAndTexts()
{
    const auto file = readItems(
        R"({"linkId":"t","type":"time","extension":[)" + extension("minValue", R"("valueTime":"10:00:00")") + ',' +
        extension("maxValue", R"("valueTime":"12:00:00")") + R"(]},{"linkId":"s","type":"string","extension":[)" +
        extension("minLength", R"("valueInteger":3)") + ',' + extension("regex", R"("valueString":"[a-z]*")") +
        R"(]},{"linkId":"x","type":"string","extension":[)" + extension("regex", R"("valueString":"([")") +
        R"(]},{"linkId":"q","type":"quantity","extension":[)" +
        extension("sdc-questionnaire-minQuantity", R"("valueQuantity":{"value":1e1,"unit":"kg"})") + "]}");
    QVERIFY(file);
    const auto findings = [&](const QString& answer) { return samples::evaluated(*file, answer).findings; };
    const auto accepts = [&](const QString& answer) {
        const std::vector<Finding> found = findings(answer);
        return std::none_of(found.begin(), found.end(),
                            [](const Finding& finding) { return finding.severity == Severity::Error; });
    };
    for (const QString& good : {u"t=10:00"_s, u"t=10:00:00"_s, u"t=12:00"_s, u"t=12:00:00"_s, u"s=abc"_s, u"q=10"_s})
        QVERIFY2(accepts(good), qPrintable(good));
    for (const QString& bad : {u"t=09:59"_s, u"t=12:01"_s, u"s=ab"_s, u"s=ABC"_s, u"q=9.9"_s})
        QVERIFY2(!accepts(bad), qPrintable(bad));
    QVERIFY(samples::isByHand(samples::evaluated(*file, u"x=a"_s), u"x"_s)); // no regular expression
    QVERIFY(mentions(file->report.approximated, u"regex"_s, u"item[2]"_s));
}

void TestFhir::severalAnswersAreCounted()
{
    const auto file = readItems(R"({"linkId":"m","type":"choice","repeats":true,"extension":[)" +
                                extension("questionnaire-maxOccurs", R"("valueInteger":2)") +
                                R"(],"answerOption":[{"valueCoding":{"code":"1"}},{"valueCoding":{"code":"2"}},
        {"valueCoding":{"code":"3"}},{"valueCoding":{"code":"none"},"extension":[)" +
                                extension("questionnaire-optionExclusive", R"("valueBoolean":true)") + "]}]}");
    QVERIFY(file);
    for (const QString& good : {u"m=1;2"_s, u"m=none"_s, u"m=3"_s})
        QVERIFY2(samples::evaluated(*file, good).findings.empty(), qPrintable(good));
    for (const QString& bad : {u"m=1;2;3"_s, u"m=1;none"_s})
        QVERIFY2(!samples::evaluated(*file, bad).findings.empty(), qPrintable(bad));
}

void TestFhir::markupIsShownAsText()
{
    const auto file =
        readItems(R"({"linkId":"a","text":"Pain","type":"string","_text":{"extension":[)" +
                  extension("rendering-xhtml", R"("valueString":"<b onclick='x()'>Pain</b>")") +
                  R"(]}},{"linkId":"b","type":"string","_text":{"extension":[)" +
                  extension("rendering-xhtml",
                            R"("valueString":"<div onload='x()'>Only <i>here</i><script>y()</script></div>")") +
                  R"(]}},{"linkId":"c","text":"<img src=x onerror=z()>","type":"string"})");
    QVERIFY(file);
    QCOMPARE(file->study->item(u"a")->question.in({}), u"Pain"_s);
    QCOMPARE(file->study->item(u"b")->question.in({}), u"Only here"_s);
    QCOMPARE(file->study->item(u"c")->question.in({}), u"<img src=x onerror=z()>"_s); // letters, as written
    QVERIFY(mentions(file->report.approximated, u"rendering-xhtml"_s, u"item[0]._text.extension[0]"_s));
}

void TestFhir::badValuesAreReportedNotStored()
{
    const auto file = readItems(R"({"linkId":"i","type":"integer","initial":[{"valueString":"many"}],"maxLength":3},
        {"linkId":"c","type":"choice","answerOption":[{"valueCoding":{"code":"x"}}],"initial":[{"valueCoding":{"code":"z"}}]},
        {"linkId":"d","type":"decimal","initial":[{"valueDecimal":1e2}]},
        {"linkId":"t","type":"dateTime","initial":[{"valueDateTime":"2020"}]},
        {"linkId":"f","type":"attachment","initial":[{"valueAttachment":{"url":"x"}}]},
        {"linkId":"k","type":"choice","answerOption":[{"valueCoding":{"code":"1"}},
        {"valueCoding":{"code":"1"},"initialSelected":true}]})");
    QVERIFY(file);
    for (const QString& oid : {u"i"_s, u"c"_s, u"t"_s, u"f"_s, u"k"_s})
        QVERIFY2(file->study->item(oid)->initial.isEmpty(), qPrintable(oid));
    QCOMPARE(file->study->item(u"d")->initial, u"100"_s);
    QCOMPARE(file->study->item(u"i")->length, 3);
    for (const QString& place :
         {u"item[0].initial[0]"_s, u"item[1].initial[0]"_s, u"item[3].initial[0]"_s, u"item[4].initial[0]"_s})
        QVERIFY2(mentions(file->report.dropped, u"initial"_s, place), qPrintable(place));
}

// Whatever nobody reads has its place in the report, on each level.
void TestFhir::nothingIsLostSilently()
{
    const QByteArray strange = R"("strange":1,"extension":[{"url":"http://x/odd","valueString":"?"}])";
    const auto file = readItems(
        R"({"linkId":"g","type":"group",)" + strange + R"(,"item":[{"linkId":"a","type":"choice",)" + strange +
            R"(,"_text":{"extension":[{"url":"http://x/odd"}]},"answerOption":[{"valueCoding":{"code":"1"},)" +
            strange +
            R"(}],"item":[{"linkId":"n","type":"display","text":"N","strange":1,"extension":[{"url":"http://x/odd"},)" +
            extension("questionnaire-itemControl", R"("valueCodeableConcept":{"coding":[{"code":"help"}]})") + "]}]}]}",
        strange + R"(,"contained":[{"resourceType":"Patient","id":"p"}],)");
    QVERIFY(file);
    for (const QString& place :
         {u"strange"_s, u"extension[0]"_s, u"contained[0]"_s, u"status"_s, u"item[0].strange"_s,
          u"item[0].extension[0]"_s, u"item[0].item[0].strange"_s, u"item[0].item[0].extension[0]"_s,
          u"item[0].item[0]._text.extension[0]"_s, u"item[0].item[0].answerOption[0].strange"_s,
          u"item[0].item[0].answerOption[0].extension[0]"_s, u"item[0].item[0].item[0].strange"_s,
          u"item[0].item[0].item[0].extension[0]"_s}) {
        const auto& dropped = file->report.dropped;
        QCOMPARE(std::count_if(dropped.begin(), dropped.end(),
                               [&](const FidelityEntry& entry) { return entry.place == place; }),
                 1);
    }
}

void TestFhir::linkIdsTwiceOrMissing()
{
    const auto file =
        readItems(R"({"linkId":"c","text":"First","type":"boolean"},{"linkId":"c","text":"Twice","type":"boolean"},
        {"type":"boolean","text":"Nameless"},{"linkId":"item[1]","text":"Sly","type":"boolean"})");
    QVERIFY(file);
    QSet<QString> oids;
    for (const ItemDef& item : file->study->items)
        oids.insert(item.oid);
    QCOMPARE(oids.size(), 4);
    QCOMPARE(file->study->item(u"c")->question.in({}), u"First"_s);
    QVERIFY(mentions(file->report.approximated, u"linkId c"_s, u"item[1]"_s));
    QVERIFY(mentions(file->report.approximated, u"linkId"_s, u"item[2]"_s));
}

void TestFhir::childrenOfAQuestion()
{
    const auto file = readItems(R"({"linkId":"b","text":"B","type":"boolean"},{"linkId":"p","text":"P","type":"string",
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

void TestFhir::translationsAndCopyright()
{
    const auto file = readItems(R"({"linkId":"a","text":"Gewicht","type":"decimal","_text":{"extension":[
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

QTEST_APPLESS_MAIN(TestFhir)
#include "tst_fhir.moc"
