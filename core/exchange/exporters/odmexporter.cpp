// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/exporters/odmexporter.h"

#include "core/exchange/exporters/odmsubjects.h"
#include "core/exchange/exporters/output.h"
#include "core/exchange/recordforms.h"
#include "core/exchange/steps.h"
#include "core/study/odmwriter.h"

#include <QBuffer>
#include <QSet>

using namespace Qt::StringLiterals;

namespace sitebook {

namespace {

// One export: stages XML in a block of memory and hands the block on after each subject.
class OdmRun final
{
public:
    OdmRun(const StudyDefinition& study, RecordSource& records, const ExportOptions& options, QIODevice& device)
        : m_study(withRecordForms(study, options.deidentify))
        , m_options(options)
        , m_reader(study, records, options)
        , m_output(device)
    {
        m_stage.open(QIODevice::WriteOnly);
        m_xml.setDevice(&m_stage);
        m_xml.setAutoFormatting(true);
        m_xml.setAutoFormattingIndent(1);
    }

    Result<ExportCounts> run(Steps& steps, const CancelToken& cancel)
    {
        SB_TRY(collectSites(cancel));
        start();
        writeStudy(m_xml, m_study);
        writeSites();
        SB_TRY(writeSubjects(steps));
        m_xml.writeEndElement();
        m_xml.writeEndDocument();
        SB_TRY(drain());
        SB_TRY(m_output.flush());
        m_counts.rows = m_counts.patients + m_counts.reports;
        return m_counts;
    }

private:
    // AdminData stands before the first subject, so the sites are read ahead; there are few.
    Result<> collectSites(const CancelToken& cancel)
    {
        SB_TRY(m_reader.rewind());
        Patient patient;
        for (;;) {
            if (cancel.isCancelled())
                return fail(ErrorCode::Cancelled, QT_TRANSLATE_NOOP("messages", "Cancelled. Nothing was changed."));
            SB_TRY_ASSIGN(const bool found, m_reader.nextPatient(patient));
            if (!found)
                break;
            if (!patient.siteId.isEmpty())
                m_sites.insert(patient.siteId.toString());
        }
        return m_reader.rewind();
    }

    void start()
    {
        const QString now = createdAt(m_options).toString(Qt::ISODate);
        m_xml.writeStartDocument();
        m_xml.writeStartElement(u"ODM"_s);
        m_xml.writeDefaultNamespace(u"http://www.cdisc.org/ns/odm/v1.3"_s);
        m_xml.writeAttribute(u"ODMVersion"_s, u"1.3.2"_s);
        m_xml.writeAttribute(u"FileType"_s, u"Snapshot"_s);
        m_xml.writeAttribute(u"Granularity"_s, u"All"_s);
        m_xml.writeAttribute(u"FileOID"_s,
                             xmlText(u"SB."_s + m_study.studyOid + u'.' + QString::number(m_options.nowUtcMs)));
        m_xml.writeAttribute(u"CreationDateTime"_s, now);
        m_xml.writeAttribute(u"AsOfDateTime"_s, now);
        if (!m_options.exportedBy.isEmpty())
            m_xml.writeAttribute(u"Originator"_s, xmlText(m_options.exportedBy));
        m_xml.writeAttribute(u"SourceSystem"_s, recordforms::program);
        m_xml.writeAttribute(u"SourceSystemVersion"_s, QStringLiteral(SITEBOOK_VERSION));
    }

    void writeSites()
    {
        if (m_sites.isEmpty())
            return;
        QStringList sites(m_sites.begin(), m_sites.end());
        sites.sort();
        m_xml.writeStartElement(u"AdminData"_s);
        m_xml.writeAttribute(u"StudyOID"_s, m_study.studyOid);
        for (const QString& site : sites) {
            m_xml.writeStartElement(u"Location"_s);
            m_xml.writeAttribute(u"OID"_s, OdmSubjects::locationOid(SiteId(site)));
            m_xml.writeAttribute(u"Name"_s, xmlText(site));
            m_xml.writeAttribute(u"LocationType"_s, u"Site"_s);
            m_xml.writeEmptyElement(u"MetaDataVersionRef"_s);
            m_xml.writeAttribute(u"StudyOID"_s, m_study.studyOid);
            m_xml.writeAttribute(u"MetaDataVersionOID"_s, m_study.versionOid);
            m_xml.writeAttribute(u"EffectiveDate"_s, createdAt(m_options).date().toString(Qt::ISODate));
            m_xml.writeEndElement();
        }
        m_xml.writeEndElement();
    }

    Result<> writeSubjects(Steps& steps)
    {
        m_xml.writeStartElement(u"ClinicalData"_s);
        m_xml.writeAttribute(u"StudyOID"_s, m_study.studyOid);
        m_xml.writeAttribute(u"MetaDataVersionOID"_s, m_study.versionOid);
        OdmSubjects writer(m_study, m_xml, m_options.content != ExportContent::Reports);
        Subject subject;
        for (;;) {
            SB_TRY_ASSIGN(const bool found, m_reader.nextSubject(subject));
            if (!found)
                break;
            for (size_t i = 0; i < subject.reports.size() + 1; ++i) {
                SB_TRY(steps.step());
            }
            ++m_counts.patients;
            m_counts.reports += static_cast<qint64>(subject.reports.size());
            writer.write(subject);
            SB_TRY(drain());
        }
        m_xml.writeEndElement();
        return {};
    }

    Result<> drain()
    {
        m_output.bytes() += m_stage.buffer();
        m_stage.buffer().resize(0);
        m_stage.seek(0);
        return m_output.relieve();
    }

    StudyDefinition m_study;
    const ExportOptions& m_options;
    SubjectReader m_reader;
    Output m_output;
    QBuffer m_stage;
    QXmlStreamWriter m_xml;
    QSet<QString> m_sites;
    ExportCounts m_counts;
};

} // namespace

QString OdmExporter::name() const
{
    return u"xml"_s;
}

Message OdmExporter::title() const
{
    return QT_TRANSLATE_NOOP("messages", "ODM-XML 1.3.2");
}

Message OdmExporter::purpose() const
{
    return QT_TRANSLATE_NOOP(
        "messages", "Study definition and records in the CDISC standard, for archives and other study systems.");
}

QString OdmExporter::fileExtension() const
{
    return u"xml"_s;
}

QString OdmExporter::mimeType() const
{
    return u"application/xml"_s;
}

Result<ExportCounts> OdmExporter::write(const StudyDefinition& study, RecordSource& records,
                                        const ExportOptions& options, QIODevice& device, const Progress& progress,
                                        const CancelToken& cancel) const
{
    const qint64 reports = options.content == ExportContent::Patients ? 0 : records.reportCount();
    Steps steps(progress, cancel, records.patientCount() + reports);
    OdmRun run(study, records, options, device);
    SB_TRY_ASSIGN(ExportCounts counts, run.run(steps, cancel));
    steps.finish();
    return counts;
}

} // namespace sitebook
