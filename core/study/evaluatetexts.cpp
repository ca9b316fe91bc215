// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/codeset.h"
#include "core/study/datearithmetic.h"
#include "core/study/evaluation.h"

#include <QRegularExpression>
#include <array>

namespace sitebook::evaluation {

namespace {

using Operation = Expression::Operation;
using Kind = Value::Kind;

constexpr qsizetype longestSubject = 100'000; // what a study's own regular expression may be tried on

// The operands as texts; nothing when one is missing.
std::optional<std::array<QStringView, 2>> twoTexts(const Expression& expression, const Context& context)
{
    const Value left = asText(context(expression.operands[0]), context);
    const Value right = asText(context(expression.operands[1]), context);
    if (left.isMissing() || right.isMissing())
        return std::nullopt;
    return std::array{left.text, right.text};
}

Value matching(QStringView text, QStringView pattern)
{
    if (text.size() > longestSubject)
        return {};
    // The patterns of a study are few and used again and again.
    thread_local QHash<QString, QRegularExpression> compiled;
    QRegularExpression& expression = compiled[pattern.toString()];
    if (expression.pattern().isEmpty())
        expression.setPattern(QRegularExpression::anchoredPattern(pattern));
    return expression.isValid() ? Value::of(expression.match(text).hasMatch()) : Value();
}

Value comparedTexts(const Expression& expression, const Context& context)
{
    const auto texts = twoTexts(expression, context);
    if (!texts)
        return {};
    const auto [text, part] = *texts;
    switch (expression.operation) {
    case Operation::Contains:
        return Value::of(text.contains(part));
    case Operation::StartsWith:
        return Value::of(text.startsWith(part));
    case Operation::EndsWith:
        return Value::of(text.endsWith(part));
    default:
        return matching(text, part);
    }
}

Value chosen(const Expression& expression, const Context& context)
{
    const Value set = asText(context(expression.operands[0]), context);
    const Value code = asText(context(expression.operands[1]), context);
    return Value::of(!set.isMissing() && !code.isMissing() && codeset::contains(set.text, code.text));
}

Value concatenated(const Expression& expression, const Context& context)
{
    QString whole;
    for (const Expression& operand : expression.operands)
        if (const Value part = asText(context(operand), context); !part.isMissing())
            whole += part.text;
    return context.made(std::move(whole));
}

// Left, Right and Middle: texts are cut at what is there.
Value cut(const Expression& expression, const Context& context)
{
    const Value text = asText(context(expression.operands[0]), context);
    const Value first = asNumber(context(expression.operands[1]));
    const Value count = expression.operands.size() > 2 ? asNumber(context(expression.operands[2])) : Value::of(1e9);
    if (text.isMissing() || first.isMissing() || count.isMissing())
        return {};
    const auto bounded = [&](double number) {
        return static_cast<qsizetype>(std::clamp(number, 0.0, static_cast<double>(text.text.size())));
    };
    if (expression.operation == Operation::Left)
        return Value::of(text.text.first(bounded(first.number)));
    if (expression.operation == Operation::Right)
        return Value::of(text.text.last(bounded(first.number)));
    const qsizetype start = bounded(first.number - 1);
    return Value::of(text.text.sliced(start, std::min(bounded(count.number), text.text.size() - start)));
}

Value changed(const Expression& expression, const Context& context)
{
    const Value text = asText(context(expression.operands[0]), context);
    if (text.isMissing())
        return {};
    switch (expression.operation) {
    case Operation::Length:
        return Value::of(static_cast<double>(text.text.toString().toUcs4().size()));
    case Operation::Lower:
        return context.made(text.text.toString().toLower());
    case Operation::Upper:
        return context.made(text.text.toString().toUpper());
    case Operation::Trim:
        return Value::of(text.text.trimmed());
    default:
        return text;
    }
}

// A date among numbers.
Value days(const Value& value)
{
    const Value number = asNumber(value);
    if (!number.isMissing() || value.kind != Value::Kind::Text)
        return number;
    const std::optional<double> since = differenceOf(u"1970-01-01", value.text, u"d");
    return since ? Value::of(*since) : Value();
}

} // namespace

Value asText(const Value& value, const Context& context)
{
    if (value.kind == Kind::Boolean)
        return Value::of(QStringView(value.number != 0 ? u"true" : u"false"));
    if (value.kind == Kind::Number)
        return context.made(QString::number(value.number == 0 ? 0.0 : value.number, 'g', 15));
    return value;
}

Value ofTexts(const Expression& expression, const Context& context)
{
    switch (expression.operation) {
    case Operation::Contains:
    case Operation::StartsWith:
    case Operation::EndsWith:
    case Operation::Matches:
        return comparedTexts(expression, context);
    case Operation::Chosen:
        return chosen(expression, context);
    case Operation::CountChosen: {
        const Value set = asText(context(expression.operands[0]), context);
        return Value::of(set.isMissing() ? 0.0 : static_cast<double>(codeset::split(set.text).size()));
    }
    case Operation::Concat:
        return concatenated(expression, context);
    case Operation::Left:
    case Operation::Right:
    case Operation::Middle:
        return cut(expression, context);
    default:
        return changed(expression, context);
    }
}

Value ofDates(const Expression& expression, const Context& context)
{
    if (expression.operation == Operation::Today)
        return context.made(context.scratch.now().date().toString(Qt::ISODate));
    if (expression.operation == Operation::Now)
        return context.made(context.scratch.now().toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss")));
    if (expression.operation == Operation::AsDays)
        return days(context(expression.operands[0]));
    const auto dates = twoTexts(expression, context);
    if (!dates)
        return {};
    if (expression.operation == Operation::Age) {
        const std::optional<int> years = ageOf((*dates)[0], (*dates)[1]);
        return years ? Value::of(static_cast<double>(*years)) : Value();
    }
    const Value unit = asText(context(expression.operands[2]), context);
    const std::optional<double> difference =
        unit.isMissing() ? std::nullopt : differenceOf((*dates)[0], (*dates)[1], unit.text);
    if (!difference)
        return {};
    const bool isSigned = expression.operands.size() > 3 && context(expression.operands[3]).isTrue();
    return Value::of(isSigned ? *difference : std::abs(*difference));
}

} // namespace sitebook::evaluation
