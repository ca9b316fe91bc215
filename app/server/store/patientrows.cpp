// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/patientrows.h"

namespace sitebook::server {

Result<std::optional<Statement>> patientRow(Database& database, qint64 siteNo, const QString& patientId)
{
    SB_TRY_ASSIGN(Statement row,
                  database.prepare("SELECT record_id, version, body FROM patients "
                                   "WHERE site_no=? AND patient_id=? ORDER BY duplicate, record_id LIMIT 1"));
    row.bind(1, siteNo).bind(2, patientId);
    SB_TRY_ASSIGN(const bool found, row.step());
    if (!found)
        return std::nullopt;
    return row;
}

Result<std::optional<RecordId>> findPatient(Database& database, qint64 siteNo, const QString& patientId)
{
    SB_TRY_ASSIGN(Statement row, database.prepare("SELECT record_id FROM patients WHERE site_no=? AND patient_id=? "
                                                  "ORDER BY duplicate, record_id LIMIT 1"));
    row.bind(1, siteNo).bind(2, patientId);
    SB_TRY_ASSIGN(const bool found, row.step());
    return found ? std::optional(RecordId::fromBytes(row.blob(0))) : std::nullopt;
}

} // namespace sitebook::server
