// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/model/fieldnames.h"
#include "core/model/fields.h"
#include "core/model/finding.h"

#include <QObject>

namespace sitebook {
namespace queries {
Q_NAMESPACE

// The field's words for a discrepancy.
enum class Type { FailedCheck, Query, Annotation, ReasonForChange };
Q_ENUM_NS(Type)

enum class Status { Open, Answered, Closed, Cancelled };
Q_ENUM_NS(Status)

} // namespace queries

using QueryType = queries::Type;
using QueryStatus = queries::Status;

// A question about a report or one of its items, or about a patient, and what became of it. Its operations are Query
// (the first one, and to ask again), Answer and Close; each may bring a message.
struct Query
{
    RecordId recordId;
    quint64 version = 0;
    RecordId patient;
    RecordId report; // null: of the patient as such
    QString itemOid; // of the report; empty: the whole report
    QString check;   // of FailedCheck: which check of the item spoke (checkKey); may be empty
    QueryType type = QueryType::Query;
    QueryStatus status = QueryStatus::Open;
    QString assignee; // user name or role code; empty: whoever is there
    QString raisedAt; // ISO, UTC, with milliseconds
    Fields messages;  // by the id of the operation that brought them
    bool voided = false;

    [[nodiscard]] Fields toFields() const;
    // Errors: Invalid, `where` the field.
    [[nodiscard]] static Result<Query> fromFields(const Fields& fields);
};

// What a query of this kind begins with: a question is open; what a check found was answered with the reason it was
// raised with; notes wait for nobody.
[[nodiscard]] QueryStatus firstStatus(QueryType type);
// Written for whoever reads it; nobody has to answer.
[[nodiscard]] constexpr bool isNote(QueryType type)
{
    return type == QueryType::Annotation || type == QueryType::ReasonForChange;
}
// Waits for somebody: for those who enter data (open) or those who asked (answered).
[[nodiscard]] constexpr bool isLive(QueryStatus status)
{
    return status == QueryStatus::Open || status == QueryStatus::Answered;
}

// A check as a query keeps it: its word and its sentence, untranslated. The same check of the same item gives the same
// text whatever the value.
[[nodiscard]] QString checkKey(const Finding& finding);
[[nodiscard]] Message checkSentence(const QString& key);

[[nodiscard]] QString typeCode(QueryType type);       // "FailedCheck", ...
[[nodiscard]] QString statusCode(QueryStatus status); // "Open", ...
[[nodiscard]] std::optional<QueryType> queryTypeFromCode(QStringView code);
[[nodiscard]] std::optional<QueryStatus> queryStatusFromCode(QStringView code);

} // namespace sitebook
