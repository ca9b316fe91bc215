// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/navigator.h"
#include "ui/widgets/page.h"
#include "ui/widgets/userprompt.h"

namespace sitebook {

// The pages of this room, for the shell. The references must outlive the page; `parent` owns it.
[[nodiscard]] Page* makePatientsPage(Workspace& workspace, Navigator& navigator, UserPrompt& prompt, QWidget* parent);
[[nodiscard]] Page* makePatientPage(Workspace& workspace, Navigator& navigator, UserPrompt& prompt,
                                    const RecordId& patient, QWidget* parent);
// `orNull` null: registers a new patient, going on with its draft when there is one.
[[nodiscard]] Page* makePatientForm(Workspace& workspace, Navigator& navigator, UserPrompt& prompt,
                                    const RecordId& orNull, QWidget* parent);

} // namespace sitebook
