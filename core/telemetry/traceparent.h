// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace sitebook {

// W3C Trace Context: "00-<32 hex>-<16 hex>-<2 hex>", lower case, ids not all zero.
struct TraceParent
{
    std::string traceId;
    std::string parentId;
    bool sampled = false;
};

// Nothing for any text that breaks the recommendation's rules, as it demands.
[[nodiscard]] std::optional<TraceParent> parseTraceParent(std::string_view header);

} // namespace sitebook
