// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/verify/trailbuilder.h"

#include "core/journal/hashchain.h"

#include <QBuffer>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QtEndian>
#include <sodium.h>

using namespace Qt::StringLiterals;

namespace sitebook::test {

namespace {

const unsigned char* raw(const QByteArray& bytes)
{
    return reinterpret_cast<const unsigned char*>(bytes.constData());
}
unsigned char* raw(QByteArray& bytes)
{
    return reinterpret_cast<unsigned char*>(bytes.data());
}

QByteArray randomBytes(QRandomGenerator& random, int size)
{
    QByteArray bytes(size, '\0');
    for (char& byte : bytes)
        byte = static_cast<char>(random.bounded(256));
    return bytes;
}

void put(QByteArray& message, const QByteArray& field)
{
    const quint32 size = qToBigEndian(static_cast<quint32>(field.size()));
    message.append(reinterpret_cast<const char*>(&size), 4);
    message.append(field);
}

void put(QByteArray& message, quint64 number)
{
    const quint64 wire = qToBigEndian(number);
    put(message, QByteArray(reinterpret_cast<const char*>(&wire), 8));
}

Operation operation(QRandomGenerator& random, const DeviceId& device, quint64 n, const QByteArray& prev)
{
    Operation op;
    op.opId = OpId::fromBytes(randomBytes(random, 16));
    op.device = device;
    op.type = n == 1 ? OpType::Event : n % 3 == 0 ? OpType::Set : OpType::Create;
    op.entity = n == 1 ? Entity::Workspace : n % 2 == 0 ? Entity::Report : Entity::Patient;
    if (n > 1)
        op.recordId = RecordId::fromBytes(randomBytes(random, 16));
    op.baseVersion = n % 3 == 0 ? n : 0;
    op.user = UserName(n % 2 == 0 ? u"lin"_s : u"zoë"_s);
    op.role = n % 2 == 0 ? Role::Coordinator : Role::Investigator;
    op.capturedAt = {1'772'532'000'000 + qint64(n) * 61'000, n % 5 == 0 ? -300 : 480};
    op.clockQuality = static_cast<ClockQuality>(n % 3);
    op.reason = n % 3 == 0 ? u"Tippfehler / 录入错误 \"quoted\" \\ \n second line"_s : QString();
    op.schema = u"MDV.1/F.PHQ9"_s;
    op.link.n = n;
    op.link.prev = prev;
    op.link.oldDigest = randomBytes(random, 32);
    op.link.newDigest = randomBytes(random, 32);
    op.link.hash = chainHash(op);
    return op;
}

} // namespace

TrailBuilder::TrailBuilder(quint32 seed, int devices, int entriesPerDevice)
{
    QRandomGenerator random(seed);
    const QByteArray keySeed = randomBytes(random, crypto_sign_SEEDBYTES);
    m_publicKey = QByteArray(crypto_sign_PUBLICKEYBYTES, '\0');
    m_secretKey = QByteArray(crypto_sign_SECRETKEYBYTES, '\0');
    crypto_sign_seed_keypair(raw(m_publicKey), raw(m_secretKey), raw(keySeed));
    for (int i = 0; i < devices; ++i)
        m_devices.push_back({DeviceId::fromBytes(randomBytes(random, 16)), 0, chainOrigin()});
    quint64 seq = 0;
    for (int n = 1; n <= entriesPerDevice; ++n)
        for (TrailDevice& device : m_devices) {
            m_operations.push_back(operation(random, device.device, ++device.entries, device.head));
            device.head = m_operations.back().link.hash;
            ++seq;
            if (n % 4 == 0)
                addReceipt(m_operations.back(), seq);
        }
}

void TrailBuilder::addReceipt(const Operation& op, quint64 seq)
{
    TrailReceipt receipt{op.device, op.link.n,   op.link.hash, op.capturedAt.utcMs + 5000,
                         seq,       u"2026-1"_s, m_publicKey,  {}};
    QByteArray message;
    put(message, "sitebook.receipt.1"_ba);
    put(message, "701"_ba);
    put(message, receipt.device.toString().toUtf8());
    put(message, receipt.n);
    put(message, receipt.hash);
    put(message, static_cast<quint64>(receipt.serverTimeMs));
    put(message, receipt.seq);
    receipt.signature = QByteArray(crypto_sign_BYTES, '\0');
    crypto_sign_detached(raw(receipt.signature), nullptr, raw(message), static_cast<quint64>(message.size()),
                         raw(m_secretKey));
    m_receipts.push_back(receipt);
}

QByteArray TrailBuilder::file() const
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    TrailWriter writer(buffer);
    bool good = writer.header({SiteId(u"701"_s), u"demo desk"_s, 1'772'533'000'000, m_devices}).has_value();
    for (const Operation& op : m_operations)
        good = good && writer.entry(op);
    for (const TrailReceipt& receipt : m_receipts)
        good = good && writer.receipt(receipt);
    good = good && writer.finish();
    return good ? buffer.data() : QByteArray();
}

QList<QByteArray> linesOf(const QByteArray& file)
{
    QList<QByteArray> lines = file.split('\n');
    lines.removeLast();
    return lines;
}

QByteArray withMatchingEnd(QList<QByteArray> lines)
{
    QJsonObject end = QJsonDocument::fromJson(lines.takeLast()).object();
    const QByteArray body = lines.isEmpty() ? QByteArray() : lines.join('\n') + '\n';
    end[u"sha256"_s] = QString::fromLatin1(QCryptographicHash::hash(body, QCryptographicHash::Sha256).toHex());
    return body + QJsonDocument(end).toJson(QJsonDocument::Compact) + '\n';
}

} // namespace sitebook::test
