// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/writecontext.h"

#include "app/server/store/layout.h"
#include "app/server/store/opcodec.h"
#include "core/api/wire.h"
#include "core/journal/hashchain.h"

#include <QJsonDocument>

namespace sitebook::server {

namespace {

// Whose record it is and where in the study it belongs, as far as its kind has such a place. Bound as patient, event,
// form, repeat; lives until the statement has run.
class Slot final
{
public:
    Slot(Entity entity, const Fields& fields)
        : m_belongs(entity != Entity::Patient && entity != Entity::Workspace)
        , m_patient(RecordId::fromString(fields.text(field::patient)).bytes())
        , m_fields(fields)
    {
    }

    void bind(Statement& statement, int place) const
    {
        if (!m_belongs)
            return;
        statement.bind(place, m_patient)
            .bind(place + 1, m_fields.text(field::event))
            .bind(place + 2, m_fields.text(field::form));
        if (m_fields.contains(field::repeat))
            statement.bind(place + 3, m_fields.text(field::repeat).toLongLong());
    }

private:
    bool m_belongs;
    QByteArray m_patient;
    const Fields& m_fields;
};

} // namespace

WriteContext::WriteContext(Database& database, std::shared_ptr<const KeyRing> ring, const Clock& clock)
    : m_database(database)
    , m_ring(std::move(ring))
    , m_clock(clock)
    , m_states(database, *m_ring)
    , m_digestKey(m_ring->auditKey())
    , m_emptyDigest(fieldsDigest(Fields(), m_digestKey))
{
}

void WriteContext::begin()
{
    m_nowMs = m_clock.now().utcMs;
}

void WriteContext::forget()
{
    m_sites.clear();
}

Result<WriteContext::Site*> WriteContext::site(const SiteId& id)
{
    if (const auto known = m_sites.find(id); known != m_sites.end())
        return &known->second;
    Site site;
    site.id = id;
    {
        SB_TRY_ASSIGN(Statement insert,
                      m_database.prepare("INSERT INTO sites(site, server_device) VALUES(?, ?) ON CONFLICT DO NOTHING"));
        const DeviceId device = DeviceId::create();
        insert.bind(1, id.toString()).bind(2, device.bytes());
        SB_TRY(insert.run());
    }
    SB_TRY_ASSIGN(Statement row, m_database.prepare("SELECT site_no, last_seq, server_device FROM sites WHERE site=?"));
    row.bind(1, id.toString());
    SB_TRY(row.step());
    site.number = row.integer(0);
    site.seq = static_cast<quint64>(row.integer(1));
    site.serverDevice = DeviceId::fromBytes(row.blob(2));
    return &m_sites.emplace(id, std::move(site)).first->second;
}

Result<ChainHead*> WriteContext::head(Site& site, const DeviceId& device)
{
    if (const auto known = site.heads.find(device); known != site.heads.end())
        return &known->second;
    ChainHead head{0, chainOrigin(), false};
    SB_TRY_ASSIGN(Statement row, m_database.prepare("SELECT n, hash FROM devices WHERE site_no=? AND device=?"));
    row.bind(1, site.number).bind(2, device.bytes());
    SB_TRY_ASSIGN(const bool found, row.step());
    if (found) {
        head.n = static_cast<quint64>(row.integer(0));
        head.hash = row.blob(1);
    }
    return &site.heads.emplace(device, std::move(head)).first->second;
}

Result<quint64> WriteContext::append(Site& site, const Operation& op, Outcome outcome, const QString& code,
                                     const QStringList& fields, StoredRecord& record, bool isNew)
{
    const quint64 seq = site.seq + 1;
    const bool concernsRecord = op.entity != Entity::Workspace;
    // A new report is its first change and nothing else; only its version is needed here.
    const bool isFirst =
        isNew && op.entity == Entity::Report && op.type == OpType::Create && outcome == Outcome::Applied;
    if (isFirst)
        record.state.version = 1;
    else if (concernsRecord)
        apply(record.state, op, outcome);
    SB_TRY(insertChange(site, seq, op, record.state.version, outcome, code, fields));
    if (concernsRecord && isNew) {
        record.siteNo = site.number;
        record.entity = op.entity;
        record.firstChange = changeId(site.number, seq);
        SB_TRY(insertRecord(site, op, record));
    } else if (concernsRecord) {
        SB_TRY(updateRecord(site, op, record));
    }
    if (op.entity == Entity::Patient) {
        SB_TRY(projectPatient(site, op, record, outcome == Outcome::Conflict && isNew));
    }
    site.seq = seq;
    site.changed = true;
    return seq;
}

Result<> WriteContext::insertChange(const Site& site, quint64 seq, const Operation& op, quint64 version,
                                    Outcome outcome, const QString& code, const QStringList& fields)
{
    SB_TRY_ASSIGN(
        Statement insert,
        m_database.prepare("INSERT INTO changes(change_id, op_id, received_ms, version, outcome, code, fields, "
                           "body) VALUES(?, ?, ?, ?, ?, ?, ?, ?)"));
    const QByteArray body = m_ring->seal(KeyClass::Clinical, changeContext(site.number, op.opId), encodeOperation(op));
    insert.bind(1, changeId(site.number, seq))
        .bind(2, op.opId.bytes())
        .bind(3, m_nowMs)
        .bind(4, version)
        .bind(5, static_cast<int>(outcome))
        .bind(6, code.isEmpty() ? QString() : code)
        .bind(7, fields.isEmpty() ? QString() : fields.join(u','))
        .bind(8, body);
    return insert.run();
}

Result<> WriteContext::insertRecord(const Site& site, const Operation& op, const StoredRecord& record)
{
    SB_TRY_ASSIGN(Statement insert,
                  m_database.prepare("INSERT INTO records(record_id, site_no, entity, version, first_change, patient, "
                                     "event, form, repeat) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)"));
    insert.bind(1, op.recordId.bytes())
        .bind(2, site.number)
        .bind(3, static_cast<int>(op.entity))
        .bind(4, record.state.version)
        .bind(5, record.firstChange);
    const Slot slot(op.entity, op.set);
    slot.bind(insert, 6);
    return insert.run();
}

Result<> WriteContext::updateRecord(const Site& site, const Operation& op, const StoredRecord& record)
{
    SB_TRY_ASSIGN(Statement update,
                  m_database.prepare("UPDATE records SET version=?, patient=?, event=?, form=?, repeat=?, state=? "
                                     "WHERE record_id=?"));
    const QByteArray state = m_ring->seal(
        KeyClass::Clinical, stateContext(site.number, op.recordId, record.state.version), encodeState(record.state));
    const Slot slot(record.entity, record.state.fields);
    slot.bind(update, 2);
    update.bind(1, record.state.version).bind(6, state).bind(7, op.recordId.bytes());
    return update.run();
}

Result<> WriteContext::projectPatient(const Site& site, const Operation& op, const StoredRecord& record, bool duplicate)
{
    SB_TRY_ASSIGN(Patient patient, Patient::fromFields(record.state.fields));
    patient.recordId = op.recordId;
    patient.version = record.state.version;
    bool wasDuplicate = duplicate;
    {
        SB_TRY_ASSIGN(Statement old, m_database.prepare("SELECT duplicate FROM patients WHERE record_id=?"));
        old.bind(1, op.recordId.bytes());
        SB_TRY_ASSIGN(const bool found, old.step());
        wasDuplicate = found ? old.integer(0) != 0 && !record.state.openConflicts.empty() : duplicate;
    }
    {
        SB_TRY_ASSIGN(Statement remove, m_database.prepare("DELETE FROM patients WHERE record_id=?"));
        remove.bind(1, op.recordId.bytes());
        SB_TRY(remove.run());
    }
    SB_TRY_ASSIGN(Statement insert,
                  m_database.prepare("INSERT INTO patients(site_no, patient_id, record_id, version, duplicate, body) "
                                     "VALUES(?, ?, ?, ?, ?, ?)"));
    const QByteArray json = QJsonDocument(api::patientJson(patient)).toJson(QJsonDocument::Compact);
    const QByteArray body =
        m_ring->seal(KeyClass::Identifiers, patientContext(site.number, op.recordId, patient.version), json);
    insert.bind(1, site.number)
        .bind(2, patient.patientId.toString())
        .bind(3, op.recordId.bytes())
        .bind(4, patient.version)
        .bind(5, wasDuplicate ? 1 : 0)
        .bind(6, body);
    return insert.run();
}

Result<> WriteContext::reject(const Site& site, const Operation& op, const QString& code, const QString& field,
                              const QString& message)
{
    SB_TRY_ASSIGN(Statement insert,
                  m_database.prepare("INSERT INTO rejections(op_id, site_no, received_ms, code, field, message, body) "
                                     "VALUES(?, ?, ?, ?, ?, ?, ?)"));
    const QByteArray body =
        m_ring->seal(KeyClass::Clinical, rejectionContext(site.number, op.opId), encodeOperation(op));
    insert.bind(1, op.opId.bytes())
        .bind(2, site.number)
        .bind(3, m_nowMs)
        .bind(4, code)
        .bind(5, field.isNull() ? QStringLiteral("") : field)
        .bind(6, message)
        .bind(7, body);
    return insert.run();
}

Result<> WriteContext::finish()
{
    for (auto& [id, site] : m_sites) {
        for (auto& [device, head] : site.heads) {
            if (!std::exchange(head.changed, false))
                continue;
            SB_TRY_ASSIGN(Statement update,
                          m_database.prepare("INSERT INTO devices(site_no, device, n, hash) VALUES(?, ?, ?, ?) "
                                             "ON CONFLICT DO UPDATE SET n=excluded.n, hash=excluded.hash"));
            update.bind(1, site.number).bind(2, device.bytes()).bind(3, head.n).bind(4, head.hash);
            SB_TRY(update.run());
        }
        if (!std::exchange(site.changed, false))
            continue;
        SB_TRY_ASSIGN(Statement update, m_database.prepare("UPDATE sites SET last_seq=? WHERE site_no=?"));
        update.bind(1, site.seq).bind(2, site.number);
        SB_TRY(update.run());
    }
    return {};
}

} // namespace sitebook::server
