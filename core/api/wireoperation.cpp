// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/wire.h"

#include "core/api/wirereader.h"

namespace sitebook::api {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype digestSize = 32;

QJsonObject linkJson(const AuditLink& link)
{
    return {{u"n"_s, static_cast<qint64>(link.n)},
            {u"prev"_s, hexText(link.prev)},
            {u"hash"_s, hexText(link.hash)},
            {u"old"_s, hexText(link.oldDigest)},
            {u"new"_s, hexText(link.newDigest)}};
}

Result<AuditLink> linkFromJson(const QJsonObject& object)
{
    WireReader reader(object);
    AuditLink link;
    link.n = reader.number("n");
    link.prev = reader.hex("prev", digestSize);
    link.hash = reader.hex("hash", digestSize);
    link.oldDigest = reader.hex("old", digestSize);
    link.newDigest = reader.hex("new", digestSize);
    SB_TRY(reader.finish());
    return link;
}

template <class T>
T known(WireReader& reader, const char* key, std::optional<T> value)
{
    if (!value)
        reader.wrong(key);
    return value.value_or(T{});
}

} // namespace

QJsonObject toJson(const Operation& operation)
{
    QJsonObject object{{u"op_id"_s, operation.opId.toString()},
                       {u"device_id"_s, operation.device.toString()},
                       {u"device_seq"_s, static_cast<qint64>(operation.link.n)},
                       {u"type"_s, typeCode(operation.type)},
                       {u"entity"_s, entityCode(operation.entity)},
                       {u"record_id"_s, operation.recordId.toString()},
                       {u"base_version"_s, static_cast<qint64>(operation.baseVersion)},
                       {u"set"_s, operation.set.toJson()},
                       {u"user"_s, operation.user.toString()},
                       {u"role"_s, roleCode(operation.role)},
                       {u"captured_at"_s, timeText(operation.capturedAt.utcMs)},
                       {u"captured_offset"_s, operation.capturedAt.offsetMinutes},
                       {u"clock"_s, clockCode(operation.clockQuality)},
                       {u"schema"_s, operation.schema},
                       {u"audit"_s, linkJson(operation.link)}};
    if (!operation.reason.isEmpty())
        object.insert(u"reason"_s, operation.reason);
    return object;
}

Result<Operation> operationFromJson(const QJsonObject& object)
{
    WireReader reader(object);
    Operation operation;
    operation.opId = reader.uuid<OpId>("op_id");
    operation.device = reader.uuid<DeviceId>("device_id");
    operation.type = known(reader, "type", opTypeFromCode(reader.text("type")));
    operation.entity = known(reader, "entity", entityFromCode(reader.text("entity")));
    const QString record = reader.text("record_id");
    operation.recordId = RecordId::fromString(record);
    // An event of the workspace concerns no record.
    if (operation.recordId.isNull() && !(record.isEmpty() && operation.entity == Entity::Workspace))
        reader.wrong("record_id");
    operation.baseVersion = reader.number("base_version");
    operation.user = UserName(reader.text("user"));
    operation.role = known(reader, "role", roleFromCode(reader.text("role")));
    operation.capturedAt.utcMs = reader.timeMs("captured_at");
    const qint64 offset = reader.signedOr("captured_offset", 0);
    if (offset < -18 * 60 || offset > 18 * 60)
        reader.wrong("captured_offset");
    operation.capturedAt.offsetMinutes = static_cast<int>(offset);
    operation.clockQuality = known(reader, "clock", clockFromCode(reader.textOr("clock", u"unverified"_s)));
    operation.schema = reader.text("schema");
    operation.reason = reader.textOr("reason");
    const QJsonObject link = reader.object("audit");
    const QJsonObject set = reader.object("set");
    const quint64 sequence = reader.number("device_seq");
    SB_TRY(reader.finish());
    SB_TRY_ASSIGN(operation.link, linkFromJson(link));
    if (sequence != operation.link.n)
        reader.wrong("device_seq");
    SB_TRY(reader.finish());
    SB_TRY_ASSIGN(operation.set, Fields::fromJson(set));
    return operation;
}

} // namespace sitebook::api
