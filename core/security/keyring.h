// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <memory>

namespace sitebook {

enum class KeyClass { Identifiers, Clinical };

// Where a sealed value lives; a value moved to another row, column, version or site does not open.
struct SealContext
{
    QString site;
    const char* table;
    const char* column;
    QByteArray recordId;
    quint64 version = 0;
};

// The data keys of one site, in sodium_malloc memory, wiped with the last owner. Immutable and thread-safe; shared as
// std::shared_ptr<const KeyRing>.
// Envelope: version(1) | key_id(4, big-endian) | nonce(24) | ciphertext | tag(16), XChaCha20-Poly1305; AAD =
// length-prefixed (site, table, column, record_id, version, key_id).
class KeyRing final
{
public:
    static constexpr qsizetype keyBytes = 32;
    static constexpr qsizetype overhead = 1 + 4 + 24 + 16;

    // Fresh random data keys.
    [[nodiscard]] static std::shared_ptr<const KeyRing> generate(quint32 keyId);
    // From raw keys of keyBytes each (copied); an empty key means: no right to that class.
    [[nodiscard]] static std::shared_ptr<const KeyRing> fromKeys(quint32 keyId, const QByteArray& identifiers,
                                                                 const QByteArray& clinical);
    ~KeyRing();
    KeyRing(const KeyRing&) = delete;
    KeyRing& operator=(const KeyRing&) = delete;

    [[nodiscard]] bool has(KeyClass keyClass) const;
    [[nodiscard]] quint32 keyId() const;
    // `has(keyClass)` must hold.
    [[nodiscard]] QByteArray seal(KeyClass keyClass, const SealContext& context, const QByteArray& plain) const;
    // Errors: Denied (no key of that class), Damaged (not opened by this key, or moved).
    [[nodiscard]] Result<QByteArray> open(KeyClass keyClass, const SealContext& context,
                                          const QByteArray& sealed) const;
    // 32 bytes derived from the clinical (else the identifier) key: keys the digests of the audit chain.
    [[nodiscard]] QByteArray auditKey() const;
    // A copy of a raw data key, for wrapping it into a slot; empty without the right. The caller wipes it
    // (sodium_memzero).
    [[nodiscard]] QByteArray rawKey(KeyClass keyClass) const;

private:
    KeyRing() = default;
    struct Secrets;
    std::unique_ptr<Secrets> m_secrets;
};

} // namespace sitebook
