// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/auth/serverkeys.h"
#include "core/model/account.h"

#include <string_view>

namespace sitebook::server {

// What an access token says: who, where, as what, from which device, in which session.
struct Claims
{
    UserName user;
    SiteId site;
    Role role = Role::Coordinator;
    QString device; // may be empty: not bound to a device
    QString session;
    qint64 issuedAt = 0; // seconds since 1970
    qint64 expiresAt = 0;
    friend bool operator==(const Claims&, const Claims&) = default;
};

// Signs and checks access tokens: EdDSA JWT as SECURITY.md "Tokens" says, lasting 10 minutes.
class Tokens final
{
public:
    static constexpr qint64 lifetimeSeconds = 600;
    static constexpr qint64 leewaySeconds = 60; // for a clock that ran a little ahead when the token was made
    static constexpr size_t sizeLimit = 4096;

    explicit Tokens(const ServerKeys& keys);
    // `claims.issuedAt` is filled in by the caller; expiresAt is set here.
    [[nodiscard]] QByteArray sign(Claims claims) const;
    // Error WrongCredentials for anything but a token of ours that is valid at `nowSeconds`.
    [[nodiscard]] Result<Claims> verify(std::string_view token, qint64 nowSeconds) const;

private:
    [[nodiscard]] const SigningKey* keyNamed(const QString& id) const;
    std::shared_ptr<const SigningKey> m_current;
    std::shared_ptr<const SigningKey> m_previous;
};

} // namespace sitebook::server
