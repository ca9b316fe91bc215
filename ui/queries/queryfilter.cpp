// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/queries/queryfilter.h"

#include <algorithm>

namespace sitebook {

std::vector<QueryRow> filtered(const QueryList& list, const QueryFilter& filter, const Account& person, qint64 nowUtcMs)
{
    const auto passes = [&](const QueryRow& row) {
        const auto& statuses = filter.statuses;
        if (!statuses.empty() && std::find(statuses.begin(), statuses.end(), row.status) == statuses.end())
            return false;
        if ((filter.type && row.type != *filter.type) || (filter.mine && !row.isFor(person)))
            return false;
        if (filter.olderThan > 0 && row.ageDays(nowUtcMs) < filter.olderThan)
            return false;
        return filter.text.isEmpty() || row.patientId.contains(filter.text, Qt::CaseInsensitive) ||
               row.lastMessage.contains(filter.text, Qt::CaseInsensitive);
    };
    std::vector<QueryRow> rows;
    std::copy_if(list.rows().begin(), list.rows().end(), std::back_inserter(rows), passes);
    return rows;
}

} // namespace sitebook
