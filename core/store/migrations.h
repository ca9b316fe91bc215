// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/database.h"

namespace sitebook {

// The schema this program writes.
inline constexpr int schemaVersion = 2;

// Brings a workspace database to schemaVersion: numbered files of resources/migrations, one transaction each.
// Errors: NotAWorkspace (another application's file), NewerVersion, Storage.
[[nodiscard]] Result<> migrate(Database& database);
// The same checks without changing anything.
[[nodiscard]] Result<> checkSchema(Database& database);

} // namespace sitebook
