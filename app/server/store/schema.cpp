// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/schema.h"

#include <QFile>
#include <array>

// The resources of a static library are registered by hand; the macro wants the global namespace.
static void registerMigrations()
{
    Q_INIT_RESOURCE(server);
}

namespace sitebook::server {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 applicationId = 0x53425356; // "SBSV"
constexpr std::array<const char*, 1> migrations{":/server/migrations/0001_initial.sql"};

Result<> migrate(Database& database, size_t step)
{
    QFile file(QString::fromLatin1(migrations.at(step)));
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::Internal, QT_TRANSLATE_NOOP("messages", "The program is incomplete; install it again."),
                    file.fileName());
    SB_TRY_ASSIGN(Transaction transaction, Transaction::begin(database));
    SB_TRY(database.exec(file.readAll().constData()));
    const QByteArray marks = "PRAGMA application_id=" + QByteArray::number(applicationId) +
                             "; PRAGMA user_version=" + QByteArray::number(static_cast<qint64>(step) + 1);
    SB_TRY(database.exec(marks.constData()));
    return transaction.commit();
}

} // namespace

Result<> prepareSchema(Database& database)
{
    registerMigrations();
    SB_TRY_ASSIGN(const qint64 application, database.scalar("PRAGMA application_id"));
    SB_TRY_ASSIGN(const qint64 version, database.scalar("PRAGMA user_version"));
    SB_TRY_ASSIGN(const qint64 tables, database.scalar("SELECT count(*) FROM sqlite_schema"));
    if (application != applicationId && (tables > 0 || version > 0))
        return fail(
            ErrorCode::NotAWorkspace,
            QT_TRANSLATE_NOOP("messages",
                              "This file is not a database of the Sitebook server. Name another one with --database."));
    if (version > static_cast<qint64>(migrations.size()))
        return fail(
            ErrorCode::NewerVersion,
            QT_TRANSLATE_NOOP("messages", "This database was written by a newer Sitebook server. Update the program."));
    for (auto step = static_cast<size_t>(version); step < migrations.size(); ++step) {
        SB_TRY(migrate(database, step));
    }
    return {};
}

Result<QString> setting(Database& database, const QString& name)
{
    SB_TRY_ASSIGN(Statement statement, database.prepare("SELECT value FROM settings WHERE name=?"));
    statement.bind(1, name);
    SB_TRY_ASSIGN(const bool found, statement.step());
    return found ? statement.text(0) : QString();
}

Result<> setSetting(Database& database, const QString& name, const QString& value)
{
    SB_TRY_ASSIGN(
        Statement statement,
        database.prepare(
            "INSERT INTO settings(name, value) VALUES(?, ?) ON CONFLICT(name) DO UPDATE SET value=excluded.value"));
    statement.bind(1, name).bind(2, value);
    return statement.run();
}

} // namespace sitebook::server
