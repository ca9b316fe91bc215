// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/localqueryservice.h"

#include "core/journal/changerules.h"
#include "core/workspace/querywriter.h"

namespace sitebook {

LocalQueryService::LocalQueryService(WorkspaceCore& core, Snapshots& snapshots, QObject* parent)
    : QueryService(parent)
    , m_core(core)
    , m_snapshots(snapshots)
{
    connect(&snapshots, &Snapshots::queriesChanged, this, &QueryService::listChanged);
}

Operation LocalQueryService::blank() const
{
    return m_core.operation(Entity::Query, OpType::Query, {}, QString());
}

QFuture<Result<std::vector<QueryMessage>>> LocalQueryService::thread(const RecordId& query)
{
    using Thread = std::vector<QueryMessage>;
    return m_core.onWorker<Thread>([this, query]() -> Result<Thread> {
        return m_core.store->read<Thread>(
            [&](Database& database) { return QueryReader(database, m_core.store->context()).thread(query); });
    });
}

bool LocalQueryService::mayRaise(QueryType type) const
{
    Operation op = blank();
    op.set.set(field::queryType, typeCode(type));
    return requireRight(m_core.user.role, op, {}).has_value();
}

bool LocalQueryService::may(QueryStep step, const QueryRow& row) const
{
    Operation op = blank();
    op.type = opTypeOf(step);
    Fields before;
    before.set(field::queryType, typeCode(row.type));
    return fits(step, row.type, row.status) && requireByHand(m_core.user.role, step, row.type).has_value() &&
           requireRight(m_core.user.role, op, before).has_value();
}

QFuture<Result<RecordId>> LocalQueryService::raise(const Query& query, const QString& message)
{
    return m_core.store->writer().write<RecordId>([blank = blank(), query, message](WriteScope& scope) {
        return QueryWriter(scope, blank).raise(query, message);
    });
}

QFuture<Result<>> LocalQueryService::take(QueryStep step, const RecordId& query, const QString& text)
{
    return m_core.store->writer().write<void>([blank = blank(), step, query, text](WriteScope& scope) {
        return QueryWriter(scope, blank).take(step, query, text);
    });
}

} // namespace sitebook
