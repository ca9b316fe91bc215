// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/wire.h"

#include "core/api/wirereader.h"

#include <QJsonDocument>
#include <QtEndian>
#include <array>

namespace sitebook::api {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array<const char*, 6> statusCodes{"applied", "duplicate", "merged", "conflict", "rejected", "retry"};

std::optional<ItemStatus> itemStatusFromCode(QStringView code)
{
    for (size_t i = 0; i < statusCodes.size(); ++i)
        if (code == QLatin1String(statusCodes.at(i)))
            return static_cast<ItemStatus>(i);
    return std::nullopt;
}

void putField(QByteArray& out, const QByteArray& field)
{
    std::array<char, 4> length{};
    qToBigEndian(static_cast<quint32>(field.size()), length.data());
    out.append(length.data(), length.size());
    out.append(field);
}

QByteArray bigEndian(quint64 number)
{
    QByteArray bytes(8, Qt::Uninitialized);
    qToBigEndian(number, bytes.data());
    return bytes;
}

QJsonObject resultJson(const ItemResult& result)
{
    QJsonObject object{{u"op_id"_s, result.opId.toString()},
                       {u"status"_s, QString::fromLatin1(statusCodes.at(static_cast<size_t>(result.status)))}};
    if (result.status != ItemStatus::Rejected && result.status != ItemStatus::Retry) {
        object.insert(u"version"_s, static_cast<qint64>(result.version));
        object.insert(u"seq"_s, static_cast<qint64>(result.seq));
        object.insert(u"outcome"_s, outcomeCode(result.outcome));
    }
    if (!result.fields.isEmpty())
        object.insert(u"fields"_s, QJsonArray::fromStringList(result.fields));
    if (!result.code.isEmpty())
        object.insert(u"code"_s, result.code);
    if (!result.field.isEmpty())
        object.insert(u"field"_s, result.field);
    if (!result.message.isEmpty())
        object.insert(u"message"_s, result.message);
    if (result.retryAfterSeconds > 0)
        object.insert(u"after_s"_s, result.retryAfterSeconds);
    return object;
}

Result<ItemResult> resultFromJson(const QJsonObject& object)
{
    WireReader reader(object);
    ItemResult result;
    result.opId = reader.uuid<OpId>("op_id");
    const auto status = itemStatusFromCode(reader.text("status"));
    if (!status)
        reader.wrong("status");
    result.status = status.value_or(ItemStatus::Retry);
    if (result.status != ItemStatus::Rejected && result.status != ItemStatus::Retry) {
        result.version = reader.number("version");
        result.seq = reader.number("seq");
        const auto outcome = outcomeFromCode(reader.textOr("outcome", u"applied"_s));
        if (!outcome)
            reader.wrong("outcome");
        result.outcome = outcome.value_or(Outcome::Applied);
    }
    result.fields = reader.textsOr("fields");
    result.code = reader.textOr("code");
    result.field = reader.textOr("field");
    result.message = reader.textOr("message");
    result.retryAfterSeconds = static_cast<int>(std::clamp<qint64>(reader.signedOr("after_s", 0), 0, 86400));
    SB_TRY(reader.finish());
    return result;
}

QJsonObject receiptJson(const Receipt& receipt)
{
    return {{u"device_n"_s, static_cast<qint64>(receipt.deviceN)},
            {u"hash"_s, hexText(receipt.hash)},
            {u"server_time"_s, timeText(receipt.serverTimeMs)},
            {u"seq"_s, static_cast<qint64>(receipt.seq)},
            {u"kid"_s, receipt.keyId},
            {u"sig"_s, QString::fromLatin1(receipt.signature.toBase64())}};
}

Result<Receipt> receiptFromJson(const QJsonObject& object)
{
    WireReader reader(object);
    Receipt receipt;
    receipt.deviceN = reader.number("device_n");
    receipt.hash = reader.hex("hash", 32);
    receipt.serverTimeMs = reader.timeMs("server_time");
    receipt.seq = reader.number("seq");
    receipt.keyId = reader.text("kid");
    receipt.signature = reader.base64("sig");
    SB_TRY(reader.finish());
    return receipt;
}

} // namespace

