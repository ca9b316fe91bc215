// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/security/keyring.h"

#include <QtEndian>

namespace sitebook::server {

// changes.change_id: the site's number, then its sequence.
inline constexpr unsigned seqBits = 40;
[[nodiscard]] constexpr qint64 changeId(qint64 siteNo, quint64 seq)
{
    return (siteNo << seqBits) | static_cast<qint64>(seq);
}
[[nodiscard]] constexpr quint64 seqOf(qint64 change)
{
    return static_cast<quint64>(change) & ((1ULL << seqBits) - 1);
}
[[nodiscard]] constexpr qint64 siteOf(qint64 change)
{
    return change >> seqBits;
}

// Where the sealed values live; the site's number stands for the site.
[[nodiscard]] inline SealContext changeContext(qint64 siteNo, const OpId& op)
{
    return {QString::number(siteNo), "changes", "body", op.bytes(), 0};
}
[[nodiscard]] inline SealContext rejectionContext(qint64 siteNo, const OpId& op)
{
    return {QString::number(siteNo), "rejections", "body", op.bytes(), 0};
}
[[nodiscard]] inline SealContext stateContext(qint64 siteNo, const RecordId& record, quint64 version)
{
    return {QString::number(siteNo), "records", "state", record.bytes(), version};
}
[[nodiscard]] inline SealContext patientContext(qint64 siteNo, const RecordId& record, quint64 version)
{
    return {QString::number(siteNo), "patients", "body", record.bytes(), version};
}

} // namespace sitebook::server
