// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/views.h"

#include <list>
#include <map>
#include <vector>

namespace sitebook {

// The part of a long trail that is in memory: whole pages, the least recently used one dropped when there are too many.
// Knows which pages are under way, and which answers are too late (an earlier generation). Knows no service and no
// view.
class AuditCache final
{
public:
    static constexpr int pageSize = 200;

    explicit AuditCache(size_t maximumPages = 40);

    // Another question: forgets everything, also what is under way. Returns the new generation.
    quint64 restart(qint64 total = 0);
    [[nodiscard]] quint64 generation() const { return m_generation; }
    [[nodiscard]] qint64 total() const { return m_total; }

    // Null when the row is not here (yet). Valid until the next put() or restart().
    [[nodiscard]] const AuditEntry* entry(qint64 row) const;
    // Pages needed for rows first..last with one page around them, that are neither here nor under way; they count as
    // under way from now on. Nearest to the viewport first.
    [[nodiscard]] std::vector<qint64> want(qint64 first, qint64 last);
    // Marks one page as under way, for a caller that fetches it its own way. False when it is here or under way
    // already.
    bool claim(qint64 page);
    // Answers under way are too late from now on; what is here stays.
    void cancelUnderWay();
    // False when the answer is late or nobody asked: nothing changed then.
    bool put(quint64 generation, qint64 page, std::vector<AuditEntry> entries);
    // The page could not be fetched; it may be wanted again.
    void failed(quint64 generation, qint64 page);
    [[nodiscard]] size_t pages() const { return m_pages.size(); }

private:
    void touch(qint64 page) const;

    size_t m_maximumPages;
    quint64 m_generation = 0;
    qint64 m_total = 0;
    std::map<qint64, std::vector<AuditEntry>> m_pages;
    std::vector<qint64> m_underWay;
    mutable std::list<qint64> m_order; // most recently used first
};

} // namespace sitebook
