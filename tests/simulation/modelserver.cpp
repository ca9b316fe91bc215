// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/modelserver.h"

#include "core/journal/hashchain.h"

#include <algorithm>
#include <sodium.h>

using namespace Qt::StringLiterals;

namespace sitebook::simulation {

namespace {

struct KeyPair
{
    QByteArray publicKey{crypto_sign_PUBLICKEYBYTES, '\0'};
    QByteArray secretKey{crypto_sign_SECRETKEYBYTES, '\0'};
};

unsigned char* raw(QByteArray& bytes)
{
    return reinterpret_cast<unsigned char*>(bytes.data());
}

KeyPair keyPair(int number)
{
    KeyPair pair;
    QByteArray seed(crypto_sign_SEEDBYTES, static_cast<char>(number));
    crypto_sign_seed_keypair(raw(pair.publicKey), raw(pair.secretKey), raw(seed));
    return pair;
}

QString keyName(int number)
{
    return u"k"_s + QString::number(number);
}

} // namespace

ModelServer::ModelServer(SiteId site, QString studyOid)
    : m_site(std::move(site))
    , m_studyOid(std::move(studyOid))
{
}

ModelAnswer ModelServer::whole(const QByteArray& body)
{
    ModelAnswer answer;
    answer.body = body;
    answer.headers.contentDigest = api::contentDigest(body);
    return answer;
}

ModelAnswer ModelServer::error(int status, const char* code)
{
    ModelAnswer answer;
    answer.status = status;
    answer.body = R"({"error":"No.","code":")" + QByteArray(code) + R"(","requestId":"r"})";
    return answer;
}

ModelAnswer ModelServer::meta() const
{
    api::Meta meta;
    meta.serverTimeMs = 1'700'000'000'000;
    meta.epoch = m_epoch;
    meta.studyOid = m_studyOid;
    meta.studyVersionOid = u"v1"_s;
    meta.pollSeconds = 60;
    meta.receiptKeyId = keyName(m_keyNumber);
    meta.receiptPublicKey = keyPair(m_keyNumber).publicKey;
    return whole(api::toBytes(meta));
}

api::Receipt ModelServer::sign(const DeviceId& device, qint64 nowMs) const
{
    api::Receipt receipt;
    const AuditLink& head = m_data.heads.at(device);
    receipt.deviceN = head.n;
    receipt.hash = head.hash;
    receipt.serverTimeMs = nowMs;
    receipt.seq = m_data.feed.size();
    receipt.keyId = keyName(m_keyNumber);
    receipt.signature = QByteArray(crypto_sign_BYTES, '\0');
    KeyPair keys = keyPair(m_keyNumber);
    QByteArray message = api::receiptMessage(m_site.toString(), device, receipt);
    crypto_sign_detached(raw(receipt.signature), nullptr, raw(message), static_cast<quint64>(message.size()),
                         raw(keys.secretKey));
    return receipt;
}

api::ItemResult ModelServer::knownResult(const Operation& op, const Stored& stored) const
{
    api::ItemResult result;
    result.opId = op.opId;
    if (stored.fingerprint != fingerprint(op)) {
        result.status = api::ItemStatus::Rejected;
        result.code = u"op_id_reuse"_s;
        return result;
    }
    result.status = api::ItemStatus::Duplicate;
    result.seq = stored.seq;
    result.version = stored.version;
    result.outcome = stored.outcome;
    return result;
}

api::ItemResult ModelServer::take(const Operation& op, qint64 nowMs)
{
    const auto known = m_data.ops.find(op.opId);
    if (known != m_data.ops.end())
        return knownResult(op, known->second);
    api::ItemResult result;
    result.opId = op.opId;
    if (op.reason == "reject"_L1) {
        result.status = api::ItemStatus::Rejected;
        result.code = u"rule"_s;
        return result;
    }
    if (op.reason == "later"_L1 && ++m_putOff[op.opId] <= 2) {
        result.status = api::ItemStatus::Retry;
        result.retryAfterSeconds = 3;
        return result;
    }
    RecordState& record = m_data.records[op.recordId];
    const MergeDecision decision = decide(record, op);
    apply(record, op, decision.outcome);
    result.seq = m_data.feed.size() + 1;
    result.version = record.version;
    result.outcome = decision.outcome;
    result.fields = decision.fields;
    result.status = decision.outcome == Outcome::Applied  ? api::ItemStatus::Applied
                    : decision.outcome == Outcome::Merged ? api::ItemStatus::Merged
                                                          : api::ItemStatus::Conflict;
    m_data.ops[op.opId] = Stored{fingerprint(op), result.seq, result.version, decision.outcome};
    m_data.feed.push_back(api::Change{result.seq, result.version, decision.outcome, {}, nowMs, op});
    if (op.link.n > m_data.heads[op.device].n)
        m_data.heads[op.device] = op.link;
    return result;
}

ModelAnswer ModelServer::push(const QByteArray& body, qint64 nowMs)
{
    const auto request = api::pushRequestFromBytes(body);
    if (!request)
        return error(400, "malformed");
    if (request->epoch != m_epoch)
        return error(410, "epoch_changed");
    if (static_cast<qsizetype>(request->ops.size()) > mostOperations)
        return error(413, "too_large");
    for (const Operation& op : request->ops) {
        if (op.reason == "malformed"_L1)
            return error(422, "schema");
    }
    api::PushAnswer answer;
    answer.batch = request->batch;
    answer.epoch = m_epoch;
    answer.serverTimeMs = nowMs;
    for (const Operation& op : request->ops)
        answer.results.push_back(take(op, nowMs));
    answer.durableSeq = m_backup.feed.size();
    if (m_data.heads.contains(request->device))
        answer.receipt = sign(request->device, nowMs);
    return whole(api::toBytes(answer));
}

ModelAnswer ModelServer::changes(const QString& epoch, quint64 after, const std::optional<QByteArray>& etag) const
{
    if (m_strictEpochs && epoch != m_epoch)
        return error(410, "epoch_changed");
    if (after > head())
        return error(410, "epoch_changed");
    if (after > 0 && after < m_feedFrom)
        return error(410, "cursor_expired");
    const QByteArray tag = '"' + m_epoch.toLatin1() + '.' + QByteArray::number(head()) + '.' +
                           QByteArray::number(m_backup.feed.size()) + '"';
    if (etag == tag) {
        ModelAnswer same;
        same.status = 304;
        return same;
    }
    api::ChangesPage page;
    page.epoch = m_epoch;
    page.after = after;
    page.next = std::min<quint64>(head(), after + pageSize);
    page.head = head();
    page.durableSeq = m_backup.feed.size();
    page.more = page.next < page.head;
    for (quint64 seq = after; seq < page.next; ++seq)
        page.changes.push_back(m_data.feed[seq]);
    ModelAnswer answer = whole(api::toBytes(page));
    answer.headers.etag = tag;
    return answer;
}

ModelAnswer ModelServer::status(const QByteArray& body) const
{
    const auto ids = api::statusRequestFromBytes(body);
    if (!ids)
        return error(400, "malformed");
    api::StatusAnswer answer;
    answer.epoch = m_epoch;
    for (const OpId& id : *ids) {
        const auto known = m_data.ops.find(id);
        if (known == m_data.ops.end())
            answer.unknown.push_back(id);
        else
            answer.known.push_back({id, known->second.seq, known->second.version, known->second.outcome});
    }
    return whole(api::toBytes(answer));
}

void ModelServer::backUp()
{
    m_backup = m_data;
}

void ModelServer::restore(bool newKey)
{
    m_data = m_backup;
    m_epoch = u"e"_s + QString::number(++m_epochNumber);
    if (newKey)
        ++m_keyNumber;
}

} // namespace sitebook::simulation
