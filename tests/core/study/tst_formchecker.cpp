// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/formchecker.h"
#include "studysamples.h"

#include <QTest>
#include <thread>

using namespace Qt::StringLiterals;
using namespace sitebook;

Q_DECLARE_METATYPE(sitebook::Fields)
Q_DECLARE_METATYPE(sitebook::ReportStatus)

namespace {

// "A=1 B=ND" as fields: a value in capital letters that is a missing code is the reason.
Fields fieldsOf(const QString& text)
{
    Fields fields;
    const QStringList pairs = text.split(u';', Qt::SkipEmptyParts);
    for (const QString& pair : pairs) {
        const QString value = pair.section(u'=', 1);
        const auto reason = value.startsWith(u'#') ? missingFromCode(value.mid(1)) : std::nullopt;
        fields.set(pair.section(u'=', 0, 0), reason ? FieldValue(*reason) : FieldValue(value));
    }
    return fields;
}

QString show(const std::vector<Finding>& findings)
{
    QStringList texts;
    for (const Finding& finding : findings)
        texts.append(finding.field + u' ' + finding.code +
                     (finding.severity == Severity::Warning ? u"?"_s : QString()));
    return texts.join(u", "_s);
}

// Items IT.<prefix>01, 02, ... with the answers; "." is a missing answer.
Fields answers(const QString& prefix, const QString& digits)
{
    Fields fields;
    const QStringList list = digits.split(u' ', Qt::SkipEmptyParts);
    for (qsizetype i = 0; i < list.size(); ++i)
        if (list[i] != "."_L1)
            fields.set(u"IT.%1%2"_s.arg(prefix).arg(i + 1, 2, 10, QLatin1Char('0')), list[i]);
    return fields;
}

// A form with one item of each kind of check.
const QByteArray kindsOfItems = R"(
<ItemDef OID="I" Name="I" DataType="integer" Length="3">
  <RangeCheck Comparator="GE" SoftHard="Hard"><CheckValue>20</CheckValue></RangeCheck>
  <RangeCheck Comparator="LE" SoftHard="Soft"><CheckValue>120</CheckValue></RangeCheck></ItemDef>
<ItemDef OID="F" Name="F" DataType="float" Length="5" SignificantDigits="1"/>
<ItemDef OID="D" Name="D" DataType="date">
  <RangeCheck Comparator="GE" SoftHard="Hard"><CheckValue>2000-01-01</CheckValue></RangeCheck></ItemDef>
<ItemDef OID="P" Name="P" DataType="partialDate">
  <RangeCheck Comparator="LT" SoftHard="Hard"><CheckValue>2020-06</CheckValue></RangeCheck></ItemDef>
<ItemDef OID="TM" Name="TM" DataType="time"/>
<ItemDef OID="DT" Name="DT" DataType="datetime"/>
<ItemDef OID="B" Name="B" DataType="boolean"/>
<ItemDef OID="T" Name="T" DataType="text" Length="4"/>
<ItemDef OID="C" Name="C" DataType="text"><CodeListRef CodeListOID="CL"/></ItemDef>
<ItemDef OID="E" Name="E" DataType="text"><CodeListRef CodeListOID="CX"/></ItemDef>
<ItemDef OID="S" Name="S" DataType="integer">
  <RangeCheck Comparator="IN" SoftHard="Hard"><CheckValue>1</CheckValue><CheckValue>3</CheckValue></RangeCheck>
  <RangeCheck Comparator="NOTIN" SoftHard="Soft"><CheckValue>3</CheckValue></RangeCheck></ItemDef>
<ItemDef OID="M" Name="M" DataType="text">
  <RangeCheck Comparator="EQ" SoftHard="Hard"><CheckValue>ok</CheckValue>
    <ErrorMessage><TranslatedText xml:lang="en">Say ok.</TranslatedText></ErrorMessage></RangeCheck></ItemDef>
<CodeList OID="CL" Name="CL" DataType="text"><EnumeratedItem CodedValue="Y"/><EnumeratedItem CodedValue="N"/></CodeList>
<CodeList OID="CX" Name="CX" DataType="text"><ExternalCodeList Dictionary="MedDRA"/></CodeList>)";

