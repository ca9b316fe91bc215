// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/wire.h"
#include "core/sync/apiclient.h"

// Signing in, renewing and ending a session: the requests and what their answers mean. Pure.
namespace sitebook::sync {

[[nodiscard]] ApiRequest loginRequest(const UserName& user, const QString& password, const DeviceId& device);
[[nodiscard]] ApiRequest refreshRequest(const QByteArray& refreshToken, const DeviceId& device);
[[nodiscard]] ApiRequest logoutRequest(const QByteArray& bearer, const QByteArray& refreshToken,
                                       const DeviceId& device);

// Errors: WrongCredentials, Locked, Busy (too many; wait), Offline, Protocol, Server.
[[nodiscard]] Result<api::LoginAnswer> readLogin(const ApiAnswer& answer, qint64 utcMs);

// Under which name the refresh token of one person at one workspace is kept.
[[nodiscard]] QString refreshTokenKey(const QString& workspaceId, const UserName& user);

} // namespace sitebook::sync
