// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"

#include <QDateTime>

namespace sitebook {

namespace {

// Asking the system for its time zone costs several file look-ups; it changes at whole seconds only.
int offsetMinutesAt(qint64 utcMs)
{
    thread_local qint64 knownSecond = -1;
    thread_local int knownOffset = 0;
    if (utcMs / 1000 != knownSecond) {
        knownSecond = utcMs / 1000;
        knownOffset = QDateTime::fromMSecsSinceEpoch(utcMs).offsetFromUtc() / 60;
    }
    return knownOffset;
}

} // namespace

Instant SystemClock::now() const
{
    const qint64 utcMs = QDateTime::currentMSecsSinceEpoch();
    return {utcMs, offsetMinutesAt(utcMs)};
}

} // namespace sitebook
