// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/views.h"

#include "core/workspace/searchkey.h"

#include <algorithm>

namespace sitebook {

namespace {

bool contains(const PatientRow& row, const QStringList& words)
{
    return std::all_of(words.begin(), words.end(),
                       [&row](const QString& word) { return row.searchKey.contains(word); });
}

bool passes(const PatientRow& row, const PatientFilter& filter, const QStringList& words)
{
    const auto lists = [](const auto& allowed, const auto& value) {
        return allowed.empty() || std::find(allowed.begin(), allowed.end(), value) != allowed.end();
    };
    return lists(filter.statuses, row.status) && lists(filter.sites, row.siteId) &&
           (!filter.delivery || *filter.delivery == row.delivery) && contains(row, words);
}

int compareText(const QString& a, const QString& b)
{
    return a.compare(b, Qt::CaseInsensitive);
}

int compareDate(const PartialDate& a, const PartialDate& b)
{
    const auto key = [](const PartialDate& date) {
        return date.year().value_or(0) * 10000 + date.month().value_or(0) * 100 + date.day().value_or(0);
    };
    return key(a) - key(b);
}

int compare(const PatientRow& a, const PatientRow& b, PatientColumn column)
{
    switch (column) {
    case PatientColumn::Name:
        return compareText(a.name, b.name);
    case PatientColumn::DateOfBirth:
        return compareDate(a.dateOfBirth, b.dateOfBirth);
    case PatientColumn::Sex:
        return compareText(a.sex, b.sex);
    case PatientColumn::Site:
        return compareText(a.siteId, b.siteId);
    case PatientColumn::Status:
        return static_cast<int>(a.status) - static_cast<int>(b.status);
    case PatientColumn::Reports:
        return a.reports - b.reports;
    case PatientColumn::Delivery:
        return static_cast<int>(a.delivery) - static_cast<int>(b.delivery);
    case PatientColumn::Identifier:
    case PatientColumn::Count:
        break;
    }
    return 0;
}

} // namespace

// Rows are kept in the order of their identifiers, so that the usual order costs no sorting and every other one is
// stable.
std::vector<quint32> PatientList::filter(const PatientFilter& filter) const
{
    const QStringList words = foldedForSearch(filter.text).split(u' ', Qt::SkipEmptyParts);
    std::vector<quint32> indexes;
    indexes.reserve(m_rows.size());
    for (quint32 i = 0; i < m_rows.size(); ++i)
        if (passes(m_rows[i], filter, words))
            indexes.push_back(i);
    const bool descending = filter.order == Qt::DescendingOrder;
    if (filter.sortBy == PatientColumn::Identifier) {
        if (descending)
            std::reverse(indexes.begin(), indexes.end());
        return indexes;
    }
    std::stable_sort(indexes.begin(), indexes.end(), [&](quint32 a, quint32 b) {
        const int order = compare(m_rows[a], m_rows[b], filter.sortBy);
        return descending ? order > 0 : order < 0;
    });
    return indexes;
}

const PatientRow* PatientList::find(const RecordId& id) const
{
    const auto row =
        std::find_if(m_rows.begin(), m_rows.end(), [&id](const PatientRow& r) { return r.recordId == id; });
    return row == m_rows.end() ? nullptr : &*row;
}

QStringList PatientList::sites() const
{
    QStringList sites;
    for (const PatientRow& row : m_rows)
        if (!row.siteId.isEmpty() && (sites.isEmpty() || sites.constLast() != row.siteId) &&
            !sites.contains(row.siteId))
            sites << row.siteId;
    sites.sort();
    return sites;
}

} // namespace sitebook
