// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/auth/tokens.h"

#include "core/text/strictjson.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace sitebook::server {

using namespace Qt::StringLiterals;

namespace {

const QString issuer = u"sitebook-server"_s;
const QString audience = u"sitebook"_s;
const QString tokenType = u"at+jwt"_s;
constexpr int depthLimit = 4;

constexpr auto base64Url = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

QByteArray encoded(const QByteArray& bytes)
{
    return bytes.toBase64(base64Url);
}

// The only spelling of these bytes: no padding, no foreign letters, no stray bits at the end.
std::optional<QByteArray> decoded(std::string_view part)
{
    const QByteArray text(part.data(), static_cast<qsizetype>(part.size()));
    const auto bytes = QByteArray::fromBase64Encoding(text, base64Url | QByteArray::AbortOnBase64DecodingErrors);
    if (!bytes || encoded(bytes.decoded) != text)
        return std::nullopt;
    return bytes.decoded;
}

std::optional<QJsonObject> decodedObject(std::string_view part)
{
    const auto bytes = decoded(part);
    if (!bytes || !json::check({bytes->constData(), static_cast<size_t>(bytes->size())}, depthLimit))
        return std::nullopt;
    const QJsonDocument document = QJsonDocument::fromJson(*bytes);
    return document.isObject() ? std::optional(document.object()) : std::nullopt;
}

std::optional<qint64> seconds(const QJsonObject& claims, const QString& name)
{
    const QJsonValue value = claims.value(name);
    const qint64 number = value.toInteger(-1);
    return value.isDouble() && number >= 0 ? std::optional(number) : std::nullopt;
}

tl::unexpected<Error> refused()
{
    return fail(ErrorCode::WrongCredentials, QT_TRANSLATE_NOOP("messages", "Please sign in again."));
}

Result<Claims> claimsOf(const QJsonObject& object)
{
    Claims claims;
    const auto role = roleFromCode(object.value(u"role"_s).toString());
    const auto issued = seconds(object, u"iat"_s);
    const auto expires = seconds(object, u"exp"_s);
    const auto notBefore = seconds(object, u"nbf"_s);
    claims.user = UserName(object.value(u"sub"_s).toString());
    claims.site = SiteId(object.value(u"site"_s).toString());
    claims.session = object.value(u"sid"_s).toString();
    claims.device = object.value(u"dev"_s).toString();
    const bool ours = object.value(u"iss"_s).toString() == issuer && object.value(u"aud"_s).toString() == audience;
    const bool whole = role && issued && expires && notBefore && !claims.user.isEmpty() && !claims.site.isEmpty() &&
                       !claims.session.isEmpty() && object.value(u"dev"_s).isString() &&
                       object.value(u"jti"_s).isString();
    if (!ours || !whole || *notBefore > *expires || *issued > *expires)
        return refused();
    claims.role = *role;
    claims.issuedAt = *issued;
    claims.expiresAt = *expires;
    return claims;
}

} // namespace

Tokens::Tokens(const ServerKeys& keys)
    : m_current(keys.tokens)
    , m_previous(keys.previousTokens)
{
}

QByteArray Tokens::sign(Claims claims) const
{
    const QJsonObject header{{u"alg"_s, u"EdDSA"_s}, {u"kid"_s, m_current->id()}, {u"typ"_s, tokenType}};
    const QJsonObject body{{u"iss"_s, issuer},
                           {u"aud"_s, audience},
                           {u"sub"_s, claims.user.toString()},
                           {u"site"_s, claims.site.toString()},
                           {u"dev"_s, claims.device},
                           {u"role"_s, roleCode(claims.role)},
                           {u"jti"_s, Uuid::create().toString()},
                           {u"sid"_s, claims.session},
                           {u"iat"_s, claims.issuedAt},
                           {u"nbf"_s, claims.issuedAt},
                           {u"exp"_s, claims.issuedAt + lifetimeSeconds}};
    const QByteArray message = encoded(QJsonDocument(header).toJson(QJsonDocument::Compact)) + '.' +
                               encoded(QJsonDocument(body).toJson(QJsonDocument::Compact));
    return message + '.' + encoded(m_current->sign(message));
}

Result<Claims> Tokens::verify(std::string_view token, qint64 nowSeconds) const
{
    const size_t first = token.find('.');
    const size_t second = first == std::string_view::npos ? first : token.find('.', first + 1);
    if (token.size() > sizeLimit || second == std::string_view::npos ||
        token.find('.', second + 1) != std::string_view::npos)
        return refused();
    const auto header = decodedObject(token.substr(0, first));
    // Three keys and no other: nothing in a header may name a key, a place to fetch one, or another algorithm.
    if (!header || header->size() != 3 || header->value(u"alg"_s).toString() != "EdDSA"_L1 ||
        header->value(u"typ"_s).toString() != tokenType)
        return refused();
    const SigningKey* key = keyNamed(header->value(u"kid"_s).toString());
    const auto signature = decoded(token.substr(second + 1));
    const auto body = decodedObject(token.substr(first + 1, second - first - 1));
    if (key == nullptr || !signature || !body)
        return refused();
    // What is over is refused before its signature is checked: that check is the dear one.
    const qint64 expires = seconds(*body, u"exp"_s).value_or(0);
    const qint64 notBefore = seconds(*body, u"nbf"_s).value_or(0);
    if (nowSeconds >= expires || nowSeconds + leewaySeconds < notBefore)
        return refused();
    const QByteArray message(token.data(), static_cast<qsizetype>(second));
    if (!verifySignature(key->publicKey(), message, *signature))
        return refused();
    return claimsOf(*body);
}

const SigningKey* Tokens::keyNamed(const QString& id) const
{
    if (id == m_current->id())
        return m_current.get();
    return m_previous && id == m_previous->id() ? m_previous.get() : nullptr;
}

} // namespace sitebook::server
