// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/writer.h"
#include "core/workspace/queryreader.h"

namespace sitebook {

// Appends operations of queries inside a write: on the writer's thread.
class QueryWriter final
{
public:
    // `blank`: an operation of the person, now; its id is replaced for each step.
    QueryWriter(WriteScope& scope, Operation blank);

    // Errors: Invalid (the message is missing, the report is another patient's), NotFound (patient, report), Denied.
    [[nodiscard]] Result<RecordId> raise(Query query, const QString& message);
    // Errors: Invalid (the message is missing; the step does not fit the query's status), NotFound, Denied.
    [[nodiscard]] Result<> take(QueryStep step, const RecordId& query, const QString& text);
    // After a report was stored as complete or changed: a query for each override that has none, and those of checks
    // that speak no more are closed. `speaking`: what the checks say now.
    [[nodiscard]] Result<> followChecks(const Report& report, const std::vector<Finding>& speaking,
                                        const std::vector<CheckOverride>& overrides);

private:
    [[nodiscard]] Result<> append(Operation op, const Fields& before, quint64 trunk);
    [[nodiscard]] Operation step(OpType type, const RecordId& query, const QString& status,
                                 const QString& message) const;

    WriteScope& m_scope;
    Operation m_blank;
    QueryReader m_reader;
};

// Whether the step fits what the query is now, whoever takes it.
[[nodiscard]] bool fits(QueryStep step, QueryType type, QueryStatus status);
// Closing what a check found, and cancelling it, is for those who review: at the desk it closes by itself when the
// check passes. Error Denied.
[[nodiscard]] Result<> requireByHand(Role role, QueryStep step, QueryType type);
// The operation a step makes, for asking about rights.
[[nodiscard]] OpType opTypeOf(QueryStep step);

} // namespace sitebook
