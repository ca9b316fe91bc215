// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/storerecords.h"

#include "core/exchange/deidentify.h"

namespace sitebook::server {

Result<std::unique_ptr<StoreRecords>> StoreRecords::open(StoreReader& reader, const SiteId& site,
                                                         const Deidentifier* deidentifier)
{
    SB_TRY(reader.refresh());
    SB_TRY_ASSIGN(const qint64 siteNo, reader.siteNumber(site));
    auto records = std::unique_ptr<StoreRecords>(new StoreRecords(reader, siteNo, deidentifier));
    SB_TRY_ASSIGN(records->m_patients, records->count(Entity::Patient));
    SB_TRY_ASSIGN(records->m_reports, records->count(Entity::Report));
    return records;
}

StoreRecords::StoreRecords(StoreReader& reader, qint64 siteNo, const Deidentifier* deidentifier)
    : m_reader(reader)
    , m_siteNo(siteNo)
    , m_deidentifier(deidentifier)
{
}

StoreRecords::~StoreRecords()
{
    m_patientRows.reset();
    m_reportRows.reset();
    m_reader.release();
}

Result<qint64> StoreRecords::count(Entity entity)
{
    SB_TRY_ASSIGN(Statement row,
                  m_reader.database().prepare("SELECT count(*) FROM records WHERE site_no=? AND entity=?"));
    row.bind(1, m_siteNo).bind(2, static_cast<int>(entity));
    SB_TRY(row.step());
    return row.integer(0);
}

Result<> StoreRecords::rewind()
{
    m_patientRows.reset();
    m_reportRows.reset();
    m_lastPatient.reset();
    return {};
}

Result<Patient> StoreRecords::patientOf(const RecordId& id)
{
    SB_TRY_ASSIGN(const auto record, m_reader.states().record(id));
    if (!record)
        return fail(ErrorCode::Damaged, QT_TRANSLATE_NOOP("messages", "A stored record is not readable."));
    SB_TRY_ASSIGN(Patient patient, Patient::fromFields(record->state.fields));
    patient.recordId = id;
    patient.version = record->state.version;
    return m_deidentifier != nullptr ? m_deidentifier->patient(patient) : patient;
}

Result<bool> StoreRecords::nextPatient(Patient& patient)
{
    if (!m_patientRows) {
        SB_TRY_ASSIGN(Statement rows, m_reader.database().prepare("SELECT record_id FROM patients WHERE site_no=? "
                                                                  "ORDER BY patient_id, record_id"));
        m_patientRows.emplace(std::move(rows));
        m_patientRows->bind(1, m_siteNo);
    }
    SB_TRY_ASSIGN(const bool found, m_patientRows->step());
    if (!found)
        return false;
    SB_TRY_ASSIGN(patient, patientOf(RecordId::fromBytes(m_patientRows->blob(0))));
    return true;
}

Result<bool> StoreRecords::nextReport(Report& report, Patient& patient)
{
    if (!m_reportRows) {
        SB_TRY_ASSIGN(Statement rows,
                      m_reader.database().prepare(
                          "SELECT r.record_id, r.patient FROM records r JOIN patients p ON p.record_id=r.patient "
                          "WHERE r.site_no=? AND r.entity=1 "
                          "ORDER BY p.patient_id, p.record_id, r.event, r.form, r.repeat, r.record_id"));
        m_reportRows.emplace(std::move(rows));
        m_reportRows->bind(1, m_siteNo);
    }
    SB_TRY_ASSIGN(const bool found, m_reportRows->step());
    if (!found)
        return false;
    const RecordId id = RecordId::fromBytes(m_reportRows->blob(0));
    const RecordId patientId = RecordId::fromBytes(m_reportRows->blob(1));
    if (!m_lastPatient || m_lastPatient->recordId != patientId) {
        SB_TRY_ASSIGN(m_lastPatient, patientOf(patientId));
    }
    SB_TRY_ASSIGN(const auto record, m_reader.states().record(id));
    if (!record)
        return fail(ErrorCode::Damaged, QT_TRANSLATE_NOOP("messages", "A stored record is not readable."));
    SB_TRY_ASSIGN(report, Report::fromFields(record->state.fields));
    report.recordId = id;
    report.version = record->state.version;
    if (m_deidentifier != nullptr)
        report = m_deidentifier->report(report);
    patient = *m_lastPatient;
    return true;
}

} // namespace sitebook::server
