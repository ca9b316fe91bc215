// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/receiptcheck.h"

#include "core/security/crypto.h"

namespace sitebook::sync {

namespace {

bool signatureHolds(const QByteArray& signature, const QByteArray& message, const QByteArray& publicKey)
{
    crypto::ensureReady();
    return signature.size() == crypto_sign_BYTES && publicKey.size() == crypto_sign_PUBLICKEYBYTES &&
           crypto_sign_verify_detached(crypto::bytes(signature), crypto::bytes(message),
                                       static_cast<quint64>(message.size()), crypto::bytes(publicKey)) == 0;
}

} // namespace

ReceiptVerdict checkReceipt(const SiteId& site, const DeviceId& device, const api::Receipt& receipt,
                            const api::Meta& meta, const OutgoingBatch& batch)
{
    if (meta.receiptKeyId.isEmpty() || receipt.keyId != meta.receiptKeyId)
        return ReceiptVerdict::UnknownKey;
    if (!signatureHolds(receipt.signature, api::receiptMessage(site.toString(), device, receipt),
                        meta.receiptPublicKey))
        return ReceiptVerdict::Forged;
    for (const Operation& op : batch.ops) {
        if (op.link.n == receipt.deviceN && op.link.hash != receipt.hash)
            return ReceiptVerdict::Forged;
    }
    return ReceiptVerdict::Genuine;
}

ReceiptRow receiptRow(const api::Receipt& receipt, const QByteArray& publicKey)
{
    return ReceiptRow{receipt.deviceN, receipt.hash, receipt.serverTimeMs, receipt.seq,
                      receipt.keyId,   publicKey,    receipt.signature};
}

} // namespace sitebook::sync
