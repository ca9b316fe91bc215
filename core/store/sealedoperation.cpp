// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sealedoperation.h"

#include "core/journal/hashchain.h"
#include "core/model/patient.h"

namespace sitebook {

namespace {

SealContext place(const StoreContext& context, const char* column, const OpId& id)
{
    return context.sealed("journal", column, id.bytes(), 1);
}

QByteArray sealPart(const StoreContext& context, KeyClass keyClass, const char* column, const OpId& id,
                    const Fields& fields)
{
    if (fields.isEmpty() || !context.keys->has(keyClass))
        return {};
    return context.keys->seal(keyClass, place(context, column, id), fields.encode());
}

Result<> openPart(const StoreContext& context, KeyClass keyClass, const char* column, const OpId& id,
                  const QByteArray& sealed, Fields& into)
{
    if (sealed.isEmpty() || !context.keys->has(keyClass))
        return {};
    SB_TRY_ASSIGN(const QByteArray plain, context.keys->open(keyClass, place(context, column, id), sealed));
    SB_TRY_ASSIGN(const Fields fields, Fields::decode(plain));
    if (into.isEmpty()) {
        into = fields;
        return {};
    }
    for (const Fields::Entry& entry : fields)
        into.set(entry.name, entry.value);
    return {};
}

} // namespace

SplitFields split(const Fields& fields)
{
    SplitFields parts;
    parts.clinical.reserve(fields.size());
    for (const Fields::Entry& entry : fields)
        (isIdentifying(entry.name) ? parts.identifying : parts.clinical).set(entry.name, entry.value);
    return parts;
}

SealedOperation sealForeignOperation(const StoreContext& context, Operation op)
{
    SealedOperation sealed;
    if (op.entity == Entity::Patient) {
        const SplitFields parts = split(op.set);
        sealed.bodyIdent = sealPart(context, KeyClass::Identifiers, "body_ident", op.opId, parts.identifying);
        sealed.bodyClin = sealPart(context, KeyClass::Clinical, "body_clin", op.opId, parts.clinical);
    } else {
        sealed.bodyClin = sealPart(context, KeyClass::Clinical, "body_clin", op.opId, op.set);
    }
    if (!op.reason.isEmpty() && context.keys->has(KeyClass::Clinical))
        sealed.reason = context.keys->seal(KeyClass::Clinical, place(context, "reason", op.opId), op.reason.toUtf8());
    sealed.op = std::move(op);
    return sealed;
}

SealedOperation sealOperation(const StoreContext& context, Operation op, const Fields& old)
{
    const QByteArray key = context.keys->auditKey();
    op.device = context.device;
    op.link.oldDigest = fieldsDigest(old, key);
    op.link.newDigest = fieldsDigest(op.set, key);
    return sealForeignOperation(context, std::move(op));
}

SealedOperation sealReportCreation(const StoreContext& context, Operation op)
{
    const QByteArray key = context.keys->auditKey();
    const QByteArray encoded = op.set.encode();
    SealedOperation sealed;
    op.device = context.device;
    op.link.oldDigest = fieldsDigest({}, key);
    op.link.newDigest = encodedDigest(encoded, key);
    if (context.keys->has(KeyClass::Clinical)) {
        sealed.bodyClin = context.keys->seal(KeyClass::Clinical, place(context, "body_clin", op.opId), encoded);
        sealed.projection =
            context.keys->seal(KeyClass::Clinical, context.sealed("reports", "body", op.recordId.bytes(), 1), encoded);
    }
    sealed.op = std::move(op);
    return sealed;
}

Result<Fields> openBodies(const StoreContext& context, const OpId& id, const QByteArray& bodyIdent,
                          const QByteArray& bodyClin)
{
    Fields fields;
    SB_TRY(openPart(context, KeyClass::Clinical, "body_clin", id, bodyClin, fields));
    SB_TRY(openPart(context, KeyClass::Identifiers, "body_ident", id, bodyIdent, fields));
    return fields;
}

Result<QString> openReason(const StoreContext& context, const OpId& id, const QByteArray& sealed)
{
    if (sealed.isEmpty() || !context.keys->has(KeyClass::Clinical))
        return QString();
    SB_TRY_ASSIGN(const QByteArray plain, context.keys->open(KeyClass::Clinical, place(context, "reason", id), sealed));
    return QString::fromUtf8(plain);
}

} // namespace sitebook
