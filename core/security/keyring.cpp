// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/keyring.h"

#include "core/security/crypto.h"

#include <QVarLengthArray>
#include <QtEndian>
#include <array>
#include <cstring>

namespace sitebook {

namespace {

constexpr size_t keySize = KeyRing::keyBytes;
constexpr size_t nonceSize = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr size_t tagSize = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr size_t headerSize = 1 + 4;
constexpr unsigned char envelopeVersion = 1;
constexpr quint64 sealingSubkey = 1;
constexpr quint64 auditSubkey = 2;
constexpr char subkeyContext[crypto_kdf_CONTEXTBYTES + 1] = "sitebook";

static_assert(headerSize + nonceSize + tagSize == static_cast<size_t>(KeyRing::overhead));

using Key = std::array<unsigned char, keySize>;

// Lies in sodium_malloc memory: guarded, not swapped, wiped when freed, read-only once filled.
struct Keys
{
    std::array<Key, 2> raw;
    std::array<Key, 2> sealing;
    Key audit;
};

using Aad = QVarLengthArray<unsigned char, 256>;

void put(Aad& aad, const void* field, size_t size)
{
    const qsizetype at = aad.size();
    aad.resize(at + 4 + static_cast<qsizetype>(size));
    qToBigEndian(static_cast<quint32>(size), aad.data() + at);
    std::memcpy(aad.data() + at + 4, field, size);
}

void fillAad(Aad& aad, const SealContext& context, quint32 keyId)
{
    const QByteArray site = context.site.toUtf8();
    put(aad, site.constData(), static_cast<size_t>(site.size()));
    put(aad, context.table, std::strlen(context.table));
    put(aad, context.column, std::strlen(context.column));
    put(aad, context.recordId.constData(), static_cast<size_t>(context.recordId.size()));
    const quint64 version = qToBigEndian(context.version);
    put(aad, &version, sizeof version);
    const quint32 id = qToBigEndian(keyId);
    put(aad, &id, sizeof id);
}

// A system call for each nonce would cost as much as a short sealing; threads fetch them a page at a time. The programs
// never fork without exec, so no two processes share a page.
void nextNonce(unsigned char* target)
{
    thread_local std::array<unsigned char, nonceSize * 128> pool;
    thread_local size_t used = pool.size();
    if (used == pool.size()) {
        randombytes_buf(pool.data(), pool.size());
        used = 0;
    }
    std::memcpy(target, pool.data() + used, nonceSize);
    used += nonceSize;
}

size_t indexOf(KeyClass keyClass)
{
    return keyClass == KeyClass::Identifiers ? 0 : 1;
}

} // namespace

struct KeyRing::Secrets
{
    quint32 keyId = 0;
    std::array<bool, 2> present{};
    std::unique_ptr<Keys, crypto::SodiumFree> keys;
};

KeyRing::~KeyRing() = default;

std::shared_ptr<const KeyRing> KeyRing::generate(quint32 keyId)
{
    QByteArray identifiers = crypto::randomBytes(keyBytes);
    QByteArray clinical = crypto::randomBytes(keyBytes);
    const crypto::Wiped wipeIdentifiers(identifiers);
    const crypto::Wiped wipeClinical(clinical);
    return fromKeys(keyId, identifiers, clinical);
}

std::shared_ptr<const KeyRing> KeyRing::fromKeys(quint32 keyId, const QByteArray& identifiers,
                                                 const QByteArray& clinical)
{
    crypto::ensureReady();
    auto secrets = std::make_unique<Secrets>();
    secrets->keyId = keyId;
    secrets->keys.reset(static_cast<Keys*>(sodium_malloc(sizeof(Keys))));
    if (!secrets->keys)
        qBadAlloc();
    Keys& keys = *secrets->keys;
    sodium_memzero(&keys, sizeof keys);
    const std::array<const QByteArray*, 2> given{&identifiers, &clinical};
    for (size_t i = 0; i < given.size(); ++i) {
        Q_ASSERT(given[i]->isEmpty() || given[i]->size() == keyBytes);
        if (given[i]->size() != keyBytes)
            continue;
        secrets->present[i] = true;
        std::memcpy(keys.raw[i].data(), given[i]->constData(), keySize);
        crypto_kdf_derive_from_key(keys.sealing[i].data(), keySize, sealingSubkey, subkeyContext, keys.raw[i].data());
    }
    const Key& auditSource = keys.raw[secrets->present[1] ? 1 : 0];
    crypto_kdf_derive_from_key(keys.audit.data(), keySize, auditSubkey, subkeyContext, auditSource.data());
    sodium_mprotect_readonly(secrets->keys.get());
    std::shared_ptr<KeyRing> ring(new KeyRing);
    ring->m_secrets = std::move(secrets);
    return ring;
}

bool KeyRing::has(KeyClass keyClass) const
{
    return m_secrets->present[indexOf(keyClass)];
}

quint32 KeyRing::keyId() const
{
    return m_secrets->keyId;
}

QByteArray KeyRing::seal(KeyClass keyClass, const SealContext& context, const QByteArray& plain) const
{
    Q_ASSERT(has(keyClass));
    if (!has(keyClass))
        return {};
    Aad aad;
    fillAad(aad, context, m_secrets->keyId);
    QByteArray sealed(plain.size() + overhead, Qt::Uninitialized);
    unsigned char* out = crypto::bytes(sealed);
    out[0] = envelopeVersion;
    qToBigEndian(m_secrets->keyId, out + 1);
    unsigned char* nonce = out + headerSize;
    nextNonce(nonce);
    crypto_aead_xchacha20poly1305_ietf_encrypt(
        nonce + nonceSize, nullptr, crypto::bytes(plain), static_cast<quint64>(plain.size()), aad.constData(),
        static_cast<quint64>(aad.size()), nullptr, nonce, m_secrets->keys->sealing[indexOf(keyClass)].data());
    return sealed;
}

Result<QByteArray> KeyRing::open(KeyClass keyClass, const SealContext& context, const QByteArray& sealed) const
{
    if (!has(keyClass))
        return fail(ErrorCode::Denied, QT_TRANSLATE_NOOP("messages", "Your role has no key for this value."));
    const auto damaged = [&context] {
        return fail(ErrorCode::Damaged,
                    QT_TRANSLATE_NOOP("messages", "A stored value does not open: it was damaged, moved or sealed with "
                                                  "another key. Check the workspace and restore a backup."),
                    QString::fromLatin1(context.table) + QLatin1Char('.') + QString::fromLatin1(context.column));
    };
    const unsigned char* in = crypto::bytes(sealed);
    if (sealed.size() < overhead || in[0] != envelopeVersion || qFromBigEndian<quint32>(in + 1) != m_secrets->keyId)
        return damaged();
    Aad aad;
    fillAad(aad, context, m_secrets->keyId);
    QByteArray plain(sealed.size() - overhead, Qt::Uninitialized);
    const unsigned char* nonce = in + headerSize;
    const size_t boxSize = static_cast<size_t>(sealed.size()) - headerSize - nonceSize;
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(crypto::bytes(plain), nullptr, nullptr, nonce + nonceSize, boxSize,
                                                   aad.constData(), static_cast<quint64>(aad.size()), nonce,
                                                   m_secrets->keys->sealing[indexOf(keyClass)].data()) != 0)
        return damaged();
    return plain;
}

QByteArray KeyRing::auditKey() const
{
    return {reinterpret_cast<const char*>(m_secrets->keys->audit.data()), keyBytes};
}

QByteArray KeyRing::rawKey(KeyClass keyClass) const
{
    if (!has(keyClass))
        return {};
    return {reinterpret_cast<const char*>(m_secrets->keys->raw[indexOf(keyClass)].data()), keyBytes};
}

} // namespace sitebook
