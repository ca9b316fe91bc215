// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <memory>
#include <utility>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace sitebook {

// One prepared statement, kept by its Database and reset when the handle goes. Not thread-safe.
class Statement final
{
public:
    Statement(Statement&& other) noexcept;
    Statement& operator=(Statement&&) = delete;
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;
    ~Statement();

    // Places count from 1. A null QByteArray / QString binds NULL.
    Statement& bind(int place, qint64 value);
    Statement& bind(int place, int value) { return bind(place, static_cast<qint64>(value)); }
    Statement& bind(int place, quint64 value) { return bind(place, static_cast<qint64>(value)); }
    Statement& bind(int place, const QString& text);
    Statement& bind(int place, const QByteArray& blob); // the bytes must live until the statement is reset
    Statement& bindNull(int place);

    // True: a row is there. False: done.
    [[nodiscard]] Result<bool> step();
    // Runs to the end and resets, for statements without rows.
    [[nodiscard]] Result<> run();
    void reset();

    // Columns count from 0.
    [[nodiscard]] qint64 integer(int column) const;
    [[nodiscard]] QString text(int column) const;
    [[nodiscard]] QByteArray blob(int column) const;
    [[nodiscard]] QByteArray blobView(int column) const; // not copied; valid until the next step
    [[nodiscard]] bool isNull(int column) const;

private:
    friend class Database;
    Statement(sqlite3* db, sqlite3_stmt* stmt)
        : m_db(db)
        , m_stmt(stmt)
    {
    }
    sqlite3* m_db;
    sqlite3_stmt* m_stmt;
};

// One connection to a SQLite file, used by one thread at a time. WAL, synchronous=FULL, foreign keys, secure_delete,
// temp_store=MEMORY, trusted_schema=OFF. Read-only connections never checkpoint.
class Database final
{
public:
    enum class Mode { Create, ReadWrite, ReadOnly };

    // Errors: NotFound, NotWritable, NotAWorkspace (not a database), Damaged, Busy, Storage.
    [[nodiscard]] static Result<std::unique_ptr<Database>> open(const QString& path, Mode mode);
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    [[nodiscard]] Result<> exec(const char* sql);
    // Prepared once per SQL text and kept. `sql` must be a literal (it is the key).
    [[nodiscard]] Result<Statement> prepare(const char* sql);
    [[nodiscard]] Result<qint64> scalar(const char* sql);
    [[nodiscard]] qint64 changes() const;
    [[nodiscard]] qint64 lastInsertId() const;
    // SQLite itself undoes a whole transaction on some errors, a full disk among them.
    [[nodiscard]] bool inTransaction() const;
    // Copies the write-ahead log into the file; only ever called by the connection that writes.
    [[nodiscard]] Result<> checkpoint(bool truncate);
    // "PRAGMA quick_check" or "integrity_check": the sentences it gave, empty when all is well.
    [[nodiscard]] Result<QStringList> integrity(bool full);
    void interrupt(); // from any thread
    [[nodiscard]] sqlite3* handle() const { return m_db; }

private:
    Database() = default;
    sqlite3* m_db = nullptr;
    struct Prepared
    {
        const char* sql;
        sqlite3_stmt* stmt;
    };
    std::vector<Prepared> m_prepared;
};

// Error of a SQLite result code: DiskFull, NotWritable, Busy, Damaged, NotAWorkspace, Cancelled, else Storage.
[[nodiscard]] Error databaseError(sqlite3* db, int code);

// Rolled back unless committed.
class Transaction final
{
public:
    [[nodiscard]] static Result<Transaction> begin(Database& database);        // BEGIN IMMEDIATE
    [[nodiscard]] static Result<Transaction> beginReading(Database& database); // every read sees the same moment
    Transaction(Transaction&& other) noexcept
        : m_database(std::exchange(other.m_database, nullptr))
    {
    }
    Transaction& operator=(Transaction&&) = delete;
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    ~Transaction();
    [[nodiscard]] Result<> commit();

private:
    explicit Transaction(Database* database)
        : m_database(database)
    {
    }
    Database* m_database;
};

// A savepoint inside a transaction; rolled back to unless released.
class Savepoint final
{
public:
    [[nodiscard]] static Result<Savepoint> begin(Database& database);
    Savepoint(Savepoint&& other) noexcept
        : m_database(std::exchange(other.m_database, nullptr))
    {
    }
    Savepoint& operator=(Savepoint&&) = delete;
    Savepoint(const Savepoint&) = delete;
    Savepoint& operator=(const Savepoint&) = delete;
    ~Savepoint();
    [[nodiscard]] Result<> release();

private:
    explicit Savepoint(Database* database)
        : m_database(database)
    {
    }
    Database* m_database;
};

} // namespace sitebook
