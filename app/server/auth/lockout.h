// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <chrono>
#include <mutex>
#include <unordered_map>

namespace sitebook::server {

// Ten wrong passwords in a row close an account for a quarter of an hour. Thread-safe.
class Lockout final
{
public:
    using Time = std::chrono::steady_clock::time_point;
    static constexpr int failuresAllowed = 10;
    static constexpr std::chrono::minutes duration{15};

    // 0: open. Otherwise the seconds until it is.
    [[nodiscard]] int waitSeconds(const QString& name, Time now = std::chrono::steady_clock::now());
    void failed(const QString& name, Time now = std::chrono::steady_clock::now());
    void succeeded(const QString& name);

private:
    struct Entry
    {
        int failures = 0;
        Time last;
    };
    std::mutex m_mutex;
    std::unordered_map<std::string, Entry> m_entries;
};

} // namespace sitebook::server
