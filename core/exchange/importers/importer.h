// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/cancellation.h"
#include "core/base/result.h"
#include "core/model/finding.h"
#include "core/model/patient.h"
#include "core/model/report.h"
#include "core/study/definition.h"

#include <QHash>
#include <functional>
#include <memory>

namespace sitebook {

// What was found wrong or strange in a file, at its place. Stable keys of `sitebook import --json`.
struct ImportFinding
{
    Severity severity = Severity::Error; // Error: the record is rejected; Warning: imported and flagged
    QString where;                       // "row 12" / "line 40" / "rows[128]"
    QString patient;                     // identifier in the source
    QString visit;
    QString item;
    QString code; // "identifier", "duplicate", "unknown_patient", "code_list", "score", "date", "required", ...
    Message message;
};

// One patient or report read from a file, not yet stored. `sourceId` is the source's patient identifier.
struct ImportedPatient
{
    Patient patient;
    QString where;
};
struct ImportedReport
{
    Report report; // report.patient is null here
    QString sourceId;
    QString where;
};

struct ImportPlan
{
    QString format;  // "Dataset-JSON DM", "CSV patients (Synthea)", ...
    qint64 read = 0; // records of the source: patients, or answers grouped into reports
    std::vector<ImportedPatient> patients;
    std::vector<ImportedReport> reports;
    std::vector<ImportFinding> findings;
    qint64 rejected = 0; // records of `read` that are not in the plan, each with a finding
    qint64 answers = 0;  // answers in the accepted reports, recorded scores included
};

struct ImportOptions
{
    bool assignIdentifiers = false; // give the study's next free identifier, keep the source's as alias
    QString studyEventOid;          // for files that name no visit; empty: as the file says
    QString language = QStringLiteral("en");
    QDate today;
};

// What the importer may ask about what is already there.
struct ImportContext
{
    std::shared_ptr<const StudyDefinition> study;
    SiteId defaultSite;
    // Record of the patient known by this identifier or alias; null when unknown.
    std::function<RecordId(const QString& identifierOrAlias)> findPatient;
    // True when the identifier is taken.
    std::function<bool(const QString& identifier)> isTaken;
};

// Reads a file whole and plans what would be stored; nothing is stored here (a dry run is just this). The format is
// found from the content: Dataset-JSON 1.1 (.json, .ndjson; DM / ADSL as patients, QS-class domains as reports), CSV
// patients (Synthea's patients.csv, our own export), CSV data of a REDCap project, our own JSON and ODM exports.
// Errors: Unreadable with line and column for a truncated or binary file; Unsupported for an unknown layout; NotFound.
// Patients in the plan have fresh record ids; reports refer to patients of the plan, or of earlier files, by sourceId.
[[nodiscard]] Result<ImportPlan> planImport(const QString& path, const ImportContext& context,
                                            const ImportOptions& options, const Progress& progress,
                                            const CancelToken& cancel);

} // namespace sitebook
