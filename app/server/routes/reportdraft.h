// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/routes/services.h"
#include "app/server/store/reportintake.h"

namespace sitebook::server {

// Reads, checks and scores one report sent as
//   {"reportId", "patientId", "form", "event", "repeat": 1, "reportDate": "",
//    "items": {name or OID: text, whole number, or {"missing": "ND"}}}
// and makes the operation that creates it. Errors: Protocol (not such JSON), Invalid (`where` names the field or item)
// for an unknown form, event or item and for values that break the form's checks; a report with required answers
// missing is taken as incomplete. Whether there is such a patient is for the writer to say.
[[nodiscard]] Result<ReportDraft> draftReport(const Services& services, const Claims& claims, std::string_view json);

} // namespace sitebook::server
