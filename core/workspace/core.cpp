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

QFuture<Result<>> WorkspaceCore::appendEvent(const Fields& facts)
{
    Operation op = operation(Entity::Workspace, OpType::Event, RecordId(), QStringLiteral("event/1"));
    op.set = facts;
    return store->writer().write<void>([op](WriteScope& scope) -> Result<> {
        SealedOperation sealed = sealOperation(scope.context, op, {});
        SB_TRY(scope.append(sealed));
        return {};
    });
}

} // namespace sitebook
