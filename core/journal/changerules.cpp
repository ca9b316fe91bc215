// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/changerules.h"

#include "core/model/query.h"
#include "core/model/report.h"
#include "core/security/permissions.h"

#include <algorithm>
#include <vector>

namespace sitebook {

namespace {

// One of them is enough; none: everybody may, such as to tell of an event.
using AnyOf = std::vector<Action>;

QueryType typeOf(const Operation& op, const Fields& before)
{
    const QString code =
        before.contains(field::queryType) ? before.text(field::queryType) : op.set.text(field::queryType);
    return queryTypeFromCode(code).value_or(QueryType::Query);
}

AnyOf queryRights(const Operation& op, const Fields& before)
{
    const QueryType type = typeOf(op, before);
    switch (op.type) {
    case OpType::Query: // raised first, or asked again
        if (type == QueryType::Query || (type == QueryType::FailedCheck && !before.isEmpty()))
            return {Action::RaiseQuery};
        if (type == QueryType::FailedCheck)
            return {Action::EnterData};
        return {Action::EnterData, Action::RaiseQuery};
    case OpType::Answer:
        return {Action::AnswerQuery};
    case OpType::Close:
        if (type == QueryType::Query)
            return {Action::RaiseQuery};
        return {Action::RaiseQuery, Action::EnterData};
    case OpType::Set: // to whom it is given
        return {Action::AnswerQuery, Action::RaiseQuery};
    default:
        return {Action::RaiseQuery};
    }
}

AnyOf rights(const Operation& op, const Fields& before)
{
    if (op.entity == Entity::Query && op.type != OpType::Resolve)
        return queryRights(op, before);
    switch (op.type) {
    case OpType::Create:
        return {op.entity == Entity::Patient ? Action::RegisterPatient : Action::EnterData};
    case OpType::Set:
        return {op.entity == Entity::Patient ? Action::EditPatient : Action::CorrectData};
    case OpType::Void:
        return {Action::VoidRecord};
    case OpType::Sign:
        return {Action::Sign};
    case OpType::Lock:
    case OpType::Unlock:
        return {Action::LockData};
    case OpType::Verify:
        return {Action::VerifySource};
    case OpType::Query:
    case OpType::Close:
        return {Action::RaiseQuery};
    case OpType::Answer:
        return {Action::AnswerQuery};
    case OpType::Resolve:
        return {Action::ResolveConflict};
    case OpType::Event:
        break;
    }
    return {};
}

tl::unexpected<Error> misfit(const QString& where)
{
    return fail(ErrorCode::Invalid, QT_TRANSLATE_NOOP("messages", "A change of this kind cannot say this."), where);
}

// Every field is one of these, or begins with `prefix`.
Result<> onlyFields(const Operation& op, const QStringList& names, const QString& prefix = {})
{
    for (const Fields::Entry& entry : op.set)
        if (!names.contains(entry.name) && (prefix.isEmpty() || !entry.name.startsWith(prefix)))
            return misfit(entry.name);
    return {};
}

Result<> statusIs(const Operation& op, const QStringList& allowed)
{
    return allowed.contains(op.set.text(field::status)) ? Result<>() : misfit(field::status);
}

// A step that gives the record one of these states and says nothing but these fields.
Result<> stepTo(const Operation& op, const QStringList& statuses, const QStringList& names)
{
    SB_TRY(onlyFields(op, names));
    return statusIs(op, statuses);
}

Result<> queryShape(const Operation& op, const Fields& before)
{
    const QString own = field::messagePrefix + op.opId.toString();
    for (const Fields::Entry& entry : op.set)
        if (entry.name.startsWith(field::messagePrefix) && entry.name != own)
            return misfit(entry.name);
    const QStringList said{field::status, own};
    switch (op.type) {
    case OpType::Query:
        if (before.isEmpty())
            return statusIs(op, {statusCode(QueryStatus::Open), statusCode(firstStatus(typeOf(op, before)))});
        return stepTo(op, {statusCode(QueryStatus::Open)}, said);
    case OpType::Answer:
        return stepTo(op, {statusCode(QueryStatus::Answered)}, said);
    case OpType::Close:
        return stepTo(op, {statusCode(QueryStatus::Closed), statusCode(QueryStatus::Cancelled)}, said);
    case OpType::Set:
        return onlyFields(op, {field::assignee});
    case OpType::Void: // a query is cancelled
        return misfit(field::status);
    default:
        return {};
    }
}

Result<> reportShape(const Operation& op, const Fields& before)
{
    switch (op.type) {
    case OpType::Create:
    case OpType::Set:
        for (const Fields::Entry& entry : op.set)
            if (entry.name.startsWith(field::verifiedPrefix) || entry.name == field::statusBefore ||
                (entry.name == field::status && entry.value.text == statusCode(ReportStatus::Locked)))
                return misfit(entry.name);
        return {};
    case OpType::Verify:
        return onlyFields(op, {}, field::verifiedPrefix);
    case OpType::Lock:
        return stepTo(op, {statusCode(ReportStatus::Locked)}, {field::status, field::statusBefore});
    case OpType::Unlock:
        return stepTo(op, {before.text(field::statusBefore)}, {field::status});
    default:
        return {};
    }
}

} // namespace

Result<> requireRight(Role role, const Operation& op, const Fields& before)
{
    const AnyOf anyOf = rights(op, before);
    const auto allowed = [role](Action action) { return may(role, action); };
    if (anyOf.empty() || std::any_of(anyOf.begin(), anyOf.end(), allowed))
        return {};
    return require(role, anyOf.front());
}

Result<> requireShape(const Operation& op, const Fields& before)
{
    switch (op.entity) {
    case Entity::Query:
        return queryShape(op, before);
    case Entity::Report:
        return reportShape(op, before);
    default:
        return {};
    }
}

Result<> requireUnlocked(const Operation& op, const Fields& before)
{
    const bool locked = op.entity == Entity::Report && before.text(field::status) == statusCode(ReportStatus::Locked);
    if (!locked || op.type == OpType::Unlock)
        return {};
    return fail(
        ErrorCode::Denied,
        QT_TRANSLATE_NOOP("messages", "This report is locked and cannot be changed. A data manager can unlock it."),
        field::status);
}

} // namespace sitebook
