// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace sitebook::sync {

// The engine's only source of chance (splitmix64): the same seed gives the same run, everywhere. Not for secrets.
class Random final
{
public:
    explicit Random(quint64 seed)
        : m_state(seed)
    {
    }
    [[nodiscard]] quint64 next()
    {
        m_state += 0x9E3779B97F4A7C15ULL;
        quint64 z = m_state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
        return z ^ (z >> 31);
    }
    // 0 .. limit - 1; 0 for a limit below 2.
    [[nodiscard]] qint64 below(qint64 limit)
    {
        return limit < 2 ? 0 : static_cast<qint64>(next() % static_cast<quint64>(limit));
    }
    // 0 .. 1, without 1.
    [[nodiscard]] double unit() { return static_cast<double>(next() >> 11) * 0x1.0p-53; }
    [[nodiscard]] bool chance(double probability) { return unit() < probability; }

private:
    quint64 m_state;
};

} // namespace sitebook::sync
