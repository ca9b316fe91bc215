// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/report.h"
#include "core/study/definition.h"

namespace sitebook {

// Source data verification (SDV): a monitor holds an answer against the patient's file. The mark keeps the answer as it
// was found there, so that a change made meanwhile at another desk shows by itself: marks and answers never dispute a
// field, and whoever merges them sees the difference.
enum class VerificationState { NotRequired, Required, Verified, ChangedSinceVerified };

// By the study: Alias Context "sitebook:sdv" with Name "required" or "not-required" on ItemDef, else on FormDef;
// without either it is not.
[[nodiscard]] bool isVerificationRequired(const StudyDefinition& study, const QString& formOid, const QString& itemOid);

// What "verified/<ItemOID>" holds of an answer.
[[nodiscard]] FieldValue verifiedMark(const FieldValue& answer);
// What it holds when the verification was taken back.
[[nodiscard]] FieldValue noMark();

[[nodiscard]] VerificationState verificationOf(const StudyDefinition& study, const Report& report,
                                               const QString& itemOid);

// How far the verification of a report is: its answers that need it, and those verified or changed since.
struct VerificationCount
{
    int required = 0; // all that need it, in whatever state
    int verified = 0;
    int changed = 0;
    [[nodiscard]] int open() const { return required - verified; } // to be looked at
};
[[nodiscard]] VerificationCount verificationCount(const StudyDefinition& study, const Report& report);
// The answers there are to verify now, in the order of their names.
[[nodiscard]] QStringList toVerify(const StudyDefinition& study, const Report& report);

} // namespace sitebook
