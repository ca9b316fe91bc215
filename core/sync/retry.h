// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/random.h"

#include <QByteArray>
#include <optional>

namespace sitebook::sync {

inline constexpr qint64 longestServerWaitMs = 3600 * 1000; // a Retry-After beyond it is cut
inline constexpr qint64 longestLadderMs = 24LL * 3600 * 1000;

// Waits between attempts at the server: full jitter, 1 s doubling to 300 s, with a budget of 10 retries of which a
// success gives back 0.1. Attempts never end (data must get out); with the budget spent, every wait is a long one.
// Pure.
class Backoff final
{
public:
    explicit Backoff(qint64 baseMs = 1000, qint64 capMs = 300 * 1000)
        : m_baseMs(baseMs)
        , m_capMs(capMs)
    {
    }
    // Notes a failure and says how long to wait, in ms.
    [[nodiscard]] qint64 failed(Random& random);
    void succeeded();
    // A person wants it now.
    void reset();
    [[nodiscard]] int failures() const { return m_failures; }
    [[nodiscard]] double budget() const { return m_budget; }

private:
    static constexpr double fullBudget = 10.0;
    qint64 m_baseMs;
    qint64 m_capMs;
    int m_failures = 0;
    double m_budget = fullBudget;
};

// What one operation waits after its n-th result `retry` (n from 1): 25 s, times 5 each, up to 24 h.
[[nodiscard]] qint64 ladderMs(int tries);

// Retry-After as seconds or HTTP date, in ms from now, 0 .. 1 h. Null when absent or not readable.
[[nodiscard]] std::optional<qint64> retryAfterMs(const std::optional<QByteArray>& header, qint64 utcMs);

// Adds up to a tenth, so that many desks do not come back together.
[[nodiscard]] qint64 spread(qint64 waitMs, Random& random);

} // namespace sitebook::sync
