// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/database.h"

namespace sitebook::server {

// Brings the database to the schema of this program: numbered migrations, one transaction each. Errors: NotAWorkspace
// (some other program's file, or a desk's workspace), NewerVersion, Storage.
[[nodiscard]] Result<> prepareSchema(Database& database);

// Settings by name; empty when absent.
[[nodiscard]] Result<QString> setting(Database& database, const QString& name);
[[nodiscard]] Result<> setSetting(Database& database, const QString& name, const QString& value);

} // namespace sitebook::server
