// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/audit/auditcache.h"

#include <algorithm>

namespace sitebook {

AuditCache::AuditCache(size_t maximumPages)
    : m_maximumPages(std::max<size_t>(maximumPages, 3)) // a viewport may touch three pages
{
}

quint64 AuditCache::restart(qint64 total)
{
    m_pages.clear();
    m_order.clear();
    m_underWay.clear();
    m_total = total;
    return ++m_generation;
}

const AuditEntry* AuditCache::entry(qint64 row) const
{
    const auto found = m_pages.find(row / pageSize);
    if (row < 0 || found == m_pages.end())
        return nullptr;
    touch(found->first);
    const auto place = static_cast<size_t>(row % pageSize);
    return place < found->second.size() ? &found->second[place] : nullptr;
}

std::vector<qint64> AuditCache::want(qint64 first, qint64 last)
{
    std::vector<qint64> wanted;
    if (m_total <= 0)
        return wanted;
    const qint64 lastPage = (m_total - 1) / pageSize;
    const qint64 from = std::clamp(first / pageSize, qint64(0), lastPage);
    const qint64 until = std::clamp(last / pageSize, from, lastPage);
    const auto ask = [&](qint64 page) {
        const bool busy = std::find(m_underWay.begin(), m_underWay.end(), page) != m_underWay.end();
        if (page >= 0 && page <= lastPage && !busy && !m_pages.contains(page))
            wanted.push_back(page);
    };
    for (qint64 page = from; page <= until; ++page)
        ask(page);
    ask(until + 1);
    ask(from - 1);
    m_underWay.insert(m_underWay.end(), wanted.begin(), wanted.end());
    return wanted;
}

bool AuditCache::claim(qint64 page)
{
    if (m_pages.contains(page) || std::find(m_underWay.begin(), m_underWay.end(), page) != m_underWay.end())
        return false;
    m_underWay.push_back(page);
    return true;
}

void AuditCache::cancelUnderWay()
{
    m_underWay.clear();
    ++m_generation;
}

bool AuditCache::put(quint64 generation, qint64 page, std::vector<AuditEntry> entries)
{
    const auto asked = std::find(m_underWay.begin(), m_underWay.end(), page);
    if (generation != m_generation || asked == m_underWay.end())
        return false;
    m_underWay.erase(asked);
    m_pages[page] = std::move(entries);
    touch(page);
    while (m_pages.size() > m_maximumPages) {
        m_pages.erase(m_order.back());
        m_order.pop_back();
    }
    return true;
}

void AuditCache::failed(quint64 generation, qint64 page)
{
    if (generation == m_generation)
        std::erase(m_underWay, page);
}

void AuditCache::touch(qint64 page) const
{
    if (!m_order.empty() && m_order.front() == page)
        return;
    m_order.remove(page);
    m_order.push_front(page);
}

} // namespace sitebook
