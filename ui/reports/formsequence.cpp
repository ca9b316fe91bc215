// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/formsequence.h"

#include "core/workspace/visitviews.h"

#include <QSet>
#include <algorithm>

namespace sitebook {

namespace {

bool planned(const StudyDefinition& study, const ReportRow& row)
{
    const EventDef* event = study.event(row.eventOid);
    return event && std::any_of(event->forms.begin(), event->forms.end(),
                                [&row](const EventDef::FormRef& form) { return form.formOid == row.formOid; });
}

void addPlaces(std::vector<FormPlace>& places, const EventDef& event, const EventDef::FormRef& form, bool repeating,
               const std::vector<ReportRow>& reports)
{
    std::vector<ReportRow> existing;
    std::copy_if(reports.begin(), reports.end(), std::back_inserter(existing),
                 [&](const ReportRow& row) { return row.eventOid == event.oid && row.formOid == form.formOid; });
    std::sort(existing.begin(), existing.end(),
              [](const ReportRow& a, const ReportRow& b) { return a.repeat < b.repeat; });
    for (const ReportRow& row : existing)
        places.push_back({event.oid, form.formOid, row.repeat, row, form.mandatory});
    if (existing.empty() || repeating)
        places.push_back(
            {event.oid, form.formOid, existing.empty() ? 1 : existing.back().repeat + 1, std::nullopt, form.mandatory});
}

} // namespace

std::vector<FormPlace> placesOf(const StudyDefinition& study, const std::vector<ReportRow>& reports)
{
    std::vector<FormPlace> places;
    for (const EventDef& event : study.events) {
        for (const EventDef::FormRef& form : event.forms) {
            const FormDef* definition = study.form(form.formOid);
            if (definition)
                addPlaces(places, event, form, event.repeating || definition->repeating, reports);
        }
    }
    for (const ReportRow& row : reports)
        if (!planned(study, row))
            places.push_back({row.eventOid, row.formOid, row.repeat, row, false});
    return places;
}

std::optional<FormPlace> nextPlace(const std::vector<FormPlace>& places, const QString& eventOid,
                                   const QString& formOid, int repeat)
{
    const auto here = std::find_if(places.begin(), places.end(), [&](const FormPlace& place) {
        return place.eventOid == eventOid && place.formOid == formOid && place.repeat == repeat;
    });
    if (here == places.end())
        return std::nullopt;
    const auto wanted = [](const FormPlace& place) {
        return place.report ? place.report->status < ReportStatus::Complete : place.repeat == 1 && place.mandatory;
    };
    const auto next = std::find_if(here + 1, places.end(), wanted);
    return next == places.end() ? std::nullopt : std::optional(*next);
}

RecordId nextPatient(const PatientList& patients, const ReportList& reports, const RecordId& patient,
                     const FormPlace& place)
{
    QSet<RecordId> done;
    for (const ReportRow& row : reports)
        if (row.eventOid == place.eventOid && row.formOid == place.formOid && row.repeat == place.repeat &&
            row.status >= ReportStatus::Complete)
            done.insert(row.patient);
    const PatientRow* here = patients.find(patient);
    const PatientRow* next = nullptr;
    for (const PatientRow& row : patients.rows()) {
        const bool after = here != nullptr && row.patientId > here->patientId;
        if (after && !hasEnded(row.status) && !done.contains(row.recordId) &&
            (next == nullptr || row.patientId < next->patientId))
            next = &row;
    }
    return next == nullptr ? RecordId() : next->recordId;
}

} // namespace sitebook