QByteArray refsTo(const QByteArray& oids, const QByteArray& mandatory)
{
    QByteArray refs;
    for (const QByteArray& oid : oids.split(' '))
        refs += "<ItemRef ItemOID=\"" + oid + "\" Mandatory=\"" + mandatory + "\"/>";
    return refs;
}

} // namespace

class TestFormChecker final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void eachCheckHasItsCode_data();
    void eachCheckHasItsCode();
    void requiredItemsAreAskedFor();
    void theStudysOwnSentenceIsShown();
    void scoresFollowTheLiterature_data();
    void scoresFollowTheLiterature();
    void questionsAreSkippedByTheirCondition_data();
    void questionsAreSkippedByTheirCondition();
    void whatIsStoredFollowsTheForm();
    void theStatusTellsHowFarTheFormIs_data();
    void theStatusTellsHowFarTheFormIs();
    void dependentRulesRunInOrder();
    void whatCannotBeRunIsCheckedByHand_data();
    void whatCannotBeRunIsCheckedByHand();
    void whyNamesTheRuleAndItsValues();
    void anUnknownFormIsRefused();
    void aConditionInAForeignLanguageHidesNothing();
    void aMethodInWordsLeavesItsItemToBeTyped();
    void oneCheckerServesManyThreads();
    void speed();

private:
    FormChecker demoForm(const QString& oid) const { return FormChecker::create(m_demo, oid).value(); }
    FormChecker kinds(const QByteArray& oids, const QByteArray& mandatory) const;
    std::shared_ptr<const StudyDefinition> m_demo;
};

void TestFormChecker::initTestCase()
{
    const Result<StudyFile> file = samples::shipped(u"demo"_s);
    QVERIFY2(file, qPrintable(file ? QString() : file.error().english()));
    m_demo = file->study;
}

FormChecker TestFormChecker::kinds(const QByteArray& oids, const QByteArray& mandatory) const
{
    return FormChecker::create(samples::form(refsTo(oids, mandatory), kindsOfItems).value().study, u"F"_s).value();
}

void TestFormChecker::eachCheckHasItsCode_data()
{
    QTest::addColumn<QString>("found");
    const std::pair<const char*, const char*> rows[] = {
        {"I=72", ""},
        {"I=072", ""},
        {"I=-5", "I range"},
        {"I=19", "I range"},
        {"I=20", ""},
        {"I=121", "I range?"},
        {"I=7.5", "I type"},
        {"I=7e1", "I type"},
        {"I= 72", "I type"},
        {"I=٧٢", "I type"},
        {"I=1000", "I length, I range?"},
        {"F=70", ""},
        {"F=70.5", ""},
        {"F=.5", ""},
        {"F=-0", ""},
        {"F=70.55", "F length?"},
        {"F=12345.6", "F length"},
        {"F=70,5", "F type"},
        {"F=.", "F type"},
        {"F=inf", "F type"},
        {"D=2024-02-29", ""},
        {"D=2023-02-29", "D date"},
        {"D=2023-02-31", "D date"},
        {"D=31.12.2023", "D date"},
        {"D=2023-12", "D date"},
        {"D=1999-12-31", "D range"},
        {"P=2019", ""},
        {"P=2020", ""},
        {"P=2021", "P range"},
        {"P=2019---15", ""},
        {"P=2019-13", "P date"},
        {"P=UN-DEC-2003", "P date"},
        {"TM=23:59", ""},
        {"TM=24:00", "TM date"},
        {"TM=9:30", "TM date"},
        {"TM=09:30:15.250", ""},
        {"DT=2024-02-29T10:00", ""},
        {"DT=2024-02-29T10:00:00+02:00", ""},
        {"DT=2024-02-30T10:00", "DT date"},
        {"DT=2024-02-29 10:00", "DT date"},
        {"B=true", ""},
        {"B=0", ""},
        {"B=maybe", "B type"},
        {"T=abcd", ""},
        {"T=abcde", "T length"},
        {"T=😀😀😀😀", ""},
        {"C=Y", ""},
        {"C=y", "C code_list"},
        {"C=#NA", ""},
        {"E=anything", ""},
        {"S=1", ""},
        {"S=2", "S range"},
        {"S=3", "S range?"},
        {"ZZ=1", "ZZ unknown_item"},
        {"A0=1;I=abc;ZZ=1", "A0 unknown_item, ZZ unknown_item, I type"},
    };
    for (const auto& [fields, found] : rows)
        QTest::newRow(fields) << QString::fromUtf8(found);
}

