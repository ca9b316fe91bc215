// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/cancellation.h"
#include "core/base/result.h"
#include "core/model/patient.h"
#include "core/model/report.h"
#include "core/study/definition.h"

#include <QIODevice>
#include <memory>

namespace sitebook {

enum class ExportContent { Patients, Reports, All };

// Records to export, one after another, in a stable order (patients by identifier, then reports by patient, visit and
// form). Desk and server implement it; nothing is held in memory. Used on one worker thread. nextPatient and nextReport
// are two independent cursors over the same order of patients: an exporter may alternate between them.
class RecordSource
{
public:
    RecordSource() = default;
    RecordSource(const RecordSource&) = delete;
    RecordSource& operator=(const RecordSource&) = delete;
    virtual ~RecordSource() = default;

    // Starts again from the first patient or report.
    virtual Result<> rewind() = 0;
    // False at the end. `patient` is filled when true.
    virtual Result<bool> nextPatient(Patient& patient) = 0;
    // `patient` is the report's patient.
    virtual Result<bool> nextReport(Report& report, Patient& patient) = 0;
    [[nodiscard]] virtual qint64 patientCount() const = 0;
    [[nodiscard]] virtual qint64 reportCount() const = 0;
};

struct ExportOptions
{
    ExportContent content = ExportContent::All;
    bool byteOrderMark = false; // CSV: UTF-8 BOM, which spreadsheet programs need
    bool defuseFormulas = true; // CSV: a leading = + - @ TAB CR in a text cell gets an apostrophe
    bool decodeAnswers = false; // words instead of codes, in `language`
    QString language = QStringLiteral("en");
    bool deidentify = false; // Safe Harbour: see deidentify.h; every exporter applies it
    QString scope;           // what the source was narrowed to, in words ("site 701"); for the manifest
    QString exportedBy;      // user name, for the file's own header
    qint64 nowUtcMs = 0;     // creation time written into the file
};

struct ExportCounts
{
    qint64 patients = 0;
    qint64 reports = 0;
    qint64 rows = 0; // lines of CSV without header; records in other formats
    QStringList columns;
};

// One format. Adding a format adds one file: the class and its line in registry.cpp.
class Exporter
{
public:
    Exporter() = default;
    Exporter(const Exporter&) = delete;
    Exporter& operator=(const Exporter&) = delete;
    virtual ~Exporter() = default;

    [[nodiscard]] virtual QString name() const = 0;          // "csv": command line and HTTP
    [[nodiscard]] virtual Message title() const = 0;         // "CSV table"
    [[nodiscard]] virtual Message purpose() const = 0;       // one sentence: what it is good for
    [[nodiscard]] virtual QString fileExtension() const = 0; // "csv"
    [[nodiscard]] virtual QString mimeType() const = 0;
    // Streams to the device in constant memory. Errors: Cancelled, DiskFull / NotWritable / Storage of the device, and
    // those of the source. What was written so far is for the caller to throw away.
    [[nodiscard]] virtual Result<ExportCounts> write(const StudyDefinition& study, RecordSource& records,
                                                     const ExportOptions& options, QIODevice& device,
                                                     const Progress& progress, const CancelToken& cancel) const = 0;
};

// All formats, in menu order. A name nobody has: Error Unsupported "Unsupported format".
[[nodiscard]] const std::vector<std::unique_ptr<Exporter>>& exporters();
[[nodiscard]] Result<const Exporter*> exporterNamed(QStringView name);

} // namespace sitebook
