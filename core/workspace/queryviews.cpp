// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/queryviews.h"

#include <algorithm>

namespace sitebook {

const QueryRow* QueryList::find(const RecordId& id) const
{
    const auto found =
        std::find_if(m_rows.begin(), m_rows.end(), [&id](const QueryRow& row) { return row.recordId == id; });
    return found == m_rows.end() ? nullptr : &*found;
}

int QueryList::count(QueryStatus status) const
{
    return static_cast<int>(
        std::count_if(m_rows.begin(), m_rows.end(), [status](const QueryRow& row) { return row.status == status; }));
}

std::vector<QueryRow> QueryList::at(const RecordId& report, const QString& itemOid) const
{
    std::vector<QueryRow> rows;
    std::copy_if(m_rows.begin(), m_rows.end(), std::back_inserter(rows), [&](const QueryRow& row) {
        return !report.isNull() && row.report == report && row.itemOid == itemOid;
    });
    return rows;
}

std::vector<QueryRow> QueryList::about(const Query& place) const
{
    if (!place.report.isNull())
        return at(place.report, place.itemOid);
    std::vector<QueryRow> rows;
    std::copy_if(m_rows.begin(), m_rows.end(), std::back_inserter(rows),
                 [&place](const QueryRow& row) { return row.report.isNull() && row.patient == place.patient; });
    return rows;
}

const QueryRow* QueryList::mostUrgent(const std::vector<QueryRow>& rows)
{
    const auto first = std::min_element(rows.begin(), rows.end(),
                                        [](const QueryRow& a, const QueryRow& b) { return a.status < b.status; });
    return first == rows.end() ? nullptr : &*first;
}

} // namespace sitebook
