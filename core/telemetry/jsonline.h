// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <string>
#include <string_view>

namespace sitebook {

// Builds one line of a structured log: {"ts":"2026-11-23T08:14:02.113Z","level":"info",...}. Values are escaped, so
// that a line stays one line whatever was sent. Names are literals. Not thread-safe; one object per line.
class JsonLine final
{
public:
    JsonLine(qint64 utcMs, std::string_view level);
    JsonLine& add(std::string_view name, std::string_view text); // UTF-8
    JsonLine& add(std::string_view name, const char* text) { return add(name, std::string_view(text)); }
    JsonLine& add(std::string_view name, const QString& text);
    JsonLine& add(std::string_view name, qint64 number);
    JsonLine& add(std::string_view name, int number) { return add(name, static_cast<qint64>(number)); }
    // The line with its line feed.
    [[nodiscard]] std::string finish();

private:
    void name(std::string_view key);
    std::string m_line;
};

} // namespace sitebook
