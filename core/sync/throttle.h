// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/random.h"

#include <array>

namespace sitebook::sync {

// Spares a struggling server: of the requests of the last 120 s, a share of
// max(0, (requests - 2 x accepts) / (requests + 1)) is not sent at all, but one every 5 s always is. Times are steady
// milliseconds. Pure.
class AdaptiveThrottle final
{
public:
    // Whether a request may go now; it counts as one either way. `probe`: a person asked, always allowed.
    [[nodiscard]] bool admit(qint64 nowMs, Random& random, bool probe = false);
    // The answer of an admitted request: anything but 429, 502, 503, 504 and no answer at all is an accept.
    void answered(qint64 nowMs, bool accepted);
    // When the next probe is certain to be admitted.
    [[nodiscard]] qint64 nextProbeMs() const { return m_lastPassMs + probeIntervalMs; }
    [[nodiscard]] double rejectShare(qint64 nowMs) const;

private:
    static constexpr int bucketCount = 60;
    static constexpr qint64 bucketMs = 2000;
    static constexpr qint64 probeIntervalMs = 5000;
    static constexpr double leniency = 2.0; // K

    struct Bucket
    {
        qint64 number = -1;
        int requests = 0;
        int accepts = 0;
    };
    Bucket& bucketAt(qint64 nowMs);

    std::array<Bucket, bucketCount> m_buckets;
    qint64 m_lastPassMs = -probeIntervalMs;
};

} // namespace sitebook::sync
