// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/recordreader.h"

#include <QHash>

namespace sitebook {

namespace {

Result<Fields> openFields(const StoreContext& context, KeyClass keyClass, const SealContext& place,
                          const QByteArray& sealed)
{
    if (sealed.isEmpty() || !context.keys->has(keyClass))
        return Fields();
    SB_TRY_ASSIGN(const QByteArray plain, context.keys->open(keyClass, place, sealed));
    return Fields::decode(plain);
}

tl::unexpected<Error> noSuchRecord()
{
    return fail(ErrorCode::NotFound, QT_TRANSLATE_NOOP("messages", "This record does not exist here."));
}

} // namespace

Result<RecordReader::PatientHead> RecordReader::readPatient(const Statement& row)
{
    const QByteArray record = row.blob(0);
    const auto version = static_cast<quint64>(row.integer(1));
    SB_TRY_ASSIGN(Fields fields, openFields(m_context, KeyClass::Clinical,
                                            m_context.sealed("patients", "clin", record, version), row.blobView(7)));
    SB_TRY_ASSIGN(const Fields identities,
                  openFields(m_context, KeyClass::Identifiers, m_context.sealed("patients", "ident", record, version),
                             row.blobView(6)));
    for (const Fields::Entry& entry : identities)
        fields.set(entry.name, entry.value);
    SB_TRY_ASSIGN(Patient patient, Patient::fromFields(fields));
    patient.recordId = RecordId::fromBytes(record);
    patient.version = version;
    patient.patientId = PatientId(row.text(3));
    return PatientHead{std::move(patient), static_cast<quint64>(row.integer(2)), row.integer(4), row.integer(5), false};
}

RecordReader::PatientHead RecordReader::clearParts(const Statement& row)
{
    Patient patient;
    patient.recordId = RecordId::fromBytes(row.blob(0));
    patient.version = static_cast<quint64>(row.integer(1));
    patient.patientId = PatientId(row.text(3));
    patient.siteId = SiteId(row.text(8));
    patient.status = static_cast<PatientStatus>(row.integer(9));
    patient.isEnrolled = row.integer(10) != 0;
    patient.voided = row.integer(11) != 0;
    return {std::move(patient), static_cast<quint64>(row.integer(2)), row.integer(4), row.integer(5), true};
}

Result<RecordReader::PatientHead> RecordReader::patient(const RecordId& id)
{
    SB_TRY_ASSIGN(
        Statement statement,
        m_database.prepare(
            "SELECT record_id,version,trunk,patient_id,changed_ms,conflicts,ident,clin,site_id,status,enrolled,"
            "voided FROM patients WHERE record_id=?"));
    statement.bind(1, id.bytes());
    SB_TRY_ASSIGN(const bool found, statement.step());
    if (!found)
        return noSuchRecord();
    return readPatient(statement);
}

Result<std::optional<RecordId>> RecordReader::patientByIdentifier(const QString& identifier)
{
    SB_TRY_ASSIGN(Statement statement,
                  m_database.prepare("SELECT record_id FROM patients WHERE patient_id=? AND voided=0 LIMIT 1"));
    statement.bind(1, identifier);
    SB_TRY_ASSIGN(const bool found, statement.step());
    return found ? std::optional(RecordId::fromBytes(statement.blob(0))) : std::nullopt;
}

Result<> RecordReader::eachPatient(const std::function<bool(PatientHead&&)>& take, Share share)
{
    SB_TRY_ASSIGN(
        Statement statement,
        m_database.prepare(
            "SELECT record_id,version,trunk,patient_id,changed_ms,conflicts,ident,clin,site_id,status,enrolled,"
            "voided FROM patients"));
    for (;;) {
        SB_TRY_ASSIGN(const bool found, statement.step());
        if (!found)
            return {};
        if (static_cast<quint8>(statement.blobView(0).back()) % share.parts != share.part)
            continue;
        auto head = readPatient(statement);
        if (!head && head.error().code != ErrorCode::Damaged)
            return fail(head.error());
        if (!take(head ? std::move(*head) : clearParts(statement)))
            return {};
    }
}

RecordReader::ReportHead RecordReader::readReportHead(const Statement& row)
{
    ReportHead head;
    head.recordId = RecordId::fromBytes(row.blob(0));
    head.version = static_cast<quint64>(row.integer(1));
    head.trunk = static_cast<quint64>(row.integer(2));
    head.patient = RecordId::fromBytes(row.blob(3));
    head.eventOid = row.text(4);
    head.formOid = row.text(5);
    head.repeat = static_cast<int>(row.integer(6));
    head.status = static_cast<ReportStatus>(row.integer(7));
    head.reportDate = row.text(8);
    head.voided = row.integer(9) != 0;
    head.conflicts = row.integer(10);
    head.changedMs = row.integer(11);
    return head;
}

Result<Report> RecordReader::report(const RecordId& id)
{
    SB_TRY_ASSIGN(Statement statement, m_database.prepare("SELECT version,body FROM reports WHERE record_id=?"));
    statement.bind(1, id.bytes());
    SB_TRY_ASSIGN(const bool found, statement.step());
    if (!found)
        return noSuchRecord();
    const auto version = static_cast<quint64>(statement.integer(0));
    SB_TRY_ASSIGN(const QByteArray plain,
                  m_context.keys->open(KeyClass::Clinical, m_context.sealed("reports", "body", id.bytes(), version),
                                       statement.blobView(1)));
    SB_TRY_ASSIGN(const Fields fields, Fields::decode(plain));
    SB_TRY_ASSIGN(Report report, Report::fromFields(fields));
    report.recordId = id;
    report.version = version;
    return report;
}

Result<RecordReader::ReportHead> RecordReader::reportHead(const RecordId& id)
{
    SB_TRY_ASSIGN(Statement statement,
                  m_database.prepare(
                      "SELECT record_id,version,trunk,patient,event,form,repeat,status,report_date,voided,conflicts,"
                      "changed_ms FROM reports WHERE record_id=?"));
    statement.bind(1, id.bytes());
    SB_TRY_ASSIGN(const bool found, statement.step());
    if (!found)
        return noSuchRecord();
    return readReportHead(statement);
}

Result<> RecordReader::eachReportHead(const std::function<bool(ReportHead&&)>& take)
{
    SB_TRY_ASSIGN(Statement statement,
                  m_database.prepare(
                      "SELECT record_id,version,trunk,patient,event,form,repeat,status,report_date,voided,conflicts,"
                      "changed_ms FROM reports ORDER BY changed_ms DESC"));
    for (;;) {
        SB_TRY_ASSIGN(const bool found, statement.step());
        if (!found || !take(readReportHead(statement)))
            return {};
    }
}

Result<std::optional<RecordId>> RecordReader::reportAt(const RecordId& patient, const QString& event,
                                                       const QString& form, int repeat)
{
    SB_TRY_ASSIGN(Statement statement,
                  m_database.prepare("SELECT record_id FROM reports WHERE patient=? AND event=? AND form=? "
                                     "AND repeat=? AND voided=0 LIMIT 1"));
    statement.bind(1, patient.bytes()).bind(2, event).bind(3, form).bind(4, repeat);
    SB_TRY_ASSIGN(const bool found, statement.step());
    return found ? std::optional(RecordId::fromBytes(statement.blob(0))) : std::nullopt;
}

Result<QHash<RecordId, RecordDelivery>> RecordReader::unsettled()
{
    // Own operations without the server's word, and records with contenders. `delivery.state`: OpDelivery.
    SB_TRY_ASSIGN(
        Statement statement,
        m_database.prepare(
            "SELECT j.record_id,d.state,EXISTS(SELECT 1 FROM journal k JOIN feed f ON f.op=k.id WHERE "
            "k.record_id=j.record_id) FROM journal j LEFT JOIN delivery d ON d.op=j.id LEFT JOIN feed f ON f.op=j.id "
            "WHERE j.device=? AND f.op IS NULL AND j.entity<>2"));
    statement.bind(1, m_context.device.bytes());
    QHash<RecordId, RecordDelivery> worst;
    for (;;) {
        SB_TRY_ASSIGN(const bool found, statement.step());
        if (!found)
            return worst;
        RecordDelivery state = statement.integer(2) != 0 ? RecordDelivery::ChangedSinceSync : RecordDelivery::Queued;
        if (!statement.isNull(1) && statement.integer(1) == 1)
            state = RecordDelivery::Sending;
        if (!statement.isNull(1) && statement.integer(1) == 5)
            state = RecordDelivery::Quarantined;
        const RecordId record = RecordId::fromBytes(statement.blob(0));
        RecordDelivery& present = worst[record];
        present = std::max(present, state);
    }
}

} // namespace sitebook
