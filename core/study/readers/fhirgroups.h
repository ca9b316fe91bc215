// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/readers/fhirsource.h"

namespace sitebook {

// What a group of a Questionnaire says about itself, and about all that stands in it.
struct FhirGroup
{
    bool hidden = false;   // nothing in it is ever shown
    bool readOnly = false; // nothing in it is typed
    bool matrix = false;   // its choices are one table
    bool repeats = false;
    int maxRepeats = 0;
};

// Conditions and texts are read elsewhere.
[[nodiscard]] FhirGroup readFhirGroup(const json::Value& item, FhirSource& source, const QString& path);

} // namespace sitebook
