// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/visits/casebookfilter.h"

#include "core/workspace/searchkey.h"

#include <algorithm>

namespace sitebook {

namespace {

bool has(const CasebookRow& row, VisitState state)
{
    return std::any_of(row.visits.begin(), row.visits.end(),
                       [state](const ScheduledVisit& visit) { return visit.state == state; });
}

} // namespace

std::vector<quint32> CasebookFilter::of(const Casebook& casebook) const
{
    const QStringList words = foldedForSearch(text).split(u' ', Qt::SkipEmptyParts);
    std::vector<quint32> found;
    for (size_t i = 0; i < casebook.rows.size(); ++i) {
        const CasebookRow& row = casebook.rows[i];
        const bool named = std::all_of(words.begin(), words.end(),
                                       [&row](const QString& word) { return row.searchKey.contains(word); });
        const bool wanted = states.empty() || std::any_of(states.begin(), states.end(),
                                                          [&row](VisitState state) { return has(row, state); });
        if (named && wanted)
            found.push_back(static_cast<quint32>(i));
    }
    return found;
}

int patientsWith(const Casebook& casebook, VisitState state)
{
    return static_cast<int>(std::count_if(casebook.rows.begin(), casebook.rows.end(),
                                          [state](const CasebookRow& row) { return has(row, state); }));
}

} // namespace sitebook
