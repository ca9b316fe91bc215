// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/journal/operation.h"
#include "core/model/account.h"
#include "core/model/patient.h"
#include "core/model/report.h"

#include <memory>
#include <vector>

// What screens read: plain values and immutable snapshots, shared between threads.
namespace sitebook {

// One line of the patient table.
struct PatientRow
{
    RecordId recordId;
    quint64 version = 0;
    QString patientId;
    QString name; // empty without the identifier key
    PartialDate dateOfBirth;
    PartialDate consentDate;
    QString sex;
    QString siteId;
    PatientStatus status = PatientStatus::Screening;
    bool isEnrolled = false;
    int reports = 0;
    int reportsComplete = 0;
    DeliveryState delivery = DeliveryState::Synced;
    qint64 changedUtcMs = 0;
    QString searchKey; // folded: lower case, no accents; identifier, name, aliases
};

enum class PatientColumn { Identifier, Name, DateOfBirth, Sex, Site, Status, Reports, Delivery, Count };

struct PatientFilter
{
    QString text;                        // every word must occur, anywhere, case and accents folded
    std::vector<PatientStatus> statuses; // empty: all
    QStringList sites;                   // empty: all
    std::optional<DeliveryState> delivery;
    PatientColumn sortBy = PatientColumn::Identifier;
    Qt::SortOrder order = Qt::AscendingOrder;
};

// All patients of the workspace at one moment. Immutable; filter() is quick enough for every keystroke (100,000 rows).
class PatientList final
{
public:
    explicit PatientList(std::vector<PatientRow> rows)
        : m_rows(std::move(rows))
    {
    }
    [[nodiscard]] const std::vector<PatientRow>& rows() const { return m_rows; }
    // Indexes into rows(), in order.
    [[nodiscard]] std::vector<quint32> filter(const PatientFilter& filter) const;
    [[nodiscard]] const PatientRow* find(const RecordId& id) const;
    [[nodiscard]] QStringList sites() const; // sorted, each once

private:
    std::vector<PatientRow> m_rows;
};

// One line of the report table, and of a patient's page.
struct ReportRow
{
    RecordId recordId;
    quint64 version = 0;
    RecordId patient;
    QString patientId;
    QString formOid;
    QString eventOid;
    int repeat = 1;
    ReportStatus status = ReportStatus::Incomplete;
    DeliveryState delivery = DeliveryState::Synced;
    QString reportDate;
    qint64 changedUtcMs = 0;
};
using ReportList = std::vector<ReportRow>; // sorted by changedUtcMs, newest first

// A half-filled form, sealed on disk while it is typed.
struct DraftInfo
{
    QString key;      // "report/<record id>" or "patient/new", ...
    RecordId patient; // null for a new patient
    QString formOid;  // empty for patient forms
    QString eventOid;
    int repeat = 1;
    QString currentItem; // where the cursor was
    qint64 savedUtcMs = 0;
};
struct Draft
{
    DraftInfo info;
    RecordId recordId; // of the record being edited; null when it is new
    quint64 baseVersion = 0;
    Fields fields; // as typed
};

// A row of the submission queue.
struct QueueItem
{
    enum class State { Queued, Claimed, Quarantined };
    qint64 id = 0;
    State state = State::Queued;
    QString source;  // "import qsph.json row 12", "demo", "form"
    QString patient; // identifier
    QString formOid;
    qint64 queuedUtcMs = 0;
    int attempts = 0;
    QString code; // of the quarantine
    QString field;
    Message reason;
};
struct QueueStatus
{
    qint64 queued = 0;
    qint64 claimed = 0;
    qint64 quarantined = 0;
    qint64 processed = 0; // since the program started
    qint64 accepted = 0;
    bool paused = false;
    bool running = false;
    double perSecond = 0;
    std::optional<Error> stoppedBy; // paused by itself: what the store refused with, for example a full disk
};

// Sync as the footer and its page tell it.
enum class SyncPhase { NotSetUp, Idle, Working, Waiting, NeedsSignIn, Refused, Outdated };
struct SyncStatus
{
    SyncPhase phase = SyncPhase::NotSetUp;
    QString server;
    Message sentence;            // what is going on or why it waits, and what to do
    qint64 lastSuccessUtcMs = 0; // 0: never
    qint64 nextAttemptUtcMs = 0; // 0: none planned
    qint64 queued = 0;
    qint64 sending = 0;
    qint64 acked = 0;
    qint64 confirmed = 0;
    qint64 conflicts = 0;
    qint64 quarantined = 0;
    qint64 pulled = 0; // since the program started
    [[nodiscard]] qint64 waiting() const { return queued + sending; }
};
// One operation that is not on the server yet.
struct WaitingItem
{
    OpId opId;
    quint64 deviceSeq = 0;
    Entity entity = Entity::Report;
    OpType type = OpType::Create;
    RecordId recordId;
    QString patientId;
    QString formOid;
    QString state; // "queued", "sending", "conflict", "quarantined"
    qint64 sinceUtcMs = 0;
    int attempts = 0;
    QString code;
    Message reason; // why it waits
};

// One entry of the audit trail as shown.
struct AuditChange
{
    QString field; // as in the operation; items with their "item/" prefix
    QString oldValue;
    QString newValue;
};
struct AuditEntry
{
    OpId opId;
    quint64 n = 0;
    DeviceId device;
    bool ownDevice = true;
    OpType type = OpType::Create;
    Entity entity = Entity::Patient;
    RecordId recordId;
    QString patientId;
    QString formOid;
    UserName user;
    Role role = Role::Coordinator;
    Instant capturedAt;
    ClockQuality clockQuality = ClockQuality::Unverified;
    QString reason;
    std::vector<AuditChange> changes;
};
struct AuditFilter
{
    QString text; // in patient identifier, user, reason
    QString user; // empty: all
    std::optional<OpType> type;
    std::optional<Entity> entity;
    RecordId recordId; // null: all
    qint64 fromUtcMs = 0;
    qint64 untilUtcMs = 0; // 0: no limit
};

struct DashboardNumbers
{
    qint64 patients = 0;
    qint64 enrolled = 0;
    qint64 reports = 0;
    qint64 reportsComplete = 0;
    qint64 drafts = 0;
    qint64 openQueries = 0;
    qint64 answeredQueries = 0;
    std::vector<std::pair<QDate, int>> enrolment; // patients registered so far, by day
    std::vector<ReportRow> recent;                // last reports changed, at most 8
};

} // namespace sitebook
