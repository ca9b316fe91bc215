// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <algorithm>

namespace sitebook {

// The place of an element in the study's own order; unknown ones come last.
template <class Definitions>
[[nodiscard]] size_t rank(const Definitions& definitions, const QString& oid)
{
    const auto found =
        std::find_if(definitions.begin(), definitions.end(), [&oid](const auto& one) { return one.oid == oid; });
    return static_cast<size_t>(found - definitions.begin());
}

} // namespace sitebook
