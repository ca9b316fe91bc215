// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/strictjson.h"

#include <array>
#include <vector>

namespace sitebook::api {

namespace {

// Length of the valid UTF-8 sequence at `at` (RFC 3629: no overlong forms, no surrogates), or 0.
size_t utf8Length(std::string_view text, size_t at)
{
    const auto byte = [&](size_t offset) -> unsigned {
        return at + offset < text.size() ? static_cast<unsigned char>(text[at + offset]) : 0U;
    };
    const auto follows = [&](size_t offset) { return (byte(offset) & 0xC0U) == 0x80U; };
    const unsigned first = byte(0);
    if (first < 0x80U)
        return 1;
    if (first >= 0xC2U && first <= 0xDFU)
        return follows(1) ? 2 : 0;
    if (first >= 0xE0U && first <= 0xEFU) {
        const unsigned low = first == 0xE0U ? 0xA0U : 0x80U;
        const unsigned high = first == 0xEDU ? 0x9FU : 0xBFU;
        return byte(1) >= low && byte(1) <= high && follows(2) ? 3 : 0;
    }
    if (first >= 0xF0U && first <= 0xF4U) {
        const unsigned low = first == 0xF0U ? 0x90U : 0x80U;
        const unsigned high = first == 0xF4U ? 0x8FU : 0xBFU;
        return byte(1) >= low && byte(1) <= high && follows(2) && follows(3) ? 4 : 0;
    }
    return 0;
}

class Checker final
{
public:
    Checker(std::string_view text, int depthLimit)
        : m_text(text)
        , m_depthLeft(depthLimit)
    {
    }

    bool document()
    {
        space();
        if (!value())
            return false;
        space();
        return m_at == m_text.size();
    }
    [[nodiscard]] size_t place() const { return m_at; }

private:
    [[nodiscard]] char peek() const { return m_at < m_text.size() ? m_text[m_at] : '\0'; }
    bool take(char wanted)
    {
        if (peek() != wanted)
            return false;
        ++m_at;
        return true;
    }
    void space()
    {
        while (peek() == ' ' || peek() == '\t' || peek() == '\n' || peek() == '\r')
            ++m_at;
    }
    bool word(std::string_view wanted)
    {
        if (m_text.substr(m_at, wanted.size()) != wanted)
            return false;
        m_at += wanted.size();
        return true;
    }

    bool value()
    {
        switch (peek()) {
        case '{':
            return object();
        case '[':
            return array();
        case '"':
            return string(nullptr);
        case 't':
            return word("true");
        case 'f':
            return word("false");
        case 'n':
            return word("null");
        default:
            return number();
        }
    }

    bool object()
    {
        if (--m_depthLeft < 0)
            return false;
        const size_t firstKey = m_keys.size();
        take('{');
        space();
        if (!take('}')) {
            do {
                space();
                if (!key(firstKey))
                    return false;
                space();
                if (!take(':'))
                    return false;
                space();
                if (!value())
                    return false;
                space();
            } while (take(','));
            if (!take('}'))
                return false;
        }
        m_keys.resize(firstKey);
        ++m_depthLeft;
        return true;
    }

    // The keys of the open objects lie on one stack; those of this object begin at firstKey.
    bool key(size_t firstKey)
    {
        std::string name;
        if (!string(&name))
            return false;
        for (size_t i = firstKey; i < m_keys.size(); ++i)
            if (m_keys[i] == name)
                return false;
        if (m_keys.size() - firstKey >= maxKeys)
            return false;
        m_keys.push_back(std::move(name));
        return true;
    }

    bool array()
    {
        if (--m_depthLeft < 0)
            return false;
        take('[');
        space();
        if (!take(']')) {
            do {
                space();
                if (!value())
                    return false;
                space();
            } while (take(','));
            if (!take(']'))
                return false;
        }
        ++m_depthLeft;
        return true;
    }

    bool string(std::string* decoded)
    {
        if (!take('"'))
            return false;
        while (m_at < m_text.size()) {
            const auto byte = static_cast<unsigned char>(m_text[m_at]);
            if (byte == '"') {
                ++m_at;
                return true;
            }
            if (byte < 0x20U)
                return false;
            if (byte == '\\') {
                if (!escape(decoded))
                    return false;
                continue;
            }
            const size_t length = utf8Length(m_text, m_at);
            if (length == 0)
                return false;
            if (decoded != nullptr)
                decoded->append(m_text.substr(m_at, length));
            m_at += length;
        }
        return false;
    }

    bool escape(std::string* decoded)
    {
        ++m_at;
        const char kind = peek();
        ++m_at;
        if (kind == 'u') {
            unsigned unit = 0;
            if (!hex4(unit) || (unit >= 0xDC00U && unit <= 0xDFFFU))
                return false;
            if (unit >= 0xD800U && unit <= 0xDBFFU) {
                unsigned low = 0;
                if (!take('\\') || !take('u') || !hex4(low) || low < 0xDC00U || low > 0xDFFFU)
                    return false;
                unit = 0x10000U + ((unit - 0xD800U) << 10U) + (low - 0xDC00U);
            }
            // Equal keys must compare equal however they were written, so escapes become UTF-8.
            if (decoded != nullptr)
                decoded->append(QString::fromUcs4(reinterpret_cast<const char32_t*>(&unit), 1).toStdString());
            return true;
        }
        static constexpr std::string_view kinds = "\"\\/bfnrt";
        static constexpr std::string_view meanings = "\"\\/\b\f\n\r\t";
        const size_t index = kinds.find(kind);
        if (index == std::string_view::npos || kind == '\0')
            return false;
        if (decoded != nullptr)
            decoded->push_back(meanings[index]);
        return true;
    }

    bool hex4(unsigned& unit)
    {
        unit = 0;
        for (int i = 0; i < 4; ++i, ++m_at) {
            const char digit = peek();
            const bool number = digit >= '0' && digit <= '9';
            const char letter = static_cast<char>(digit | 0x20);
            if (!number && (letter < 'a' || letter > 'f'))
                return false;
            unit = unit * 16U + static_cast<unsigned>(number ? digit - '0' : letter - 'a' + 10);
        }
        return true;
    }

    bool digits()
    {
        const size_t start = m_at;
        while (peek() >= '0' && peek() <= '9')
            ++m_at;
        return m_at > start;
    }

    bool number()
    {
        take('-');
        if (!take('0') && !digits())
            return false;
        if (take('.') && !digits())
            return false;
        if (peek() == 'e' || peek() == 'E') {
            ++m_at;
            if (peek() == '+' || peek() == '-')
                ++m_at;
            return digits();
        }
        return true;
    }

    static constexpr size_t maxKeys = 4096; // of one object; the comparison is quadratic
    std::string_view m_text;
    size_t m_at = 0;
    int m_depthLeft;
    std::vector<std::string> m_keys;
};

} // namespace

Result<> checkJson(std::string_view json, int depthLimit)
{
    Checker checker(json, depthLimit);
    if (checker.document())
        return {};
    return fail(ErrorCode::Protocol,
                QT_TRANSLATE_NOOP("messages",
                                  "The text is not strict JSON: it is cut off, damaged, nested too deeply or "
                                  "has a key twice."),
                QStringLiteral("byte %1").arg(checker.place()));
}

void appendJsonString(std::string& out, std::string_view text)
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

} // namespace sitebook::api
