// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/cancellation.h"
#include "core/base/result.h"
#include "core/model/finding.h"
#include "core/study/definition.h"
#include "core/study/formchecker.h"
#include "core/study/readers/reader.h"
#include "core/workspace/queryviews.h"
#include "core/workspace/views.h"
#include "core/workspace/visitviews.h"

#include <QFuture>
#include <QObject>

// The facade the screens use. A workspace is a folder (sitebook.db, study.xml) of one site, opened by one process and
// unlocked by one person. Everything here belongs to the thread that opened it (the GUI thread); slow work happens
// inside on other threads and comes back as QFuture<Result<T>> or as a signal. Nothing here blocks longer than a copy.
namespace sitebook {

struct WorkspaceInfo
{
    QString path;
    QString workspaceId;
    DeviceId device;
    SiteId site;
    QString serverUrl; // empty: none set up
    QString studyName;
    QString studyVersion;
    Message keychainMessage; // why the keychain is not used; empty: it is
};

// The only way to change patients. Each call asks Permissions, runs the checks and appends one operation.
class PatientService : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    [[nodiscard]] virtual std::shared_ptr<const PatientList> list() const = 0; // never null
    [[nodiscard]] virtual QFuture<Result<Patient>> load(const RecordId& id) = 0;
    // Findings of the study's rules, and of duplicates (same identifier; same name and birth date as a warning).
    [[nodiscard]] virtual std::vector<Finding> check(const Patient& patient) const = 0;
    [[nodiscard]] virtual QString nextFreeIdentifier() const = 0; // empty when the rule can give none
    // patient.recordId may be null: a fresh one is made. Errors: Invalid (where = field), AlreadyExists, Denied,
    // Storage.
    [[nodiscard]] virtual QFuture<Result<RecordId>> registerPatient(const Patient& patient) = 0;
    // Only changed fields become the operation; nothing changed is success without one. `reason` must not be empty.
    // patient.version is the one the person saw (0: not known): Conflict when another desk has changed the same field
    // since.
    [[nodiscard]] virtual QFuture<Result<>> update(const Patient& patient, const QString& reason) = 0;
    [[nodiscard]] virtual QFuture<Result<>> voidPatient(const RecordId& id, const QString& reason) = 0;
Q_SIGNALS:
    void listChanged(); // list() gives a newer snapshot; at most every 100 ms
};

class ReportService : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    [[nodiscard]] virtual std::shared_ptr<const ReportList> list() const = 0;                  // never null
    [[nodiscard]] virtual std::vector<ReportRow> ofPatient(const RecordId& patient) const = 0; // by visit, then form
    [[nodiscard]] virtual QFuture<Result<Report>> load(const RecordId& id) = 0;
    // First save of a report, or a change of one: then `reason` must not be empty. Items are checked and scored again
    // here; status Complete needs no open errors. Errors: Invalid (where = ItemOID), NotFound (patient), AlreadyExists
    // (same form, visit and repeat), Conflict (another desk changed the same field since report.version), Denied (also
    // where = "status": it is locked), Storage. `overrides` say why values are right although a soft check speaks: each
    // becomes a query of the type FailedCheck in the same commit, unless a live one is there; queries of checks that
    // pass now are closed.
    [[nodiscard]] virtual QFuture<Result<RecordId>> save(const Report& report, const QString& reason,
                                                         const std::vector<CheckOverride>& overrides) = 0;
    [[nodiscard]] QFuture<Result<RecordId>> save(const Report& report, const QString& reason)
    {
        return save(report, reason, {});
    }
    [[nodiscard]] virtual QFuture<Result<>> voidReport(const RecordId& id, const QString& reason) = 0;
Q_SIGNALS:
    void listChanged();
};

