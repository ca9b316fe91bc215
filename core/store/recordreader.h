// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/database.h"
#include "core/model/patient.h"
#include "core/model/report.h"
#include "core/store/context.h"

#include <functional>

namespace sitebook {

// Where a record's own operations stand, for its badge.
enum class RecordDelivery { Synced, Queued, Sending, ChangedSinceSync, Conflict, Quarantined };

// Rows of the projections, opened. Any connection; any thread.
class RecordReader final
{
public:
    RecordReader(Database& database, const StoreContext& context)
        : m_database(database)
        , m_context(context)
    {
    }

    struct PatientHead
    {
        Patient patient; // without identities where there is no key
        quint64 trunk = 0;
        qint64 changedMs = 0;
        qint64 conflicts = 0;
        bool damaged = false; // its seal does not open: identifier, site and status only
    };
    struct ReportHead
    {
        RecordId recordId;
        quint64 version = 0;
        quint64 trunk = 0;
        RecordId patient;
        QString eventOid;
        QString formOid;
        int repeat = 1;
        ReportStatus status = ReportStatus::Incomplete;
        QString reportDate;
        bool voided = false;
        qint64 conflicts = 0;
        qint64 changedMs = 0;
    };

    [[nodiscard]] Result<PatientHead> patient(const RecordId& id);
    [[nodiscard]] Result<std::optional<RecordId>> patientByIdentifier(const QString& identifier);
    // Every patient; opening 100,000 takes most of a second, so that several readers may take a share each: those whose
    // id's last (random) byte leaves `part` when divided by `parts`. `take` returning false stops. A damaged row comes
    // too, marked.
    struct Share
    {
        int part = 0;
        int parts = 1;
    };
    [[nodiscard]] Result<> eachPatient(const std::function<bool(PatientHead&&)>& take, Share share);
    [[nodiscard]] Result<> eachPatient(const std::function<bool(PatientHead&&)>& take) { return eachPatient(take, {}); }
    [[nodiscard]] Result<Report> report(const RecordId& id);
    [[nodiscard]] Result<ReportHead> reportHead(const RecordId& id);
    [[nodiscard]] Result<> eachReportHead(const std::function<bool(ReportHead&&)>& take);
    // The report in this place, not voided.
    [[nodiscard]] Result<std::optional<RecordId>> reportAt(const RecordId& patient, const QString& event,
                                                           const QString& form, int repeat);

    // Records with operations that are not confirmed, and how they stand.
    [[nodiscard]] Result<QHash<RecordId, RecordDelivery>> unsettled();

private:
    [[nodiscard]] Result<PatientHead> readPatient(const Statement& row);
    [[nodiscard]] static PatientHead clearParts(const Statement& row);
    [[nodiscard]] ReportHead readReportHead(const Statement& row);
    Database& m_database;
    const StoreContext& m_context;
};

} // namespace sitebook
