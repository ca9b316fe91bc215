// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/auth/serverkeys.h"

#include "core/api/wire.h"
#include "core/security/crypto.h"

#include <QFile>
#include <QJsonDocument>
#include <QSaveFile>

namespace sitebook::server {

using namespace Qt::StringLiterals;

namespace {

constexpr quint32 dataKeyId = 1;
constexpr auto ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

Result<> writeNew(const QString& path)
{
    const auto secret = [] { return QString::fromLatin1(crypto::randomBytes(SigningKey::seedBytes).toBase64()); };
    const QJsonObject object{
        {u"identifiers"_s, secret()}, {u"clinical"_s, secret()}, {u"receipts"_s, secret()}, {u"tokens"_s, secret()}};
    QSaveFile file(path);
    const bool written = file.open(QIODevice::WriteOnly) && file.setPermissions(ownerOnly) &&
                         file.write(QJsonDocument(object).toJson()) > 0 && file.commit();
    if (!written)
        return fail(ErrorCode::NotWritable,
                    QT_TRANSLATE_NOOP("messages",
                                      "The server's key file cannot be written. Check the folder and its permissions."),
                    path);
    return {};
}

Result<QJsonObject> readFile(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::NotFound,
                    QT_TRANSLATE_NOOP("messages", "The server's key file cannot be read. Without it the database "
                                                  "does not open; restore it from your backup."),
                    path);
    if ((file.permissions() & (QFileDevice::ReadGroup | QFileDevice::ReadOther)) != QFileDevice::Permissions())
        return fail(
            ErrorCode::Denied,
            QT_TRANSLATE_NOOP("messages", "Others can read the server's key file. Make it private (chmod 600)."), path);
    const auto object = api::parseObject(file.readAll());
    if (!object)
        return fail(ErrorCode::Damaged,
                    QT_TRANSLATE_NOOP("messages", "The server's key file is damaged; restore it from your backup."),
                    path);
    return object;
}

} // namespace

struct SigningKey::Secret
{
    std::array<unsigned char, crypto_sign_SECRETKEYBYTES> key{};
    Secret() = default;
    Secret(const Secret&) = delete;
    Secret& operator=(const Secret&) = delete;
    ~Secret() { sodium_memzero(key.data(), key.size()); }
};

SigningKey::SigningKey(const QByteArray& seed)
    : m_public(crypto_sign_PUBLICKEYBYTES, '\0')
{
    crypto::ensureReady();
    auto secret = std::make_shared<Secret>();
    crypto_sign_seed_keypair(crypto::bytes(m_public), secret->key.data(), crypto::bytes(seed));
    m_secret = secret;
    QByteArray id(16, '\0');
    crypto_generichash(crypto::bytes(id), 16, crypto::bytes(m_public), static_cast<quint64>(m_public.size()), nullptr,
                       0);
    m_id = QString::fromLatin1(id.left(8).toHex());
}

QByteArray SigningKey::sign(const QByteArray& message) const
{
    QByteArray signature(crypto_sign_BYTES, '\0');
    crypto_sign_detached(crypto::bytes(signature), nullptr, crypto::bytes(message),
                         static_cast<quint64>(message.size()), m_secret->key.data());
    return signature;
}

bool verifySignature(const QByteArray& publicKey, const QByteArray& message, const QByteArray& signature)
{
    return publicKey.size() == static_cast<qsizetype>(crypto_sign_PUBLICKEYBYTES) &&
           signature.size() == static_cast<qsizetype>(crypto_sign_BYTES) &&
           crypto_sign_verify_detached(crypto::bytes(signature), crypto::bytes(message),
                                       static_cast<quint64>(message.size()), crypto::bytes(publicKey)) == 0;
}

Result<ServerKeys> ServerKeys::load(const QString& path, bool create)
{
    crypto::ensureReady();
    if (create && !QFile::exists(path)) {
        SB_TRY(writeNew(path));
    }
    SB_TRY_ASSIGN(const QJsonObject object, readFile(path));
    const auto secret = [&object](const QString& name) {
        return QByteArray::fromBase64(object.value(name).toString().toLatin1());
    };
    for (const QString& name : {u"identifiers"_s, u"clinical"_s, u"receipts"_s, u"tokens"_s})
        if (secret(name).size() != SigningKey::seedBytes)
            return fail(ErrorCode::Damaged,
                        QT_TRANSLATE_NOOP("messages", "The server's key file is damaged; restore it from your backup."),
                        path);
    ServerKeys keys;
    keys.ring = KeyRing::fromKeys(dataKeyId, secret(u"identifiers"_s), secret(u"clinical"_s));
    keys.receipts = std::make_shared<SigningKey>(secret(u"receipts"_s));
    keys.tokens = std::make_shared<SigningKey>(secret(u"tokens"_s));
    if (const QByteArray previous = secret(u"previousTokens"_s); previous.size() == SigningKey::seedBytes)
        keys.previousTokens = std::make_shared<SigningKey>(previous);
    return keys;
}

} // namespace sitebook::server
