// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/patientrows.h"

namespace sitebook::server {

Result<std::optional<Statement>> patientRow(Database& database, qint64 siteNo, const QString& patientId)
{
    SB_TRY_ASSIGN(Statement row, database.prepare("SELECT record_id, version, body, duplicate FROM patients "
                                                  "WHERE site_no=? AND patient_id=?"));
    row.bind(1, siteNo).bind(2, patientId);
    SB_TRY_ASSIGN(bool found, row.step());
    if (!found)
        return std::nullopt;
    while (found && row.integer(3) != 0) {
        SB_TRY_ASSIGN(found, row.step());
    }
    if (found)
        return row;
    // All are flagged, so that the first one has to do.
    row.reset();
    row.bind(1, siteNo).bind(2, patientId);
    SB_TRY(row.step());
    return row;
}

Result<std::optional<RecordId>> findPatient(Database& database, qint64 siteNo, const QString& patientId)
{
    SB_TRY_ASSIGN(const auto row, patientRow(database, siteNo, patientId));
    return row ? std::optional(RecordId::fromBytes(row->blob(0))) : std::nullopt;
}

} // namespace sitebook::server
