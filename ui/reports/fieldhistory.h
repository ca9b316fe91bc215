// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/workspace.h"

class QWidget;

namespace sitebook {

// Opens all values a field of a stored report had, oldest first: the value as the form shows it, when, who, on which
// desk and why. `key` as in Report::items, or field::reportDate. Read on a worker; deletes itself when closed.
void openFieldHistory(QWidget* parent, Workspace& workspace, const RecordId& report, const QString& key);

} // namespace sitebook
