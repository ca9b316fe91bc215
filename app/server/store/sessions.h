// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/store/accounts.h"
#include "app/server/store/writecontext.h"

namespace sitebook::server {

// A session begins with a sign-in and lives through its refresh tokens: opaque, 256 bits, hashed at rest, each used
// once.
struct OpenSession
{
    QString session;
    QString device;
    QString refreshToken;
    Account account;
};

// Functions of the writer's thread.
namespace sessions {

inline constexpr qint64 lifetimeMs = 14LL * 24 * 3600 * 1000;
// An old token that comes again within this time gives the same successor: its answer may have been lost on the way.
inline constexpr qint64 graceMs = 10LL * 60 * 1000;

[[nodiscard]] Result<OpenSession> open(WriteContext& context, const Account& account, const QString& device);

struct Rotation
{
    std::optional<OpenSession> next; // nothing: the token is not good
    std::optional<QString> revoked;  // a session that ends because its token was used in an impossible way
};
[[nodiscard]] Result<Rotation> rotate(WriteContext& context, const QString& token, const QString& device);

// By its refresh token; the session that ended, if any.
[[nodiscard]] Result<std::optional<QString>> endByToken(WriteContext& context, const QString& token);
[[nodiscard]] Result<> end(WriteContext& context, const QString& session);

} // namespace sessions
} // namespace sitebook::server
