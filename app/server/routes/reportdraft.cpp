// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/routes/reportdraft.h"

#include "core/api/strictjson.h"
#include "core/model/report.h"

#include <QJsonDocument>

namespace sitebook::server {

using namespace Qt::StringLiterals;

namespace {

constexpr int repeatLimit = 10'000;

tl::unexpected<Error> wrongField(const QString& field)
{
    return fail(ErrorCode::Protocol, QT_TRANSLATE_NOOP("messages", "A value is missing or has the wrong type."), field);
}

Result<QString> text(const QJsonObject& object, const QString& key)
{
    const QJsonValue value = object.value(key);
    if (!value.isString() || value.toString().isEmpty())
        return wrongField(key);
    return value.toString();
}

Result<FieldValue> answerOf(const QJsonValue& value, const QString& name)
{
    if (value.isString())
        return FieldValue(value.toString());
    if (value.isDouble()) {
        const qint64 whole = value.toInteger(std::numeric_limits<qint64>::min());
        if (whole == std::numeric_limits<qint64>::min())
            return fail(
                ErrorCode::Invalid,
                QT_TRANSLATE_NOOP("messages", "Send a decimal number as text, so that it is kept as it was typed."),
                name);
        return FieldValue(QString::number(whole));
    }
    const auto reason = missingFromCode(value.toObject().value(u"missing"_s).toString());
    if (!value.isObject() || !reason || *reason == MissingReason::None)
        return fail(ErrorCode::Invalid,
                    QT_TRANSLATE_NOOP("messages", "A value must be a text or a missing reason (ND, NA, UNK, BLANK)."),
                    name);
    return FieldValue(*reason);
}

Result<Fields> answersOf(const StudyForms::Form& form, const QJsonObject& items)
{
    Fields answers;
    answers.reserve(static_cast<size_t>(items.size()) + 2);
    for (auto it = items.begin(); it != items.end(); ++it) {
        const auto oid = form.itemOids.constFind(it.key());
        if (oid == form.itemOids.constEnd())
            return fail(ErrorCode::Invalid, QT_TRANSLATE_NOOP("messages", "The form has no such item."), it.key());
        SB_TRY_ASSIGN(FieldValue answer, answerOf(it.value(), it.key()));
        answers.set(*oid, std::move(answer));
    }
    return answers;
}

// Required answers may still come; anything else a check calls an error does not get in.
Result<> checkFindings(const FormEvaluation& evaluation)
{
    for (const Finding& finding : evaluation.findings)
        if (finding.severity == Severity::Error && finding.code != "required"_L1)
            return fail(ErrorCode::Invalid, finding.message, finding.field);
    return {};
}

Result<> readFrame(const QJsonObject& object, const StudyForms& forms, const StudyForms::Form*& form, Report& report)
{
    SB_TRY_ASSIGN(report.formOid, text(object, field::form));
    SB_TRY_ASSIGN(report.eventOid, text(object, field::event));
    form = forms.find(report.formOid);
    if (form == nullptr)
        return fail(ErrorCode::Invalid, QT_TRANSLATE_NOOP("messages", "The study has no such form."), field::form);
    if (!form->events.contains(report.eventOid))
        return fail(ErrorCode::Invalid, QT_TRANSLATE_NOOP("messages", "The form does not belong to this visit."),
                    field::event);
    const QJsonValue repeat = object.value(field::repeat);
    report.repeat = repeat.isUndefined() ? 1 : static_cast<int>(repeat.toInteger(0));
    if (report.repeat < 1 || report.repeat > repeatLimit)
        return fail(ErrorCode::Invalid, QT_TRANSLATE_NOOP("messages", "The repeat number must be 1 or more."),
                    field::repeat);
    const QJsonValue date = object.value(field::reportDate);
    if (!date.isUndefined() && !date.isString())
        return wrongField(field::reportDate);
    report.reportDate = date.toString();
    // Nearly all are whole dates, which Qt checks faster than the parser of all forms.
    if (!report.reportDate.isEmpty() && !QDate::fromString(report.reportDate, Qt::ISODate).isValid())
        if (const auto parsed = PartialDate::parse(report.reportDate); !parsed)
            return fail(ErrorCode::Invalid, parsed.error().message, field::reportDate);
    return {};
}

Operation operationOf(const Services& services, const Claims& claims, const StudyForms::Form& form,
                      const Report& report)
{
    Operation op;
    op.opId = OpId::create();
    op.type = OpType::Create;
    op.entity = Entity::Report;
    op.recordId = report.recordId;
    op.set = report.toFields();
    op.user = claims.user;
    op.role = claims.role;
    op.capturedAt = services.clock.now();
    op.clockQuality = ClockQuality::Verified; // the server's own clock
    op.schema = form.schema;
    return op;
}

} // namespace

Result<ReportDraft> draftReport(const Services& services, const Claims& claims, std::string_view json)
{
    SB_TRY(api::checkJson(json));
    const QJsonDocument document =
        QJsonDocument::fromJson(QByteArray::fromRawData(json.data(), static_cast<qsizetype>(json.size())));
    if (!document.isObject())
        return fail(ErrorCode::Protocol, QT_TRANSLATE_NOOP("messages", "The text must be a JSON object."));
    const QJsonObject object = document.object();
    Report report;
    SB_TRY_ASSIGN(const QString reportId, text(object, u"reportId"_s));
    report.recordId = RecordId::fromString(reportId);
    if (report.recordId.isNull())
        return fail(ErrorCode::Invalid, QT_TRANSLATE_NOOP("messages", "The report id must be a UUID."), u"reportId"_s);
    SB_TRY_ASSIGN(const QString patientId, text(object, field::patientId));
    const StudyForms::Form* form = nullptr;
    SB_TRY(readFrame(object, services.forms, form, report));
    if (!object.value(u"items"_s).isObject())
        return wrongField(u"items"_s);
    SB_TRY_ASSIGN(const Fields answers, answersOf(*form, object.value(u"items"_s).toObject()));
    const FormEvaluation evaluation = form->checker.evaluate(answers);
    SB_TRY(checkFindings(evaluation));
    report.items = form->checker.normalised(answers, evaluation);
    report.status = form->checker.statusOf(answers, evaluation);
    report.originator = u"patient"_s;
    return ReportDraft{operationOf(services, claims, *form, report), patientId};
}

} // namespace sitebook::server
