// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/readerpool.h"

namespace sitebook {

ReaderPool::Reader::~Reader()
{
    if (!m_database)
        return;
    const std::scoped_lock lock(m_pool->m_mutex);
    m_pool->m_idle.push_back(std::move(m_database));
}

Result<ReaderPool::Reader> ReaderPool::take()
{
    {
        const std::scoped_lock lock(m_mutex);
        if (!m_idle.empty()) {
            auto database = std::move(m_idle.back());
            m_idle.pop_back();
            return Reader(this, std::move(database));
        }
    }
    SB_TRY_ASSIGN(auto database, Database::open(m_path, Database::Mode::ReadOnly));
    return Reader(this, std::move(database));
}

} // namespace sitebook
