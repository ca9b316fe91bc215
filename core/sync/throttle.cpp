// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/throttle.h"

#include <algorithm>

namespace sitebook::sync {

AdaptiveThrottle::Bucket& AdaptiveThrottle::bucketAt(qint64 nowMs)
{
    const qint64 number = std::max<qint64>(nowMs, 0) / bucketMs;
    Bucket& bucket = m_buckets[static_cast<size_t>(number % bucketCount)];
    if (bucket.number != number)
        bucket = Bucket{number, 0, 0};
    return bucket;
}

double AdaptiveThrottle::rejectShare(qint64 nowMs) const
{
    const qint64 current = std::max<qint64>(nowMs, 0) / bucketMs;
    int requests = 0;
    int accepts = 0;
    for (const Bucket& bucket : m_buckets) {
        if (bucket.number < 0 || bucket.number <= current - bucketCount)
            continue;
        requests += bucket.requests;
        accepts += bucket.accepts;
    }
    return std::max(0.0, (requests - leniency * accepts) / (requests + 1.0));
}

bool AdaptiveThrottle::admit(qint64 nowMs, Random& random, bool probe)
{
    const bool overdue = nowMs >= nextProbeMs();
    const bool pass = probe || overdue || !random.chance(rejectShare(nowMs));
    ++bucketAt(nowMs).requests;
    if (pass)
        m_lastPassMs = nowMs;
    return pass;
}

void AdaptiveThrottle::answered(qint64 nowMs, bool accepted)
{
    if (accepted)
        ++bucketAt(nowMs).accepts;
}

} // namespace sitebook::sync
