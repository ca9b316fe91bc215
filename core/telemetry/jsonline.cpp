// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/telemetry/jsonline.h"

#include <array>
#include <charconv>
#include <ctime>

namespace sitebook {

namespace {

void appendPadded(std::string& out, int value, int width)
{
    std::array<char, 12> digits{};
    const auto written = std::to_chars(digits.data(), digits.data() + digits.size(), value);
    const auto length = static_cast<int>(written.ptr - digits.data());
    out.append(static_cast<size_t>(std::max(0, width - length)), '0');
    out.append(digits.data(), static_cast<size_t>(length));
}

void appendTime(std::string& out, qint64 utcMs)
{
    const auto seconds = static_cast<std::time_t>(utcMs / 1000);
    std::tm parts{};
    gmtime_r(&seconds, &parts);
    appendPadded(out, parts.tm_year + 1900, 4);
    out += '-';
    appendPadded(out, parts.tm_mon + 1, 2);
    out += '-';
    appendPadded(out, parts.tm_mday, 2);
    out += 'T';
    appendPadded(out, parts.tm_hour, 2);
    out += ':';
    appendPadded(out, parts.tm_min, 2);
    out += ':';
    appendPadded(out, parts.tm_sec, 2);
    out += '.';
    appendPadded(out, static_cast<int>(utcMs % 1000), 3);
    out += 'Z';
}

void appendEscaped(std::string& out, std::string_view text)
{
    static constexpr std::string_view hex = "0123456789abcdef";
    for (const char letter : text) {
        const auto byte = static_cast<unsigned char>(letter);
        if (letter == '"' || letter == '\\') {
            out += '\\';
            out += letter;
        } else if (byte < 0x20U || byte == 0x7fU) {
            out += "\\u00";
            out += hex[byte >> 4U];
            out += hex[byte & 15U];
        } else {
            out += letter;
        }
    }
}

} // namespace

JsonLine::JsonLine(qint64 utcMs, std::string_view level)
{
    m_line.reserve(256);
    m_line += "{\"ts\":\"";
    appendTime(m_line, utcMs);
    m_line += "\",\"level\":\"";
    m_line += level;
    m_line += '"';
}

void JsonLine::name(std::string_view key)
{
    m_line += ",\"";
    m_line += key;
    m_line += "\":";
}

JsonLine& JsonLine::add(std::string_view key, std::string_view text)
{
    name(key);
    m_line += '"';
    appendEscaped(m_line, text);
    m_line += '"';
    return *this;
}

JsonLine& JsonLine::add(std::string_view key, const QString& text)
{
    return add(key, std::string_view(text.toStdString()));
}

JsonLine& JsonLine::add(std::string_view key, qint64 number)
{
    name(key);
    std::array<char, 24> digits{};
    const auto written = std::to_chars(digits.data(), digits.data() + digits.size(), number);
    m_line.append(digits.data(), static_cast<size_t>(written.ptr - digits.data()));
    return *this;
}

std::string JsonLine::finish()
{
    m_line += "}\n";
    return std::move(m_line);
}

} // namespace sitebook
