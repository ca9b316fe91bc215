// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/queryviews.h"

namespace sitebook {

// Which queries the workbench shows.
struct QueryFilter
{
    std::vector<QueryStatus> statuses; // empty: all
    std::optional<QueryType> type;
    bool mine = false; // given to this person or their role
    int olderThan = 0; // days; 0: any age
    QString text;      // identifier, last message; folded by case
};

// The rows that pass, in the list's order.
[[nodiscard]] std::vector<QueryRow> filtered(const QueryList& list, const QueryFilter& filter, const Account& person,
                                             qint64 nowUtcMs);

} // namespace sitebook
