// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/opcodec.h"

#include "core/base/bytewriter.h"

#include <QDataStream>
#include <QIODevice>

namespace sitebook::server {

namespace {

constexpr quint8 codecVersion = 1;
constexpr quint32 stampLimit = 100'000;

void setUp(QDataStream& stream)
{
    stream.setVersion(QDataStream::Qt_6_4);
}

tl::unexpected<Error> damaged()
{
    return fail(ErrorCode::Damaged, QT_TRANSLATE_NOOP("messages", "A stored record is not readable."));
}

} // namespace

QByteArray encodeOperation(const Operation& op)
{
    ByteWriter out;
    out.number(codecVersion).bytes(op.opId.bytes()).bytes(op.device.bytes());
    out.number(static_cast<quint8>(op.type)).number(static_cast<quint8>(op.entity)).bytes(op.recordId.bytes());
    out.number(op.baseVersion).text(op.user.toString()).number(static_cast<quint8>(op.role));
    out.number(op.capturedAt.utcMs).number(static_cast<qint32>(op.capturedAt.offsetMinutes));
    out.number(static_cast<quint8>(op.clockQuality)).text(op.reason).text(op.schema).number(op.link.n);
    out.bytes(op.link.prev).bytes(op.link.hash).bytes(op.link.oldDigest).bytes(op.link.newDigest);
    out.bytes(op.set.encode());
    return out.toByteArray();
}

Result<Operation> decodeOperation(const QByteArray& bytes)
{
    QDataStream in(bytes);
    setUp(in);
    quint8 version = 0;
    quint8 type = 0;
    quint8 entity = 0;
    quint8 role = 0;
    quint8 clock = 0;
    qint32 offset = 0;
    QByteArray opId;
    QByteArray device;
    QByteArray record;
    QByteArray user;
    QByteArray reason;
    QByteArray schema;
    QByteArray fields;
    Operation op;
    in >> version >> opId >> device >> type >> entity >> record >> op.baseVersion >> user >> role >>
        op.capturedAt.utcMs >> offset >> clock >> reason >> schema >> op.link.n >> op.link.prev >> op.link.hash >>
        op.link.oldDigest >> op.link.newDigest >> fields;
    if (in.status() != QDataStream::Ok || version != codecVersion || type > static_cast<quint8>(OpType::Verify) ||
        entity > static_cast<quint8>(Entity::Query) || role > static_cast<quint8>(Role::Administrator) ||
        clock > static_cast<quint8>(ClockQuality::RolledBack))
        return damaged();
    op.opId = OpId::fromBytes(opId);
    op.device = DeviceId::fromBytes(device);
    op.recordId = RecordId::fromBytes(record);
    op.type = static_cast<OpType>(type);
    op.entity = static_cast<Entity>(entity);
    op.role = static_cast<Role>(role);
    op.clockQuality = static_cast<ClockQuality>(clock);
    op.capturedAt.offsetMinutes = offset;
    op.user = UserName(QString::fromUtf8(user));
    op.reason = QString::fromUtf8(reason);
    op.schema = QString::fromUtf8(schema);
    SB_TRY_ASSIGN(op.set, Fields::decode(fields));
    return op;
}

QByteArray encodeState(const RecordState& state)
{
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    setUp(out);
    out << codecVersion << state.version << state.fields.encode() << static_cast<quint32>(state.stamps.size());
    for (const auto& [name, stamp] : state.stamps)
        out << name.toUtf8() << stamp.version << stamp.device.bytes();
    out << static_cast<quint32>(state.openConflicts.size());
    for (const OpId& id : state.openConflicts)
        out << id.bytes();
    return bytes;
}

Result<RecordState> decodeState(const QByteArray& bytes)
{
    QDataStream in(bytes);
    setUp(in);
    quint8 version = 0;
    quint32 count = 0;
    QByteArray fields;
    RecordState state;
    in >> version >> state.version >> fields >> count;
    if (in.status() != QDataStream::Ok || version != codecVersion || count > stampLimit)
        return damaged();
    SB_TRY_ASSIGN(state.fields, Fields::decode(fields));
    for (quint32 i = 0; i < count; ++i) {
        QByteArray name;
        QByteArray device;
        FieldStamp stamp;
        in >> name >> stamp.version >> device;
        stamp.device = DeviceId::fromBytes(device);
        state.stamps.emplace(QString::fromUtf8(name), stamp);
    }
    in >> count;
    if (in.status() != QDataStream::Ok || count > stampLimit)
        return damaged();
    for (quint32 i = 0; i < count; ++i) {
        QByteArray id;
        in >> id;
        state.openConflicts.push_back(OpId::fromBytes(id));
    }
    if (in.status() != QDataStream::Ok)
        return damaged();
    return state;
}

} // namespace sitebook::server
