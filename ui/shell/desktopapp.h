// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QApplication;

namespace sitebook {

// The desktop: theme, sign-in, main window, until the person quits. Empty path: the most recent workspace or the
// welcome page. With `trace` the measures of ui/shell/trace.h go to standard error at the end, and the patient table is
// the first page. Returns the exit status.
[[nodiscard]] int runDesktop(QApplication& application, const QString& workspacePath, bool trace);

} // namespace sitebook
