// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

namespace sitebook {

// The sentence of an error in the person's language: what, where, and what to do. Falls back on a sentence for the code
// when the error brings none.
[[nodiscard]] QString localisedText(const Error& error);
// A place in a file as core names it ("line 3, column 7", "row 2", "study.xml, line 3") in the person's language.
[[nodiscard]] QString localisedPlace(const QString& place);

} // namespace sitebook
