// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QFuture>
#include <memory>
#include <optional>

namespace sitebook {

// Secrets the system keeps: refresh token and device secret, never the only copy of a key.
// A locked keyring answers "not found", so an absent entry is no reason to make a new one where data exist.
class CredentialStore
{
public:
    CredentialStore() = default;
    CredentialStore(const CredentialStore&) = delete;
    CredentialStore& operator=(const CredentialStore&) = delete;
    virtual ~CredentialStore() = default;

    // Null optional: no such entry (or a locked keyring). Error Keychain: no usable store.
    [[nodiscard]] virtual QFuture<Result<std::optional<QByteArray>>> read(const QString& key) = 0;
    [[nodiscard]] virtual QFuture<Result<>> write(const QString& key, const QByteArray& secret) = 0;
    [[nodiscard]] virtual QFuture<Result<>> remove(const QString& key) = 0;
};

// QtKeychain (Secret Service, Keychain, Credential Manager), never its insecure fallback. Needs a running event loop in
// the thread that made it.
[[nodiscard]] std::unique_ptr<CredentialStore> makeKeychainStore();
// Keeps nothing beyond the process; for tests and for desks without a keychain.
[[nodiscard]] std::unique_ptr<CredentialStore> makeMemoryStore();

} // namespace sitebook
