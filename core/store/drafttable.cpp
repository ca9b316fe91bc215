// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/drafttable.h"

#include "core/store/notnull.h"

namespace sitebook::drafts {

namespace {

KeyClass classOf(const StoreContext& context, bool patientForm)
{
    return patientForm && context.keys->has(KeyClass::Identifiers) ? KeyClass::Identifiers : KeyClass::Clinical;
}

DraftRow head(const Statement& row)
{
    DraftRow draft;
    draft.key = row.text(0);
    draft.recordId = RecordId::fromBytes(row.blob(1));
    draft.baseVersion = static_cast<quint64>(row.integer(2));
    draft.patient = RecordId::fromBytes(row.blob(3));
    draft.formOid = row.text(4);
    draft.eventOid = row.text(5);
    draft.repeat = static_cast<int>(row.integer(6));
    draft.currentItem = row.text(7);
    draft.savedUtcMs = row.integer(8);
    return draft;
}

} // namespace

Result<> save(WriteScope& scope, const DraftRow& draft)
{
    const KeyClass keyClass = classOf(scope.context, draft.formOid.isEmpty());
    const QByteArray body = scope.context.keys->seal(
        keyClass, scope.context.sealed("drafts", "body", draft.key.toUtf8(), static_cast<quint64>(draft.savedUtcMs)),
        draft.fields.encode());
    SB_TRY_ASSIGN(
        Statement statement,
        scope.database.prepare("INSERT OR REPLACE INTO drafts(key,record_id,base_version,patient,form,event,repeat,"
                               "current_item,saved_ms,body) VALUES(?,?,?,?,?,?,?,?,?,?)"));
    statement.bind(1, draft.key)
        .bind(2, draft.recordId.bytes())
        .bind(3, draft.baseVersion)
        .bind(4, draft.patient.bytes())
        .bind(5, notNull(draft.formOid))
        .bind(6, notNull(draft.eventOid))
        .bind(7, draft.repeat)
        .bind(8, notNull(draft.currentItem))
        .bind(9, draft.savedUtcMs)
        .bind(10, body);
    scope.change.drafts = true;
    return statement.run();
}

Result<> remove(WriteScope& scope, const QString& key)
{
    SB_TRY_ASSIGN(Statement statement, scope.database.prepare("DELETE FROM drafts WHERE key=?"));
    statement.bind(1, key);
    scope.change.drafts = true;
    return statement.run();
}

Result<std::vector<DraftRow>> list(Database& database)
{
    SB_TRY_ASSIGN(Statement statement,
                  database.prepare(
                      "SELECT key,record_id,base_version,patient,form,event,repeat,current_item,saved_ms FROM drafts "
                      "ORDER BY saved_ms DESC"));
    std::vector<DraftRow> rows;
    for (;;) {
        SB_TRY_ASSIGN(const bool found, statement.step());
        if (!found)
            return rows;
        rows.push_back(head(statement));
    }
}

Result<DraftRow> load(Database& database, const StoreContext& context, const QString& key)
{
    SB_TRY_ASSIGN(
        Statement statement,
        database.prepare("SELECT key,record_id,base_version,patient,form,event,repeat,current_item,saved_ms,body "
                         "FROM drafts WHERE key=?"));
    statement.bind(1, key);
    SB_TRY_ASSIGN(const bool found, statement.step());
    if (!found)
        return fail(ErrorCode::NotFound, QT_TRANSLATE_NOOP("messages", "This draft is not there any more."));
    DraftRow draft = head(statement);
    SB_TRY_ASSIGN(const QByteArray plain, context.keys->open(classOf(context, draft.formOid.isEmpty()),
                                                             context.sealed("drafts", "body", key.toUtf8(),
                                                                            static_cast<quint64>(draft.savedUtcMs)),
                                                             statement.blobView(9)));
    SB_TRY_ASSIGN(draft.fields, Fields::decode(plain));
    return draft;
}

} // namespace sitebook::drafts