// What a person says of visits, and how every patient's visits stand.
class VisitService : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    [[nodiscard]] virtual std::shared_ptr<const VisitList> list() const = 0; // never null
    // The study's rules: checkVisit() for today.
    [[nodiscard]] virtual std::vector<Finding> check(const Visit& visit) const = 0;
    // Whether what is said of this visit needs a reason: it is skipped or did not occur, or something other than a plan
    // was said before.
    [[nodiscard]] virtual bool needsReason(const Visit& visit) const = 0;
    // Says it of the patient's visit (event and repeat), whatever was said before. Errors: Invalid (where = field, or
    // "reason"), NotFound (patient), Denied, Storage.
    [[nodiscard]] virtual QFuture<Result<RecordId>> record(const Visit& visit, const QString& reason) = 0;
    // Takes back what was said: the schedule alone speaks again. `reason` must not be empty.
    [[nodiscard]] virtual QFuture<Result<>> takeBack(const RecordId& visit, const QString& reason) = 0;
    // As makeCasebook of what is here now.
    [[nodiscard]] virtual QFuture<Result<std::shared_ptr<const Casebook>>> casebook(QDate today) = 0;
Q_SIGNALS:
    void listChanged();
};

// Queries and notes about patients, reports and their items. Who may do what is the query's type and the role.
class QueryService : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    [[nodiscard]] virtual std::shared_ptr<const QueryList> list() const = 0;                            // never null
    [[nodiscard]] virtual QFuture<Result<std::vector<QueryMessage>>> thread(const RecordId& query) = 0; // oldest first
    [[nodiscard]] virtual bool mayRaise(QueryType type) const = 0;
    [[nodiscard]] virtual bool may(QueryStep step, const QueryRow& row) const = 0;
    // Of `query` count patient, report, item, type, check and assignee. Errors: Invalid (no message; unknown report),
    // NotFound, Denied, Storage.
    [[nodiscard]] virtual QFuture<Result<RecordId>> raise(const Query& query, const QString& message) = 0;
    // `text`: the message, which only closing can do without; of Assign the user name or role code, empty for nobody.
    // Errors: Invalid, NotFound, Denied, Storage.
    [[nodiscard]] virtual QFuture<Result<>> take(QueryStep step, const RecordId& query, const QString& text) = 0;
Q_SIGNALS:
    void listChanged();
};

// Verification against the source, and locking.
class ReviewService : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    // Reports with something to verify or verified, by patient and visit; reads every report: slow, with progress kept
    // by the future alone.
    [[nodiscard]] virtual QFuture<Result<std::vector<VerificationRow>>> verification() = 0;
    // Marks the items as they stand, or takes the marks back. `seen`: the report as the person saw it; an item that was
    // changed since is marked with what they saw. Errors: NotFound, Denied (also: locked), Storage.
    [[nodiscard]] virtual QFuture<Result<>> verify(const Report& seen, const QStringList& itemOids, bool verified) = 0;
    // Everything of the report that is to be verified, as it stands.
    [[nodiscard]] virtual QFuture<Result<>> verifyAll(const RecordId& report) = 0;
    // `reason` must not be empty. Errors: Invalid, NotFound, Denied, Storage.
    [[nodiscard]] virtual QFuture<Result<>> setLocked(const RecordId& report, bool locked, const QString& reason) = 0;
};

// Half-filled forms, sealed, autosaved field by field; they survive a crash and are not operations.
class DraftService : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    [[nodiscard]] virtual std::vector<DraftInfo> list() const = 0;
    [[nodiscard]] virtual QFuture<Result<Draft>> load(const QString& key) = 0;
    [[nodiscard]] virtual QFuture<Result<>> save(const Draft& draft) = 0;
    [[nodiscard]] virtual QFuture<Result<>> remove(const QString& key) = 0;
Q_SIGNALS:
    void listChanged();
};

// The submission queue (core/queue) as a person sees and steers it.
class QueueService : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    [[nodiscard]] virtual QueueStatus status() const = 0;
    [[nodiscard]] virtual QFuture<Result<std::vector<QueueItem>>> items(int limit) = 0; // quarantined first
    // Durable when the future is finished with success.
    [[nodiscard]] virtual QFuture<Result<qint64>> enqueue(std::vector<Report> reports, const QString& source) = 0;
    virtual void setPaused(bool paused) = 0;
    virtual void retry(qint64 id) = 0; // a quarantined one, or 0 for all of them
