// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/redcaplogic.h"

#include "core/study/redcaplexer.h"

#include <QRegularExpression>
#include <algorithm>
#include <array>

namespace sitebook {

using namespace Qt::StringLiterals;

namespace {

using Operation = Expression::Operation;
using Kind = RedcapToken::Kind;

constexpr int maximumDepth = 64;
constexpr size_t anyNumber = 4096;

// Functions whose operands go into one operation of ours as they stand.
struct Function
{
    const char* name;
    Operation operation;
    size_t least;
    size_t most;
};
constexpr std::array<Function, 30> functions{{
    {"sum", Operation::SumAnswered, 1, anyNumber},
    {"mean", Operation::MeanAnswered, 1, anyNumber},
    {"median", Operation::MedianAnswered, 1, anyNumber},
    {"min", Operation::MinimumAnswered, 1, anyNumber},
    {"max", Operation::MaximumAnswered, 1, anyNumber},
    {"stdev", Operation::DeviationAnswered, 1, anyNumber},
    {"round", Operation::Round, 1, 2},
    {"roundup", Operation::RoundUp, 1, 2},
    {"rounddown", Operation::RoundDown, 1, 2},
    {"abs", Operation::Absolute, 1, 1},
    {"sqrt", Operation::SquareRoot, 1, 1},
    {"exponential", Operation::Exponential, 1, 1},
    {"log", Operation::Logarithm, 1, 2},
    {"mod", Operation::Modulo, 2, 2},
    {"isnumber", Operation::IsNumber, 1, 1},
    {"contains", Operation::Contains, 2, 2},
    {"starts_with", Operation::StartsWith, 2, 2},
    {"ends_with", Operation::EndsWith, 2, 2},
    {"concat", Operation::Concat, 1, anyNumber},
    {"left", Operation::Left, 2, 2},
    {"right", Operation::Right, 2, 2},
    {"length", Operation::Length, 1, 1},
    {"upper", Operation::Upper, 1, 1},
    {"lower", Operation::Lower, 1, 1},
    {"trim", Operation::Trim, 1, 1},
    {"age_at_date", Operation::Age, 2, 2},
    {"mid", Operation::Middle, 3, 3},
    {"isblankormissingcode", Operation::Present, 1, 1},
    {"not_contain", Operation::Contains, 2, 2},
    {"if", Operation::If, 3, 3},
}};

Expression surely(Expression expression)
{
    return made(Operation::Surely, {std::move(expression)});
}

// What a comparison sees: a blank field is an empty text.
Expression compared(Expression operand)
{
    if (operand.operation != Operation::Item)
        return operand;
    return made(Operation::Otherwise, {std::move(operand), madeText({})});
}

class Parser final
{
public:
    explicit Parser(std::vector<RedcapToken> tokens)
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
    const RedcapToken& current() const { return m_tokens[m_at]; }
    bool isSymbol(QLatin1String symbol) const { return current().kind == Kind::Symbol && current().text == symbol; }
    bool takeSymbol(QLatin1String symbol)
    {
        if (!isSymbol(symbol))
            return false;
        ++m_at;
        return true;
    }
    bool takeWord(QLatin1String word)
    {
        if (current().kind != Kind::Name || current().text != word)
            return false;
        ++m_at;
        return true;
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
    tl::unexpected<Error> unsupported(const QString& what, const QString& where) const
    {
        return fail(ErrorCode::Unsupported,
                    Message(QT_TRANSLATE_NOOP("messages", "The expression uses what cannot be run here: %1"), {what}),
                    where);
    }

    Result<Expression> disjunction()
    {
        if (++m_depth > maximumDepth)
            return fail(ErrorCode::Invalid, QT_TRANSLATE_NOOP("messages", "The expression is nested too deeply."),
                        place());
        SB_TRY_ASSIGN(Expression left, conjunction());
        while (takeWord("or"_L1)) {
            SB_TRY_ASSIGN(Expression right, conjunction());
            left = made(Operation::Or, {surely(std::move(left)), surely(std::move(right))});
        }
        --m_depth;
        return left;
    }

    Result<Expression> conjunction()
    {
        SB_TRY_ASSIGN(Expression left, comparison());
        while (takeWord("and"_L1)) {
            SB_TRY_ASSIGN(Expression right, comparison());
            left = made(Operation::And, {surely(std::move(left)), surely(std::move(right))});
        }
        return left;
    }

    std::optional<Operation> comparisonHere() const
    {
        static constexpr std::array<std::pair<const char*, Operation>, 8> all{{{"=", Operation::Equal},
                                                                               {"==", Operation::Equal},
                                                                               {"<>", Operation::NotEqual},
                                                                               {"!=", Operation::NotEqual},
                                                                               {"<", Operation::Less},
                                                                               {"<=", Operation::LessOrEqual},
                                                                               {">", Operation::Greater},
                                                                               {">=", Operation::GreaterOrEqual}}};
        for (const auto& [symbol, operation] : all)
            if (isSymbol(QLatin1String(symbol)))
                return operation;
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
        return surely(made(*operation, {compared(std::move(left)), compared(std::move(right))}));
    }

    Result<Expression> sum()
    {
        SB_TRY_ASSIGN(Expression left, product());
        while (isSymbol("+"_L1) || isSymbol("-"_L1)) {
            const Operation operation = isSymbol("+"_L1) ? Operation::Add : Operation::Subtract;
            ++m_at;
            SB_TRY_ASSIGN(Expression right, product());
            left = made(operation, {std::move(left), std::move(right)});
        }
        return left;
    }

    Result<Expression> product()
    {
        SB_TRY_ASSIGN(Expression left, power());
        while (isSymbol("*"_L1) || isSymbol("/"_L1)) {
            const Operation operation = isSymbol("*"_L1) ? Operation::Multiply : Operation::Divide;
            ++m_at;
            SB_TRY_ASSIGN(Expression right, power());
            left = made(operation, {std::move(left), std::move(right)});
        }
        return left;
    }

    Result<Expression> power()
    {
        SB_TRY_ASSIGN(Expression base, sign());
        while (takeSymbol("^"_L1)) {
            SB_TRY_ASSIGN(Expression exponent, sign());
            base = made(Operation::Power, {std::move(base), std::move(exponent)});
        }
        return base;
    }

    Result<Expression> sign()
    {
        bool negative = false;
        while (isSymbol("-"_L1) || isSymbol("+"_L1)) {
            negative = negative != isSymbol("-"_L1);
            ++m_at;
        }
        SB_TRY_ASSIGN(Expression operand, primary());
        return negative ? made(Operation::Negate, {std::move(operand)}) : operand;
    }

    Result<Expression> primary()
    {
        const RedcapToken token = current();
        if (takeSymbol("("_L1)) {
            SB_TRY_ASSIGN(Expression inner, disjunction());
            if (!takeSymbol(")"_L1))
                return unexpected();
            return inner;
        }
        if (token.kind == Kind::End || token.kind == Kind::Symbol)
            return unexpected();
        ++m_at;
        switch (token.kind) {
        case Kind::Number:
            return madeNumber(token.text.toDouble());
        case Kind::Text:
            return text(token.text);
        case Kind::Field:
            return field(token);
        default:
            return call(token);
        }
    }

    static Expression text(const QString& text)
    {
        if (text.compare(u"today", Qt::CaseInsensitive) == 0)
            return made(Operation::Today);
        if (text.compare(u"now", Qt::CaseInsensitive) == 0)
            return made(Operation::Now);
        return madeText(text);
    }

    // [name], [name(code)]; two brackets in a row name another event or instance.
    Result<Expression> field(const RedcapToken& token)
    {
        static const QRegularExpression plain(u"\\A\\s*([A-Za-z][A-Za-z0-9_]*)(?:\\(([^()]*)\\))?(?::value)?\\s*\\z"_s);
        const QString where = u"column %1"_s.arg(token.column);
        const QRegularExpressionMatch match = plain.match(token.text);
        if (!match.hasMatch())
            return unsupported(u'[' + token.text + u']', where);
        if (current().kind == Kind::Field)
            return unsupported(u'[' + token.text + u"]["_s + current().text + u']', where);
        Expression item = madeItem(match.captured(1).toLower());
        if (!match.hasCaptured(2))
            return item;
        Expression chosen = made(Operation::Chosen, {std::move(item), madeText(match.captured(2).trimmed())});
        return made(Operation::If, {std::move(chosen), madeText(u"1"_s), madeText(u"0"_s)});
    }

    Result<std::vector<Expression>> operands()
    {
        std::vector<Expression> all;
        if (takeSymbol(")"_L1))
            return all;
        do {
            SB_TRY_ASSIGN(Expression operand, disjunction());
            all.push_back(std::move(operand));
        } while (takeSymbol(","_L1));
        if (!takeSymbol(")"_L1))
            return unexpected();
        return all;
    }

    Result<Expression> call(const RedcapToken& name)
    {
        const QString where = u"column %1"_s.arg(name.column);
        if (name.text == "true"_L1 || name.text == "false"_L1) {
            Expression truth = made(Operation::Boolean);
            truth.number = name.text == "true"_L1 ? 1 : 0;
            return truth;
        }
        if (!takeSymbol("("_L1)) {
            --m_at;
            return unexpected();
        }
        SB_TRY_ASSIGN(std::vector<Expression> given, operands());
        if (name.text == "datediff"_L1)
            return dateDifference(std::move(given), where);
        const auto function = std::find_if(functions.begin(), functions.end(),
                                           [&](const Function& each) { return name.text == QLatin1String(each.name); });
        if (function == functions.end())
            return unsupported(name.text, where);
        if (given.size() < function->least || given.size() > function->most)
            return tooFewOrMany(name.text, where);
        if (function->operation == Operation::If)
            given[0] = surely(std::move(given[0]));
        Expression result = made(function->operation, std::move(given));
        if (name.text == "not_contain"_L1)
            return made(Operation::Not, {surely(std::move(result))});
        return name.text == "isblankormissingcode"_L1 ? made(Operation::Not, {std::move(result)}) : result;
    }

    tl::unexpected<Error> tooFewOrMany(const QString& name, const QString& where) const
    {
        return fail(ErrorCode::Invalid,
                    Message(QT_TRANSLATE_NOOP("messages", "The function has too few or too many operands: %1"), {name}),
                    where);
    }

    // datediff(from, to, unit [, date order] [, signed]): the date order of old logic says nothing today.
    Result<Expression> dateDifference(std::vector<Expression> given, const QString& where)
    {
        if (given.size() < 3 || given.size() > 5)
            return tooFewOrMany(u"datediff"_s, where);
        std::vector<Expression> wanted(given.begin(), given.begin() + 3);
        const Expression& last = given.back();
        const bool isText = last.operation == Operation::Text && last.text.compare(u"true", Qt::CaseInsensitive) == 0;
        if (given.size() > 3 && (last.operation == Operation::Boolean || isText)) {
            Expression isSigned = made(Operation::Boolean);
            isSigned.number = isText ? 1 : last.number;
            wanted.push_back(std::move(isSigned));
        }
        return made(Operation::DateDifference, std::move(wanted));
    }

    std::vector<RedcapToken> m_tokens;
    size_t m_at = 0;
    int m_depth = 0;
};

} // namespace

Result<Expression> parseRedcapCalculation(const QString& text)
{
    SB_TRY_ASSIGN(std::vector<RedcapToken> tokens, tokeniseRedcap(text));
    return Parser(std::move(tokens)).run();
}

Result<Expression> parseRedcapBranching(const QString& text)
{
    SB_TRY_ASSIGN(Expression asked, parseRedcapCalculation(text));
    return made(Operation::Not, {surely(std::move(asked))});
}

} // namespace sitebook
