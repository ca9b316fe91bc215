// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/core.h"

namespace sitebook {

Operation WorkspaceCore::operation(Entity entity, OpType type, const RecordId& record, const QString& schema) const
{
    Operation op;
    op.opId = OpId::create();
    op.device = info.device;
    op.type = type;
    op.entity = entity;
    op.recordId = record;
    op.user = user.userName;
    op.role = user.role;
    op.capturedAt = clock.now();
    op.schema = schema;
    return op;
}

Error reasonMissing()
{
    return {ErrorCode::Invalid, QT_TRANSLATE_NOOP("messages", "A change after the first save needs a reason."),
            QStringLiteral("reason")};
}

Result<> noErrors(const std::vector<Finding>& findings)
{
    for (const Finding& finding : findings)
        if (finding.severity == Severity::Error)
            return fail(ErrorCode::Invalid, finding.message, finding.field);
    return {};
}

Result<> refuseUnseen(WriteScope& scope, const RecordId& record, quint64 seen, const Fields& changed)
{
    if (seen == 0)
        return {};
    SB_TRY_ASSIGN(const Projections::Folded folded, scope.projections.fold(record));
    Operation probe;
    probe.type = OpType::Set;
    probe.device = scope.context.device;
    probe.baseVersion = seen;
    probe.set = changed;
    const MergeDecision decision = decide(folded.state, probe);
    if (decision.outcome != Outcome::Conflict)
        return {};
    return fail(
        ErrorCode::Conflict,
        QT_TRANSLATE_NOOP("messages",
                          "Somebody else has changed this field since you opened the form. Open the record again, "
                          "look at the new value, and enter your change once more."),
        decision.fields.first());
}

QFuture<Result<>> appendEvent(Writer& writer, const Account& person, const Instant& when, const Fields& facts)
{
    Operation op;
    op.opId = OpId::create();
    op.type = OpType::Event;
    op.entity = Entity::Workspace;
    op.user = person.userName;
    op.role = person.role;
    op.capturedAt = when;
    op.schema = QStringLiteral("event/1");
    op.set = facts;
    return writer.write<void>([op](WriteScope& scope) -> Result<> {
        SealedOperation sealed = sealOperation(scope.context, op, {});
        SB_TRY(scope.append(sealed));
        return {};
    });
}

QFuture<Result<>> WorkspaceCore::appendEvent(const Fields& facts)
{
    return sitebook::appendEvent(store->writer(), user, clock.now(), facts);
}

} // namespace sitebook
