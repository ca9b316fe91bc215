// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/auth/authenticator.h"

#include "core/security/crypto.h"

namespace sitebook::server {

namespace {

constexpr size_t hashSize = 32;
constexpr size_t rememberedLimit = 50'000;

tl::unexpected<Error> refused()
{
    return fail(ErrorCode::WrongCredentials, QT_TRANSLATE_NOOP("messages", "Please sign in again."));
}

} // namespace

Authenticator::Authenticator(const ServerKeys& keys, const Clock& clock)
    : m_tokens(keys)
    , m_clock(clock)
    , m_hashKey(crypto::randomBytes(hashSize))
{
}

std::string Authenticator::hashOf(std::string_view token) const
{
    std::string hash(hashSize, '\0');
    crypto_generichash(reinterpret_cast<unsigned char*>(hash.data()), hash.size(),
                       reinterpret_cast<const unsigned char*>(token.data()), token.size(), crypto::bytes(m_hashKey),
                       static_cast<size_t>(m_hashKey.size()));
    return hash;
}

Result<std::shared_ptr<const Claims>> Authenticator::check(std::string_view authorization)
{
    static constexpr std::string_view scheme = "Bearer ";
    if (!authorization.starts_with(scheme) || authorization.size() > Tokens::sizeLimit + scheme.size())
        return refused();
    const std::string_view token = authorization.substr(scheme.size());
    const qint64 now = m_clock.now().utcMs / 1000;
    const std::string hash = hashOf(token);
    {
        const std::scoped_lock lock(m_mutex);
        if (const auto known = m_checked.find(hash); known != m_checked.end()) {
            if (now < known->second->expiresAt)
                return known->second;
            m_checked.erase(known);
            return refused();
        }
    }
    SB_TRY_ASSIGN(Claims claims, m_tokens.verify(token, now));
    const std::scoped_lock lock(m_mutex);
    if (m_endedSessions.contains(claims.session.toStdString()))
        return refused();
    if (m_checked.size() >= rememberedLimit)
        forgetExpired(now);
    auto shared = std::make_shared<const Claims>(std::move(claims));
    if (m_checked.size() < rememberedLimit)
        m_checked.emplace(hash, shared);
    return shared;
}

QByteArray Authenticator::issue(const Account& account, const QString& device, const QString& session) const
{
    Claims claims;
    claims.user = account.userName;
    claims.site = account.siteId;
    claims.role = account.role;
    claims.device = device;
    claims.session = session;
    claims.issuedAt = m_clock.now().utcMs / 1000;
    return m_tokens.sign(std::move(claims));
}

void Authenticator::endSession(const QString& session)
{
    const qint64 now = m_clock.now().utcMs / 1000;
    const std::scoped_lock lock(m_mutex);
    std::erase_if(m_checked, [&session](const auto& entry) { return entry.second->session == session; });
    m_endedSessions[session.toStdString()] = now + Tokens::lifetimeSeconds + Tokens::leewaySeconds;
    forgetExpired(now);
}

void Authenticator::forgetExpired(qint64 nowSeconds)
{
    std::erase_if(m_checked, [nowSeconds](const auto& entry) { return entry.second->expiresAt <= nowSeconds; });
    std::erase_if(m_endedSessions, [nowSeconds](const auto& entry) { return entry.second <= nowSeconds; });
}

} // namespace sitebook::server
