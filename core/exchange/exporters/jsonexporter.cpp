// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/exporters/jsonexporter.h"

#include "core/exchange/exporters/output.h"
#include "core/exchange/exporters/subjectreader.h"
#include "core/exchange/recordjson.h"
#include "core/exchange/steps.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace sitebook {

namespace {

QByteArray compact(const QJsonObject& object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

// The opening up to the first list; written by hand because Qt's writer holds the whole document.
QByteArray head(const StudyDefinition& study, const ExportOptions& options)
{
    const QJsonObject studyObject{{u"oid"_s, study.studyOid},
                                  {u"name"_s, study.studyName},
                                  {u"versionOid"_s, study.versionOid},
                                  {u"versionName"_s, study.versionName}};
    const QJsonObject rest{{u"exportedBy"_s, options.exportedBy},
                           {u"program"_s, QStringLiteral("Sitebook " SITEBOOK_VERSION)},
                           {u"deidentified"_s, options.deidentify}};
    QByteArray bytes = "{\"study\":" + compact(studyObject) + ",\n\"exportedAt\":\"" +
                       createdAt(options).toString(Qt::ISODateWithMs).toLatin1() + "\",\n";
    bytes += compact(rest).mid(1).chopped(1) + ",\n\"patients\":[";
    return bytes;
}

void appendRecord(QByteArray& out, const QJsonObject& record, bool first)
{
    out += first ? "\n" : ",\n";
    out += compact(record);
}

Result<> writePatients(SubjectReader& reader, Output& out, Steps& steps, ExportCounts& counts)
{
    Patient patient;
    for (;;) {
        SB_TRY_ASSIGN(const bool found, reader.nextPatient(patient));
        if (!found)
            return {};
        SB_TRY(steps.step());
        appendRecord(out.bytes(), patientJson(patient), counts.patients == 0);
        ++counts.patients;
        SB_TRY(out.relieve());
    }
}

Result<> writeReports(SubjectReader& reader, Output& out, Steps& steps, ExportCounts& counts)
{
    Report report;
    Patient patient;
    for (;;) {
        SB_TRY_ASSIGN(const bool found, reader.nextReport(report, patient));
        if (!found)
            return {};
        SB_TRY(steps.step());
        appendRecord(out.bytes(), reportJson(report, patient.patientId), counts.reports == 0);
        ++counts.reports;
        SB_TRY(out.relieve());
    }
}

} // namespace

QString JsonExporter::name() const
{
    return u"json"_s;
}

Message JsonExporter::title() const
{
    return QT_TRANSLATE_NOOP("messages", "JSON");
}

Message JsonExporter::purpose() const
{
    return QT_TRANSLATE_NOOP(
        "messages", "Every value as it was recorded, for programs and for moving records to another workspace.");
}

QString JsonExporter::fileExtension() const
{
    return u"json"_s;
}

QString JsonExporter::mimeType() const
{
    return u"application/json"_s;
}

Result<ExportCounts> JsonExporter::write(const StudyDefinition& study, RecordSource& records,
                                         const ExportOptions& options, QIODevice& device, const Progress& progress,
                                         const CancelToken& cancel) const
{
    const bool patients = options.content != ExportContent::Reports;
    const bool reports = options.content != ExportContent::Patients;
    SubjectReader reader(study, records, options);
    SB_TRY(reader.rewind());
    Output out(device);
    Steps steps(progress, cancel, (patients ? records.patientCount() : 0) + (reports ? records.reportCount() : 0));
    ExportCounts counts;
    out.bytes() += head(study, options);
    if (patients) {
        SB_TRY(writePatients(reader, out, steps, counts));
    }
    out.bytes() += "\n],\n\"reports\":[";
    if (reports) {
        SB_TRY(writeReports(reader, out, steps, counts));
    }
    out.bytes() += "\n]}\n";
    SB_TRY(out.flush());
    steps.finish();
    counts.rows = counts.patients + counts.reports;
    return counts;
}

} // namespace sitebook
