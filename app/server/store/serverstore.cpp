// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/serverstore.h"

#include "app/server/store/schema.h"

namespace sitebook::server {

namespace {

const QString epochName = QStringLiteral("epoch");
const QString studyName = QStringLiteral("study");

Result<> checkStudy(Database& database, const QString& studyOid)
{
    SB_TRY_ASSIGN(const QString held, setting(database, studyName));
    if (held.isEmpty())
        return studyOid.isEmpty() ? Result<>() : setSetting(database, studyName, studyOid);
    if (!studyOid.isEmpty() && held != studyOid)
        return fail(
            ErrorCode::OtherStudy,
            Message(QT_TRANSLATE_NOOP(
                        "messages", "This database holds study %1, not %2. Name another database or the right study."),
                    {held, studyOid}));
    return {};
}

Result<QString> ensureEpoch(Database& database)
{
    SB_TRY_ASSIGN(const QString epoch, setting(database, epochName));
    if (!epoch.isEmpty())
        return epoch;
    const QString fresh = Uuid::create().toString();
    SB_TRY(setSetting(database, epochName, fresh));
    return fresh;
}

} // namespace

Result<std::unique_ptr<ServerStore>> ServerStore::open(const QString& path, std::shared_ptr<const KeyRing> ring,
                                                       const QString& studyOid, const Clock& clock, Metrics& metrics)
{
    SB_TRY_ASSIGN(auto database, Database::open(path, Database::Mode::Create));
    SB_TRY(prepareSchema(*database));
    SB_TRY(checkStudy(*database, studyOid));
    auto store = std::unique_ptr<ServerStore>(new ServerStore);
    store->m_path = path;
    SB_TRY_ASSIGN(store->m_epoch, ensureEpoch(*database));
    store->m_ring = ring;
    store->m_writer = std::make_unique<StoreWriter>(std::move(database), std::move(ring), clock, metrics);
    return store;
}

Result<std::unique_ptr<StoreReader>> ServerStore::openReader() const
{
    return StoreReader::open(m_path, m_ring, *m_writer);
}

Result<ServerStore::Lease> ServerStore::lease()
{
    {
        const std::scoped_lock lock(m_mutex);
        if (!m_free.empty()) {
            auto reader = std::move(m_free.back());
            m_free.pop_back();
            return Lease(*this, std::move(reader));
        }
    }
    SB_TRY_ASSIGN(auto reader, openReader());
    return Lease(*this, std::move(reader));
}

ServerStore::Lease::Lease(ServerStore& store, std::unique_ptr<StoreReader> reader)
    : m_store(&store)
    , m_reader(std::move(reader))
{
}

ServerStore::Lease::~Lease()
{
    if (!m_reader)
        return;
    m_reader->release();
    const std::scoped_lock lock(m_store->m_mutex);
    m_store->m_free.push_back(std::move(m_reader));
}

} // namespace sitebook::server
