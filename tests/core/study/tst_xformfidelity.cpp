// SPDX-License-Identifier: GPL-3.0-or-later
// What an XForm says and Sitebook cannot do: nothing of it is lost without a word.
#include "core/model/itemkey.h"
#include "core/study/dialects.h"
#include "core/study/languagetag.h"
#include "tests/core/study/xformsamples.h"

#include <QElapsedTimer>
#include <QRegularExpression>
#include <QTest>

using namespace sitebook;
using namespace Qt::StringLiterals;
using samples::about;
using samples::fieldsOf;
using samples::mentions;
using samples::xform;

namespace {

StudyFile studyOf(const QByteArray& model, const QByteArray& body)
{
    const auto file = samples::read(xform(model, body));
    if (!file)
        qWarning("%s", qPrintable(file.error().english()));
    return file.value();
}

QStringList sections(const StudyDefinition& study)
{
    QStringList all;
    for (const ItemGroupRef& ref : study.forms.front().groups) {
        const ItemGroupDef* group = study.group(ref.groupOid);
        QStringList items;
        for (const ItemRef& item : group->items)
            items.append(item.itemOid.section(u'/', -1));
        all.append(group->oid.section(u'/', -1) + (group->repeating ? u"*:" : u":") + items.join(u','));
    }
    return all;
}

// Every word must be in an entry of its own place.
void verifyTold(const std::vector<FidelityEntry>& entries, const QStringList& elements)
{
    for (const QString& element : elements) {
        const FidelityEntry* entry = about(entries, element);
        QVERIFY2(entry != nullptr, qPrintable(element));
        QVERIFY2(!entry->place.isEmpty() && !entry->note.isEmpty(), qPrintable(element));
    }
}

} // namespace

class TestXformFidelity final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatStandsInARepeatRepeats();
    void rulesOverRows();
    void rowsAFormBeginsWith();
    void choicesOfAFile();
    void hintsAndGuidance();
    void controlsNameBindsById();
    void rulesThatCannotBeRunSayWhy();
    void namesOfNothing();
    void actions();
    void notesAndWhatThePhoneFillsIn();
    void groupsAndAttributes();
    void onlyTheFormsOwnMetaIsLeftOut();
    void languages_data();
    void languages();
    void markupBecomesText_data();
    void markupBecomesText();
    void sixteenBitText();
    void manyNodes();
};

void TestXformFidelity::whatStandsInARepeatRepeats()
{
    const StudyFile file = studyOf(
        "<instance><d id=\"f\"><on/><r jr:template=\"\"><a/><h><b/></h><twice/><c/><in><e/></in></r><z/><sum/></d>"
        "</instance><bind nodeset=\"/d/r\" relevant=\"/d/on = 'y'\"/><bind nodeset=\"/d/r/h\" relevant=\"/d/r/a = "
        "'1'\"/><bind nodeset=\"/d/r/twice\" calculate=\"../a * 2\"/><bind nodeset=\"/d/sum\" calculate=\"1 + 1\"/>",
        "<input ref=\"/d/on\"/><group ref=\"/d/r\"><label>People</label><repeat nodeset=\"/d/r\"><input "
        "ref=\"/d/r/a\"/><group ref=\"/d/r/h\"><label>House</label><input ref=\"/d/r/h/b\"/></group><input "
        "ref=\"/d/r/c\"/><group ref=\"/d/r/in\"><label>Inner</label><repeat nodeset=\"/d/r/in\"><input "
        "ref=\"/d/r/in/e\"/></repeat></group></repeat></group><input ref=\"/d/z\"/>");
    QCOMPARE(sections(*file.study), (QStringList{u"d.1:on"_s, u"r*:a,h.title,b,c,in.title,e,twice"_s, u"d.3:z,sum"_s}));
    const ItemDef* title = file.study->item(u"/d/r/h.title");
    QCOMPARE(title->control, Control::Display);
    QCOMPARE(title->question.in({}), u"House"_s);
    QCOMPARE(file.study->group(u"/d/r")->description.in({}), u"People"_s);
    verifyTold(file.report.approximated, {u"repeat /d/r/in"_s});
    const FormChecker checker = FormChecker::create(file.study, u"f"_s).value();
    QCOMPARE(checker.evaluate(fieldsOf(u"/d/on=y|/d/r/a=4"_s)).hidden,
             (QStringList{u"/d/r/h.title#1"_s, u"/d/r/h/b#1"_s}));
    QVERIFY(checker.evaluate(fieldsOf(u"/d/on=y|/d/r/a=1"_s)).hidden.isEmpty());
    QCOMPARE(checker.evaluate(fieldsOf(u"/d/on=y|/d/r/a=4"_s)).computed.text(u"/d/r/twice#1"), u"8"_s);
}

