// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/localdraftservice.h"

#include "core/store/drafttable.h"

namespace sitebook {

LocalDraftService::LocalDraftService(WorkspaceCore& core, Snapshots& snapshots, QObject* parent)
    : DraftService(parent)
    , m_core(core)
    , m_snapshots(snapshots)
{
    connect(&snapshots, &Snapshots::draftsChanged, this, &DraftService::listChanged);
}

QFuture<Result<Draft>> LocalDraftService::load(const QString& key)
{
    return m_core.onWorker<Draft>([this, key]() -> Result<Draft> {
        return m_core.store->read<Draft>([&](Database& database) -> Result<Draft> {
            SB_TRY_ASSIGN(DraftRow row, drafts::load(database, m_core.store->context(), key));
            return Draft{{row.key, row.patient, row.formOid, row.eventOid, row.repeat, row.currentItem, row.savedUtcMs},
                         row.recordId,
                         row.baseVersion,
                         std::move(row.fields)};
        });
    });
}

QFuture<Result<>> LocalDraftService::save(const Draft& draft)
{
    DraftRow row;
    row.key = draft.info.key;
    row.recordId = draft.recordId;
    row.baseVersion = draft.baseVersion;
    row.patient = draft.info.patient;
    row.formOid = draft.info.formOid;
    row.eventOid = draft.info.eventOid;
    row.repeat = draft.info.repeat;
    row.currentItem = draft.info.currentItem;
    row.savedUtcMs = m_core.clock.now().utcMs;
    row.fields = draft.fields;
    return m_core.store->writer().write<void>([row](WriteScope& scope) { return drafts::save(scope, row); });
}

QFuture<Result<>> LocalDraftService::remove(const QString& key)
{
    return m_core.store->writer().write<void>([key](WriteScope& scope) { return drafts::remove(scope, key); });
}

} // namespace sitebook
