// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/database.h"
#include "core/security/vault.h"

namespace sitebook {

// The slots that lead to the keys, and how often somebody failed. Readable before anybody signed in.
[[nodiscard]] Result<std::vector<KeySlot>> readKeySlots(Database& database);
[[nodiscard]] Result<> writeKeySlot(Database& database, const KeySlot& slot);
[[nodiscard]] Result<RecoverySlot> readRecoverySlot(Database& database);
[[nodiscard]] Result<> writeRecoverySlot(Database& database, const RecoverySlot& slot);
[[nodiscard]] Result<SignInThrottle> readFailures(Database& database, const UserName& user);
// Zero failures forgets.
[[nodiscard]] Result<> writeFailures(Database& database, const UserName& user, const SignInThrottle& throttle);

} // namespace sitebook
