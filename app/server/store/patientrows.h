// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/database/database.h"

namespace sitebook::server {

// On the row (record_id, version, body) of the patient with this identifier; nothing: there is none. Where
// records share an identifier the one that was there first answers; the others are flagged.
[[nodiscard]] Result<std::optional<Statement>> patientRow(Database& database, qint64 siteNo, const QString& patientId);
[[nodiscard]] Result<std::optional<RecordId>> findPatient(Database& database, qint64 siteNo, const QString& patientId);

} // namespace sitebook::server
