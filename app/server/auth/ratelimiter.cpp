// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/auth/ratelimiter.h"

#include <algorithm>
#include <cmath>

namespace sitebook::server {

namespace {

constexpr size_t namesLimit = 100'000;

double secondsBetween(RateLimiter::Time from, RateLimiter::Time to)
{
    return std::chrono::duration<double>(to - from).count();
}

} // namespace

RateLimiter::RateLimiter(double perSecond, double burst)
    : m_perSecond(perSecond)
    , m_burst(burst)
{
}

int RateLimiter::take(const QString& name, Time now)
{
    const std::scoped_lock lock(m_mutex);
    if (m_buckets.size() >= namesLimit)
        forgetFull(now);
    Bucket& bucket = m_buckets.try_emplace(name.toStdString(), Bucket{m_burst, now}).first->second;
    bucket.tokens = std::min(m_burst, bucket.tokens + secondsBetween(bucket.at, now) * m_perSecond);
    bucket.at = now;
    if (bucket.tokens >= 1) {
        bucket.tokens -= 1;
        return 0;
    }
    return std::max(1, static_cast<int>(std::ceil((1 - bucket.tokens) / m_perSecond)));
}

void RateLimiter::giveBack(const QString& name)
{
    const std::scoped_lock lock(m_mutex);
    if (const auto bucket = m_buckets.find(name.toStdString()); bucket != m_buckets.end())
        bucket->second.tokens = std::min(m_burst, bucket->second.tokens + 1);
}

void RateLimiter::forgetFull(Time now)
{
    std::erase_if(m_buckets, [&](const auto& entry) {
        return entry.second.tokens + secondsBetween(entry.second.at, now) * m_perSecond >= m_burst;
    });
    if (m_buckets.size() >= namesLimit)
        m_buckets.clear();
}

} // namespace sitebook::server
