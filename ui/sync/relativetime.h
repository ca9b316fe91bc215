// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QString>

namespace sitebook {

// Times as people say them. Instants are UTC milliseconds; the exact local time belongs into a tool tip (exact()).
class RelativeTime final
{
    Q_DECLARE_TR_FUNCTIONS(RelativeTime)

public:
    // "just now", "3 minutes ago", "yesterday, 09:41", "12-Mar-2026, 09:41"; empty for 0.
    [[nodiscard]] static QString past(qint64 thenUtcMs, qint64 nowUtcMs);
    // "now", "in 20 seconds", "in 4 minutes"; empty for 0.
    [[nodiscard]] static QString future(qint64 thenUtcMs, qint64 nowUtcMs);
    // "40 seconds", "about 3 minutes", "about 2 hours": how long something still takes.
    [[nodiscard]] static QString duration(qint64 milliseconds);
    // Local date and time to the second.
    [[nodiscard]] static QString exact(qint64 utcMs);
};

} // namespace sitebook
