// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/routes/dispatcher.h"

#include "app/server/routes/answers.h"
#include "app/server/routes/routes.h"
#include "core/telemetry/traceparent.h"

namespace sitebook::server {

namespace {

using Handler = void (*)(const Call&);

// In the order of Route.
constexpr std::array<Handler, 15> handlers{
    routes::login,   routes::refresh, routes::logout,        routes::meta,           routes::patients,
    routes::patient, routes::report,  routes::exportRecords, routes::pushOperations, routes::operationStatus,
    routes::changes, routes::openApi, routes::health,        routes::ready,          routes::metrics,
};

} // namespace

Dispatcher::Dispatcher(Services& services, RequestLog& log)
    : m_services(services)
    , m_log(log)
{
}

void Dispatcher::handle(const HttpRequest& request, const ExchangePtr& exchange)
{
    m_log.started();
    if (!request.acceptLanguage.empty())
        exchange->chinese = Sentences::prefersChinese(request.acceptLanguage);
    if (!request.traceparent.empty())
        if (auto trace = parseTraceParent(request.traceparent))
            exchange->traceId = std::move(trace->traceId);
    const RouteMatch match = matchRoute(request.method, request.path);
    if (match.route == nullptr) {
        refuseUnknown(exchange, match.allow);
        return;
    }
    exchange->route = static_cast<int>(match.route->id);
    Call call{m_services, request, exchange, nullptr, match.parameter};
    if (match.route->needsToken) {
        auto claims = m_services.authenticator.check(request.authorization);
        if (!claims) {
            call.answer(claims.error());
            return;
        }
        call.claims = *std::move(claims);
    }
    handlers.at(static_cast<size_t>(match.route->id))(call);
}

void Dispatcher::refuseUnknown(const ExchangePtr& exchange, const std::string& allow) const
{
    if (allow.empty()) {
        exchange->send(errorAnswer(
            m_services.sentences, *exchange, 404,
            Error(ErrorCode::NotFound, QT_TRANSLATE_NOOP("messages", "There is nothing at this address."))));
        return;
    }
    HttpResponse response = errorAnswer(
        m_services.sentences, *exchange, 405,
        Error(ErrorCode::Unsupported, QT_TRANSLATE_NOOP("messages", "This address does not know that method.")),
        "method_not_allowed");
    response.headers = "Allow: " + allow + "\r\n";
    exchange->send(std::move(response));
}

HttpResponse Dispatcher::failure(HttpFailure failure, Exchange& exchange)
{
    m_log.started();
    const auto answer = [&](int status, ErrorCode code, const char* sentence, std::string_view word) {
        return errorAnswer(m_services.sentences, exchange, status, Error(code, sentence), word);
    };
    switch (failure) {
    case HttpFailure::HeaderTooLarge:
        return answer(431, ErrorCode::Invalid, QT_TRANSLATE_NOOP("messages", "The header of the request is too large."),
                      "header_too_large");
    case HttpFailure::BodyTooLarge:
        return answer(413, ErrorCode::Invalid, QT_TRANSLATE_NOOP("messages", "The body of the request is too large."),
                      "body_too_large");
    case HttpFailure::TimedOut:
        return answer(408, ErrorCode::Invalid, QT_TRANSLATE_NOOP("messages", "The request took too long to arrive."),
                      "timeout");
    case HttpFailure::TooManyConnections:
        return busyAnswer(m_services.sentences, exchange);
    case HttpFailure::BadRequest:
        break;
    }
    return answer(400, ErrorCode::Protocol, QT_TRANSLATE_NOOP("messages", "This is not a valid request."),
                  "bad_request");
}

void Dispatcher::finished(const Exchange& exchange, std::string_view method, int status, size_t bytes)
{
    m_log.finished(exchange, method, status, bytes, m_services.clock.now().utcMs);
}

} // namespace sitebook::server