Q_SIGNALS:
    void statusChanged(); // at most every 100 ms
};

class SyncService : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    [[nodiscard]] virtual SyncStatus status() const = 0;
    [[nodiscard]] virtual QFuture<Result<std::vector<WaitingItem>>>
    waiting(int limit) = 0;                  // conflicts, quarantined, then oldest
    virtual void syncNow() = 0;              // clears the waits
    virtual void setOnline(bool online) = 0; // false: "work offline" until told otherwise
    [[nodiscard]] virtual bool isOnline() const = 0;
    // After SyncPhase::NeedsSignIn. Errors: WrongCredentials, Offline, OtherStudy, Server.
    [[nodiscard]] virtual QFuture<Result<>> signIn(const QString& password) = 0;
    virtual void retryQuarantined(const OpId& id) = 0;
Q_SIGNALS:
    void statusChanged();
};

class AuditService : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    struct Page
    {
        qint64 total = 0; // entries that match
        std::vector<AuditEntry> entries;
    };
    // Newest first.
    [[nodiscard]] virtual QFuture<Result<Page>> page(const AuditFilter& filter, qint64 offset, int limit) = 0;
    [[nodiscard]] virtual QFuture<Result<qint64>> exportTrail(const QString& path) = 0; // entries written
    struct CheckReport
    {
        qint64 operations = 0;
        qint64 records = 0;
        struct Problem
        {
            QString where;
            Message message;
        };
        std::vector<Problem> problems;
    };
    // Chains, projections, seals, database integrity.
    [[nodiscard]] virtual QFuture<Result<CheckReport>> check(const Progress& progress, const CancelToken& cancel) = 0;
Q_SIGNALS:
    void changed();
};

struct ExportFormat
{
    QString name;
    Message title;
    Message purpose;
    QString extension;
};
struct ExportRequest
{
    QString format;
    QString path; // file to write
    enum class Scope { Everything, Patients, Reports } scope = Scope::Everything;
    std::vector<RecordId> onlyPatients; // empty: all
    bool byteOrderMark = false;
    bool defuseFormulas = true;
    bool decodeAnswers = false;
    bool deidentify = false;
    QString language = QStringLiteral("en");
};
struct ExportReceiptView
{
    QString format;
    QString path;
    QString manifestPath;
    qint64 rows = 0;
    qint64 patients = 0;
    qint64 reports = 0;
    qint64 bytes = 0;
    QString sha256;
};
struct ImportFindingView
{
    Severity severity = Severity::Error;
    QString where;
    QString patient;
    QString visit;
    QString item;
    QString code;
    Message message;
};
struct ImportRequest
{
    QStringList files;
    bool dryRun = true;
    bool assignIdentifiers = false;
    QString studyEventOid;
    // Folder for the rejected rows of CSV files, each file's in its own layout with a column that says what is wrong;
    // empty: they are not written.
    QString rejectedFolder;
};
struct ImportSummary
{
    QString file;
    QString format;
    qint64 read = 0;
    qint64 imported = 0; // records accepted: patients stored, reports queued (or that would be, in a dry run)
    qint64 rejected = 0;
    qint64 patients = 0;
    qint64 reports = 0;
    qint64 answers = 0; // values inside the reports
    std::vector<ImportFindingView> findings;
    QString rejectedFile; // path of the rejected rows; empty: none were written
};

class ExchangeService : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    [[nodiscard]] virtual std::vector<ExportFormat> formats() const = 0;           // menu order
    [[nodiscard]] virtual qint64 rowCount(const ExportRequest& request) const = 0; // live count for the dialog
    // Progress is called on a worker; bind through a queued connection.
    [[nodiscard]] virtual QFuture<Result<ExportReceiptView>>
    exportTo(const ExportRequest& request, const Progress& progress, const CancelToken& cancel) = 0;
    // One summary per file; a file that cannot be read fails the call before anything is stored.
    [[nodiscard]] virtual QFuture<Result<std::vector<ImportSummary>>>
    import(const ImportRequest& request, const Progress& progress, const CancelToken& cancel) = 0;
};

