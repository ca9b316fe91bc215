// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/database.h"

#include "core/base/logging.h"

#include <QFile>
#include <sqlite3.h>

namespace sitebook {

namespace {

constexpr const char* connectionPragmas =
    "PRAGMA foreign_keys=ON; PRAGMA temp_store=MEMORY; PRAGMA mmap_size=0;"
    "PRAGMA trusted_schema=OFF; PRAGMA cell_size_check=ON; PRAGMA cache_size=-32768;";
constexpr const char* writerPragmas =
    "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON; PRAGMA wal_autocheckpoint=0;";

} // namespace

Error databaseError(sqlite3* db, int code)
{
    const int extended = db ? sqlite3_extended_errcode(db) : code;
    switch (code & 0xff) {
    case SQLITE_FULL:
        return {ErrorCode::DiskFull,
                QT_TRANSLATE_NOOP("messages", "The disk is full. Nothing was changed; free some space and try again.")};
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_CANTOPEN:
        return {ErrorCode::NotWritable,
                QT_TRANSLATE_NOOP("messages",
                                  "The database file cannot be opened for writing. Check the folder's permissions.")};
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return {ErrorCode::Busy,
                QT_TRANSLATE_NOOP("messages", "The database is in use by another program. Close it there first.")};
    case SQLITE_CORRUPT:
        return {ErrorCode::Damaged,
                QT_TRANSLATE_NOOP("messages",
                                  "The database file is damaged. Keep it as it is and restore a backup beside it.")};
    case SQLITE_NOTADB:
        return {ErrorCode::NotAWorkspace, QT_TRANSLATE_NOOP("messages", "This file is not a Sitebook database.")};
    case SQLITE_INTERRUPT:
        return {ErrorCode::Cancelled, QT_TRANSLATE_NOOP("messages", "Cancelled; nothing was changed.")};
    default:
        break;
    }
    if (extended == SQLITE_IOERR_WRITE || extended == SQLITE_IOERR_FSYNC || extended == SQLITE_IOERR_SHMSIZE)
        return {
            ErrorCode::DiskFull,
            QT_TRANSLATE_NOOP(
                "messages", "The disk refuses to take more data. Nothing was changed; free some space and try again.")};
    return {ErrorCode::Storage,
            Message(QT_TRANSLATE_NOOP("messages", "The database could not be read or written (SQLite %1)."),
                    {QString::number(extended)})};
}

Statement::Statement(Statement&& other) noexcept
    : m_db(other.m_db)
    , m_stmt(std::exchange(other.m_stmt, nullptr))
{
}

Statement::~Statement()
{
    reset();
}

void Statement::reset()
{
    if (m_stmt) {
        sqlite3_reset(m_stmt);
        sqlite3_clear_bindings(m_stmt);
    }
}

Statement& Statement::bind(int place, qint64 value)
{
    sqlite3_bind_int64(m_stmt, place, value);
    return *this;
}

Statement& Statement::bind(int place, const QString& text)
{
    if (text.isNull())
        return bindNull(place);
    const QByteArray utf8 = text.toUtf8();
    sqlite3_bind_text64(m_stmt, place, utf8.constData(), static_cast<sqlite3_uint64>(utf8.size()), SQLITE_TRANSIENT,
                        SQLITE_UTF8);
    return *this;
}

Statement& Statement::bind(int place, const QByteArray& blob)
{
    if (blob.isNull())
        return bindNull(place);
    sqlite3_bind_blob64(m_stmt, place, blob.constData(), static_cast<sqlite3_uint64>(blob.size()), SQLITE_STATIC);
    return *this;
}

Statement& Statement::bindNull(int place)
{
    sqlite3_bind_null(m_stmt, place);
    return *this;
}

Result<bool> Statement::step()
{
    const int code = sqlite3_step(m_stmt);
    if (code == SQLITE_ROW)
        return true;
    if (code == SQLITE_DONE)
        return false;
    return fail(databaseError(m_db, code));
}

Result<> Statement::run()
{
    const auto stepped = step();
    reset();
    if (!stepped)
        return fail(stepped.error());
    return {};
}

qint64 Statement::integer(int column) const
{
    return sqlite3_column_int64(m_stmt, column);
}

QString Statement::text(int column) const
{
    const auto* raw = reinterpret_cast<const char*>(sqlite3_column_text(m_stmt, column));
    return raw ? QString::fromUtf8(raw, sqlite3_column_bytes(m_stmt, column)) : QString();
}

QByteArray Statement::blobView(int column) const
{
    const auto* raw = static_cast<const char*>(sqlite3_column_blob(m_stmt, column));
    return raw ? QByteArray::fromRawData(raw, sqlite3_column_bytes(m_stmt, column)) : QByteArray();
}

QByteArray Statement::blob(int column) const
{
    const auto* raw = static_cast<const char*>(sqlite3_column_blob(m_stmt, column));
    return raw ? QByteArray(raw, sqlite3_column_bytes(m_stmt, column)) : QByteArray();
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_stmt, column) == SQLITE_NULL;
}

