// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/importers/planbuilder.h"

namespace sitebook {

// JSON files: Dataset-JSON 1.1 (.json and .ndjson) and our own export.
// Errors: Unsupported for other objects and domains, Unreadable with line and column, Cancelled.
[[nodiscard]] Result<> importJsonText(const QByteArray& text, PlanBuilder& plan);

} // namespace sitebook
