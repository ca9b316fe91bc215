// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/study/definition.h"

#include <functional>
#include <type_traits>
#include <utility>
#include <vector>

namespace sitebook {

// A computation or condition as a tree, whatever dialect it was written in: README.md beside this file says what each
// operation means and how the dialect "sitebook" writes it. A dialect is a parser to this tree (dialects.h) and has to
// put its own rules for missing values into it, with Surely and Otherwise.
struct Expression
{
    enum class Operation : quint8 {
        Missing,
        Boolean,
        Number,
        Text,
        Item,
        EveryLine, // an item of a repeating group on all its lines; only as the operand of a summary
        Today,     // the desk's date, as text
        Now,       // date and time
        // Conditions, three-valued.
        Not,
        And,
        Or,
        Less,
        LessOrEqual,
        Greater,
        GreaterOrEqual,
        Equal,
        NotEqual, // missing when a side is missing
        Present,
        Surely,   // missing becomes false
        IsNumber, // these three: missing when an operand is
        Contains,
        StartsWith,
        EndsWith,
        Matches, // a text and a regular expression, which must match all of it
        Chosen,  // a multiple item and a code; nothing chosen is false
        // Arithmetic: missing when an operand is missing or no number.
        Negate,
        Add,
        Subtract,
        Multiply,
        Divide,
        Modulo,
        Power,
        SquareRoot,
        Logarithm, // natural, or to a base
        Exponential,
        Absolute,
        Round, // halves away from zero; with the number of decimals, which may be negative
        RoundUp,
        RoundDown,
        Truncate, // towards zero
        AsNumber,
        AsDays, // a number as it is; of a date the days since 1970-01-01, of a time the fraction of a day
        Weight, // what the chosen answer counts; its number where the list gives no weight
        Sum,    // with it begin the summaries
        Mean,
        Minimum,
        Maximum,
        // Of the operands that are there; of none: missing, a sum 0.
        SumAnswered,
        MeanAnswered,
        MinimumAnswered,
        MaximumAnswered,
        MedianAnswered,
        DeviationAnswered, // of a sample
        CountMissing,
        CountAnswered, // with it end the summaries
        CountChosen,   // of a multiple item
        // Texts: missing when an operand is missing, except where said.
        Length,
        Concat, // missing operands are passed over
        Left,
        Right,
        Middle, // text, first character from 1, and perhaps how many
        Lower,
        Upper,
        Trim,
        AsText,
        // Dates, partial ones where both sides know enough.
        DateDifference, // from, to, unit ('y' 'M' 'd' 'h' 'm' 's'), and perhaps TRUE for a signed answer
        Age,            // whole years from a birth date to a date
        // Either
        If,
        Otherwise, // the first operand that is not missing
    };
    // What it gives; Any is known only when evaluated.
    enum class Type : quint8 { Any, Boolean, Number, Text };

    Operation operation = Operation::Missing;
    double number = 0; // of Number; 0 or 1 of Boolean
    QString text;      // of Text; of Item its Name or OID as written
    int position =
        -1; // of Item and EveryLine, set by bindItems: its place in the values; -1: not on this form, always missing
    std::vector<Expression> operands;

    [[nodiscard]] Type type() const;
    // Takes any number of operands as one crowd of values.
    [[nodiscard]] bool isSummary() const
    {
        return operation >= Operation::Sum && operation <= Operation::CountAnswered;
    }
};

// The operands of one operation, moved into place; a braced list of a vector would copy every tree at every level.
class Operands final
{
public:
    Operands() = default;
    Operands(std::vector<Expression> all)
        : m_all(std::move(all))
    {
    }
    template <class... More>
    requires(std::is_same_v<std::remove_cvref_t<More>, Expression>&&...) Operands(Expression first, More&&... more)
    {
        m_all.reserve(1 + sizeof...(more));
        m_all.push_back(std::move(first));
        (m_all.push_back(std::forward<More>(more)), ...);
    }
    [[nodiscard]] std::vector<Expression> take() && { return std::move(m_all); }

private:
    std::vector<Expression> m_all;
};

// A tree of one operation; for the parsers.
[[nodiscard]] Expression made(Expression::Operation operation, Operands operands = {});
[[nodiscard]] Expression madeText(const QString& text);
[[nodiscard]] Expression madeNumber(double number);
[[nodiscard]] Expression madeItem(const QString& nameOrOid);

// Parses the dialect "sitebook". Error Invalid with "column N" as the place.
[[nodiscard]] Result<Expression> parseExpression(const QString& text);

// Gives every item its position, from `positionOf` its name or OID: nullopt = no such item in the study (error
// Invalid).
[[nodiscard]] Result<> bindItems(Expression& expression,
                                 const std::function<std::optional<int>(const QString&)>& positionOf);
// Positions of the items it reads, some perhaps more than once; only after bindItems.
void collectItems(const Expression& expression, std::vector<int>& positions);

} // namespace sitebook
