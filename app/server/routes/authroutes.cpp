// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/routes/answers.h"
#include "app/server/routes/routes.h"

#include "app/server/store/sessions.h"
#include "core/base/logging.h"
#include "core/base/poolstart.h"
#include "core/security/passwordhash.h"

#include <atomic>

namespace sitebook::server {

using namespace Qt::StringLiterals;

namespace {

constexpr int waitingSignIns = 64;

struct Credentials
{
    QString user;
    QString password;
    QString device;
};

Result<Credentials> credentialsFrom(const QByteArray& json)
{
    SB_TRY_ASSIGN(const QJsonObject object, api::parseObject(json));
    Credentials credentials{object.value(u"username"_s).toString(), object.value(u"password"_s).toString(),
                            object.value(u"device_id"_s).toString()};
    for (const auto& [name, value] :
         {std::pair(u"username"_s, credentials.user), std::pair(u"password"_s, credentials.password)})
        if (value.isEmpty() || value.size() > 1024)
            return fail(ErrorCode::Protocol, QT_TRANSLATE_NOOP("messages", "Send a user name and a password."), name);
    if (!credentials.device.isEmpty() && DeviceId::fromString(credentials.device).isNull())
        return fail(ErrorCode::Protocol, QT_TRANSLATE_NOOP("messages", "The device id must be a UUID."),
                    u"device_id"_s);
    return credentials;
}

HttpResponse sessionAnswer(Services& services, const OpenSession& session)
{
    api::LoginAnswer answer;
    answer.token = QString::fromLatin1(services.authenticator.issue(session.account, session.device, session.session));
    answer.refreshToken = session.refreshToken;
    answer.expiresInSeconds = static_cast<int>(Tokens::lifetimeSeconds);
    answer.user = session.account;
    return jsonAnswer(200, api::toBytes(answer));
}

// An unknown name costs the same time as a wrong password.
const QByteArray& dummyHash()
{
    static const QByteArray hash = hashPassword(Uuid::create().toString()).value_or(QByteArray());
    return hash;
}

Error wrongPassword()
{
    return {ErrorCode::WrongCredentials, QT_TRANSLATE_NOOP("messages", "The user name or the password is not right.")};
}

void writeOrBusy(Services& services, const ExchangePtr& exchange, WriteJob job)
{
    if (!services.store.writer().submit(std::move(job)))
        exchange->send(busyAnswer(services.sentences, *exchange));
}

void openSession(Services& services, const ExchangePtr& exchange, const Account& account, const QString& device)
{
    const auto opened = std::make_shared<OpenSession>();
    writeOrBusy(services, exchange,
                {[opened, account, device](WriteContext& context) -> Result<> {
                     SB_TRY_ASSIGN(*opened, sessions::open(context, account, device));
                     return {};
                 },
                 [opened, exchange, &services](const Result<>& written) {
                     exchange->send(written ? sessionAnswer(services, *opened)
                                            : errorAnswer(services.sentences, *exchange, written.error()));
                 }});
}

Result<std::optional<StoredAccount>> accountNamed(Services& services, const QString& name)
{
    SB_TRY_ASSIGN(auto reader, services.store.lease());
    return findAccount(reader->database(), UserName(name));
}

// On a worker: the password hash takes its time.
void verify(Services& services, const ExchangePtr& exchange, const Credentials& credentials)
{
    const auto stored = accountNamed(services, credentials.user);
    if (!stored) {
        exchange->send(errorAnswer(services.sentences, *exchange, stored.error()));
        return;
    }
    const bool right =
        verifyPassword(*stored ? (*stored)->passwordHash : dummyHash(), credentials.password) && stored->has_value();
    if (!right) {
        services.lockout.failed(credentials.user);
        qCInfo(lcSecurity, "A sign-in failed (request %s)", exchange->requestId.c_str());
        exchange->send(errorAnswer(services.sentences, *exchange, wrongPassword()));
        return;
    }
    services.lockout.succeeded(credentials.user);
    services.signInRate.giveBack(credentials.user);
    openSession(services, exchange, (*stored)->account, credentials.device);
}

bool mayTry(const Call& call, const QString& user)
{
    if (const int wait = call.services.lockout.waitSeconds(user); wait > 0) {
        HttpResponse response = errorAnswer(
            call.services.sentences, *call.exchange, 423,
            Error(ErrorCode::Locked,
                  QT_TRANSLATE_NOOP("messages",
                                    "Too many wrong passwords: this account is closed for a quarter of an hour.")));
        response.headers = retryAfter(wait);
        call.answer(std::move(response));
        return false;
    }
    if (const int wait = call.services.signInRate.take(user); wait > 0) {
        HttpResponse response = errorAnswer(
            call.services.sentences, *call.exchange, 429,
            Error(ErrorCode::Busy, QT_TRANSLATE_NOOP("messages", "Too many attempts. Wait a minute and try again.")),
            "too_many_requests");
        response.headers = retryAfter(wait);
        call.answer(std::move(response));
        return false;
    }
    return true;
}

} // namespace

void routes::login(const Call& call)
{
    const auto body = call.jsonBody();
    if (!body)
        return;
    auto credentials = credentialsFrom(*body);
    if (!credentials) {
        call.answer(credentials.error());
        return;
    }
    if (!mayTry(call, credentials->user))
        return;
    auto& waiting = call.services.waitingSignIns;
    if (waiting.fetch_add(1) >= waitingSignIns) {
        waiting.fetch_sub(1);
        call.answer(busyAnswer(call.services.sentences, *call.exchange));
        return;
    }
    startOn(call.services.signIns,
            [&services = call.services, exchange = call.exchange, wanted = *std::move(credentials)] {
                verify(services, exchange, wanted);
                services.waitingSignIns.fetch_sub(1);
            });
}

void routes::refresh(const Call& call)
{
    const auto body = call.jsonBody();
    if (!body)
        return;
    const auto object = api::parseObject(*body);
    if (!object) {
        call.answer(object.error());
        return;
    }
    const auto rotation = std::make_shared<sessions::Rotation>();
    Services& services = call.services;
    writeOrBusy(services, call.exchange,
                {[rotation, token = object->value(u"refreshToken"_s).toString(),
                  device = object->value(u"device_id"_s).toString()](WriteContext& context) -> Result<> {
                     SB_TRY_ASSIGN(*rotation, sessions::rotate(context, token, device));
                     return {};
                 },
                 [rotation, exchange = call.exchange, &services](const Result<>& written) {
                     if (rotation->revoked)
                         services.authenticator.endSession(*rotation->revoked);
                     if (written && rotation->next) {
                         exchange->send(sessionAnswer(services, *rotation->next));
                         return;
                     }
                     exchange->send(errorAnswer(services.sentences, *exchange,
                                                written ? Error(ErrorCode::WrongCredentials,
                                                                QT_TRANSLATE_NOOP("messages", "Please sign in again."))
                                                        : written.error()));
                 }});
}

void routes::logout(const Call& call)
{
    Services& services = call.services;
    const auto object =
        api::parseObject(QByteArray(call.request.body.data(), static_cast<qsizetype>(call.request.body.size())));
    const QString token = object ? object->value(u"refreshToken"_s).toString() : QString();
    const auto bearer = services.authenticator.check(call.request.authorization);
    if (token.isEmpty() && !bearer) {
        call.answer(bearer.error());
        return;
    }
    const auto ended = std::make_shared<std::optional<QString>>();
    const QString session = bearer ? (*bearer)->session : QString();
    writeOrBusy(services, call.exchange,
                {[ended, token, session](WriteContext& context) -> Result<> {
                     if (!token.isEmpty()) {
                         SB_TRY_ASSIGN(*ended, sessions::endByToken(context, token));
                     }
                     return session.isEmpty() ? Result<>() : sessions::end(context, session);
                 },
                 [ended, session, exchange = call.exchange, &services](const Result<>& written) {
                     if (!written) {
                         exchange->send(errorAnswer(services.sentences, *exchange, written.error()));
                         return;
                     }
                     if (*ended)
                         services.authenticator.endSession(**ended);
                     if (!session.isEmpty())
                         services.authenticator.endSession(session);
                     exchange->send(jsonAnswer(204, {}));
                 }});
}

} // namespace sitebook::server
