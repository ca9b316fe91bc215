// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/expression.h"

namespace sitebook {

// The part of XPath 1.0 with ODK's functions that XForms' binds use, as our tree. Paths must be absolute and are the
// OIDs of items. An empty node is '' in comparisons, and no number; conditions are true or false, never missing.
// Errors: Invalid with "column N" for what is no expression; Unsupported for predicates and for functions nobody here
// has.
[[nodiscard]] Result<Expression> parseXpath(const QString& text);
// A bind's relevant says when a node IS asked; the tree, as ODM's conditions, when it is not.
[[nodiscard]] Result<Expression> parseXpathRelevant(const QString& text);

} // namespace sitebook
