// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <chrono>
#include <mutex>
#include <unordered_map>

namespace sitebook::server {

// One token bucket for each name. Thread-safe; holds at most 100,000 names, the fullest buckets are forgotten first.
class RateLimiter final
{
public:
    using Time = std::chrono::steady_clock::time_point;

    RateLimiter(double perSecond, double burst);
    // 0: go on. Otherwise the seconds to wait.
    [[nodiscard]] int take(const QString& name, Time now = std::chrono::steady_clock::now());
    // Gives one back, for what turned out not to count.
    void giveBack(const QString& name);

private:
    struct Bucket
    {
        double tokens = 0;
        Time at;
    };
    void forgetFull(Time now);
    double m_perSecond;
    double m_burst;
    std::mutex m_mutex;
    std::unordered_map<std::string, Bucket> m_buckets;
};

} // namespace sitebook::server
