// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/finding.h"
#include "core/model/query.h"
#include "core/model/visit.h"
#include "core/study/visitschedule.h"
#include "core/workspace/views.h"
#include "ui/theme/colours.h"

// What a state is called, which shape it has and which tone: one table for every screen. Texts are in the language of
// the person at the moment of asking.
namespace sitebook::statetexts {

[[nodiscard]] QString iconName(ReportStatus status);
[[nodiscard]] QString text(ReportStatus status);
[[nodiscard]] Tone tone(ReportStatus status);

[[nodiscard]] QString iconName(DeliveryState state);
[[nodiscard]] QString text(DeliveryState state);
[[nodiscard]] Tone tone(DeliveryState state);

[[nodiscard]] QString iconName(PatientStatus status);
[[nodiscard]] QString text(PatientStatus status);
[[nodiscard]] Tone tone(PatientStatus status);

[[nodiscard]] QString iconName(VisitStatus status);
[[nodiscard]] QString text(VisitStatus status);
[[nodiscard]] Tone tone(VisitStatus status);

[[nodiscard]] QString iconName(VisitState state);
[[nodiscard]] QString text(VisitState state);
[[nodiscard]] Tone tone(VisitState state);

[[nodiscard]] QString iconName(QueryStatus status);
[[nodiscard]] QString text(QueryStatus status);
[[nodiscard]] Tone tone(QueryStatus status);

[[nodiscard]] QString iconName(QueryType type);
[[nodiscard]] QString text(QueryType type);
[[nodiscard]] Tone tone(QueryType type);

[[nodiscard]] QString iconName(QueueItem::State state);
[[nodiscard]] QString text(QueueItem::State state);
[[nodiscard]] Tone tone(QueueItem::State state);

[[nodiscard]] QString iconName(Severity severity);
[[nodiscard]] QString text(Severity severity);
[[nodiscard]] Tone tone(Severity severity);

[[nodiscard]] QString iconName(SyncPhase phase);
[[nodiscard]] QString text(SyncPhase phase);
[[nodiscard]] Tone tone(SyncPhase phase);

// The delivery words of one operation: "queued", "sending", "acked", "confirmed", "conflict", "quarantined".
[[nodiscard]] QString opIconName(QStringView state);
[[nodiscard]] QString opText(QStringView state);
[[nodiscard]] Tone opTone(QStringView state);

[[nodiscard]] QString text(Role role);
[[nodiscard]] QString text(OpType type);
[[nodiscard]] QString iconName(OpType type);
[[nodiscard]] QString text(Entity entity);
[[nodiscard]] QString iconName(Entity entity);
[[nodiscard]] QString text(MissingReason reason);
// "M", "F", "U", "UNDIFFERENTIATED" of the CDISC code list; empty stays empty.
[[nodiscard]] QString sexText(QStringView code);
// A field of a patient ("dateOfBirth") or of a report as people call it; item OIDs are the study's to name.
[[nodiscard]] QString fieldText(QStringView fieldName);

// All three together.
struct Look
{
    QString icon;
    QString text;
    Tone tone = Tone::Neutral;
};
template <class State>
[[nodiscard]] Look look(State state)
{
    return {iconName(state), text(state), tone(state)};
}

} // namespace sitebook::statetexts
