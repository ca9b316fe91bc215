// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/localauditservice.h"

#include "core/journal/hashchain.h"
#include "core/journal/trailwriter.h"
#include "core/workspace/auditreader.h"

#include <QSaveFile>

namespace sitebook {

namespace {

Result<TrailHeader> trailHeader(Database& database, const WorkspaceInfo& info, qint64 nowMs)
{
    TrailHeader header{info.site, info.workspaceId, nowMs, {}};
    SB_TRY_ASSIGN(
        Statement statement,
        database.prepare("SELECT device,count(*),max(n),(SELECT hash FROM journal k WHERE k.device=j.device ORDER BY n "
                         "DESC LIMIT 1) FROM journal j GROUP BY device ORDER BY device"));
    for (;;) {
        SB_TRY_ASSIGN(const bool found, statement.step());
        if (!found)
            return header;
        header.devices.push_back(
            {DeviceId::fromBytes(statement.blob(0)), static_cast<quint64>(statement.integer(1)), statement.blob(3)});
    }
}

Result<> writeEntries(Database& database, const StoreContext& context, TrailWriter& writer)
{
    JournalTable journal(database, context);
    SB_TRY_ASSIGN(
        Statement statement,
        database.prepare("SELECT id,device,n,op_id,type,entity,record_id,base_version,user,role,utc_ms,offset_min,"
                         "clock,schema,prev,hash,old_digest,new_digest,reason,body_ident,body_clin "
                         "FROM journal ORDER BY device,n"));
    for (;;) {
        SB_TRY_ASSIGN(const bool found, statement.step());
        if (!found)
            return {};
        SB_TRY_ASSIGN(const Operation op, journal.readRow(statement));
        SB_TRY(writer.entry(op));
    }
}

Result<> writeReceipts(Database& database, const StoreContext& context, TrailWriter& writer)
{
    SB_TRY_ASSIGN(Statement statement,
                  database.prepare("SELECT n,hash,server_ms,seq,key_id,public_key,signature FROM receipts ORDER BY n"));
    for (;;) {
        SB_TRY_ASSIGN(const bool found, statement.step());
        if (!found)
            return {};
        SB_TRY(writer.receipt({context.device, static_cast<quint64>(statement.integer(0)), statement.blob(1),
                               statement.integer(2), static_cast<quint64>(statement.integer(3)), statement.text(4),
                               statement.blob(5), statement.blob(6)}));
    }
}

Result<qint64> writeTrail(Store& store, const WorkspaceInfo& info, const QString& path, qint64 nowMs)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return fail(ErrorCode::NotWritable,
                    QT_TRANSLATE_NOOP("messages", "The file cannot be written. Choose another folder."), path);
    const auto written = store.read<qint64>([&](Database& database) -> Result<qint64> {
        SB_TRY_ASSIGN(const Transaction moment, Transaction::beginReading(database));
        SB_TRY_ASSIGN(const TrailHeader header, trailHeader(database, info, nowMs));
        TrailWriter writer(file);
        SB_TRY(writer.header(header));
        SB_TRY(writeEntries(database, store.context(), writer));
        SB_TRY(writeReceipts(database, store.context(), writer));
        SB_TRY(writer.finish());
        return writer.entries();
    });
    if (!written)
        return written;
    if (!file.commit())
        return fail(ErrorCode::DiskFull,
                    QT_TRANSLATE_NOOP("messages", "The file could not be finished. Is the disk full?"), path);
    return written;
}

} // namespace

QFuture<Result<AuditService::Page>> LocalAuditService::page(const AuditFilter& filter, qint64 offset, int limit)
{
    return m_core.onWorker<Page>([this, filter, offset, limit]() -> Result<Page> {
        return m_core.store->read<Page>([&](Database& database) {
            return AuditReader(database, m_core.store->context()).page(filter, offset, limit);
        });
    });
}

QFuture<Result<qint64>> LocalAuditService::exportTrail(const QString& path)
{
    if (auto allowed = require(m_core.user.role, Action::ViewAuditTrail); !allowed)
        return ready<qint64>(fail(allowed.error()));
    return m_core.onWorker<qint64>(
        [this, path] { return writeTrail(*m_core.store, m_core.info, path, m_core.clock.now().utcMs); });
}

QFuture<Result<AuditService::CheckReport>> LocalAuditService::check(const Progress& progress, const CancelToken& cancel)
{
    return m_core.onWorker<CheckReport>(
        [this, progress, cancel] { return checkStore(*m_core.store, progress, cancel); });
}

} // namespace sitebook
