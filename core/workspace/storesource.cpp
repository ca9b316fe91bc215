// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/storesource.h"

#include "core/workspace/studyorder.h"

#include <algorithm>
#include <tuple>

namespace sitebook {

Result<std::unique_ptr<StoreSource>> StoreSource::open(Store& store, std::shared_ptr<const StudyDefinition> study,
                                                       const std::vector<RecordId>& only)
{
    SB_TRY_ASSIGN(ReaderPool::Reader reader, store.readers().take());
    SB_TRY(reader.database().exec("BEGIN")); // every read below sees the same moment
    auto source = std::unique_ptr<StoreSource>(new StoreSource(store, std::move(study), std::move(reader)));
    SB_TRY(source->loadIndex(only));
    return source;
}

StoreSource::~StoreSource()
{
    (void)m_reader.database().exec("COMMIT");
}

Result<> StoreSource::loadIndex(const std::vector<RecordId>& only)
{
    const QSet<RecordId> chosen(only.begin(), only.end());
    SB_TRY_ASSIGN(
        Statement patients,
        m_reader.database().prepare("SELECT record_id FROM patients WHERE voided=0 ORDER BY patient_id,record_id"));
    for (;;) {
        SB_TRY_ASSIGN(const bool found, patients.step());
        if (!found)
            break;
        const auto id = RecordId::fromBytes(patients.blob(0));
        if (chosen.isEmpty() || chosen.contains(id))
            m_patients.push_back(id);
    }
    if (chosen.isEmpty()) {
        SB_TRY_ASSIGN(m_reportCount,
                      m_reader.database().scalar("SELECT count(*) FROM reports r JOIN patients p ON "
                                                 "p.record_id=r.patient WHERE r.voided=0 AND p.voided=0"));
        return {};
    }
    for (const RecordId& id : m_patients) {
        SB_TRY(loadReportsOf(id));
        m_reportCount += static_cast<qint64>(m_reports.size());
    }
    return rewind();
}

Result<> StoreSource::rewind()
{
    m_nextPatient = 0;
    m_reportPatient = 0;
    m_reports.clear();
    m_nextReport = 0;
    return {};
}

Result<bool> StoreSource::nextPatient(Patient& patient)
{
    if (m_nextPatient >= m_patients.size())
        return false;
    SB_TRY_ASSIGN(RecordReader::PatientHead head, m_records.patient(m_patients[m_nextPatient++]));
    patient = std::move(head.patient);
    return true;
}

Result<bool> StoreSource::loadReportsOf(const RecordId& patient)
{
    SB_TRY_ASSIGN(
        Statement statement,
        m_reader.database().prepare("SELECT record_id,event,form,repeat FROM reports WHERE patient=? AND voided=0"));
    statement.bind(1, patient.bytes());
    std::vector<std::tuple<size_t, size_t, qint64, RecordId>> rows;
    for (;;) {
        SB_TRY_ASSIGN(const bool found, statement.step());
        if (!found)
            break;
        rows.emplace_back(rank(m_study->events, statement.text(1)), rank(m_study->forms, statement.text(2)),
                          statement.integer(3), RecordId::fromBytes(statement.blob(0)));
    }
    std::sort(rows.begin(), rows.end());
    m_reports.clear();
    for (auto& row : rows)
        m_reports.push_back(std::get<3>(row));
    m_nextReport = 0;
    return !m_reports.empty();
}

Result<bool> StoreSource::nextReport(Report& report, Patient& patient)
{
    while (m_nextReport >= m_reports.size()) {
        if (m_reportPatient >= m_patients.size())
            return false;
        const RecordId& id = m_patients[m_reportPatient++];
        SB_TRY_ASSIGN(const bool any, loadReportsOf(id));
        if (any) {
            SB_TRY_ASSIGN(RecordReader::PatientHead head, m_records.patient(id));
            m_current = std::move(head.patient);
        }
    }
    SB_TRY_ASSIGN(report, m_records.report(m_reports[m_nextReport++]));
    patient = m_current;
    return true;
}

} // namespace sitebook
