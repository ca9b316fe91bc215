// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/readers/dialect.h"

namespace sitebook {

// Reads a FHIR Questionnaire (R4, R5; JSON), or the first one of a Bundle, as a study of one form at one common event.
// A modifierExtension, which nobody may pass over, refuses the form (Unsupported).
class FhirReader final
{
public:
    // JSON with a resourceType.
    [[nodiscard]] static bool claims(const DialectProbe& probe);
    [[nodiscard]] static Result<StudyFile> read(const QByteArray& document);
};

} // namespace sitebook
