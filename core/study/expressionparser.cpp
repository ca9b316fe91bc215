// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/expression.h"

#include "core/study/expressionlexer.h"

#include <algorithm>
#include <array>

namespace sitebook {

using namespace Qt::StringLiterals;

namespace {

using Operation = Expression::Operation;
using Type = Expression::Type;
using Kind = ExpressionToken::Kind;

constexpr int maximumDepth = 64;

struct Function
{
    const char* name;
    Operation operation;
    size_t least;
    size_t most;
    Type operands;
};

constexpr size_t anyNumber = 4096;
constexpr std::array<Function, 49> functions{{
    {"if", Operation::If, 3, 3, Type::Any},
    {"otherwise", Operation::Otherwise, 2, anyNumber, Type::Any},
    {"present", Operation::Present, 1, 1, Type::Any},
    {"surely", Operation::Surely, 1, 1, Type::Boolean},
    {"is_number", Operation::IsNumber, 1, 1, Type::Any},
    {"contains", Operation::Contains, 2, 2, Type::Any},
    {"starts_with", Operation::StartsWith, 2, 2, Type::Any},
    {"ends_with", Operation::EndsWith, 2, 2, Type::Any},
    {"matches", Operation::Matches, 2, 2, Type::Any},
    {"chosen", Operation::Chosen, 2, 2, Type::Any},
    {"count_chosen", Operation::CountChosen, 1, 1, Type::Any},
    {"count_missing", Operation::CountMissing, 1, anyNumber, Type::Any},
    {"count_answered", Operation::CountAnswered, 1, anyNumber, Type::Any},
    {"sum", Operation::Sum, 1, anyNumber, Type::Number},
    {"mean", Operation::Mean, 1, anyNumber, Type::Number},
    {"min", Operation::Minimum, 1, anyNumber, Type::Number},
    {"max", Operation::Maximum, 1, anyNumber, Type::Number},
    {"sum_answered", Operation::SumAnswered, 1, anyNumber, Type::Number},
    {"mean_answered", Operation::MeanAnswered, 1, anyNumber, Type::Number},
    {"min_answered", Operation::MinimumAnswered, 1, anyNumber, Type::Number},
    {"max_answered", Operation::MaximumAnswered, 1, anyNumber, Type::Number},
    {"median_answered", Operation::MedianAnswered, 1, anyNumber, Type::Number},
    {"stdev_answered", Operation::DeviationAnswered, 1, anyNumber, Type::Number},
    {"round", Operation::Round, 1, 2, Type::Number},
    {"round_up", Operation::RoundUp, 1, 2, Type::Number},
    {"round_down", Operation::RoundDown, 1, 2, Type::Number},
    {"truncate", Operation::Truncate, 1, 1, Type::Number},
    {"abs", Operation::Absolute, 1, 1, Type::Number},
    {"mod", Operation::Modulo, 2, 2, Type::Number},
    {"power", Operation::Power, 2, 2, Type::Number},
    {"sqrt", Operation::SquareRoot, 1, 1, Type::Number},
    {"log", Operation::Logarithm, 1, 2, Type::Number},
    {"exp", Operation::Exponential, 1, 1, Type::Number},
    {"number", Operation::AsNumber, 1, 1, Type::Any},
    {"days", Operation::AsDays, 1, 1, Type::Any},
    {"weight", Operation::Weight, 1, 1, Type::Any},
    {"length", Operation::Length, 1, 1, Type::Any},
    {"concat", Operation::Concat, 1, anyNumber, Type::Any},
    {"left", Operation::Left, 2, 2, Type::Any},
    {"right", Operation::Right, 2, 2, Type::Any},
    {"middle", Operation::Middle, 2, 3, Type::Any},
    {"lower", Operation::Lower, 1, 1, Type::Any},
    {"upper", Operation::Upper, 1, 1, Type::Any},
    {"trim", Operation::Trim, 1, 1, Type::Any},
    {"text", Operation::AsText, 1, 1, Type::Any},
    {"today", Operation::Today, 0, 0, Type::Any},
    {"now", Operation::Now, 0, 0, Type::Any},
    {"date_difference", Operation::DateDifference, 3, 4, Type::Any},
    {"age", Operation::Age, 2, 2, Type::Any},
}};

struct Comparison
{
    const char* symbol;
    Operation operation;
};
constexpr std::array<Comparison, 8> comparisons{{{"=", Operation::Equal},
                                                 {"==", Operation::Equal},
                                                 {"<>", Operation::NotEqual},
                                                 {"!=", Operation::NotEqual},
                                                 {"<", Operation::Less},
                                                 {"<=", Operation::LessOrEqual},
                                                 {">", Operation::Greater},
                                                 {">=", Operation::GreaterOrEqual}}};

// Recursive descent: or, and, not, comparison, sum, product, sign, primary.
class Parser final
{
public:
    explicit Parser(std::vector<ExpressionToken> tokens)
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
    const ExpressionToken& current() const { return m_tokens[m_at]; }
    bool isSymbol(const char* symbol) const
    {
        return current().kind == Kind::Symbol && current().text == QLatin1String(symbol);
    }
    bool isWord(const char* word) const
    {
        return current().kind == Kind::Name && current().text == QLatin1String(word);
    }
    QString place() const { return u"column %1"_s.arg(current().column); }

