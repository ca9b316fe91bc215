// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/reports/reportformtarget.h"
#include "ui/widgets/navigator.h"
#include "ui/widgets/page.h"
#include "ui/widgets/userprompt.h"

namespace sitebook {

// The pages of this room, for the shell. The references must outlive the page; `parent` owns it.
[[nodiscard]] Page* makeReportsPage(Workspace& workspace, Navigator& navigator, UserPrompt& prompt, QWidget* parent);
[[nodiscard]] Page* makeReportForm(Workspace& workspace, Navigator& navigator, UserPrompt& prompt,
                                   const ReportFormTarget& target, QWidget* parent);
// Asks for visit and form, then sends the person there. Returns at once.
void openNewReportDialog(QWidget* parent, Workspace& workspace, Navigator& navigator, const RecordId& patient);

} // namespace sitebook
