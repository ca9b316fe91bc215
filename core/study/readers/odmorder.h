// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <limits>
#include <vector>

namespace sitebook::odm {

inline constexpr int noOrder = std::numeric_limits<int>::max();

// Brings `list` into the order of the OrderNumbers beside it; those without one keep their place behind the others.
template <class List>
void sortByOrder(List& list, const std::vector<int>& orders)
{
    using Size = decltype(list.size());
    std::vector<size_t> places(orders.size());
    for (size_t i = 0; i < places.size(); ++i)
        places[i] = i;
    std::stable_sort(places.begin(), places.end(), [&](size_t a, size_t b) { return orders[a] < orders[b]; });
    List sorted;
    sorted.reserve(list.size());
    for (const size_t place : places)
        sorted.push_back(list[static_cast<Size>(place)]);
    list = std::move(sorted);
}

} // namespace sitebook::odm
