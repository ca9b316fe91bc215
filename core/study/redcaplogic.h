// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/expression.h"

namespace sitebook {

// REDCap's branching logic and calculations as our tree. Raw values are compared; a blank is '' in comparisons and
// makes arithmetic blank. Errors: Invalid with "column N" for what is no logic; Unsupported for fields of other events
// or instances, smart variables, and functions nobody here has.
[[nodiscard]] Result<Expression> parseRedcapCalculation(const QString& text);
// Branching logic says when a field IS asked; the tree, as ODM's conditions, when it is not.
[[nodiscard]] Result<Expression> parseRedcapBranching(const QString& text);

} // namespace sitebook
