// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/passwordhash.h"

#include "core/security/crypto.h"

namespace sitebook {

namespace {
QByteArray canonical(const QString& password)
{
    return password.normalized(QString::NormalizationForm_C).toUtf8();
}
} // namespace

Result<QByteArray> hashPassword(const QString& password)
{
    crypto::ensureReady();
    if (password.isEmpty())
        return fail(ErrorCode::Invalid, QT_TRANSLATE_NOOP("messages", "Choose a password; it cannot be empty."),
                    QStringLiteral("password"));
    QByteArray text = canonical(password);
    const crypto::Wiped wipeText(text);
    QByteArray hash(crypto_pwhash_STRBYTES, '\0');
    if (crypto_pwhash_str_alg(hash.data(), text.constData(), static_cast<quint64>(text.size()),
                              crypto_pwhash_OPSLIMIT_INTERACTIVE, crypto_pwhash_MEMLIMIT_INTERACTIVE,
                              crypto_pwhash_ALG_ARGON2ID13) != 0)
        return fail(ErrorCode::Internal,
                    QT_TRANSLATE_NOOP("messages", "There is not enough memory to protect the password. "
                                                  "Close other programs and try again."));
    hash.truncate(static_cast<qsizetype>(qstrlen(hash.constData())));
    return hash;
}

bool verifyPassword(const QByteArray& hash, const QString& password)
{
    crypto::ensureReady();
    if (hash.size() >= static_cast<qsizetype>(crypto_pwhash_STRBYTES) ||
        !hash.startsWith(crypto_pwhash_argon2id_STRPREFIX))
        return false;
    QByteArray text = canonical(password);
    const crypto::Wiped wipeText(text);
    QByteArray padded = hash;
    padded.append(static_cast<qsizetype>(crypto_pwhash_STRBYTES) - hash.size(), '\0');
    return crypto_pwhash_str_verify(padded.constData(), text.constData(), static_cast<quint64>(text.size())) == 0;
}

} // namespace sitebook
