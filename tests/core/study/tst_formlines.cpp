// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/itemkey.h"
#include "core/study/formchecker.h"
#include "studysamples.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace sitebook;

Q_DECLARE_METATYPE(sitebook::Fields)

namespace {

// Medication: one head item and a table of drugs, with rules inside a line and over all lines.
const QByteArray medication = R"(
<FormDef OID="F" Name="F" Repeating="No"><ItemGroupRef ItemGroupOID="HEAD" Mandatory="Yes"/>
  <ItemGroupRef ItemGroupOID="MEDS" Mandatory="No"/><ItemGroupRef ItemGroupOID="TAIL" Mandatory="No"/></FormDef>
<ItemGroupDef OID="HEAD" Name="HEAD" Repeating="No"><ItemRef ItemOID="ANY" Mandatory="No"/></ItemGroupDef>
<ItemGroupDef OID="MEDS" Name="MEDS" Repeating="Yes">
  <ItemRef ItemOID="DRUG" Mandatory="Yes"/>
  <ItemRef ItemOID="DOSE" Mandatory="No"/>
  <ItemRef ItemOID="TWICE" Mandatory="No" MethodOID="M.TWICE"/>
  <ItemRef ItemOID="ENDED" Mandatory="No"/>
  <ItemRef ItemOID="WHY" Mandatory="No" CollectionExceptionConditionOID="C.NOTENDED"/></ItemGroupDef>
<ItemGroupDef OID="TAIL" Name="TAIL" Repeating="No">
  <ItemRef ItemOID="TOTAL" Mandatory="No" MethodOID="M.TOTAL"/>
  <ItemRef ItemOID="DRUGS" Mandatory="No" MethodOID="M.DRUGS"/>
  <ItemRef ItemOID="FIRST" Mandatory="No" MethodOID="M.FIRST"/></ItemGroupDef>
<ItemDef OID="ANY" Name="ANY" DataType="text"/>
<ItemDef OID="DRUG" Name="DRUG" DataType="text"/>
<ItemDef OID="DOSE" Name="DOSE" DataType="integer">
  <RangeCheck Comparator="LE" SoftHard="Hard"><CheckValue>100</CheckValue></RangeCheck></ItemDef>
<ItemDef OID="TWICE" Name="TWICE" DataType="integer"/>
<ItemDef OID="ENDED" Name="ENDED" DataType="text"/>
<ItemDef OID="WHY" Name="WHY" DataType="text"/>
<ItemDef OID="TOTAL" Name="TOTAL" DataType="integer"/>
<ItemDef OID="DRUGS" Name="DRUGS" DataType="integer"/>
<ItemDef OID="FIRST" Name="FIRST" DataType="integer"/>
<ConditionDef OID="C.NOTENDED" Name="C"><Description><TranslatedText xml:lang="en">x</TranslatedText></Description>
  <FormalExpression Context="sitebook">ENDED != 'y'</FormalExpression></ConditionDef>
<MethodDef OID="M.TWICE" Name="M" Type="Computation"><Description><TranslatedText xml:lang="en">x</TranslatedText>
  </Description><FormalExpression Context="sitebook">DOSE * 2</FormalExpression></MethodDef>
<MethodDef OID="M.TOTAL" Name="M" Type="Computation"><Description><TranslatedText xml:lang="en">x</TranslatedText>
  </Description><FormalExpression Context="sitebook">sum_answered(TWICE) + 1</FormalExpression></MethodDef>
<MethodDef OID="M.DRUGS" Name="M" Type="Computation"><Description><TranslatedText xml:lang="en">x</TranslatedText>
  </Description><FormalExpression Context="sitebook">count_answered(DRUG)</FormalExpression></MethodDef>
<MethodDef OID="M.FIRST" Name="M" Type="Computation"><Description><TranslatedText xml:lang="en">x</TranslatedText>
  </Description><FormalExpression Context="sitebook">DOSE + 1</FormalExpression></MethodDef>)";

Fields fieldsOf(const QString& text)
{
    Fields fields;
    for (const QString& pair : text.split(u';', Qt::SkipEmptyParts))
        fields.set(pair.section(u'=', 0, 0), pair.section(u'=', 1));
    return fields;
}

QString show(const Fields& fields)
{
    QStringList texts;
    for (const Fields::Entry& entry : fields)
        texts.append(entry.name + u'=' + entry.value.text);
    return texts.join(u';');
}

QString show(const std::vector<Finding>& findings)
{
    QStringList texts;
    for (const Finding& finding : findings)
        if (finding.severity != Severity::Information)
            texts.append(finding.field + u' ' + finding.code);
    return texts.join(u", "_s);
}

