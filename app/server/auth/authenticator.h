// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/auth/tokens.h"
#include "core/base/clock.h"

#include <mutex>
#include <unordered_map>

namespace sitebook::server {

// Says who sends a request. A token whose signature was checked once is remembered by its keyed hash until it expires
// or its session ends, since the check costs more than the rest of a small request. Thread-safe.
class Authenticator final
{
public:
    Authenticator(const ServerKeys& keys, const Clock& clock);

    // From "Bearer <token>". Error WrongCredentials.
    [[nodiscard]] Result<std::shared_ptr<const Claims>> check(std::string_view authorization);
    [[nodiscard]] QByteArray issue(const Account& account, const QString& device, const QString& session) const;
    // Tokens of this session are refused from now on.
    void endSession(const QString& session);

private:
    struct HashOf
    {
        size_t operator()(const std::string& key) const { return std::hash<std::string>()(key); }
    };
    [[nodiscard]] std::string hashOf(std::string_view token) const;
    void forgetExpired(qint64 nowSeconds);

    Tokens m_tokens;
    const Clock& m_clock;
    QByteArray m_hashKey;
    std::mutex m_mutex;
    std::unordered_map<std::string, std::shared_ptr<const Claims>, HashOf> m_checked;
    std::unordered_map<std::string, qint64> m_endedSessions; // session, second after which no token of it can live
};

} // namespace sitebook::server
