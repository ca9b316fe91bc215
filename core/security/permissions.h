// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/account.h"

namespace sitebook {

enum class Action {
    ViewIdentities,
    ViewClinical,
    RegisterPatient,
    EditPatient,
    EnterData,
    CorrectData,
    VoidRecord,
    AnswerQuery,
    RaiseQuery,
    VerifySource,
    Sign,
    LockData,
    ImportData,
    ExportData,
    ExportDeidentified,
    ResolveConflict,
    ViewAuditTrail,
    ManagePeople,
    PushOperations,
    Count
};

// Role x action, as SECURITY.md "People" says; one constexpr table.
[[nodiscard]] bool may(Role role, Action action);
// Error Denied with one sentence naming what is not allowed.
[[nodiscard]] Result<> require(Role role, Action action);
[[nodiscard]] QString actionCode(Action action); // "register_patient"
[[nodiscard]] std::optional<Action> actionFromCode(QStringView code);

} // namespace sitebook