FormChecker checkerOf(QByteArray document, const QByteArray& from = {}, const QByteArray& to = {})
{
    if (!from.isEmpty())
        document.replace(from, to);
    const auto study = samples::read(samples::odm(document));
    if (!study)
        qFatal("%s", qPrintable(study.error().english()));
    return *FormChecker::create(study->study, u"F"_s);
}

} // namespace

class TestFormLines final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void keysGoThereAndBack_data();
    void keysGoThereAndBack();
    void everyLineIsARowOfItsOwn_data();
    void everyLineIsARowOfItsOwn();
    void whatIsStoredHasLines();
    void linesAreNumbered();
    void whyIsOfTheLine();
    void aLineIsNeededWhereTheStudySaysSo();
    void noMoreLinesThanTheStudyAllows();
    void aRuleOutsideNeedsASummary();
};

void TestFormLines::keysGoThereAndBack_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("oid");
    QTest::addColumn<int>("line");
    QTest::newRow("single") << u"IT.DOSE"_s << u"IT.DOSE"_s << 0;
    QTest::newRow("line") << u"IT.DOSE#2"_s << u"IT.DOSE"_s << 2;
    QTest::newRow("many") << u"IT.DOSE#123456"_s << u"IT.DOSE"_s << 123456;
    QTest::newRow("two marks") << u"A#1#2"_s << u"A#1"_s << 2;
    QTest::newRow("no number") << u"A#x"_s << u"A#x"_s << 0;
    QTest::newRow("zero") << u"A#0"_s << u"A#0"_s << 0;
    QTest::newRow("leading zero") << u"A#01"_s << u"A#01"_s << 0;
    QTest::newRow("too long") << u"A#1234567"_s << u"A#1234567"_s << 0;
    QTest::newRow("nothing behind") << u"A#"_s << u"A#"_s << 0;
}

void TestFormLines::keysGoThereAndBack()
{
    QFETCH(const QString, key);
    const ItemKey read = ItemKey::of(key);
    QTEST(read.oid, "oid");
    QTEST(read.line, "line");
    QCOMPARE(read.text(), key);
}

void TestFormLines::everyLineIsARowOfItsOwn_data()
{
    QTest::addColumn<QString>("given");
    QTest::addColumn<QString>("computed");
    QTest::addColumn<QString>("hidden");
    QTest::addColumn<QString>("findings");
    QTest::newRow("no line") << u"ANY=x"_s << u"DRUGS=0;TOTAL=1"_s << QString() << QString();
    QTest::newRow("one") << u"DRUG#1=a;DOSE#1=5;ENDED#1=y"_s << u"DRUGS=1;TOTAL=11;TWICE#1=10"_s << QString()
                         << QString();
    QTest::newRow("two differ") << u"DRUG#1=a;DOSE#1=5;ENDED#1=n;DRUG#3=b;DOSE#3=7;ENDED#3=y"_s
                                << u"DRUGS=2;TOTAL=25;TWICE#1=10;TWICE#3=14"_s << u"WHY#1"_s << QString();
    QTest::newRow("hidden on its line") << u"DRUG#1=a;ENDED#1=n;WHY#1=z;DRUG#2=b;ENDED#2=y;WHY#2=z"_s
                                        << u"DRUGS=2;TOTAL=1"_s << u"WHY#1"_s << QString();
    QTest::newRow("required on its line")
        << u"DRUG#1=a;DOSE#2=5;ENDED#2=y"_s << u"DRUGS=1;TOTAL=11;TWICE#2=10"_s << QString() << u"DRUG#2 required"_s;
    QTest::newRow("checked on its line") << u"DRUG#1=a;DOSE#1=500;DRUG#2=b;DOSE#2=50"_s
                                         << u"DRUGS=2;TOTAL=1101;TWICE#1=1000;TWICE#2=100"_s << QString()
                                         << u"DOSE#1 range"_s;
    QTest::newRow("an empty line is none")
        << u"DRUG#1=a;DRUG#2=;DOSE#2="_s << u"DRUGS=1;TOTAL=1"_s << QString() << QString();
    QTest::newRow("without a number") << u"DRUG=a;DOSE=4"_s << u"DRUGS=1;TOTAL=9;TWICE#1=8"_s << QString() << QString();
    QTest::newRow("unknown") << u"DRUG#1=a;ANY#2=x;NO#1=y"_s << u"DRUGS=1;TOTAL=1"_s << QString()
                             << u"ANY#2 unknown_item, NO#1 unknown_item"_s;
}

