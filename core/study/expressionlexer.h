// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>
#include <vector>

namespace sitebook {

struct ExpressionToken
{
    enum class Kind : quint8 { Number, Text, Name, BracketedName, Symbol, End };
    Kind kind = Kind::End;
    QString text; // without quotes or brackets
    int column = 1;
};

// Splits an expression of the dialect "sitebook"; the last token is End. Error Invalid with "column N".
[[nodiscard]] Result<std::vector<ExpressionToken>> tokenise(const QString& text);

} // namespace sitebook
