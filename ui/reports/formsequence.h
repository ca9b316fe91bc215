// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/definition.h"
#include "core/workspace/views.h"
#include "ui/reports/reportformtarget.h"

namespace sitebook {

// One place in a patient's casebook: a form at a visit, filled or not.
struct FormPlace
{
    QString eventOid;
    QString formOid;
    int repeat = 1;
    std::optional<ReportRow> report; // none: not started
    bool mandatory = false;
};

// All places of a patient in the study's order. Where form or visit repeats, every repeat that exists is a place, and
// one more that can be started. Reports of forms the study does not plan at their visit come last.
[[nodiscard]] std::vector<FormPlace> placesOf(const StudyDefinition& study, const std::vector<ReportRow>& reports);

// The form to fill after this one: the next place of the same visit (and repeat) that is not complete, else the first
// such of the visits after it; none at the end. Repeats that were never begun are not proposed.
[[nodiscard]] std::optional<FormPlace> nextPlace(const std::vector<FormPlace>& places, const QString& eventOid,
                                                 const QString& formOid, int repeat);

// The patient after this one, by identifier, who is still in the study and whose form at this visit is not complete;
// null at the end. Quick with many (one pass over each list).
[[nodiscard]] RecordId nextPatient(const PatientList& patients, const ReportList& reports, const RecordId& patient,
                                   const FormPlace& place);

} // namespace sitebook
