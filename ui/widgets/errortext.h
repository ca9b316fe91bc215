// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

namespace sitebook {

// The sentence of an error in the person's language: what, where, and what to do. Falls back on a sentence for the code
// when the error brings none.
[[nodiscard]] QString localisedText(const Error& error);

} // namespace sitebook
