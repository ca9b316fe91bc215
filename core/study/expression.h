// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/study/definition.h"

#include <functional>
#include <vector>

namespace sitebook {

// A computation or condition as a tree, whatever dialect it was written in. See README.md beside this file for the
// dialect "sitebook"; further dialects become parsers to this tree.
struct Expression
{
    enum class Operation : quint8 {
        Missing,
        Boolean,
        Number,
        Text,
        Item, // leaves
        Not,
        And,
        Or, // three-valued
        Less,
        LessOrEqual,
        Greater,
        GreaterOrEqual,
        Equal,
        NotEqual, // missing when a side is missing
        Negate,
        Add,
        Subtract,
        Multiply,
        Divide, // likewise
        If,
        Present,
        CountMissing,
        CountAnswered, // these never pass "missing" on by themselves
        Sum,
        Mean,
        Minimum,
        Maximum, // missing when an operand is missing
        SumAnswered,
        MeanAnswered, // of those that are there
        Round,
        Absolute,
    };
    // What it gives; Any is known only when evaluated.
    enum class Type : quint8 { Any, Boolean, Number, Text };

    Operation operation = Operation::Missing;
    double number = 0; // of Number; 0 or 1 of Boolean
    QString text;      // of Text; of Item its Name or OID as written
    int position = -1; // of Item, set by bindItems: its place in the values; -1: not on this form, always missing
    std::vector<Expression> operands;

    [[nodiscard]] Type type() const;
};

// Parses the dialect "sitebook". Error Invalid with "column N" as the place.
[[nodiscard]] Result<Expression> parseExpression(const QString& text);

// Parses the first of these whose Context is known here; Unsupported when there is none.
[[nodiscard]] Result<Expression> parseFormal(const std::vector<FormalExpression>& expressions);
[[nodiscard]] bool isKnownContext(QStringView context);

// Gives every item its position, from `positionOf` its name or OID: nullopt = no such item in the study (error
// Invalid).
[[nodiscard]] Result<> bindItems(Expression& expression,
                                 const std::function<std::optional<int>(const QString&)>& positionOf);
// Positions of the items it reads, some perhaps more than once; only after bindItems.
void collectItems(const Expression& expression, std::vector<int>& positions);

} // namespace sitebook