void TestFormChecker::eachCheckHasItsCode()
{
    const FormChecker checker = kinds("I F D P TM DT B T C E S M", "No");
    const FormEvaluation evaluation = checker.evaluate(fieldsOf(QString::fromUtf8(QTest::currentDataTag())));
    QTEST(show(evaluation.findings), "found");
    for (const Finding& finding : evaluation.findings)
        QVERIFY(!finding.message.isEmpty());
}

void TestFormChecker::requiredItemsAreAskedFor()
{
    const FormChecker checker = kinds("I T", "Yes");
    QCOMPARE(show(checker.evaluate({}).findings), u"I required, T required"_s);
    QCOMPARE(show(checker.evaluate(fieldsOf(u"I="_s)).findings), u"I required, T required"_s);
    QCOMPARE(show(checker.evaluate(fieldsOf(u"I=#ND;T=x"_s)).findings), QString());
}

void TestFormChecker::theStudysOwnSentenceIsShown()
{
    const FormEvaluation evaluation = kinds("M", "No").evaluate(fieldsOf(u"M=no"_s));
    QCOMPARE(evaluation.findings.size(), 1U);
    QCOMPARE(evaluation.findings.front().message.english(), u"Say ok."_s);
    QCOMPARE(kinds("I", "No").evaluate(fieldsOf(u"I=1"_s)).findings.front().message.english(),
             u"The value must be at least 20."_s);
}

void TestFormChecker::scoresFollowTheLiterature_data()
{
    QTest::addColumn<QString>("form");
    QTest::addColumn<QString>("prefix");
    QTest::addColumn<QString>("given");
    QTest::addColumn<QString>("score"); // empty: not scored
    QTest::addColumn<QString>("band");
    const auto row = [](const char* name, const char* form, const char* prefix, const QString& given, const char* score,
                        const char* band) {
        QTest::newRow(name) << QString::fromUtf8(form) << QString::fromUtf8(prefix) << given << QString::fromUtf8(score)
                            << QString::fromUtf8(band);
    };
    const auto phq = [&](const char* name, const char* given, const char* score, const char* band) {
        row(name, "F.PHQ9", "PHQ01", QString::fromUtf8(given), score, band);
    };
    phq("PHQ-9 pilot 001", "1 0 1 0 0 1 2 0 0", "5", "Mild");
    phq("PHQ-9 pilot 002", "2 2 2 2 2 3 2 3 3", "21", "Severe");
    phq("PHQ-9 highest", "3 3 3 3 3 3 3 3 3", "27", "Severe");
    phq("PHQ-9 no core symptom", "0 0 2 2 2 2 2 0 1", "11", "Moderate");
    phq("PHQ-9 few symptoms", "2 0 0 0 0 0 0 0 1", "3", "Minimal");
    phq("PHQ-9 lowest", "0 0 0 0 0 0 0 0 0", "0", "Minimal");
    phq("PHQ-9 at 15", "3 3 3 3 3 0 0 0 0", "15", "Moderately severe");
    phq("PHQ-9 one missing", "3 3 3 3 . 3 3 3 3", "", "");
    phq("PHQ-9 difficulty is not summed", "1 1 1 1 1 1 1 1 1 3", "9", "Mild");
    phq("PHQ-9 answer outside the code list", "1 1 1 1 7 1 1 1 1", "", "");
    const auto gad = [&](const char* name, const char* given, const char* score, const char* band) {
        row(name, "F.GAD7", "GAD01", QString::fromUtf8(given), score, band);
    };
    gad("GAD-7 highest", "3 3 3 3 3 3 3", "21", "Severe");
    gad("GAD-7 at 10", "2 2 2 2 2 0 0", "10", "Moderate");
    gad("GAD-7 at 4", "1 1 1 1 0 0 0", "4", "Minimal");
    gad("GAD-7 one missing", "1 1 1 1 0 0 .", "", "");
    const auto all = [](const QString& answer, int missing) -> QString {
        return QString(answer + u' ').repeated(20 - missing) + u". "_s.repeated(missing);
    };
    row("CES-D all rarely", "F.CESD", "CESD01", all(u"0"_s, 0), "12", "Below the cut-off of 16");
    row("CES-D all most", "F.CESD", "CESD01", all(u"3"_s, 0), "48", "At or above the cut-off of 16");
    row("CES-D highest", "F.CESD", "CESD01", u"3 3 3 0 3 3 3 0 3 3 3 0 3 3 3 0 3 3 3 3"_s, "60",
        "At or above the cut-off of 16");
    row("CES-D at 16", "F.CESD", "CESD01", u"1 1 1 3 1 1 1 3 1 1 1 3 1 1 1 3 1 1 1 1"_s, "16",
        "At or above the cut-off of 16");
    // 16 answered items, all "rarely": four reversed ones give 12, mean 0.75, times 20.
    row("CES-D four missing", "F.CESD", "CESD01", all(u"0"_s, 4), "15", "Below the cut-off of 16");
    // 12 reversed and one point of 16 items: mean 13/16, times 20 is 16.25.
    row("CES-D rounded to nearest", "F.CESD", "CESD01", u"1 "_s + u"0 "_s.repeated(15), "16",
        "At or above the cut-off of 16");
    row("CES-D five missing", "F.CESD", "CESD01", all(u"0"_s, 5), "", "");
    row("CES-D nothing answered", "F.CESD", "CESD01", QString(), "", "");
}

