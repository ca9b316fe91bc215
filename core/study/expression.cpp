// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/expression.h"

#include <algorithm>
#include <array>

namespace sitebook {

namespace {

using Operation = Expression::Operation;

// Which dialects of FormalExpression are understood: one line for each.
struct Dialect
{
    const char* context;
    Result<Expression> (*parse)(const QString&);
};
constexpr std::array<Dialect, 1> dialects{{{"sitebook", &parseExpression}}};

const Dialect* dialectOf(QStringView context)
{
    const auto found = std::find_if(dialects.begin(), dialects.end(),
                                    [&](const Dialect& each) { return context == QLatin1String(each.context); });
    return found == dialects.end() ? nullptr : &*found;
}

} // namespace

Expression::Type Expression::type() const
{
    switch (operation) {
    case Operation::Missing:
    case Operation::Item:
        return Type::Any;
    case Operation::If:
        return operands[1].type() == operands[2].type() ? operands[1].type() : Type::Any;
    case Operation::Text:
        return Type::Text;
    case Operation::Boolean:
    case Operation::Present:
        return Type::Boolean;
    default:
        return operation >= Operation::Not && operation <= Operation::NotEqual ? Type::Boolean : Type::Number;
    }
}

Result<Expression> parseFormal(const std::vector<FormalExpression>& expressions)
{
    for (const FormalExpression& each : expressions)
        if (const Dialect* dialect = dialectOf(each.context))
            return dialect->parse(each.text);
    return fail(ErrorCode::Unsupported,
                QT_TRANSLATE_NOOP("messages", "The expression is written in a language that is not known here."));
}

bool isKnownContext(QStringView context)
{
    return dialectOf(context) != nullptr;
}

Result<> bindItems(Expression& expression, const std::function<std::optional<int>(const QString&)>& positionOf)
{
    if (expression.operation == Operation::Item) {
        const std::optional<int> position = positionOf(expression.text);
        if (!position)
            return fail(
                ErrorCode::Invalid,
                Message(QT_TRANSLATE_NOOP("messages", "The expression names an item the study does not have: %1"),
                        {expression.text}));
        expression.position = *position;
    }
    for (Expression& operand : expression.operands) {
        SB_TRY(bindItems(operand, positionOf));
    }
    return {};
}

void collectItems(const Expression& expression, std::vector<int>& positions)
{
    if (expression.operation == Operation::Item && expression.position >= 0)
        positions.push_back(expression.position);
    for (const Expression& operand : expression.operands)
        collectItems(operand, positions);
}

} // namespace sitebook