// An opened and unlocked workspace.
class Workspace : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    [[nodiscard]] virtual const WorkspaceInfo& info() const = 0;
    [[nodiscard]] virtual std::shared_ptr<const StudyDefinition> study() const = 0;
    // What became of the study file when it was read.
    [[nodiscard]] virtual const FidelityReport& studyReport() const = 0;
    [[nodiscard]] virtual const Account& user() const = 0;
    [[nodiscard]] virtual bool may(const QString& actionName) const = 0; // names in core/security/permissions.h
    // Shared and immutable; null only for an unknown form.
    [[nodiscard]] virtual std::shared_ptr<const FormChecker> checker(const QString& formOid) const = 0;
    [[nodiscard]] virtual DashboardNumbers dashboard() const = 0;
    [[nodiscard]] virtual PatientService& patients() = 0;
    [[nodiscard]] virtual ReportService& reports() = 0;
    [[nodiscard]] virtual VisitService& visits() = 0;
    [[nodiscard]] virtual QueryService& queries() = 0;
    [[nodiscard]] virtual ReviewService& reviews() = 0;
    [[nodiscard]] virtual DraftService& drafts() = 0;
    [[nodiscard]] virtual QueueService& queue() = 0;
    [[nodiscard]] virtual SyncService& sync() = 0;
    [[nodiscard]] virtual AuditService& audit() = 0;
    [[nodiscard]] virtual ExchangeService& exchange() = 0;
    // Stops sync, drains what the queue has claimed, checkpoints and closes. The object may be deleted after `closed`.
    virtual void close() = 0;
Q_SIGNALS:
    void changed(); // anything the dashboard counts
    void closed();
};

struct WorkspaceSetup
{
    QString path;      // folder; must not exist or be empty
    QString studyFile; // any dialect; ":/studies/demo.xml" for the shipped one
    SiteId site;
    UserName user;
    QString displayName;
    Role role = Role::Coordinator;
    QString password;
    QString serverUrl; // may be empty
};
struct CreatedWorkspace
{
    QString path;
    QString recoveryCode; // shown once; the only other way in
};
// What can be told before anybody unlocked it.
struct WorkspacePreview
{
    QString path;
    QString studyName;
    SiteId site;
    QString serverUrl;
    QStringList users;
};

// Creates and opens workspaces. One per program; outlives what it opens.
class WorkspaceManager : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    // Errors: Invalid (where = field), NotWritable, AlreadyExists, Unreadable (study), DiskFull.
    [[nodiscard]] virtual QFuture<Result<CreatedWorkspace>> create(const WorkspaceSetup& setup) = 0;
    // Reads a study file of any dialect, to show before a workspace is made of it. Errors as readStudyFile.
    [[nodiscard]] virtual QFuture<Result<StudyFile>> readStudy(const QString& file) = 0;
    // Errors: NotAWorkspace, NewerVersion, Damaged, NotFound.
    [[nodiscard]] virtual Result<WorkspacePreview> preview(const QString& path) const = 0;
    // Errors: those of preview, WrongCredentials, Locked (wait: message says how long), NeedsRecovery, Busy.
    // The workspace belongs to the caller's thread; the pointer is never null on success.
    [[nodiscard]] virtual QFuture<Result<std::shared_ptr<Workspace>>> open(const QString& path, const UserName& user,
                                                                           const QString& password) = 0;
    // Sets a new password with the printed recovery code.
    [[nodiscard]] virtual QFuture<Result<>> recover(const QString& path, const UserName& user,
                                                    const QString& recoveryCode, const QString& newPassword) = 0;
    [[nodiscard]] virtual QStringList recent() const = 0; // paths, newest first
    [[nodiscard]] static std::unique_ptr<WorkspaceManager> make();

Q_SIGNALS:
    void passwordAccepted(); // the keys are there; the records are being read
};

} // namespace sitebook
