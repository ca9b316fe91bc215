// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/operationintake.h"

#include "app/server/store/accounts.h"
#include "app/server/store/layout.h"
#include "app/server/store/opcodec.h"
#include "core/base/logging.h"
#include "core/journal/changerules.h"
#include "core/journal/hashchain.h"
#include "core/model/query.h"
#include "core/model/report.h"
#include "core/model/visit.h"

namespace sitebook::server {

using namespace Qt::StringLiterals;

namespace {

constexpr int retrySeconds = 25;

api::ItemResult rejected(const Operation& op, const QString& code, const QString& field, const QString& message)
{
    api::ItemResult result;
    result.opId = op.opId;
    result.status = api::ItemStatus::Rejected;
    result.code = code;
    result.field = field;
    result.message = message;
    return result;
}

api::ItemResult reused(const Operation& op)
{
    return rejected(
        op, u"op_id_reuse"_s, u"op_id"_s,
        Message(QT_TRANSLATE_NOOP("messages", "Another operation was sent under this id before.")).english());
}

// What a record begins with: a query with being raised.
bool isFirst(const Operation& op)
{
    return op.type == (op.entity == Entity::Query ? OpType::Query : OpType::Create);
}

// What belongs to a patient is whole.
Result<> wellFormed(Entity entity, const Fields& fields)
{
    const auto nothing = [](const auto&) {};
    switch (entity) {
    case Entity::Visit:
        return Visit::fromFields(fields).map(nothing);
    case Entity::Query:
        return Query::fromFields(fields).map(nothing);
    case Entity::Report:
    case Entity::Patient:
    case Entity::Workspace:
        break;
    }
    return Report::fromFields(fields).map(nothing);
}

// The fields the record would have if the operation took effect.
Fields afterwards(const Operation& op, const std::optional<StoredRecord>& record)
{
    Fields fields = record ? record->state.fields : Fields();
    for (const Fields::Entry& entry : op.set)
        fields.set(entry.name, entry.value);
    return fields;
}

} // namespace

OperationIntake::OperationIntake(std::shared_ptr<const StudyDefinition> study,
                                 std::shared_ptr<const SigningKey> receipts, QString epoch)
    : m_study(std::move(study))
    , m_receipts(std::move(receipts))
    , m_epoch(std::move(epoch))
{
}

Result<api::PushAnswer> OperationIntake::take(WriteContext& context, const SiteId& siteId,
                                              const api::PushRequest& request) const
{
    SB_TRY_ASSIGN(WriteContext::Site * site, context.site(siteId));
    api::PushAnswer answer;
    answer.batch = request.batch;
    answer.epoch = m_epoch;
    answer.serverTimeMs = context.nowMs();
    for (const Operation& op : request.ops) {
        SB_TRY_ASSIGN(Savepoint savepoint, Savepoint::begin(context.database()));
        auto result = item(context, *site, request.device, op);
        if (result) {
            SB_TRY(savepoint.release());
            answer.results.push_back(*std::move(result));
            continue;
        }
        qCWarning(lcServer, "Operation %ls could not be stored: %ls", qUtf16Printable(op.opId.toString()),
                  qUtf16Printable(result.error().english()));
        api::ItemResult retry;
        retry.opId = op.opId;
        retry.status = api::ItemStatus::Retry;
        retry.code = result.error().word();
        retry.retryAfterSeconds = retrySeconds;
        answer.results.push_back(std::move(retry));
    }
    answer.durableSeq = site->seq;
    SB_TRY_ASSIGN(const ChainHead* head, context.head(*site, request.device));
    api::Receipt receipt;
    receipt.deviceN = head->n;
    receipt.hash = head->hash;
    receipt.serverTimeMs = context.nowMs();
    receipt.seq = site->seq;
    receipt.keyId = m_receipts->id();
    receipt.signature = m_receipts->sign(api::receiptMessage(siteId.toString(), request.device, receipt));
    answer.receipt = receipt;
    return answer;
}

Result<api::ItemResult> OperationIntake::item(WriteContext& context, WriteContext::Site& site, const DeviceId& device,
                                              const Operation& op) const
{
    SB_TRY_ASSIGN(auto before, known(context, site, op));
    if (before)
        return *std::move(before);
    SB_TRY_ASSIGN(ChainHead * head, context.head(site, device));
    if (auto problem = chainProblem(*head, device, op))
        return *std::move(problem);
    std::optional<StoredRecord> record;
    if (op.entity != Entity::Workspace) {
        SB_TRY_ASSIGN(record, context.states().record(op.recordId));
    }
    SB_TRY_ASSIGN(const auto refused, refusal(context, site, op, record));
    api::ItemResult result;
    if (refused) {
        result = rejected(op, refused->code, refused->field, refused->message.english());
        SB_TRY(context.reject(site, op, result.code, result.field, result.message));
    } else {
        SB_TRY_ASSIGN(result, store(context, site, op, std::move(record)));
    }
    // A refused operation is a link of its device's chain as well: what follows was chained to it.
    head->n = op.link.n;
    head->hash = op.link.hash;
    head->changed = true;
    return result;
}

// What was answered before is answered again: the same operation takes effect once, for ever.
Result<std::optional<api::ItemResult>> OperationIntake::known(WriteContext& context, const WriteContext::Site& site,
                                                              const Operation& op) const
{
    SB_TRY_ASSIGN(const auto stored, context.states().changeOf(op.opId));
    if (stored) {
        if (siteOf(stored->id) != site.number || fingerprint(stored->op) != fingerprint(op))
            return reused(op);
        api::ItemResult result;
        result.opId = op.opId;
        result.status = api::ItemStatus::Duplicate;
        result.version = stored->version;
        result.seq = seqOf(stored->id);
        result.outcome = stored->outcome;
        result.code = stored->code;
        if (!stored->fields.isEmpty())
            result.fields = stored->fields.split(u',');
        return result;
    }
    SB_TRY_ASSIGN(Statement row, context.database().prepare(
                                     "SELECT code, field, message, body, site_no FROM rejections WHERE op_id=?"));
    row.bind(1, op.opId.bytes());
    SB_TRY_ASSIGN(const bool found, row.step());
    if (!found)
        return std::nullopt;
    SB_TRY_ASSIGN(const QByteArray plain,
                  context.ring().open(KeyClass::Clinical, rejectionContext(row.integer(4), op.opId), row.blobView(3)));
    SB_TRY_ASSIGN(const Operation first, decodeOperation(plain));
    if (row.integer(4) != site.number || fingerprint(first) != fingerprint(op))
        return reused(op);
    return rejected(op, row.text(0), row.text(1), row.text(2));
}

std::optional<api::ItemResult> OperationIntake::chainProblem(const ChainHead& head, const DeviceId& device,
                                                             const Operation& op)
{
    if (op.device != device)
        return rejected(
            op, u"device_mismatch"_s, u"device_id"_s,
            Message(QT_TRANSLATE_NOOP("messages", "The operation belongs to another device than the batch."))
                .english());
    if (op.link.n == head.n + 1 && op.link.prev == head.hash && chainHash(op) == op.link.hash)
        return std::nullopt;
    if (op.link.n > head.n + 1) {
        // What comes before it has not arrived: not wrong, only too early.
        api::ItemResult early;
        early.opId = op.opId;
        early.status = api::ItemStatus::Retry;
        early.code = u"chain_gap"_s;
        early.retryAfterSeconds = retrySeconds;
        return early;
    }
    qCWarning(lcServer, "Operation %ls of device %ls does not extend the known audit chain at %llu",
              qUtf16Printable(op.opId.toString()), qUtf16Printable(device.toString()), head.n);
    return rejected(
        op, u"chain_mismatch"_s, u"audit"_s,
        Message(QT_TRANSLATE_NOOP("messages",
                                  "The operation does not continue the audit chain the server knows of this device."))
            .english());
}

Result<std::optional<OperationIntake::Refusal>>
OperationIntake::refusal(WriteContext& context, const WriteContext::Site& site, const Operation& op,
                         const std::optional<StoredRecord>& record) const
{
    SB_TRY_ASSIGN(auto role, roleRefusal(context, op, record ? record->state.fields : Fields()));
    if (role || op.entity == Entity::Workspace)
        return role;
    const bool concernsQuery = op.type == OpType::Query || op.type == OpType::Answer || op.type == OpType::Close;
    const bool ofReport = op.type == OpType::Lock || op.type == OpType::Unlock || op.type == OpType::Verify;
    const bool isGeneral = op.type == OpType::Void || op.type == OpType::Resolve || op.type == OpType::Set;
    if ((!isGeneral && concernsQuery != (op.entity == Entity::Query)) || (ofReport && op.entity != Entity::Report))
        return Refusal{u"wrong_type"_s, u"type"_s,
                       QT_TRANSLATE_NOOP("messages", "A record of this kind cannot be changed in this way.")};
    if (record && (record->siteNo != site.number || record->entity != op.entity))
        return Refusal{u"other_record"_s, u"record_id"_s,
                       QT_TRANSLATE_NOOP("messages", "This record id belongs to another record.")};
    if (!record && !isFirst(op))
        return Refusal{u"unknown_record"_s, u"record_id"_s,
                       QT_TRANSLATE_NOOP("messages", "The server does not know this record.")};
    const Fields before = record ? record->state.fields : Fields();
    if (const auto open = requireUnlocked(op, before); !open)
        return Refusal{u"locked"_s, open.error().where, open.error().message};
    if (const auto fits = requireShape(op, before); !fits)
        return Refusal{u"invalid"_s, fits.error().where, fits.error().message};
    return contentRefusal(context, site, op, record);
}

Result<std::optional<OperationIntake::Refusal>> OperationIntake::roleRefusal(WriteContext& context, const Operation& op,
                                                                             const Fields& before)
{
    if (op.type == OpType::Event)
        return std::nullopt;
    SB_TRY_ASSIGN(const auto person, findAccount(context.database(), op.user));
    if (!person)
        return Refusal{u"unknown_user"_s, u"user"_s,
                       QT_TRANSLATE_NOOP("messages", "The server does not know the person who did this.")};
    // The role is what the person had at the time; what the person may not do today is not taken either.
    for (const Role role : {op.role, person->account.role})
        if (const auto allowed = requireRight(role, op, before); !allowed)
            return Refusal{u"denied"_s, u"role"_s, allowed.error().message};
    return std::nullopt;
}

Result<std::optional<OperationIntake::Refusal>>
OperationIntake::contentRefusal(WriteContext& context, const WriteContext::Site& site, const Operation& op,
                                const std::optional<StoredRecord>& record) const
{
    const Fields fields = afterwards(op, record);
    if (op.entity == Entity::Patient) {
        const auto patient = Patient::fromFields(fields);
        if (!patient)
            return Refusal{u"invalid"_s, patient.error().where, patient.error().message};
        if (!m_study->identifiers.accepts(patient->patientId.toString()))
            return Refusal{u"identifier"_s, field::patientId,
                           QT_TRANSLATE_NOOP("messages", "The identifier does not fit the study's rule.")};
        return std::nullopt;
    }
    if (const auto good = wellFormed(op.entity, fields); !good)
        return Refusal{u"invalid"_s, good.error().where, good.error().message};
    if (record)
        return std::nullopt;
    SB_TRY_ASSIGN(const auto patient, context.states().record(RecordId::fromString(fields.text(field::patient))));
    if (!patient || patient->siteNo != site.number || patient->entity != Entity::Patient)
        return Refusal{u"unknown_patient"_s, field::patient,
                       QT_TRANSLATE_NOOP("messages", "The server does not know the record's patient.")};
    return std::nullopt;
}

Result<bool> OperationIntake::isDuplicatePatient(WriteContext& context, const WriteContext::Site& site,
                                                 const Operation& op)
{
    if (op.entity != Entity::Patient || !op.set.contains(field::patientId))
        return false;
    SB_TRY_ASSIGN(Statement row, context.database().prepare(
                                     "SELECT 1 FROM patients WHERE site_no=? AND patient_id=? AND record_id<>?"));
    row.bind(1, site.number).bind(2, op.set.text(field::patientId)).bind(3, op.recordId.bytes());
    return row.step();
}

Result<api::ItemResult> OperationIntake::store(WriteContext& context, WriteContext::Site& site, const Operation& op,
                                               std::optional<StoredRecord> record) const
{
    const bool isNew = !record;
    StoredRecord target = std::move(record).value_or(StoredRecord());
    MergeDecision decision = op.entity == Entity::Workspace ? MergeDecision{} : decide(target.state, op);
    QString code = decision.outcome == Outcome::Conflict ? u"field_conflict"_s : QString();
    SB_TRY_ASSIGN(const bool duplicate, isDuplicatePatient(context, site, op));
    if (duplicate) {
        decision = {Outcome::Conflict, {field::patientId}};
        code = u"duplicate_patient"_s;
    }
    api::ItemResult result;
    result.opId = op.opId;
    SB_TRY_ASSIGN(result.seq, context.append(site, op, decision.outcome, code, decision.fields, target, isNew));
    result.version = target.state.version;
    result.outcome = decision.outcome;
    result.fields = decision.fields;
    result.code = code;
    result.status = decision.outcome == Outcome::Applied  ? api::ItemStatus::Applied
                    : decision.outcome == Outcome::Merged ? api::ItemStatus::Merged
                                                          : api::ItemStatus::Conflict;
    return result;
}

} // namespace sitebook::server
