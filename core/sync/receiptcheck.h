// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/wire.h"
#include "core/store/ledger.h"

namespace sitebook::sync {

enum class ReceiptVerdict {
    Genuine,
    UnknownKey, // signed by a key that meta did not name: keys rotate, ask meta again
    Forged,     // signature, or the hash of an entry we sent, is wrong
};

// Checks the server's signature (Ed25519) with the key of `meta`, and that the head it names is the one we sent.
[[nodiscard]] ReceiptVerdict checkReceipt(const SiteId& site, const DeviceId& device, const api::Receipt& receipt,
                                          const api::Meta& meta, const OutgoingBatch& batch);

[[nodiscard]] ReceiptRow receiptRow(const api::Receipt& receipt, const QByteArray& publicKey);

} // namespace sitebook::sync