Result<std::unique_ptr<Database>> Database::open(const QString& path, Mode mode)
{
    if (mode != Mode::Create && !QFile::exists(path))
        return fail(ErrorCode::NotFound, QT_TRANSLATE_NOOP("messages", "There is no database at this place."), path);
    int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    flags |= mode == Mode::ReadOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
    flags |= mode == Mode::Create ? SQLITE_OPEN_CREATE : 0;
    auto database = std::unique_ptr<Database>(new Database);
    const int code = sqlite3_open_v2(path.toUtf8().constData(), &database->m_db, flags, nullptr);
    if (code != SQLITE_OK) {
        Error error = databaseError(database->m_db, code);
        error.where = path;
        return fail(error);
    }
    sqlite3_busy_timeout(database->m_db, 5000);
    auto ready = database->exec(connectionPragmas);
    if (ready && mode != Mode::ReadOnly)
        ready = database->exec(writerPragmas);
    if (!ready)
        return fail(ready.error().code, ready.error().message, path);
    return database;
}

Database::~Database()
{
    for (const Prepared& prepared : m_prepared)
        sqlite3_finalize(prepared.stmt);
    sqlite3_close_v2(m_db);
}

Result<> Database::exec(const char* sql)
{
    const int code = sqlite3_exec(m_db, sql, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) {
        qCWarning(lcStore, "SQLite %d: %s", code, sqlite3_errmsg(m_db));
        return fail(databaseError(m_db, code));
    }
    return {};
}

Result<Statement> Database::prepare(const char* sql)
{
    for (const Prepared& prepared : m_prepared)
        if (prepared.sql == sql && !sqlite3_stmt_busy(prepared.stmt))
            return Statement(m_db, prepared.stmt);
    sqlite3_stmt* stmt = nullptr;
    const int code = sqlite3_prepare_v3(m_db, sql, -1, SQLITE_PREPARE_PERSISTENT, &stmt, nullptr);
    if (code != SQLITE_OK) {
        qCWarning(lcStore, "SQLite %d: %s", code, sqlite3_errmsg(m_db));
        return fail(databaseError(m_db, code));
    }
    m_prepared.push_back({sql, stmt});
    return Statement(m_db, stmt);
}

Result<qint64> Database::scalar(const char* sql)
{
    SB_TRY_ASSIGN(Statement statement, prepare(sql));
    SB_TRY_ASSIGN(const bool found, statement.step());
    return found ? statement.integer(0) : 0;
}

qint64 Database::changes() const
{
    return sqlite3_changes64(m_db);
}

qint64 Database::lastInsertId() const
{
    return sqlite3_last_insert_rowid(m_db);
}

bool Database::inTransaction() const
{
    return sqlite3_get_autocommit(m_db) == 0;
}

Result<> Database::checkpoint(bool truncate)
{
    const int code = sqlite3_wal_checkpoint_v2(
        m_db, nullptr, truncate ? SQLITE_CHECKPOINT_TRUNCATE : SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
    if (code != SQLITE_OK && (code & 0xff) != SQLITE_BUSY)
        return fail(databaseError(m_db, code));
    return {};
}

Result<QStringList> Database::integrity(bool full)
{
    SB_TRY_ASSIGN(Statement statement, prepare(full ? "PRAGMA integrity_check(20)" : "PRAGMA quick_check(20)"));
    QStringList sentences;
    for (;;) {
        SB_TRY_ASSIGN(const bool found, statement.step());
        if (!found)
            break;
        sentences << statement.text(0);
    }
    sentences.removeAll(QStringLiteral("ok"));
    return sentences;
}

void Database::interrupt()
{
    sqlite3_interrupt(m_db);
}

Result<Transaction> Transaction::begin(Database& database)
{
    SB_TRY(database.exec("BEGIN IMMEDIATE"));
    return Transaction(&database);
}

Result<Transaction> Transaction::beginReading(Database& database)
{
    SB_TRY(database.exec("BEGIN"));
    return Transaction(&database);
}

Transaction::~Transaction()
{
    if (m_database && m_database->inTransaction())
        (void)m_database->exec("ROLLBACK");
}

Result<> Transaction::commit()
{
    SB_TRY(m_database->exec("COMMIT"));
    m_database = nullptr;
    return {};
}

Result<Savepoint> Savepoint::begin(Database& database)
{
    SB_TRY_ASSIGN(Statement statement, database.prepare("SAVEPOINT part"));
    SB_TRY(statement.run());
    return Savepoint(&database);
}

Savepoint::~Savepoint()
{
    if (m_database && m_database->inTransaction()) {
        (void)m_database->exec("ROLLBACK TO part");
        (void)m_database->exec("RELEASE part");
    }
}

Result<> Savepoint::release()
{
    SB_TRY_ASSIGN(Statement statement, m_database->prepare("RELEASE part"));
    SB_TRY(statement.run());
    m_database = nullptr;
    return {};
}

} // namespace sitebook
