// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/finding.h"
#include "core/model/patient.h"
#include "core/model/visit.h"
#include "core/study/definition.h"

#include <QDate>

namespace sitebook {

// What is wrong with what a person says of a visit; fields as in Visit::toFields. Codes: "unknown_visit", "repeat",
// "required" (a day), "date", "future". Pure; any thread.
[[nodiscard]] std::vector<Finding> checkVisit(const StudyDefinition& study, const Visit& visit, QDate today);

// Whether clinical data of this day (ISO; empty: not known) may be entered, where the study asks for consent first.
// Error Invalid with where = the patient's date of consent.
[[nodiscard]] Result<> requireConsent(const StudyDefinition& study, const PartialDate& consent, const QString& day);

} // namespace sitebook
