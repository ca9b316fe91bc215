// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/evaluation.h"

#include <algorithm>
#include <cmath>

namespace sitebook {

namespace {

using Operation = Expression::Operation;
using Kind = Value::Kind;
using evaluation::asCondition;
using evaluation::asNumber;
using evaluation::Context;

// Kleene's logic: a missing operand decides nothing that the other one does not decide alone.
Value conjunction(const Expression& expression, const Context& context, bool deciding)
{
    const Value left = asCondition(context(expression.operands[0]));
    if (!left.isMissing() && left.isTrue() == deciding)
        return left;
    const Value right = asCondition(context(expression.operands[1]));
    if (!right.isMissing() && right.isTrue() == deciding)
        return right;
    return left.isMissing() ? left : right;
}

bool holds(Operation operation, int order)
{
    switch (operation) {
    case Operation::Less:
        return order < 0;
    case Operation::LessOrEqual:
        return order <= 0;
    case Operation::Greater:
        return order > 0;
    case Operation::GreaterOrEqual:
        return order >= 0;
    case Operation::Equal:
        return order == 0;
    default:
        return order != 0;
    }
}

// 0.1 + 0.2 is 0.3 for a person.
int compareNumbers(double a, double b)
{
    if (std::abs(a - b) <= 1e-9 * std::max({1.0, std::abs(a), std::abs(b)}))
        return 0;
    return a < b ? -1 : 1;
}

// Beside a truth value the texts "true" and "false" are the ones an answer is stored as.
Value asTruth(const Value& value)
{
    if (value.kind == Kind::Text && (value.text == u"true" || value.text == u"false"))
        return Value::of(value.text == u"true");
    return asNumber(value);
}

Value comparison(const Expression& expression, const Context& context)
{
    const Value left = context(expression.operands[0]);
    const Value right = context(expression.operands[1]);
    if (left.isMissing() || right.isMissing())
        return {};
    const Operation operation = expression.operation;
    if (left.kind == Kind::Text && right.kind == Kind::Text)
        return Value::of(holds(operation, left.text.compare(right.text)));
    const Value leftNumber = right.kind == Kind::Boolean ? asTruth(left) : asNumber(left);
    const Value rightNumber = left.kind == Kind::Boolean ? asTruth(right) : asNumber(right);
    if (!leftNumber.isMissing() && !rightNumber.isMissing())
        return Value::of(holds(operation, compareNumbers(leftNumber.number, rightNumber.number)));
    // A word and a number are different, and have no order.
    if (operation == Operation::Equal || operation == Operation::NotEqual)
        return Value::of(operation == Operation::NotEqual);
    return {};
}

Value arithmetic(const Expression& expression, const Context& context)
{
    const Value left = asNumber(context(expression.operands[0]));
    const Value right = asNumber(context(expression.operands[1]));
    if (left.isMissing() || right.isMissing())
        return {};
    switch (expression.operation) {
    case Operation::Add:
        return Value::of(left.number + right.number);
    case Operation::Subtract:
        return Value::of(left.number - right.number);
    case Operation::Multiply:
        return Value::of(left.number * right.number);
    case Operation::Power:
        return Value::of(std::pow(left.number, right.number));
    case Operation::Modulo:
        return right.number == 0 ? Value() : Value::of(std::fmod(left.number, right.number));
    default:
        return right.number == 0 ? Value() : Value::of(left.number / right.number);
    }
}

Value count(const Expression& expression, const Context& context, bool missing)
{
    double matching = 0;
    context.eachOperand(expression, [&](const Value& value) { matching += value.isMissing() == missing ? 1 : 0; });
    return Value::of(matching);
}

Value choice(const Expression& expression, const Context& context)
{
    const Value condition = asCondition(context(expression.operands[0]));
    if (condition.isMissing())
        return {};
    return context(expression.operands[condition.isTrue() ? 1 : 2]);
}

Value otherwise(const Expression& expression, const Context& context)
{
    for (const Expression& operand : expression.operands)
        if (const Value value = context(operand); !value.isMissing())
            return value;
    return {};
}

Value ofOneNumber(const Expression& expression, const Context& context)
{
    const Value number = asNumber(context(expression.operands[0]));
    if (number.isMissing())
        return {};
    switch (expression.operation) {
    case Operation::Negate:
        return Value::of(-number.number);
    case Operation::SquareRoot:
        return Value::of(std::sqrt(number.number));
    case Operation::Exponential:
        return Value::of(std::exp(number.number));
    case Operation::Truncate:
        return Value::of(std::trunc(number.number));
    case Operation::Absolute:
        return Value::of(std::abs(number.number));
    default:
        return number;
    }
}

Value logarithm(const Expression& expression, const Context& context)
{
    const Value number = asNumber(context(expression.operands[0]));
    if (number.isMissing() || expression.operands.size() == 1)
        return number.isMissing() ? number : Value::of(std::log(number.number));
    const Value base = asNumber(context(expression.operands[1]));
    return base.isMissing() ? base : Value::of(std::log(number.number) / std::log(base.number));
}

Value condition(const Expression& expression, const Context& context)
{
    const Value operand = context(expression.operands[0]);
    if (expression.operation == Operation::Present)
        return Value::of(!operand.isMissing());
    if (expression.operation == Operation::Surely)
        return Value::of(operand.isTrue());
    if (expression.operation == Operation::IsNumber)
        return operand.isMissing() ? operand : Value::of(!asNumber(operand).isMissing());
    const Value truth = asCondition(operand);
    return truth.isMissing() ? truth : Value::of(!truth.isTrue());
}

Value weight(const Value& answer)
{
    return answer.weight ? Value::of(*answer.weight) : asNumber(answer);
}

} // namespace

Value evaluation::asNumber(const Value& value)
{
    if (value.kind != Kind::Text)
        return value;
    bool ok = false;
    const double number = value.text.toDouble(&ok);
    return ok ? Value::of(number) : Value();
}

Value evaluation::asCondition(const Value& value)
{
    return value.kind == Kind::Boolean || value.kind == Kind::Number ? Value::of(value.number != 0) : Value();
}

Value Value::of(double value)
{
    return std::isfinite(value) ? Value{Kind::Number, value, {}, {}} : Value();
}

Value evaluate(const Expression& expression, std::span<const Value> items, EvaluationScratch& scratch,
               LineColumns columns)
{
    const Context context{items, scratch, columns};
    switch (expression.operation) {
    case Operation::Missing:
    case Operation::EveryLine:
        return {};
    case Operation::Boolean:
        return Value::of(expression.number != 0);
    case Operation::Number:
        return Value::of(expression.number);
    case Operation::Text:
        return Value::of(QStringView(expression.text));
    case Operation::Item:
        return expression.position < 0 ? Value() : items[static_cast<size_t>(expression.position)];
    case Operation::And:
        return conjunction(expression, context, false);
    case Operation::Or:
        return conjunction(expression, context, true);
    case Operation::Less:
    case Operation::LessOrEqual:
    case Operation::Greater:
    case Operation::GreaterOrEqual:
    case Operation::Equal:
    case Operation::NotEqual:
        return comparison(expression, context);
    case Operation::Not:
    case Operation::Present:
    case Operation::Surely:
    case Operation::IsNumber:
        return condition(expression, context);
    case Operation::Add:
    case Operation::Subtract:
    case Operation::Multiply:
    case Operation::Divide:
    case Operation::Modulo:
    case Operation::Power:
        return arithmetic(expression, context);
    case Operation::Negate:
    case Operation::SquareRoot:
    case Operation::Exponential:
    case Operation::Absolute:
    case Operation::Truncate:
    case Operation::AsNumber:
        return ofOneNumber(expression, context);
    case Operation::Logarithm:
        return logarithm(expression, context);
    case Operation::Round:
    case Operation::RoundUp:
    case Operation::RoundDown:
        return evaluation::rounded(expression, context);
    case Operation::Weight:
        return weight(context(expression.operands[0]));
    case Operation::Sum:
    case Operation::Mean:
    case Operation::Minimum:
    case Operation::Maximum:
    case Operation::SumAnswered:
    case Operation::MeanAnswered:
    case Operation::MinimumAnswered:
    case Operation::MaximumAnswered:
    case Operation::MedianAnswered:
    case Operation::DeviationAnswered:
        return evaluation::aggregate(expression, context);
    case Operation::CountMissing:
        return count(expression, context, true);
    case Operation::CountAnswered:
        return count(expression, context, false);
    case Operation::If:
        return choice(expression, context);
    case Operation::Otherwise:
        return otherwise(expression, context);
    case Operation::Today:
    case Operation::Now:
    case Operation::AsDays:
    case Operation::DateDifference:
    case Operation::Age:
        return evaluation::ofDates(expression, context);
    default:
        return evaluation::ofTexts(expression, context);
    }
}

} // namespace sitebook
