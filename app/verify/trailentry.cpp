// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/verify/trailentry.h"

#include <sodium.h>

namespace sitebook::verify {

namespace {

// F(x) of FORMAT.md, one after another.
class Message final
{
public:
    Message& add(const QByteArray& field)
    {
        addBigEndian(static_cast<quint64>(field.size()), 4);
        m_bytes += field;
        return *this;
    }
    Message& add(const QString& text) { return add(text.toUtf8()); }
    Message& add(const char* text) { return add(QByteArray(text)); }
    Message& add(quint64 number)
    {
        addBigEndian(8, 4);
        addBigEndian(number, 8);
        return *this;
    }
    Message& add(qint64 number) { return add(static_cast<quint64>(number)); }
    [[nodiscard]] const unsigned char* data() const
    {
        return reinterpret_cast<const unsigned char*>(m_bytes.constData());
    }
    [[nodiscard]] quint64 size() const { return static_cast<quint64>(m_bytes.size()); }

private:
    void addBigEndian(quint64 number, int bytes)
    {
        for (int shift = (bytes - 1) * 8; shift >= 0; shift -= 8)
            m_bytes += static_cast<char>((number >> shift) & 0xFFU);
    }
    QByteArray m_bytes;
};

const unsigned char* raw(const QByteArray& bytes)
{
    return reinterpret_cast<const unsigned char*>(bytes.constData());
}

} // namespace

Entry Entry::read(LineReader& line)
{
    line.expectKeys({"baseVersion", "capturedAtMs", "clockQuality", "device", "entity", "hash", "n", "newDigest",
                     "offsetMinutes", "oldDigest", "opId", "prev", "reason", "recordId", "role", "schema", "type",
                     "user"});
    Entry entry;
    entry.device = line.uuid("device");
    entry.n = line.count("n");
    entry.prev = line.hex("prev", hashBytes);
    entry.hash = line.hex("hash", hashBytes);
    entry.user = line.text("user");
    entry.role = line.text("role");
    entry.capturedAtMs = line.number("capturedAtMs");
    entry.offsetMinutes = line.number("offsetMinutes");
    entry.clockQuality = line.text("clockQuality");
    entry.type = line.text("type");
    entry.entity = line.text("entity");
    entry.recordId = line.uuidOrEmpty("recordId");
    entry.opId = line.uuid("opId");
    entry.baseVersion = line.count("baseVersion");
    entry.schema = line.text("schema");
    entry.oldDigest = line.hexOrEmpty("oldDigest", hashBytes);
    entry.newDigest = line.hexOrEmpty("newDigest", hashBytes);
    entry.reason = line.text("reason");
    return entry;
}

QByteArray Entry::expectedHash() const
{
    Message message;
    message.add("sitebook.audit.1")
        .add(n)
        .add(prev)
        .add(device)
        .add(user)
        .add(role)
        .add(capturedAtMs)
        .add(offsetMinutes);
    message.add(clockQuality).add(type).add(entity).add(recordId).add(opId).add(baseVersion).add(schema);
    message.add(oldDigest).add(newDigest).add(reason);
    QByteArray digest(hashBytes, '\0');
    crypto_generichash(reinterpret_cast<unsigned char*>(digest.data()), static_cast<size_t>(hashBytes), message.data(),
                       message.size(), nullptr, 0);
    return digest;
}

Receipt Receipt::read(LineReader& line)
{
    line.expectKeys({"device", "hash", "keyId", "n", "publicKey", "seq", "serverTimeMs", "signature"});
    Receipt receipt;
    receipt.device = line.uuid("device");
    receipt.n = line.count("n");
    receipt.hash = line.hex("hash", hashBytes);
    receipt.serverTimeMs = line.number("serverTimeMs");
    receipt.seq = line.count("seq");
    receipt.keyId = line.text("keyId");
    receipt.publicKey = line.hex("publicKey", crypto_sign_PUBLICKEYBYTES);
    receipt.signature = line.hex("signature", crypto_sign_BYTES);
    return receipt;
}

bool Receipt::signatureHolds(const QString& site) const
{
    Message message;
    message.add("sitebook.receipt.1").add(site).add(device).add(n).add(hash).add(serverTimeMs).add(seq);
    return crypto_sign_verify_detached(raw(signature), message.data(), message.size(), raw(publicKey)) == 0;
}

} // namespace sitebook::verify
