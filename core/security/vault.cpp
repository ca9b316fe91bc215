// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/vault.h"

#include "core/security/crypto.h"
#include "core/security/permissions.h"
#include "core/security/recoverycode.h"

#include <algorithm>

namespace sitebook {

namespace {

constexpr quint64 slotVersion = 1;
constexpr quint64 slotSubkey = 2; // 1 is the key a server would see
constexpr char subkeyContext[crypto_kdf_CONTEXTBYTES + 1] = "sbmaster";
constexpr qsizetype saltBytes = crypto_pwhash_SALTBYTES;
constexpr qsizetype nonceBytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr qsizetype tagBytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;
// Stored parameters are not trusted with the machine's memory or time.
constexpr quint64 mostMemory = 4ULL * 1024 * 1024 * 1024;
constexpr quint64 mostOperations = 64;

const char* className(KeyClass keyClass)
{
    return keyClass == KeyClass::Identifiers ? "identifiers" : "clinical";
}

QByteArray slotAad(const KeySlot& slot, KeyClass keyClass)
{
    QByteArray aad;
    crypto::appendField(aad, QByteArrayLiteral("sitebook.slot"));
    crypto::appendField(aad, slotVersion);
    crypto::appendField(aad, QByteArray(className(keyClass)));
    crypto::appendField(aad, slot.site.toString().toUtf8());
    crypto::appendField(aad, slot.device.bytes());
    crypto::appendField(aad, slot.user.toString().toUtf8());
    crypto::appendField(aad, roleCode(slot.role).toUtf8());
    crypto::appendField(aad, quint64(slot.keyId));
    crypto::appendField(aad, slot.kdf.operations);
    crypto::appendField(aad, slot.kdf.memoryBytes);
    crypto::appendField(aad, slot.kdf.salt);
    crypto::appendField(aad, quint64(slot.usesDeviceSecret ? 1 : 0));
    return aad;
}

bool saneParameters(const KdfParameters& kdf)
{
    return kdf.salt.size() == saltBytes && kdf.operations >= crypto_pwhash_argon2id_OPSLIMIT_MIN &&
           kdf.operations <= mostOperations && kdf.memoryBytes >= crypto_pwhash_argon2id_MEMLIMIT_MIN &&
           kdf.memoryBytes <= mostMemory;
}

// password -> master -> slot key, mixed with the device secret where there is one. Composed and decomposed letters of
// the same password are the same password.
Result<QByteArray> slotKey(const KdfParameters& kdf, const QString& password, const QByteArray& deviceSecret)
{
    crypto::ensureReady();
    QByteArray text = password.normalized(QString::NormalizationForm_C).toUtf8();
    QByteArray master(crypto_kdf_KEYBYTES, '\0');
    const crypto::Wiped wipeText(text);
    const crypto::Wiped wipeMaster(master);
    if (crypto_pwhash(crypto::bytes(master), static_cast<quint64>(master.size()), text.constData(),
                      static_cast<quint64>(text.size()), crypto::bytes(kdf.salt), kdf.operations,
                      static_cast<size_t>(kdf.memoryBytes), crypto_pwhash_ALG_ARGON2ID13) != 0)
        return fail(ErrorCode::Internal,
                    QT_TRANSLATE_NOOP("messages", "There is not enough memory to check the password. "
                                                  "Close other programs and try again."));
    QByteArray key(crypto_kdf_KEYBYTES, '\0');
    crypto_kdf_derive_from_key(crypto::bytes(key), static_cast<size_t>(key.size()), slotSubkey, subkeyContext,
                               crypto::bytes(master));
    if (deviceSecret.isEmpty())
        return key;
    QByteArray mixed(crypto_kdf_KEYBYTES, '\0');
    crypto_generichash(crypto::bytes(mixed), static_cast<size_t>(mixed.size()), crypto::bytes(deviceSecret),
                       static_cast<quint64>(deviceSecret.size()), crypto::bytes(key), static_cast<size_t>(key.size()));
    crypto::wipe(key);
    return mixed;
}

QByteArray wrap(const QByteArray& key, const QByteArray& secret, const QByteArray& aad)
{
    QByteArray wrapped = crypto::randomBytes(nonceBytes);
    wrapped.resize(nonceBytes + secret.size() + tagBytes);
    unsigned char* out = crypto::bytes(wrapped);
    crypto_aead_xchacha20poly1305_ietf_encrypt(out + nonceBytes, nullptr, crypto::bytes(secret),
                                               static_cast<quint64>(secret.size()), crypto::bytes(aad),
                                               static_cast<quint64>(aad.size()), nullptr, out, crypto::bytes(key));
    return wrapped;
}

// Null when the key or the AAD is another.
std::optional<QByteArray> unwrap(const QByteArray& key, const QByteArray& wrapped, const QByteArray& aad)
{
    if (wrapped.size() != nonceBytes + KeyRing::keyBytes + tagBytes)
        return std::nullopt;
    QByteArray secret(KeyRing::keyBytes, '\0');
    const unsigned char* in = crypto::bytes(wrapped);
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(
            crypto::bytes(secret), nullptr, nullptr, in + nonceBytes, static_cast<quint64>(wrapped.size() - nonceBytes),
            crypto::bytes(aad), static_cast<quint64>(aad.size()), in, crypto::bytes(key)) != 0)
        return std::nullopt;
    return secret;
}

// What is sealed to the recovery key: a digest of where the key belongs, then the key.
QByteArray recoveryContext(const RecoverySlot& slot, KeyClass keyClass)
{
    QByteArray fields;
    crypto::appendField(fields, QByteArrayLiteral("sitebook.recovery.1"));
    crypto::appendField(fields, slot.site.toString().toUtf8());
    crypto::appendField(fields, quint64(slot.keyId));
    crypto::appendField(fields, QByteArray(className(keyClass)));
    QByteArray digest(crypto_generichash_BYTES, '\0');
    crypto_generichash(crypto::bytes(digest), static_cast<size_t>(digest.size()), crypto::bytes(fields),
                       static_cast<quint64>(fields.size()), nullptr, 0);
    return digest;
}

QByteArray sealForRecovery(const RecoverySlot& slot, const KeyRing& keys, KeyClass keyClass)
{
    QByteArray raw = keys.rawKey(keyClass);
    QByteArray plain = recoveryContext(slot, keyClass) + raw;
    const crypto::Wiped wipeRaw(raw);
    const crypto::Wiped wipePlain(plain);
    QByteArray sealed(plain.size() + static_cast<qsizetype>(crypto_box_SEALBYTES), '\0');
    crypto_box_seal(crypto::bytes(sealed), crypto::bytes(plain), static_cast<quint64>(plain.size()),
                    crypto::bytes(slot.publicKey));
    return sealed;
}

std::optional<QByteArray> openFromRecovery(const RecoverySlot& slot, KeyClass keyClass, const QByteArray& secret)
{
    const QByteArray& sealed = keyClass == KeyClass::Identifiers ? slot.sealedIdentifiers : slot.sealedClinical;
    const QByteArray context = recoveryContext(slot, keyClass);
    QByteArray plain(context.size() + KeyRing::keyBytes, '\0');
    const crypto::Wiped wipePlain(plain);
    if (sealed.size() != plain.size() + static_cast<qsizetype>(crypto_box_SEALBYTES) ||
        crypto_box_seal_open(crypto::bytes(plain), crypto::bytes(sealed), static_cast<quint64>(sealed.size()),
                             crypto::bytes(slot.publicKey), crypto::bytes(secret)) != 0 ||
        !plain.startsWith(context))
        return std::nullopt;
    return QByteArray(plain.constData() + context.size(), KeyRing::keyBytes);
}

} // namespace

