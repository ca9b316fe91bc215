// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/snapshots.h"

#include "core/base/logging.h"
#include "core/store/drafttable.h"
#include "core/workspace/queryreader.h"
#include "core/workspace/searchkey.h"
#include "core/workspace/visitreader.h"

#include <QtConcurrent/QtConcurrentRun>
#include <algorithm>
#include <future>

namespace sitebook {

namespace {

constexpr int coalesceMs = 40;
constexpr size_t incrementalLimit = 2000; // more changed records than this: read everything

DeliveryState deliveryOf(const QHash<RecordId, RecordDelivery>& delivery, const RecordId& record, qint64 conflicts)
{
    const auto state = delivery.constFind(record);
    if (state != delivery.constEnd() && *state == RecordDelivery::Quarantined)
        return DeliveryState::Quarantined;
    if (conflicts > 0)
        return DeliveryState::Conflict;
    if (state == delivery.constEnd())
        return DeliveryState::Synced;
    switch (*state) {
    case RecordDelivery::Sending:
        return DeliveryState::Uploading;
    case RecordDelivery::ChangedSinceSync:
        return DeliveryState::ChangedSinceSync;
    default:
        return DeliveryState::ReadyToSend;
    }
}

PatientRow toRow(RecordReader::PatientHead&& head)
{
    PatientRow row;
    const Patient& patient = head.patient;
    row.recordId = patient.recordId;
    row.version = patient.version;
    row.patientId = patient.patientId.toString();
    row.name = patient.name;
    row.dateOfBirth = patient.dateOfBirth;
    row.consentDate = patient.consentDate;
    row.sex = patient.sex;
    row.siteId = patient.siteId.toString();
    row.status = patient.status;
    row.isEnrolled = patient.isEnrolled;
    row.changedUtcMs = head.changedMs;
    row.searchKey = foldedForSearch(QString(row.patientId + u' ' + row.name + u' ' + patient.aliases.join(u' ')));
    // Until delivery is known the row carries what the head says of conflicts.
    row.delivery = head.conflicts > 0 ? DeliveryState::Conflict : DeliveryState::Synced;
    return row;
}

ReportRow toRow(const RecordReader::ReportHead& head)
{
    ReportRow row;
    row.recordId = head.recordId;
    row.version = head.version;
    row.patient = head.patient;
    row.formOid = head.formOid;
    row.eventOid = head.eventOid;
    row.repeat = head.repeat;
    row.status = head.status;
    row.reportDate = head.reportDate;
    row.changedUtcMs = head.changedMs;
    row.delivery = head.conflicts > 0 ? DeliveryState::Conflict : DeliveryState::Synced;
    return row;
}

using PatientRows = std::vector<PatientRow>;

bool byIdentifier(const PatientRow& a, const PatientRow& b)
{
    return a.patientId < b.patientId;
}

// Two sorted parts, one sorted whole.
PatientRows merged(PatientRows first, PatientRows second)
{
    const auto size = static_cast<std::ptrdiff_t>(first.size());
    first.insert(first.end(), std::make_move_iterator(second.begin()), std::make_move_iterator(second.end()));
    std::inplace_merge(first.begin(), first.begin() + size, first.end(), byIdentifier);
    return first;
}

void newestFirst(ReportList& rows)
{
    std::stable_sort(rows.begin(), rows.end(),
                     [](const ReportRow& a, const ReportRow& b) { return a.changedUtcMs > b.changedUtcMs; });
}

// Counts, identifiers and delivery states that join the two lists.
void join(std::vector<PatientRow>& patients, ReportList& reports, Snapshots::Lists& lists)
{
    QHash<RecordId, PatientRow*> byId;
    byId.reserve(static_cast<qsizetype>(patients.size()));
    lists.identifiers.clear();
    lists.identifiers.reserve(static_cast<qsizetype>(patients.size()));
    for (PatientRow& row : patients) {
        row.reports = 0;
        row.reportsComplete = 0;
        row.delivery = deliveryOf(lists.delivery, row.recordId, row.delivery == DeliveryState::Conflict ? 1 : 0);
        byId.insert(row.recordId, &row);
        lists.identifiers.insert(row.patientId);
    }
    // Reports go from the screens together with their patient.
    std::erase_if(reports, [&byId](const ReportRow& row) { return !byId.contains(row.patient); });
    for (ReportRow& row : reports) {
        row.delivery = deliveryOf(lists.delivery, row.recordId, row.delivery == DeliveryState::Conflict ? 1 : 0);
        PatientRow* patient = byId.value(row.patient);
        row.patientId = patient->patientId;
        ++patient->reports;
        patient->reportsComplete += row.status >= ReportStatus::Complete ? 1 : 0;
    }
}

// Oldest first, each with the place it is about. Without its patient it goes from the screens, as reports do.
std::shared_ptr<const QueryList> placedQueries(std::vector<QueryRow> rows, const Snapshots::Lists& lists)
{
    QHash<RecordId, const ReportRow*> reports;
    if (!rows.empty())
        for (const ReportRow& report : *lists.reports)
            reports.insert(report.recordId, &report);
    QHash<RecordId, const PatientRow*> patients;
    if (!rows.empty())
        for (const PatientRow& patient : lists.patients->rows())
            patients.insert(patient.recordId, &patient);
    std::erase_if(rows, [&](const QueryRow& row) {
        return !patients.contains(row.patient) || (!row.report.isNull() && !reports.contains(row.report));
    });
    for (QueryRow& row : rows) {
        row.patientId = patients.value(row.patient)->patientId;
        row.delivery = deliveryOf(lists.delivery, row.recordId, row.delivery == DeliveryState::Conflict ? 1 : 0);
        if (const ReportRow* report = reports.value(row.report)) {
            row.formOid = report->formOid;
            row.eventOid = report->eventOid;
            row.repeat = report->repeat;
        }
    }
    std::sort(rows.begin(), rows.end(), [](const QueryRow& a, const QueryRow& b) {
        return std::pair(a.raisedUtcMs, a.recordId) < std::pair(b.raisedUtcMs, b.recordId);
    });
    return std::make_shared<const QueryList>(std::move(rows));
}

Result<> readDrafts(Database& database, Snapshots::Lists& lists)
{
    SB_TRY_ASSIGN(const auto rows, drafts::list(database));
    lists.drafts.clear();
    for (const DraftRow& row : rows)
        lists.drafts.push_back(
            {row.key, row.patient, row.formOid, row.eventOid, row.repeat, row.currentItem, row.savedUtcMs});
    return {};
}

void finish(std::vector<PatientRow> patients, ReportList reports, Snapshots::Lists& lists)
{
    join(patients, reports, lists);
    lists.patients = std::make_shared<const PatientList>(std::move(patients));
    lists.reports = std::make_shared<const ReportList>(std::move(reports));
}

using Delivery = QHash<RecordId, RecordDelivery>;

// In the order of their identifiers.
Result<PatientRows> readPatients(Database& database, const StoreContext& context, RecordReader::Share share)
{
    PatientRows rows;
    SB_TRY(RecordReader(database, context)
               .eachPatient(
                   [&rows](RecordReader::PatientHead&& head) {
                       if (!head.patient.voided)
                           rows.push_back(toRow(std::move(head)));
                       return true;
                   },
                   share));
    std::sort(rows.begin(), rows.end(), byIdentifier);
    return rows;
}

Result<ReportList> readReports(Database& database, const StoreContext& context)
{
    ReportList rows;
    SB_TRY(RecordReader(database, context).eachReportHead([&rows](const RecordReader::ReportHead& head) {
        if (!head.voided)
            rows.push_back(toRow(head));
        return true;
    }));
    return rows;
}

// `patients`: in the order of their identifiers.
Result<Snapshots::Lists> assemble(Database& database, const StoreContext& context, PatientRows patients,
                                  ReportList reports, Delivery delivery)
{
    Snapshots::Lists lists;
    lists.delivery = std::move(delivery);
    SB_TRY(readDrafts(database, lists));
    finish(std::move(patients), std::move(reports), lists);
    SB_TRY_ASSIGN(std::vector<QueryRow> queries, QueryReader(database, context).all());
    lists.queries = placedQueries(std::move(queries), lists);
    SB_TRY_ASSIGN(std::vector<VisitList::Row> visits, VisitReader(database).all());
    lists.visits = std::make_shared<const VisitList>(std::move(visits));
    return lists;
}

Result<Snapshots::Lists> readEverything(Database& database, const StoreContext& context)
{
    SB_TRY_ASSIGN(PatientRows patients, readPatients(database, context, {}));
    SB_TRY_ASSIGN(ReportList reports, readReports(database, context));
    SB_TRY_ASSIGN(Delivery delivery, RecordReader(database, context).unsettled());
    return assemble(database, context, std::move(patients), std::move(reports), std::move(delivery));
}

// Runs `read` on a reader of its own, beside the others.
template <class T, class Read>
std::future<Result<T>> beside(Store& store, Read read)
{
    return std::async(std::launch::async, [&store, read] {
        return store.read<T>([&](Database& database) { return read(database, store.context()); });
    });
}

// Removes the touched rows and reads them again.
template <class Row, class Read>
Result<> replaceRows(std::vector<Row>& rows, const std::vector<RecordId>& touched, Read read)
{
    if (touched.empty())
        return {};
    const QSet<RecordId> ids(touched.begin(), touched.end());
    std::erase_if(rows, [&ids](const Row& row) { return ids.contains(row.recordId); });
    for (const RecordId& id : ids) {
        SB_TRY(read(id));
    }
    return {};
}

Result<> readTouchedVisits(Database& database, Snapshots::Lists& lists, const std::vector<RecordId>& touched)
{
    if (touched.empty())
        return {};
    const QSet<RecordId> ids(touched.begin(), touched.end());
    std::vector<VisitList::Row> rows = lists.visits->rows();
    std::erase_if(rows, [&ids](const VisitList::Row& row) { return ids.contains(row.visit.recordId); });
    for (const RecordId& id : ids) {
        SB_TRY_ASSIGN(const std::optional<VisitReader::Head> head, VisitReader(database).find(id));
        if (head && !head->visit.voided)
            rows.push_back({head->visit, head->changedMs});
    }
    lists.visits = std::make_shared<const VisitList>(std::move(rows));
    return {};
}

Result<Snapshots::Lists> readTouched(Database& database, const StoreContext& context, Snapshots::Lists lists,
                                     const StoreChange& change)
{
    RecordReader reader(database, context);
    std::vector<PatientRow> patients = lists.patients->rows();
    ReportList reports = *lists.reports;
    bool visibilityChanged = false; // of a patient, and with it of the reports
    SB_TRY(replaceRows(patients, change.of(Entity::Patient), [&](const RecordId& id) -> Result<> {
        SB_TRY_ASSIGN(RecordReader::PatientHead head, reader.patient(id));
        const bool hidden = head.patient.version > 1 && !lists.patients->find(id);
        if (hidden != head.patient.voided)
            visibilityChanged = true;
        if (!head.patient.voided)
            patients.push_back(toRow(std::move(head)));
        return {};
    }));
    if (visibilityChanged)
        return readEverything(database, context);
    SB_TRY(replaceRows(reports, change.of(Entity::Report), [&](const RecordId& id) -> Result<> {
        SB_TRY_ASSIGN(const RecordReader::ReportHead head, reader.reportHead(id));
        if (!head.voided)
            reports.push_back(toRow(head));
        return {};
    }));
    SB_TRY_ASSIGN(lists.delivery, reader.unsettled());
    SB_TRY(readDrafts(database, lists));
    if (!change.of(Entity::Patient).empty())
        std::sort(patients.begin(), patients.end(), byIdentifier);
    if (!change.of(Entity::Report).empty())
        newestFirst(reports);
    finish(std::move(patients), std::move(reports), lists);
    std::vector<QueryRow> queries = lists.queries->rows();
    SB_TRY(replaceRows(queries, change.of(Entity::Query), [&](const RecordId& id) -> Result<> {
        SB_TRY_ASSIGN(std::optional<QueryRow> row, QueryReader(database, context).row(id));
        if (row)
            queries.push_back(*std::move(row));
        return {};
    }));
    lists.queries = placedQueries(std::move(queries), lists);
    SB_TRY(readTouchedVisits(database, lists, change.of(Entity::Visit)));
    return lists;
}

} // namespace

Snapshots::Snapshots(Store& store, QThreadPool& pool, Lists first, QObject* parent)
    : QObject(parent)
    , m_store(store)
    , m_pool(pool)
    , m_lists(std::move(first))
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(coalesceMs);
    connect(&m_timer, &QTimer::timeout, this, &Snapshots::refresh);
}

