// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/migrations.h"

#include <QFile>
#include <array>

namespace sitebook {

namespace {

constexpr qint64 applicationId = 0x53624b31; // "SbK1"

constexpr std::array<const char*, schemaVersion> files{":/migrations/0001_first.sql",
                                                       ":/migrations/0002_visits_and_queries.sql"};

Result<qint64> userVersion(Database& database)
{
    return database.scalar("PRAGMA user_version");
}

Result<> applyFile(Database& database, int version)
{
    QFile file(QString::fromLatin1(files.at(static_cast<size_t>(version - 1))));
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::Internal,
                    QT_TRANSLATE_NOOP("messages", "A part of the program is missing. Install it again."),
                    file.fileName());
    SB_TRY_ASSIGN(Transaction transaction, Transaction::begin(database));
    SB_TRY(database.exec(file.readAll().constData()));
    const QByteArray stamp = "PRAGMA application_id=" + QByteArray::number(applicationId) +
                             "; PRAGMA user_version=" + QByteArray::number(version);
    SB_TRY(database.exec(stamp.constData()));
    return transaction.commit();
}

} // namespace

Result<> checkSchema(Database& database)
{
    SB_TRY_ASSIGN(const qint64 id, database.scalar("PRAGMA application_id"));
    SB_TRY_ASSIGN(const qint64 version, userVersion(database));
    if (id != applicationId)
        return fail(ErrorCode::NotAWorkspace,
                    QT_TRANSLATE_NOOP("messages", "This folder is not a Sitebook workspace."));
    if (version > schemaVersion)
        return fail(
            ErrorCode::NewerVersion,
            QT_TRANSLATE_NOOP("messages",
                              "This workspace was written by a newer Sitebook. Install the newer version to open it."));
    return {};
}

Result<> migrate(Database& database)
{
    SB_TRY_ASSIGN(qint64 version, userVersion(database));
    if (version > 0) {
        SB_TRY(checkSchema(database));
    }
    for (; version < schemaVersion; ++version) {
        SB_TRY(applyFile(database, static_cast<int>(version) + 1));
    }
    return {};
}

} // namespace sitebook
