// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/localexchangeservice.h"

#include "core/exchange/exporters/exporter.h"
#include "core/exchange/manifest.h"
#include "core/workspace/importrun.h"
#include "core/workspace/storesource.h"

namespace sitebook {

namespace {

ExportContent contentOf(ExportRequest::Scope scope)
{
    switch (scope) {
    case ExportRequest::Scope::Patients:
        return ExportContent::Patients;
    case ExportRequest::Scope::Reports:
        return ExportContent::Reports;
    case ExportRequest::Scope::Everything:
        break;
    }
    return ExportContent::All;
}

} // namespace

std::vector<ExportFormat> LocalExchangeService::formats() const
{
    std::vector<ExportFormat> formats;
    for (const auto& exporter : exporters())
        formats.push_back({exporter->name(), exporter->title(), exporter->purpose(), exporter->fileExtension()});
    return formats;
}

qint64 LocalExchangeService::rowCount(const ExportRequest& request) const
{
    const Snapshots::Lists& lists = m_snapshots.lists();
    const QSet<RecordId> only(request.onlyPatients.begin(), request.onlyPatients.end());
    const auto chosen = [&only](const RecordId& patient) { return only.isEmpty() || only.contains(patient); };
    qint64 count = 0;
    if (request.scope != ExportRequest::Scope::Reports)
        count += std::count_if(lists.patients->rows().begin(), lists.patients->rows().end(),
                               [&](const PatientRow& row) { return chosen(row.recordId); });
    if (request.scope != ExportRequest::Scope::Patients)
        count += std::count_if(lists.reports->begin(), lists.reports->end(),
                               [&](const ReportRow& row) { return chosen(row.patient); });
    return count;
}

Result<ExportReceiptView> LocalExchangeService::write(const ExportRequest& request, const Progress& progress,
                                                      const CancelToken& cancel)
{
    SB_TRY_ASSIGN(const Exporter* exporter, exporterNamed(request.format));
    SB_TRY_ASSIGN(const auto source, StoreSource::open(*m_core.store, m_core.study, request.onlyPatients));
    ExportOptions options;
    options.content = contentOf(request.scope);
    options.byteOrderMark = request.byteOrderMark;
    options.defuseFormulas = request.defuseFormulas;
    options.decodeAnswers = request.decodeAnswers;
    options.deidentify = request.deidentify || !may(m_core.user.role, Action::ViewIdentities);
    options.language = request.language;
    options.exportedBy = m_core.user.userName.toString();
    options.nowUtcMs = m_core.clock.now().utcMs;
    SB_TRY_ASSIGN(const ExportReceipt receipt,
                  exportToFile(*exporter, *m_core.study, *source, options, request.path, progress, cancel));
    Fields facts;
    facts.set(action::key, action::exportData);
    facts.set(QStringLiteral("format"), receipt.format);
    facts.set(QStringLiteral("rows"), QString::number(receipt.rows));
    facts.set(QStringLiteral("sha256"), QString::fromLatin1(receipt.sha256));
    facts.set(QStringLiteral("deidentified"), options.deidentify ? QStringLiteral("true") : QStringLiteral("false"));
    SB_TRY(m_core.appendEvent(facts).result());
    return ExportReceiptView{
        receipt.format,   receipt.path,    receipt.manifestPath, receipt.rows,
        receipt.patients, receipt.reports, receipt.bytes,        QString::fromLatin1(receipt.sha256)};
}

QFuture<Result<ExportReceiptView>> LocalExchangeService::exportTo(const ExportRequest& request,
                                                                  const Progress& progress, const CancelToken& cancel)
{
    const Action wanted = request.deidentify ? Action::ExportDeidentified : Action::ExportData;
    if (auto allowed = require(m_core.user.role, wanted); !allowed)
        return ready<ExportReceiptView>(fail(allowed.error()));
    return m_core.onWorker<ExportReceiptView>(
        [this, request, progress, cancel] { return write(request, progress, cancel); });
}

QFuture<Result<std::vector<ImportSummary>>>
LocalExchangeService::import(const ImportRequest& request, const Progress& progress, const CancelToken& cancel)
{
    using Summaries = std::vector<ImportSummary>;
    if (auto allowed = require(m_core.user.role, Action::ImportData); !allowed)
        return ready<Summaries>(fail(allowed.error()));
    return m_core.onWorker<Summaries>(
        [this, request, progress, cancel] { return ImportRun(m_core, m_queue, request).run(progress, cancel); });
}

} // namespace sitebook