void TestFormChecker::scoresFollowTheLiterature()
{
    QFETCH(QString, form);
    QFETCH(QString, prefix);
    QFETCH(QString, given);
    QFETCH(QString, score);
    QFETCH(QString, band);
    const FormChecker checker = demoForm(form);
    const FormEvaluation evaluation = checker.evaluate(answers(prefix, given));
    const std::vector<ScoreReading> readings = checker.readings(evaluation.computed);
    QCOMPARE(readings.size(), 1U);
    QCOMPARE(readings.front().value, score);
    QCOMPARE(readings.front().band.in(u"en"_s), band);
    QCOMPARE(evaluation.computed.text(readings.front().itemOid), score);
    QCOMPARE(evaluation.computed.contains(readings.front().itemOid), !score.isEmpty());
    QCOMPARE(readings.front().title.in(u"zh"_s), u"总分"_s);
    QVERIFY(readings.front().maximum > 20);
}

void TestFormChecker::questionsAreSkippedByTheirCondition_data()
{
    QTest::addColumn<QString>("form");
    QTest::addColumn<QString>("fields");
    QTest::addColumn<QString>("hidden");
    QTest::newRow("PHQ-9 untouched") << u"F.PHQ9"_s << QString() << u"IT.PHQ0110"_s;
    QTest::newRow("PHQ-9 all zero") << u"F.PHQ9"_s << u"IT.PHQ0101=0;IT.PHQ0102=0"_s << u"IT.PHQ0110"_s;
    QTest::newRow("PHQ-9 one problem") << u"F.PHQ9"_s << u"IT.PHQ0101=0;IT.PHQ0105=1"_s << QString();
    QTest::newRow("smoking not answered") << u"F.VS"_s << QString() << u"IT.CIGS"_s;
    QTest::newRow("no smoker") << u"F.VS"_s << u"IT.SMOKER=N"_s << u"IT.CIGS"_s;
    QTest::newRow("smoker") << u"F.VS"_s << u"IT.SMOKER=Y"_s << QString();
    QTest::newRow("smoking unknown") << u"F.VS"_s << u"IT.SMOKER=#UNK"_s << u"IT.CIGS"_s;
    QTest::newRow("smoking answered wrongly") << u"F.VS"_s << u"IT.SMOKER=perhaps"_s << u"IT.CIGS"_s;
}

void TestFormChecker::questionsAreSkippedByTheirCondition()
{
    QFETCH(QString, form);
    QFETCH(QString, fields);
    const FormEvaluation evaluation = demoForm(form).evaluate(fieldsOf(fields));
    QTEST(evaluation.hidden.join(u','), "hidden");
    for (const Finding& finding : evaluation.findings)
        QVERIFY(!evaluation.hidden.contains(finding.field));
}

