// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/ids.h"

#include <QDateTime>
#include <QRandomGenerator>
#include <QUuid>

namespace sitebook {

Uuid Uuid::create()
{
    const auto now = static_cast<quint64>(QDateTime::currentMSecsSinceEpoch());
    QByteArray bytes(16, Qt::Uninitialized);
    auto* raw = reinterpret_cast<quint32*>(bytes.data());
    QRandomGenerator::system()->fillRange(raw, 4);
    for (int i = 0; i < 6; ++i)
        bytes[i] = static_cast<char>(now >> (8 * (5 - i)));
    bytes[6] = static_cast<char>((bytes[6] & 0x0f) | 0x70);
    bytes[8] = static_cast<char>((bytes[8] & 0x3f) | 0x80);
    Uuid uuid;
    uuid.m_bytes = bytes;
    return uuid;
}

Uuid Uuid::fromString(QStringView text)
{
    const QUuid parsed = text.size() == 36 ? QUuid::fromString(text) : QUuid();
    return parsed.isNull() ? Uuid() : fromBytes(parsed.toRfc4122());
}

Uuid Uuid::fromBytes(const QByteArray& bytes)
{
    Uuid uuid;
    if (bytes.size() == 16)
        uuid.m_bytes = bytes;
    return uuid;
}

qint64 Uuid::createdUtcMs() const
{
    if (isNull() || (m_bytes[6] & 0xf0) != 0x70)
        return 0;
    qint64 ms = 0;
    for (int i = 0; i < 6; ++i)
        ms = (ms << 8) | static_cast<quint8>(m_bytes[i]);
    return ms;
}

QString Uuid::toString() const
{
    return isNull() ? QString() : QUuid::fromRfc4122(m_bytes).toString(QUuid::WithoutBraces);
}

} // namespace sitebook
