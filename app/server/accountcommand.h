// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/serveroptions.h"
#include "core/database/database.h"

namespace sitebook::server {

struct NewAccount
{
    QString name;
    QString displayName; // empty: the name
    QString role;
    QString site;
    QString passwordFile; // empty: environment or prompt
};

// `sitebook-server account add`. Works beside a running server. Errors: Usage (role, site, no password), AlreadyExists,
// those of the database.
[[nodiscard]] Result<> addAccount(const ServerOptions& options, const NewAccount& account);

// Opens the database for a moment, made and migrated where needed, with its key file.
[[nodiscard]] Result<std::unique_ptr<Database>> openForAdministration(const ServerOptions& options);

struct DemoAccounts
{
    QString site;
    QStringList names;
    QString password; // empty: they were there already, or the password came from the environment
};
// The accounts of --demo, made where they are missing.
[[nodiscard]] Result<DemoAccounts> ensureDemoAccounts(const ServerOptions& options);

} // namespace sitebook::server
