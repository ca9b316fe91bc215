// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/readers/fhirsource.h"

namespace sitebook {

// Help, units and the words at a slider's ends stand as items of their own under the question they belong to.
namespace fhir {

[[nodiscard]] bool isHint(const json::Value& item);
// Puts those of `question` into its item.
void readHints(const json::Value& question, ItemDef& def, FhirSource& source, const QString& path);

} // namespace fhir
} // namespace sitebook