void TestFormChecker::whatIsStoredFollowsTheForm()
{
    const FormChecker visit = demoForm(u"F.VS"_s);
    const Fields given = fieldsOf(u"IT.SMOKER=N;IT.CIGS=900;IT.WEIGHT=70.10"_s);
    const FormEvaluation evaluation = visit.evaluate(given);
    QCOMPARE(visit.normalised(given, evaluation), fieldsOf(u"IT.SMOKER=N;IT.WEIGHT=70.10"_s));

    // A total is never taken from outside, and goes when it cannot be computed any more.
    const FormChecker phq = demoForm(u"F.PHQ9"_s);
    Fields answered = answers(u"PHQ01"_s, u"1 1 1 1 1 1 1 1 1 2"_s);
    answered.set(u"IT.PHQ0111"_s, u"3"_s);
    QCOMPARE(phq.normalised(answered, phq.evaluate(answered)).text(u"IT.PHQ0111"), u"9"_s);
    answered.remove(u"IT.PHQ0104"_s);
    QVERIFY(!phq.normalised(answered, phq.evaluate(answered)).contains(u"IT.PHQ0111"));
}

void TestFormChecker::theStatusTellsHowFarTheFormIs_data()
{
    QTest::addColumn<QString>("fields");
    QTest::addColumn<ReportStatus>("status");
    const QString full = u"IT.VSDAT=2025-01-02;IT.WEIGHT=70;IT.PULSE=60;IT.SMOKER=N"_s;
    QTest::newRow("nothing") << QString() << ReportStatus::NotStarted;
    QTest::newRow("cleared") << u"IT.VSDAT="_s << ReportStatus::NotStarted;
    QTest::newRow("only a hidden value") << u"IT.CIGS=5"_s << ReportStatus::NotStarted;
    QTest::newRow("begun") << u"IT.VSDAT=2025-01-02"_s << ReportStatus::Incomplete;
    QTest::newRow("full") << full << ReportStatus::Complete;
    QTest::newRow("a reason counts") << QString(full).replace("IT.PULSE=60"_L1, "IT.PULSE=#ND"_L1)
                                     << ReportStatus::Complete;
    QTest::newRow("unusual") << QString(full).replace("=60"_L1, "=130"_L1) << ReportStatus::Complete;
    QTest::newRow("impossible") << QString(full).replace("=60"_L1, "=500"_L1) << ReportStatus::Incomplete;
    QTest::newRow("a question opened") << QString(full).replace("=N"_L1, "=Y"_L1) << ReportStatus::Incomplete;
}

void TestFormChecker::theStatusTellsHowFarTheFormIs()
{
    QFETCH(QString, fields);
    const FormChecker checker = demoForm(u"F.VS"_s);
    const Fields given = fieldsOf(fields);
    QTEST(checker.statusOf(given, checker.evaluate(given)), "status");
}

void TestFormChecker::dependentRulesRunInOrder()
{
    // Y = X * 2 is asked for before X stands; Z is hidden by Y; W counts Z.
    const Result<StudyFile> file = samples::form(
        "<ItemRef ItemOID=\"W\" Mandatory=\"No\" MethodOID=\"MW\"/>"
        "<ItemRef ItemOID=\"Z\" Mandatory=\"Yes\" CollectionExceptionConditionOID=\"CZ\"/>"
        "<ItemRef ItemOID=\"Y\" Mandatory=\"No\" MethodOID=\"MY\"/><ItemRef ItemOID=\"X\" Mandatory=\"No\"/>",
        "<ItemDef OID=\"W\" Name=\"W\" DataType=\"text\"/><ItemDef OID=\"X\" Name=\"X\" DataType=\"float\"/>"
        "<ItemDef OID=\"Y\" Name=\"Y\" DataType=\"float\" SignificantDigits=\"2\"/>"
        "<ItemDef OID=\"Z\" Name=\"Z\" DataType=\"integer\"/>"
        "<ConditionDef OID=\"CZ\" Name=\"CZ\"><FormalExpression Context=\"sitebook\">Y &gt; "
        "3</FormalExpression></ConditionDef>"
        "<MethodDef OID=\"MY\" Name=\"MY\" Type=\"Computation\"><FormalExpression Context=\"sitebook\">X * "
        "2</FormalExpression></MethodDef>"
        "<MethodDef OID=\"MW\" Name=\"MW\" Type=\"Computation\"><FormalExpression Context=\"sitebook\">if(present(Z), "
        "'asked', 'not asked')</FormalExpression></MethodDef>");
    QVERIFY(file);
    const FormChecker checker = FormChecker::create(file->study, u"F"_s).value();
    const FormEvaluation hidden = checker.evaluate(fieldsOf(u"X=2;Z=1"_s));
    QCOMPARE(hidden.hidden, QStringList{u"Z"_s});
    QCOMPARE(hidden.computed, fieldsOf(u"W=not asked;Y=4.00"_s));
    QVERIFY(hidden.findings.empty());
    QCOMPARE(checker.evaluate(fieldsOf(u"X=1;Z=1"_s)).computed, fieldsOf(u"W=asked;Y=2.00"_s));
}