void TestFormLines::everyLineIsARowOfItsOwn()
{
    QFETCH(const QString, given);
    const FormEvaluation evaluation = checkerOf(medication).evaluate(fieldsOf(given));
    QTEST(show(evaluation.computed), "computed");
    QTEST(evaluation.hidden.join(u' '), "hidden");
    QTEST(show(evaluation.findings), "findings");
}

void TestFormLines::whatIsStoredHasLines()
{
    const FormChecker checker = checkerOf(medication);
    const Fields given = fieldsOf(u"DRUG=a;DOSE=4;TWICE=99;DRUG#2=b;ENDED#2=n;WHY#2=z"_s);
    const FormEvaluation evaluation = checker.evaluate(given);
    QCOMPARE(show(checker.normalised(given, evaluation)),
             u"DOSE#1=4;DRUG#1=a;DRUG#2=b;DRUGS=2;ENDED#2=n;TOTAL=9;TWICE#1=8"_s);
    QCOMPARE(checker.statusOf(given, evaluation), ReportStatus::Complete);
    QVERIFY(checker.computes(u"TWICE#7"_s));
    QVERIFY(!checker.computes(u"DOSE#7"_s));
}

void TestFormLines::linesAreNumbered()
{
    const FormChecker checker = checkerOf(medication);
    const Fields given = fieldsOf(u"ANY=x;DOSE#12=1;DRUG#2=a;DRUG#12=b;DRUG#5="_s);
    QCOMPARE(checker.linesOf(u"MEDS", given), (std::vector<int>{2, 12}));
    QCOMPARE(checker.linesOf(u"HEAD", given), std::vector<int>());
}

void TestFormLines::whyIsOfTheLine()
{
    const FormChecker checker = checkerOf(medication);
    const Fields given = fieldsOf(u"DRUG#1=a;ENDED#1=n;DRUG#2=b;ENDED#2=y"_s);
    const auto first = checker.why(u"WHY#1"_s, given);
    const auto second = checker.why(u"WHY#2"_s, given);
    QCOMPARE(first.size(), size_t(1));
    QCOMPARE(first.front().outcome, WhyLine::Outcome::NotAsked);
    QCOMPARE(first.front().operands.front(), (WhyLine::Operand{u"ENDED"_s, u"n"_s}));
    QCOMPARE(second.front().outcome, WhyLine::Outcome::Asked);
    QCOMPARE(second.front().operands.front(), (WhyLine::Operand{u"ENDED"_s, u"y"_s}));
    const auto later = checker.why(u"WHY#9"_s, given);
    QCOMPARE(later.front().operands.front(), (WhyLine::Operand{u"ENDED"_s, QString()}));
}

void TestFormLines::aLineIsNeededWhereTheStudySaysSo()
{
    const FormChecker checker =
        checkerOf(medication, "ItemGroupOID=\"MEDS\" Mandatory=\"No\"", "ItemGroupOID=\"MEDS\" Mandatory=\"Yes\"");
    QCOMPARE(show(checker.evaluate(fieldsOf(u"ANY=x"_s)).findings), u"MEDS required"_s);
    QCOMPARE(show(checker.evaluate(fieldsOf(u"DRUG#4=x"_s)).findings), QString());
}

void TestFormLines::noMoreLinesThanTheStudyAllows()
{
    const auto file = samples::read(samples::odm(medication));
    QVERIFY(file);
    auto study = std::make_shared<StudyDefinition>(*file->study);
    for (ItemGroupDef& group : study->groups)
        group.maxRepeats = group.repeating ? 2 : 0;
    const FormChecker checker = *FormChecker::create(study, u"F"_s);
    QCOMPARE(show(checker.evaluate(fieldsOf(u"DRUG#1=a;DRUG#5=b"_s)).findings), QString());
    QCOMPARE(show(checker.evaluate(fieldsOf(u"DRUG#1=a;DRUG#5=b;DRUG#6=c"_s)).findings), u"MEDS lines"_s);
}

void TestFormLines::aRuleOutsideNeedsASummary()
{
    // DOSE + 1 of which line? Nothing is computed from one of them.
    const FormEvaluation evaluation = checkerOf(medication).evaluate(fieldsOf(u"DRUG#1=a;DOSE#1=5;FIRST=6"_s));
    QVERIFY(!evaluation.computed.contains(u"FIRST"_s));
    const bool byHand = std::any_of(evaluation.findings.begin(), evaluation.findings.end(), [](const Finding& finding) {
        return finding.field == u"FIRST"_s && finding.code == u"by_hand"_s;
    });
    QVERIFY(byHand);
}

QTEST_GUILESS_MAIN(TestFormLines)
#include "tst_formlines.moc"
