// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>
#include <vector>

namespace sitebook {

// One word of an XPath expression as XForms use them.
struct XpathToken
{
    enum class Kind { End, Number, Text, Path, Function, Symbol };
    Kind kind = Kind::End;
    QString text; // of a path: as written; of an operator that is a word: "and", "or", "div", "mod"
    qsizetype start = 0;
    qsizetype end = 0;
    [[nodiscard]] QString place() const { return QStringLiteral("column %1").arg(start + 1); }
};

// Error Invalid with "column N" for an unclosed quote and for letters no expression has. Always ends with an End.
[[nodiscard]] Result<std::vector<XpathToken>> tokeniseXpath(const QString& text);

// The expression with its relative paths made absolute, seen from `node` ("/data/group/age"); "." is the node itself.
// An expression that cannot be read, or has a predicate, whose paths begin elsewhere, comes back as it is.
[[nodiscard]] QString withAbsolutePaths(const QString& expression, const QString& node);

} // namespace sitebook
