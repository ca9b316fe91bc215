// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/importrun.h"

#include "core/exchange/importers/rejectedrows.h"
#include "core/store/recordreader.h"
#include "core/workspace/localpatientservice.h"

#include <QDir>
#include <QFileInfo>

namespace sitebook {

namespace {

constexpr size_t chunk = 200; // reports sealed between two looks at Cancel

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
        summary.findings.push_back({finding.severity, finding.where, finding.patient, finding.visit, finding.item,
                                    finding.code, finding.message});
    return summary;
}

// What the import says of a report whose place is taken.
ImportFinding storedFinding(const ImportedReport& imported, const Report& stored)
{
    ImportFinding finding;
    finding.where = imported.where;
    finding.patient = imported.sourceId;
    finding.visit = stored.eventOid;
    const Fields changed = difference(stored.items, imported.report.items).changed;
    if (changed.isEmpty()) {
        finding.severity = Severity::Warning;
        finding.code = QStringLiteral("equal");
        finding.message = QT_TRANSLATE_NOOP(
            "messages", "This report is here already with the same answers; nothing is stored for it.");
        return finding;
    }
    const QString& item = changed.begin()->name;
    finding.item = item;
    finding.code = QStringLiteral("changed");
    finding.message = {QT_TRANSLATE_NOOP("messages",
                                         "This report is here already with other answers: \"%1\" here, \"%2\" in the "
                                         "file. Correct it in its form, with a reason."),
                       {stored.items.text(item), imported.report.items.text(item)}};
    return finding;
}

// What is wrong with each row, by its number.
QHash<int, QStringList> rejectedRows(const ImportPlan& plan)
{
    QHash<int, QStringList> reasons;
    for (const ImportFinding& finding : plan.findings) {
        const int row = finding.where.startsWith(QStringLiteral("row ")) ? finding.where.mid(4).toInt() : 0;
        if (finding.severity != Severity::Error || row < 2)
            continue;
        const QString sentence = finding.message.localised();
        reasons[row].append(finding.item.isEmpty() ? sentence
                                                   : QString(finding.item + QStringLiteral(": ") + sentence));
    }
    return reasons;
}

// With the file before the place in it: several are imported at a time.
Error placed(Error error, const QString& file)
{
    if (error.code != ErrorCode::Cancelled && error.where != file)
        error.where = error.where.isEmpty() ? file : QString(file + u", " + error.where);
    return error;
}

} // namespace

Result<std::vector<ImportSummary>> ImportRun::run(const Progress& progress, const CancelToken& cancel)
{
    SB_TRY(loadKnown());
    for (const QString& file : m_request.files) {
        SB_TRY(plan(file, progress, cancel));
    }
    if (!m_request.dryRun) {
        SB_TRY(store(progress, cancel));
    }
    std::vector<ImportSummary> summaries;
    for (size_t i = 0; i < m_plans.size(); ++i) {
        const QString& file = m_request.files.at(static_cast<qsizetype>(i));
        summaries.push_back(summaryOf(m_plans[i], file));
        if (!m_request.rejectedFolder.isEmpty()) {
            SB_TRY_ASSIGN(summaries.back().rejectedFile, writeRejected(m_plans[i], file));
        }
    }
    return summaries;
}

// The path written; empty where the file is no table or nothing in it was rejected. Never over a file that is there.
Result<QString> ImportRun::writeRejected(const ImportPlan& plan, const QString& file) const
{
    const QHash<int, QStringList> reasons = rejectedRows(plan);
    if (reasons.isEmpty() || !plan.format.startsWith(QStringLiteral("CSV")))
        return QString();
    const QDir folder(m_request.rejectedFolder);
    const QString base = QFileInfo(file).completeBaseName();
    QString path = folder.filePath(base + QStringLiteral("-rejected.csv"));
    for (int i = 2; QFileInfo::exists(path); ++i)
        path = folder.filePath(base + QStringLiteral("-rejected-%1.csv").arg(i));
    SB_TRY(writeRejectedRows(file, reasons, path));
    return path;
}

