// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/writer.h"

namespace sitebook {

// A half-filled form as it is kept. The body is sealed with both keys' fields under the identifier key where it holds
// identities, else under the clinical one.
struct DraftRow
{
    QString key;
    RecordId recordId;
    quint64 baseVersion = 0;
    RecordId patient;
    QString formOid;
    QString eventOid;
    int repeat = 1;
    QString currentItem;
    qint64 savedUtcMs = 0;
    Fields fields; // empty in lists
};

namespace drafts {

[[nodiscard]] Result<> save(WriteScope& scope, const DraftRow& draft);
[[nodiscard]] Result<> remove(WriteScope& scope, const QString& key);
[[nodiscard]] Result<std::vector<DraftRow>> list(Database& database); // newest first
[[nodiscard]] Result<DraftRow> load(Database& database, const StoreContext& context, const QString& key);

} // namespace drafts

} // namespace sitebook