void TestXformFidelity::rulesOverRows()
{
    const StudyFile file = studyOf(
        "<instance><d id=\"f\"><r jr:template=\"\"><a/><b/><least/><all/></r><sum/><most/><how/><few/></d></instance>"
        "<bind nodeset=\"/d/sum\" calculate=\"sum(/d/r/a)\"/><bind nodeset=\"/d/most\" calculate=\"max(/d/r/a) + 1\"/>"
        "<bind nodeset=\"/d/how\" calculate=\"count(/d/r)\"/><bind nodeset=\"/d/few\" relevant=\"/d/r/a &lt; 3\"/>"
        "<bind nodeset=\"/d/r/least\" calculate=\"min(../a, ../b)\"/><bind nodeset=\"/d/r/all\" "
        "calculate=\"sum(/d/r/b)\"/><bind nodeset=\"/d/r/a\" constraint=\". &gt; 0\"/>",
        "<repeat nodeset=\"/d/r\"><input ref=\"/d/r/a\"/><input ref=\"/d/r/b\"/></repeat><input ref=\"/d/few\"/>"
        "<input ref=\"/d/sum\"/>");
    const auto ofMethod = [&](const QString& path) {
        for (const MethodDef& method : file.study->methods)
            if (method.oid == path + u".calculate")
                return method.expressions.front();
        return FormalExpression();
    };
    QCOMPARE(ofMethod(u"/d/sum"_s), (FormalExpression{dialect::xforms, u"sum(/d/r/a)"_s}));
    QCOMPARE(ofMethod(u"/d/r/all"_s), (FormalExpression{dialect::xformsRows, u"sum(/d/r/b)"_s}));
    QCOMPARE(ofMethod(u"/d/r/least"_s).context, dialect::xforms);
    QCOMPARE(parseFormal({ofMethod(u"/d/r/all"_s)}).error().code, ErrorCode::Unsupported);
    const QString second = ItemKey{u"/d/r/a"_s, 2}.text();
    const FormEvaluation result =
        FormChecker::create(file.study, u"f"_s)->evaluate(fieldsOf(u"/d/r/a=1|/d/r/b=5|"_s + second + u"=7"_s));
    QCOMPARE(result.computed.text(u"/d/r/least#1"), u"1"_s);
    QCOMPARE(result.computed.text(u"/d/sum"), u"8"_s);
    QCOMPARE(result.computed.text(u"/d/most"), u"8"_s);
    QVERIFY(result.computed.text(u"/d/r/all#1").isEmpty());
    verifyTold(file.report.approximated, {u"/d/how.calculate"_s, u"/d/few.relevant"_s, u"/d/r/all.calculate"_s});
    QCOMPARE(about(file.report.approximated, u"/d/few"_s)->note, u"It needs the rows of a repeat: check by hand."_s);
    QVERIFY(!mentions(file.report.approximated, u"/d/sum"_s));
    QVERIFY(!mentions(file.report.approximated, u"constraint of"_s));
    QVERIFY(!mentions(file.report.approximated, u"least"_s));
}

void TestXformFidelity::rowsAFormBeginsWith()
{
    const StudyFile file = studyOf(
        "<instance><d id=\"f\"><r jr:template=\"\"><a>1</a></r><r><a>1</a></r><s jr:template=\"\"><b>2</b></s>"
        "<s><b>3</b></s><t><c>4</c></t><t><c>5</c></t></d></instance>",
        "<repeat nodeset=\"/d/r\"><input ref=\"/d/r/a\"/></repeat><repeat nodeset=\"/d/s\"><input ref=\"/d/s/b\"/>"
        "</repeat><repeat nodeset=\"/d/t\"><input ref=\"/d/t/c\"/></repeat>");
    QCOMPARE(file.study->item(u"/d/r/a")->initial, u"1"_s);
    QCOMPARE(file.study->item(u"/d/s/b")->initial, u"2"_s);
    QCOMPARE(file.study->item(u"/d/t/c")->initial, u"4"_s);
    QVERIFY(!mentions(file.report.dropped, u"row of /d/r"_s));
    verifyTold(file.report.dropped, {u"row of /d/s"_s, u"row of /d/t"_s});
}

