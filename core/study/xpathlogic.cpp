// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/xpathlogic.h"

#include "core/study/xpathlexer.h"

#include <algorithm>
#include <array>

namespace sitebook {

using namespace Qt::StringLiterals;

namespace {

using Operation = Expression::Operation;
using Type = Expression::Type;
using Kind = XpathToken::Kind;

constexpr int maximumDepth = 64;
constexpr size_t anyNumber = 4096;

struct Function
{
    const char* name;
    Operation operation;
    size_t least;
    size_t most;
};
constexpr std::array<Function, 28> functions{{
    {"concat", Operation::Concat, 1, anyNumber},
    {"contains", Operation::Contains, 2, 2},
    {"starts-with", Operation::StartsWith, 2, 2},
    {"ends-with", Operation::EndsWith, 2, 2},
    {"normalize-space", Operation::Trim, 1, 1},
    {"substring", Operation::Middle, 2, 3},
    {"string", Operation::AsText, 1, 1},
    {"number", Operation::AsDays, 1, 1},
    {"int", Operation::Truncate, 1, 1},
    {"round", Operation::Round, 1, 2},
    {"abs", Operation::Absolute, 1, 1},
    {"pow", Operation::Power, 2, 2},
    {"sqrt", Operation::SquareRoot, 1, 1},
    {"log", Operation::Logarithm, 1, 1},
    {"exp", Operation::Exponential, 1, 1},
    {"min", Operation::MinimumAnswered, 1, anyNumber},
    {"max", Operation::MaximumAnswered, 1, anyNumber},
    {"sum", Operation::SumAnswered, 1, anyNumber},
    {"coalesce", Operation::Otherwise, 2, 2},
    {"regex", Operation::Matches, 2, 2},
    {"selected", Operation::Chosen, 2, 2},
    {"count-selected", Operation::CountChosen, 1, 1},
    {"count-non-empty", Operation::CountAnswered, 1, anyNumber},
    {"today", Operation::Today, 0, 0},
    {"now", Operation::Now, 0, 0},
    {"floor", Operation::RoundDown, 1, 1},
    {"ceiling", Operation::RoundUp, 1, 1},
    {"if", Operation::If, 3, 3},
}};

// What texts see of an empty node.
Expression textual(Expression operand)
{
    if (operand.type() == Type::Number || operand.type() == Type::Boolean || operand.operation == Operation::Text)
        return operand;
    return made(Operation::Otherwise, {std::move(operand), madeText({})});
}

// What = and != see of it: beside a number a date is one.
Expression comparable(Expression operand, Type other)
{
    if (other != Type::Number || operand.operation != Operation::Item)
        return textual(std::move(operand));
    Expression number = made(Operation::AsDays, {operand});
    return made(Operation::Otherwise, {std::move(number), std::move(operand), madeText({})});
}

Expression boolean(bool truth)
{
    Expression leaf = made(Operation::Boolean);
    leaf.number = truth ? 1 : 0;
    return leaf;
}

// boolean() of XPath: a text is true unless it is empty, a number unless it is 0.
Expression truth(Expression operand)
{
    if (operand.type() == Type::Boolean)
        return made(Operation::Surely, {std::move(operand)});
    if (operand.type() == Type::Number)
        return made(Operation::Surely, {made(Operation::NotEqual, {std::move(operand), madeNumber(0)})});
    return made(
        Operation::Surely,
        {made(Operation::NotEqual, {made(Operation::Otherwise, {std::move(operand), madeText({})}), madeText({})})});
}

Expression days(Expression operand)
{
    return made(Operation::AsDays, {std::move(operand)});
}

class Parser final
{
public:
    explicit Parser(std::vector<XpathToken> tokens)
        : m_tokens(std::move(tokens))
    {
    }

    Result<Expression> run()
    {
        SB_TRY_ASSIGN(Expression whole, disjunction());
        if (current().kind != Kind::End)
            return unexpected();
        return whole;
    }

private:
    const XpathToken& current() const { return m_tokens[m_at]; }
    bool take(QLatin1String symbol)
    {
        if (current().kind != Kind::Symbol || current().text != symbol)
            return false;
        ++m_at;
        return true;
    }

