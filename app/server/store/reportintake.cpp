// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/reportintake.h"

#include "app/server/store/layout.h"
#include "app/server/store/patientrows.h"
#include "core/journal/hashchain.h"
#include "core/model/report.h"

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

Result<ReportOutcome> takeReport(WriteContext& context, const SiteId& siteId, const ReportDraft& draft)
{
    SB_TRY_ASSIGN(WriteContext::Site * site, context.site(siteId));
    SB_TRY_ASSIGN(const auto patient, findPatient(context.database(), site->number, draft.patientId));
    if (!patient)
        return ReportOutcome{ReportOutcome::Kind::NoPatient, 0, 0};
    Operation op = draft.op;
    op.set.set(field::patient, patient->toString());
    SB_TRY_ASSIGN(const auto known, context.states().record(op.recordId));
    if (known)
        return compared(context, *site, op, *known);
    op.device = site->serverDevice;
    SB_TRY_ASSIGN(ChainHead * head, context.head(*site, op.device));
    op.link.n = head->n + 1;
    op.link.prev = head->hash;
    op.link.oldDigest = context.emptyDigest();
    op.link.newDigest = fieldsDigest(op.set, context.digestKey());
    op.link.hash = chainHash(op);
    StoredRecord record;
    SB_TRY_ASSIGN(const quint64 seq, context.append(*site, op, Outcome::Applied, {}, {}, record, true));
    head->n = op.link.n;
    head->hash = op.link.hash;
    head->changed = true;
    return ReportOutcome{ReportOutcome::Kind::Created, seq, record.state.version};
}

} // namespace sitebook::server
