// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/dialects.h"
#include "core/study/evaluator.h"

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
        {"surely(X = 1)", "false"},
        {"surely(A = 1)", "true"},
        {"not surely(X = 1)", "true"},
        {"otherwise(X, '')", "''"},
        {"otherwise(X, missing, A)", "1"},
        {"otherwise(X, '') = '1'", "false"},
        {"otherwise(A, '') = '1'", "true"},
        {"is_number(W)", "false"},
        {"is_number('1.5')", "true"},
        {"is_number(X)", "missing"},
        {"contains('abcd', 'bc')", "true"},
        {"starts_with('abcd', 'bc')", "false"},
        {"ends_with('abcd', 'cd')", "true"},
        {"contains(X, 'a')", "missing"},
        {"matches('A123', '[A-Z][0-9]+')", "true"},
        {"matches('xA123', '[A-Z][0-9]+')", "false"},
        {"matches('a', '(')", "missing"},
        {"chosen('1;8;12', '8')", "true"},
        {"chosen('1;8;12', '2')", "false"},
        {"chosen(X, '2')", "false"},
        {"count_chosen('1;8;12')", "3"},
        {"count_chosen(X)", "0"},
        {"power(2, 10)", "1024"},
        {"mod(7, 3)", "1"},
        {"mod(7, 0)", "missing"},
        {"sqrt(9)", "3"},
        {"sqrt(-1)", "missing"},
        {"log(exp(2))", "2"},
        {"log(100, 10)", "2"},
        {"log(0)", "missing"},
        {"truncate(-2.7)", "-2"},
        {"round_up(2.301, 2)", "2.31"},
        {"round_up(2.3, 1)", "2.3"},
        {"round_down(2.399, 2)", "2.39"},
        {"round_down(2.3 * 100)", "230"},
        {"median_answered(9, 1, X, 5)", "5"},
        {"median_answered(1, 2, 3, 10)", "2.5"},
        {"median_answered(X)", "missing"},
        {"stdev_answered(2, 4, 4, 4, 5, 5, 7, 9)", "2.1380899353"},
        {"stdev_answered(2)", "missing"},
        {"min_answered(X, 3, 2)", "2"},
        {"max_answered(X, 3, 2)", "3"},
        {"number('12.50')", "12.5"},
        {"number('twelve')", "missing"},
        {"weight(A)", "1"},
        {"length('a\xF0\x9F\x98\x80')", "2"},
        {"concat('a', X, 1.5, true)", "'a1.5true'"},
        {"left('abcd', 2)", "'ab'"},
        {"right('abcd', 9)", "'abcd'"},
        {"middle('abcd', 2, 2)", "'bc'"},
        {"middle('abcd', 3)", "'cd'"},
        {"middle('abcd', 0, 1)", "'a'"},
        {"upper('aé')", "'AÉ'"},
        {"lower('AÉ')", "'aé'"},
        {"trim('  a ')", "'a'"},
        {"text(1.50)", "'1.5'"},
        {"today()", "'2026-11-27'"},
        {"now()", "'2026-11-27T09:30:00'"},
        {"date_difference('2024-02-28', '2024-03-01', 'd')", "2"},
        {"date_difference('2024-03-01', '2024-02-28', 'd')", "2"},
        {"date_difference('2024-03-01', '2024-02-28', 'd', true)", "-2"},
        {"date_difference('2024-01-01T10:00', '2024-01-01T11:30', 'h')", "1.5"},
        {"date_difference('10:00', '11:30', 'm')", "90"},
        {"round(date_difference('2000-01-01', '2020-01-01', 'y'), 2)", "20"},
        {"date_difference('2024-01-01', '2024-01-02', 'w')", "missing"},
        {"date_difference('2024-01', '2024-01-02', 'd')", "missing"},
        {"date_difference(X, '2024-01-02', 'd')", "missing"},
        {"age('1990-11-28', today())", "35"},
        {"age('1990-11-27', today())", "36"},
        {"age('1990', '2026-12-31')", "36"},
        {"age('1990', '2026-06-30')", "missing"},
        {"age('1990-03', '2026-11-27')", "36"},
        {"age('1990-11', '2026-11-27')", "missing"},
        {"age('2030-01-01', '2026-11-27')", "missing"},
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
    EvaluationScratch scratch(QDateTime(QDate(2026, 11, 27), QTime(9, 30)));
    QTEST(show(evaluate(*expression, items, scratch)), "value");
}

void TestExpression::mistakesAreFoundWithTheirColumn_data()
{
    QTest::addColumn<int>("column");
    const std::pair<const char*, int> rows[] = {
        {"", 1},      {"A +", 4},           {"A = ", 5},      {"(A", 3},           {"A)", 2},
        {"A B", 3},   {"1 + 'a'", 5},       {"not 'a'", 5},   {"A = 1 and 2", 11}, {"'open", 1},
        {"[open", 1}, {"A ? B", 3},         {"nosuch(A)", 1}, {"if(A = 1, 2)", 1}, {"present(A, B)", 1},
        {"sum()", 1}, {"if('a', 1, 2)", 4}, {"A = B = C", 7}, {"and", 1},          {"sum(A,, B)", 7},
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
