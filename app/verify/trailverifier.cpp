// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/verify/trailverifier.h"

#include <QJsonArray>
#include <sodium.h>

using namespace Qt::StringLiterals;

namespace sitebook::verify {

namespace {
constexpr qint64 longestLine = 1024 * 1024;
} // namespace

TrailVerifier::TrailVerifier(QByteArray receiptKey)
    : m_receiptKey(std::move(receiptKey))
{
}

Verdict TrailVerifier::verify(QIODevice& trail)
{
    if (sodium_init() < 0) {
        wrong(u"The cryptographic library cannot be used on this system."_s);
        return m_verdict;
    }
    while (m_verdict.ok()) {
        const QByteArray bytes = trail.readLine(longestLine + 2);
        if (bytes.isEmpty())
            break;
        ++m_line;
        line(bytes);
    }
    if (m_verdict.ok() && !m_ended)
        wrong(m_line == 0 ? u"The file is empty."_s : u"The file is cut off: its last line is missing."_s);
    for (const auto& [device, chain] : m_chains) {
        Verdict::Device shown{device, chain.size(), chain.size() > 0 ? chain.at(chain.size()) : QByteArray(), 0};
        for (const auto& [where, receipt] : m_receipts)
            if (receipt.device == device)
                shown.witnessed = std::max(shown.witnessed, receipt.n);
        m_verdict.devices.push_back(shown);
    }
    return m_verdict;
}

void TrailVerifier::line(const QByteArray& bytes)
{
    if (m_ended)
        return wrong(u"Something follows the last line."_s);
    if (!bytes.endsWith('\n'))
        return wrong(bytes.size() > longestLine ? u"The line is too long."_s : u"The line is cut off."_s);
    LineReader reader(bytes.chopped(1));
    if (!reader.ok())
        return wrong(reader.error());
    if (m_line == 1)
        header(reader);
    else if (reader.object().contains(u"end"_s))
        end(reader);
    else if (reader.object().contains(u"receipt"_s))
        receipt(reader);
    else
        entry(reader);
    m_sum.addData(bytes);
}

void TrailVerifier::header(LineReader& reader)
{
    if (reader.object().value(u"format"_s) != u"sitebook-trail/1"_s)
        return wrong(u"This is no audit trail of the form sitebook-trail/1."_s);
    reader.expectKeys({"devices", "exportedAt", "format", "site", "workspace"});
    m_verdict.site = reader.text("site");
    m_verdict.workspace = reader.text("workspace");
    m_verdict.exportedAt = reader.text("exportedAt");
    const QJsonValue devices = reader.object().value(u"devices"_s);
    if (!reader.ok() || !devices.isArray())
        return wrong(reader.ok() ? u"'devices' is not a list."_s : reader.error());
    const QJsonArray list = devices.toArray();
    for (const auto& value : list) {
        LineReader device(value.toObject());
        device.expectKeys({"device", "entries", "head"});
        const QString id = device.uuid("device");
        const Chain chain{device.count("entries"), device.hex("head", hashBytes), {}};
        if (!device.ok())
            return wrong(device.error());
        if (!m_chains.emplace(id, chain).second)
            return wrong(u"The header names a device twice."_s, id);
    }
}

void TrailVerifier::entry(LineReader& reader)
{
    const Entry entry = Entry::read(reader);
    if (!reader.ok())
        return wrong(reader.error(), reader.object().value(u"device"_s).toString(),
                     static_cast<quint64>(reader.object().value(u"n"_s).toInteger()));
    const auto found = m_chains.find(entry.device);
    if (found == m_chains.end())
        return wrong(u"The header does not name this device."_s, entry.device, entry.n);
    Chain& chain = found->second;
    if (entry.n != chain.size() + 1)
        return wrong(u"Entry "_s + QString::number(chain.size() + 1) +
                         u" is expected here: entries are missing, doubled or "_s + u"out of order."_s,
                     entry.device, entry.n);
    const QByteArray before = chain.size() == 0 ? QByteArray(hashBytes, '\0') : chain.at(chain.size());
    if (entry.prev != before)
        return wrong(u"The entry does not follow the one before it."_s, entry.device, entry.n);
    if (entry.hash != entry.expectedHash())
        return wrong(u"The entry was changed: its hash does not match its content."_s, entry.device, entry.n);
    chain.hashes += entry.hash;
    ++m_verdict.entries;
}

void TrailVerifier::receipt(LineReader& reader)
{
    reader.expectKeys({"receipt"});
    LineReader inner = reader.child("receipt");
    const Receipt receipt = Receipt::read(inner);
    if (!reader.ok() || !inner.ok())
        return wrong(reader.ok() ? inner.error() : reader.error());
    if (!m_receiptKey.isEmpty() && receipt.publicKey != m_receiptKey)
        return wrong(u"The receipt is signed with another key than the given one."_s, receipt.device, receipt.n);
    if (m_verdict.receiptKeys.try_emplace(receipt.keyId, receipt.publicKey).first->second != receipt.publicKey)
        return wrong(u"Two receipts give one key id two keys."_s, receipt.device, receipt.n);
    if (!receipt.signatureHolds(m_verdict.site))
        return wrong(u"The receipt's signature does not hold."_s, receipt.device, receipt.n);
    m_receipts.emplace_back(m_line, receipt);
    ++m_verdict.receipts;
}

void TrailVerifier::end(LineReader& reader)
{
    m_ended = true;
    reader.expectKeys({"end", "entries", "sha256"});
    const quint64 entries = reader.count("entries");
    const QByteArray sum = reader.hex("sha256", hashBytes);
    if (!reader.ok() || !reader.object().value(u"end"_s).toBool())
        return wrong(reader.ok() ? u"'end' is not true."_s : reader.error());
    chainsAgainstHeader();
    receiptsAgainstChains();
    if (entries != m_verdict.entries)
        wrong(u"The file says "_s + QString::number(entries) + u" entries and holds "_s +
              QString::number(m_verdict.entries) + u"."_s);
    if (sum != m_sum.result())
        wrong(u"The file's checksum does not match its content."_s);
    if (!m_receiptKey.isEmpty() && m_receipts.empty())
        wrong(u"There is no receipt of the given key."_s);
}

void TrailVerifier::chainsAgainstHeader()
{
    for (const auto& [device, chain] : m_chains) {
        if (chain.size() != chain.promisedEntries)
            return wrong(u"The header promises "_s + QString::number(chain.promisedEntries) +
                             u" entries of this device; "_s + QString::number(chain.size()) + u" are there."_s,
                         device, chain.size());
        const QByteArray head = chain.size() == 0 ? QByteArray(hashBytes, '\0') : chain.at(chain.size());
        if (head != chain.promisedHead)
            return wrong(u"The last entry of this device is not the one the header names."_s, device, chain.size());
    }
}

void TrailVerifier::receiptsAgainstChains()
{
    for (const auto& [where, receipt] : m_receipts) {
        const auto chain = m_chains.find(receipt.device);
        const bool known = chain != m_chains.end() && receipt.n >= 1 && receipt.n <= chain->second.size();
        if (known && chain->second.at(receipt.n) == receipt.hash)
            continue;
        m_line = where;
        return wrong(known ? u"The server received another entry than the one in the file."_s
                           : u"The server received an entry that is not in the file."_s,
                     receipt.device, receipt.n);
    }
}

void TrailVerifier::wrong(const QString& sentence, const QString& device, quint64 n)
{
    if (m_verdict.ok())
        m_verdict.problem = Problem{m_line, device, n, sentence};
}

} // namespace sitebook::verify
