// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/patient.h"
#include "core/model/report.h"

#include <QJsonObject>

namespace sitebook {

// The records of our JSON export, read again by the importer.
// {"patientId","name","dateOfBirth","sex","siteId","status","isEnrolled":bool,"consentDate","aliases":[...]}
[[nodiscard]] QJsonObject patientJson(const Patient& patient);
// {"patientId","event","form","repeat":1,"status","reportDate","originator","items":{"OID":"text"|{"missing":"ND"}}}
[[nodiscard]] QJsonObject reportJson(const Report& report, const PatientId& patient);

} // namespace sitebook
