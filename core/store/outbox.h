// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/ledger.h"
#include "core/store/writer.h"

// Which own operations go next, and in which batch: the sending half of StoreLedger. Inside a write.
namespace sitebook::outbox {

// See Ledger::nextBatch.
[[nodiscard]] Result<std::optional<OutgoingBatch>> next(WriteScope& scope, int maxOps, qint64 maxBytes, qint64 nowMs);
[[nodiscard]] Result<> setState(Database& database, qint64 row, OpDelivery state, const QByteArray& batch,
                                int attempts);

} // namespace sitebook::outbox