namespace vault {

NewVault create(const SiteId& site)
{
    NewVault result;
    result.keys = KeyRing::generate(1);
    result.recovery.site = site;
    result.recovery.keyId = result.keys->keyId();
    QByteArray secret(crypto_box_SECRETKEYBYTES, '\0');
    const crypto::Wiped wipeSecret(secret);
    result.recovery.publicKey = QByteArray(crypto_box_PUBLICKEYBYTES, '\0');
    crypto_box_keypair(crypto::bytes(result.recovery.publicKey), crypto::bytes(secret));
    result.recovery.sealedIdentifiers = sealForRecovery(result.recovery, *result.keys, KeyClass::Identifiers);
    result.recovery.sealedClinical = sealForRecovery(result.recovery, *result.keys, KeyClass::Clinical);
    result.recoveryCode = recoverycode::encode(secret);
    return result;
}

Result<KeySlot> makeSlot(const KeyRing& keys, const Account& account, const DeviceId& device, const QString& password,
                         const QByteArray& deviceSecret, KdfParameters kdf)
{
    if (password.isEmpty())
        return fail(ErrorCode::Invalid, QT_TRANSLATE_NOOP("messages", "Choose a password; it cannot be empty."),
                    QStringLiteral("password"));
    const bool identities = may(account.role, Action::ViewIdentities);
    if (!keys.has(KeyClass::Clinical) || (identities && !keys.has(KeyClass::Identifiers)))
        return fail(ErrorCode::Denied,
                    QT_TRANSLATE_NOOP("messages", "You cannot give another person a right to data that "
                                                  "you do not have yourself."));
    if (kdf.salt.isEmpty())
        kdf.salt = crypto::randomBytes(saltBytes);
    if (!saneParameters(kdf))
        return fail(ErrorCode::Internal,
                    QT_TRANSLATE_NOOP("messages", "The settings for password protection are not usable."));

    KeySlot slot{.user = account.userName,
                 .displayName = account.displayName,
                 .role = account.role,
                 .site = account.siteId,
                 .device = device,
                 .keyId = keys.keyId(),
                 .kdf = kdf,
                 .usesDeviceSecret = !deviceSecret.isEmpty(),
                 .wrappedIdentifiers = {},
                 .wrappedClinical = {}};
    SB_TRY_ASSIGN(QByteArray key, slotKey(kdf, password, deviceSecret));
    const crypto::Wiped wipeKey(key);
    const auto wrapped = [&](KeyClass keyClass) {
        QByteArray raw = keys.rawKey(keyClass);
        const crypto::Wiped wipeRaw(raw);
        return wrap(key, raw, slotAad(slot, keyClass));
    };
    if (identities)
        slot.wrappedIdentifiers = wrapped(KeyClass::Identifiers);
    // Every role gets the clinical key: the journal is sealed and the audit chain keyed with it. What a role may look
    // at with it is the matter of `may`.
    slot.wrappedClinical = wrapped(KeyClass::Clinical);
    return slot;
}

Result<std::shared_ptr<const KeyRing>> unlock(const KeySlot& slot, const QString& password,
                                              const QByteArray& deviceSecret)
{
    const auto refused = [] {
        return fail(ErrorCode::WrongCredentials,
                    QT_TRANSLATE_NOOP("messages", "The name or the password is wrong. Check both and try again."));
    };
    if (slot.usesDeviceSecret && deviceSecret.isEmpty())
        return fail(ErrorCode::Locked,
                    QT_TRANSLATE_NOOP("messages", "The system's keychain does not give out the secret of "
                                                  "this device. Unlock the keychain and try again, or "
                                                  "use the recovery code."));
    if (!saneParameters(slot.kdf))
        return refused();
    SB_TRY_ASSIGN(QByteArray key, slotKey(slot.kdf, password, slot.usesDeviceSecret ? deviceSecret : QByteArray()));
    const crypto::Wiped wipeKey(key);
    std::optional<QByteArray> clinical = unwrap(key, slot.wrappedClinical, slotAad(slot, KeyClass::Clinical));
    if (!clinical)
        return refused();
    const crypto::Wiped wipeClinical(*clinical);
    if (slot.wrappedIdentifiers.isEmpty())
        return KeyRing::fromKeys(slot.keyId, {}, *clinical);
    std::optional<QByteArray> identifiers = unwrap(key, slot.wrappedIdentifiers, slotAad(slot, KeyClass::Identifiers));
    if (!identifiers)
        return refused();
    const crypto::Wiped wipeIdentifiers(*identifiers);
    return KeyRing::fromKeys(slot.keyId, *identifiers, *clinical);
}

Result<std::shared_ptr<const KeyRing>> recover(const RecoverySlot& slot, const QString& recoveryCode)
{
    crypto::ensureReady();
    SB_TRY_ASSIGN(QByteArray secret, recoverycode::decode(recoveryCode));
    const crypto::Wiped wipeSecret(secret);
    QByteArray publicKey(crypto_box_PUBLICKEYBYTES, '\0');
    if (crypto_scalarmult_base(crypto::bytes(publicKey), crypto::bytes(secret)) != 0 || publicKey != slot.publicKey)
        return fail(ErrorCode::WrongCredentials,
                    QT_TRANSLATE_NOOP("messages", "This recovery code belongs to another workspace."));
    std::optional<QByteArray> identifiers = openFromRecovery(slot, KeyClass::Identifiers, secret);
    std::optional<QByteArray> clinical = openFromRecovery(slot, KeyClass::Clinical, secret);
    if (!identifiers || !clinical)
        return fail(ErrorCode::WrongCredentials,
                    QT_TRANSLATE_NOOP("messages",
                                      "The recovery data of this workspace were damaged or come from another "
                                      "one. Restore the workspace from a backup."));
    const crypto::Wiped wipeIdentifiers(*identifiers);
    const crypto::Wiped wipeClinical(*clinical);
    return KeyRing::fromKeys(slot.keyId, *identifiers, *clinical);
}

} // namespace vault

int SignInThrottle::waitSeconds(qint64 nowUtcMs) const
{
    if (failures <= 3)
        return 0;
    const int delay = std::min(60, 1 << std::min(failures - 4, 6));
    // A clock put back must not lengthen the wait beyond the delay, nor a clock put forward far shorten what follows.
    const qint64 passed = std::max<qint64>(0, nowUtcMs - lastFailureUtcMs);
    const qint64 left = qint64(delay) * 1000 - passed;
    return left <= 0 ? 0 : static_cast<int>((left + 999) / 1000);
}

} // namespace sitebook
