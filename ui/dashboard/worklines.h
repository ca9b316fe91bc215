// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/views.h"
#include "ui/widgets/navigator.h"
#include "ui/widgets/statetexts.h"

namespace sitebook {

// One thing somebody should look at, most urgent first, and where.
struct WorkLine
{
    statetexts::Look look;
    QString text;
    QString detail;
    PageId place = PageId::Sync;
};

// What of the study waits: visits of all patients by their state, and open queries.
struct StudyWork
{
    int overdueVisits = 0;
    int dueVisits = 0;
    qint64 openQueries = 0;
};
[[nodiscard]] std::vector<WorkLine> workLines(const SyncStatus& sync, const QueueStatus& queue,
                                              const StudyWork& study = {});

// "09:41" today, "yesterday", else the short date.
[[nodiscard]] QString momentText(qint64 utcMs, qint64 nowUtcMs);

} // namespace sitebook
