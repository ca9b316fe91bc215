// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/queryreader.h"

#include "core/store/projectedtable.h"

namespace sitebook {

namespace {

// What the operation did in the thread; nothing: it is no step of it, such as a contender that was not taken.
std::optional<QueryMessage::Kind> kindOf(const JournalTable::Row& row, bool first)
{
    using Kind = QueryMessage::Kind;
    if (row.seq && row.outcome == Outcome::Conflict)
        return std::nullopt;
    switch (row.op.type) {
    case OpType::Query:
        return first ? Kind::Raised : Kind::AskedAgain;
    case OpType::Answer:
        return Kind::Answered;
    case OpType::Close:
        return row.op.set.text(field::status) == statusCode(QueryStatus::Cancelled) ? Kind::Cancelled : Kind::Closed;
    case OpType::Set:
        return row.op.set.contains(field::assignee) ? std::optional(Kind::Assigned) : std::nullopt;
    default:
        return std::nullopt;
    }
}

QString messageOf(const Operation& op)
{
    return op.set.text(QString(field::messagePrefix + op.opId.toString()));
}

} // namespace

Result<QueryReader::Head> QueryReader::head(const RecordId& id)
{
    const ProjectedTable& table = *ProjectedTable::of(Entity::Query);
    SB_TRY_ASSIGN(Statement statement, m_database.prepare(table.selectSql()));
    statement.bind(1, id.bytes());
    SB_TRY_ASSIGN(const bool found, statement.step());
    if (!found)
        return fail(ErrorCode::NotFound, QT_TRANSLATE_NOOP("messages", "This query does not exist here."));
    Head head;
    const auto version = static_cast<quint64>(statement.integer(1));
    head.trunk = static_cast<quint64>(statement.integer(2));
    head.conflicts = statement.integer(3);
    head.changedMs = statement.integer(4);
    const int body = ProjectedTable::firstClear + static_cast<int>(table.clear().size());
    SB_TRY_ASSIGN(const QByteArray plain,
                  m_context.keys->open(KeyClass::Clinical,
                                       m_context.sealed(table.name(), table.sealed().front().name, id.bytes(), version),
                                       statement.blobView(body)));
    SB_TRY_ASSIGN(head.fields, Fields::decode(plain));
    SB_TRY_ASSIGN(head.query, Query::fromFields(head.fields));
    head.query.recordId = id;
    head.query.version = version;
    return head;
}

Result<std::optional<QueryRow>> QueryReader::row(const RecordId& id)
{
    SB_TRY_ASSIGN(const Head head, this->head(id));
    const Query& query = head.query;
    if (query.voided)
        return std::nullopt;
    QueryRow row;
    row.recordId = id;
    row.version = query.version;
    row.patient = query.patient;
    row.report = query.report;
    row.itemOid = query.itemOid;
    row.check = query.check;
    row.type = query.type;
    row.status = query.status;
    row.assignee = query.assignee;
    row.changedUtcMs = head.changedMs;
    row.delivery = head.conflicts > 0 ? DeliveryState::Conflict : DeliveryState::Synced;
    SB_TRY_ASSIGN(const auto history, m_journal.ofRecord(id));
    bool first = true;
    for (const JournalTable::Row& each : history) {
        if (first) {
            row.raisedBy = each.op.user;
            row.raisedByRole = each.op.role;
            row.raisedUtcMs = each.op.capturedAt.utcMs;
        }
        const QString message = messageOf(each.op);
        if (kindOf(each, std::exchange(first, false)) && !message.isEmpty()) {
            row.lastBy = each.op.user;
            row.lastMessage = message;
        }
    }
    return row;
}

Result<std::vector<QueryRow>> QueryReader::all()
{
    std::vector<RecordId> ids;
    SB_TRY_ASSIGN(Statement statement, m_database.prepare("SELECT record_id FROM queries WHERE voided=0"));
    for (;;) {
        SB_TRY_ASSIGN(const bool found, statement.step());
        if (!found)
            break;
        ids.push_back(RecordId::fromBytes(statement.blob(0)));
    }
    std::vector<QueryRow> rows;
    rows.reserve(ids.size());
    for (const RecordId& id : ids) {
        auto one = row(id);
        // One damaged row keeps nobody from the others; the check of the workspace names it.
        if (!one && one.error().code != ErrorCode::Damaged && one.error().code != ErrorCode::Invalid)
            return fail(one.error());
        if (one && *one)
            rows.push_back(**std::move(one));
    }
    return rows;
}

Result<std::vector<QueryMessage>> QueryReader::thread(const RecordId& id)
{
    SB_TRY_ASSIGN(const auto history, m_journal.ofRecord(id));
    if (history.empty())
        return fail(ErrorCode::NotFound, QT_TRANSLATE_NOOP("messages", "This query does not exist here."));
    std::vector<QueryMessage> messages;
    for (const JournalTable::Row& row : history) {
        const auto kind = kindOf(row, messages.empty());
        if (!kind)
            continue;
        messages.push_back({*kind, row.op.user, row.op.role, row.op.capturedAt, messageOf(row.op),
                            row.op.set.text(field::assignee), row.seq.has_value()});
    }
    return messages;
}

Result<std::vector<QueryReader::Head>> QueryReader::liveChecks(const RecordId& report)
{
    std::vector<Head> heads;
    SB_TRY_ASSIGN(Statement statement,
                  m_database.prepare("SELECT record_id FROM queries WHERE report=? AND type=? AND status IN(?,?) AND "
                                     "voided=0"));
    statement.bind(1, report.bytes())
        .bind(2, static_cast<int>(QueryType::FailedCheck))
        .bind(3, static_cast<int>(QueryStatus::Open))
        .bind(4, static_cast<int>(QueryStatus::Answered));
    for (;;) {
        SB_TRY_ASSIGN(const bool found, statement.step());
        if (!found)
            return heads;
        SB_TRY_ASSIGN(Head one, head(RecordId::fromBytes(statement.blob(0))));
        heads.push_back(std::move(one));
    }
}

} // namespace sitebook
