// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/projections.h"

namespace sitebook {

namespace {

void bindClear(Statement& statement, int place, const ProjectedTable::Value& value)
{
    std::visit([&](const auto& each) { statement.bind(place, each); }, value);
}

QByteArray sealColumn(const StoreContext& context, const ProjectedTable& table,
                      const ProjectedTable::SealedColumn& column, const RecordId& record, quint64 version,
                      const Fields& fields)
{
    if (!context.keys->has(column.keyClass))
        return {};
    const SealContext place = context.sealed(table.name(), column.name, record.bytes(), version);
    if (column.holds == nullptr)
        return context.keys->seal(column.keyClass, place, fields.encode());
    Fields part;
    for (const Fields::Entry& entry : fields)
        if (column.holds(entry.name))
            part.set(entry.name, entry.value);
    return context.keys->seal(column.keyClass, place, part.encode());
}

} // namespace

QByteArray sealReportBody(const StoreContext& context, const RecordId& record, quint64 version, const Fields& fields)
{
    const ProjectedTable& table = *ProjectedTable::of(Entity::Report);
    return sealColumn(context, table, table.sealed().front(), record, version, fields);
}

Result<> Projections::applied(const SealedOperation& sealed, StoreChange& change)
{
    const Operation& op = sealed.op;
    const ProjectedTable* table = ProjectedTable::of(op.entity);
    if (table == nullptr)
        return {};
    if (op.type != OpType::Create)
        return refold(op.entity, op.recordId, change);
    const RowHead head{op.recordId, 1, 0, 0, op.capturedAt.utcMs};
    SB_TRY_ASSIGN(const bool fresh, write(*table, head, op.set, sealed.projection, true, change));
    return fresh ? Result<>() : refold(op.entity, op.recordId, change);
}

Result<Projections::Folded> Projections::fold(const RecordId& record)
{
    SB_TRY_ASSIGN(const auto rows, m_journal.ofRecord(record));
    Folded folded;
    for (const JournalTable::Row& row : rows) {
        // An own pending change is shown until the server has spoken, even where it will be disputed.
        const bool takesEffect = row.outcome != Outcome::Conflict || folded.state.version == 0;
        apply(folded.state, row.op, row.seq ? row.outcome : Outcome::Applied);
        // Only without a gap: an own change may be acknowledged before the changes of others that came before it
        // arrive.
        if (row.seq && takesEffect && row.version == folded.trunk + 1)
            folded.trunk = row.version;
        folded.changedMs = std::max(folded.changedMs, row.op.capturedAt.utcMs);
    }
    return folded;
}

Result<> Projections::refold(Entity entity, const RecordId& record, StoreChange& change)
{
    const ProjectedTable* table = ProjectedTable::of(entity);
    if (table == nullptr)
        return {};
    SB_TRY_ASSIGN(const Folded folded, fold(record));
    const RowHead head{record, folded.state.version, folded.trunk,
                       static_cast<qint64>(folded.state.openConflicts.size()), folded.changedMs};
    SB_TRY_ASSIGN(const bool written, write(*table, head, folded.state.fields, {}, false, change));
    Q_UNUSED(written)
    return {};
}

Result<bool> Projections::write(const ProjectedTable& table, const RowHead& head, const Fields& fields,
                                const QByteArray& presealed, bool onlyNew, StoreChange& change)
{
    SB_TRY_ASSIGN(Statement statement, m_database.prepare(onlyNew ? table.insertNewSql() : table.replaceSql()));
    statement.bind(1, head.record.bytes())
        .bind(2, head.version)
        .bind(3, head.trunk)
        .bind(4, head.conflicts)
        .bind(5, head.changedMs);
    int place = ProjectedTable::firstClear;
    std::vector<ProjectedTable::Value> clear; // what is bound must live until the statement has run
    clear.reserve(table.clear().size());
    for (const ProjectedTable::ClearColumn& column : table.clear())
        bindClear(statement, ++place, clear.emplace_back(column.of(fields)));
    std::vector<QByteArray> sealed;
    sealed.reserve(table.sealed().size());
    for (const ProjectedTable::SealedColumn& column : table.sealed())
        statement.bind(++place, sealed.emplace_back(presealed.isNull() ? sealColumn(m_context, table, column,
                                                                                    head.record, head.version, fields)
                                                                       : presealed));
    SB_TRY(statement.run());
    if (m_database.changes() == 0)
        return false;
    change.of(table.entity()).push_back(head.record);
    return true;
}

Result<qint64> Projections::rebuild()
{
    for (const ProjectedTable& table : ProjectedTable::all()) {
        SB_TRY(m_database.exec(table.clearSql()));
    }
    std::vector<std::pair<Entity, RecordId>> records;
    {
        SB_TRY_ASSIGN(Statement statement,
                      m_database.prepare("SELECT DISTINCT entity,record_id FROM journal WHERE entity<>2"));
        for (;;) {
            SB_TRY_ASSIGN(const bool found, statement.step());
            if (!found)
                break;
            records.emplace_back(static_cast<Entity>(statement.integer(0)), RecordId::fromBytes(statement.blob(1)));
        }
    }
    StoreChange ignored;
    for (const auto& [entity, record] : records) {
        SB_TRY(refold(entity, record, ignored));
    }
    return static_cast<qint64>(records.size());
}

} // namespace sitebook