Snapshots::~Snapshots() = default;

Result<Snapshots::Lists> Snapshots::readAll(Store& store)
{
    // Nobody writes yet, so that all readers see the same state.
    auto delivery = beside<Delivery>(store, [](Database& database, const StoreContext& context) {
        return RecordReader(database, context).unsettled();
    });
    auto half = beside<PatientRows>(store, [](Database& database, const StoreContext& context) {
        return readPatients(database, context, {1, 2});
    });
    return store.read<Lists>([&](Database& database) -> Result<Lists> {
        SB_TRY_ASSIGN(PatientRows patients, readPatients(database, store.context(), {0, 2}));
        SB_TRY_ASSIGN(ReportList reports, readReports(database, store.context()));
        SB_TRY_ASSIGN(PatientRows others, half.get());
        SB_TRY_ASSIGN(Delivery unsettled, delivery.get());
        return assemble(database, store.context(), merged(std::move(patients), std::move(others)), std::move(reports),
                        std::move(unsettled));
    });
}

void Snapshots::noteChange(const StoreChange& change)
{
    m_pending.add(change);
    m_pending.all |= m_pending.records() > incrementalLimit;
    const bool lists = m_pending.all || m_pending.drafts || m_pending.delivery || m_pending.records() > 0;
    if (lists && !m_timer.isActive() && !m_reading)
        m_timer.start();
}

