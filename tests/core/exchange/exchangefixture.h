// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/exporters/exporter.h"
#include "core/exchange/importers/importer.h"
#include "core/study/readers/reader.h"

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QTest>

namespace sitebook::exchangetest {

using namespace Qt::StringLiterals;

inline QString sourceFile(const QString& path)
{
    return QStringLiteral(SITEBOOK_SOURCE_DIR) + u'/' + path;
}

// A file of the real data; empty when it is not there.
inline QString realFile(const QString& path)
{
    const QString folder = qEnvironmentVariable("SITEBOOK_TEST_DATA", QStringLiteral(SITEBOOK_TEST_DATA));
    const QString file = folder + u'/' + path;
    return !folder.isEmpty() && QFile::exists(file) ? file : QString();
}

inline std::shared_ptr<const StudyDefinition> studyFrom(const QString& path)
{
    const auto file = readStudyFile(sourceFile(path));
    if (!file)
        qFatal("%s", qPrintable(file.error().english()));
    return file->study;
}

// Records in memory, each report with the index of its patient.
class MemorySource final : public RecordSource
{
public:
    std::vector<Patient> patients;
    std::vector<std::pair<size_t, Report>> reports;

    Result<> rewind() override
    {
        m_patient = 0;
        m_report = 0;
        return {};
    }
    Result<bool> nextPatient(Patient& patient) override
    {
        if (m_patient >= patients.size())
            return false;
        patient = patients[m_patient++];
        return true;
    }
    Result<bool> nextReport(Report& report, Patient& patient) override
    {
        if (m_report >= reports.size())
            return false;
        report = reports[m_report].second;
        patient = patients[reports[m_report++].first];
        return true;
    }
    [[nodiscard]] qint64 patientCount() const override { return static_cast<qint64>(patients.size()); }
    [[nodiscard]] qint64 reportCount() const override { return static_cast<qint64>(reports.size()); }

    Patient& addPatient(const QString& id, const QString& name = {})
    {
        Patient patient;
        patient.recordId = RecordId::create();
        patient.patientId = PatientId(id);
        patient.name = name;
        patient.siteId = SiteId(u"701"_s);
        patients.push_back(patient);
        return patients.back();
    }
    // Of the last patient.
    Report& addReport(const QString& event, const QString& form, int repeat = 1)
    {
        Report report;
        report.recordId = RecordId::create();
        report.patient = patients.back().recordId;
        report.eventOid = event;
        report.formOid = form;
        report.repeat = repeat;
        report.status = ReportStatus::Complete;
        reports.emplace_back(patients.size() - 1, report);
        return reports.back().second;
    }

private:
    size_t m_patient = 0;
    size_t m_report = 0;
};

// What every format must carry unharmed: line breaks, quotes, formulas, accents, missing reasons, partial dates,
// repeats.
inline void fillTrial(MemorySource& source)
{
    Patient& first = source.addPatient(u"P001"_s, u"O'Keefe, Mar\u00EDa \"Mia\"; Jr."_s);
    first.dateOfBirth = PartialDate::parse(u"--12-15").value();
    first.sex = u"F"_s;
    first.status = PatientStatus::Enrolled;
    first.isEnrolled = true;
    first.consentDate = PartialDate::parse(u"2024-02-29").value();
    first.aliases = QStringList{u"01-701-1015"_s, u"=cmd|' /C calc'!A0"_s};
    Report& kinds = source.addReport(u"SE.V1"_s, u"F.KINDS"_s);
    kinds.reportDate = u"2024-03-01"_s;
    kinds.originator = u"patient"_s;
    kinds.items.set(u"IT.NOTE"_s, QString(u"=1+1, \"said\"\nsecond line\r\nthird\ttab \u4F60\u597D \U0001F600"_s));
    kinds.items.set(u"IT.WEIGHT"_s, QString(u"-1.10"_s));
    kinds.items.set(u"IT.COUNT"_s, FieldValue(MissingReason::NotDone));
    kinds.items.set(u"IT.ONSET"_s, QString(u"2003-12"_s));
    kinds.items.set(u"IT.VISITED"_s, QString(u"2024-03-01"_s));
    kinds.items.set(u"IT.TOLD"_s, QString(u"true"_s));
    Report& diary1 = source.addReport(u"SE.V1"_s, u"F.DIARY"_s, 1);
    diary1.items.set(u"IT.MOOD"_s, QString(u"1"_s));
    diary1.items.set(u"IT.REMARK"_s, QString(u".ND"_s));
    Report& diary2 = source.addReport(u"SE.V1"_s, u"F.DIARY"_s, 2);
    diary2.status = ReportStatus::Unverified;
    diary2.items.set(u"IT.MOOD"_s, QString(u"2"_s));
    diary2.items.set(u"IT.REMARK"_s, QString(u"'=quoted"_s));
    source.addPatient(u"P002"_s, u"Nobody, No"_s).status = PatientStatus::ScreenFailure;
    source.addPatient(u"P003"_s, u"Third, The"_s).siteId = SiteId(u"702"_s);
    Report& first3 = source.addReport(u"SE.UNS"_s, u"F.KINDS"_s, 1);
    first3.items.set(u"IT.NOTE"_s, FieldValue(MissingReason::IntentionallyBlank));
    Report& second3 = source.addReport(u"SE.UNS"_s, u"F.KINDS"_s, 2);
    second3.items.set(u"IT.AGE"_s, QString(u"93"_s));
    second3.items.set(u"IT.WEIGHT"_s, QString(u"+5"_s));
}

inline Result<QByteArray> exported(const QString& format, const StudyDefinition& study, RecordSource& source,
                                   const ExportOptions& options, ExportCounts* counts = nullptr)
{
    SB_TRY_ASSIGN(const Exporter* exporter, exporterNamed(format));
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    SB_TRY_ASSIGN(const ExportCounts written, exporter->write(study, source, options, buffer, {}, CancelToken()));
    if (counts)
        *counts = written;
    return buffer.data();
}

inline void writeFile(const QString& path, const QByteArray& content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

inline ImportContext contextFor(const std::shared_ptr<const StudyDefinition>& study)
{
    ImportContext context;
    context.study = study;
    context.defaultSite = SiteId(u"700"_s);
    context.findPatient = [](const QString&) { return RecordId(); };
    context.isTaken = [](const QString&) { return false; };
    return context;
}

inline ImportOptions importOptions()
{
    ImportOptions options;
    options.today = QDate(2025, 1, 15);
    return options;
}

inline Result<ImportPlan> plan(const QString& path, const ImportContext& context,
                               const ImportOptions& options = importOptions())
{
    return planImport(path, context, options, {}, CancelToken());
}

inline QStringList codes(const ImportPlan& imported)
{
    QStringList list;
    for (const ImportFinding& finding : imported.findings)
        list.append(finding.code);
    return list;
}

} // namespace sitebook::exchangetest