void TestFormChecker::whatCannotBeRunIsCheckedByHand_data()
{
    QTest::addColumn<QByteArray>("context");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("foreign language") << QByteArray("nobody's") << QByteArray("B ^ 2");
    QTest::newRow("does not parse") << QByteArray("sitebook") << QByteArray("B +");
    QTest::newRow("unknown item") << QByteArray("sitebook") << QByteArray("NOSUCH + 1");
    QTest::newRow("depends on itself") << QByteArray("sitebook") << QByteArray("A + B");
}

void TestFormChecker::whatCannotBeRunIsCheckedByHand()
{
    QFETCH(QByteArray, context);
    QFETCH(QByteArray, text);
    const Result<StudyFile> file = samples::form(
        "<ItemRef ItemOID=\"A\" Mandatory=\"No\" MethodOID=\"M\"/><ItemRef ItemOID=\"B\" Mandatory=\"No\"/>",
        "<ItemDef OID=\"A\" Name=\"A\" DataType=\"integer\"/><ItemDef OID=\"B\" Name=\"B\" DataType=\"integer\"/>"
        "<MethodDef OID=\"M\" Name=\"M\" Type=\"Computation\"><FormalExpression Context=\"" +
            context + "\">" + text + "</FormalExpression></MethodDef>");
    QVERIFY(file);
    const FormChecker checker = FormChecker::create(file->study, u"F"_s).value();
    const Fields typed = fieldsOf(u"A=4;B=2"_s);
    const FormEvaluation evaluation = checker.evaluate(typed);
    QVERIFY(evaluation.computed.isEmpty());
    QCOMPARE(evaluation.findings.size(), 1U);
    QCOMPARE(evaluation.findings.front().severity, Severity::Information);
    QCOMPARE(evaluation.findings.front().field, u"A"_s);
    QCOMPARE(evaluation.findings.front().code, u"by_hand"_s);
    QCOMPARE(checker.normalised(typed, evaluation), typed); // what a person typed stays
    QCOMPARE(checker.statusOf(typed, evaluation), ReportStatus::Complete);
}

void TestFormChecker::whyNamesTheRuleAndItsValues()
{
    const Result<StudyFile> file = samples::form(
        "<ItemRef ItemOID=\"A\" Mandatory=\"No\"/>"
        "<ItemRef ItemOID=\"B\" Mandatory=\"No\" CollectionExceptionConditionOID=\"C\"/>"
        "<ItemRef ItemOID=\"S\" Mandatory=\"No\" MethodOID=\"M\"/>",
        "<ItemDef OID=\"A\" Name=\"A\" DataType=\"integer\"/><ItemDef OID=\"B\" Name=\"B\" DataType=\"integer\"/>"
        "<ItemDef OID=\"S\" Name=\"S\" DataType=\"integer\"/>"
        "<ConditionDef OID=\"C\" Name=\"Only the old\"><FormalExpression Context=\"sitebook\">A &lt; "
        "18</FormalExpression></ConditionDef>"
        "<MethodDef OID=\"M\" Name=\"Sum\" Type=\"Computation\"><FormalExpression Context=\"sitebook\">A + "
        "B</FormalExpression></MethodDef>");
    QVERIFY(file);
    const FormChecker checker = FormChecker::create(file->study, u"F"_s).value();
    using Outcome = WhyLine::Outcome;
    const auto hidden = checker.why(u"B"_s, fieldsOf(u"A=17;B=5"_s));
    QCOMPARE(hidden.size(), 1U);
    QCOMPARE(hidden[0].outcome, Outcome::NotAsked);
    QCOMPARE(hidden[0].name, u"Only the old"_s);
    QCOMPARE(hidden[0].rule, u"A < 18"_s);
    QCOMPARE(hidden[0].operands, (std::vector<WhyLine::Operand>{{u"A"_s, u"17"_s}}));
    QCOMPARE(checker.why(u"B"_s, fieldsOf(u"A=18"_s))[0].outcome, Outcome::Asked);
    const auto sum = checker.why(u"S"_s, fieldsOf(u"A=20;B=5"_s));
    QCOMPARE(sum[0].outcome, Outcome::Computed);
    QCOMPARE(sum[0].result, u"25"_s);
    QCOMPARE(sum[0].operands, (std::vector<WhyLine::Operand>{{u"A"_s, u"20"_s}, {u"B"_s, u"5"_s}}));
    QCOMPARE(checker.why(u"S"_s, fieldsOf(u"A=20"_s))[0].outcome, Outcome::CannotTell);
    QVERIFY(checker.why(u"A"_s, {}).empty());
    QVERIFY(checker.why(u"NOSUCH"_s, {}).empty());
}

