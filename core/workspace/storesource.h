// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/exporters/exporter.h"
#include "core/store/recordreader.h"
#include "core/store/store.h"

#include <QSet>

namespace sitebook {

// The workspace's records for an export: one consistent view of the database, one patient at a time.
class StoreSource final : public RecordSource
{
public:
    // `only` empty: every patient. The source is used on the thread that calls it.
    [[nodiscard]] static Result<std::unique_ptr<StoreSource>>
    open(Store& store, std::shared_ptr<const StudyDefinition> study, const std::vector<RecordId>& only);
    ~StoreSource() override;
    StoreSource(const StoreSource&) = delete;
    StoreSource& operator=(const StoreSource&) = delete;

    Result<> rewind() override;
    Result<bool> nextPatient(Patient& patient) override;
    Result<bool> nextReport(Report& report, Patient& patient) override;
    [[nodiscard]] qint64 patientCount() const override { return static_cast<qint64>(m_patients.size()); }
    [[nodiscard]] qint64 reportCount() const override { return m_reportCount; }

private:
    StoreSource(Store& store, std::shared_ptr<const StudyDefinition> study, ReaderPool::Reader reader)
        : m_store(store)
        , m_study(std::move(study))
        , m_reader(std::move(reader))
        , m_records(m_reader.database(), store.context())
    {
    }
    [[nodiscard]] Result<> loadIndex(const std::vector<RecordId>& only);
    [[nodiscard]] Result<bool> loadReportsOf(const RecordId& patient);

    Store& m_store;
    std::shared_ptr<const StudyDefinition> m_study;
    ReaderPool::Reader m_reader;
    RecordReader m_records;
    std::vector<RecordId> m_patients; // by identifier
    qint64 m_reportCount = 0;
    size_t m_nextPatient = 0;
    size_t m_reportPatient = 0;
    Patient m_current;
    std::vector<RecordId> m_reports; // of m_current, by visit, form, repeat
    size_t m_nextReport = 0;
};

} // namespace sitebook
