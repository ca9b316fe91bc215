// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/accounts.h"

namespace sitebook::server {

Result<std::optional<StoredAccount>> findAccount(Database& database, const UserName& name)
{
    SB_TRY_ASSIGN(
        Statement row,
        database.prepare("SELECT user_name, display_name, role, site, password_hash FROM accounts WHERE user_name=?"));
    row.bind(1, name.toString());
    SB_TRY_ASSIGN(const bool found, row.step());
    if (!found)
        return std::nullopt;
    const auto role = roleFromCode(row.text(2));
    if (!role)
        return fail(ErrorCode::Damaged, QT_TRANSLATE_NOOP("messages", "An account has an unknown role."));
    StoredAccount stored;
    stored.account.userName = UserName(row.text(0));
    stored.account.displayName = row.text(1);
    stored.account.role = *role;
    stored.account.siteId = SiteId(row.text(3));
    stored.passwordHash = row.blob(4);
    return stored;
}

Result<> addAccount(Database& database, const StoredAccount& stored, qint64 nowMs)
{
    const Account& account = stored.account;
    if (account.userName.toString().trimmed().isEmpty() || account.userName.toString().size() > 128)
        return fail(ErrorCode::Invalid,
                    QT_TRANSLATE_NOOP("messages", "An account needs a name of at most 128 characters."),
                    QStringLiteral("user"));
    if (account.siteId.toString().trimmed().isEmpty())
        return fail(ErrorCode::Invalid, QT_TRANSLATE_NOOP("messages", "An account needs a site."),
                    QStringLiteral("site"));
    SB_TRY_ASSIGN(const auto known, findAccount(database, account.userName));
    if (known)
        return fail(ErrorCode::AlreadyExists,
                    QT_TRANSLATE_NOOP("messages", "There is an account of this name already. Choose another one."),
                    account.userName.toString());
    SB_TRY_ASSIGN(
        Statement insert,
        database.prepare("INSERT INTO accounts(user_name, display_name, role, site, password_hash, created_ms) "
                         "VALUES(?, ?, ?, ?, ?, ?)"));
    insert.bind(1, account.userName.toString())
        .bind(2, account.displayName.isNull() ? account.userName.toString() : account.displayName)
        .bind(3, roleCode(account.role))
        .bind(4, account.siteId.toString())
        .bind(5, stored.passwordHash)
        .bind(6, nowMs);
    return insert.run();
}

} // namespace sitebook::server