void Snapshots::refresh()
{
    m_reading = true;
    const StoreChange change = std::exchange(m_pending, {});
    QtConcurrent::run(&m_pool, [this, change, lists = m_lists]() -> Result<Lists> {
        return m_store.read<Lists>([&](Database& database) {
            return change.all ? readEverything(database, m_store.context())
                              : readTouched(database, m_store.context(), lists, change);
        });
    }).then(this, [this, change](const Result<Lists>& lists) { take(lists, change); });
}

void Snapshots::take(const Result<Lists>& lists, const StoreChange& change)
{
    m_reading = false;
    if (lists) {
        m_lists = *lists;
        if (change.all || change.delivery || !change.of(Entity::Patient).empty() ||
            !change.of(Entity::Report).empty()) {
            Q_EMIT patientsChanged();
            Q_EMIT reportsChanged();
            Q_EMIT queriesChanged();
        } else if (!change.of(Entity::Query).empty())
            Q_EMIT queriesChanged();
        if (change.all || !change.of(Entity::Visit).empty())
            Q_EMIT visitsChanged();
        if (change.drafts)
            Q_EMIT draftsChanged();
    } else {
        qCWarning(lcStore, "lists could not be read: %s", qUtf8Printable(lists.error().word()));
    }
    noteChange({});
}

} // namespace sitebook
