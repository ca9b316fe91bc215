// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/exporters/subjectreader.h"

namespace sitebook {

namespace {

bool same(const Patient& a, const Patient& b)
{
    return a.recordId == b.recordId && a.patientId == b.patientId;
}

} // namespace

SubjectReader::SubjectReader(const StudyDefinition& study, RecordSource& source, const ExportOptions& options)
    : m_source(source)
    , m_content(options.content)
{
    if (options.deidentify)
        m_deidentifier.emplace(study, createdAt(options).date());
}

Result<> SubjectReader::rewind()
{
    m_started = false;
    m_hasReport = false;
    return m_source.rewind();
}

Result<bool> SubjectReader::nextPatient(Patient& patient)
{
    SB_TRY_ASSIGN(const bool found, m_source.nextPatient(patient));
    if (found && m_deidentifier)
        patient = m_deidentifier->patient(patient);
    return found;
}

Result<bool> SubjectReader::nextReport(Report& report, Patient& patient)
{
    SB_TRY_ASSIGN(const bool found, m_source.nextReport(report, patient));
    if (found && m_deidentifier) {
        patient = m_deidentifier->patient(patient);
        report = m_deidentifier->report(report);
    }
    return found;
}

Result<> SubjectReader::fetchReport()
{
    SB_TRY_ASSIGN(m_hasReport, nextReport(m_report, m_reportPatient));
    return {};
}

Result<> SubjectReader::takeReports(Subject& subject)
{
    while (m_hasReport && same(m_reportPatient, subject.patient)) {
        subject.reports.push_back(std::move(m_report));
        SB_TRY(fetchReport());
    }
    return {};
}

Result<bool> SubjectReader::nextSubject(Subject& subject)
{
    subject.reports.clear();
    if (!m_started && m_content != ExportContent::Patients) {
        SB_TRY(fetchReport());
    }
    m_started = true;
    if (m_content == ExportContent::Reports) {
        if (!m_hasReport)
            return false;
        subject.patient = m_reportPatient;
        SB_TRY(takeReports(subject));
        return true;
    }
    SB_TRY_ASSIGN(const bool found, nextPatient(subject.patient));
    if (!found && m_hasReport) {
        return fail(ErrorCode::Internal,
                    QT_TRANSLATE_NOOP("messages",
                                      "Reports came in another order than their patients; the export was stopped."));
    }
    if (found) {
        SB_TRY(takeReports(subject));
    }
    return found;
}

QDateTime createdAt(const ExportOptions& options)
{
    return QDateTime::fromMSecsSinceEpoch(options.nowUtcMs, Qt::UTC);
}

} // namespace sitebook
