// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/reportintake.h"

#include "app/server/store/layout.h"
#include "core/journal/hashchain.h"

namespace sitebook::server {

namespace {

Result<ReportOutcome> compared(WriteContext& context, const WriteContext::Site& site, const Operation& draft,
                               const StoredRecord& record)
{
    ReportOutcome outcome{ReportOutcome::Kind::Other, 0, 0};
    if (record.siteNo != site.number || record.entity != Entity::Report)
        return outcome;
    SB_TRY_ASSIGN(const auto first, context.states().change(record.firstChange));
    if (first && first->op.set == draft.set)
        outcome = {ReportOutcome::Kind::Same, seqOf(record.firstChange), first->version};
    return outcome;
}

} // namespace

Result<ReportOutcome> takeReport(WriteContext& context, const SiteId& siteId, Operation draft)
{
    SB_TRY_ASSIGN(WriteContext::Site * site, context.site(siteId));
    SB_TRY_ASSIGN(const auto known, context.states().record(draft.recordId));
    if (known)
        return compared(context, *site, draft, *known);
    draft.device = site->serverDevice;
    SB_TRY_ASSIGN(ChainHead * head, context.head(*site, draft.device));
    draft.link.n = head->n + 1;
    draft.link.prev = head->hash;
    draft.link.hash = chainHash(draft);
    StoredRecord record;
    SB_TRY_ASSIGN(const quint64 seq, context.append(*site, draft, Outcome::Applied, {}, {}, record, true));
    head->n = draft.link.n;
    head->hash = draft.link.hash;
    head->changed = true;
    return ReportOutcome{ReportOutcome::Kind::Created, seq, record.state.version};
}

} // namespace sitebook::server
