// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/database.h"
#include "core/model/account.h"

namespace sitebook::server {

struct StoredAccount
{
    Account account;
    QByteArray passwordHash; // Argon2id
};

// Nothing: no such name.
[[nodiscard]] Result<std::optional<StoredAccount>> findAccount(Database& database, const UserName& name);
// Errors: AlreadyExists, Invalid (`where` = user or site).
[[nodiscard]] Result<> addAccount(Database& database, const StoredAccount& account, qint64 nowMs);

} // namespace sitebook::server
