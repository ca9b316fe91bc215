// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>
#include <rapidjson/document.h>
#include <string_view>

namespace sitebook::json {

inline constexpr int defaultDepth = 32;

// What was read; its values live as long as the document. A document is filled once.
using Document = rapidjson::Document;
using Value = rapidjson::Value;

// Reads JSON text (RFC 8259) strictly: grammar, valid UTF-8, no key twice in one object, depth of arrays and objects up
// to `depthLimit`, nothing before or after the value. Error Protocol; `where` is "byte 17", or the key that is there
// twice.
[[nodiscard]] Result<> read(std::string_view json, Document& into, int depthLimit = defaultDepth);
// The same with every number as the text it was written as (its value is a string then): 1.10 stays 1.10.
[[nodiscard]] Result<> readExact(std::string_view json, Document& into, int depthLimit = defaultDepth);
// The same as read(), for who reads the text with another library.
[[nodiscard]] Result<> check(std::string_view json, int depthLimit = defaultDepth);

// Null when the object has no such key, and when `object` is none.
[[nodiscard]] const Value* find(const Value& object, std::string_view key);
[[nodiscard]] inline std::string_view viewOf(const Value& string)
{
    return {string.GetString(), string.GetStringLength()};
}
[[nodiscard]] inline QString textOf(const Value& string)
{
    return QString::fromUtf8(string.GetString(), static_cast<qsizetype>(string.GetStringLength()));
}

// Appends `text` (valid UTF-8) as a JSON string with its quotes.
void appendString(std::string& out, std::string_view text);

} // namespace sitebook::json
