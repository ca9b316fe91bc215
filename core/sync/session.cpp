// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/session.h"

#include "core/sync/answers.h"
#include "core/sync/retry.h"
#include "core/sync/sentences.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace sitebook::sync {

namespace {

ApiRequest post(const QString& path, const QJsonObject& body)
{
    ApiRequest request;
    request.method = "POST"_ba;
    request.path = path;
    request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    return request;
}

auto failed(ErrorCode code, const Message& message, const ApiAnswer& answer)
{
    return fail(Error(code, message, {}, answer.requestId));
}

} // namespace

ApiRequest loginRequest(const UserName& user, const QString& password, const DeviceId& device)
{
    return post(
        u"/api/auth/login"_s,
        QJsonObject{{u"username"_s, user.toString()}, {u"password"_s, password}, {u"device_id"_s, device.toString()}});
}

ApiRequest refreshRequest(const QByteArray& refreshToken, const DeviceId& device)
{
    return post(u"/api/auth/refresh"_s, QJsonObject{{u"refreshToken"_s, QString::fromLatin1(refreshToken)},
                                                    {u"device_id"_s, device.toString()}});
}

ApiRequest logoutRequest(const QByteArray& bearer, const QByteArray& refreshToken, const DeviceId& device)
{
    ApiRequest request = refreshRequest(refreshToken, device);
    request.path = u"/api/auth/logout"_s;
    request.bearer = bearer;
    return request;
}

Result<api::LoginAnswer> readLogin(const ApiAnswer& answer, qint64 utcMs)
{
    if (answer.failure) {
        const bool untrusted = *answer.failure == HttpFailure::Untrusted;
        return failed(ErrorCode::Offline, untrusted ? sentences::failure(*answer.failure) : sentences::signInOffline(),
                      answer);
    }
    const auto wait = retryAfterMs(answer.headers.retryAfter, utcMs);
    switch (answer.status) {
    case 200: {
        auto login = api::loginAnswerFromBytes(answer.body);
        if (!login)
            return failed(ErrorCode::Protocol, sentences::incomplete(), answer);
        return login;
    }
    case 401:
        return failed(ErrorCode::WrongCredentials, sentences::wrongCredentials(), answer);
    case 423:
        return failed(ErrorCode::Locked, sentences::accountLocked(), answer);
    case 429:
        return failed(ErrorCode::Busy, sentences::tooManySignIns((wait.value_or(60'000) + 999) / 1000), answer);
    case 503:
        return failed(ErrorCode::Server, sentences::busy(), answer);
    default:
        if (verdictOf(answer.status) == Verdict::NotOurs)
            return failed(ErrorCode::Protocol, sentences::notOurs(answer.status), answer);
        return failed(ErrorCode::Server, sentences::serverFault(answer.status), answer);
    }
}

QString refreshTokenKey(const QString& workspaceId, const UserName& user)
{
    return u"refresh/"_s + workspaceId + u'/' + user.toString();
}

} // namespace sitebook::sync
