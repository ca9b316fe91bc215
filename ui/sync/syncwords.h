// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/views.h"

#include <QCoreApplication>

namespace sitebook {

// Sentences about what waits, for the cases where the service gave none. States themselves: ui/widgets/statetexts.h.
class SyncWords final
{
    Q_DECLARE_TR_FUNCTIONS(SyncWords)

public:
    [[nodiscard]] static QString why(QueueItem::State state);
    // Of an operation: "queued", "sending", "conflict", "quarantined".
    [[nodiscard]] static QString why(QStringView state);
    // "New report", "Change of a patient", "Voided report", ...
    [[nodiscard]] static QString operation(OpType type, Entity entity);
    // What is going on and what to do.
    [[nodiscard]] static QString sentence(const SyncStatus& status, bool online);
    [[nodiscard]] static QString sentence(const QueueStatus& status, qint64 restMs);
};

} // namespace sitebook
