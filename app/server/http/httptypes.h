// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>
#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace sitebook::server {

class StreamPipe;

// What a client may cost before it is cut off. Times in milliseconds.
struct HttpLimits
{
    int threads = 1;
    int connections = 1024;
    size_t headerBytes = 8U * 1024;
    size_t bodyBytes = 1024U * 1024;
    int headerMs = 10'000; // from a request's first byte (or the connection's start) to the end of its header
    int bodyMs = 30'000;   // for the rest of the request
    int idleMs = 30'000;   // between two requests
    int writeMs = 30'000;  // without progress of an answer
    int stopMs = 10'000;   // for what was taken, after a stop was asked for
};

// A request as views into the connection's buffers: valid only while HttpHandler::handle() runs.
struct HttpRequest
{
    std::string_view method;
    std::string_view path; // before '?', as sent
    std::string_view query;
    std::string_view authorization;
    std::string_view acceptLanguage;
    std::string_view requestId;
    std::string_view traceparent;
    std::string_view ifNoneMatch;
    std::string_view contentType;
    std::string_view contentEncoding;
    std::string_view contentDigest;
    std::string_view idempotencyKey;
    std::string_view body;
};

struct HttpResponse
{
    int status = 200;
    std::string_view contentType = "application/json"; // a literal
    std::string headers;                               // more header lines, each with its CR LF
    std::string body;
    std::shared_ptr<StreamPipe> stream; // instead of body: sent in chunks as they come
};

// One request and its answer. Kept alive by whoever still has to answer; a client that left meanwhile is no error.
class Exchange
{
public:
    Exchange() = default;
    Exchange(const Exchange&) = delete;
    Exchange& operator=(const Exchange&) = delete;
    virtual ~Exchange() = default;

    // Answers, once, from any thread. Called inside HttpHandler::handle() it may end the request: its views are gone
    // then.
    virtual void send(HttpResponse response) = 0;

    // Runs `task` on the exchange's reactor, after what it has at hand now.
    virtual void defer(std::function<void()> task) = 0;

    int reactor = 0; // index of the reactor thread, fixed

    // For the access log and the metrics; set by the handler before it answers.
    int route = -1; // index of the route, -1: none
    bool chinese = false;
    std::string requestId;
    std::string traceId;
    std::chrono::steady_clock::time_point startedAt;
};
using ExchangePtr = std::shared_ptr<Exchange>;

enum class HttpFailure { BadRequest, HeaderTooLarge, BodyTooLarge, TimedOut, TooManyConnections };

// What the server asks; called on its reactor threads and never blocking.
class HttpHandler
{
public:
    HttpHandler() = default;
    HttpHandler(const HttpHandler&) = delete;
    HttpHandler& operator=(const HttpHandler&) = delete;
    virtual ~HttpHandler() = default;

    virtual void handle(const HttpRequest& request, const ExchangePtr& exchange) = 0;
    // The answer to something that is no request; the connection is closed after it.
    [[nodiscard]] virtual HttpResponse failure(HttpFailure failure, Exchange& exchange) = 0;
    // After the last byte of an answer was handed to the system. `method` as sent.
    virtual void finished(const Exchange& exchange, std::string_view method, int status, size_t bytes) = 0;
};

} // namespace sitebook::server
