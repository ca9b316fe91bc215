// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/localreportservice.h"

#include "core/journal/changerules.h"
#include "core/workspace/querywriter.h"
#include "core/workspace/studyorder.h"

#include "core/store/recordreader.h"

namespace sitebook {

namespace {

struct SaveRequest
{
    Report report;
    UserName user;
    Role role;
    QString reason;
    std::vector<Finding> findings;
    std::vector<CheckOverride> overrides;
    Operation blank; // for what follows from the save
};

// Queries of checks the person overrode, and of those that are silent now.
Result<RecordId> followed(WriteScope& scope, const SaveRequest& request)
{
    SB_TRY(QueryWriter(scope, request.blank).followChecks(request.report, request.findings, request.overrides));
    return request.report.recordId;
}

Result<> slotIsFree(RecordReader& reader, const Report& report)
{
    SB_TRY_ASSIGN(const auto taken, reader.reportAt(report.patient, report.eventOid, report.formOid, report.repeat));
    if (taken && *taken != report.recordId)
        return fail(ErrorCode::AlreadyExists,
                    QT_TRANSLATE_NOOP("messages",
                                      "This patient has this form at this visit already. Open that one, or choose "
                                      "another visit."),
                    field::form);
    return {};
}

Result<RecordId> store(WriteScope& scope, const ReportPreparer& preparer, const SaveRequest& request)
{
    RecordReader reader(scope.database, scope.context);
    const Report& report = request.report;
    SB_TRY_ASSIGN(const RecordReader::PatientHead patient, reader.patient(report.patient));
    if (patient.patient.voided)
        return fail(ErrorCode::NotFound,
                    QT_TRANSLATE_NOOP("messages", "This patient was voided; nothing can be added."), field::patient);
    SB_TRY(preparer.requireConsentFor(report, patient.patient.consentDate));
    SB_TRY(slotIsFree(reader, report));
    const auto head = reader.reportHead(report.recordId);
    if (!head) {
        SealedOperation sealed = preparer.creation(report, request.user, request.role);
        SB_TRY(scope.append(sealed));
        return followed(scope, request);
    }
    if (head->voided)
        return fail(ErrorCode::NotFound,
                    QT_TRANSLATE_NOOP("messages", "This report was voided; nothing can be changed."));
    if (request.reason.trimmed().isEmpty())
        return fail(reasonMissing());
    SB_TRY_ASSIGN(const Report present, reader.report(report.recordId));
    SB_TRY(requireUnlocked(request.blank, present.toFields()));
    Report wanted = report;
    wanted.verified = present.verified; // theirs who verify, whatever was known when the form was opened
    wanted.statusBefore = present.statusBefore;
    const FieldsDifference changes = difference(present.toFields(), wanted.toFields());
    if (changes.changed.isEmpty())
        return followed(scope, request);
    SB_TRY(refuseUnseen(scope, report.recordId, report.version, changes.changed));
    SealedOperation sealed = preparer.change(report.recordId, head->trunk, report.formOid, changes.changed, changes.old,
                                             request.user, request.role, request.reason);
    SB_TRY(scope.append(sealed));
    return followed(scope, request);
}

} // namespace

LocalReportService::LocalReportService(WorkspaceCore& core, Snapshots& snapshots, QObject* parent)
    : ReportService(parent)
    , m_core(core)
    , m_snapshots(snapshots)
{
    connect(&snapshots, &Snapshots::reportsChanged, this, &ReportService::listChanged);
}

std::vector<ReportRow> LocalReportService::ofPatient(const RecordId& patient) const
{
    std::vector<ReportRow> rows;
    for (const ReportRow& row : *m_snapshots.lists().reports)
        if (row.patient == patient)
            rows.push_back(row);
    const StudyDefinition& study = *m_core.study;
    const auto key = [&study](const ReportRow& row) {
        return std::tuple(rank(study.events, row.eventOid), rank(study.forms, row.formOid), row.repeat);
    };
    std::sort(rows.begin(), rows.end(), [&key](const ReportRow& a, const ReportRow& b) { return key(a) < key(b); });
    return rows;
}

QFuture<Result<Report>> LocalReportService::load(const RecordId& id)
{
    return m_core.onWorker<Report>([this, id]() -> Result<Report> {
        return m_core.store->read<Report>(
            [&](Database& database) { return RecordReader(database, m_core.store->context()).report(id); });
    });
}

// As far as the list knows, so that a locked report is refused for its lock and not for an answer; the writer looks
// again.
Result<> LocalReportService::requireOpen(const RecordId& report) const
{
    const auto isLocked = [&report](const ReportRow& row) {
        return row.recordId == report && row.status == ReportStatus::Locked;
    };
    const ReportList& rows = *m_snapshots.lists().reports;
    Fields before;
    if (std::any_of(rows.begin(), rows.end(), isLocked))
        before.set(field::status, statusCode(ReportStatus::Locked));
    return requireUnlocked(m_core.operation(Entity::Report, OpType::Set, report, QString()), before);
}

QFuture<Result<RecordId>> LocalReportService::save(const Report& report, const QString& reason,
                                                   const std::vector<CheckOverride>& overrides)
{
    const Action action = reason.isEmpty() ? Action::EnterData : Action::CorrectData;
    if (auto allowed = require(m_core.user.role, action); !allowed)
        return ready<RecordId>(fail(allowed.error()));
    if (auto open = requireOpen(report.recordId); !open)
        return ready<RecordId>(fail(open.error()));
    auto checked = m_core.preparer->check(report);
    if (!checked)
        return ready<RecordId>(fail(checked.error()));
    if (report.status == ReportStatus::Complete) // what is signed or locked is refused for that, by the writer
        if (auto sound = noErrors(checked->findings); !sound)
            return ready<RecordId>(fail(sound.error()));
    SaveRequest request{std::move(checked->report),
                        m_core.user.userName,
                        m_core.user.role,
                        reason,
                        std::move(checked->findings),
                        overrides,
                        m_core.operation(Entity::Report, OpType::Set, {}, QString())};
    if (request.report.recordId.isNull())
        request.report.recordId = RecordId::create();
    return m_core.store->writer().write<RecordId>(
        [preparer = m_core.preparer.get(), request](WriteScope& scope) { return store(scope, *preparer, request); });
}

QFuture<Result<>> LocalReportService::voidReport(const RecordId& id, const QString& reason)
{
    if (auto allowed = require(m_core.user.role, Action::VoidRecord); !allowed)
        return readyError(allowed.error());
    if (reason.trimmed().isEmpty())
        return readyError(reasonMissing());
    Operation op = m_core.operation(Entity::Report, OpType::Void, id, m_core.study->versionOid);
    op.reason = reason;
    return m_core.store->writer().write<void>([op](WriteScope& scope) mutable -> Result<> {
        RecordReader reader(scope.database, scope.context);
        SB_TRY_ASSIGN(const RecordReader::ReportHead head, reader.reportHead(op.recordId));
        Fields before;
        before.set(field::status, statusCode(head.status));
        SB_TRY(requireUnlocked(op, before));
        op.baseVersion = head.trunk;
        SealedOperation sealed = sealOperation(scope.context, op, {});
        SB_TRY(scope.append(sealed));
        return {};
    });
}

} // namespace sitebook
