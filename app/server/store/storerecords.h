// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/store/storereader.h"
#include "core/exchange/exporters/exporter.h"

#include <QDate>

namespace sitebook {
class Deidentifier;
}

namespace sitebook::server {

// A site's records for an export, read from one snapshot.
class StoreRecords final : public RecordSource
{
public:
    // `deidentifier` may be null: everything as it is. Reader and deidentifier must outlive it.
    [[nodiscard]] static Result<std::unique_ptr<StoreRecords>> open(StoreReader& reader, const SiteId& site,
                                                                    const Deidentifier* deidentifier);
    ~StoreRecords() override;

    Result<> rewind() override;
    Result<bool> nextPatient(Patient& patient) override;
    Result<bool> nextReport(Report& report, Patient& patient) override;
    [[nodiscard]] qint64 patientCount() const override { return m_patients; }
    [[nodiscard]] qint64 reportCount() const override { return m_reports; }

private:
    StoreRecords(StoreReader& reader, qint64 siteNo, const Deidentifier* deidentifier);
    [[nodiscard]] Result<qint64> count(Entity entity);
    [[nodiscard]] Result<Patient> patientOf(const RecordId& id);

    StoreReader& m_reader;
    qint64 m_siteNo;
    const Deidentifier* m_deidentifier;
    qint64 m_patients = 0;
    qint64 m_reports = 0;
    std::optional<Statement> m_patientRows;
    std::optional<Statement> m_reportRows;
    std::optional<Patient> m_lastPatient;
};

} // namespace sitebook::server
