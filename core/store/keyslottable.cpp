// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/keyslottable.h"

#include "core/store/metatable.h"

namespace sitebook {

Result<std::vector<KeySlot>> readKeySlots(Database& database)
{
    SB_TRY_ASSIGN(const QString site, metaValue(database, metakey::site));
    SB_TRY_ASSIGN(const QString device, metaValue(database, metakey::device));
    SB_TRY_ASSIGN(
        Statement statement,
        database.prepare("SELECT user,display_name,role,key_id,kdf_operations,kdf_memory,kdf_salt,uses_device_secret,"
                         "wrapped_ident,wrapped_clin FROM key_slots ORDER BY user"));
    std::vector<KeySlot> slots;
    for (;;) {
        SB_TRY_ASSIGN(const bool found, statement.step());
        if (!found)
            return slots;
        KeySlot slot;
        slot.user = UserName(statement.text(0));
        slot.displayName = statement.text(1);
        slot.role = static_cast<Role>(statement.integer(2));
        slot.site = SiteId(site);
        slot.device = DeviceId::fromString(device);
        slot.keyId = static_cast<quint32>(statement.integer(3));
        slot.kdf = {static_cast<quint64>(statement.integer(4)), static_cast<quint64>(statement.integer(5)),
                    statement.blob(6)};
        slot.usesDeviceSecret = statement.integer(7) != 0;
        slot.wrappedIdentifiers = statement.blob(8);
        slot.wrappedClinical = statement.blob(9);
        slots.push_back(std::move(slot));
    }
}

Result<> writeKeySlot(Database& database, const KeySlot& slot)
{
    SB_TRY_ASSIGN(
        Statement statement,
        database.prepare("INSERT OR REPLACE INTO key_slots(user,display_name,role,key_id,kdf_operations,kdf_memory,"
                         "kdf_salt,uses_device_secret,wrapped_ident,wrapped_clin) VALUES(?,?,?,?,?,?,?,?,?,?)"));
    statement.bind(1, slot.user.toString())
        .bind(2, slot.displayName.isNull() ? QStringLiteral("") : slot.displayName)
        .bind(3, static_cast<int>(slot.role))
        .bind(4, static_cast<qint64>(slot.keyId))
        .bind(5, slot.kdf.operations)
        .bind(6, slot.kdf.memoryBytes)
        .bind(7, slot.kdf.salt)
        .bind(8, slot.usesDeviceSecret ? 1 : 0)
        .bind(9, slot.wrappedIdentifiers)
        .bind(10, slot.wrappedClinical);
    return statement.run();
}

Result<RecoverySlot> readRecoverySlot(Database& database)
{
    SB_TRY_ASSIGN(const QString site, metaValue(database, metakey::site));
    SB_TRY_ASSIGN(Statement statement,
                  database.prepare("SELECT key_id,public_key,sealed_ident,sealed_clin FROM recovery_slot WHERE id=1"));
    SB_TRY_ASSIGN(const bool found, statement.step());
    if (!found)
        return fail(ErrorCode::NotFound, QT_TRANSLATE_NOOP("messages", "This workspace has no recovery key."));
    return RecoverySlot{SiteId(site), static_cast<quint32>(statement.integer(0)), statement.blob(1), statement.blob(2),
                        statement.blob(3)};
}

Result<> writeRecoverySlot(Database& database, const RecoverySlot& slot)
{
    SB_TRY_ASSIGN(Statement statement,
                  database.prepare("INSERT OR REPLACE INTO recovery_slot(id,key_id,public_key,sealed_ident,"
                                   "sealed_clin) VALUES(1,?,?,?,?)"));
    statement.bind(1, static_cast<qint64>(slot.keyId))
        .bind(2, slot.publicKey)
        .bind(3, slot.sealedIdentifiers)
        .bind(4, slot.sealedClinical);
    return statement.run();
}

Result<SignInThrottle> readFailures(Database& database, const UserName& user)
{
    SB_TRY_ASSIGN(Statement statement, database.prepare("SELECT failures,last_ms FROM sign_in_failures WHERE user=?"));
    statement.bind(1, user.toString());
    SB_TRY_ASSIGN(const bool found, statement.step());
    return found ? SignInThrottle{static_cast<int>(statement.integer(0)), statement.integer(1)} : SignInThrottle{};
}

Result<> writeFailures(Database& database, const UserName& user, const SignInThrottle& throttle)
{
    if (throttle.failures == 0) {
        SB_TRY_ASSIGN(Statement statement, database.prepare("DELETE FROM sign_in_failures WHERE user=?"));
        statement.bind(1, user.toString());
        return statement.run();
    }
    SB_TRY_ASSIGN(Statement statement,
                  database.prepare("INSERT OR REPLACE INTO sign_in_failures(user,failures,last_ms) VALUES(?,?,?)"));
    statement.bind(1, user.toString()).bind(2, throttle.failures).bind(3, throttle.lastFailureUtcMs);
    return statement.run();
}

} // namespace sitebook
