// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/wire.h"
#include "core/sync/events.h"

#include <map>
#include <set>

namespace sitebook::simulation {

struct ModelAnswer
{
    int status = 200;
    sync::HttpHeaders headers;
    QByteArray body;
};

// SYNC.md's server for one site, in memory: small enough to be believed, and the oracle of the simulation.
// The reason of an operation steers it: "reject" is refused for good, "later" is put off twice, "malformed" spoils its
// batch.
class ModelServer final
{
public:
    ModelServer(SiteId site, QString studyOid);

    struct Stored
    {
        QByteArray fingerprint;
        quint64 seq = 0;
        quint64 version = 0;
        Outcome outcome = Outcome::Applied;
    };
    struct Data
    {
        std::map<RecordId, RecordState> records;
        std::map<OpId, Stored> ops;
        std::vector<api::Change> feed;
        std::map<DeviceId, AuditLink> heads;
    };

    [[nodiscard]] ModelAnswer meta() const;
    [[nodiscard]] ModelAnswer push(const QByteArray& body, qint64 nowMs);
    [[nodiscard]] ModelAnswer changes(const QString& epoch, quint64 after, const std::optional<QByteArray>& etag) const;
    [[nodiscard]] ModelAnswer status(const QByteArray& body) const;
    [[nodiscard]] static ModelAnswer error(int status, const char* code);

    // What is safe from here on: desks may call it confirmed.
    void backUp();
    // History goes back to the last backup; a new epoch, and where `newKey`, another key for receipts.
    void restore(bool newKey);
    void refusesEpochs(bool strict) { m_strictEpochs = strict; }
    void setStudyOid(const QString& oid) { m_studyOid = oid; }
    void setKeepsFeedFrom(quint64 seq) { m_feedFrom = seq; } // older cursors are expired

    [[nodiscard]] const Data& data() const { return m_data; }
    [[nodiscard]] const QString& epoch() const { return m_epoch; }
    [[nodiscard]] quint64 head() const { return m_data.feed.size(); }
    [[nodiscard]] const Data& backup() const { return m_backup; }

    static constexpr int pageSize = 7;
    static constexpr qsizetype mostOperations = 12; // more is 413

private:
    [[nodiscard]] api::ItemResult take(const Operation& op, qint64 nowMs);
    [[nodiscard]] api::ItemResult knownResult(const Operation& op, const Stored& stored) const;
    [[nodiscard]] api::Receipt sign(const DeviceId& device, qint64 nowMs) const;
    [[nodiscard]] static ModelAnswer whole(const QByteArray& body);

    SiteId m_site;
    QString m_studyOid;
    QString m_epoch = QStringLiteral("e1");
    int m_epochNumber = 1;
    int m_keyNumber = 1;
    bool m_strictEpochs = true;
    quint64 m_feedFrom = 0;
    Data m_data;
    Data m_backup;
    std::map<OpId, int> m_putOff;
};

} // namespace sitebook::simulation
