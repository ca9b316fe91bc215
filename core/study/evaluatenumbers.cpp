// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/evaluation.h"

#include <algorithm>
#include <cmath>

namespace sitebook::evaluation {

namespace {

using Operation = Expression::Operation;

bool isLenient(Operation operation)
{
    return operation >= Operation::SumAnswered && operation <= Operation::DeviationAnswered;
}

double sumOf(const std::vector<double>& numbers)
{
    double sum = 0;
    for (const double number : numbers)
        sum += number;
    return sum;
}

Value median(std::vector<double> numbers)
{
    std::sort(numbers.begin(), numbers.end());
    const size_t middle = numbers.size() / 2;
    return Value::of(numbers.size() % 2 == 1 ? numbers[middle] : (numbers[middle - 1] + numbers[middle]) / 2);
}

Value deviation(const std::vector<double>& numbers)
{
    if (numbers.size() < 2)
        return {};
    const auto count = static_cast<double>(numbers.size());
    const double mean = sumOf(numbers) / count;
    double squares = 0;
    for (const double number : numbers)
        squares += (number - mean) * (number - mean);
    return Value::of(std::sqrt(squares / (count - 1)));
}

Value summary(Operation operation, const std::vector<double>& numbers)
{
    switch (operation) {
    case Operation::Minimum:
    case Operation::MinimumAnswered:
        return Value::of(*std::min_element(numbers.begin(), numbers.end()));
    case Operation::Maximum:
    case Operation::MaximumAnswered:
        return Value::of(*std::max_element(numbers.begin(), numbers.end()));
    case Operation::Mean:
    case Operation::MeanAnswered:
        return Value::of(sumOf(numbers) / static_cast<double>(numbers.size()));
    case Operation::MedianAnswered:
        return median(numbers);
    case Operation::DeviationAnswered:
        return deviation(numbers);
    default:
        return Value::of(sumOf(numbers));
    }
}

} // namespace

Value aggregate(const Expression& expression, const Context& context)
{
    std::vector<double> numbers;
    numbers.reserve(expression.operands.size());
    bool lacking = false;
    context.eachOperand(expression, [&](const Value& each) {
        const Value value = asNumber(each);
        if (value.isMissing())
            lacking = true;
        else
            numbers.push_back(value.number);
    });
    if (numbers.empty() || (lacking && !isLenient(expression.operation)))
        return expression.operation == Operation::SumAnswered ? Value::of(0.0) : Value();
    return summary(expression.operation, numbers);
}

Value rounded(const Expression& expression, const Context& context)
{
    const Value value = asNumber(context(expression.operands[0]));
    const Value digits = expression.operands.size() > 1 ? asNumber(context(expression.operands[1])) : Value::of(0.0);
    if (value.isMissing() || digits.isMissing() || std::abs(digits.number) > 12)
        return {};
    const double scale = std::pow(10.0, std::trunc(digits.number));
    const double scaled = value.number * scale;
    // 2.3 * 100 is a little more than 230 in binary: up and down look at what a person would.
    const double near = std::round(scaled);
    const bool whole = std::abs(scaled - near) <= 1e-9 * std::max(1.0, std::abs(scaled));
    switch (expression.operation) {
    case Operation::RoundUp:
        return Value::of((whole ? near : std::ceil(scaled)) / scale);
    case Operation::RoundDown:
        return Value::of((whole ? near : std::floor(scaled)) / scale);
    default:
        return Value::of(near / scale);
    }
}

} // namespace sitebook::evaluation