void TestXformFidelity::choicesOfAFile()
{
    const StudyFile file = studyOf(
        "<instance><d id=\"f\"><s/><m/><e/><k/></d></instance><instance id=\"far\" src=\"jr://file-csv/far.csv\"><root>"
        "<item><name>_</name><label>_</label></item></root></instance><instance "
        "id=\"near\"><root><item><größe>1</größe>"
        "<label>One</label><part>x</part></item></root></instance>",
        "<select1 ref=\"/d/s\" appearance=\"minimal search('fruits', 'matches', 'a', 'b')\"><item><label>name</label>"
        "<value>name_key</value></item></select1><select ref=\"/d/m\" appearance=\"search('x')\"><item><label>None"
        "</label><value>0</value></item><item><label>label</label><value>key</value></item></select>"
        "<select1 ref=\"/d/e\"><itemset nodeset=\"instance('far')/root/item\"><value ref=\"name\"/><label "
        "ref=\"label\"/></itemset></select1><select1 ref=\"/d/k\"><itemset nodeset=\"instance('near')/root/item\">"
        "<value ref=\"größe\"/><label ref=\"label\"/></itemset></select1>");
    const StudyDefinition& study = *file.study;
    QVERIFY(study.item(u"/d/s")->codeListOid.isEmpty());
    QCOMPARE(study.item(u"/d/s")->control, Control::Line);
    QVERIFY(study.item(u"/d/m")->openChoice);
    QCOMPARE(study.codeList(u"/d/m.choices")->items.size(), 1U);
    QVERIFY(study.item(u"/d/e")->codeListOid.isEmpty());
    QVERIFY(study.codeList(u"/d/k.choices")->find(u"1"));
    const FormChecker checker = FormChecker::create(file.study, u"f"_s).value();
    QVERIFY(checker.evaluate(fieldsOf(u"/d/s=apple|/d/e=anything|/d/m=0"_s)).findings.empty());
    verifyTold(file.report.approximated, {u"search of /d/s"_s, u"search of /d/m"_s, u"itemset of /d/e"_s});
    verifyTold(file.report.dropped, {u"choice name_key of s"_s, u"choice key of m"_s, u"instance far"_s, u"part of"_s});
    QVERIFY(!mentions(file.report.approximated, u"appearance"_s));
}

void TestXformFidelity::hintsAndGuidance()
{
    const StudyFile file = studyOf(
        "<itext><translation lang=\"en\"><text id=\"l\"><value>Age</value><value form=\"guidance\">Of the label</value>"
        "</text><text id=\"h\"><value>In years</value><value form=\"guidance\">Ask twice</value></text></translation>"
        "</itext><instance><d id=\"f\"><a/><b/></d></instance>",
        "<input ref=\"/d/a\"><label ref=\"jr:itext('l')\"/><hint ref=\"jr:itext('h')\"/></input>"
        "<input ref=\"/d/b\"><label>B</label><hint>Short</hint><help>Long</help></input>");
    QCOMPARE(file.study->item(u"/d/a")->hint.in(u"en"_s), u"In years\nOf the label\nAsk twice"_s);
    QCOMPARE(file.study->item(u"/d/b")->hint.in({}), u"Short\nLong"_s);
}

void TestXformFidelity::controlsNameBindsById()
{
    const StudyFile file = studyOf("<instance><d id=\"f\"><a/></d></instance><bind id=\"B1\" nodeset=\"/d/a\" "
                                   "type=\"int\"/>",
                                   "<input bind=\"B1\"/><input bind=\"B2\"/>");
    QCOMPARE(file.study->item(u"/d/a")->dataType, DataType::Integer);
    QCOMPARE(file.study->items.size(), 1U);
    QCOMPARE(file.report.dropped.size(), 1U);
    QCOMPARE(about(file.report.dropped, u"input"_s)->note, u"It names no node."_s);
}

