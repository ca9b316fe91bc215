// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <string_view>

namespace sitebook::api {

inline constexpr int jsonDepthLimit = 32;

// Checks JSON text (RFC 8259) without building anything: grammar, valid UTF-8, no key twice in one object, depth of
// arrays and objects up to `depthLimit`, nothing after the value. Error Protocol; `where` is "byte 17".
[[nodiscard]] Result<> checkJson(std::string_view json, int depthLimit = jsonDepthLimit);

// Appends `text` (valid UTF-8) as a JSON string with its quotes.
void appendJsonString(std::string& out, std::string_view text);

} // namespace sitebook::api
