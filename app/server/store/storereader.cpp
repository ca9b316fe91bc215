// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/storereader.h"

#include "app/server/store/layout.h"
#include "app/server/store/patientrows.h"

namespace sitebook::server {

namespace {

// The database is mapped: a look-up by identifier is the most frequent question, and pages read from the map survive
// the commits of the writer. Cells were checked when they were written; here the check would cost as much as the
// look-up.
constexpr const char* readerPragmas =
    "PRAGMA mmap_size=1073741824; PRAGMA cache_size=-16384; PRAGMA cell_size_check=OFF; "
    "PRAGMA query_only=ON;";
constexpr qint64 pageBytes = 1024 * 1024;

Result<> runPrepared(Database& database, const char* sql)
{
    SB_TRY_ASSIGN(Statement statement, database.prepare(sql));
    return statement.run();
}

} // namespace

Result<std::unique_ptr<StoreReader>> StoreReader::open(const QString& path, std::shared_ptr<const KeyRing> ring,
                                                       const StoreWriter& writer)
{
    SB_TRY_ASSIGN(auto database, Database::open(path, Database::Mode::ReadOnly));
    SB_TRY(database->exec(readerPragmas));
    return std::unique_ptr<StoreReader>(new StoreReader(std::move(database), std::move(ring), writer));
}

StoreReader::StoreReader(std::unique_ptr<Database> database, std::shared_ptr<const KeyRing> ring,
                         const StoreWriter& writer)
    : m_database(std::move(database))
    , m_ring(std::move(ring))
    , m_writer(writer)
    , m_states(*m_database, *m_ring)
{
}

StoreReader::~StoreReader()
{
    release();
}

Result<> StoreReader::refresh()
{
    const quint64 commits = m_writer.commits();
    if (m_inSnapshot && commits == m_snapshotOf)
        return {};
    release();
    SB_TRY(runPrepared(*m_database, "BEGIN"));
    m_inSnapshot = true;
    m_snapshotOf = commits;
    return {};
}

void StoreReader::release()
{
    if (std::exchange(m_inSnapshot, false))
        (void)runPrepared(*m_database, "COMMIT");
}

Result<qint64> StoreReader::siteNumber(const SiteId& site)
{
    if (const auto known = m_siteNumbers.find(site); known != m_siteNumbers.end())
        return known->second;
    SB_TRY_ASSIGN(Statement row, m_database->prepare("SELECT site_no FROM sites WHERE site=?"));
    row.bind(1, site.toString());
    SB_TRY_ASSIGN(const bool found, row.step());
    if (!found)
        return 0;
    m_siteNumbers.emplace(site, row.integer(0));
    return row.integer(0);
}

Result<std::optional<StoreReader::PatientRow>> StoreReader::patient(const SiteId& site, const QString& patientId)
{
    SB_TRY_ASSIGN(const qint64 siteNo, siteNumber(site));
    SB_TRY_ASSIGN(const auto row, patientRow(*m_database, siteNo, patientId));
    if (!row)
        return std::nullopt;
    PatientRow patient;
    patient.record = RecordId::fromBytes(row->blob(0));
    const auto version = static_cast<quint64>(row->integer(1));
    SB_TRY_ASSIGN(patient.json, m_ring->open(KeyClass::Identifiers, patientContext(siteNo, patient.record, version),
                                             row->blobView(2)));
    return patient;
}

Result<StoreReader::PatientPage> StoreReader::patients(const SiteId& site, const QString& after, int limit)
{
    SB_TRY_ASSIGN(const qint64 siteNo, siteNumber(site));
    SB_TRY_ASSIGN(Statement row,
                  m_database->prepare("SELECT patient_id, record_id, version, body FROM patients "
                                      "WHERE site_no=? AND patient_id>? ORDER BY patient_id, record_id"));
    row.bind(1, siteNo).bind(2, after.isNull() ? QStringLiteral("") : after);
    PatientPage page;
    QString last;
    for (;;) {
        SB_TRY_ASSIGN(const bool found, row.step());
        if (!found)
            return page;
        const QString patientId = row.text(0);
        // Records that share an identifier stay on one page, for the next begins after the identifier.
        if (page.bodies.size() >= static_cast<size_t>(limit) && patientId != last) {
            page.next = last;
            return page;
        }
        const RecordId record = RecordId::fromBytes(row.blob(1));
        const auto version = static_cast<quint64>(row.integer(2));
        SB_TRY_ASSIGN(QByteArray body,
                      m_ring->open(KeyClass::Identifiers, patientContext(siteNo, record, version), row.blobView(3)));
        page.bodies.push_back(std::move(body));
        last = patientId;
    }
}

Result<quint64> StoreReader::headOf(const SiteId& site)
{
    SB_TRY_ASSIGN(Statement row, m_database->prepare("SELECT last_seq FROM sites WHERE site=?"));
    row.bind(1, site.toString());
    SB_TRY_ASSIGN(const bool found, row.step());
    return found ? static_cast<quint64>(row.integer(0)) : 0;
}

Result<api::ChangesPage> StoreReader::changes(const SiteId& site, quint64 after, int limit)
{
    api::ChangesPage page;
    page.after = after;
    page.next = after;
    SB_TRY_ASSIGN(page.head, headOf(site));
    page.durableSeq = page.head;
    SB_TRY_ASSIGN(const qint64 siteNo, siteNumber(site));
    SB_TRY_ASSIGN(Statement row,
                  m_database->prepare("SELECT change_id, op_id, received_ms, version, outcome, code, fields, body "
                                      "FROM changes WHERE change_id>? AND change_id<=? ORDER BY change_id LIMIT ?"));
    row.bind(1, changeId(siteNo, after)).bind(2, changeId(siteNo, page.head)).bind(3, limit);
    for (qint64 bytes = 0; bytes < pageBytes;) {
        SB_TRY_ASSIGN(const bool found, row.step());
        if (!found)
            break;
        bytes += row.blobView(7).size();
        SB_TRY_ASSIGN(StoredChange stored, m_states.fromRow(row));
        api::Change change;
        change.seq = seqOf(stored.id);
        change.version = stored.version;
        change.outcome = stored.outcome;
        change.code = stored.code;
        change.receivedAtMs = stored.receivedMs;
        change.op = std::move(stored.op);
        page.next = change.seq;
        page.changes.push_back(std::move(change));
    }
    page.more = page.next < page.head;
    return page;
}

Result<api::StatusAnswer> StoreReader::status(const SiteId& site, const std::vector<OpId>& ids)
{
    SB_TRY_ASSIGN(const qint64 siteNo, siteNumber(site));
    api::StatusAnswer answer;
    for (const OpId& id : ids) {
        SB_TRY_ASSIGN(Statement row,
                      m_database->prepare("SELECT change_id, version, outcome FROM changes WHERE op_id=?"));
        row.bind(1, id.bytes());
        SB_TRY_ASSIGN(const bool found, row.step());
        if (found && siteOf(row.integer(0)) == siteNo)
            answer.known.push_back({id, seqOf(row.integer(0)), static_cast<quint64>(row.integer(1)),
                                    static_cast<Outcome>(row.integer(2))});
        else
            answer.unknown.push_back(id);
    }
    return answer;
}

} // namespace sitebook::server
