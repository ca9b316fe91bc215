// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/account.h"
#include "core/model/report.h"
#include "core/store/context.h"
#include "core/store/writer.h"

namespace sitebook {

// A report given to the queue, not yet checked. Its row lives until the transaction that appends its operation.
struct Submission
{
    qint64 id = 0;
    Report report; // recordId is set when it is enqueued, so that it cannot be stored twice
    QString source;
    UserName user;
    Role role = Role::Coordinator;
    qint64 queuedUtcMs = 0;
    int attempts = 0;
};

// Why a submission was set aside.
struct Quarantine
{
    qint64 id = 0;
    QString code;
    QString field;
    Message reason;
};

struct SubmissionCounts
{
    qint64 queued = 0;
    qint64 quarantined = 0;
};

struct QuarantinedRow
{
    Submission submission;
    bool quarantined = false;
    Quarantine why;
};

namespace submissions {

[[nodiscard]] Result<> insert(WriteScope& scope, const std::vector<Submission>& rows);
// The id that ends the next `limit` queued rows after `after`; 0 when none is queued there.
[[nodiscard]] Result<qint64> claimEnd(Database& database, qint64 after, int limit);
// The queued rows with after < id <= upTo, opened. A row that does not open comes back in `damaged`.
[[nodiscard]] Result<std::vector<Submission>> claimed(Database& database, const StoreContext& context, qint64 after,
                                                      qint64 upTo, std::vector<Quarantine>& damaged);
// False when the row is not queued any more (somebody else has finished it): then nothing may be stored for it.
[[nodiscard]] Result<bool> remove(WriteScope& scope, qint64 id);
[[nodiscard]] Result<> quarantine(WriteScope& scope, const Quarantine& why);
// Queued again: one, or all with id 0. The number of rows.
[[nodiscard]] Result<qint64> retry(WriteScope& scope, qint64 id);
[[nodiscard]] Result<SubmissionCounts> counts(Database& database);
// Quarantined first, then the oldest.
[[nodiscard]] Result<std::vector<QuarantinedRow>> list(Database& database, const StoreContext& context, int limit);

} // namespace submissions

// Messages in columns: the source sentence and its arguments as one JSON array.
[[nodiscard]] QString messageToText(const Message& message);
[[nodiscard]] Message messageFromText(const QString& text);

} // namespace sitebook
