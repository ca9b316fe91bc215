// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/evaluator.h"
#include "core/study/formchecker.h"
#include "core/study/formplan.h"

namespace sitebook {

// One run of a form's rules over one filled form. `plan` and `fields` outlive it; one thread, used once.
class FormRun final
{
public:
    FormRun(const FormPlan& plan, const Fields& fields, const std::optional<QDateTime>& now);

    [[nodiscard]] FormEvaluation evaluate();
    // The rules of the value at `place` as they stand; after evaluate().
    [[nodiscard]] std::vector<WhyLine> explain(const FormPlan::Location& place);

private:
    // What is known of one value beside the value itself.
    struct Cell
    {
        const FieldValue* given = nullptr;
        ItemCheck::Verdict verdict;
        bool hidden = false;
    };
    using Cells = std::vector<Cell>;

    void readValues(const Fields& fields);
    void readValue(size_t position, Cell& cell, Value& value, const FieldValue& given) const;
    void makeLines(const std::vector<std::pair<FormPlan::Location, const FieldValue*>>& given);
    void applyRules(size_t position);
    void applyRules(const FormPlan::Item& item, Cell& cell, Value& value);
    void enterLine(const FormPlan::Item& item, size_t row);
    void concludeLines(const FormPlan::Lines& lines, size_t which);
    void conclude(const FormPlan::Item& item, const Cell& cell, const Value& value, const FormPlan::Location& place);
    void runChecks(const FormPlan::Item& item);
    [[nodiscard]] WhyLine lineOf(const FormPlan::Source& source);
    [[nodiscard]] Value computed(const FormPlan::Item& item);
    [[nodiscard]] Value evaluated(const Expression& expression);
    [[nodiscard]] QString textOf(const Value& value);

    const FormPlan& m_plan;
    EvaluationScratch m_scratch;
    Cells m_cells;                             // by position, of items that do not repeat
    std::vector<Value> m_values;               // by position; of an item that repeats, on the line in hand
    std::vector<Cells> m_lineCells;            // by position, then by line
    std::vector<std::vector<Value>> m_columns; // by position, then by line
    std::vector<std::vector<int>> m_numbers;   // of the lines of each repeating group
    FormEvaluation m_evaluation;
};

} // namespace sitebook
