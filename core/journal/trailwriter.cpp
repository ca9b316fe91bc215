// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/trailwriter.h"

#include <QDateTime>
#include <QFileDevice>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace sitebook {

namespace {

QString hex(const QByteArray& bytes)
{
    return QString::fromLatin1(bytes.toHex());
}

tl::unexpected<Error> writeError(const QIODevice& device)
{
    const auto* file = qobject_cast<const QFileDevice*>(&device);
    if (file && file->error() == QFileDevice::ResourceError)
        return fail(ErrorCode::DiskFull,
                    QT_TRANSLATE_NOOP("messages", "The disk is full. Free some space and export the trail again."),
                    file->fileName());
    return fail(ErrorCode::Storage,
                QT_TRANSLATE_NOOP("messages", "The audit trail could not be written. Choose another "
                                              "folder and try again."),
                file ? file->fileName() : QString());
}

} // namespace

Result<> TrailWriter::header(const TrailHeader& header)
{
    QJsonArray devices;
    for (const TrailDevice& device : header.devices)
        devices.append(QJsonObject{{u"device"_s, device.device.toString()},
                                   {u"entries"_s, static_cast<qint64>(device.entries)},
                                   {u"head"_s, hex(device.head)}});
    const QDateTime when = QDateTime::fromMSecsSinceEpoch(header.exportedAtUtcMs, Qt::UTC);
    return line({{u"format"_s, u"sitebook-trail/1"_s},
                 {u"site"_s, header.site.toString()},
                 {u"workspace"_s, header.workspace},
                 {u"exportedAt"_s, when.toString(Qt::ISODateWithMs)},
                 {u"devices"_s, devices}});
}

Result<> TrailWriter::entry(const Operation& op)
{
    ++m_entries;
    return line({{u"device"_s, op.device.toString()},
                 {u"n"_s, static_cast<qint64>(op.link.n)},
                 {u"prev"_s, hex(op.link.prev)},
                 {u"hash"_s, hex(op.link.hash)},
                 {u"user"_s, op.user.toString()},
                 {u"role"_s, roleCode(op.role)},
                 {u"capturedAtMs"_s, op.capturedAt.utcMs},
                 {u"offsetMinutes"_s, op.capturedAt.offsetMinutes},
                 {u"clockQuality"_s, clockCode(op.clockQuality)},
                 {u"type"_s, typeCode(op.type)},
                 {u"entity"_s, entityCode(op.entity)},
                 {u"recordId"_s, op.recordId.toString()},
                 {u"opId"_s, op.opId.toString()},
                 {u"baseVersion"_s, static_cast<qint64>(op.baseVersion)},
                 {u"schema"_s, op.schema},
                 {u"oldDigest"_s, hex(op.link.oldDigest)},
                 {u"newDigest"_s, hex(op.link.newDigest)},
                 {u"reason"_s, op.reason}});
}

Result<> TrailWriter::receipt(const TrailReceipt& receipt)
{
    return line({{u"receipt"_s, QJsonObject{{u"device"_s, receipt.device.toString()},
                                            {u"n"_s, static_cast<qint64>(receipt.n)},
                                            {u"hash"_s, hex(receipt.hash)},
                                            {u"serverTimeMs"_s, receipt.serverTimeMs},
                                            {u"seq"_s, static_cast<qint64>(receipt.seq)},
                                            {u"keyId"_s, receipt.keyId},
                                            {u"publicKey"_s, hex(receipt.publicKey)},
                                            {u"signature"_s, hex(receipt.signature)}}}});
}

Result<> TrailWriter::finish()
{
    return line({{u"end"_s, true}, {u"entries"_s, m_entries}, {u"sha256"_s, hex(m_sum.result())}});
}

Result<> TrailWriter::line(const QJsonObject& object)
{
    const QByteArray bytes = QJsonDocument(object).toJson(QJsonDocument::Compact).append('\n');
    m_sum.addData(bytes);
    if (m_device.write(bytes) != bytes.size())
        return writeError(m_device);
    return {};
}

} // namespace sitebook
