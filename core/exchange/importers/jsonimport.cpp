// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/importers/jsonimport.h"

#include "core/exchange/importers/dataset.h"
#include "core/exchange/importers/datasetpatients.h"
#include "core/exchange/importers/datasetreports.h"
#include "core/exchange/importers/jsoncursor.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace sitebook {

namespace {

tl::unexpected<Error> unknownLayout()
{
    return fail(ErrorCode::Unsupported,
                QT_TRANSLATE_NOOP("messages",
                                  "This JSON file is neither CDISC Dataset-JSON nor an export of this program. "
                                  "Choose one of these."));
}

Result<> importDataset(const QByteArray& text, PlanBuilder& plan)
{
    SB_TRY_ASSIGN(const Dataset dataset, Dataset::open(text));
    if (DatasetPatients::recognises(dataset.head()))
        return DatasetPatients::read(dataset, plan);
    if (DatasetReports::recognises(dataset.head()))
        return DatasetReports::read(dataset, plan);
    return fail(
        ErrorCode::Unsupported,
        Message(QT_TRANSLATE_NOOP("messages",
                                  "This Dataset-JSON file holds %1. Only DM, ADSL and questionnaires are imported."),
                {dataset.head().name}));
}

QStringList strings(const QJsonArray& array)
{
    QStringList list;
    for (const QJsonValue& value : array)
        list.append(value.toString());
    return list;
}

SourcePatient patientOf(const QJsonObject& object, const QString& where)
{
    SourcePatient patient;
    patient.where = where;
    patient.identifier = object.value(field::patientId).toString();
    patient.name = object.value(field::name).toString();
    patient.dateOfBirth = object.value(field::dateOfBirth).toString();
    patient.sex = object.value(field::sex).toString();
    patient.siteId = object.value(field::siteId).toString();
    patient.status = object.value(field::status).toString();
    patient.isEnrolled = object.value(field::isEnrolled).toBool();
    patient.consentDate = object.value(field::consentDate).toString();
    patient.aliases = strings(object.value(field::aliases).toArray());
    patient.voided = object.value(field::voided).toBool();
    return patient;
}

Result<SourceReport> reportOf(const QJsonObject& object, const QString& where, const StudyDefinition& study)
{
    SourceReport report;
    report.where = where;
    report.patient = object.value(field::patientId).toString();
    report.eventOid = object.value(field::event).toString();
    const EventDef* event = study.event(report.eventOid);
    report.visit = event && !event->name.isEmpty() ? event->name : report.eventOid;
    report.formOid = object.value(field::form).toString();
    report.repeat = object.value(field::repeat).toInt(1);
    report.status = object.value(field::status).toString();
    report.reportDate = object.value(field::reportDate).toString();
    report.originator = object.value(field::originator).toString();
    report.voided = object.value(field::voided).toBool();
    SB_TRY_ASSIGN(const Fields items, Fields::fromJson(object.value(u"items").toObject()));
    for (const Fields::Entry& entry : items) {
        if (entry.value.isEmpty())
            continue;
        SourceAnswer answer{{}, entry.name, {}, entry.value.missing};
        if (entry.value.missing == MissingReason::None)
            answer.words.append(entry.value.text);
        report.answers.push_back(std::move(answer));
    }
    return report;
}

using RecordSink = std::function<Result<>(const QJsonObject&, const QString& where)>;

Result<> readList(JsonCursor& cursor, const QString& name, const RecordSink& sink)
{
    SB_TRY(cursor.enter('['));
    bool first = true;
    for (int i = 0;; ++i) {
        SB_TRY_ASSIGN(const bool another, cursor.more(']', first));
        if (!another)
            return {};
        cursor.peek();
        const qsizetype start = cursor.position();
        SB_TRY_ASSIGN(const QJsonValue record, cursor.value());
        if (!record.isObject())
            return cursor.broken(start);
        SB_TRY(sink(record.toObject(), QStringLiteral("%1[%2]").arg(name).arg(i)));
    }
}

Result<> addReport(const QJsonObject& object, const QString& where, PlanBuilder& plan)
{
    const auto report = reportOf(object, where, plan.study());
    if (report)
        return plan.addReport(*report);
    ImportFinding finding;
    finding.where = where;
    finding.patient = object.value(field::patientId).toString();
    finding.item = report.error().where;
    finding.code = u"type"_s;
    finding.message = report.error().message;
    plan.rejectRecord(std::move(finding));
    return {};
}

// Where the two lists begin; the frame of the whole file is checked on the way.
struct OwnFrame
{
    qsizetype patients = -1;
    qsizetype reports = -1;
};

Result<OwnFrame> readFrame(JsonCursor& cursor)
{
    OwnFrame frame;
    SB_TRY(cursor.enter('{'));
    bool first = true;
    for (;;) {
        SB_TRY_ASSIGN(const bool another, cursor.more('}', first));
        if (!another)
            break;
        SB_TRY_ASSIGN(const QString key, cursor.key());
        cursor.peek();
        if (key == u"patients")
            frame.patients = cursor.position();
        else if (key == u"reports")
            frame.reports = cursor.position();
        SB_TRY(cursor.raw());
    }
    if (cursor.peek() != '\0')
        return cursor.broken(cursor.position());
    return frame;
}

Result<> importOwn(const QByteArray& text, PlanBuilder& plan)
{
    JsonCursor cursor(text);
    SB_TRY_ASSIGN(const OwnFrame frame, readFrame(cursor));
    if (frame.patients < 0 && frame.reports < 0)
        return unknownLayout();
    plan.setFormat(u"JSON patients and reports"_s);
    if (frame.patients >= 0) {
        JsonCursor list(text, frame.patients);
        SB_TRY(readList(list, u"patients"_s, [&plan](const QJsonObject& object, const QString& where) {
            return plan.addPatient(patientOf(object, where));
        }));
    }
    if (frame.reports < 0)
        return {};
    JsonCursor list(text, frame.reports);
    return readList(list, u"reports"_s, [&plan](const QJsonObject& object, const QString& where) {
        return addReport(object, where, plan);
    });
}

} // namespace

Result<> importJsonText(const QByteArray& text, PlanBuilder& plan)
{
    return Dataset::recognises(text) ? importDataset(text, plan) : importOwn(text, plan);
}

} // namespace sitebook
