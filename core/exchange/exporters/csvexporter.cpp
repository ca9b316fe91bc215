// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/exporters/csvexporter.h"

#include "core/exchange/exporters/csvtable.h"
#include "core/exchange/exporters/output.h"
#include "core/exchange/exporters/subjectreader.h"
#include "core/exchange/steps.h"

using namespace Qt::StringLiterals;

namespace sitebook {

namespace {

qint64 recordTotal(const RecordSource& records, ExportContent content)
{
    return (content == ExportContent::Reports ? 0 : records.patientCount()) +
           (content == ExportContent::Patients ? 0 : records.reportCount());
}

// The lines of one subject.
Result<> appendSubject(const CsvTable& table, const Subject& subject, ExportContent content, Output& out, Steps& steps,
                       ExportCounts& counts)
{
    ++counts.patients;
    if (content != ExportContent::Reports) {
        SB_TRY(steps.step());
    }
    if (subject.reports.empty()) {
        counts.rows += table.appendRows(out.bytes(), subject.patient, nullptr);
    }
    for (const Report& report : subject.reports) {
        SB_TRY(steps.step());
        counts.rows += table.appendRows(out.bytes(), subject.patient, &report);
        ++counts.reports;
        SB_TRY(out.relieve());
    }
    return out.relieve();
}

} // namespace

QString CsvExporter::name() const
{
    return u"csv"_s;
}

Message CsvExporter::title() const
{
    return QT_TRANSLATE_NOOP("messages", "CSV table");
}

Message CsvExporter::purpose() const
{
    return QT_TRANSLATE_NOOP("messages", "One line per patient or report, for spreadsheets and statistics programs.");
}

QString CsvExporter::fileExtension() const
{
    return u"csv"_s;
}

QString CsvExporter::mimeType() const
{
    return u"text/csv; charset=utf-8"_s;
}

Result<ExportCounts> CsvExporter::write(const StudyDefinition& study, RecordSource& records,
                                        const ExportOptions& options, QIODevice& device, const Progress& progress,
                                        const CancelToken& cancel) const
{
    SubjectReader reader(study, records, options);
    SB_TRY(reader.rewind());
    const CsvTable table(study, options);
    Output out(device);
    Steps steps(progress, cancel, recordTotal(records, options.content));
    ExportCounts counts;
    counts.columns = table.header();
    table.appendHeader(out.bytes());
    Subject subject;
    for (;;) {
        SB_TRY_ASSIGN(const bool found, reader.nextSubject(subject));
        if (!found)
            break;
        SB_TRY(appendSubject(table, subject, options.content, out, steps, counts));
    }
    SB_TRY(out.flush());
    steps.finish();
    return counts;
}

} // namespace sitebook
