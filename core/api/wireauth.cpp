// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/wire.h"

#include "core/api/wirereader.h"

#include <QJsonDocument>

namespace sitebook::api {

using namespace Qt::StringLiterals;

namespace {

QJsonObject accountJson(const Account& account)
{
    return {{u"username"_s, account.userName.toString()},
            {u"displayName"_s, account.displayName},
            {u"role"_s, roleCode(account.role)},
            {u"siteId"_s, account.siteId.toString()}};
}

Result<Account> accountFromJson(const QJsonObject& object)
{
    WireReader reader(object);
    Account account;
    account.userName = UserName(reader.text("username"));
    account.displayName = reader.textOr("displayName");
    account.siteId = SiteId(reader.text("siteId"));
    const auto role = roleFromCode(reader.text("role"));
    if (!role)
        reader.wrong("role");
    account.role = role.value_or(Role::Coordinator);
    SB_TRY(reader.finish());
    return account;
}

} // namespace

QByteArray toBytes(const Meta& meta)
{
    const QJsonObject object{
        {u"server_time"_s, timeText(meta.serverTimeMs)},
        {u"epoch"_s, meta.epoch},
        {u"protocol"_s, QJsonObject{{u"min"_s, meta.protocolMin}, {u"max"_s, meta.protocolMax}}},
        {u"study"_s, QJsonObject{{u"oid"_s, meta.studyOid}, {u"version"_s, meta.studyVersionOid}}},
        {u"limits"_s, QJsonObject{{u"batch_ops"_s, batchOperationsLimit},
                                  {u"batch_bytes"_s, batchBytesLimit},
                                  {u"status_ids"_s, statusIdsLimit},
                                  {u"changes"_s, changesLimit}}},
        {u"poll_s"_s, meta.pollSeconds},
        {u"receipt_key"_s, QJsonObject{{u"kid"_s, meta.receiptKeyId},
                                       {u"public"_s, QString::fromLatin1(meta.receiptPublicKey.toBase64())}}}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

Result<Meta> metaFromBytes(const QByteArray& json)
{
    SB_TRY_ASSIGN(const QJsonObject object, parseObject(json));
    WireReader reader(object);
    WireReader protocol(reader.object("protocol"));
    WireReader study(reader.object("study"));
    WireReader key(reader.object("receipt_key"));
    Meta meta;
    meta.serverTimeMs = reader.timeMs("server_time");
    meta.epoch = reader.text("epoch");
    meta.protocolMin = static_cast<int>(protocol.number("min"));
    meta.protocolMax = static_cast<int>(protocol.number("max"));
    meta.studyOid = study.text("oid");
    meta.studyVersionOid = study.text("version");
    meta.pollSeconds = static_cast<int>(std::clamp<quint64>(reader.number("poll_s"), 1, 86400));
    meta.receiptKeyId = key.text("kid");
    meta.receiptPublicKey = key.base64("public");
    SB_TRY(reader.finish());
    SB_TRY(protocol.finish());
    SB_TRY(study.finish());
    SB_TRY(key.finish());
    return meta;
}

QByteArray toBytes(const LoginAnswer& answer)
{
    const QJsonObject object{{u"token"_s, answer.token},
                             {u"refreshToken"_s, answer.refreshToken},
                             {u"expiresIn"_s, answer.expiresInSeconds},
                             {u"user"_s, accountJson(answer.user)}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

Result<LoginAnswer> loginAnswerFromBytes(const QByteArray& json)
{
    SB_TRY_ASSIGN(const QJsonObject object, parseObject(json));
    WireReader reader(object);
    LoginAnswer answer;
    answer.token = reader.text("token");
    answer.refreshToken = reader.text("refreshToken");
    answer.expiresInSeconds = static_cast<int>(std::clamp<quint64>(reader.number("expiresIn"), 0, 86400));
    const QJsonObject user = reader.object("user");
    SB_TRY(reader.finish());
    SB_TRY_ASSIGN(answer.user, accountFromJson(user));
    return answer;
}

} // namespace sitebook::api