Result<> ImportRun::loadKnown()
{
    SB_TRY_ASSIGN(const ReaderPool::Reader reader, m_core.store->readers().take());
    return RecordReader(reader.database(), m_core.store->context())
        .eachPatient([this](RecordReader::PatientHead&& head) {
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
    auto read = planImport(file, context, options, progress, cancel);
    if (!read)
        return fail(placed(read.error(), file));
    ImportPlan planned = std::move(*read);
    for (const ImportedPatient& imported : planned.patients) {
        m_known.insert(imported.patient.patientId.toString(), imported.patient.recordId);
        m_taken.insert(imported.patient.patientId.toString());
        for (const QString& alias : imported.patient.aliases)
            m_known.insert(alias, imported.patient.recordId);
    }
    attachReports(planned);
    SB_TRY(leaveOutStored(planned));
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

// A place that holds a report already is never filled again: the same answers need nothing, others are a person's to
// decide.
Result<> ImportRun::leaveOutStored(ImportPlan& plan)
{
    SB_TRY_ASSIGN(const ReaderPool::Reader reader, m_core.store->readers().take());
    RecordReader records(reader.database(), m_core.store->context());
    std::vector<ImportedReport> fresh;
    fresh.reserve(plan.reports.size());
    for (ImportedReport& imported : plan.reports) {
        const Report& report = imported.report;
        SB_TRY_ASSIGN(const auto there,
                      records.reportAt(report.patient, report.eventOid, report.formOid, report.repeat));
        if (!there) {
            fresh.push_back(std::move(imported));
            continue;
        }
        SB_TRY_ASSIGN(const Report stored, records.report(*there));
        plan.findings.push_back(storedFinding(imported, stored));
        if (plan.findings.back().severity == Severity::Error)
            ++plan.rejected;
    }
    plan.reports = std::move(fresh);
    return {};
}

// All files in one write: all or nothing, so that a full disk or Cancel in the middle leaves nothing behind.
Result<> ImportRun::store(const Progress& progress, const CancelToken& cancel)
{
    std::vector<Work> work;
    qint64 patients = 0;
    qint64 reports = 0;
    for (const ImportPlan& plan : m_plans) {
        work.push_back(workOf(plan));
        patients += static_cast<qint64>(plan.patients.size());
        reports += static_cast<qint64>(plan.reports.size());
    }
    const auto stored =
        m_core.store->writer()
            .write<void>([&work, &progress, &cancel, total = patients + reports](WriteScope& scope) -> Result<> {
                Steps steps(progress, cancel, total);
                for (const Work& file : work) {
                    SB_TRY(append(scope, file, steps));
                }
                return {};
            })
            .result();
    if (stored && reports > 0)
        m_queue.taken(reports);
    return stored;
}

ImportRun::Work ImportRun::workOf(const ImportPlan& plan) const
{
    Work work;
    for (const ImportedPatient& imported : plan.patients)
        work.patients.emplace_back(
            m_core.operation(Entity::Patient, OpType::Create, imported.patient.recordId, QStringLiteral("patient/1")),
            imported.patient);
    for (const ImportedReport& imported : plan.reports)
        work.submissions.push_back(m_queue.row(imported.report,
                                               QStringLiteral("%1 %2").arg(plan.format, imported.where),
                                               m_core.user.userName, m_core.user.role));
    work.event = m_core.operation(Entity::Workspace, OpType::Event, RecordId(), QStringLiteral("event/1"));
    work.event.set.set(action::key, action::importData);
    work.event.set.set(QStringLiteral("format"), plan.format);
    work.event.set.set(QStringLiteral("patients"), QString::number(plan.patients.size()));
    work.event.set.set(QStringLiteral("reports"), QString::number(plan.reports.size()));
    work.event.set.set(QStringLiteral("rejected"), QString::number(plan.rejected));
    return work;
}

Result<> ImportRun::append(WriteScope& scope, const Work& work, Steps& steps)
{
    for (const auto& [op, patient] : work.patients) {
        SB_TRY(steps.step());
        SB_TRY(appendPatient(scope, op, patient));
    }
    for (size_t from = 0; from < work.submissions.size(); from += chunk) {
        const auto first = work.submissions.begin() + static_cast<std::ptrdiff_t>(from);
        const size_t count = std::min(chunk, work.submissions.size() - from);
        SB_TRY(submissions::insert(scope, {first, first + static_cast<std::ptrdiff_t>(count)}));
        for (size_t i = 0; i < count; ++i) {
            SB_TRY(steps.step());
        }
    }
    SealedOperation event = sealOperation(scope.context, work.event, {});
    SB_TRY(scope.append(event));
    return {};
}

} // namespace sitebook