QByteArray toBytes(const PushRequest& request)
{
    QJsonArray operations;
    for (const Operation& operation : request.ops)
        operations.append(toJson(operation));
    const QJsonObject object{{u"protocol"_s, protocolVersion},
                             {u"epoch"_s, request.epoch},
                             {u"device_id"_s, request.device.toString()},
                             {u"batch_id"_s, request.batch.toString()},
                             {u"ops"_s, operations}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

Result<PushRequest> pushRequestFromBytes(const QByteArray& json)
{
    SB_TRY_ASSIGN(const QJsonObject object, parseObject(json));
    WireReader reader(object);
    PushRequest request;
    const quint64 protocol = reader.number("protocol");
    request.epoch = reader.textOr("epoch");
    request.device = reader.uuid<DeviceId>("device_id");
    request.batch = reader.uuid<BatchId>("batch_id");
    const QJsonArray operations = reader.array("ops");
    SB_TRY(reader.finish());
    if (protocol != protocolVersion)
        return fail(ErrorCode::Unsupported,
                    QT_TRANSLATE_NOOP("messages", "This version of the protocol is not supported."), u"protocol"_s);
    if (operations.isEmpty() || operations.size() > batchOperationsLimit)
        return fail(ErrorCode::Invalid, QT_TRANSLATE_NOOP("messages", "A batch holds between 1 and 200 operations."),
                    u"ops"_s);
    request.ops.reserve(static_cast<size_t>(operations.size()));
    for (qsizetype i = 0; i < operations.size(); ++i) {
        auto operation = operationFromJson(operations.at(i).toObject());
        if (!operation) {
            Error error = operation.error();
            error.where = u"ops[%1].%2"_s.arg(QString::number(i), error.where);
            return fail(std::move(error));
        }
        request.ops.push_back(*std::move(operation));
    }
    return request;
}

QByteArray receiptMessage(const QString& site, const DeviceId& device, const Receipt& receipt)
{
    QByteArray message;
    putField(message, "sitebook.receipt.1"_ba);
    putField(message, site.toUtf8());
    putField(message, device.toString().toUtf8());
    putField(message, bigEndian(receipt.deviceN));
    putField(message, receipt.hash);
    putField(message, bigEndian(static_cast<quint64>(receipt.serverTimeMs)));
    putField(message, bigEndian(receipt.seq));
    return message;
}

QByteArray toBytes(const PushAnswer& answer)
{
    QJsonArray results;
    for (const ItemResult& result : answer.results)
        results.append(resultJson(result));
    QJsonObject object{{u"batch_id"_s, answer.batch.toString()},
                       {u"count"_s, results.size()},
                       {u"epoch"_s, answer.epoch},
                       {u"server_time"_s, timeText(answer.serverTimeMs)},
                       {u"durable_seq"_s, static_cast<qint64>(answer.durableSeq)},
                       {u"results"_s, results},
                       {u"end"_s, true}};
    if (answer.receipt)
        object.insert(u"receipt"_s, receiptJson(*answer.receipt));
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

Result<PushAnswer> pushAnswerFromBytes(const QByteArray& json)
{
    SB_TRY_ASSIGN(const QJsonObject object, parseObject(json));
    WireReader reader(object);
    PushAnswer answer;
    answer.batch = reader.uuid<BatchId>("batch_id");
    answer.epoch = reader.text("epoch");
    answer.serverTimeMs = reader.timeMs("server_time");
    answer.durableSeq = reader.number("durable_seq");
    const QJsonArray results = reader.array("results");
    SB_TRY(reader.finish());
    SB_TRY(checkWhole(object, results.size()));
    for (const auto& entry : results) {
        SB_TRY_ASSIGN(ItemResult result, resultFromJson(entry.toObject()));
        answer.results.push_back(std::move(result));
    }
    if (reader.has("receipt")) {
        SB_TRY_ASSIGN(answer.receipt, receiptFromJson(reader.object("receipt")));
    }
    return answer;
}

} // namespace sitebook::api
