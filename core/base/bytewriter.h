// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QVarLengthArray>
#include <QtEndian>
#include <cstring>

namespace sitebook {

// Builds canonical bytes: numbers big-endian, texts as UTF-8, both kinds of string behind their length in four bytes.
// What it writes, QDataStream reads. On the stack until it is large; one thread.
class ByteWriter final
{
public:
    template <class Integer>
    ByteWriter& number(Integer value)
    {
        qToBigEndian(value, room(sizeof value));
        return *this;
    }
    ByteWriter& bytes(const QByteArray& value)
    {
        number(static_cast<quint32>(value.size()));
        if (!value.isEmpty())
            std::memcpy(room(value.size()), value.constData(), static_cast<size_t>(value.size()));
        return *this;
    }
    // Most texts are ASCII, which needs no encoder and no second buffer.
    ByteWriter& text(const QString& value)
    {
        const qsizetype start = m_bytes.size();
        number(static_cast<quint32>(value.size()));
        char* out = room(value.size());
        char16_t seen = 0;
        for (const QChar letter : value) {
            seen |= letter.unicode();
            *out++ = static_cast<char>(letter.unicode());
        }
        if (seen < 0x80)
            return *this;
        m_bytes.resize(start);
        return bytes(value.toUtf8());
    }
    [[nodiscard]] QByteArrayView view() const { return {m_bytes.constData(), m_bytes.size()}; }
    [[nodiscard]] QByteArray toByteArray() const { return {m_bytes.constData(), m_bytes.size()}; }

private:
    char* room(qsizetype size)
    {
        const qsizetype at = m_bytes.size();
        m_bytes.resize(at + size);
        return m_bytes.data() + at;
    }

    QVarLengthArray<char, 1024> m_bytes;
};

} // namespace sitebook
