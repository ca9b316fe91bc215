// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/journal/operation.h"
#include "core/journal/trailwriter.h"

#include <QList>

namespace sitebook::test {

// Chains of several devices with receipts, written by the desk's own TrailWriter from a seed.
class TrailBuilder final
{
public:
    explicit TrailBuilder(quint32 seed, int devices = 2, int entriesPerDevice = 12);
    [[nodiscard]] QByteArray file() const;
    [[nodiscard]] QByteArray publicKey() const { return m_publicKey; }
    [[nodiscard]] const std::vector<Operation>& operations() const { return m_operations; }

private:
    void addReceipt(const Operation& operation, quint64 seq);
    std::vector<Operation> m_operations; // devices alternating
    std::vector<TrailDevice> m_devices;
    std::vector<TrailReceipt> m_receipts;
    QByteArray m_publicKey;
    QByteArray m_secretKey;
};

// The lines with a new, matching checksum in the last one: what somebody who edits a trail would do.
[[nodiscard]] QByteArray withMatchingEnd(QList<QByteArray> lines);
[[nodiscard]] QList<QByteArray> linesOf(const QByteArray& file);

} // namespace sitebook::test
