// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace sitebook::server {

// The program behind main(): reads the command line and serves, or adds an account. Returns the exit status: 0 done, 1
// failed (one sentence on standard error), 2 wrong usage.
[[nodiscard]] int runProgram(const QStringList& arguments);

} // namespace sitebook::server
