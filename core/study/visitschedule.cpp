// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/visitschedule.h"

#include <algorithm>
#include <set>

namespace sitebook {

namespace {

// The first and the last day a date can be; null when the year is not known, or the day without its month.
struct Span
{
    QDate first;
    QDate last;
};

Span spanOf(const PartialDate& date)
{
    if (date.isComplete())
        return {date.date(), date.date()};
    if (!date.year() || date.day())
        return {};
    const QDate first(*date.year(), date.month().value_or(1), 1);
    return {first, date.month() ? first.addMonths(1).addDays(-1) : first.addYears(1).addDays(-1)};
}

Span spanOf(const QString& text)
{
    const Result<PartialDate> date = PartialDate::parse(text);
    return date ? spanOf(*date) : Span();
}

// By the window alone; Undated unless it is so whatever day day 0 was.
VisitState byWindow(const EventDef& event, const Span& zero, QDate today)
{
    if (!event.targetDay || zero.first.isNull())
        return VisitState::Undated;
    const Span target{zero.first.addDays(*event.targetDay), zero.last.addDays(*event.targetDay)};
    if (today < target.first.addDays(-event.windowBefore))
        return VisitState::Upcoming;
    if (today > target.last.addDays(event.windowAfter))
        return VisitState::Overdue;
    const bool surelyOpen = today >= target.last.addDays(-event.windowBefore);
    const bool surelyNotOver = today <= target.first.addDays(event.windowAfter);
    return surelyOpen && surelyNotOver ? VisitState::Due : VisitState::Undated;
}

// A plan holds until its day has surely passed, but does not stretch the window.
VisitState byPlan(VisitState window, const QString& plannedFor, QDate today)
{
    if (window == VisitState::Overdue)
        return window;
    const Span plan = spanOf(plannedFor);
    if (plan.last.isNull() || today <= plan.last)
        return VisitState::Planned;
    return window == VisitState::Due ? VisitState::Due : VisitState::Overdue;
}

bool isFinished(ReportStatus status)
{
    return status == ReportStatus::Complete || status == ReportStatus::Signed || status == ReportStatus::Locked;
}

bool isComplete(const EventDef& event, const std::vector<VisitReport>& reports)
{
    const auto finished = [](const VisitReport& report) { return isFinished(report.status); };
    const auto there = [&](const EventDef::FormRef& form) {
        const bool asked = form.mandatory && form.collectionExceptionConditionOid.isEmpty();
        return !asked || std::any_of(reports.begin(), reports.end(),
                                     [&](const VisitReport& report) { return report.formOid == form.formOid; });
    };
    return std::all_of(reports.begin(), reports.end(), finished) &&
           std::all_of(event.forms.begin(), event.forms.end(), there);
}

std::vector<VisitReport> begunAt(const EventDef& event, int repeat, const PatientCourse& course)
{
    std::vector<VisitReport> begun;
    for (const VisitReport& report : course.reports)
        if (report.eventOid == event.oid && report.repeat == repeat && report.status != ReportStatus::NotStarted)
            begun.push_back(report);
    return begun;
}

const Visit* recordedAt(const EventDef& event, int repeat, const PatientCourse& course)
{
    const auto found = std::find_if(course.visits.begin(), course.visits.end(), [&](const Visit& visit) {
        return !visit.voided && visit.eventOid == event.oid && visit.repeat == repeat;
    });
    return found == course.visits.end() ? nullptr : &*found;
}

// What was written down took place, whatever is said of the visit; then what was said; then the window.
VisitState stateOf(const EventDef& event, const std::vector<VisitReport>& begun, const Visit* recorded,
                   VisitState window, QDate today)
{
    if (!begun.empty())
        return isComplete(event, begun) ? VisitState::Complete : VisitState::Started;
    if (recorded == nullptr)
        return window;
    switch (recorded->status) {
    case VisitStatus::Planned:
        return byPlan(window, recorded->date, today);
    case VisitStatus::Occurred:
        return event.forms.empty() ? VisitState::Complete : VisitState::Started;
    case VisitStatus::Skipped:
        return VisitState::Skipped;
    case VisitStatus::DidNotOccur:
        break;
    }
    return VisitState::DidNotOccur;
}

ScheduledVisit visitOf(const EventDef& event, int repeat, const PatientCourse& course, QDate today)
{
    ScheduledVisit visit{event.oid, repeat, event.type, VisitState::Undated, {}, {}, {}, {}};
    // The target is that of the first repeat; nothing says when the next is expected.
    const Span zero =
        event.type == EventType::Scheduled && repeat == 1 && !course.ended ? spanOf(course.dayZero) : Span();
    if (event.targetDay && !zero.first.isNull()) {
        visit.earliest = zero.first.addDays(*event.targetDay - event.windowBefore);
        visit.latest = zero.last.addDays(*event.targetDay + event.windowAfter);
        if (zero.first == zero.last)
            visit.target = zero.first.addDays(*event.targetDay);
    }
    const Visit* recorded = recordedAt(event, repeat, course);
    if (recorded != nullptr)
        visit.date = recorded->date;
    visit.state = stateOf(event, begunAt(event, repeat, course), recorded, byWindow(event, zero, today), today);
    return visit;
}

std::set<int> repeatsOf(const EventDef& event, const PatientCourse& course)
{
    std::set<int> repeats;
    if (event.type == EventType::Scheduled)
        repeats.insert(1);
    for (const Visit& visit : course.visits)
        if (!visit.voided && visit.eventOid == event.oid)
            repeats.insert(visit.repeat);
    for (const VisitReport& report : course.reports)
        if (report.eventOid == event.oid && report.status != ReportStatus::NotStarted)
            repeats.insert(report.repeat);
    return repeats;
}

} // namespace

std::vector<ScheduledVisit> visitSchedule(const StudyDefinition& study, const PatientCourse& course, QDate today)
{
    std::vector<ScheduledVisit> visits;
    for (const EventDef& event : study.events)
        for (const int repeat : repeatsOf(event, course))
            visits.push_back(visitOf(event, repeat, course, today));
    return visits;
}

std::optional<VisitState> rollUp(const std::vector<ScheduledVisit>& visits)
{
    for (const VisitState state : visitStateOrder)
        if (std::any_of(visits.begin(), visits.end(), [&](const ScheduledVisit& each) { return each.state == state; }))
            return state;
    return std::nullopt;
}

} // namespace sitebook
