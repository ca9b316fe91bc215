// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/strictjson.h"

#include "core/text/textfile.h"

#include <QUtf8StringView>
#include <algorithm>
#include <array>
#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>
#include <vector>

namespace sitebook::json {

namespace {

// Stands between the library's reader and its document; an answer of false ends the reading there.
class Strict final
{
public:
    using Size = rapidjson::SizeType;

    Strict(Document& next, int depthLimit)
        : m_next(next)
        , m_depthLeft(depthLimit)
    {
    }

    bool Null() { return m_next.Null(); }
    bool Bool(bool value) { return m_next.Bool(value); }
    bool Int(int value) { return m_next.Int(value); }
    bool Uint(unsigned value) { return m_next.Uint(value); }
    bool Int64(int64_t value) { return m_next.Int64(value); }
    bool Uint64(uint64_t value) { return m_next.Uint64(value); }
    bool Double(double value) { return m_next.Double(value); }
    bool RawNumber(const char* text, Size size, bool copy) { return m_next.RawNumber(text, size, copy); }
    bool String(const char* text, Size size, bool copy)
    {
        return isUtf8(text, size) && m_next.String(text, size, copy);
    }
    bool Key(const char* text, Size size, bool copy) { return isUtf8(text, size) && m_next.Key(text, size, copy); }
    bool StartObject() { return --m_depthLeft >= 0 && m_next.StartObject(); }
    bool EndObject(Size members) { return ++m_depthLeft > 0 && m_next.EndObject(members); }
    bool StartArray() { return --m_depthLeft >= 0 && m_next.StartArray(); }
    bool EndArray(Size elements) { return ++m_depthLeft > 0 && m_next.EndArray(elements); }

private:
    // Of the text as it is after escapes, so that half a surrogate pair is found as well.
    static bool isUtf8(const char* text, Size size)
    {
        return QUtf8StringView(text, static_cast<qsizetype>(size)).isValidUtf8();
    }

    Document& m_next;
    int m_depthLeft;
};

// Few members are compared each with each, many are sorted.
std::optional<std::string_view> keyTwiceIn(const Value& object)
{
    constexpr rapidjson::SizeType few = 24;
    if (object.MemberCount() <= few) {
        for (auto one = object.MemberBegin(); one != object.MemberEnd(); ++one)
            for (auto other = object.MemberBegin(); other != one; ++other)
                if (viewOf(one->name) == viewOf(other->name))
                    return viewOf(one->name);
        return std::nullopt;
    }
    std::vector<std::string_view> keys;
    keys.reserve(object.MemberCount());
    for (const auto& member : object.GetObject())
        keys.push_back(viewOf(member.name));
    std::sort(keys.begin(), keys.end());
    const auto twice = std::adjacent_find(keys.begin(), keys.end());
    return twice == keys.end() ? std::nullopt : std::optional(*twice);
}

std::optional<std::string_view> keyTwice(const Value& value)
{
    std::optional<std::string_view> twice;
    if (value.IsObject()) {
        twice = keyTwiceIn(value);
        for (auto member = value.MemberBegin(); !twice && member != value.MemberEnd(); ++member)
            twice = keyTwice(member->value);
    } else if (value.IsArray()) {
        for (auto element = value.Begin(); !twice && element != value.End(); ++element)
            twice = keyTwice(*element);
    }
    return twice;
}

tl::unexpected<Error> notStrict(const QString& where)
{
    return fail(ErrorCode::Protocol,
                QT_TRANSLATE_NOOP("messages",
                                  "The text is not strict JSON: it is cut off, damaged, nested too deeply or "
                                  "has a key twice."),
                where);
}

template <unsigned flags>
Result<> readWith(std::string_view json, Document& into, int depthLimit)
{
    rapidjson::Reader reader;
    rapidjson::MemoryStream stream(json.data(), json.size());
    bool good = false;
    const auto parse = [&](Document& document) {
        Strict strict(document, depthLimit);
        // A zero byte ends the text for the library, not for us.
        good = !reader.Parse<flags>(stream, strict).IsError() && stream.Tell() == json.size();
        return good;
    };
    into.Populate(parse);
    const QByteArrayView text(json.data(), static_cast<qsizetype>(json.size()));
    const auto offset = static_cast<qsizetype>(reader.HasParseError() ? reader.GetErrorOffset() : stream.Tell());
    if (!good)
        return notStrict(placeIn(text, offset));
    if (const auto twice = keyTwice(into))
        return notStrict(QString::fromUtf8(twice->data(), static_cast<qsizetype>(twice->size())));
    return {};
}

} // namespace

Result<> read(std::string_view json, Document& into, int depthLimit)
{
    return readWith<rapidjson::kParseDefaultFlags>(json, into, depthLimit);
}

Result<> readExact(std::string_view json, Document& into, int depthLimit)
{
    return readWith<rapidjson::kParseNumbersAsStringsFlag>(json, into, depthLimit);
}

Result<> check(std::string_view json, int depthLimit)
{
    Document document;
    return read(json, document, depthLimit);
}

const Value* find(const Value& object, std::string_view key)
{
    if (!object.IsObject())
        return nullptr;
    const auto member =
        object.FindMember(Value(rapidjson::StringRef(key.data(), static_cast<rapidjson::SizeType>(key.size()))));
    return member == object.MemberEnd() ? nullptr : &member->value;
}

void appendString(std::string& out, std::string_view text)
{
    static constexpr std::array hex{'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'};
    out.push_back('"');
    for (const char letter : text) {
        const auto byte = static_cast<unsigned char>(letter);
        if (letter == '"' || letter == '\\') {
            out.push_back('\\');
            out.push_back(letter);
        } else if (byte < 0x20U) {
            out.append("\\u00");
            out.push_back(hex.at(byte >> 4U));
            out.push_back(hex.at(byte & 15U));
        } else {
            out.push_back(letter);
        }
    }
    out.push_back('"');
}

} // namespace sitebook::json
