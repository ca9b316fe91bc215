// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/definition.h"

namespace sitebook {

// Where an ODM export keeps what ODM has no element for. The written metadata declares all of it, so that the file
// explains itself and any ODM reader finds the values:
//   - the patient's own fields (name, birth date, ...) are one form in one common event;
//   - status, date and originator of a report are one more item group of every form;
//   - the reason of a missing value is an Annotation of its ItemData, from the code list of reasons.
namespace recordforms {

inline const QString program = QStringLiteral("Sitebook"); // ODM @SourceSystem
inline const QString patientEvent = QStringLiteral("SB.SE.PATIENT");
inline const QString patientForm = QStringLiteral("SB.F.PATIENT");
inline const QString patientGroup = QStringLiteral("SB.IG.PATIENT");
inline const QString reportGroup = QStringLiteral("SB.IG.REPORT");
inline const QString patientItemPrefix = QStringLiteral("SB.I.PATIENT."); // and the field's name
inline const QString reportItemPrefix = QStringLiteral("SB.I.REPORT.");
inline const QString missingCodeList = QStringLiteral("SB.CL.MISSING");
inline const QString flagCodeList = QStringLiteral("SB.CL.FLAG");
inline const QString missingFlag = QStringLiteral("missing");

} // namespace recordforms

// The study with these definitions added (left out where they are there already). With `deidentified` date items are
// declared as partial dates, because only years are written.
[[nodiscard]] StudyDefinition withRecordForms(const StudyDefinition& study, bool deidentified);

} // namespace sitebook
