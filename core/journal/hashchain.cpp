// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/hashchain.h"

#include "core/base/bytewriter.h"

#include <QCryptographicHash>
#include <sodium.h>

namespace sitebook {

namespace {

// Collects length-prefixed fields; see hashchain.h.
class Preimage final
{
public:
    Preimage& bytes(const QByteArray& value)
    {
        m_out.bytes(value);
        return *this;
    }
    Preimage& text(const QString& value)
    {
        m_out.text(value);
        return *this;
    }
    Preimage& number(quint64 value)
    {
        m_out.number(static_cast<quint32>(sizeof value)).number(value);
        return *this;
    }
    Preimage& number(qint64 value) { return number(static_cast<quint64>(value)); }
    [[nodiscard]] QByteArrayView done() const { return m_out.view(); }

private:
    ByteWriter m_out;
};

void identity(Preimage& preimage, const Operation& op)
{
    preimage.text(op.user.toString())
        .text(roleCode(op.role))
        .number(op.capturedAt.utcMs)
        .number(static_cast<qint64>(op.capturedAt.offsetMinutes))
        .text(clockCode(op.clockQuality))
        .text(typeCode(op.type))
        .text(entityCode(op.entity))
        .text(op.recordId.toString())
        .text(op.opId.toString())
        .number(op.baseVersion)
        .text(op.schema);
}

QByteArray blake(QByteArrayView input, const QByteArray& key)
{
    QByteArray out(32, Qt::Uninitialized);
    crypto_generichash(reinterpret_cast<unsigned char*>(out.data()), 32,
                       reinterpret_cast<const unsigned char*>(input.data()), static_cast<quint64>(input.size()),
                       key.isEmpty() ? nullptr : reinterpret_cast<const unsigned char*>(key.constData()),
                       static_cast<size_t>(key.size()));
    return out;
}

} // namespace

QByteArray chainHash(const Operation& op)
{
    Preimage preimage;
    preimage.text(QStringLiteral("sitebook.audit.1")).number(op.link.n).bytes(op.link.prev).text(op.device.toString());
    identity(preimage, op);
    preimage.bytes(op.link.oldDigest).bytes(op.link.newDigest).text(op.reason);
    return blake(preimage.done(), {});
}

QByteArray chainOrigin()
{
    return QByteArray(32, '\0');
}

QByteArray fieldsDigest(const Fields& fields, const QByteArray& key)
{
    return encodedDigest(fields.encode(), key);
}

QByteArray encodedDigest(const QByteArray& encodedFields, const QByteArray& key)
{
    return blake(encodedFields, key);
}

QByteArray fingerprint(const Operation& op)
{
    Preimage preimage;
    preimage.text(QStringLiteral("sitebook.op.1")).number(op.link.n).text(op.device.toString());
    identity(preimage, op);
    preimage.bytes(op.set.encode()).bytes(op.link.hash).text(op.reason);
    return QCryptographicHash::hash(preimage.done(), QCryptographicHash::Sha256);
}

} // namespace sitebook
