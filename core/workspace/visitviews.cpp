// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/visitviews.h"

#include <QHash>
#include <algorithm>

namespace sitebook {

VisitList::VisitList(std::vector<Row> rows)
    : m_rows(std::move(rows))
{
    std::sort(m_rows.begin(), m_rows.end(), [](const Row& a, const Row& b) {
        return std::tuple(a.visit.patient, a.visit.eventOid, a.visit.repeat, b.changedUtcMs, a.visit.recordId) <
               std::tuple(b.visit.patient, b.visit.eventOid, b.visit.repeat, a.changedUtcMs, b.visit.recordId);
    });
}

std::span<const VisitList::Row> VisitList::rowsOf(const RecordId& patient) const
{
    const auto before = [](const Row& row, const RecordId& id) { return row.visit.patient < id; };
    const auto first = std::lower_bound(m_rows.begin(), m_rows.end(), patient, before);
    const auto last = std::find_if(first, m_rows.end(), [&](const Row& row) { return row.visit.patient != patient; });
    return {first, last};
}

std::vector<Visit> VisitList::ofPatient(const RecordId& patient) const
{
    std::vector<Visit> visits;
    for (const Row& row : rowsOf(patient))
        visits.push_back(row.visit);
    return visits;
}

const Visit* VisitList::at(const RecordId& patient, const QString& eventOid, int repeat) const
{
    for (const Row& row : rowsOf(patient))
        if (row.visit.eventOid == eventOid && row.visit.repeat == repeat)
            return &row.visit;
    return nullptr;
}

int Casebook::patientsAt(VisitState state) const
{
    return static_cast<int>(
        std::count_if(rows.begin(), rows.end(), [state](const CasebookRow& row) { return row.state == state; }));
}

int Casebook::visitsAt(VisitState state) const
{
    int count = 0;
    for (const CasebookRow& row : rows)
        count += static_cast<int>(std::count_if(row.visits.begin(), row.visits.end(),
                                                [state](const ScheduledVisit& visit) { return visit.state == state; }));
    return count;
}

bool hasEnded(PatientStatus status)
{
    return status == PatientStatus::Withdrawn || status == PatientStatus::ScreenFailure ||
           status == PatientStatus::Completed;
}

Casebook makeCasebook(const StudyDefinition& study, const PatientList& patients, const ReportList& reports,
                      const VisitList& visits, QDate today)
{
    QHash<RecordId, std::vector<VisitReport>> begun;
    for (const ReportRow& row : reports)
        begun[row.patient].push_back({row.eventOid, row.formOid, row.repeat, row.status});
    Casebook casebook{today, {}};
    casebook.rows.reserve(patients.rows().size());
    for (const PatientRow& patient : patients.rows()) {
        const PatientCourse course{patient.consentDate, visits.ofPatient(patient.recordId),
                                   begun.value(patient.recordId), hasEnded(patient.status)};
        CasebookRow row{patient.recordId,
                        patient.patientId,
                        patient.name,
                        patient.searchKey,
                        patient.status,
                        visitSchedule(study, course, today),
                        {}};
        row.state = rollUp(row.visits);
        casebook.rows.push_back(std::move(row));
    }
    return casebook;
}

} // namespace sitebook
