// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/database.h"

namespace sitebook {

namespace metakey {
inline constexpr const char* workspace = "workspace_id";
inline constexpr const char* device = "device_id";
inline constexpr const char* site = "site_id";
inline constexpr const char* server = "server_url";
inline constexpr const char* studyOid = "study_oid";
inline constexpr const char* studyVersion = "study_version";
inline constexpr const char* studyName = "study_name";
inline constexpr const char* epoch = "epoch";
inline constexpr const char* cursor = "cursor";
inline constexpr const char* durable = "durable_seq";
inline constexpr const char* sentN = "sent_n";
inline constexpr const char* identifierNumber = "identifier_number";
inline constexpr const char* lastSync = "last_sync_ms";
} // namespace metakey

// Small facts of the workspace. Empty text for a key that is not there.
[[nodiscard]] Result<QString> metaValue(Database& database, const char* key);
[[nodiscard]] Result<qint64> metaNumber(Database& database, const char* key);
[[nodiscard]] Result<> setMeta(Database& database, const char* key, const QString& value);

} // namespace sitebook
