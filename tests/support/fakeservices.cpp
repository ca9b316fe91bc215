// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakeservices.h"

#include "core/study/formchecker.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sitebook::fake {

namespace {

template <class T>
QFuture<Result<T>> ready(Result<T> result)
{
    return QtFuture::makeReadyFuture(std::move(result));
}

template <class T>
std::optional<QFuture<Result<T>>> failure(std::optional<Error>& error)
{
    if (!error)
        return std::nullopt;
    const Error taken = *std::exchange(error, std::nullopt);
    return ready<T>(fail(taken));
}

// The order snapshots promise.
void sortByIdentifier(std::vector<PatientRow>& rows)
{
    std::sort(rows.begin(), rows.end(),
              [](const PatientRow& a, const PatientRow& b) { return a.patientId < b.patientId; });
}

QString folded(const QString& text)
{
    QString out;
    for (const QChar c : text.normalized(QString::NormalizationForm_D))
        if (c.category() != QChar::Mark_NonSpacing)
            out += c.toLower();
    return out;
}

template <class T>
QFuture<Result<T>> notFound()
{
    return ready<T>(fail(ErrorCode::NotFound, "This record does not exist."));
}

} // namespace

Patients::Patients(std::shared_ptr<const StudyDefinition> study)
    : m_study(std::move(study))
    , m_list(std::make_shared<const PatientList>(std::vector<PatientRow>{}))
{
}

PatientRow Patients::rowOf(const Patient& patient) const
{
    PatientRow row;
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
    row.searchKey = folded(row.patientId + u' ' + row.name + u' ' + patient.aliases.join(u' '));
    return row;
}

void Patients::put(PatientRow row)
{
    std::vector<PatientRow> rows = m_list->rows();
    const auto place = std::find_if(rows.begin(), rows.end(),
                                    [&row](const PatientRow& other) { return other.recordId == row.recordId; });
    if (place == rows.end())
        rows.push_back(std::move(row));
    else
        *place = std::move(row);
    sortByIdentifier(rows);
    m_list = std::make_shared<const PatientList>(std::move(rows));
    Q_EMIT listChanged();
}

RecordId Patients::add(Patient patient, DeliveryState delivery)
{
    if (patient.recordId.isNull())
        patient.recordId = RecordId::create();
    PatientRow row = rowOf(patient);
    row.delivery = delivery;
    const RecordId id = patient.recordId;
    stored[id] = std::move(patient);
    put(std::move(row));
    return id;
}

void Patients::addMany(std::vector<PatientRow> rows)
{
    std::vector<PatientRow> all = m_list->rows();
    for (PatientRow& row : rows) {
        if (row.searchKey.isEmpty())
            row.searchKey = folded(row.patientId + u' ' + row.name);
        all.push_back(std::move(row));
    }
    sortByIdentifier(all);
    m_list = std::make_shared<const PatientList>(std::move(all));
    Q_EMIT listChanged();
}

void Patients::setReportCounts(const RecordId& id, int reports, int complete)
{
    if (const PatientRow* found = m_list->find(id)) {
        PatientRow row = *found;
        row.reports = reports;
        row.reportsComplete = complete;
        put(std::move(row));
    }
}

QFuture<Result<Patient>> Patients::load(const RecordId& id)
{
    if (auto failed = failure<Patient>(nextError))
        return *failed;
    const auto found = stored.find(id);
    return found == stored.end() ? notFound<Patient>() : ready<Patient>(found->second);
}

std::vector<Finding> Patients::check(const Patient& patient) const
{
    std::vector<Finding> findings = checkPatient(*m_study, patient, QDate(2026, 11, 23));
    for (const auto& [id, other] : stored) {
        if (id == patient.recordId)
            continue;
        if (other.patientId == patient.patientId && !patient.patientId.isEmpty())
            findings.push_back({Severity::Error, field::patientId, u"duplicate"_s,
                                Message("Another patient already has this identifier.")});
        else if (!patient.name.isEmpty() && other.name == patient.name && other.dateOfBirth == patient.dateOfBirth)
            findings.push_back({Severity::Warning, field::name, u"duplicate"_s,
                                Message("%1 has the same name and date of birth.", {other.patientId.toString()})});
    }
    return findings;
}

QString Patients::nextFreeIdentifier() const
{
    for (int n = 1; n < 10'000; ++n) {
        const QString candidate = m_study->identifiers.nth(n);
        const bool taken = std::any_of(m_list->rows().begin(), m_list->rows().end(),
                                       [&candidate](const PatientRow& row) { return row.patientId == candidate; });
        if (candidate.isEmpty() || !taken)
            return candidate;
    }
    return {};
}

QFuture<Result<RecordId>> Patients::registerPatient(const Patient& patient)
{
    if (auto failed = failure<RecordId>(nextError))
        return *failed;
    for (const Finding& finding : check(patient))
        if (finding.severity == Severity::Error)
            return ready<RecordId>(fail(ErrorCode::Invalid, finding.message, finding.field));
    return ready<RecordId>(add(patient, DeliveryState::ReadyToSend));
}

