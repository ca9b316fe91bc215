// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/querywriter.h"

#include "core/journal/changerules.h"
#include "core/security/permissions.h"
#include "core/store/recordreader.h"
#include "core/workspace/appendover.h"

#include <QDateTime>
#include <QTimeZone>
#include <algorithm>

namespace sitebook {

namespace {

tl::unexpected<Error> messageMissing()
{
    return fail(ErrorCode::Invalid, QT_TRANSLATE_NOOP("messages", "Write what it is about."),
                QStringLiteral("message"));
}

QString statusAfter(QueryStep step)
{
    switch (step) {
    case QueryStep::Answer:
        return statusCode(QueryStatus::Answered);
    case QueryStep::AskAgain:
        return statusCode(QueryStatus::Open);
    case QueryStep::Close:
        return statusCode(QueryStatus::Closed);
    case QueryStep::Cancel:
        return statusCode(QueryStatus::Cancelled);
    case QueryStep::Assign:
        break;
    }
    return {};
}

// The report is there and the patient's, and neither is void.
Result<> placeExists(WriteScope& scope, const Query& query)
{
    RecordReader reader(scope.database, scope.context);
    SB_TRY_ASSIGN(const RecordReader::PatientHead patient, reader.patient(query.patient));
    if (patient.patient.voided)
        return fail(ErrorCode::NotFound,
                    QT_TRANSLATE_NOOP("messages", "This patient was voided; nothing can be added."), field::patient);
    if (query.report.isNull())
        return {};
    SB_TRY_ASSIGN(const RecordReader::ReportHead report, reader.reportHead(query.report));
    if (report.patient != query.patient)
        return fail(ErrorCode::Invalid, QT_TRANSLATE_NOOP("messages", "The report belongs to another patient."),
                    field::report);
    return {};
}

} // namespace

bool fits(QueryStep step, QueryType type, QueryStatus status)
{
    const bool note = isNote(type);
    switch (step) {
    case QueryStep::Answer:
    case QueryStep::Assign:
        return !note && isLive(status);
    case QueryStep::AskAgain:
        return !note && status != QueryStatus::Open;
    case QueryStep::Close:
        return !note && isLive(status);
    case QueryStep::Cancel:
        return note ? status != QueryStatus::Cancelled : isLive(status);
    }
    return false;
}

Result<> requireByHand(Role role, QueryStep step, QueryType type)
{
    const bool ends = step == QueryStep::Close || step == QueryStep::Cancel;
    return ends && type == QueryType::FailedCheck ? require(role, Action::RaiseQuery) : Result<>();
}

OpType opTypeOf(QueryStep step)
{
    switch (step) {
    case QueryStep::Answer:
        return OpType::Answer;
    case QueryStep::AskAgain:
        return OpType::Query;
    case QueryStep::Close:
    case QueryStep::Cancel:
        return OpType::Close;
    case QueryStep::Assign:
        break;
    }
    return OpType::Set;
}

QueryWriter::QueryWriter(WriteScope& scope, Operation blank)
    : m_scope(scope)
    , m_blank(std::move(blank))
    , m_reader(scope.database, scope.context)
{
    m_blank.entity = Entity::Query;
    m_blank.schema = QStringLiteral("query/1");
    m_blank.set = {};
    m_blank.reason.clear();
}

Operation QueryWriter::step(OpType type, const RecordId& query, const QString& status, const QString& message) const
{
    Operation op = m_blank;
    op.opId = OpId::create();
    op.type = type;
    op.recordId = query;
    if (!status.isEmpty())
        op.set.set(field::status, status);
    if (!message.trimmed().isEmpty())
        op.set.set(QString(field::messagePrefix + op.opId.toString()), message.trimmed());
    return op;
}

Result<> QueryWriter::append(Operation op, const Fields& before, quint64 trunk)
{
    SB_TRY(requireRight(op.role, op, before));
    SB_TRY(requireShape(op, before));
    op.baseVersion = trunk;
    return appendOver(m_scope, std::move(op), before);
}

Result<RecordId> QueryWriter::raise(Query query, const QString& message)
{
    if (message.trimmed().isEmpty())
        return messageMissing();
    SB_TRY(placeExists(m_scope, query));
    const RecordId id = query.recordId.isNull() ? RecordId::create() : query.recordId;
    query.status = firstStatus(query.type);
    query.raisedAt =
        QDateTime::fromMSecsSinceEpoch(m_blank.capturedAt.utcMs, QTimeZone::utc()).toString(Qt::ISODateWithMs);
    query.messages = {};
    Operation op = step(OpType::Query, id, {}, message);
    const Fields fields = query.toFields();
    for (const Fields::Entry& entry : fields)
        op.set.set(entry.name, entry.value);
    SB_TRY(append(std::move(op), {}, 0));
    return id;
}

Result<> QueryWriter::take(QueryStep step, const RecordId& id, const QString& text)
{
    SB_TRY_ASSIGN(const QueryReader::Head head, m_reader.head(id));
    Operation op = this->step(opTypeOf(step), id, statusAfter(step), step == QueryStep::Assign ? QString() : text);
    SB_TRY(requireByHand(op.role, step, head.query.type));
    SB_TRY(requireRight(op.role, op, head.fields)); // before anything else is told of it
    if (!fits(step, head.query.type, head.query.status))
        return fail(
            ErrorCode::Invalid,
            QT_TRANSLATE_NOOP("messages", "Somebody else has dealt with this query meanwhile. Look at it again."),
            field::status);
    if (step == QueryStep::Assign)
        op.set.set(field::assignee, text);
    else if (step != QueryStep::Close && text.trimmed().isEmpty())
        return messageMissing();
    return append(std::move(op), head.fields, head.trunk);
}

Result<> QueryWriter::followChecks(const Report& report, const std::vector<Finding>& speaking,
                                   const std::vector<CheckOverride>& overrides)
{
    SB_TRY_ASSIGN(const std::vector<QueryReader::Head> live, m_reader.liveChecks(report.recordId));
    for (const QueryReader::Head& head : live) {
        const bool speaks = std::any_of(speaking.begin(), speaking.end(), [&head](const Finding& finding) {
            return finding.field == head.query.itemOid && checkKey(finding) == head.query.check;
        });
        if (speaks)
            continue;
        const Message passes = QT_TRANSLATE_NOOP("messages", "The value was changed and the check passes now.");
        SB_TRY(append(step(OpType::Close, head.query.recordId, statusCode(QueryStatus::Closed), passes.localised()),
                      head.fields, head.trunk));
    }
    for (const CheckOverride& each : overrides) {
        const bool isThere = std::any_of(live.begin(), live.end(), [&each](const QueryReader::Head& head) {
            return head.query.itemOid == each.itemOid && head.query.check == each.check;
        });
        if (isThere)
            continue;
        Query query;
        query.patient = report.patient;
        query.report = report.recordId;
        query.itemOid = each.itemOid;
        query.check = each.check;
        query.type = QueryType::FailedCheck;
        SB_TRY(raise(std::move(query), each.reason));
    }
    return {};
}

} // namespace sitebook