    tl::unexpected<Error> unexpected() const
    {
        if (current().kind == Kind::End)
            return fail(ErrorCode::Invalid, QT_TRANSLATE_NOOP("messages", "The expression ends too early."), place());
        return fail(
            ErrorCode::Invalid,
            Message(QT_TRANSLATE_NOOP("messages", "The expression cannot go on here with: %1"), {current().text}),
            place());
    }

    Result<> expect(const Expression& operand, Type type, const QString& where) const
    {
        const Type given = operand.type();
        if (type == Type::Any || given == Type::Any || given == type)
            return {};
        // A text that is written out is never a number; true and false are no numbers either.
        const char* sentence = type == Type::Boolean
                                   ? QT_TRANSLATE_NOOP("messages", "The expression needs a condition here.")
                                   : QT_TRANSLATE_NOOP("messages", "The expression needs a number here.");
        return fail(ErrorCode::Invalid, sentence, where);
    }

    // A chain of one or two operators of the same rank, from left to right.
    template <class Next, class Match>
    Result<Expression> chain(Next next, Match match, Type type)
    {
        const QString where = place();
        SB_TRY_ASSIGN(Expression left, (this->*next)());
        for (std::optional<Operation> operation = match(); operation; operation = match()) {
            SB_TRY(expect(left, type, where));
            ++m_at;
            const QString rightPlace = place();
            SB_TRY_ASSIGN(Expression right, (this->*next)());
            SB_TRY(expect(right, type, rightPlace));
            std::vector<Expression> both;
            both.push_back(std::move(left));
            both.push_back(std::move(right));
            left = made(*operation, std::move(both));
        }
        return left;
    }

    Result<Expression> disjunction()
    {
        if (++m_depth > maximumDepth)
            return fail(ErrorCode::Invalid, QT_TRANSLATE_NOOP("messages", "The expression is nested too deeply."),
                        place());
        const auto match = [this] { return isWord("or") ? std::optional(Operation::Or) : std::nullopt; };
        Result<Expression> whole = chain(&Parser::conjunction, match, Type::Boolean);
        --m_depth;
        return whole;
    }

    Result<Expression> conjunction()
    {
        const auto match = [this] { return isWord("and") ? std::optional(Operation::And) : std::nullopt; };
        return chain(&Parser::negation, match, Type::Boolean);
    }

    // A prefix operator: what follows it is parsed by `inner`.
    Result<Expression> prefix(Operation operation, Type type, Result<Expression> (Parser::*inner)())
    {
        ++m_at;
        const QString where = place();
        if (++m_depth > maximumDepth)
            return fail(ErrorCode::Invalid, QT_TRANSLATE_NOOP("messages", "The expression is nested too deeply."),
                        where);
        SB_TRY_ASSIGN(Expression operand, (this->*inner)());
        --m_depth;
        SB_TRY(expect(operand, type, where));
        std::vector<Expression> operands;
        operands.push_back(std::move(operand));
        return made(operation, std::move(operands));
    }

    Result<Expression> negation()
    {
        return isWord("not") ? prefix(Operation::Not, Type::Boolean, &Parser::negation) : comparison();
    }

    std::optional<Operation> comparisonHere() const
    {
        for (const Comparison& each : comparisons)
            if (isSymbol(each.symbol))
                return each.operation;
        return std::nullopt;
    }

