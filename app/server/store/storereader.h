// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/store/statereader.h"
#include "app/server/store/storewriter.h"
#include "core/api/wire.h"

namespace sitebook::server {

// A read-only connection with the questions the routes ask. Used by one thread at a time. Each answer is from a
// snapshot not older than the last commit before the question.
class StoreReader final
{
public:
    [[nodiscard]] static Result<std::unique_ptr<StoreReader>>
    open(const QString& path, std::shared_ptr<const KeyRing> ring, const StoreWriter& writer);
    ~StoreReader();
    StoreReader(const StoreReader&) = delete;
    StoreReader& operator=(const StoreReader&) = delete;

    // Starts a snapshot, or keeps the open one while nothing was committed since. Questions may be asked without.
    [[nodiscard]] Result<> refresh();
    void release();

    struct PatientRow
    {
        RecordId record;
        QByteArray json; // as patientJson() made it
    };
    [[nodiscard]] Result<std::optional<PatientRow>> patient(const SiteId& site, const QString& patientId);
    // By identifier, from the first after `after`.
    struct PatientPage
    {
        std::vector<QByteArray> bodies;
        QString next; // empty: that was the last
    };
    [[nodiscard]] Result<PatientPage> patients(const SiteId& site, const QString& after, int limit);

    [[nodiscard]] Result<quint64> headOf(const SiteId& site);
    // At most `limit` changes and about a megabyte.
    [[nodiscard]] Result<api::ChangesPage> changes(const SiteId& site, quint64 after, int limit);
    [[nodiscard]] Result<api::StatusAnswer> status(const SiteId& site, const std::vector<OpId>& ids);

    [[nodiscard]] Database& database() { return *m_database; }
    [[nodiscard]] StateReader& states() { return m_states; }
    [[nodiscard]] const KeyRing& ring() const { return *m_ring; }
    // 0: nothing was ever stored for the site.
    [[nodiscard]] Result<qint64> siteNumber(const SiteId& site);

private:
    StoreReader(std::unique_ptr<Database> database, std::shared_ptr<const KeyRing> ring, const StoreWriter& writer);

    std::unique_ptr<Database> m_database;
    std::shared_ptr<const KeyRing> m_ring;
    const StoreWriter& m_writer;
    StateReader m_states;
    std::map<SiteId, qint64> m_siteNumbers;
    quint64 m_snapshotOf = 0;
    bool m_inSnapshot = false;
};

} // namespace sitebook::server
