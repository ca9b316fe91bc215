// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/definition.h"
#include "core/workspace/views.h"

#include <QCoreApplication>

namespace sitebook {

// How an entry of the trail reads: the field's own words instead of codes, and values with their code beside the
// decode.
class AuditWords final
{
    Q_DECLARE_TR_FUNCTIONS(AuditWords)

public:
    // "2026-11-23 18:02:11 UTC (19:02 +01:00)": unambiguous everywhere; the local part is where it was captured.
    [[nodiscard]] static QString when(const Instant& instant);
    // For a column headed "When (UTC)": "2026-11-23 18:02:11 (+01:00)".
    [[nodiscard]] static QString shortWhen(const Instant& instant);
    // What was done; names what an event was: "Signed in", "Exported data".
    [[nodiscard]] static QString action(const AuditEntry& entry);
    [[nodiscard]] static QString clock(ClockQuality quality);
    [[nodiscard]] static QString device(const AuditEntry& entry);
    // "P014, PHQ-9"
    [[nodiscard]] static QString what(const StudyDefinition& study, const AuditEntry& entry);
    [[nodiscard]] static QString field(const StudyDefinition& study, const QString& field);
    // The value for a person: "2 = More than half the days", "Yes"; a dash when there is none.
    [[nodiscard]] static QString value(const StudyDefinition& study, const AuditEntry& entry, const QString& field,
                                       const QString& value);
    [[nodiscard]] static QString change(const StudyDefinition& study, const AuditEntry& entry,
                                        const AuditChange& change);
};

} // namespace sitebook