QFuture<Result<>> Patients::update(const Patient& patient, const QString& reason)
{
    if (auto failed = failure<void>(nextError))
        return *failed;
    lastReason = reason;
    add(patient, DeliveryState::ReadyToSend);
    return ready<void>({});
}

QFuture<Result<>> Patients::voidPatient(const RecordId& id, const QString& reason)
{
    if (auto failed = failure<void>(nextError))
        return *failed;
    lastReason = reason;
    stored.erase(id);
    std::vector<PatientRow> rows = m_list->rows();
    std::erase_if(rows, [&id](const PatientRow& row) { return row.recordId == id; });
    m_list = std::make_shared<const PatientList>(std::move(rows));
    Q_EMIT listChanged();
    return ready<void>({});
}

Reports::Reports(std::shared_ptr<const StudyDefinition> study, Patients& patients)
    : m_study(std::move(study))
    , m_patients(patients)
{
}

RecordId Reports::add(Report report, DeliveryState delivery)
{
    if (report.recordId.isNull())
        report.recordId = RecordId::create();
    const RecordId id = report.recordId;
    m_delivery[id] = delivery;
    m_changed[id] = m_clock += 60'000;
    stored[id] = std::move(report);
    refresh();
    return id;
}

void Reports::refresh()
{
    auto rows = std::make_shared<ReportList>();
    for (const auto& [id, report] : stored) {
        const PatientRow* patient = m_patients.list()->find(report.patient);
        rows->push_back({id, report.version, report.patient, patient ? patient->patientId : QString(), report.formOid,
                         report.eventOid, report.repeat, report.status, m_delivery[id], report.reportDate,
                         m_changed[id]});
    }
    std::sort(rows->begin(), rows->end(),
              [](const ReportRow& a, const ReportRow& b) { return a.changedUtcMs > b.changedUtcMs; });
    m_list = std::move(rows);
    Q_EMIT listChanged();
}

std::vector<ReportRow> Reports::ofPatient(const RecordId& patient) const
{
    std::vector<ReportRow> rows;
    std::copy_if(m_list->begin(), m_list->end(), std::back_inserter(rows),
                 [&patient](const ReportRow& row) { return row.patient == patient; });
    const auto place = [this](const ReportRow& row) {
        const EventDef* event = m_study->event(row.eventOid);
        const FormDef* form = m_study->form(row.formOid);
        return std::tuple(event ? event - m_study->events.data() : 0, form ? form - m_study->forms.data() : 0,
                          row.repeat);
    };
    std::sort(rows.begin(), rows.end(), [&](const ReportRow& a, const ReportRow& b) { return place(a) < place(b); });
    return rows;
}

QFuture<Result<Report>> Reports::load(const RecordId& id)
{
    if (auto failed = failure<Report>(nextError))
        return *failed;
    const auto found = stored.find(id);
    return found == stored.end() ? notFound<Report>() : ready<Report>(found->second);
}

QFuture<Result<RecordId>> Reports::save(const Report& report, const QString& reason,
                                        const std::vector<CheckOverride>& overrides)
{
    lastOverrides = overrides;
    if (auto failed = failure<RecordId>(nextError))
        return *failed;
    if (!report.recordId.isNull() && stored.contains(report.recordId) && reason.isEmpty())
        return ready<RecordId>(fail(ErrorCode::Invalid, "A change needs its reason.", u"reason"_s));
    lastReason = reason;
    return ready<RecordId>(add(report, DeliveryState::ReadyToSend));
}

QFuture<Result<>> Reports::voidReport(const RecordId& id, const QString& reason)
{
    if (auto failed = failure<void>(nextError))
        return *failed;
    lastReason = reason;
    stored.erase(id);
    refresh();
    return ready<void>({});
}

std::vector<DraftInfo> Drafts::list() const
{
    std::vector<DraftInfo> infos;
    for (const auto& [key, draft] : stored)
        infos.push_back(draft.info);
    return infos;
}

QFuture<Result<Draft>> Drafts::load(const QString& key)
{
    const auto found = stored.find(key);
    return found == stored.end() ? notFound<Draft>() : ready<Draft>(found->second);
}

QFuture<Result<>> Drafts::save(const Draft& draft)
{
    if (auto failed = failure<void>(nextError))
        return *failed;
    ++saves;
    stored[draft.info.key] = draft;
    stored[draft.info.key].info.savedUtcMs = 1'790'000'000'000 + saves;
    Q_EMIT listChanged();
    if (!hold)
        return ready<void>({});
    m_held.emplace_back();
    m_held.back().start();
    return m_held.back().future();
}

void Drafts::release()
{
    for (QPromise<Result<>>& promise : m_held) {
        promise.addResult(Result<>());
        promise.finish();
    }
    m_held.clear();
}

QFuture<Result<>> Drafts::remove(const QString& key)
{
    stored.erase(key);
    Q_EMIT listChanged();
    return ready<void>({});
}

QFuture<Result<std::vector<QueueItem>>> Queue::items(int limit)
{
    std::vector<QueueItem> some(rows.begin(), rows.begin() + std::min<ptrdiff_t>(limit, std::ssize(rows)));
    return ready<std::vector<QueueItem>>(std::move(some));
}

