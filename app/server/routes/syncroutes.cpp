// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/routes/answers.h"
#include "app/server/routes/routes.h"

#include "core/base/poolstart.h"
#include "core/security/permissions.h"

#include <array>

namespace sitebook::server {

using namespace Qt::StringLiterals;

namespace {

Error otherSite()
{
    return {ErrorCode::Denied, QT_TRANSLATE_NOOP("messages", "You are signed in for another site."), u"site"_s};
}

Error epochChanged()
{
    return {ErrorCode::Conflict,
            QT_TRANSLATE_NOOP("messages",
                              "The server's history was replaced, for example by a backup. Ask again from the start.")};
}

// The site in the path must be the token's, and the role allowed to do this.
Result<> mayUseSite(const Call& call, Action action)
{
    if (percentDecoded(call.parameter) != call.claims->site.toString().toStdString())
        return fail(otherSite());
    return require(call.claims->role, action);
}

// What a desk takes as said: with the digest that shows it arrived whole.
HttpResponse wholeAnswer(const QByteArray& body)
{
    HttpResponse response = jsonAnswer(200, body);
    response.headers = "Content-Digest: " + api::contentDigest(body).toStdString() + "\r\n";
    return response;
}

const char* statusName(api::ItemStatus status)
{
    static constexpr std::array<const char*, 6> names{"applied",  "duplicate", "merged",
                                                      "conflict", "rejected",  "retry"};
    return names.at(static_cast<size_t>(status));
}

void countResults(Services& services, const api::PushAnswer& answer)
{
    for (const api::ItemResult& result : answer.results)
        services.metrics
            .counter("sitebook_sync_operations_total", "Operations received, by what became of them.",
                     {{"status", statusName(result.status)}})
            .add();
}

struct Push
{
    Services& services;
    ExchangePtr exchange;
    std::shared_ptr<const Claims> claims;
    api::PushRequest request;
    api::PushAnswer answer;
};

Result<> checkPush(const Push& push)
{
    if (!push.claims->device.isEmpty() && push.claims->device != push.request.device.toString())
        return fail(ErrorCode::Denied, QT_TRANSLATE_NOOP("messages", "You are signed in on another device."),
                    u"device_id"_s);
    return {};
}

// On a worker: a batch takes some milliseconds to parse.
void push(Services& services, const ExchangePtr& exchange, const std::shared_ptr<const Claims>& claims,
          const QByteArray& body, const QByteArray& digest)
{
    const auto refuse = [&](int status, const Error& error, std::string_view code = {}) {
        exchange->send(errorAnswer(services.sentences, *exchange, status, error, code));
    };
    if (!digest.isEmpty() && digest != api::contentDigest(body)) {
        refuse(400,
               Error(ErrorCode::Protocol, QT_TRANSLATE_NOOP("messages", "The body does not match its Content-Digest.")),
               "digest_mismatch");
        return;
    }
    auto request = api::pushRequestFromBytes(body);
    if (!request) {
        refuse(400, request.error());
        return;
    }
    const auto task = std::make_shared<Push>(Push{services, exchange, claims, *std::move(request), {}});
    if (const auto good = checkPush(*task); !good) {
        refuse(403, good.error());
        return;
    }
    if (!task->request.epoch.isEmpty() && task->request.epoch != services.store.epoch()) {
        refuse(410, epochChanged(), "epoch_changed");
        return;
    }
    const bool taken = services.store.writer().submit(
        {[task](WriteContext& context) -> Result<> {
             SB_TRY_ASSIGN(task->answer, task->services.intake.take(context, task->claims->site, task->request));
             return {};
         },
         [task](const Result<>& written) {
             if (!written) {
                 task->exchange->send(errorAnswer(task->services.sentences, *task->exchange, written.error()));
                 return;
             }
             countResults(task->services, task->answer);
             task->exchange->send(wholeAnswer(api::toBytes(task->answer)));
         }});
    if (!taken)
        exchange->send(busyAnswer(services.sentences, *exchange));
}

struct ChangesQuestion
{
    quint64 after = 0;
    int limit = api::changesLimit;
    QString epoch;
    std::string ifNoneMatch;
};

Result<ChangesQuestion> changesQuestion(const HttpRequest& request)
{
    ChangesQuestion question;
    question.epoch = QString::fromStdString(queryValue(request.query, "epoch"));
    question.ifNoneMatch = request.ifNoneMatch;
    bool good = true;
    if (const std::string after = queryValue(request.query, "after"); !after.empty())
        question.after = QByteArray::fromStdString(after).toULongLong(&good);
    if (!good || question.after >= (1ULL << 40U))
        return fail(ErrorCode::Protocol, QT_TRANSLATE_NOOP("messages", "The cursor must be a number."), u"after"_s);
    if (const std::string limit = queryValue(request.query, "limit"); !limit.empty())
        question.limit = QByteArray::fromStdString(limit).toInt(&good);
    if (!good || question.limit < 1)
        return fail(ErrorCode::Protocol, QT_TRANSLATE_NOOP("messages", "The limit must be a number of 1 or more."),
                    u"limit"_s);
    question.limit = std::min(question.limit, api::changesLimit);
    return question;
}

// Identities leave the feed for those who may not see them.
void hideIdentities(api::ChangesPage& page)
{
    for (api::Change& change : page.changes) {
        if (change.op.entity != Entity::Patient)
            continue;
        Fields shown;
        for (const Fields::Entry& entry : change.op.set)
            if (!isIdentifying(entry.name))
                shown.set(entry.name, entry.value);
        change.op.set = shown;
    }
}

Result<HttpResponse> changesAnswer(Services& services, const Exchange& exchange, const Claims& claims,
                                   const ChangesQuestion& question)
{
    SB_TRY_ASSIGN(auto reader, services.store.lease());
    SB_TRY_ASSIGN(const quint64 head, reader->headOf(claims.site));
    if (question.after > head)
        return errorAnswer(services.sentences, exchange, 410, epochChanged(), "cursor_expired");
    const std::string tag = "\"" + services.store.epoch().toStdString() + "." + std::to_string(head) + "\"";
    HttpResponse response;
    if (question.after == head && question.ifNoneMatch == tag) {
        response.status = 304;
        response.headers = "ETag: " + tag + "\r\n";
        return response;
    }
    SB_TRY_ASSIGN(api::ChangesPage page, reader->changes(claims.site, question.after, question.limit));
    page.epoch = services.store.epoch();
    if (!may(claims.role, Action::ViewIdentities))
        hideIdentities(page);
    response = wholeAnswer(api::toBytes(page));
    response.headers += "ETag: \"" + page.epoch.toStdString() + "." + std::to_string(page.head) + "\"\r\n";
    return response;
}

Result<HttpResponse> statusAnswer(Services& services, const Claims& claims, const QByteArray& body)
{
    SB_TRY_ASSIGN(const auto ids, api::statusRequestFromBytes(body));
    SB_TRY_ASSIGN(auto reader, services.store.lease());
    SB_TRY_ASSIGN(api::StatusAnswer answer, reader->status(claims.site, ids));
    answer.epoch = services.store.epoch();
    return wholeAnswer(api::toBytes(answer));
}

} // namespace

void routes::pushOperations(const Call& call)
{
    if (const auto allowed = mayUseSite(call, Action::PushOperations); !allowed) {
        call.answer(allowed.error());
        return;
    }
    const auto body = call.jsonBody();
    if (!body)
        return;
    if (const int wait =
            call.services.pushRate.take(QString(call.claims->user.toString() + u'\n' + call.claims->device));
        wait > 0) {
        HttpResponse response = errorAnswer(
            call.services.sentences, *call.exchange, 429,
            Error(ErrorCode::Busy, QT_TRANSLATE_NOOP("messages", "Too many requests. Try again in a few seconds.")),
            "too_many_requests");
        response.headers = retryAfter(wait);
        call.answer(std::move(response));
        return;
    }
    startOn(call.services.workers,
            [&services = call.services, exchange = call.exchange, claims = call.claims, json = *body,
             digest = QByteArray(call.request.contentDigest.data(),
                                 static_cast<qsizetype>(call.request.contentDigest.size()))] {
                push(services, exchange, claims, json, digest);
            });
}

void routes::operationStatus(const Call& call)
{
    if (const auto allowed = mayUseSite(call, Action::PushOperations); !allowed) {
        call.answer(allowed.error());
        return;
    }
    const auto body = call.jsonBody();
    if (!body)
        return;
    startOn(call.services.workers, [&services = call.services, exchange = call.exchange, claims = call.claims,
                                    json = *body] {
        auto answer = statusAnswer(services, *claims, json);
        exchange->send(answer ? *std::move(answer) : errorAnswer(services.sentences, *exchange, answer.error()));
    });
}

void routes::changes(const Call& call)
{
    if (const auto allowed = mayUseSite(call, Action::ViewClinical); !allowed) {
        call.answer(allowed.error());
        return;
    }
    auto question = changesQuestion(call.request);
    if (!question) {
        call.answer(question.error());
        return;
    }
    if (!question->epoch.isEmpty() && question->epoch != call.services.store.epoch()) {
        call.answer(410, epochChanged(), "epoch_changed");
        return;
    }
    startOn(call.services.workers, [&services = call.services, exchange = call.exchange, claims = call.claims,
                                    asked = *std::move(question)] {
        auto answer = changesAnswer(services, *exchange, *claims, asked);
        exchange->send(answer ? *std::move(answer) : errorAnswer(services.sentences, *exchange, answer.error()));
    });
}

} // namespace sitebook::server
