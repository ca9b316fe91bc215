// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/journal/operation.h"

#include <QCryptographicHash>
#include <QIODevice>
#include <QJsonObject>

namespace sitebook {

struct TrailDevice
{
    DeviceId device;
    quint64 entries = 0;
    QByteArray head; // hash of the last entry; chainOrigin() when there is none
};

struct TrailHeader
{
    SiteId site;
    QString workspace;
    qint64 exportedAtUtcMs = 0;
    std::vector<TrailDevice> devices;
};

struct TrailReceipt
{
    DeviceId device;
    quint64 n = 0;
    QByteArray hash;
    qint64 serverTimeMs = 0;
    quint64 seq = 0;
    QString keyId;
    QByteArray publicKey; // Ed25519, 32 bytes
    QByteArray signature; // 64 bytes
};

// Writes the audit trail as app/verify/FORMAT.md has it: header first, then the entries of each device by n, receipts
// anywhere after the header, finish() last. The device stays the caller's; it is neither opened nor closed.
// Errors of every call: DiskFull or Storage of the device.
class TrailWriter final
{
public:
    explicit TrailWriter(QIODevice& device)
        : m_device(device)
    {
    }

    [[nodiscard]] Result<> header(const TrailHeader& header);
    [[nodiscard]] Result<> entry(const Operation& operation);
    [[nodiscard]] Result<> receipt(const TrailReceipt& receipt);
    [[nodiscard]] Result<> finish();
    [[nodiscard]] qint64 entries() const { return m_entries; }

private:
    [[nodiscard]] Result<> line(const QJsonObject& object);

    QIODevice& m_device;
    QCryptographicHash m_sum{QCryptographicHash::Sha256};
    qint64 m_entries = 0;
};

} // namespace sitebook
