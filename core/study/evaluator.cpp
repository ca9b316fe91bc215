// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/evaluator.h"

#include <algorithm>
#include <cmath>

namespace sitebook {

namespace {

using Operation = Expression::Operation;
using Kind = Value::Kind;
using Items = std::span<const Value>;

// A text that reads as a number counts as one; any other text is no number.
Value asNumber(const Value& value)
{
    if (value.kind != Kind::Text)
        return value;
    bool ok = false;
    const double number = value.text.toDouble(&ok);
    return ok ? Value::of(number) : Value();
}

Value asCondition(const Value& value)
{
    return value.kind == Kind::Boolean || value.kind == Kind::Number ? Value::of(value.number != 0) : Value();
}

// Kleene's logic: a missing operand decides nothing that the other one does not decide alone.
Value conjunction(const Expression& expression, Items items, bool deciding)
{
    const Value left = asCondition(evaluate(expression.operands[0], items));
    if (!left.isMissing() && left.isTrue() == deciding)
        return left;
    const Value right = asCondition(evaluate(expression.operands[1], items));
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

Value comparison(const Expression& expression, Items items)
{
    const Value left = evaluate(expression.operands[0], items);
    const Value right = evaluate(expression.operands[1], items);
    if (left.isMissing() || right.isMissing())
        return {};
    const Operation operation = expression.operation;
    if (left.kind == Kind::Text && right.kind == Kind::Text)
        return Value::of(holds(operation, left.text.compare(right.text)));
    const Value leftNumber = asNumber(left);
    const Value rightNumber = asNumber(right);
    if (!leftNumber.isMissing() && !rightNumber.isMissing())
        return Value::of(holds(operation, compareNumbers(leftNumber.number, rightNumber.number)));
    // A word and a number are different, and have no order.
    if (operation == Operation::Equal || operation == Operation::NotEqual)
        return Value::of(operation == Operation::NotEqual);
    return {};
}

Value arithmetic(const Expression& expression, Items items)
{
    const Value left = asNumber(evaluate(expression.operands[0], items));
    const Value right = asNumber(evaluate(expression.operands[1], items));
    if (left.isMissing() || right.isMissing())
        return {};
    switch (expression.operation) {
    case Operation::Add:
        return Value::of(left.number + right.number);
    case Operation::Subtract:
        return Value::of(left.number - right.number);
    case Operation::Multiply:
        return Value::of(left.number * right.number);
    default:
        return right.number == 0 ? Value() : Value::of(left.number / right.number);
    }
}

struct Tally
{
    double sum = 0;
    double least = 0;
    double most = 0;
    int answered = 0;
    int missing = 0;
};

Tally numbersOf(const Expression& expression, Items items)
{
    Tally tally;
    for (const Expression& operand : expression.operands) {
        const Value value = asNumber(evaluate(operand, items));
        if (value.isMissing()) {
            ++tally.missing;
            continue;
        }
        tally.least = tally.answered ? std::min(tally.least, value.number) : value.number;
        tally.most = tally.answered ? std::max(tally.most, value.number) : value.number;
        tally.sum += value.number;
        ++tally.answered;
    }
    return tally;
}

Value aggregate(const Expression& expression, Items items)
{
    const Tally tally = numbersOf(expression, items);
    const bool lenient =
        expression.operation == Operation::SumAnswered || expression.operation == Operation::MeanAnswered;
    if (tally.answered == 0 || (tally.missing > 0 && !lenient))
        return expression.operation == Operation::SumAnswered ? Value::of(0.0) : Value();
    switch (expression.operation) {
    case Operation::Minimum:
        return Value::of(tally.least);
    case Operation::Maximum:
        return Value::of(tally.most);
    case Operation::Mean:
    case Operation::MeanAnswered:
        return Value::of(tally.sum / tally.answered);
    default:
        return Value::of(tally.sum);
    }
}

Value count(const Expression& expression, Items items, bool missing)
{
    const auto matching =
        std::count_if(expression.operands.begin(), expression.operands.end(),
                      [&](const Expression& operand) { return evaluate(operand, items).isMissing() == missing; });
    return Value::of(static_cast<double>(matching));
}

// Halves go away from zero.
Value rounded(const Expression& expression, Items items)
{
    const Value value = asNumber(evaluate(expression.operands[0], items));
    const Value digits =
        expression.operands.size() > 1 ? asNumber(evaluate(expression.operands[1], items)) : Value::of(0.0);
    if (value.isMissing() || digits.isMissing() || std::abs(digits.number) > 12)
        return {};
    const double scale = std::pow(10.0, std::trunc(digits.number));
    return Value::of(std::round(value.number * scale) / scale);
}

Value choice(const Expression& expression, Items items)
{
    const Value condition = asCondition(evaluate(expression.operands[0], items));
    if (condition.isMissing())
        return {};
    return evaluate(expression.operands[condition.isTrue() ? 1 : 2], items);
}

Value unary(const Expression& expression, Items items)
{
    const Value operand = evaluate(expression.operands[0], items);
    switch (expression.operation) {
    case Operation::Present:
        return Value::of(!operand.isMissing());
    case Operation::Not: {
        const Value condition = asCondition(operand);
        return condition.isMissing() ? condition : Value::of(!condition.isTrue());
    }
    default: {
        const Value number = asNumber(operand);
        if (number.isMissing())
            return {};
        return Value::of(expression.operation == Operation::Negate ? -number.number : std::abs(number.number));
    }
    }
}

} // namespace

Value Value::of(double value)
{
    return std::isfinite(value) ? Value{Kind::Number, value, {}} : Value();
}

Value evaluate(const Expression& expression, std::span<const Value> items)
{
    switch (expression.operation) {
    case Operation::Missing:
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
        return conjunction(expression, items, false);
    case Operation::Or:
        return conjunction(expression, items, true);
    case Operation::Less:
    case Operation::LessOrEqual:
    case Operation::Greater:
    case Operation::GreaterOrEqual:
    case Operation::Equal:
    case Operation::NotEqual:
        return comparison(expression, items);
    case Operation::Add:
    case Operation::Subtract:
    case Operation::Multiply:
    case Operation::Divide:
        return arithmetic(expression, items);
    case Operation::If:
        return choice(expression, items);
    case Operation::CountMissing:
        return count(expression, items, true);
    case Operation::CountAnswered:
        return count(expression, items, false);
    case Operation::Sum:
    case Operation::Mean:
    case Operation::Minimum:
    case Operation::Maximum:
    case Operation::SumAnswered:
    case Operation::MeanAnswered:
        return aggregate(expression, items);
    case Operation::Round:
        return rounded(expression, items);
    case Operation::Not:
    case Operation::Present:
    case Operation::Negate:
    case Operation::Absolute:
        return unary(expression, items);
    }
    return {};
}

} // namespace sitebook
