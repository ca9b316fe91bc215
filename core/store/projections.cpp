// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/projections.h"

#include "core/store/notnull.h"

namespace sitebook {

namespace {

template <class Status, class FromCode>
int statusNumber(const Fields& fields, FromCode fromCode)
{
    return static_cast<int>(fromCode(fields.text(field::status)).value_or(Status{}));
}

constexpr const char* newPatientSql =
    "INSERT INTO "
    "patients(record_id,version,trunk,patient_id,site_id,status,enrolled,voided,conflicts,changed_ms,ident,clin) "
    "VALUES(?,?,?,?,?,?,?,?,?,?,?,?) ON CONFLICT(record_id) DO NOTHING";
constexpr const char* patientSql =
    "INSERT OR REPLACE INTO "
    "patients(record_id,version,trunk,patient_id,site_id,status,enrolled,voided,conflicts,changed_ms,"
    "ident,clin) VALUES(?,?,?,?,?,?,?,?,?,?,?,?)";
constexpr const char* newReportSql =
    "INSERT INTO "
    "reports(record_id,version,trunk,patient,event,form,repeat,status,report_date,voided,conflicts,changed_ms,body) "
    "VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?) ON CONFLICT(record_id) DO NOTHING";
constexpr const char* reportSql =
    "INSERT OR REPLACE INTO "
    "reports(record_id,version,trunk,patient,event,form,repeat,status,report_date,voided,conflicts,"
    "changed_ms,body) VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?)";

} // namespace

QByteArray sealReportBody(const StoreContext& context, const RecordId& record, quint64 version, const Fields& fields)
{
    if (!context.keys->has(KeyClass::Clinical))
        return {};
    return context.keys->seal(KeyClass::Clinical, context.sealed("reports", "body", record.bytes(), version),
                              fields.encode());
}

Result<> Projections::applied(const SealedOperation& sealed, StoreChange& change)
{
    const Operation& op = sealed.op;
    if (op.entity == Entity::Workspace)
        return {};
    if (op.type != OpType::Create)
        return refold(op.entity, op.recordId, change);
    const RowHead head{op.recordId, 1, 0, 0, op.capturedAt.utcMs};
    SB_TRY_ASSIGN(const bool fresh, write(op.entity, head, op.set, sealed.projection, true, change));
    return fresh ? Result<>() : refold(op.entity, op.recordId, change);
}

Result<Projections::Folded> Projections::fold(const RecordId& record)
{
    SB_TRY_ASSIGN(const auto rows, m_journal.ofRecord(record));
    Folded folded;
    for (const JournalTable::Row& row : rows) {
        // An own pending change is shown until the server has spoken, even where it will be disputed.
        const bool takesEffect = row.outcome != Outcome::Conflict || folded.state.version == 0;
        apply(folded.state, row.op, row.seq ? row.outcome : Outcome::Applied);
        // Only without a gap: an own change may be acknowledged before the changes of others that came before it
        // arrive.
        if (row.seq && takesEffect && row.version == folded.trunk + 1)
            folded.trunk = row.version;
        folded.changedMs = std::max(folded.changedMs, row.op.capturedAt.utcMs);
    }
    return folded;
}

Result<> Projections::refold(Entity entity, const RecordId& record, StoreChange& change)
{
    if (entity == Entity::Workspace)
        return {};
    SB_TRY_ASSIGN(const Folded folded, fold(record));
    const RowHead head{record, folded.state.version, folded.trunk,
                       static_cast<qint64>(folded.state.openConflicts.size()), folded.changedMs};
    SB_TRY_ASSIGN(const bool written, write(entity, head, folded.state.fields, {}, false, change));
    Q_UNUSED(written)
    return {};
}

Result<bool> Projections::write(Entity entity, const RowHead& head, const Fields& fields, const QByteArray& presealed,
                                bool onlyNew, StoreChange& change)
{
    if (entity == Entity::Patient) {
        SB_TRY(writePatient(head, fields, onlyNew));
    } else {
        SB_TRY(writeReport(head, fields, presealed, onlyNew));
    }
    if (m_database.changes() == 0)
        return false;
    (entity == Entity::Patient ? change.patients : change.reports).push_back(head.record);
    return true;
}

Result<> Projections::writePatient(const RowHead& head, const Fields& fields, bool onlyNew)
{
    const SplitFields parts = split(fields);
    const auto seal = [&](KeyClass keyClass, const char* column, const Fields& part) {
        return m_context.keys->has(keyClass)
                   ? m_context.keys->seal(keyClass,
                                          m_context.sealed("patients", column, head.record.bytes(), head.version),
                                          part.encode())
                   : QByteArray();
    };
    const QByteArray ident = seal(KeyClass::Identifiers, "ident", parts.identifying);
    const QByteArray clinical = seal(KeyClass::Clinical, "clin", parts.clinical);
    SB_TRY_ASSIGN(Statement statement, m_database.prepare(onlyNew ? newPatientSql : patientSql));
    statement.bind(1, head.record.bytes())
        .bind(2, head.version)
        .bind(3, head.trunk)
        .bind(4, notNull(fields.text(field::patientId)))
        .bind(5, notNull(fields.text(field::siteId)))
        .bind(6, statusNumber<PatientStatus>(fields, patientStatusFromCode))
        .bind(7, fields.text(field::isEnrolled) == u"true" ? 1 : 0)
        .bind(8, fields.text(field::voided) == u"true" ? 1 : 0)
        .bind(9, head.conflicts)
        .bind(10, head.changedMs)
        .bind(11, ident)
        .bind(12, clinical);
    return statement.run();
}

Result<> Projections::writeReport(const RowHead& head, const Fields& fields, const QByteArray& presealed, bool onlyNew)
{
    const QByteArray body =
        presealed.isNull() ? sealReportBody(m_context, head.record, head.version, fields) : presealed;
    const RecordId patient = RecordId::fromString(fields.text(field::patient));
    SB_TRY_ASSIGN(Statement statement, m_database.prepare(onlyNew ? newReportSql : reportSql));
    statement.bind(1, head.record.bytes())
        .bind(2, head.version)
        .bind(3, head.trunk)
        .bind(4, patient.isNull() ? QByteArray("") : patient.bytes())
        .bind(5, notNull(fields.text(field::event)))
        .bind(6, notNull(fields.text(field::form)))
        .bind(7, fields.text(field::repeat).toInt())
        .bind(8, statusNumber<ReportStatus>(fields, reportStatusFromCode))
        .bind(9, notNull(fields.text(field::reportDate)))
        .bind(10, fields.text(field::voided) == u"true" ? 1 : 0)
        .bind(11, head.conflicts)
        .bind(12, head.changedMs)
        .bind(13, body);
    return statement.run();
}

Result<qint64> Projections::rebuild()
{
    SB_TRY(m_database.exec("DELETE FROM patients; DELETE FROM reports;"));
    std::vector<std::pair<Entity, RecordId>> records;
    {
        SB_TRY_ASSIGN(Statement statement,
                      m_database.prepare("SELECT DISTINCT entity,record_id FROM journal WHERE entity<2"));
        for (;;) {
            SB_TRY_ASSIGN(const bool found, statement.step());
            if (!found)
                break;
            records.emplace_back(static_cast<Entity>(statement.integer(0)), RecordId::fromBytes(statement.blob(1)));
        }
    }
    StoreChange ignored;
    for (const auto& [entity, record] : records) {
        SB_TRY(refold(entity, record, ignored));
    }
    return static_cast<qint64>(records.size());
}

} // namespace sitebook
