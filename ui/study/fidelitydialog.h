// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/readers/reader.h"

class QWidget;

namespace sitebook {

// Opens the window that says what became of a study file. Deletes itself when closed.
void openFidelityDialog(QWidget* parent, const StudyDefinition& study, const FidelityReport& report);

} // namespace sitebook
