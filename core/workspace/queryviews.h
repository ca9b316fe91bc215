// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/model/account.h"
#include "core/model/query.h"
#include "core/model/report.h"
#include "core/study/verification.h"

#include <memory>
#include <vector>

// Queries and verification as screens read them: plain values and immutable snapshots, shared between threads.
namespace sitebook {

// One line of the workbench. The place (patient's identifier, visit, form) is empty where the record is not here.
struct QueryRow
{
    RecordId recordId;
    quint64 version = 0;
    RecordId patient;
    QString patientId;
    RecordId report; // null: of the patient as such
    QString formOid;
    QString eventOid;
    int repeat = 1;
    QString itemOid; // empty: of the whole report
    QString check;   // checkKey(), of a failed check
    QueryType type = QueryType::Query;
    QueryStatus status = QueryStatus::Open;
    QString assignee; // user name or role code; empty: whoever is there
    UserName raisedBy;
    Role raisedByRole = Role::Monitor;
    qint64 raisedUtcMs = 0;
    UserName lastBy; // of the last message
    QString lastMessage;
    qint64 changedUtcMs = 0;
    DeliveryState delivery = DeliveryState::Synced;

    // Whole days since it was raised.
    [[nodiscard]] int ageDays(qint64 nowUtcMs) const
    {
        return static_cast<int>(std::max<qint64>(0, nowUtcMs - raisedUtcMs) / 86'400'000);
    }
    [[nodiscard]] bool isFor(const Account& person) const
    {
        return assignee == person.userName.toString() || assignee == roleCode(person.role);
    }
};

// All queries of the workspace at one moment, oldest first.
class QueryList final
{
public:
    explicit QueryList(std::vector<QueryRow> rows)
        : m_rows(std::move(rows))
    {
    }
    [[nodiscard]] const std::vector<QueryRow>& rows() const { return m_rows; }
    [[nodiscard]] const QueryRow* find(const RecordId& id) const;
    [[nodiscard]] int count(QueryStatus status) const;
    // Those about this item of the report; `itemOid` empty: about the report as a whole. Oldest first.
    [[nodiscard]] std::vector<QueryRow> at(const RecordId& report, const QString& itemOid) const;
    // Those about the same place: the report (item) it names, or the patient as such. Oldest first.
    [[nodiscard]] std::vector<QueryRow> about(const Query& place) const;
    // The most urgent one decides how a place looks: open, then answered, then the rest. Null: there is none.
    [[nodiscard]] static const QueryRow* mostUrgent(const std::vector<QueryRow>& rows);

private:
    std::vector<QueryRow> m_rows;
};

// One step of a query's thread, as the journal has it.
struct QueryMessage
{
    enum class Kind { Raised, AskedAgain, Answered, Closed, Cancelled, Assigned };
    Kind kind = Kind::Raised;
    UserName user;
    Role role = Role::Coordinator;
    Instant at;
    QString text;     // may be empty
    QString assignee; // of Assigned
    bool onServer = true;
};

// What can be done with a query; whether somebody may depends on the role, its type and its status.
enum class QueryStep { Answer, AskAgain, Close, Cancel, Assign };

// A soft check that was overridden when a report was saved as complete, and why.
struct CheckOverride
{
    QString itemOid;
    QString check; // checkKey()
    QString reason;
};

// How far the verification of one report is.
struct VerificationRow
{
    RecordId report;
    RecordId patient;
    QString patientId;
    QString formOid;
    QString eventOid;
    int repeat = 1;
    ReportStatus status = ReportStatus::Incomplete;
    VerificationCount count;
};

} // namespace sitebook