    tl::unexpected<Error> unexpected() const
    {
        if (current().kind == Kind::End)
            return fail(ErrorCode::Invalid, QT_TRANSLATE_NOOP("messages", "The expression ends too early."),
                        current().place());
        if (current().text == "["_L1)
            return unsupported(u"[...]"_s, current().place());
        return fail(
            ErrorCode::Invalid,
            Message(QT_TRANSLATE_NOOP("messages", "The expression cannot go on here with: %1"), {current().text}),
            current().place());
    }
    static tl::unexpected<Error> unsupported(const QString& what, const QString& where)
    {
        return fail(ErrorCode::Unsupported,
                    Message(QT_TRANSLATE_NOOP("messages", "The expression uses what cannot be run here: %1"), {what}),
                    where);
    }

    Result<Expression> disjunction()
    {
        if (++m_depth > maximumDepth)
            return fail(ErrorCode::Invalid, QT_TRANSLATE_NOOP("messages", "The expression is nested too deeply."),
                        current().place());
        SB_TRY_ASSIGN(Expression left, conjunction());
        while (take("or"_L1)) {
            SB_TRY_ASSIGN(Expression right, conjunction());
            left = made(Operation::Or, {truth(std::move(left)), truth(std::move(right))});
        }
        --m_depth;
        return left;
    }

    Result<Expression> conjunction()
    {
        SB_TRY_ASSIGN(Expression left, comparison());
        while (take("and"_L1)) {
            SB_TRY_ASSIGN(Expression right, comparison());
            left = made(Operation::And, {truth(std::move(left)), truth(std::move(right))});
        }
        return left;
    }

    std::optional<Operation> takeComparison()
    {
        static constexpr std::array<std::pair<const char*, Operation>, 6> all{{{"=", Operation::Equal},
                                                                               {"!=", Operation::NotEqual},
                                                                               {"<", Operation::Less},
                                                                               {"<=", Operation::LessOrEqual},
                                                                               {">", Operation::Greater},
                                                                               {">=", Operation::GreaterOrEqual}}};
        for (const auto& [symbol, operation] : all)
            if (take(QLatin1String(symbol)))
                return operation;
        return std::nullopt;
    }

    // The order of all but numbers is none, and false; dates and times are numbers of days.
    static Expression compared(Operation operation, Expression left, Expression right)
    {
        const Type ofLeft = left.type();
        const Type ofRight = right.type();
        if (operation == Operation::Equal || operation == Operation::NotEqual)
            return made(Operation::Surely, {made(operation, {comparable(std::move(left), ofRight),
                                                             comparable(std::move(right), ofLeft)})});
        return made(Operation::Surely, {made(operation, {days(std::move(left)), days(std::move(right))})});
    }

    Result<Expression> comparison()
    {
        SB_TRY_ASSIGN(Expression left, sum());
        while (const std::optional<Operation> operation = takeComparison()) {
            SB_TRY_ASSIGN(Expression right, sum());
            left = compared(*operation, std::move(left), std::move(right));
        }
        return left;
    }

    Result<Expression> sum()
    {
        SB_TRY_ASSIGN(Expression left, product());
        while (current().kind == Kind::Symbol && (current().text == "+"_L1 || current().text == "-"_L1)) {
            const Operation operation = current().text == "+"_L1 ? Operation::Add : Operation::Subtract;
            ++m_at;
            SB_TRY_ASSIGN(Expression right, product());
            left = made(operation, {days(std::move(left)), days(std::move(right))});
        }
        return left;
    }

    Result<Expression> product()
    {
        SB_TRY_ASSIGN(Expression left, sign());
        for (;;) {
            const std::optional<Operation> operation = take("*"_L1)     ? std::optional(Operation::Multiply)
                                                       : take("div"_L1) ? std::optional(Operation::Divide)
                                                       : take("mod"_L1) ? std::optional(Operation::Modulo)
                                                                        : std::nullopt;
            if (!operation)
                return left;
            SB_TRY_ASSIGN(Expression right, sign());
            left = made(*operation, {std::move(left), std::move(right)});
        }
    }

    Result<Expression> sign()
    {
        bool negative = false;
        while (take("-"_L1))
            negative = !negative;
        SB_TRY_ASSIGN(Expression operand, primary());
        return negative ? made(Operation::Negate, {std::move(operand)}) : operand;
    }

    Result<Expression> primary()
    {
        const XpathToken token = current();
        if (take("("_L1)) {
            SB_TRY_ASSIGN(Expression inner, disjunction());
            if (!take(")"_L1))
                return unexpected();
            return inner;
        }
        switch (token.kind) {
        case Kind::Number:
            ++m_at;
            return madeNumber(token.text.toDouble());
        case Kind::Text:
            ++m_at;
            return madeText(token.text);
        case Kind::Path:
            ++m_at;
            if (current().kind == Kind::Symbol && current().text == "["_L1)
                return unexpected();
            return madeItem(token.text.startsWith(u"${") ? token.text.sliced(2).chopped(1) : token.text);
        case Kind::Function:
            ++m_at;
            return call(token);
        default:
            return unexpected();
        }
    }

