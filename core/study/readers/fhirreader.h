// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/readers/dialect.h"

namespace sitebook {

// Reads a FHIR Questionnaire (R4, R5; JSON) as a study of one form at one common event: the resource itself, or the
// first one of a Bundle or contained in another resource. A modifierExtension, which nobody may pass over, refuses the
// form (Unsupported, where: its JSON path).
class FhirReader final
{
public:
    // Any JSON object or array: what is no Questionnaire is refused with a sentence that says so.
    [[nodiscard]] static bool claims(const DialectProbe& probe);
    [[nodiscard]] static Result<StudyFile> read(const QByteArray& document);
};

} // namespace sitebook
