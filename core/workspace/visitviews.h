// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/visitschedule.h"
#include "core/workspace/views.h"

#include <array>
#include <memory>
#include <span>
#include <vector>

// Visits as screens read them: plain values and immutable snapshots, shared between threads.
namespace sitebook {

// What persons have said of visits, all patients', at one moment. Of two records of one visit (two desks, both offline)
// the one changed last comes first.
class VisitList final
{
public:
    struct Row
    {
        Visit visit;
        qint64 changedUtcMs = 0;
    };
    explicit VisitList(std::vector<Row> rows); // in any order
    [[nodiscard]] const std::vector<Row>& rows() const { return m_rows; }
    // By event, then repeat.
    [[nodiscard]] std::vector<Visit> ofPatient(const RecordId& patient) const;
    // Null: nothing was said of it.
    [[nodiscard]] const Visit* at(const RecordId& patient, const QString& eventOid, int repeat) const;

private:
    [[nodiscard]] std::span<const Row> rowsOf(const RecordId& patient) const;
    std::vector<Row> m_rows; // by patient, event, repeat; newest first
};

// One patient's line of the casebook: how each visit stands on a day.
struct CasebookRow
{
    RecordId patient;
    QString patientId;
    QString name; // empty without the identifier key
    QString searchKey;
    PatientStatus status = PatientStatus::Screening;
    std::vector<ScheduledVisit> visits; // in the study's order
    std::optional<VisitState> state;    // the most urgent of them
};

// Every patient's visits on one day, by identifier. Immutable.
struct Casebook
{
    QDate day;
    std::vector<CasebookRow> rows;
    // Patients whose most urgent visit stands so.
    [[nodiscard]] int patientsAt(VisitState state) const;
    // Visits that stand so, of all patients.
    [[nodiscard]] int visitsAt(VisitState state) const;
};

// Whether visits of a patient in this status are expected no more.
[[nodiscard]] bool hasEnded(PatientStatus status);

// Slow with many patients: on a worker. `today` must be valid.
[[nodiscard]] Casebook makeCasebook(const StudyDefinition& study, const PatientList& patients,
                                    const ReportList& reports, const VisitList& visits, QDate today);

} // namespace sitebook