QFuture<Result<qint64>> Queue::enqueue(std::vector<Report> reports, const QString&)
{
    current.queued += std::ssize(reports);
    Q_EMIT statusChanged();
    return ready<qint64>(static_cast<qint64>(reports.size()));
}

void Queue::setPaused(bool paused)
{
    current.paused = paused;
    Q_EMIT statusChanged();
}

void Queue::retry(qint64 id)
{
    retried.push_back(id);
    Q_EMIT statusChanged();
}

QFuture<Result<std::vector<WaitingItem>>> Sync::waiting(int limit)
{
    std::vector<WaitingItem> some(rows.begin(), rows.begin() + std::min<ptrdiff_t>(limit, std::ssize(rows)));
    return ready<std::vector<WaitingItem>>(std::move(some));
}

void Sync::syncNow()
{
    ++syncs;
    Q_EMIT statusChanged();
}

void Sync::setOnline(bool wanted)
{
    online = wanted;
    Q_EMIT statusChanged();
}

QFuture<Result<>> Sync::signIn(const QString& typed)
{
    if (typed != password)
        return ready<void>(fail(ErrorCode::WrongCredentials, "The name or the password is wrong."));
    current.phase = SyncPhase::Idle;
    Q_EMIT statusChanged();
    return ready<void>({});
}

void Sync::retryQuarantined(const OpId& id)
{
    retried.push_back(id);
    Q_EMIT statusChanged();
}

QFuture<Result<AuditService::Page>> Audit::page(const AuditFilter& filter, qint64 offset, int limit)
{
    lastFilter = filter;
    std::vector<AuditEntry> matching;
    for (const AuditEntry& entry : entries) {
        const QString text = QString(entry.patientId + u' ' + entry.user.toString() + u' ' + entry.reason).toLower();
        if (text.contains(filter.text.toLower()) && (filter.user.isEmpty() || filter.user == entry.user.toString()) &&
            (!filter.type || *filter.type == entry.type) && (!filter.entity || *filter.entity == entry.entity) &&
            (filter.recordId.isNull() || filter.recordId == entry.recordId) &&
            entry.capturedAt.utcMs >= filter.fromUtcMs &&
            (filter.untilUtcMs == 0 || entry.capturedAt.utcMs < filter.untilUtcMs))
            matching.push_back(entry);
    }
    Page page;
    page.total = std::ssize(matching);
    for (qint64 i = offset; i < std::min(page.total, offset + limit); ++i)
        page.entries.push_back(matching[static_cast<size_t>(i)]);
    return ready<Page>(std::move(page));
}

QFuture<Result<qint64>> Audit::exportTrail(const QString& path)
{
    exportedTo = path;
    return ready<qint64>(static_cast<qint64>(entries.size()));
}

QFuture<Result<AuditService::CheckReport>> Audit::check(const Progress& progress, const CancelToken&)
{
    if (progress)
        progress(report.operations, report.operations);
    return ready<CheckReport>(report);
}

std::vector<ExportFormat> Exchange::formats() const
{
    return {{u"csv"_s, Message("CSV"), Message("One row per patient and report, for spreadsheets."), u"csv"_s},
            {u"json"_s, Message("JSON"), Message("All fields, for programs."), u"json"_s},
            {u"xml"_s, Message("CDISC ODM 1.3.2"), Message("The standard for sponsors and archives."), u"xml"_s}};
}

qint64 Exchange::rowCount(const ExportRequest& request) const
{
    return request.onlyPatients.empty() ? rows : std::ssize(request.onlyPatients);
}

QFuture<Result<ExportReceiptView>> Exchange::exportTo(const ExportRequest& request, const Progress& progress,
                                                      const CancelToken& cancel)
{
    lastExport = request;
    if (held) {
        heldProgress = progress;
        heldCancel = cancel;
        m_heldExport = {};
        m_heldExport.start();
        return m_heldExport.future();
    }
    if (auto failed = failure<ExportReceiptView>(nextError))
        return *failed;
    if (progress)
        progress(rows, rows);
    return ready<ExportReceiptView>(ExportReceiptView{request.format, request.path, request.path + u".manifest.json"_s,
                                                      rows, rows, 0, 1024, QString(64, u'a')});
}

QFuture<Result<std::vector<ImportSummary>>> Exchange::import(const ImportRequest& request, const Progress& progress,
                                                             const CancelToken& cancel)
{
    lastImport = request;
    if (held) {
        heldProgress = progress;
        heldCancel = cancel;
        m_heldImport = {};
        m_heldImport.start();
        return m_heldImport.future();
    }
    if (auto failed = failure<std::vector<ImportSummary>>(nextError))
        return *failed;
    if (progress)
        progress(1, 1);
    return ready<std::vector<ImportSummary>>(summaries);
}

void Exchange::answerExport(Result<ExportReceiptView> answer)
{
    m_heldExport.addResult(std::move(answer));
    m_heldExport.finish();
}

void Exchange::answerImport(Result<std::vector<ImportSummary>> answer)
{
    m_heldImport.addResult(std::move(answer));
    m_heldImport.finish();
}

} // namespace sitebook::fake
