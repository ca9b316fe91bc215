// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/retry.h"

#include <QDateTime>
#include <QLocale>
#include <QTimeZone>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace sitebook::sync {

qint64 Backoff::failed(Random& random)
{
    const int doublings = std::min(m_failures, 20);
    ++m_failures;
    if (m_budget < 1.0)
        return m_capMs / 2 + random.below(m_capMs / 2 + 1);
    m_budget -= 1.0;
    const qint64 ceiling = std::min(m_capMs, m_baseMs << doublings);
    return random.below(ceiling + 1);
}

void Backoff::succeeded()
{
    m_failures = 0;
    m_budget = std::min(fullBudget, m_budget + 0.1);
}

void Backoff::reset()
{
    m_failures = 0;
    m_budget = std::max(m_budget, 1.0);
}

qint64 ladderMs(int tries)
{
    qint64 wait = 25 * 1000;
    for (int i = 1; i < tries && wait < longestLadderMs; ++i)
        wait *= 5;
    return std::min(wait, longestLadderMs);
}

std::optional<qint64> retryAfterMs(const std::optional<QByteArray>& header, qint64 utcMs)
{
    if (!header)
        return std::nullopt;
    const QByteArray text = header->trimmed();
    bool isNumber = false;
    const qint64 seconds = text.toLongLong(&isNumber);
    if (isNumber) {
        if (seconds < 0)
            return std::nullopt;
        return std::min(seconds, longestServerWaitMs / 1000) * 1000;
    }
    QDateTime when = QLocale::c().toDateTime(QString::fromLatin1(text), u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s);
    if (!when.isValid())
        return std::nullopt;
    when.setTimeZone(QTimeZone::utc());
    return std::clamp(when.toMSecsSinceEpoch() - utcMs, qint64{0}, longestServerWaitMs);
}

qint64 spread(qint64 waitMs, Random& random)
{
    return waitMs + random.below(waitMs / 10 + 1);
}

} // namespace sitebook::sync