void TestXformFidelity::rulesThatCannotBeRunSayWhy()
{
    const StudyFile file = studyOf(
        "<instance><d id=\"f\"><a/><b/><c/><x/><y/><gone/><w/><meta><instanceID/></meta></d></instance>"
        "<bind nodeset=\"/d/a\" relevant=\"/d/zz = 1\"/><bind nodeset=\"/d/b\" constraint=\"/d/gone = 1\"/>"
        "<bind nodeset=\"/d/c\" calculate=\"/d/meta/instanceID\"/><bind nodeset=\"/d/x\" calculate=\"/d/y + 1\"/>"
        "<bind nodeset=\"/d/y\" calculate=\"/d/x + 1\" readonly=\"true()\"/><bind nodeset=\"/d/w\" "
        "required=\"/d/r[1] = 2\"/>",
        "<input ref=\"/d/a\"/><input ref=\"/d/b\"/><input ref=\"/d/w\"/>");
    const std::vector<FidelityEntry>& told = file.report.approximated;
    verifyTold(told, {u"/d/a.relevant"_s, u"constraint of /d/b"_s, u"/d/c.calculate"_s, u"/d/w.required"_s});
    QCOMPARE(about(told, u"/d/a.relevant"_s)->note, u"It names /d/zz, which the form does not have: check by hand."_s);
    QCOMPARE(about(told, u"of /d/b"_s)->note, u"It names /d/gone, which is not kept: check by hand."_s);
    QVERIFY(about(told, u"/d/c.calculate"_s)->note.contains(u"about the device"));
    const FidelityEntry* circle = about(told, u"/d/x.calculate"_s);
    circle = circle != nullptr ? circle : about(told, u"/d/y.calculate"_s);
    QVERIFY(circle != nullptr);
    QCOMPARE(circle->note, u"It depends on itself in a circle: it is typed."_s);
    QVERIFY(!file.study->item(u"/d/c")->hidden); // typed
}

void TestXformFidelity::namesOfNothing()
{
    const StudyFile file = studyOf("<itext><translation lang=\"en\"/></itext><instance><d id=\"f\"><a/><a2/></d>"
                                   "</instance><bind nodeset=\"/d/none\" type=\"int\"/><bind nodeset=\"/d/a\" "
                                   "jr:constraintMsg=\"Lonely\"/>",
                                   "<input ref=\"/d/a\"><label ref=\"jr:itext('lost')\"/></input><input "
                                   "ref=\"/d/other\"/><input ref=\"/d/a2\"/>");
    verifyTold(file.report.dropped, {u"bind /d/none"_s, u"itext lost"_s, u"jr:constraintMsg of /d/a"_s});
    verifyTold(file.report.approximated, {u"input /d/other"_s});
    QVERIFY(file.study->item(u"/d/other") != nullptr);
}

void TestXformFidelity::actions()
{
    const StudyFile file = studyOf(
        "<instance><d id=\"f\"><a/><b/><c/><e/></d></instance><setvalue event=\"odk-instance-first-load\" ref=\"/d/a\" "
        "value=\"'7'\"/><setvalue event=\"odk-instance-first-load\" ref=\"/d/b\" value=\"today()\"/>"
        "<setvalue event=\"xforms-ready\" ref=\"/d/e\">five</setvalue><bind nodeset=\"/d/c\" readonly=\"true()\"/>",
        "<input ref=\"/d/a\"><setvalue event=\"xforms-value-changed\" ref=\"/d/c\" value=\"/d/a\"/></input>"
        "<input ref=\"/d/b\"/><input ref=\"/d/c\"/><input ref=\"/d/e\"/>");
    QCOMPARE(file.study->item(u"/d/a")->initial, u"7"_s);
    QCOMPARE(file.study->item(u"/d/e")->initial, u"five"_s);
    verifyTold(file.report.dropped, {u"setvalue /d/b"_s, u"setvalue /d/c"_s});
    QVERIFY(about(file.report.dropped, u"setvalue /d/c"_s)->note.contains(u"xforms-value-changed"));
    QVERIFY(!file.study->item(u"/d/c")->readOnly); // nothing else could fill it
    QVERIFY(file.study->item(u"/d/c")->control != Control::Display);
}

