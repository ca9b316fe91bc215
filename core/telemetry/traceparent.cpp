// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/telemetry/traceparent.h"

#include <algorithm>

namespace sitebook {

namespace {

bool isHex(std::string_view text)
{
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

bool isId(std::string_view text)
{
    return isHex(text) && text.find_first_not_of('0') != std::string_view::npos;
}

} // namespace

std::optional<TraceParent> parseTraceParent(std::string_view header)
{
    constexpr size_t length = 55;
    if (header.size() < length || header[2] != '-' || header[35] != '-' || header[52] != '-')
        return std::nullopt;
    const std::string_view version = header.substr(0, 2);
    // A later version may append fields; version 00 is exactly this long.
    const bool fits = version == "00" ? header.size() == length : header.size() == length || header[length] == '-';
    const std::string_view trace = header.substr(3, 32);
    const std::string_view parent = header.substr(36, 16);
    const std::string_view flags = header.substr(53, 2);
    if (!fits || !isHex(version) || version == "ff" || !isId(trace) || !isId(parent) || !isHex(flags))
        return std::nullopt;
    const char low = flags[1];
    const int digit = low <= '9' ? low - '0' : low - 'a' + 10;
    return TraceParent{std::string(trace), std::string(parent), (digit & 1) == 1};
}

} // namespace sitebook
