// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/deidentify.h"
#include "core/exchange/exporters/exporter.h"

namespace sitebook {

// One patient with all the reports asked for.
struct Subject
{
    Patient patient;
    std::vector<Report> reports;
};

// Reads a RecordSource as patients and reports, or subject by subject, de-identified when the options say so. Holds one
// subject at a time.
class SubjectReader final
{
public:
    // Study and source must outlive the reader.
    SubjectReader(const StudyDefinition& study, RecordSource& source, const ExportOptions& options);

    // From the first record again.
    [[nodiscard]] Result<> rewind();
    [[nodiscard]] Result<bool> nextPatient(Patient& patient);
    [[nodiscard]] Result<bool> nextReport(Report& report, Patient& patient);
    // Patients: no reports are read. Reports: only subjects who have any. All: every patient. False at the end.
    // Error Internal when reports come in another order than their patients: nothing may be left out silently.
    [[nodiscard]] Result<bool> nextSubject(Subject& subject);

private:
    [[nodiscard]] Result<> fetchReport();
    [[nodiscard]] Result<> takeReports(Subject& subject);

    RecordSource& m_source;
    ExportContent m_content;
    std::optional<Deidentifier> m_deidentifier;
    bool m_started = false;
    bool m_hasReport = false; // a report read ahead
    Report m_report;
    Patient m_reportPatient;
};

// The creation time of an export, from its options.
[[nodiscard]] QDateTime createdAt(const ExportOptions& options);

} // namespace sitebook
