// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/serveroptions.h"

namespace sitebook::server {

// Composes the server and runs it until it is told to stop. Prints where it listens, as the first line on standard
// output.
[[nodiscard]] Result<> serve(const ServerOptions& options);

} // namespace sitebook::server
