// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/model/account.h"
#include "core/security/keyring.h"

namespace sitebook {

// Argon2id parameters as stored with a slot; they are part of its AAD, so that they cannot be lowered unseen.
struct KdfParameters
{
    quint64 operations = 3;
    quint64 memoryBytes = 256ULL * 1024 * 1024;
    QByteArray salt; // 16 bytes
};

// One person's way to the data keys on one device. Safe to store in clear; useless without the password (and, where one
// was mixed in, the device secret of the keychain).
struct KeySlot
{
    UserName user;
    QString displayName;
    Role role = Role::Coordinator;
    SiteId site;
    DeviceId device;
    quint32 keyId = 0;
    KdfParameters kdf;
    bool usesDeviceSecret = false;
    QByteArray wrappedIdentifiers; // empty: no right to identities
    QByteArray wrappedClinical;
};

// The data keys again, sealed to the X25519 recovery key whose private half is printed once.
struct RecoverySlot
{
    SiteId site;
    quint32 keyId = 0;
    QByteArray publicKey;
    QByteArray sealedIdentifiers;
    QByteArray sealedClinical;
};

// Slow functions (Argon2id: about half a second, 256 MiB); call them on a worker.
namespace vault {

struct NewVault
{
    std::shared_ptr<const KeyRing> keys;
    RecoverySlot recovery;
    QString recoveryCode; // groups of letters and digits without look-alikes, with check characters
};
[[nodiscard]] NewVault create(const SiteId& site);

// Wraps the keys for one person. `deviceSecret` may be empty (no keychain). The role decides which keys are given:
// without the right to identities the slot gets no identifier key. Error Internal when memory for Argon2id is not
// there.
[[nodiscard]] Result<KeySlot> makeSlot(const KeyRing& keys, const Account& account, const DeviceId& device,
                                       const QString& password, const QByteArray& deviceSecret, KdfParameters kdf = {});
// Errors: WrongCredentials; Locked (the slot uses a device secret and none was given: not a failed attempt).
[[nodiscard]] Result<std::shared_ptr<const KeyRing>> unlock(const KeySlot& slot, const QString& password,
                                                            const QByteArray& deviceSecret);
// Errors: Invalid (a typing error, found by its check characters), WrongCredentials (another workspace's code).
[[nodiscard]] Result<std::shared_ptr<const KeyRing>> recover(const RecoverySlot& slot, const QString& recoveryCode);

} // namespace vault

// Delays of failed sign-ins: none for three failures, then 1, 2, 4 ... 60 s; after ten only online or recovery. Pure.
struct SignInThrottle
{
    int failures = 0;
    qint64 lastFailureUtcMs = 0;
    [[nodiscard]] int waitSeconds(qint64 nowUtcMs) const; // 0: may try
    [[nodiscard]] bool exhausted() const { return failures >= 10; }
};

} // namespace sitebook
