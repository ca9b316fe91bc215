// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/answers.h"

#include "core/sync/sentences.h"

#include <QJsonObject>
#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;

namespace sitebook::sync {

namespace {

auto incomplete(const char* where)
{
    return fail(ErrorCode::Protocol, sentences::incomplete(), QString::fromLatin1(where));
}

bool digestMatches(const HttpDone& done)
{
    return done.headers.contentDigest && done.headers.contentDigest->trimmed() == api::contentDigest(done.body);
}

} // namespace

Verdict verdictOf(int status)
{
    switch (status) {
    case 200:
        return Verdict::Answer;
    case 304:
        return Verdict::NotModified;
    case 400:
    case 415:
    case 422:
        return Verdict::Refused;
    case 401:
        return Verdict::SignIn;
    case 403:
        return Verdict::Denied;
    case 409:
        return Verdict::Running;
    case 410:
        return Verdict::Gone;
    case 413:
        return Verdict::TooLarge;
    case 426:
        return Verdict::Outdated;
    case 429:
    case 503:
        return Verdict::Shed;
    default:
        return status >= 500 && status <= 599 ? Verdict::Unknown : Verdict::NotOurs;
    }
}

Refusal refusalOf(const HttpDone& done)
{
    Refusal refusal;
    if (const auto body = api::parseObject(done.body)) {
        refusal.code = body->value("code"_L1).toString();
        refusal.field = body->value("field"_L1).toString();
        refusal.reason = body->value("error"_L1).toString();
    }
    refusal.isOurs = !refusal.code.isEmpty();
    if (!refusal.isOurs)
        refusal.code = u"http_"_s + QString::number(done.status);
    return refusal;
}

Result<api::PushAnswer> readPush(const HttpDone& done, const OutgoingBatch& batch)
{
    if (!digestMatches(done))
        return incomplete("Content-Digest");
    SB_TRY_ASSIGN(api::PushAnswer answer, api::pushAnswerFromBytes(done.body));
    if (answer.batch != batch.batch)
        return incomplete("batch_id");
    std::set<OpId> awaited;
    for (const Operation& op : batch.ops)
        awaited.insert(op.opId);
    for (const api::ItemResult& result : answer.results) {
        if (awaited.erase(result.opId) == 0)
            return incomplete("op_id");
    }
    return answer;
}

Result<api::ChangesPage> readPage(const HttpDone& done, quint64 after)
{
    if (!digestMatches(done))
        return incomplete("Content-Digest");
    SB_TRY_ASSIGN(api::ChangesPage page, api::changesPageFromBytes(done.body));
    if (page.after != after)
        return incomplete("after");
    quint64 last = after;
    for (const api::Change& change : page.changes) {
        if (change.seq <= last)
            return incomplete("seq");
        last = change.seq;
    }
    if (page.next < last || (page.more && page.next <= after))
        return incomplete("next");
    return page;
}

Result<api::StatusAnswer> readStatus(const HttpDone& done, const std::vector<OpId>& asked)
{
    if (!digestMatches(done))
        return incomplete("Content-Digest");
    SB_TRY_ASSIGN(api::StatusAnswer answer, api::statusAnswerFromBytes(done.body));
    std::set<OpId> awaited(asked.begin(), asked.end());
    for (const auto& known : answer.known) {
        if (awaited.erase(known.opId) == 0)
            return incomplete("known");
    }
    for (const OpId& unknown : answer.unknown) {
        if (awaited.erase(unknown) == 0)
            return incomplete("unknown");
    }
    if (!awaited.empty())
        return incomplete("op_ids");
    return answer;
}

Result<api::Meta> readMeta(const HttpDone& done)
{
    if (done.headers.contentDigest && !digestMatches(done))
        return incomplete("Content-Digest");
    SB_TRY_ASSIGN(api::Meta meta, api::metaFromBytes(done.body));
    if (meta.epoch.isEmpty())
        return incomplete("epoch");
    return meta;
}

Incoming incomingOf(const api::Change& change)
{
    return Incoming{change.seq, change.version, change.outcome, change.code, change.receivedAtMs, change.op};
}

Settled settledOf(const api::StatusAnswer::Known& known)
{
    Settled settled;
    settled.opId = known.opId;
    settled.state = known.outcome == Outcome::Conflict ? OpDelivery::Conflict : OpDelivery::Acked;
    settled.seq = known.seq;
    settled.version = known.version;
    settled.outcome = known.outcome;
    return settled;
}

Settled settledOf(const api::ItemResult& result, qint64 retryAtUtcMs)
{
    Settled settled;
    settled.opId = result.opId;
    settled.seq = result.seq;
    settled.version = result.version;
    settled.code = result.code;
    settled.field = result.field;
    settled.reason = result.message;
    switch (result.status) {
    case api::ItemStatus::Applied:
        settled.outcome = Outcome::Applied;
        break;
    case api::ItemStatus::Duplicate:
        settled.outcome = result.outcome;
        break;
    case api::ItemStatus::Merged:
        settled.outcome = Outcome::Merged;
        break;
    case api::ItemStatus::Conflict:
        settled.outcome = Outcome::Conflict;
        break;
    case api::ItemStatus::Rejected:
        settled.state = OpDelivery::Quarantined;
        return settled;
    case api::ItemStatus::Retry:
        settled.state = OpDelivery::Queued;
        settled.retryAtUtcMs = retryAtUtcMs;
        return settled;
    }
    settled.state = settled.outcome == Outcome::Conflict ? OpDelivery::Conflict : OpDelivery::Acked;
    return settled;
}

} // namespace sitebook::sync
