// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/localreviewservice.h"

#include "core/journal/changerules.h"
#include "core/store/recordreader.h"
#include "core/workspace/appendover.h"
#include "core/workspace/studyorder.h"

#include <algorithm>

namespace sitebook {

namespace {

// What to set, made of the report as it is stored; nothing to set is success.
using Say = std::function<Fields(const Report& present)>;

// Appends one operation on a report inside a write, by the rules both sides keep.
Result<> change(WriteScope& scope, Operation op, const Say& say)
{
    RecordReader reader(scope.database, scope.context);
    SB_TRY_ASSIGN(const RecordReader::ReportHead head, reader.reportHead(op.recordId));
    SB_TRY_ASSIGN(const Report present, reader.report(op.recordId));
    if (present.voided)
        return fail(ErrorCode::NotFound,
                    QT_TRANSLATE_NOOP("messages", "This report was voided; nothing can be changed."));
    const Fields before = present.toFields();
    op.set = say(present);
    op.baseVersion = head.trunk;
    if (op.set.isEmpty())
        return {};
    SB_TRY(requireRight(op.role, op, before));
    SB_TRY(requireUnlocked(op, before));
    SB_TRY(requireShape(op, before));
    return appendOver(scope, std::move(op), before);
}

void mark(Fields& set, const Report& report, const QString& item, const FieldValue& wanted)
{
    const FieldValue* present = report.verified.find(item);
    if ((present ? *present : FieldValue()) != wanted)
        set.set(QString(field::verifiedPrefix + item), wanted);
}

FieldValue answer(const Report& report, const QString& item)
{
    const FieldValue* value = report.items.find(item);
    return value ? *value : FieldValue();
}

Result<std::vector<VerificationRow>> countAll(Store& store, const StudyDefinition& study, const ReportList& reports)
{
    return store.read<std::vector<VerificationRow>>([&](Database& database) -> Result<std::vector<VerificationRow>> {
        RecordReader reader(database, store.context());
        std::vector<VerificationRow> rows;
        for (const ReportRow& row : reports) {
            SB_TRY_ASSIGN(const Report report, reader.report(row.recordId));
            const VerificationCount count = verificationCount(study, report);
            if (count.required > 0 || row.status == ReportStatus::Locked)
                rows.push_back({row.recordId, row.patient, row.patientId, row.formOid, row.eventOid, row.repeat,
                                row.status, count});
        }
        return rows;
    });
}

} // namespace

LocalReviewService::LocalReviewService(WorkspaceCore& core, Snapshots& snapshots, QObject* parent)
    : ReviewService(parent)
    , m_core(core)
    , m_snapshots(snapshots)
{
}

Operation LocalReviewService::blank(OpType type, const RecordId& report) const
{
    return m_core.operation(Entity::Report, type, report, m_core.study->versionOid);
}

QFuture<Result<std::vector<VerificationRow>>> LocalReviewService::verification()
{
    using Rows = std::vector<VerificationRow>;
    return m_core.onWorker<Rows>([this, reports = m_snapshots.lists().reports]() -> Result<Rows> {
        const StudyDefinition& study = *m_core.study;
        SB_TRY_ASSIGN(Rows rows, countAll(*m_core.store, study, *reports));
        const auto key = [&study](const VerificationRow& row) {
            return std::tuple(row.patientId, rank(study.events, row.eventOid), rank(study.forms, row.formOid),
                              row.repeat);
        };
        std::sort(rows.begin(), rows.end(),
                  [&key](const VerificationRow& a, const VerificationRow& b) { return key(a) < key(b); });
        return rows;
    });
}

QFuture<Result<>> LocalReviewService::verify(const Report& seen, const QStringList& itemOids, bool verified)
{
    const Say say = [seen, itemOids, verified](const Report& present) {
        Fields set;
        for (const QString& item : itemOids)
            mark(set, present, item, verified ? verifiedMark(answer(seen, item)) : noMark());
        return set;
    };
    return m_core.store->writer().write<void>(
        [op = blank(OpType::Verify, seen.recordId), say](WriteScope& scope) { return change(scope, op, say); });
}

QFuture<Result<>> LocalReviewService::verifyAll(const RecordId& report)
{
    const Say say = [study = m_core.study](const Report& present) {
        Fields set;
        for (const QString& item : toVerify(*study, present))
            mark(set, present, item, verifiedMark(answer(present, item)));
        return set;
    };
    return m_core.store->writer().write<void>(
        [op = blank(OpType::Verify, report), say](WriteScope& scope) { return change(scope, op, say); });
}

QFuture<Result<>> LocalReviewService::setLocked(const RecordId& report, bool locked, const QString& reason)
{
    if (reason.trimmed().isEmpty())
        return readyError(reasonMissing());
    Operation op = blank(locked ? OpType::Lock : OpType::Unlock, report);
    op.reason = reason;
    const Say say = [locked](const Report& present) {
        Fields set;
        if (locked == (present.status == ReportStatus::Locked))
            return set; // it is as wanted
        if (locked)
            set.set(field::statusBefore, statusCode(present.status));
        set.set(field::status, locked ? statusCode(ReportStatus::Locked) : present.statusBefore);
        return set;
    };
    return m_core.store->writer().write<void>([op, say](WriteScope& scope) { return change(scope, op, say); });
}

} // namespace sitebook
