// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"

class QWidget;

namespace sitebook {

class Navigator;
class Page;
class Workspace;

// The page and the dialog of this room, for the shell. They belong to `parent`; the references outlive them.
[[nodiscard]] Page* makeCasebookPage(Workspace& workspace, Navigator& navigator, QWidget* parent);
// Asks what to say of a visit of the patient; an empty event: also which.
void openVisitDialog(QWidget* parent, Workspace& workspace, const RecordId& patient, const QString& eventOid,
                     int repeat);

} // namespace sitebook