void TestFormChecker::anUnknownFormIsRefused()
{
    const Result<StudyFile> file = samples::form("", "");
    QVERIFY(file);
    const Result<FormChecker> checker = FormChecker::create(file->study, u"F.NONE"_s);
    QVERIFY(!checker);
    QCOMPARE(checker.error().code, ErrorCode::NotFound);
}

void TestFormChecker::aConditionInAForeignLanguageHidesNothing()
{
    const Result<StudyFile> file =
        samples::form("<ItemRef ItemOID=\"A\" Mandatory=\"No\" CollectionExceptionConditionOID=\"C\"/>",
                      "<ItemDef OID=\"A\" Name=\"A\" DataType=\"integer\"/><ConditionDef OID=\"C\" Name=\"C\">"
                      "<FormalExpression Context=\"nobody's\">true()</FormalExpression></ConditionDef>");
    QVERIFY(file);
    QVERIFY(FormChecker::create(file->study, u"F"_s).value().evaluate({}).hidden.isEmpty());
    const auto& notes = file->report.approximated;
    QVERIFY(std::any_of(notes.begin(), notes.end(), [](const FidelityEntry& entry) {
        return entry.element == "ConditionDef C"_L1 && entry.note.contains("always asked"_L1);
    }));
}

void TestFormChecker::aMethodInWordsLeavesItsItemToBeTyped()
{
    const Result<StudyFile> file = samples::form(
        "<ItemRef ItemOID=\"A\" Mandatory=\"Yes\" MethodOID=\"M\"/>",
        "<ItemDef OID=\"A\" Name=\"A\" DataType=\"integer\"/><MethodDef OID=\"M\" Name=\"M\" Type=\"Computation\">"
        "<Description><TranslatedText>Count the tablets.</TranslatedText></Description></MethodDef>");
    QVERIFY(file);
    const FormChecker checker = FormChecker::create(file->study, u"F"_s).value();
    QCOMPARE(show(checker.evaluate({}).findings), u"A required"_s);
    QCOMPARE(checker.normalised(fieldsOf(u"A=3"_s), checker.evaluate(fieldsOf(u"A=3"_s))), fieldsOf(u"A=3"_s));
}

void TestFormChecker::oneCheckerServesManyThreads()
{
    const FormChecker checker = demoForm(u"F.CESD"_s);
    std::atomic<int> wrong = 0;
    std::vector<std::thread> threads;
    for (int answer = 0; answer < 4; ++answer) {
        threads.emplace_back([&, answer] {
            const Fields given = answers(u"CESD01"_s, QString(QString::number(answer) + u' ').repeated(20));
            const QString expected = QString::number(16 * answer + 4 * (3 - answer));
            for (int i = 0; i < 500; ++i)
                wrong += checker.evaluate(given).computed.text(u"IT.CESD0121") == expected ? 0 : 1;
        });
    }
    for (std::thread& thread : threads)
        thread.join();
    QCOMPARE(wrong.load(), 0);
}

void TestFormChecker::speed()
{
    const FormChecker checker = demoForm(u"F.PHQ9"_s);
    const Fields given = answers(u"PHQ01"_s, u"1 0 1 0 0 1 2 0 0 1"_s);
    QBENCHMARK
    {
        QVERIFY(!checker.evaluate(given).computed.isEmpty());
    }
}

QTEST_APPLESS_MAIN(TestFormChecker)
#include "tst_formchecker.moc"
