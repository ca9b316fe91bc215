// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/evaluator.h"
#include "core/study/expression.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace sitebook;

namespace {

// The items the rows below may name: A = 1, B = 2, C = 2.5, W = 'Y', N = '3' (a text), D a date, T true, X and Z
// missing.
std::vector<Value> values()
{
    return {Value::of(1.0),           Value::of(2.0),  Value::of(2.5), Value::of(u"Y"), Value::of(u"3"),
            Value::of(u"2024-02-29"), Value::of(true), Value(),        Value::of(u"é]")};
}

std::optional<int> positionOf(const QString& name)
{
    static const QStringList names{u"A"_s, u"B"_s, u"C"_s, u"W"_s, u"N"_s, u"IT.D"_s, u"T"_s, u"X"_s, u"odd name]"_s};
    if (name == "OTHER_FORM"_L1)
        return -1;
    const qsizetype at = names.indexOf(name);
    return at < 0 ? std::nullopt : std::optional(static_cast<int>(at));
}

QString show(const Value& value)
{
    switch (value.kind) {
    case Value::Kind::Missing:
        return u"missing"_s;
    case Value::Kind::Boolean:
        return value.number != 0 ? u"true"_s : u"false"_s;
    case Value::Kind::Number:
        return QString::number(value.number, 'g', 12);
    case Value::Kind::Text:
        return u'\'' + value.text.toString() + u'\'';
    }
    return {};
}

} // namespace

class TestExpression final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void expressionsGiveTheirValue_data();
    void expressionsGiveTheirValue();
    void mistakesAreFoundWithTheirColumn_data();
    void mistakesAreFoundWithTheirColumn();
    void longAndDeepExpressionsAreRefused_data();
    void longAndDeepExpressionsAreRefused();
    void unknownItemsAreFound();
    void theFirstKnownDialectCounts();
};

void TestExpression::expressionsGiveTheirValue_data()
{
    QTest::addColumn<QString>("value");
    const std::pair<const char*, const char*> rows[] = {
        {"1 + 2 * 3", "7"},
        {"(1 + 2) * 3", "9"},
        {"7 - 2 - 1", "4"},
        {"8 / 4 / 2", "1"},
        {"-A + 3", "2"},
        {"--A", "1"},
        {".5 + 0.25", "0.75"},
        {"1 / 0", "missing"},
        {"A + X", "missing"},
        {"X * 0", "missing"},
        {"N + 1", "4"},
        {"W + 1", "missing"},
        {"A = 1", "true"},
        {"A == 1 and B != 1", "true"},
        {"0.1 + 0.2 = 0.3", "true"},
        {"A <> B", "true"},
        {"C >= 2.5", "true"},
        {"C > 2.5", "false"},
        {"W = 'Y'", "true"},
        {"W = \"N\"", "false"},
        {"W = 'y'", "false"},
        {"N = 3", "true"},
        {"N < 10", "true"},
        {"W = 1", "false"},
        {"W <> 1", "true"},
        {"W < 1", "missing"},
        {"IT.D < '2024-03-01'", "true"},
        {"[IT.D] = '2024-02-29'", "true"},
        {"[odd name]]] = 'é]'", "true"},
        {"'it''s' = 'it''s'", "true"},
        {"X = 1", "missing"},
        {"X <> 1", "missing"},
        {"X = missing", "missing"},
        {"OTHER_FORM = 1", "missing"},
        {"not X", "missing"},
        {"not (A = 2)", "true"},
        {"not A = 2", "true"},
        {"true or X = 1", "true"},
        {"X = 1 or true", "true"},
        {"false or X = 1", "missing"},
        {"false and X = 1", "false"},
        {"X = 1 and false", "false"},
        {"X = 1 and true", "missing"},
        {"A = 2 or A = 1 and B = 2", "true"},
        {"T", "true"},
        {"T and A = 1", "true"},
        {"present(A)", "true"},
        {"present(X)", "false"},
        {"present(A + X)", "false"},
        {"not present(W) or W <> 'Y'", "false"},
        {"not present(X) or X <> 'Y'", "true"},
        {"count_missing(A, X, B, X)", "2"},
        {"count_answered(A, X, B, X)", "2"},
        {"sum(A, B, C)", "5.5"},
        {"sum(A, X)", "missing"},
        {"sum_answered(A, X, B)", "3"},
        {"sum_answered(X)", "0"},
        {"mean(A, B)", "1.5"},
        {"mean(A, X)", "missing"},
        {"mean_answered(A, X, B)", "1.5"},
        {"mean_answered(X)", "missing"},
        {"min(A, B, C)", "1"},
        {"max(A, B, C)", "2.5"},
        {"max(A, X)", "missing"},
        {"round(2.5)", "3"},
        {"round(-2.5)", "-3"},
        {"round(2.345, 1)", "2.3"},
        {"round(X)", "missing"},
        {"abs(1 - 3)", "2"},
        {"if(A = 1, 'one', 'other')", "'one'"},
        {"if(A = 2, 1, missing)", "missing"},
        {"if(X = 1, 1, 2)", "missing"},
        {"if(count_missing(A, X) > 1, missing, 2 * mean_answered(A, X))", "2"},
        {"missing", "missing"},
    };
    for (const auto& [text, value] : rows)
        QTest::newRow(text) << QString::fromUtf8(value);
}

