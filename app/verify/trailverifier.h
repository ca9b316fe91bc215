// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/verify/trailentry.h"

#include <QCryptographicHash>
#include <QIODevice>
#include <map>
#include <vector>

namespace sitebook::verify {

// The first thing that is wrong. Device and n are set where it is about one entry.
struct Problem
{
    qint64 line = 0;
    QString device;
    quint64 n = 0;
    QString sentence;
};

struct Verdict
{
    QString site;
    QString workspace;
    QString exportedAt;
    quint64 entries = 0;
    struct Device
    {
        QString device;
        quint64 entries = 0;
        QByteArray head;
        quint64 witnessed = 0; // the latest entry that a receipt names; 0: none
    };
    std::vector<Device> devices;
    quint64 receipts = 0;
    std::map<QString, QByteArray> receiptKeys; // key id -> public key
    std::optional<Problem> problem;
    [[nodiscard]] bool ok() const { return !problem; }
};

// Checks one exported trail, line by line; keeps 32 bytes of every entry.
class TrailVerifier final
{
public:
    // Empty: receipts of any one key per key id are accepted. Else only this key, and at least one receipt is wanted.
    explicit TrailVerifier(QByteArray receiptKey = {});
    [[nodiscard]] Verdict verify(QIODevice& trail);

private:
    struct Chain
    {
        quint64 promisedEntries = 0;
        QByteArray promisedHead;
        QByteArray hashes; // 32 bytes each, entry n at (n - 1) * 32
        [[nodiscard]] quint64 size() const { return static_cast<quint64>(hashes.size() / hashBytes); }
        [[nodiscard]] QByteArray at(quint64 n) const
        {
            return hashes.mid(static_cast<qsizetype>(n - 1) * hashBytes, hashBytes);
        }
    };

    void line(const QByteArray& bytes);
    void header(LineReader& reader);
    void entry(LineReader& reader);
    void receipt(LineReader& reader);
    void end(LineReader& reader);
    void receiptsAgainstChains();
    void chainsAgainstHeader();
    void wrong(const QString& sentence, const QString& device = {}, quint64 n = 0);

    QByteArray m_receiptKey;
    std::map<QString, Chain> m_chains;
    std::vector<std::pair<qint64, Receipt>> m_receipts; // with their lines
    QCryptographicHash m_sum{QCryptographicHash::Sha256};
    qint64 m_line = 0;
    bool m_ended = false;
    Verdict m_verdict;
};

} // namespace sitebook::verify
