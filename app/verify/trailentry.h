// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/verify/trailjson.h"

namespace sitebook::verify {

inline constexpr qsizetype hashBytes = 32;

// One entry as FORMAT.md section 2 has it.
struct Entry
{
    QString device;
    quint64 n = 0;
    QByteArray prev;
    QByteArray hash;
    QString user;
    QString role;
    qint64 capturedAtMs = 0;
    qint64 offsetMinutes = 0;
    QString clockQuality;
    QString type;
    QString entity;
    QString recordId;
    QString opId;
    quint64 baseVersion = 0;
    QString schema;
    QByteArray oldDigest;
    QByteArray newDigest;
    QString reason;

    // Look at line.ok() afterwards.
    [[nodiscard]] static Entry read(LineReader& line);
    // What `hash` must be.
    [[nodiscard]] QByteArray expectedHash() const;
};

// A receipt, section 3.
struct Receipt
{
    QString device;
    quint64 n = 0;
    QByteArray hash;
    qint64 serverTimeMs = 0;
    quint64 seq = 0;
    QString keyId;
    QByteArray publicKey;
    QByteArray signature;

    [[nodiscard]] static Receipt read(LineReader& line);
    [[nodiscard]] bool signatureHolds(const QString& site) const;
};

} // namespace sitebook::verify
