// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/accountcommand.h"

#include "app/server/auth/serverkeys.h"
#include "app/server/store/accounts.h"
#include "app/server/store/schema.h"
#include "core/base/clock.h"
#include "core/security/crypto.h"
#include "core/security/passwordhash.h"

#include <QFile>
#include <QFileInfo>

namespace sitebook::server {

using namespace Qt::StringLiterals;

namespace {

const QString demoSite = u"701"_s;

Result<> store(Database& database, const Account& account, const QString& password)
{
    SB_TRY_ASSIGN(const QByteArray hash, hashPassword(password));
    return addAccount(database, StoredAccount{account, hash}, SystemClock().now().utcMs);
}

// Letters and digits that are not mistaken for others; 16 of them are 79 bits.
QString generatedPassword()
{
    static constexpr std::string_view letters = "abcdefghjkmnpqrstuvwxyz23456789";
    QString password;
    for (int i = 0; i < 16; ++i) {
        if (i > 0 && i % 4 == 0)
            password += u'-';
        password += QLatin1Char(letters[randombytes_uniform(static_cast<uint32_t>(letters.size()))]);
    }
    return password;
}

Result<std::unique_ptr<Database>> prepared(const ServerOptions& options, bool fresh)
{
    SB_TRY_ASSIGN(auto database, Database::open(options.databasePath, Database::Mode::Create));
    SB_TRY(prepareSchema(*database));
    SB_TRY(ServerKeys::load(options.keyFile(), fresh));
    return database;
}

} // namespace

// A database that was begun and not finished, on a full disk for example, would look like one that has lost its keys.
Result<std::unique_ptr<Database>> openForAdministration(const ServerOptions& options)
{
    const bool fresh = !QFileInfo::exists(options.databasePath) || QFileInfo(options.databasePath).size() == 0;
    auto database = prepared(options, fresh);
    if (!database && fresh)
        for (const auto& ending : {""_L1, "-wal"_L1, "-shm"_L1, "-journal"_L1})
            QFile::remove(QString(options.databasePath + ending));
    return database;
}

Result<> addAccount(const ServerOptions& options, const NewAccount& wanted)
{
    const auto role = roleFromCode(wanted.role);
    if (!role)
        return fail(ErrorCode::Usage,
                    QT_TRANSLATE_NOOP("messages",
                                      "Name a role with --role: coordinator, investigator, monitor, data_manager or "
                                      "administrator."),
                    wanted.role);
    if (wanted.site.isEmpty())
        return fail(ErrorCode::Usage, QT_TRANSLATE_NOOP("messages", "Name the person's site with --site."));
    SB_TRY_ASSIGN(
        const QString password,
        passwordFromSources(wanted.passwordFile, QT_TRANSLATE_NOOP("messages", "Password of the new account: ")));
    SB_TRY_ASSIGN(const auto database, openForAdministration(options));
    return store(*database, Account{UserName(wanted.name), wanted.displayName, *role, SiteId(wanted.site)}, password);
}

Result<DemoAccounts> ensureDemoAccounts(const ServerOptions& options)
{
    SB_TRY_ASSIGN(const auto database, openForAdministration(options));
    const QString given = qEnvironmentVariable("SITEBOOK_PASSWORD");
    const QString password = given.isEmpty() ? generatedPassword() : given;
    DemoAccounts demo{demoSite, {}, {}};
    const std::array<Account, 2> accounts{
        Account{UserName(u"demo"_s), u"Demo Coordinator"_s, Role::Coordinator, SiteId(demoSite)},
        Account{UserName(u"monitor"_s), u"Demo Monitor"_s, Role::Monitor, SiteId(demoSite)}};
    for (const Account& account : accounts) {
        SB_TRY_ASSIGN(const auto known, findAccount(*database, account.userName));
        demo.names << account.userName.toString();
        if (known)
            continue;
        SB_TRY(store(*database, account, password));
        if (given.isEmpty())
            demo.password = password;
    }
    return demo;
}

} // namespace sitebook::server
