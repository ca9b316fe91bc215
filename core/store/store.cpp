// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/store.h"

#include "core/store/metatable.h"
#include "core/store/migrations.h"

#include <QFile>

namespace sitebook {

Result<> Store::create(const QString& path, const NewStore& facts)
{
    if (QFile::exists(path))
        return fail(ErrorCode::AlreadyExists,
                    QT_TRANSLATE_NOOP("messages", "There is a workspace at this place already."), path);
    SB_TRY_ASSIGN(const auto database, Database::open(path, Database::Mode::Create));
    QFile::setPermissions(path, QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    SB_TRY(migrate(*database));
    SB_TRY_ASSIGN(Transaction transaction, Transaction::begin(*database));
    const std::pair<const char*, QString> rows[] = {
        {metakey::workspace, facts.workspaceId}, {metakey::device, facts.device.toString()},
        {metakey::site, facts.site.toString()},  {metakey::server, facts.serverUrl},
        {metakey::studyOid, facts.studyOid},     {metakey::studyVersion, facts.studyVersion},
        {metakey::studyName, facts.studyName},
    };
    for (const auto& [key, value] : rows) {
        SB_TRY(setMeta(*database, key, value));
    }
    return transaction.commit();
}

Result<std::unique_ptr<Store>> Store::open(const QString& path, StoreContext context, Writer::Listener listener)
{
    SB_TRY_ASSIGN(auto database, Database::open(path, Database::Mode::ReadWrite));
    SB_TRY(checkSchema(*database));
    SB_TRY(migrate(*database));
    auto store = std::unique_ptr<Store>(new Store(path, std::move(context)));
    store->m_writer = std::make_unique<Writer>(std::move(database), store->m_context, std::move(listener));
    return store;
}

QFuture<Result<qint64>> Store::rebuild()
{
    return m_writer->write<qint64>([](WriteScope& scope) -> Result<qint64> {
        scope.change.all = true;
        return scope.projections.rebuild();
    });
}

} // namespace sitebook
