// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/store/storereader.h"
#include "app/server/store/storewriter.h"

#include <mutex>

namespace sitebook::server {

// The server's records: one writer, readers of their own, sealed bodies. Made once by the composition root.
class ServerStore final
{
public:
    // Opens or makes the database at `path`. `studyOid` is what it must hold (empty: whatever it holds). Errors of the
    // schema, and OtherStudy.
    [[nodiscard]] static Result<std::unique_ptr<ServerStore>> open(const QString& path,
                                                                   std::shared_ptr<const KeyRing> ring,
                                                                   const QString& studyOid, const Clock& clock,
                                                                   Metrics& metrics);

    [[nodiscard]] StoreWriter& writer() { return *m_writer; }
    [[nodiscard]] Result<std::unique_ptr<StoreReader>> openReader() const;
    // Changes when history may have gone back (a restored backup is given a new one by its administrator).
    [[nodiscard]] const QString& epoch() const { return m_epoch; }

    // A reader for one task of a worker, given back with the handle.
    class Lease final
    {
    public:
        Lease(ServerStore& store, std::unique_ptr<StoreReader> reader);
        ~Lease();
        Lease(Lease&&) noexcept = default;
        Lease& operator=(Lease&&) = delete;
        Lease(const Lease&) = delete;
        Lease& operator=(const Lease&) = delete;
        [[nodiscard]] StoreReader* operator->() { return m_reader.get(); }
        [[nodiscard]] StoreReader& operator*() { return *m_reader; }

    private:
        ServerStore* m_store;
        std::unique_ptr<StoreReader> m_reader;
    };
    [[nodiscard]] Result<Lease> lease();

private:
    ServerStore() = default;
    QString m_path;
    QString m_epoch;
    std::shared_ptr<const KeyRing> m_ring;
    std::unique_ptr<StoreWriter> m_writer;
    std::mutex m_mutex;
    std::vector<std::unique_ptr<StoreReader>> m_free;
};

} // namespace sitebook::server
