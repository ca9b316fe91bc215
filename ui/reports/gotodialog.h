// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

class QString;
class QWidget;

namespace sitebook {

class ReportSession;

// Opens the palette that goes to a question or section by its text, name or number. `go` gets the item's or group's
// OID. What is not asked now is listed with the rule that hides it, and cannot be gone to. Deletes itself when closed.
void openGoTo(QWidget* parent, const ReportSession& session, std::function<void(const QString&)> go);

} // namespace sitebook
