// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/sealedoperation.h"
#include "core/store/writer.h"

namespace sitebook {

// Appends an operation inside a write, sealed together with the values it replaces. `before` are the record's fields;
// empty for a new one. Whether it may be is asked before (core/journal/changerules.h).
[[nodiscard]] Result<> appendOver(WriteScope& scope, Operation op, const Fields& before);

} // namespace sitebook
