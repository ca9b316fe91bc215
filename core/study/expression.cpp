// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/expression.h"

namespace sitebook {

using Operation = Expression::Operation;

Expression::Type Expression::type() const
{
    switch (operation) {
    case Operation::Missing:
    case Operation::Item:
    case Operation::EveryLine:
        return Type::Any;
    case Operation::If:
        return operands[1].type() == operands[2].type() ? operands[1].type() : Type::Any;
    case Operation::Text:
    case Operation::Today:
    case Operation::Now:
        return Type::Text;
    case Operation::Boolean:
        return Type::Boolean;
    case Operation::Otherwise:
        return operands.size() == 2 && operands[0].type() == operands[1].type() ? operands[0].type() : Type::Any;
    default:
        break;
    }
    if (operation >= Operation::Not && operation <= Operation::Chosen)
        return Type::Boolean;
    return operation >= Operation::Concat && operation <= Operation::AsText ? Type::Text : Type::Number;
}

Expression made(Operation operation, Operands operands)
{
    Expression tree;
    tree.operation = operation;
    tree.operands = std::move(operands).take();
    return tree;
}

Expression madeText(const QString& text)
{
    Expression leaf;
    leaf.operation = Operation::Text;
    leaf.text = text;
    return leaf;
}

Expression madeNumber(double number)
{
    Expression leaf;
    leaf.operation = Operation::Number;
    leaf.number = number;
    return leaf;
}

Expression madeItem(const QString& nameOrOid)
{
    Expression leaf;
    leaf.operation = Operation::Item;
    leaf.text = nameOrOid;
    return leaf;
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
    const bool item = expression.operation == Operation::Item || expression.operation == Operation::EveryLine;
    if (item && expression.position >= 0)
        positions.push_back(expression.position);
    for (const Expression& operand : expression.operands)
        collectItems(operand, positions);
}

} // namespace sitebook
