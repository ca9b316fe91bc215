// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/importers/planbuilder.h"

namespace sitebook {

// CSV tables: Synthea's patients.csv, our own export of patients, reports or both, and the data of a REDCap
// project. Found by the header.
// Errors: Unsupported for other headers, Unreadable with line and column, Cancelled.
[[nodiscard]] Result<> importCsv(const QByteArray& text, PlanBuilder& plan);

} // namespace sitebook