    Result<std::vector<Expression>> operands()
    {
        std::vector<Expression> all;
        if (!take("("_L1))
            return unexpected();
        if (take(")"_L1))
            return all;
        do {
            SB_TRY_ASSIGN(Expression operand, disjunction());
            all.push_back(std::move(operand));
        } while (take(","_L1));
        if (!take(")"_L1))
            return unexpected();
        return all;
    }

    Result<Expression> call(const XpathToken& name)
    {
        SB_TRY_ASSIGN(std::vector<Expression> given, operands());
        if (given.empty() && (name.text == "true"_L1 || name.text == "false"_L1))
            return boolean(name.text == "true"_L1);
        if (given.size() == 1) {
            if (name.text == "not"_L1)
                return made(Operation::Not, {truth(std::move(given[0]))});
            if (name.text == "boolean"_L1)
                return truth(std::move(given[0]));
            if (name.text == "date"_L1 || name.text == "date-time"_L1)
                return date(name, std::move(given[0]));
            if (name.text == "decimal-date-time"_L1)
                return days(std::move(given[0]));
            if (name.text == "string-length"_L1)
                return made(Operation::Length, {textual(std::move(given[0]))});
            if (name.text == "log10"_L1)
                return made(Operation::Logarithm, {std::move(given[0]), madeNumber(10)});
        }
        if (name.text == "substr"_L1 && (given.size() == 2 || given.size() == 3))
            return piece(std::move(given));
        return known(name, std::move(given));
    }

    // A place in the text, from 0; a negative one is counted from its end.
    static Expression placeIn(const Expression& text, Expression place)
    {
        if (place.operation == Operation::Number && place.number >= 0)
            return place;
        Expression number = days(std::move(place));
        Expression fromEnd = made(Operation::Add, {made(Operation::Length, {text}), number});
        return made(Operation::If, {made(Operation::Less, {number, madeNumber(0)}), std::move(fromEnd), number});
    }

    // substr(text, from, to): from 0, without the letter at `to`.
    static Expression piece(std::vector<Expression> given)
    {
        const Expression text = textual(std::move(given[0]));
        const Expression from = placeIn(text, std::move(given[1]));
        const Expression first = made(Operation::Add, {from, madeNumber(1)});
        if (given.size() == 2)
            return made(Operation::Middle, {text, first});
        Expression count = made(Operation::Subtract, {placeIn(text, std::move(given[2])), from});
        return made(Operation::Middle, {text, first, std::move(count)});
    }

    // A text stays the date it says; days cannot become one here.
    static Result<Expression> date(const XpathToken& name, Expression operand)
    {
        if (operand.type() == Type::Number)
            return unsupported(name.text + u"(...)"_s, name.place());
        return operand;
    }

    Result<Expression> known(const XpathToken& name, std::vector<Expression> given)
    {
        const auto function = std::find_if(functions.begin(), functions.end(),
                                           [&](const Function& each) { return name.text == QLatin1String(each.name); });
        if (function == functions.end())
            return unsupported(name.text + u"()"_s, name.place());
        if (given.size() < function->least || given.size() > function->most)
            return fail(ErrorCode::Invalid,
                        Message(QT_TRANSLATE_NOOP("messages", "The function has too few or too many operands: %1"),
                                {name.text}),
                        name.place());
        const Operation operation = function->operation;
        if (operation == Operation::If)
            given[0] = truth(std::move(given[0]));
        const bool ofTexts = operation == Operation::Contains || operation == Operation::StartsWith ||
                             operation == Operation::EndsWith || operation == Operation::Matches;
        for (Expression& operand : given)
            if (ofTexts)
                operand = textual(std::move(operand));
        return made(operation, std::move(given));
    }

    std::vector<XpathToken> m_tokens;
    size_t m_at = 0;
    int m_depth = 0;
};

} // namespace

Result<Expression> parseXpath(const QString& text)
{
    SB_TRY_ASSIGN(std::vector<XpathToken> tokens, tokeniseXpath(text));
    return Parser(std::move(tokens)).run();
}

Result<Expression> parseXpathRelevant(const QString& text)
{
    SB_TRY_ASSIGN(Expression asked, parseXpath(text));
    return made(Operation::Not, {truth(std::move(asked))});
}

} // namespace sitebook