void TestXformFidelity::notesAndWhatThePhoneFillsIn()
{
    const StudyFile file = studyOf(
        "<instance><d id=\"f\"><note/><sum/><fixed>9</fixed><user/><g><inside/></g></d></instance>"
        "<bind nodeset=\"/d/note\" type=\"string\" readonly=\"true()\" required=\"true()\"/>"
        "<bind nodeset=\"/d/sum\" readonly=\"true()\" calculate=\"1 + 1\"/>"
        "<bind nodeset=\"/d/fixed\" readonly=\"true()\"/><bind nodeset=\"/d/g\" readonly=\"true()\"/><bind "
        "nodeset=\"/d/g/inside\" type=\"int\"/><bind nodeset=\"/d/user\" readonly=\"true()\" jr:preload=\"property\"/>",
        "<input ref=\"/d/note\"><label>Please sit down</label></input><input ref=\"/d/sum\"/><input ref=\"/d/fixed\"/>"
        "<input ref=\"/d/user\"/><group ref=\"/d/g\"><input ref=\"/d/g/inside\"/></group>");
    const StudyDefinition& study = *file.study;
    QCOMPARE(study.item(u"/d/note")->control, Control::Display);
    QVERIFY(study.item(u"/d/sum")->readOnly);
    QVERIFY(study.item(u"/d/sum")->control != Control::Display);
    QVERIFY(study.item(u"/d/fixed")->readOnly);
    QVERIFY(study.item(u"/d/g/inside")->readOnly);
    QVERIFY(!study.item(u"/d/user")->readOnly);
    verifyTold(file.report.approximated, {u"jr:preload of /d/user"_s});
    QVERIFY(FormChecker::create(file.study, u"f"_s)->evaluate({}).findings.empty());
}

void TestXformFidelity::groupsAndAttributes()
{
    const StudyFile file = studyOf(
        "<instance><d id=\"f\"><g><a/></g><r><b/></r><c/></d></instance><bind nodeset=\"/d/g\" required=\"true()\" "
        "constraint=\"1 = 2\" readonly=\"/d/c = 1\"/>",
        "<group ref=\"/d/g\"><label>G</label><hint>Of the group</hint><input ref=\"/d/g/a\" rows=\"5\" "
        "accept=\"x\" autoplay=\"audio\"><alert>No</alert></input></group><repeat nodeset=\"/d/r\" "
        "jr:noAddRemove=\"true()\" jr:count=\"2\"><input ref=\"/d/r/b\"/></repeat><input ref=\"/d/c\"/><strange/>");
    verifyTold(file.report.dropped,
               {u"hint of /d/g"_s, u"@rows"_s, u"@autoplay"_s, u"alert of /d/g/a"_s, u"@jr:noAddRemove"_s,
                u"required of /d/g"_s, u"constraint of /d/g"_s, u"strange"_s});
    verifyTold(file.report.approximated, {u"accept of /d/g/a"_s, u"readonly of /d/g"_s, u"jr:count /d/r"_s});
}

void TestXformFidelity::onlyTheFormsOwnMetaIsLeftOut()
{
    const StudyFile file = studyOf(
        "<instance><d id=\"f\"><a/><g><meta><x/></meta><instanceID/></g><orx:meta><orx:instanceID/><entity><label/>"
        "</entity></orx:meta></d></instance><bind nodeset=\"/d/g/meta/x\" calculate=\"1 + 1\"/><bind "
        "nodeset=\"/d/g/instanceID\" calculate=\"1 + 2\"/><bind nodeset=\"/d/orx:meta/entity/label\" "
        "calculate=\"/d/a\"/>",
        "<input ref=\"/d/a\"/>");
    QVERIFY(file.study->item(u"/d/g/meta/x") != nullptr);
    QVERIFY(file.study->item(u"/d/g/instanceID") != nullptr);
    QVERIFY(file.study->item(u"/d/meta/entity/label") == nullptr);
    verifyTold(file.report.dropped, {u"/d/meta/instanceID"_s, u"/d/meta/entity/label"_s});
}

