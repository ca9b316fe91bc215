// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/database.h"

#include <mutex>
#include <vector>

namespace sitebook {

// Read-only connections, lent to one thread at a time. Thread-safe.
class ReaderPool final
{
public:
    explicit ReaderPool(QString path)
        : m_path(std::move(path))
    {
    }

    // A connection that goes back when the handle goes.
    class Reader final
    {
    public:
        Reader(Reader&& other) noexcept = default;
        Reader& operator=(Reader&&) = delete;
        Reader(const Reader&) = delete;
        Reader& operator=(const Reader&) = delete;
        ~Reader();
        [[nodiscard]] Database& database() const { return *m_database; }

    private:
        friend class ReaderPool;
        Reader(ReaderPool* pool, std::unique_ptr<Database> database)
            : m_pool(pool)
            , m_database(std::move(database))
        {
        }
        ReaderPool* m_pool;
        std::unique_ptr<Database> m_database;
    };
    [[nodiscard]] Result<Reader> take();

private:
    const QString m_path;
    std::mutex m_mutex;
    std::vector<std::unique_ptr<Database>> m_idle;
};

} // namespace sitebook