void TestExpression::expressionsGiveTheirValue()
{
    Result<Expression> expression = parseExpression(QString::fromUtf8(QTest::currentDataTag()));
    QVERIFY2(expression, qPrintable(expression ? QString() : expression.error().english()));
    QVERIFY(bindItems(*expression, &positionOf));
    const std::vector<Value> items = values();
    QTEST(show(evaluate(*expression, items)), "value");
}

void TestExpression::mistakesAreFoundWithTheirColumn_data()
{
    QTest::addColumn<int>("column");
    const std::pair<const char*, int> rows[] = {
        {"", 1},      {"A +", 4},           {"A = ", 5},      {"(A", 3},           {"A)", 2},
        {"A B", 3},   {"1 + 'a'", 5},       {"not 'a'", 5},   {"A = 1 and 2", 11}, {"'open", 1},
        {"[open", 1}, {"A ? B", 3},         {"nosuch(A)", 1}, {"if(A = 1, 2)", 1}, {"present(A, B)", 1},
        {"sum()", 5}, {"if('a', 1, 2)", 4}, {"A = B = C", 7}, {"and", 1},          {"sum(A,, B)", 7},
        {"A ! B", 3}, {"1.2.3", 4},         {"sum('x')", 5},  {"-true", 2},        {"1 + not A", 5},
    };
    for (const auto& [text, column] : rows)
        QTest::newRow(*text ? text : "(empty)") << column;
}

void TestExpression::mistakesAreFoundWithTheirColumn()
{
    QFETCH(int, column);
    const QString tag = QString::fromUtf8(QTest::currentDataTag());
    const Result<Expression> expression = parseExpression(tag == "(empty)"_L1 ? QString() : tag);
    QVERIFY(!expression);
    QCOMPARE(expression.error().code, ErrorCode::Invalid);
    QCOMPARE(expression.error().where, u"column %1"_s.arg(column));
}

void TestExpression::longAndDeepExpressionsAreRefused_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("parentheses") << QString(100000, u'(');
    QTest::newRow("signs") << QString(u"-"_s).repeated(3000) + u'1';
    QTest::newRow("not") << u"not "_s.repeated(3000) + u"true"_s;
    QTest::newRow("calls") << u"abs("_s.repeated(1000) + u'1' + u")"_s.repeated(1000);
    QTest::newRow("chain") << u"1"_s + u"+1"_s.repeated(100000);
}

void TestExpression::longAndDeepExpressionsAreRefused()
{
    QFETCH(QString, text);
    QVERIFY(!parseExpression(text));
}

void TestExpression::unknownItemsAreFound()
{
    Result<Expression> expression = parseExpression(u"A + NOSUCH"_s);
    QVERIFY(expression);
    const Result<> bound = bindItems(*expression, &positionOf);
    QVERIFY(!bound);
    QVERIFY(bound.error().english().contains("NOSUCH"_L1));
}

void TestExpression::theFirstKnownDialectCounts()
{
    QVERIFY(parseFormal({{u"XPath"_s, u"//x"_s}, {u"sitebook"_s, u"1 + 1"_s}}));
    const Result<Expression> none = parseFormal({{u"XPath"_s, u"//x"_s}});
    QVERIFY(!none);
    QCOMPARE(none.error().code, ErrorCode::Unsupported);
    QVERIFY(!parseFormal({}));
}

QTEST_APPLESS_MAIN(TestExpression)
#include "tst_expression.moc"
