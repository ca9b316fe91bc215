// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakequeries.h"

#include "tests/support/answered.h"

using namespace Qt::StringLiterals;

namespace sitebook::fake {

void Queries::put(std::vector<QueryRow> rows)
{
    m_list = std::make_shared<const QueryList>(std::move(rows));
    Q_EMIT listChanged();
}

RecordId Queries::add(QueryRow row, const QString& message)
{
    if (row.recordId.isNull())
        row.recordId = RecordId::create();
    row.lastMessage = message;
    row.lastBy = row.raisedBy;
    QueryMessage first;
    first.user = row.raisedBy;
    first.role = row.raisedByRole;
    first.at.utcMs = row.raisedUtcMs;
    first.text = message;
    m_threads[row.recordId] = {first};
    std::vector<QueryRow> rows = m_list->rows();
    rows.push_back(row);
    put(std::move(rows));
    return row.recordId;
}

QFuture<Result<std::vector<QueryMessage>>> Queries::thread(const RecordId& query)
{
    return answered<std::vector<QueryMessage>>(m_threads[query]);
}

bool Queries::may(QueryStep step, const QueryRow& row) const
{
    return isLive(row.status) && !forbidden.contains(step);
}

QFuture<Result<RecordId>> Queries::raise(const Query& query, const QString& message)
{
    if (nextError)
        return answered<RecordId>(fail(*std::exchange(nextError, std::nullopt)));
    if (message.isEmpty())
        return answered<RecordId>(fail(ErrorCode::Invalid, "Write what it is about."));
    QueryRow row;
    row.patient = query.patient;
    row.report = query.report;
    row.itemOid = query.itemOid;
    row.type = query.type;
    row.status = firstStatus(query.type);
    row.raisedBy = user;
    return answered<RecordId>(add(row, message));
}

QFuture<Result<>> Queries::take(QueryStep step, const RecordId& query, const QString& text)
{
    if (nextError)
        return answered<void>(fail(*std::exchange(nextError, std::nullopt)));
    if (step == QueryStep::Answer && text.isEmpty())
        return answered<void>(fail(ErrorCode::Invalid, "Write what it is about."));
    std::vector<QueryRow> rows = m_list->rows();
    for (QueryRow& row : rows) {
        if (row.recordId != query)
            continue;
        if (step == QueryStep::Assign)
            row.assignee = text;
        else
            row.status = step == QueryStep::Answer     ? QueryStatus::Answered
                         : step == QueryStep::AskAgain ? QueryStatus::Open
                         : step == QueryStep::Close    ? QueryStatus::Closed
                                                       : QueryStatus::Cancelled;
        QueryMessage message;
        message.kind = step == QueryStep::Answer ? QueryMessage::Kind::Answered : QueryMessage::Kind::Closed;
        message.user = user;
        message.text = text;
        m_threads[query].push_back(message);
        taken << statusCode(row.status) + u": "_s + text;
    }
    put(std::move(rows));
    return answered<void>({});
}

QFuture<Result<std::vector<VerificationRow>>> Reviews::verification()
{
    return answered<std::vector<VerificationRow>>(rows);
}

QFuture<Result<>> Reviews::verify(const Report&, const QStringList& itemOids, bool verified)
{
    done << (verified ? u"verify "_s : u"unverify "_s) + itemOids.join(u' ');
    return answered<void>({});
}

QFuture<Result<>> Reviews::verifyAll(const RecordId&)
{
    done << u"verifyAll"_s;
    return answered<void>({});
}

QFuture<Result<>> Reviews::setLocked(const RecordId&, bool locked, const QString& reason)
{
    done << (locked ? u"lock "_s : u"unlock "_s) + reason;
    return answered<void>({});
}

} // namespace sitebook::fake
