// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/routes/answers.h"

#include "core/text/strictjson.h"

#include <QRandomGenerator>

namespace sitebook::server {

namespace {

int statusOf(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Protocol:
    case ErrorCode::Unsupported:
        return 400;
    case ErrorCode::WrongCredentials:
        return 401;
    case ErrorCode::Denied:
        return 403;
    case ErrorCode::NotFound:
        return 404;
    case ErrorCode::AlreadyExists:
        return 409;
    case ErrorCode::Invalid:
        return 422;
    case ErrorCode::Busy:
    case ErrorCode::DiskFull:
    case ErrorCode::NotWritable:
        return 503;
    default:
        return 500;
    }
}

} // namespace

HttpResponse jsonAnswer(int status, const QByteArray& json)
{
    HttpResponse response;
    response.status = status;
    response.body.assign(json.constData(), static_cast<size_t>(json.size()));
    return response;
}

HttpResponse errorAnswer(const Sentences& sentences, const Exchange& exchange, int status, const Error& error,
                         std::string_view code)
{
    HttpResponse response;
    response.status = status;
    std::string& body = response.body;
    body = "{\"error\":";
    json::appendString(body, sentences.in(error.message, exchange.chinese).toStdString());
    body += ",\"code\":";
    json::appendString(body, code.empty() ? error.word().toStdString() : std::string(code));
    body += ",\"requestId\":";
    json::appendString(body, exchange.requestId);
    if (!error.where.isEmpty()) {
        body += ",\"field\":";
        json::appendString(body, error.where.toStdString());
    }
    body += '}';
    if (status == 401)
        response.headers = "WWW-Authenticate: Bearer\r\n";
    if (status == 503)
        response.headers = retryAfter(static_cast<int>(QRandomGenerator::global()->bounded(5, 31)));
    return response;
}

HttpResponse errorAnswer(const Sentences& sentences, const Exchange& exchange, const Error& error)
{
    return errorAnswer(sentences, exchange, statusOf(error.code), error);
}

HttpResponse busyAnswer(const Sentences& sentences, const Exchange& exchange)
{
    return errorAnswer(
        sentences, exchange, 503,
        Error(ErrorCode::Busy, QT_TRANSLATE_NOOP("messages", "The server is busy. Try again in a few seconds.")));
}

std::string retryAfter(int seconds)
{
    return "Retry-After: " + std::to_string(seconds) + "\r\n";
}

} // namespace sitebook::server
