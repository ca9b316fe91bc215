// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/localvisitservice.h"

#include "core/journal/changerules.h"
#include "core/store/recordreader.h"
#include "core/study/visitcheck.h"
#include "core/workspace/appendover.h"
#include "core/workspace/visitreader.h"

namespace sitebook {

namespace {

// Of a visit nobody said anything of, or only when it is planned, the first word needs no reason unless it says that
// the visit is missing.
bool asksWhy(const Visit& wanted, const Visit* before)
{
    const bool missing = wanted.status == VisitStatus::Skipped || wanted.status == VisitStatus::DidNotOccur;
    return missing || (before != nullptr && before->status != VisitStatus::Planned);
}

Result<> patientIsHere(WriteScope& scope, const RecordId& patient)
{
    SB_TRY_ASSIGN(const RecordReader::PatientHead head, RecordReader(scope.database, scope.context).patient(patient));
    if (head.patient.voided)
        return fail(ErrorCode::NotFound,
                    QT_TRANSLATE_NOOP("messages", "This patient was voided; nothing can be added."), field::patient);
    return {};
}

Result<> append(WriteScope& scope, Operation op, const Fields& before)
{
    SB_TRY(requireRight(op.role, op, before));
    return appendOver(scope, std::move(op), before);
}

Result<RecordId> recordIn(WriteScope& scope, Operation op, const Visit& visit)
{
    SB_TRY(patientIsHere(scope, visit.patient));
    SB_TRY_ASSIGN(const auto present, VisitReader(scope.database).at(visit.patient, visit.eventOid, visit.repeat));
    if (asksWhy(visit, present ? &present->visit : nullptr) && op.reason.trimmed().isEmpty())
        return fail(reasonMissing());
    if (!present) {
        op.recordId = RecordId::create();
        op.set = visit.toFields();
        SB_TRY(append(scope, op, {}));
        return op.recordId;
    }
    const Fields before = present->visit.toFields();
    op.type = OpType::Set;
    op.recordId = present->visit.recordId;
    op.baseVersion = present->trunk;
    op.set = difference(before, visit.toFields()).changed;
    if (!op.set.isEmpty()) {
        SB_TRY(append(scope, op, before));
    }
    return op.recordId;
}

Result<> takeBackIn(WriteScope& scope, Operation op)
{
    SB_TRY_ASSIGN(const auto present, VisitReader(scope.database).find(op.recordId));
    if (!present || present->visit.voided)
        return fail(ErrorCode::NotFound, QT_TRANSLATE_NOOP("messages", "Nothing is recorded of this visit any more."));
    op.baseVersion = present->trunk;
    return append(scope, std::move(op), present->visit.toFields());
}

} // namespace

LocalVisitService::LocalVisitService(WorkspaceCore& core, Snapshots& snapshots, QObject* parent)
    : VisitService(parent)
    , m_core(core)
    , m_snapshots(snapshots)
{
    connect(&snapshots, &Snapshots::visitsChanged, this, &VisitService::listChanged);
}

std::vector<Finding> LocalVisitService::check(const Visit& visit) const
{
    return checkVisit(*m_core.study, visit, QDate::currentDate());
}

bool LocalVisitService::needsReason(const Visit& visit) const
{
    return asksWhy(visit, list()->at(visit.patient, visit.eventOid, visit.repeat));
}

QFuture<Result<RecordId>> LocalVisitService::record(const Visit& visit, const QString& reason)
{
    if (auto sound = noErrors(check(visit)); !sound)
        return ready<RecordId>(fail(sound.error()));
    Operation op = m_core.operation(Entity::Visit, OpType::Create, {}, m_core.study->versionOid);
    op.reason = reason.trimmed();
    return m_core.store->writer().write<RecordId>(
        [op, visit](WriteScope& scope) { return recordIn(scope, op, visit); });
}

QFuture<Result<>> LocalVisitService::takeBack(const RecordId& visit, const QString& reason)
{
    if (reason.trimmed().isEmpty())
        return readyError(reasonMissing());
    Operation op = m_core.operation(Entity::Visit, OpType::Void, visit, m_core.study->versionOid);
    op.reason = reason.trimmed();
    return m_core.store->writer().write<void>([op](WriteScope& scope) { return takeBackIn(scope, op); });
}

QFuture<Result<std::shared_ptr<const Casebook>>> LocalVisitService::casebook(QDate today)
{
    using Shared = std::shared_ptr<const Casebook>;
    const Snapshots::Lists& lists = m_snapshots.lists();
    Basis basis{lists.patients, lists.reports, lists.visits, today};
    if (basis == m_basis)
        return m_casebook;
    m_basis = basis;
    m_casebook = m_core.onWorker<Shared>([basis, study = m_core.study]() -> Result<Shared> {
        return std::make_shared<const Casebook>(
            makeCasebook(*study, *basis.patients, *basis.reports, *basis.visits, basis.today));
    });
    return m_casebook;
}

} // namespace sitebook
