// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/sessions.h"

#include "core/security/crypto.h"

namespace sitebook::server::sessions {

namespace {

constexpr qsizetype tokenBytes = 32;
constexpr auto base64Url = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

QByteArray hashOf(const QByteArray& label, const QByteArray& token, const QByteArray& key)
{
    QByteArray input;
    crypto::appendField(input, label);
    crypto::appendField(input, token);
    QByteArray hash(tokenBytes, '\0');
    crypto_generichash(crypto::bytes(hash), static_cast<size_t>(tokenBytes), crypto::bytes(input),
                       static_cast<quint64>(input.size()), crypto::bytes(key), static_cast<size_t>(key.size()));
    return hash;
}

QByteArray storedHash(WriteContext& context, const QByteArray& token)
{
    return hashOf("refresh token", token, context.digestKey());
}

QString written(const QByteArray& token)
{
    return QString::fromLatin1(token.toBase64(base64Url));
}

QByteArray parsed(const QString& token)
{
    const auto bytes =
        QByteArray::fromBase64Encoding(token.toLatin1(), base64Url | QByteArray::AbortOnBase64DecodingErrors);
    return bytes && bytes.decoded.size() == tokenBytes ? bytes.decoded : QByteArray();
}

struct TokenRow
{
    QByteArray session;
    QString device;
    QString user;
    qint64 expiresMs = 0;
    std::optional<qint64> usedMs;
    bool revoked = false;
};

Result<std::optional<TokenRow>> find(WriteContext& context, const QByteArray& hash)
{
    SB_TRY_ASSIGN(Statement row,
                  context.database().prepare(
                      "SELECT t.session, s.device, s.user_name, t.expires_ms, t.used_ms, s.revoked_ms "
                      "FROM refresh_tokens t JOIN sessions s ON s.session=t.session WHERE t.token_hash=?"));
    row.bind(1, hash);
    SB_TRY_ASSIGN(const bool found, row.step());
    if (!found)
        return std::nullopt;
    TokenRow token;
    token.session = row.blob(0);
    token.device = row.text(1);
    token.user = row.text(2);
    token.expiresMs = row.integer(3);
    if (!row.isNull(4))
        token.usedMs = row.integer(4);
    token.revoked = !row.isNull(5);
    return token;
}

Result<> insertToken(WriteContext& context, const QByteArray& session, const QByteArray& token)
{
    SB_TRY_ASSIGN(Statement insert,
                  context.database().prepare("INSERT INTO refresh_tokens(token_hash, session, expires_ms) "
                                             "VALUES(?, ?, ?)"));
    const QByteArray hash = storedHash(context, token);
    insert.bind(1, hash).bind(2, session).bind(3, context.nowMs() + lifetimeMs);
    return insert.run();
}

// The successor follows from the token and a key of the server: the same token always has the same one, and none is
// stored.
QByteArray successorOf(WriteContext& context, const QByteArray& token)
{
    return hashOf("successor", token, context.digestKey());
}

Result<> revoke(WriteContext& context, const QByteArray& session)
{
    SB_TRY_ASSIGN(Statement update, context.database().prepare(
                                        "UPDATE sessions SET revoked_ms=? WHERE session=? AND revoked_ms IS NULL"));
    update.bind(1, context.nowMs()).bind(2, session);
    return update.run();
}

// Marks a fresh token as used and stores its successor, or recognises a repetition. False: used in an impossible way.
Result<bool> use(WriteContext& context, const TokenRow& row, const QByteArray& hash, const QByteArray& successor)
{
    if (row.usedMs) {
        SB_TRY_ASSIGN(const auto next, find(context, storedHash(context, successor)));
        return context.nowMs() - *row.usedMs <= graceMs && next && !next->usedMs;
    }
    SB_TRY_ASSIGN(Statement update,
                  context.database().prepare("UPDATE refresh_tokens SET used_ms=? WHERE token_hash=?"));
    update.bind(1, context.nowMs()).bind(2, hash);
    SB_TRY(update.run());
    SB_TRY(insertToken(context, row.session, successor));
    return true;
}

} // namespace

Result<OpenSession> open(WriteContext& context, const Account& account, const QString& device)
{
    {
        SB_TRY_ASSIGN(Statement old, context.database().prepare("DELETE FROM refresh_tokens WHERE expires_ms < ?"));
        old.bind(1, context.nowMs());
        SB_TRY(old.run());
    }
    const Uuid session = Uuid::create();
    const QByteArray token = crypto::randomBytes(tokenBytes);
    SB_TRY_ASSIGN(Statement insert,
                  context.database().prepare("INSERT INTO sessions(session, user_name, device, created_ms) "
                                             "VALUES(?, ?, ?, ?)"));
    insert.bind(1, session.bytes())
        .bind(2, account.userName.toString())
        .bind(3, device.isNull() ? QStringLiteral("") : device);
    insert.bind(4, context.nowMs());
    SB_TRY(insert.run());
    SB_TRY(insertToken(context, session.bytes(), token));
    return OpenSession{session.toString(), device, written(token), account};
}

Result<Rotation> rotate(WriteContext& context, const QString& text, const QString& device)
{
    const QByteArray token = parsed(text);
    const QByteArray hash = storedHash(context, token);
    SB_TRY_ASSIGN(const auto row, find(context, hash));
    if (token.isEmpty() || !row || row->revoked || row->expiresMs < context.nowMs())
        return Rotation{};
    const QString session = Uuid::fromBytes(row->session).toString();
    const QByteArray successor = successorOf(context, token);
    bool good = row->device == device;
    if (good) {
        SB_TRY_ASSIGN(good, use(context, *row, hash, successor));
    }
    if (!good) {
        SB_TRY(revoke(context, row->session));
        return Rotation{std::nullopt, session};
    }
    // The role is read anew: what a person may do today, not at sign-in.
    SB_TRY_ASSIGN(const auto person, findAccount(context.database(), UserName(row->user)));
    if (!person)
        return Rotation{};
    return Rotation{OpenSession{session, row->device, written(successor), person->account}, std::nullopt};
}

Result<std::optional<QString>> endByToken(WriteContext& context, const QString& text)
{
    SB_TRY_ASSIGN(const auto row, find(context, storedHash(context, parsed(text))));
    if (!row)
        return std::nullopt;
    SB_TRY(revoke(context, row->session));
    return Uuid::fromBytes(row->session).toString();
}

Result<> end(WriteContext& context, const QString& session)
{
    return revoke(context, Uuid::fromString(session).bytes());
}

} // namespace sitebook::server::sessions
