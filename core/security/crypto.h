// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <memory>
#include <sodium.h>

namespace sitebook::crypto {

// Makes libsodium ready, once in the process; thread-safe and free after the first call. Ends the program when the
// system has no source of randomness, because nothing could be sealed then.
void ensureReady();

inline unsigned char* bytes(QByteArray& array)
{
    return reinterpret_cast<unsigned char*>(array.data());
}
inline const unsigned char* bytes(const QByteArray& array)
{
    return reinterpret_cast<const unsigned char*>(array.constData());
}

// Appends `field` after its length in 4 bytes big-endian, so that no two lists of fields give the same bytes.
void appendField(QByteArray& target, const QByteArray& field);
void appendField(QByteArray& target, quint64 number);

[[nodiscard]] QByteArray randomBytes(qsizetype size);

// Overwrites a secret before it is given back; detaches nothing when the array is the only owner.
void wipe(QByteArray& secret);

// Wipes a secret when the scope is left.
class Wiped final
{
public:
    explicit Wiped(QByteArray& secret)
        : m_secret(secret)
    {
    }
    ~Wiped() { wipe(m_secret); }
    Wiped(const Wiped&) = delete;
    Wiped& operator=(const Wiped&) = delete;

private:
    QByteArray& m_secret;
};

struct SodiumFree
{
    void operator()(void* memory) const { sodium_free(memory); }
};

} // namespace sitebook::crypto
