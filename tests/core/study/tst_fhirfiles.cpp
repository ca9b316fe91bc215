// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/study/fhirsamples.h"

#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace sitebook;
using namespace Qt::StringLiterals;
using samples::mentions;
using samples::questionnaire;
using samples::readItems;

namespace {

// What a Questionnaire holds, counted in its JSON: questions (without notes that belong to one), headings of groups in
// repeating groups, sections that repeat, questions with a condition of their own.
struct Counts
{
    int items = 0;
    int repeating = 0;
    int conditional = 0;
};

bool isNote(const QJsonObject& item)
{
    static const QStringList notes{u"help"_s, u"flyover"_s, u"prompt"_s, u"unit"_s, u"lower"_s, u"upper"_s};
    for (const auto& each : item.value(u"extension").toArray())
        if (each.toObject().value(u"url").toString().endsWith("questionnaire-itemControl"_L1))
            return notes.contains(each.toObject().value(u"valueCodeableConcept")[u"coding"][0][u"code"].toString());
    return false;
}

Counts countsOf(const QJsonArray& items, bool inQuestion, bool inRepeating)
{
    Counts counts;
    for (const auto& each : items) {
        const QJsonObject item = each.toObject();
        const QString type = item.value(u"type").toString();
        const bool group = type == "group"_L1;
        const bool repeats = group && item.value(u"repeats").toBool();
        if (inQuestion && type == "display"_L1 && isNote(item))
            continue;
        counts.items += group ? (inRepeating && item.contains(u"text") ? 1 : 0) : 1;
        counts.repeating += repeats && !inRepeating ? 1 : 0;
        counts.conditional += !group && item.contains(u"enableWhen") ? 1 : 0;
        const Counts inside = countsOf(item.value(u"item").toArray(), !group, inRepeating || repeats);
        counts.items += inside.items;
        counts.repeating += inside.repeating;
        counts.conditional += inside.conditional;
    }
    return counts;
}

} // namespace

// Whole files: real ones, damaged ones, ones that are something else.
class TestFhirFiles final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void bundlesAndContainedForms();
    void damagedShapesAreRead_data();
    void damagedShapesAreRead();
    void largeFilesAreReadInTime();
    void refusals_data();
    void refusals();
    void realQuestionnaires_data();
    void realQuestionnaires();
};

void TestFhirFiles::bundlesAndContainedForms()
{
    const QByteArray form = questionnaire(R"({"linkId":"a","type":"choice","answerValueSet":"http://x/vs|1","odd":1})");
    const QByteArray set = R"({"resourceType":"ValueSet","url":"http://x/vs","compose":{"include":[{"system":"s",
        "concept":[{"code":"1"},{"code":"2","designation":[{"language":"zh","value":"二"}]}]},{"valueSet":["http://x/vs"]}],
        "exclude":[{"system":"s","concept":[{"code":"1"}]}]}})";
    const auto bundle = samples::read(R"({"resourceType":"Bundle","entry":[{"resource":{"resourceType":"Patient"}},
        {"resource":)" + form + R"(},{"resource":)" +
                                      set + R"(},{"resource":)" + form + "}]}");
    QVERIFY(bundle);
    QCOMPARE(bundle->study->codeLists.front().items.size(), 1U);
    QCOMPARE(bundle->study->codeLists.front().items.front().decode.in(u"zh"_s), u"二"_s);
    QVERIFY(mentions(bundle->report.dropped, u"Patient"_s, u"entry[0]"_s));
    QVERIFY(mentions(bundle->report.dropped, u"Questionnaire"_s, u"entry[3]"_s));
    QVERIFY(mentions(bundle->report.dropped, u"odd"_s, u"entry[1].resource.item[0].odd"_s));
    const auto contained = samples::read(R"({"resourceType":"QuestionnaireResponse","contained":[)" + form + "]}");
    QVERIFY(contained);
    QVERIFY(contained->study->item(u"a"));
    QVERIFY(mentions(contained->report.dropped, u"QuestionnaireResponse"_s));
}

void TestFhirFiles::damagedShapesAreRead_data()
{
    QTest::addColumn<QByteArray>("items");
    for (
        const char* items :
        {R"("x",1,null,[])", R"({"linkId":"a","type":"choice","answerOption":"x","code":7,"extension":[1,"y",null]})",
         R"({"linkId":"a","type":"choice","answerOption":[1,{"valueCoding":"x"},{"valueCoding":[]},{"valueInteger":{}}]})",
         R"({"linkId":["a"],"type":{"x":1},"text":[],"initial":[3],"enableWhen":[4,{}],"enableBehavior":true})",
         R"({"linkId":"a","type":"string","enableWhen":{"question":"a","operator":"exists","answerBoolean":true}})",
         R"({"linkId":"a","type":"group","item":{"linkId":"b","type":"string"}})",
         R"({"linkId":"a","type":"string","text":"\u0001control\u0000\uFFFE","maxLength":99999999999999})",
         R"({"linkId":"a","type":"decimal","extension":[{"url":"minValue","valueDecimal":"low"},{"url":5}]})"})
        QTest::newRow(items) << QByteArray(items);
}

