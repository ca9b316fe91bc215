// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/partialdate.h"
#include "core/model/report.h"
#include "core/model/visit.h"
#include "core/study/definition.h"

#include <QDate>
#include <array>
#include <vector>

namespace sitebook {

// Where a visit stands on a given day. README.md says how each comes about.
enum class VisitState { Overdue, Due, Started, Planned, Undated, Upcoming, Complete, Skipped, DidNotOccur };

// The order of urgency: of several visits, the first of these that any of them has speaks for all.
inline constexpr std::array<VisitState, 9> visitStateOrder{
    VisitState::Overdue,  VisitState::Due,      VisitState::Started, VisitState::Planned,    VisitState::Undated,
    VisitState::Upcoming, VisitState::Complete, VisitState::Skipped, VisitState::DidNotOccur};

// What the schedule needs to know of a report.
struct VisitReport
{
    QString eventOid;
    QString formOid;
    int repeat = 1;
    ReportStatus status = ReportStatus::NotStarted;
};

// One patient's course so far; voided records are passed over.
struct PatientCourse
{
    PartialDate dayZero; // the study's day 0 for this patient; empty: not known
    std::vector<Visit> visits;
    std::vector<VisitReport> reports; // without voided ones
    bool ended = false;               // the patient left or never entered the study: no visit is expected any more
};

// One visit of one patient. The dates are those possible: where day 0 is known to the month only, `earliest` is counted
// from its first day and `latest` from its last. Null where nothing says.
struct ScheduledVisit
{
    QString eventOid;
    int repeat = 1;
    EventType type = EventType::Scheduled;
    VisitState state = VisitState::Undated;
    QDate target; // only where day 0 is a whole date
    QDate earliest;
    QDate latest;
    QString date; // ISO; as recorded: the day it took place or is planned for

    friend bool operator==(const ScheduledVisit&, const ScheduledVisit&) = default;
};

// The patient's visits in the study's order, repeats in theirs. A scheduled event is always there; another one only
// where something of it was recorded. `today` must be valid. Pure; any thread.
[[nodiscard]] std::vector<ScheduledVisit> visitSchedule(const StudyDefinition& study, const PatientCourse& course,
                                                        QDate today);

// What stands for all of them, by visitStateOrder; nothing of no visits.
[[nodiscard]] std::optional<VisitState> rollUp(const std::vector<ScheduledVisit>& visits);

} // namespace sitebook
