// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/crypto.h"

#include <QtEndian>

namespace sitebook::crypto {

void ensureReady()
{
    static const bool ready = [] {
        if (sodium_init() < 0)
            qFatal("No source of randomness: nothing can be sealed on this system.");
        return true;
    }();
    Q_UNUSED(ready)
}

void appendField(QByteArray& target, const QByteArray& field)
{
    const quint32 length = qToBigEndian(static_cast<quint32>(field.size()));
    target.append(reinterpret_cast<const char*>(&length), sizeof length);
    target.append(field);
}

void appendField(QByteArray& target, quint64 number)
{
    const quint64 wire = qToBigEndian(number);
    appendField(target, QByteArray::fromRawData(reinterpret_cast<const char*>(&wire), sizeof wire));
}

QByteArray randomBytes(qsizetype size)
{
    ensureReady();
    QByteArray result(size, Qt::Uninitialized);
    randombytes_buf(result.data(), static_cast<size_t>(size));
    return result;
}

void wipe(QByteArray& secret)
{
    if (!secret.isEmpty())
        sodium_memzero(secret.data(), static_cast<size_t>(secret.size()));
}

} // namespace sitebook::crypto
