// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/store/statereader.h"
#include "core/base/clock.h"

#include <map>

namespace sitebook::server {

// The head of a device's audit chain.
struct ChainHead
{
    quint64 n = 0;
    QByteArray hash;
    bool changed = false;
};

// What a work of the writer has in its hands inside the transaction. Counters and chain heads are kept between
// transactions, since there is one writer, and written last in each (finish()). Lives on the writer's thread.
class WriteContext final
{
public:
    struct Site
    {
        qint64 number = 0;
        SiteId id;
        quint64 seq = 0;
        bool changed = false;
        DeviceId serverDevice;
        std::map<DeviceId, ChainHead> heads;
    };

    WriteContext(Database& database, std::shared_ptr<const KeyRing> ring, const Clock& clock);

    [[nodiscard]] Database& database() { return m_database; }
    [[nodiscard]] const KeyRing& ring() const { return *m_ring; }
    [[nodiscard]] StateReader& states() { return m_states; }
    [[nodiscard]] qint64 nowMs() const { return m_nowMs; }
    [[nodiscard]] const QByteArray& digestKey() const { return m_digestKey; }
    [[nodiscard]] const QByteArray& emptyDigest() const { return m_emptyDigest; } // of no fields

    // Makes the site where it is new. The pointer is valid within the transaction.
    [[nodiscard]] Result<Site*> site(const SiteId& id);
    [[nodiscard]] Result<ChainHead*> head(Site& site, const DeviceId& device);

    // Appends a change under the site's next number and folds it into the record's projections.
    // `state`: the record before it; afterwards as it is then. Returns the number.
    [[nodiscard]] Result<quint64> append(Site& site, const Operation& op, Outcome outcome, const QString& code,
                                         const QStringList& fields, StoredRecord& record, bool isNew);
    [[nodiscard]] Result<> reject(const Site& site, const Operation& op, const QString& code, const QString& field,
                                  const QString& message);

    void begin();                    // a transaction started
    [[nodiscard]] Result<> finish(); // the last statements before its commit
    void forget();                   // it was rolled back: what is kept in memory is void

private:
    [[nodiscard]] Result<> insertChange(const Site& site, quint64 seq, const Operation& op, quint64 version,
                                        Outcome outcome, const QString& code, const QStringList& fields);
    [[nodiscard]] Result<> insertRecord(const Site& site, const Operation& op, const StoredRecord& record);
    [[nodiscard]] Result<> updateRecord(const Site& site, const Operation& op, const StoredRecord& record);
    [[nodiscard]] Result<> projectPatient(const Site& site, const Operation& op, const StoredRecord& record,
                                          bool duplicate);

    Database& m_database;
    std::shared_ptr<const KeyRing> m_ring;
    const Clock& m_clock;
    StateReader m_states;
    QByteArray m_digestKey;
    QByteArray m_emptyDigest;
    qint64 m_nowMs = 0;
    std::map<SiteId, Site> m_sites;
};

} // namespace sitebook::server