// What is no Questionnaire in its details is read as far as it goes, or refused; it never ends the program.
void TestFhirFiles::damagedShapesAreRead()
{
    QFETCH(QByteArray, items);
    const auto file = readItems(items + R"(,{"linkId":"end","type":"string"})");
    QVERIFY(file);
    QVERIFY(file->study->item(u"end"));
    QVERIFY(FormChecker::create(file->study, u"Form.q"_s));
    for (const ItemDef& item : file->study->items)
        QVERIFY(!item.question.in({}).contains(QChar(1)));
}

// Many items under many conditions: no work that grows with the square of the file.
void TestFhirFiles::largeFilesAreReadInTime()
{
    constexpr int count = 20'000;
    QByteArray items;
    for (int i = 0; i < count; ++i) {
        const QByteArray number = QByteArray::number(i);
        items += (i == 0 ? QByteArray() : QByteArray(",")) + R"({"linkId":")" + number +
                 R"(","type":"choice","answerOption":[{"valueCoding":{"code":"a"}}],"enableWhen":[{"question":")" +
                 QByteArray::number((i + 1) % count) + R"(","operator":"exists","answerBoolean":true}]})";
    }
    const auto file = readItems(items);
    QVERIFY(file);
    QCOMPARE(file->study->items.size(), static_cast<size_t>(count));
    QCOMPARE(file->study->codeLists.size(), 1U);
    QVERIFY(std::count_if(file->report.approximated.begin(), file->report.approximated.end(),
                          [](const FidelityEntry& entry) { return entry.note.contains(u"circle"_s); }) == count);
}

void TestFhirFiles::refusals_data()
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
    QTest::newRow("modifier that is no list")
        << questionnaire(
               R"({"linkId":"a","type":"string","_text":{"modifierExtension":{"url":"http://example.org/not"}}})")
        << ErrorCode::Unsupported << u"item[0]._text.modifierExtension"_s;
    QTest::newRow("modifier in a bundle")
        << QByteArray(R"({"resourceType":"Bundle","entry":[{"resource":)" +
                      questionnaire(R"({"linkId":"a","type":"string"})", R"("modifierExtension":[{"url":"u"}],)") +
                      "}]}")
        << ErrorCode::Unsupported << u"entry[0].resource.modifierExtension"_s;
    QTest::newRow("another JSON") << QByteArray(R"({"some":"thing"})") << ErrorCode::Unsupported << QString();
    QTest::newRow("a list") << QByteArray("[1]") << ErrorCode::Unsupported << QString();
    QTest::newRow("bundle without one")
        << QByteArray(R"({"resourceType":"Bundle","entry":[{"resource":{"resourceType":"Patient"}}]})")
        << ErrorCode::Invalid << QString();
    QTest::newRow("deep") << QByteArray(R"({"resourceType":"Questionnaire","item":)" + QByteArray(5000, '['))
                          << ErrorCode::Unreadable << u"line 1"_s;
}

void TestFhirFiles::refusals()
{
    QFETCH(QByteArray, document);
    QFETCH(QString, where);
    const auto file = samples::read(document);
    QVERIFY(!file);
    QTEST(file.error().code, "code");
    QVERIFY2(file.error().where.startsWith(where), qPrintable(file.error().where));
    QVERIFY(!file.error().english().isEmpty());
}

void TestFhirFiles::realQuestionnaires_data()
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

void TestFhirFiles::realQuestionnaires()
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
    const Counts counts = countsOf(root.value(u"item").toArray(), false, false);
    QCOMPARE(static_cast<int>(file->study->items.size()), counts.items);
    QCOMPARE(static_cast<int>(std::count_if(file->study->groups.begin(), file->study->groups.end(),
                                            [](const ItemGroupDef& group) { return group.repeating; })),
             counts.repeating);
    int conditional = 0;
    for (const ItemGroupDef& group : file->study->groups)
        for (const ItemRef& ref : group.items)
            conditional += ref.collectionExceptionConditionOid.isEmpty() ? 0 : 1;
    QVERIFY2(conditional >= counts.conditional, qPrintable(QString::number(conditional)));
    for (const FormDef& form : file->study->forms)
        QVERIFY(FormChecker::create(file->study, form.oid));
    qInfo("%s: %zu items, %zu groups, %zu rules, %d mapped, %zu approximated, %zu dropped",
          qPrintable(path.section(u'/', -2)), file->study->items.size(), file->study->groups.size(),
          file->study->conditions.size() + file->study->methods.size(), file->report.mapped,
          file->report.approximated.size(), file->report.dropped.size());
}

QTEST_APPLESS_MAIN(TestFhirFiles)
#include "tst_fhirfiles.moc"
