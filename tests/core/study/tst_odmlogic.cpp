// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/dialects.h"
#include "core/study/evaluator.h"
#include "core/study/formchecker.h"
#include "tests/core/study/studysamples.h"

#include <QTest>

using namespace sitebook;
using namespace Qt::StringLiterals;

class TestOdmLogic final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void expressionsGiveTheirValue_data();
    void expressionsGiveTheirValue();
    void mistakes_data();
    void mistakes();
    void theRealStudyRunsAllItsRules();
};

void TestOdmLogic::expressionsGiveTheirValue_data()
{
    QTest::addColumn<QString>("context");
    QTest::addColumn<QString>("value");
    // Gender = 'Female', Weight = 80, Height = 2, A.1 = 3, none without a value
    const auto row = [](const char* text, const QString& context, const char* value) {
        QTest::newRow(text) << context << QString::fromUtf8(value);
    };
    const QString& open = dialect::openEdc;
    row("!(Gender == \"Female\")", open, "0");
    row("!(Gender == 'Male')", open, "1");
    row("!(none == \"Other\")", open, "1"); // nothing answered: not asked
    row("Weight / Height ^ 2", open, "20");
    row("(A.Q-A.1 + Height) * 4", open, "20");
    row("A.Q-A.1 - 1", open, "2");
    row("none + 1", open, "");
    row("Gender == \"Female\" && Weight > 70", open, "1");
    row("Gender != \"Female\" || not (Weight >= 81)", open, "1");
    row("-Weight + 1.5", open, "-78.5");
    row("../ItemData[@ItemOID='Gender']/@Value='Female'", dialect::odmXpath, "1");
    row("../ItemData[@ItemOID='Gender']/@Value != 'Female' or ItemData[@ItemOID=\"Weight\"]/@Value > 70",
        dialect::odmXpath, "1");
    row("../ItemData[@ItemOID='none']/@Value='M'", dialect::odmXpath, "0");
}

void TestOdmLogic::expressionsGiveTheirValue()
{
    QFETCH(QString, context);
    QFETCH(QString, value);
    Result<Expression> expression = parseFormal({{context, QString::fromUtf8(QTest::currentDataTag())}});
    QVERIFY2(expression, qPrintable(expression ? QString() : expression.error().english()));
    const QStringList names{u"Gender"_s, u"Weight"_s, u"Height"_s, u"A.1"_s, u"none"_s};
    const std::vector<Value> values{Value::of(u"Female"), Value::of(80.0), Value::of(2.0), Value::of(3.0), Value()};
    QVERIFY(bindItems(*expression, [&](const QString& name) {
        const qsizetype at = names.indexOf(name);
        return at < 0 ? std::nullopt : std::optional<int>(at);
    }));
    EvaluationScratch scratch(QDateTime(QDate(2026, 11, 27), QTime(9, 0)));
    const Value result = evaluate(*expression, values, scratch);
    QCOMPARE(result.isMissing() ? QString() : QString::number(result.number, 'g', 10), value);
}

void TestOdmLogic::mistakes_data()
{
    QTest::addColumn<QString>("context");
    QTest::newRow("a ==") << dialect::openEdc;
    QTest::newRow("(a") << dialect::openEdc;
    QTest::newRow("a ; b") << dialect::openEdc;
    QTest::newRow("a b") << dialect::openEdc;
    QTest::newRow("//ItemData") << dialect::odmXpath;
    QTest::newRow("../ItemData[@ItemOID='A']/@Value='1' and count(../x) = 1") << dialect::odmXpath;
    QTest::newRow("brackets") << dialect::openEdc;
    QTest::newRow("signs") << dialect::openEdc;
}

void TestOdmLogic::mistakes()
{
    QFETCH(QString, context);
    QString text = QString::fromUtf8(QTest::currentDataTag());
    if (text == u"brackets")
        text = QString(19'000, u'(');
    if (text == u"signs")
        text = QString(19'000, u'!');
    QVERIFY(!parseFormal({{context, text}}));
}

void TestOdmLogic::theRealStudyRunsAllItsRules()
{
    const QString path = samples::realData(u"odm132-openedc/metadata.xml"_s);
    if (path.isEmpty())
        QSKIP("No real data here.");
    const auto file = readStudyFile(path);
    QVERIFY(file);
    const StudyDefinition& study = *file->study;
    QCOMPARE(study.items.size(), 28U);
    QCOMPARE(study.conditions.size(), 7U);
    QCOMPARE(study.methods.size(), 2U);
    size_t checks = 0;
    for (const ItemDef& item : study.items)
        checks += item.rangeChecks.size();
    QCOMPARE(checks, 8U);
    size_t byHand = 0;
    for (const FormDef& form : study.forms) {
        const auto checker = FormChecker::create(file->study, form.oid);
        QVERIFY(checker);
        for (const Finding& finding : checker->evaluate({}).findings)
            byHand += finding.code == "by_hand"_L1 ? 1 : 0;
    }
    QCOMPARE(byHand, 0U);
}

QTEST_APPLESS_MAIN(TestOdmLogic)
#include "tst_odmlogic.moc"