void TestXformFidelity::languages_data()
{
    QTest::addColumn<QString>("tag");
    const std::pair<const char*, const char*> rows[] = {
        {"Français (fr)", "fr"},
        {"Français", "fr"},
        {"English", "en"},
        {"Kiswahili", "sw"},
        {"Español", "es"},
        {"pt-BR", "pt-BR"},
        {"Kinyarwanda", "rw"},
        {"Chinese (zh-Hans)", "zh-Hans"},
        {"中文", "zh"},
        {"Deutsch", "de"},
        {"Village tongue", "Village tongue"},
    };
    for (const auto& [name, tag] : rows)
        QTest::newRow(name) << QString::fromUtf8(tag);
}

void TestXformFidelity::languages()
{
    const QByteArray name(QTest::currentDataTag());
    const StudyFile file =
        studyOf("<itext><translation default=\"false()\" lang=\"" + name +
                    "\"><text id=\"l\"><value>Word</value></text></translation><translation lang=\"tlh\"><text "
                    "id=\"l\"><value>Mu'</value></text></translation></itext><instance><d id=\"f\"><a/></d></instance>",
                "<input ref=\"/d/a\"><label ref=\"jr:itext('l')\"/></input>");
    QTEST(file.study->languages.first(), "tag");
    QCOMPARE(file.study->item(u"/d/a")->question.in(file.study->languages.first()), u"Word"_s);
    const QString xml = languageForXml(file.study->languages.first());
    QVERIFY(QRegularExpression(u"\\A[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*\\z"_s).match(xml).hasMatch());
    QCOMPARE(languageFromXml(xml), file.study->languages.first());
}

void TestXformFidelity::markupBecomesText_data()
{
    QTest::addColumn<QString>("plain");
    const std::pair<const char*, const char*> rows[] = {
        {"&lt;span style=\"color:red\"&gt;Stop&lt;/span&gt; here", "Stop here"},
        {"**Bold** and _soft_ and *this*", "Bold and soft and this"},
        {"# Title", "Title"},
        {"See [the guide](http://a.org/x)", "See the guide (http://a.org/x)"},
        {"3 * 4 * 5 &lt; 70", "3 * 4 * 5 < 70"},
        {"date_of_birth and a_b_c", "date_of_birth and a_b_c"},
        {"\\*not\\*", "*not*"},
        {"Take <b>two</b> now", "Take two now"},
        {"___", "___"},
    };
    for (const auto& [text, plain] : rows)
        QTest::newRow(text) << QString::fromUtf8(plain);
}

void TestXformFidelity::markupBecomesText()
{
    QFETCH(QString, plain);
    const QByteArray text(QTest::currentDataTag());
    const StudyFile file =
        studyOf("<instance><d id=\"f\"><a/></d></instance>", "<input ref=\"/d/a\"><label>" + text + "</label></input>");
    QCOMPARE(file.study->item(u"/d/a")->question.in({}), plain);
    const QString written = QString::fromUtf8(text).replace(u"&lt;"_s, u"<"_s).replace(u"&gt;"_s, u">"_s);
    QCOMPARE(!file.report.approximated.empty(), written != plain);
}

void TestXformFidelity::sixteenBitText()
{
    const QByteArray utf8 = xform("<instance><d id=\"f\"><größe/></d></instance>", "<input ref=\"/d/größe\"/>");
    const QString text = QChar(0xFEFF) + QString::fromUtf8(utf8);
    const auto file = samples::read(QByteArray(reinterpret_cast<const char*>(text.utf16()), text.size() * 2));
    QVERIFY2(file, qPrintable(file ? QString() : file.error().english()));
    QVERIFY(file->study->item(u"/d/größe") != nullptr);
}

void TestXformFidelity::manyNodes()
{
    QByteArray nodes;
    QByteArray controls;
    for (int i = 0; i < 40'000; ++i) {
        const QByteArray name = "n" + QByteArray::number(i);
        nodes += "<" + name + "/>";
        controls += "<input ref=\"/d/" + name + "\"/>";
    }
    QElapsedTimer timer;
    timer.start();
    const StudyFile file = studyOf("<instance><d id=\"f\">" + nodes + "</d></instance>", controls);
    QCOMPARE(file.study->items.size(), 40'000U);
    QVERIFY2(timer.elapsed() < 20'000, qPrintable(QString::number(timer.elapsed()))); // it took minutes once
    qInfo("40,000 nodes in %lld ms", static_cast<long long>(timer.elapsed()));
}

QTEST_APPLESS_MAIN(TestXformFidelity)
#include "tst_xformfidelity.moc"
