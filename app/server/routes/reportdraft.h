// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/routes/services.h"

namespace sitebook::server {

// Reads, checks and scores one report sent as
//   {"reportId", "patientId", "form", "event", "repeat": 1, "reportDate": "", "items": {name or OID: text, whole
//   number,
//    or {"missing": "ND"}}}
// and makes the operation that creates it (without device and chain). Errors: Protocol (not such JSON), Invalid
// (`where` names the field or item) for an unknown patient, form, event or item and for values that break the form's
// checks; a report with required answers missing is taken as incomplete.
[[nodiscard]] Result<Operation> draftReport(const Services& services, StoreReader& reader, const Claims& claims,
                                            std::string_view json);

} // namespace sitebook::server
