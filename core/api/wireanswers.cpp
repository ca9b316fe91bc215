// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/wire.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QMetaEnum>

namespace sitebook::api {

using namespace Qt::StringLiterals;

namespace {

std::optional<ErrorCode> codeFromWord(const QString& word)
{
    const QMetaEnum codes = QMetaEnum::fromType<ErrorCode>();
    for (int i = 0; i < codes.keyCount(); ++i) {
        const auto code = static_cast<ErrorCode>(codes.value(i));
        if (Error(code, {}).word() == word)
            return code;
    }
    return std::nullopt;
}

ErrorCode codeFromStatus(int status)
{
    switch (status) {
    case 400:
    case 413:
    case 415:
    case 422:
        return ErrorCode::Invalid;
    case 401:
        return ErrorCode::WrongCredentials;
    case 403:
        return ErrorCode::Denied;
    case 404:
        return ErrorCode::NotFound;
    case 409:
        return ErrorCode::AlreadyExists;
    case 423:
        return ErrorCode::Locked;
    case 429:
    case 503:
        return ErrorCode::Busy;
    default:
        return ErrorCode::Server;
    }
}

} // namespace

QByteArray errorBytes(const Error& error, const QString& requestId, const QString& sentence)
{
    QJsonObject object{{u"error"_s, sentence}, {u"code"_s, error.word()}, {u"requestId"_s, requestId}};
    if (!error.where.isEmpty())
        object.insert(u"field"_s, error.where);
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

Error errorFromBytes(const QByteArray& json, int httpStatus)
{
    Error error(
        codeFromStatus(httpStatus),
        Message(QT_TRANSLATE_NOOP("messages", "The server answered with status %1."), {QString::number(httpStatus)}));
    const auto object = parseObject(json);
    if (!object || !object->value(u"error"_s).isString())
        return error;
    error.code = codeFromWord(object->value(u"code"_s).toString()).value_or(error.code);
    error.message = Message();
    // The server's sentence is in the language asked for; it must not be filled or translated once more.
    error.message.text = object->value(u"error"_s).toString();
    error.where = object->value(u"field"_s).toString();
    error.requestId = object->value(u"requestId"_s).toString();
    return error;
}

QJsonObject patientJson(const Patient& patient)
{
    QJsonObject object{
        {u"patientId"_s, patient.patientId.toString()},     {u"name"_s, patient.name},
        {u"dateOfBirth"_s, patient.dateOfBirth.toString()}, {u"isEnrolled"_s, patient.isEnrolled},
        {u"recordId"_s, patient.recordId.toString()},       {u"version"_s, static_cast<qint64>(patient.version)},
        {u"siteId"_s, patient.siteId.toString()},           {u"sex"_s, patient.sex},
        {u"status"_s, statusCode(patient.status)},          {u"consentDate"_s, patient.consentDate.toString()}};
    if (!patient.aliases.isEmpty())
        object.insert(u"aliases"_s, QJsonArray::fromStringList(patient.aliases));
    if (patient.voided)
        object.insert(u"voided"_s, true);
    return object;
}

QByteArray contentDigest(const QByteArray& body)
{
    return "sha-256=:" + QCryptographicHash::hash(body, QCryptographicHash::Sha256).toBase64() + ':';
}

} // namespace sitebook::api
