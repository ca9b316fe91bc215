// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/recoverycode.h"

#include "core/security/crypto.h"

#include <cstring>

namespace sitebook::recoverycode {

namespace {

constexpr char alphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr qsizetype secretBytes = 32;
constexpr qsizetype checkBytes = 3;
constexpr qsizetype letters = (secretBytes + checkBytes) * 8 / 5; // 56, no bit to spare
constexpr qsizetype groupSize = 4;

QByteArray checkOf(const QByteArray& secret)
{
    crypto::ensureReady();
    QByteArray digest(crypto_generichash_BYTES, Qt::Uninitialized);
    crypto_generichash(crypto::bytes(digest), static_cast<size_t>(digest.size()), crypto::bytes(secret),
                       static_cast<size_t>(secret.size()), nullptr, 0);
    return digest.left(checkBytes);
}

// The five bits of a letter; -1 for a letter that is none of ours.
int valueOf(QChar letter)
{
    const char upper = letter.toUpper().toLatin1();
    switch (upper) {
    case 'O':
        return 0;
    case 'I':
    case 'L':
        return 1;
    case 0:
        return -1;
    default:
        break;
    }
    const char* found = std::strchr(alphabet, upper);
    return found ? static_cast<int>(found - alphabet) : -1;
}

} // namespace

QString encode(const QByteArray& secret)
{
    Q_ASSERT(secret.size() == secretBytes);
    QByteArray bits = secret + checkOf(secret);
    const crypto::Wiped wipeBits(bits);
    QString text;
    text.reserve(letters + letters / groupSize);
    quint32 window = 0;
    int held = 0;
    qsizetype written = 0;
    for (const char byte : std::as_const(bits)) {
        window = (window << 8) | static_cast<unsigned char>(byte);
        for (held += 8; held >= 5; ++written) {
            held -= 5;
            if (written > 0 && written % groupSize == 0)
                text += QLatin1Char('-');
            text += QLatin1Char(alphabet[(window >> held) & 31U]);
        }
    }
    return text;
}

Result<QByteArray> decode(const QString& text)
{
    QByteArray bits;
    quint32 window = 0;
    int held = 0;
    qsizetype read = 0;
    for (const QChar letter : text) {
        if (letter.isSpace() || letter.category() == QChar::Punctuation_Dash)
            continue;
        const int value = valueOf(letter);
        if (value < 0)
            return fail(
                ErrorCode::Invalid,
                Message(QT_TRANSLATE_NOOP("messages", "Group %1 of the recovery code holds a sign that is never "
                                                      "used in one. Compare it with the printed code."),
                        {QString::number(read / groupSize + 1)}),
                QStringLiteral("recoveryCode"));
        window = (window << 5) | static_cast<quint32>(value);
        held += 5;
        ++read;
        if (held >= 8) {
            held -= 8;
            bits.append(static_cast<char>((window >> held) & 0xFFU));
        }
    }
    if (read != letters)
        return fail(
            ErrorCode::Invalid,
            Message(QT_TRANSLATE_NOOP("messages", "The recovery code has %1 letters and digits; %2 are needed."),
                    {QString::number(read), QString::number(letters)}),
            QStringLiteral("recoveryCode"));
    QByteArray secret = bits.left(secretBytes);
    if (checkOf(secret) != bits.mid(secretBytes)) {
        crypto::wipe(secret);
        return fail(
            ErrorCode::Invalid,
            QT_TRANSLATE_NOOP("messages", "The recovery code has a typing error. Compare it with the printed code."),
            QStringLiteral("recoveryCode"));
    }
    crypto::wipe(bits);
    return secret;
}

} // namespace sitebook::recoverycode
