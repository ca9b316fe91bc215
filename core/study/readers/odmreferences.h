// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/readers/reader.h"

namespace sitebook {

// Takes out references to definitions the study does not have, each with an entry, so that whoever uses the study finds
// what it names.
void dropDanglingReferences(StudyDefinition& study, FidelityReport& report);

} // namespace sitebook
