// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/projections.h"

namespace sitebook {

namespace {

template <class Status, class FromCode>
int statusNumber(const Fields& fields, FromCode fromCode)
{
    return static_cast<int>(fromCode(fields.text(field::status)).value_or(Status{}));
}

// A text that is never NULL in the database.
QString notNull(const QString& text) { return text.isNull() ? QStringLiteral("") : text; }

} // namespace

QByteArray sealReportBody(const StoreContext& context, const RecordId& record, quint64 version, const Fields& fields)
{
    if (!context.keys->has(KeyClass::Clinical))
        return {};
    return context.keys->seal(KeyClass::Clinical, context.sealed("reports", "body", record.bytes(), version), fields.encode());
}

Result<bool> Projections::exists(Entity entity, const RecordId& record)
{
    SB_TRY_ASSIGN(Statement statement, entity == Entity::Patient
                                           ? m_database.prepare("SELECT 1 FROM patients WHERE record_id=?")
                                           : m_database.prepare("SELECT 1 FROM reports WHERE record_id=?"));
    statement.bind(1, record.bytes());
    return statement.step();
}

Result<> Projections::applied(const SealedOperation& sealed, StoreChange& change)
{
    const Operation& op = sealed.op;
    if (op.entity == Entity::Workspace)
        return {};
    if (op.type != OpType::Create)
        return refold(op.entity, op.recordId, change);
    SB_TRY_ASSIGN(const bool known, exists(op.entity, op.recordId));
    if (known)
        return refold(op.entity, op.recordId, change);
    Folded folded;
    folded.state.version = 1;
    folded.state.fields = op.set;
    folded.changedMs = op.capturedAt.utcMs;
    return write(op.entity, op.recordId, folded, sealed.projection, change);
}

Result<Projections::Folded> Projections::fold(const RecordId& record)
{
    SB_TRY_ASSIGN(const auto rows, m_journal.ofRecord(record));
    Folded folded;
    for (const JournalTable::Row& row : rows) {
        // An own pending change is shown until the server has spoken, even where it will be disputed.
        apply(folded.state, row.op, row.seq ? row.outcome : Outcome::Applied);
        if (row.seq)
            folded.trunk = std::max(folded.trunk, row.version);
        folded.changedMs = std::max(folded.changedMs, row.op.capturedAt.utcMs);
    }
    return folded;
}

Result<> Projections::refold(Entity entity, const RecordId& record, StoreChange& change)
{
    if (entity == Entity::Workspace)
        return {};
    SB_TRY_ASSIGN(const Folded folded, fold(record));
    return write(entity, record, folded, {}, change);
}

Result<> Projections::write(Entity entity, const RecordId& record, const Folded& folded, const QByteArray& presealed,
                            StoreChange& change)
{
    if (entity == Entity::Patient) {
        change.patients.push_back(record);
        return writePatient(record, folded);
    }
    change.reports.push_back(record);
    return writeReport(record, folded, presealed);
}

Result<> Projections::writePatient(const RecordId& record, const Folded& folded)
{
    const Fields& fields = folded.state.fields;
    const quint64 version = folded.state.version;
    const SplitFields parts = split(fields);
    const auto seal = [&](KeyClass keyClass, const char* column, const Fields& part) {
        return m_context.keys->has(keyClass)
                   ? m_context.keys->seal(keyClass, m_context.sealed("patients", column, record.bytes(), version), part.encode())
                   : QByteArray();
    };
    const QByteArray ident = seal(KeyClass::Identifiers, "ident", parts.identifying);
    const QByteArray clinical = seal(KeyClass::Clinical, "clin", parts.clinical);
    SB_TRY_ASSIGN(Statement statement,
                  m_database.prepare("INSERT OR REPLACE INTO patients(record_id,version,trunk,patient_id,site_id,status,enrolled,"
                                     "voided,conflicts,changed_ms,ident,clin) VALUES(?,?,?,?,?,?,?,?,?,?,?,?)"));
    statement.bind(1, record.bytes())
        .bind(2, version)
        .bind(3, folded.trunk)
        .bind(4, notNull(fields.text(field::patientId)))
        .bind(5, notNull(fields.text(field::siteId)))
        .bind(6, statusNumber<PatientStatus>(fields, patientStatusFromCode))
        .bind(7, fields.text(field::isEnrolled) == u"true" ? 1 : 0)
        .bind(8, fields.text(field::voided) == u"true" ? 1 : 0)
        .bind(9, static_cast<qint64>(folded.state.openConflicts.size()))
        .bind(10, folded.changedMs)
        .bind(11, ident)
        .bind(12, clinical);
    return statement.run();
}

Result<> Projections::writeReport(const RecordId& record, const Folded& folded, const QByteArray& presealed)
{
    const Fields& fields = folded.state.fields;
    const quint64 version = folded.state.version;
    const QByteArray body = presealed.isNull() ? sealReportBody(m_context, record, version, fields) : presealed;
    const RecordId patient = RecordId::fromString(fields.text(field::patient));
    SB_TRY_ASSIGN(Statement statement,
                  m_database.prepare("INSERT OR REPLACE INTO reports(record_id,version,trunk,patient,event,form,repeat,status,"
                                     "report_date,voided,conflicts,changed_ms,body) VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?)"));
    statement.bind(1, record.bytes())
        .bind(2, version)
        .bind(3, folded.trunk)
        .bind(4, patient.isNull() ? QByteArray("") : patient.bytes())
        .bind(5, notNull(fields.text(field::event)))
        .bind(6, notNull(fields.text(field::form)))
        .bind(7, fields.text(field::repeat).toInt())
        .bind(8, statusNumber<ReportStatus>(fields, reportStatusFromCode))
        .bind(9, notNull(fields.text(field::reportDate)))
        .bind(10, fields.text(field::voided) == u"true" ? 1 : 0)
        .bind(11, static_cast<qint64>(folded.state.openConflicts.size()))
        .bind(12, folded.changedMs)
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
