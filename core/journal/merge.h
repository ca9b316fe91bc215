// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/journal/operation.h"

#include <map>

namespace sitebook {

enum class Outcome { Applied, Merged, Conflict };

[[nodiscard]] QString outcomeCode(Outcome outcome); // "applied", "merged", "conflict"
[[nodiscard]] std::optional<Outcome> outcomeFromCode(QStringView code);

// Who set a field last, and at which version of the record.
struct FieldStamp
{
    quint64 version = 0;
    DeviceId device;
    friend bool operator==(const FieldStamp&, const FieldStamp&) = default;
};

// A record as the fold of its operations: the same function builds it on every desk and on the server.
struct RecordState
{
    quint64 version = 0; // number of operations that took effect
    Fields fields;
    std::map<QString, FieldStamp> stamps;
    std::vector<OpId> openConflicts; // contenders kept beside the head
    friend bool operator==(const RecordState&, const RecordState&) = default;
};

struct MergeDecision
{
    Outcome outcome = Outcome::Applied;
    QStringList fields; // Merged: fields of others since the base; Conflict: fields in dispute
};

// The three-way rule, field by field. An author has seen everything up to base_version and all earlier operations of
// the own device; what other devices wrote after that is what it is held against: other fields -> Merged; same field
// and same value -> nothing to resolve; same field, other value -> Conflict (the whole operation waits as contender).
// Create on an existing record with other content is a Conflict. Resolve always applies. A base beyond the present
// version (a restored server has lost that history) counts as nothing seen.
[[nodiscard]] MergeDecision decide(const RecordState& state, const Operation& operation);

// Folds one operation in. Applied and Merged set the fields and raise the version; Conflict only lists the contender
// (a conflicting Create on an empty state, such as a duplicate patient, still makes the record). Resolve sets its
// fields and clears the contenders named in its field "resolves" (comma-separated op ids; "resolves" itself is not
// stored).
void apply(RecordState& state, const Operation& operation, Outcome outcome);

} // namespace sitebook
