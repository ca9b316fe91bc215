// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/journal/operation.h"
#include "core/store/context.h"

namespace sitebook {

// An operation made ready off the writer thread: bodies sealed, digests keyed. Only its place in the chain (n, prev,
// hash) is missing, which the writer gives. `op.set` stays beside, for the projections.
struct SealedOperation
{
    Operation op;
    QByteArray reason; // null: none
    QByteArray bodyIdent;
    QByteArray bodyClin;
    QByteArray projection; // body of a new report's row, sealed at version 1; null: the writer seals it
};

// `old` holds the values the changed fields had before (absent ones were not there). Any thread.
[[nodiscard]] SealedOperation sealOperation(const StoreContext& context, Operation op, const Fields& old);
// The first operation of a report together with its row's body, encoding its fields once.
[[nodiscard]] SealedOperation sealReportCreation(const StoreContext& context, Operation op);
// The same for an operation of another desk: its link is kept as it came.
[[nodiscard]] SealedOperation sealForeignOperation(const StoreContext& context, Operation op);

// Opens what sealOperation sealed and joins the parts again. Fields of a class without key are left out.
// Error Damaged.
[[nodiscard]] Result<Fields> openBodies(const StoreContext& context, const OpId& id, const QByteArray& bodyIdent,
                                        const QByteArray& bodyClin);
[[nodiscard]] Result<QString> openReason(const StoreContext& context, const OpId& id, const QByteArray& sealed);

// The identifying fields, and the others.
struct SplitFields
{
    Fields identifying;
    Fields clinical;
};
[[nodiscard]] SplitFields split(const Fields& fields);

} // namespace sitebook
