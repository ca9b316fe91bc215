// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/evaluator.h"
#include "core/study/expression.h"

#include <algorithm>

// What the parts of the evaluator share.
namespace sitebook::evaluation {

struct Context
{
    std::span<const Value> items;
    EvaluationScratch& scratch;
    LineColumns columns = {};

    [[nodiscard]] Value operator()(const Expression& expression) const
    {
        return evaluate(expression, items, scratch, columns);
    }
    // Every value a summary is about: of its operands, and of their lines.
    template <class Take>
    void eachOperand(const Expression& summary, const Take& take) const
    {
        for (const Expression& operand : summary.operands) {
            if (operand.operation != Expression::Operation::EveryLine) {
                take((*this)(operand));
                continue;
            }
            const auto position = static_cast<size_t>(operand.position);
            if (position < columns.size())
                std::for_each(columns[position].begin(), columns[position].end(), take);
        }
    }
    [[nodiscard]] Value made(QString text) const { return Value::of(scratch.keep(std::move(text))); }
};

// A text that reads as a number counts as one; any other text is no number.
[[nodiscard]] Value asNumber(const Value& value);
// Booleans and numbers decide; a text does not.
[[nodiscard]] Value asCondition(const Value& value);
// As the value would be stored: numbers without needless digits, true and false.
[[nodiscard]] Value asText(const Value& value, const Context& context);

// Numbers with several operands, and those that round.
[[nodiscard]] Value aggregate(const Expression& expression, const Context& context);
[[nodiscard]] Value rounded(const Expression& expression, const Context& context);
// Operations on texts, sets of codes and dates.
[[nodiscard]] Value ofTexts(const Expression& expression, const Context& context);
[[nodiscard]] Value ofDates(const Expression& expression, const Context& context);

} // namespace sitebook::evaluation
