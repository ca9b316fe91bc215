// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/expression.h"

namespace sitebook {

// Two languages that ODM files of others use in their FormalExpressions; TRUE of a condition means "not asked" in both.
// Errors as parseExpression, and Unsupported for what is not run here.

// OpenEDC: items by OID, perhaps behind that of their section ("WHO.Q-WHO.1"), "text", == != < > ! && || and or, + - *
// / ^.
[[nodiscard]] Result<Expression> parseOpenEdc(const QString& text);
// XPath as far as it compares values of the same section: ../ItemData[@ItemOID='I.SEX']/@Value='M', and, or, not().
[[nodiscard]] Result<Expression> parseOdmXpath(const QString& text);

} // namespace sitebook
