// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/permissions.h"

#include <array>

namespace sitebook {

namespace {

constexpr size_t actionCount = static_cast<size_t>(Action::Count);

struct Row
{
    Action action;
    const char* code;
    bool coordinator;
    bool investigator;
    bool monitor;
    bool dataManager;
    bool administrator;
    const char* denied;
};

constexpr bool Y = true;
constexpr bool n = false;

constexpr std::array<Row, actionCount> table{{
    {Action::ViewIdentities, "view_identities", Y, Y, n, n, n,
     QT_TRANSLATE_NOOP("messages", "Your role may not see who a patient is.")},
    {Action::ViewClinical, "view_clinical", Y, Y, Y, Y, n,
     QT_TRANSLATE_NOOP("messages", "Your role may not see clinical data.")},
    {Action::RegisterPatient, "register_patient", Y, Y, n, n, n,
     QT_TRANSLATE_NOOP("messages", "Your role may not register patients.")},
    {Action::EditPatient, "edit_patient", Y, Y, n, n, n,
     QT_TRANSLATE_NOOP("messages", "Your role may not change patients.")},
    {Action::EnterData, "enter_data", Y, Y, n, n, n, QT_TRANSLATE_NOOP("messages", "Your role may not enter data.")},
    {Action::CorrectData, "correct_data", Y, Y, n, n, n,
     QT_TRANSLATE_NOOP("messages", "Your role may not correct data.")},
    {Action::VoidRecord, "void_record", Y, Y, n, n, n,
     QT_TRANSLATE_NOOP("messages", "Your role may not void records.")},
    {Action::AnswerQuery, "answer_query", Y, Y, n, n, n,
     QT_TRANSLATE_NOOP("messages", "Your role may not answer queries.")},
    {Action::RaiseQuery, "raise_query", n, n, Y, Y, n,
     QT_TRANSLATE_NOOP("messages", "Your role may not raise or close queries.")},
    {Action::VerifySource, "verify_source", n, n, Y, n, n,
     QT_TRANSLATE_NOOP("messages", "Your role may not verify against the source.")},
    {Action::Sign, "sign", n, Y, n, n, n, QT_TRANSLATE_NOOP("messages", "Your role may not sign.")},
    {Action::LockData, "lock_data", n, n, n, Y, n,
     QT_TRANSLATE_NOOP("messages", "Your role may not lock or unlock data.")},
    {Action::ImportData, "import_data", Y, Y, n, n, n, QT_TRANSLATE_NOOP("messages", "Your role may not import data.")},
    {Action::ExportData, "export_data", Y, Y, n, n, n,
     QT_TRANSLATE_NOOP("messages", "Your role may not export identified data.")},
    {Action::ExportDeidentified, "export_deidentified", Y, Y, n, Y, n,
     QT_TRANSLATE_NOOP("messages", "Your role may not export data.")},
    {Action::ResolveConflict, "resolve_conflict", Y, Y, n, n, n,
     QT_TRANSLATE_NOOP("messages", "Your role may not resolve conflicts.")},
    {Action::ViewAuditTrail, "view_audit_trail", Y, Y, Y, Y, Y,
     QT_TRANSLATE_NOOP("messages", "Your role may not see the audit trail.")},
    {Action::ManagePeople, "manage_people", n, n, n, n, Y,
     QT_TRANSLATE_NOOP("messages", "Your role may not manage people and devices.")},
    {Action::PushOperations, "push_operations", Y, Y, Y, Y, Y,
     QT_TRANSLATE_NOOP("messages", "Your role may not send changes to the server.")},
}};

constexpr bool inOrder()
{
    for (size_t i = 0; i < table.size(); ++i)
        if (static_cast<size_t>(table[i].action) != i)
            return false;
    return true;
}
static_assert(inOrder(), "one row per action, in the order of the enum");

const Row& rowOf(Action action)
{
    return table.at(static_cast<size_t>(action));
}

} // namespace

bool may(Role role, Action action)
{
    if (action == Action::Count)
        return false;
    const Row& row = rowOf(action);
    switch (role) {
    case Role::Coordinator:
        return row.coordinator;
    case Role::Investigator:
        return row.investigator;
    case Role::Monitor:
        return row.monitor;
    case Role::DataManager:
        return row.dataManager;
    case Role::Administrator:
        return row.administrator;
    }
    return false;
}

Result<> require(Role role, Action action)
{
    if (may(role, action))
        return {};
    return fail(ErrorCode::Denied, action == Action::Count ? QT_TRANSLATE_NOOP("messages", "Your role may not do this.")
                                                           : rowOf(action).denied);
}

QString actionCode(Action action)
{
    return action == Action::Count ? QString() : QString::fromLatin1(rowOf(action).code);
}

std::optional<Action> actionFromCode(QStringView code)
{
    for (const Row& row : table)
        if (code == QLatin1String(row.code))
            return row.action;
    return std::nullopt;
}

} // namespace sitebook