    Result<Expression> comparison()
    {
        SB_TRY_ASSIGN(Expression left, sum());
        const std::optional<Operation> operation = comparisonHere();
        if (!operation)
            return left;
        ++m_at;
        SB_TRY_ASSIGN(Expression right, sum());
        std::vector<Expression> both;
        both.push_back(std::move(left));
        both.push_back(std::move(right));
        return made(*operation, std::move(both));
    }

    Result<Expression> sum()
    {
        const auto match = [this] {
            return isSymbol("+")   ? std::optional(Operation::Add)
                   : isSymbol("-") ? std::optional(Operation::Subtract)
                                   : std::nullopt;
        };
        return chain(&Parser::product, match, Type::Number);
    }

    Result<Expression> product()
    {
        const auto match = [this] {
            return isSymbol("*")   ? std::optional(Operation::Multiply)
                   : isSymbol("/") ? std::optional(Operation::Divide)
                                   : std::nullopt;
        };
        return chain(&Parser::sign, match, Type::Number);
    }

    Result<Expression> sign()
    {
        return isSymbol("-") ? prefix(Operation::Negate, Type::Number, &Parser::sign) : primary();
    }

    Result<Expression> primary()
    {
        const ExpressionToken token = current();
        if (isSymbol("(")) {
            ++m_at;
            SB_TRY_ASSIGN(Expression inner, disjunction());
            if (!isSymbol(")"))
                return unexpected();
            ++m_at;
            return inner;
        }
        if (token.kind == Kind::End || token.kind == Kind::Symbol)
            return unexpected();
        if (token.kind == Kind::Name && (isWord("and") || isWord("or") || isWord("not")))
            return unexpected();
        ++m_at;
        if (token.kind == Kind::Name && isSymbol("("))
            return call(token);
        return leaf(token);
    }

    static Expression leaf(const ExpressionToken& token)
    {
        Expression leaf;
        const bool word = token.kind == Kind::Name;
        leaf.text = token.text;
        if (token.kind == Kind::Number) {
            leaf.operation = Operation::Number;
            leaf.number = token.text.toDouble();
        } else if (token.kind == Kind::Text) {
            leaf.operation = Operation::Text;
        } else if (word && (token.text == "true"_L1 || token.text == "false"_L1)) {
            leaf.operation = Operation::Boolean;
            leaf.number = token.text == "true"_L1 ? 1 : 0;
        } else if (!word || token.text != "missing"_L1) {
            leaf.operation = Operation::Item;
        }
        return leaf;
    }

    Result<Expression> call(const ExpressionToken& name)
    {
        const QString where = u"column %1"_s.arg(name.column);
        const auto function = std::find_if(functions.begin(), functions.end(),
                                           [&](const Function& each) { return name.text == QLatin1String(each.name); });
        if (function == functions.end())
            return fail(
                ErrorCode::Invalid,
                Message(QT_TRANSLATE_NOOP("messages", "The expression names an unknown function: %1"), {name.text}),
                where);
        SB_TRY_ASSIGN(std::vector<Expression> operands, operandsOf(*function));
        if (operands.size() < function->least || operands.size() > function->most)
            return fail(ErrorCode::Invalid,
                        Message(QT_TRANSLATE_NOOP("messages", "The function has too few or too many operands: %1"),
                                {name.text}),
                        where);
        return made(function->operation, std::move(operands));
    }

    // From the opening bracket to behind the closing one.
    Result<std::vector<Expression>> operandsOf(const Function& function)
    {
        std::vector<Expression> operands;
        if (m_tokens[m_at + 1].kind == Kind::Symbol && m_tokens[m_at + 1].text == ")"_L1) {
            m_at += 2;
            return operands;
        }
        do {
            ++m_at;
            const QString operandPlace = place();
            SB_TRY_ASSIGN(Expression operand, disjunction());
            const bool decides = function.operation == Operation::If && operands.empty();
            SB_TRY(expect(operand, decides ? Type::Boolean : function.operands, operandPlace));
            operands.push_back(std::move(operand));
        } while (isSymbol(","));
        if (!isSymbol(")"))
            return unexpected();
        ++m_at;
        return operands;
    }

    std::vector<ExpressionToken> m_tokens;
    size_t m_at = 0;
    int m_depth = 0;
};

} // namespace

Result<Expression> parseExpression(const QString& text)
{
    SB_TRY_ASSIGN(std::vector<ExpressionToken> tokens, tokenise(text));
    return Parser(std::move(tokens)).run();
}

} // namespace sitebook
