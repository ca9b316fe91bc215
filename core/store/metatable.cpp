// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/metatable.h"

namespace sitebook {

Result<QString> metaValue(Database& database, const char* key)
{
    SB_TRY_ASSIGN(Statement statement, database.prepare("SELECT value FROM meta WHERE key=?"));
    statement.bind(1, QString::fromLatin1(key));
    SB_TRY_ASSIGN(const bool found, statement.step());
    return found ? statement.text(0) : QString();
}

Result<qint64> metaNumber(Database& database, const char* key)
{
    SB_TRY_ASSIGN(const QString text, metaValue(database, key));
    return text.toLongLong();
}

Result<> setMeta(Database& database, const char* key, const QString& value)
{
    SB_TRY_ASSIGN(Statement statement, database.prepare("INSERT OR REPLACE INTO meta(key,value) VALUES(?,?)"));
    statement.bind(1, QString::fromLatin1(key)).bind(2, value.isNull() ? QStringLiteral("") : value);
    return statement.run();
}

} // namespace sitebook
