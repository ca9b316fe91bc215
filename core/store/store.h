// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/readerpool.h"
#include "core/store/writer.h"

namespace sitebook {

// What a new workspace database is born with.
struct NewStore
{
    QString workspaceId;
    DeviceId device;
    SiteId site;
    QString serverUrl;
    QString studyOid;
    QString studyVersion;
    QString studyName;
};

// An opened workspace database: the writer, the readers, and what they share. Thread-safe.
class Store final
{
public:
    // Creates and migrates the file and writes the facts above; it is closed again. `path` must not exist.
    [[nodiscard]] static Result<> create(const QString& path, const NewStore& facts);
    // `path` is migrated when it is older. `listener` is called on the writer thread.
    [[nodiscard]] static Result<std::unique_ptr<Store>> open(const QString& path, StoreContext context,
                                                             Writer::Listener listener);

    [[nodiscard]] const StoreContext& context() const { return m_context; }
    [[nodiscard]] Writer& writer() { return *m_writer; }
    [[nodiscard]] ReaderPool& readers() { return m_readers; }
    [[nodiscard]] const QString& path() const { return m_path; }

    // Runs `task` here and now with a read-only connection; never on the GUI thread.
    template <class T>
    [[nodiscard]] Result<T> read(const std::function<Result<T>(Database&)>& task)
    {
        SB_TRY_ASSIGN(const ReaderPool::Reader reader, m_readers.take());
        return task(reader.database());
    }

    // Folds the whole journal again into the projections; the number of records.
    [[nodiscard]] QFuture<Result<qint64>> rebuild();

private:
    Store(QString path, StoreContext context)
        : m_path(std::move(path))
        , m_context(std::move(context))
        , m_readers(m_path)
    {
    }
    const QString m_path;
    const StoreContext m_context;
    ReaderPool m_readers;
    std::unique_ptr<Writer> m_writer;
};

} // namespace sitebook
