// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/importrun.h"

#include "core/store/recordreader.h"
#include "core/workspace/localpatientservice.h"

#include <QFileInfo>

namespace sitebook {

namespace {

constexpr size_t chunk = 200; // records in one write

ImportSummary summaryOf(const ImportPlan& plan, const QString& file)
{
    ImportSummary summary;
    summary.file = QFileInfo(file).fileName();
    summary.format = plan.format;
    summary.read = plan.read;
    summary.patients = static_cast<qint64>(plan.patients.size());
    summary.reports = static_cast<qint64>(plan.reports.size());
    summary.imported = summary.patients + summary.reports;
    summary.rejected = plan.rejected;
    summary.answers = plan.answers;
    for (const ImportFinding& finding : plan.findings)
        summary.findings.push_back(
            {finding.severity, finding.where, finding.patient, finding.visit, finding.item, finding.code, finding.message});
    return summary;
}

} // namespace

Result<std::vector<ImportSummary>> ImportRun::run(const Progress& progress, const CancelToken& cancel)
{
    SB_TRY(loadKnown());
    for (const QString& file : m_request.files) {
        SB_TRY(plan(file, progress, cancel));
    }
    std::vector<ImportSummary> summaries;
    for (size_t i = 0; i < m_plans.size(); ++i) {
        const QString& file = m_request.files.at(static_cast<qsizetype>(i));
        if (!m_request.dryRun) {
            SB_TRY(store(m_plans[i], progress, cancel));
        }
        summaries.push_back(summaryOf(m_plans[i], file));
    }
    return summaries;
}

Result<> ImportRun::loadKnown()
{
    SB_TRY_ASSIGN(const ReaderPool::Reader reader, m_core.store->readers().take());
    return RecordReader(reader.database(), m_core.store->context()).eachPatient([this](RecordReader::PatientHead&& head) {
        if (head.patient.voided)
            return true;
        m_known.insert(head.patient.patientId.toString(), head.patient.recordId);
        m_taken.insert(head.patient.patientId.toString());
        for (const QString& alias : head.patient.aliases)
            m_known.insert(alias, head.patient.recordId);
        return true;
    });
}

Result<> ImportRun::plan(const QString& file, const Progress& progress, const CancelToken& cancel)
{
    ImportContext context;
    context.study = m_core.study;
    context.defaultSite = m_core.info.site;
    context.findPatient = [this](const QString& identifier) { return m_known.value(identifier); };
    context.isTaken = [this](const QString& identifier) { return m_taken.contains(identifier); };
    ImportOptions options;
    options.assignIdentifiers = m_request.assignIdentifiers;
    options.studyEventOid = m_request.studyEventOid;
    options.today = QDate::currentDate();
    SB_TRY_ASSIGN(ImportPlan planned, planImport(file, context, options, progress, cancel));
    for (const ImportedPatient& imported : planned.patients) {
        m_known.insert(imported.patient.patientId.toString(), imported.patient.recordId);
        m_taken.insert(imported.patient.patientId.toString());
        for (const QString& alias : imported.patient.aliases)
            m_known.insert(alias, imported.patient.recordId);
    }
    attachReports(planned);
    m_plans.push_back(std::move(planned));
    return {};
}

void ImportRun::attachReports(ImportPlan& plan)
{
    for (ImportedReport& imported : plan.reports) {
        if (imported.report.patient.isNull())
            imported.report.patient = m_known.value(imported.sourceId);
        if (imported.report.originator.isEmpty())
            imported.report.originator = QStringLiteral("import");
    }
}

Result<> ImportRun::store(const ImportPlan& plan, const Progress& progress, const CancelToken& cancel)
{
    SB_TRY(storePatients(plan, progress, cancel));
    SB_TRY(enqueueReports(plan));
    Fields facts;
    facts.set(action::key, action::importData);
    facts.set(QStringLiteral("format"), plan.format);
    facts.set(QStringLiteral("patients"), QString::number(plan.patients.size()));
    facts.set(QStringLiteral("reports"), QString::number(plan.reports.size()));
    facts.set(QStringLiteral("rejected"), QString::number(plan.rejected));
    return m_core.appendEvent(facts).result();
}

// All patients of a file in one write: all or nothing.
Result<> ImportRun::storePatients(const ImportPlan& plan, const Progress& progress, const CancelToken& cancel)
{
    if (plan.patients.empty())
        return {};
    std::vector<std::pair<Operation, Patient>> work;
    for (const ImportedPatient& imported : plan.patients)
        work.emplace_back(m_core.operation(Entity::Patient, OpType::Create, imported.patient.recordId, QStringLiteral("patient/1")),
                          imported.patient);
    const auto total = static_cast<qint64>(work.size());
    return m_core.store->writer()
        .write<void>([work = std::move(work), total, progress, cancel](WriteScope& scope) -> Result<> {
            qint64 done = 0;
            for (const auto& [op, patient] : work) {
                if (cancel.isCancelled())
                    return fail(ErrorCode::Cancelled, QT_TRANSLATE_NOOP("messages", "Cancelled; nothing was changed."));
                SB_TRY(appendPatient(scope, op, patient));
                if (progress && ++done % static_cast<qint64>(chunk) == 0)
                    progress(done, total);
            }
            return {};
        })
        .result();
}

Result<> ImportRun::enqueueReports(const ImportPlan& plan)
{
    for (size_t from = 0; from < plan.reports.size(); from += chunk) {
        std::vector<Report> reports;
        for (size_t i = from; i < std::min(plan.reports.size(), from + chunk); ++i)
            reports.push_back(plan.reports[i].report);
        const QString source = QStringLiteral("%1 %2").arg(plan.format, plan.reports[from].where);
        const auto stored = m_queue.enqueueDurably(std::move(reports), source, m_core.user.userName, m_core.user.role);
        if (!stored)
            return fail(stored.error());
    }
    return {};
}

} // namespace sitebook
