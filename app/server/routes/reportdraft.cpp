// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/routes/reportdraft.h"

#include "core/model/report.h"
#include "core/text/strictjson.h"

#include <cmath>

namespace sitebook::server {

using namespace Qt::StringLiterals;
using json::find;
using json::textOf;
using json::viewOf;

namespace {

constexpr int repeatLimit = 10'000;

tl::unexpected<Error> wrongField(const char* key)
{
    return fail(ErrorCode::Protocol, QT_TRANSLATE_NOOP("messages", "A value is missing or has the wrong type."),
                QString::fromLatin1(key));
}

Result<QString> text(const json::Value& object, const char* key)
{
    const json::Value* value = find(object, key);
    if (value == nullptr || !value->IsString() || value->GetStringLength() == 0)
        return wrongField(key);
    return textOf(*value);
}

// 2 and 2.0 are whole.
std::optional<qint64> wholeNumber(const json::Value& value)
{
    constexpr double exact = 9007199254740992.0; // 2^53
    if (value.IsInt64())
        return value.GetInt64();
    if (value.IsDouble() && std::abs(value.GetDouble()) <= exact && std::floor(value.GetDouble()) == value.GetDouble())
        return static_cast<qint64>(value.GetDouble());
    return std::nullopt;
}

Result<FieldValue> answerOf(const json::Value& value, const json::Value& name)
{
    if (value.IsString())
        return FieldValue(textOf(value));
    if (value.IsNumber()) {
        const auto whole = wholeNumber(value);
        if (!whole)
            return fail(
                ErrorCode::Invalid,
                QT_TRANSLATE_NOOP("messages", "Send a decimal number as text, so that it is kept as it was typed."),
                textOf(name));
        return FieldValue(QString::number(*whole));
    }
    const json::Value* code = find(value, "missing");
    const auto reason = code != nullptr && code->IsString() ? missingFromCode(textOf(*code)) : std::nullopt;
    if (!reason || *reason == MissingReason::None)
        return fail(ErrorCode::Invalid,
                    QT_TRANSLATE_NOOP("messages", "A value must be a text or a missing reason (ND, NA, UNK, BLANK)."),
                    textOf(name));
    return FieldValue(*reason);
}

Result<Fields> answersOf(const StudyForms::Form& form, const json::Value& items)
{
    Fields answers;
    answers.reserve(static_cast<size_t>(items.MemberCount()) + 2);
    for (const auto& [name, value] : items.GetObject()) {
        const QString* oid = form.itemNamed(viewOf(name));
        if (oid == nullptr)
            return fail(ErrorCode::Invalid, QT_TRANSLATE_NOOP("messages", "The form has no such item."), textOf(name));
        SB_TRY_ASSIGN(FieldValue answer, answerOf(value, name));
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

Result<> readDate(const json::Value& object, Report& report)
{
    const json::Value* date = find(object, "reportDate");
    if (date == nullptr)
        return {};
    if (!date->IsString())
        return wrongField("reportDate");
    report.reportDate = textOf(*date);
    if (report.reportDate.isEmpty())
        return {};
    if (const auto parsed = PartialDate::parse(report.reportDate); !parsed)
        return fail(ErrorCode::Invalid, parsed.error().message, field::reportDate);
    return {};
}

Result<> readFrame(const json::Value& object, const StudyForms& forms, const StudyForms::Form*& form, Report& report)
{
    SB_TRY_ASSIGN(report.formOid, text(object, "form"));
    SB_TRY_ASSIGN(report.eventOid, text(object, "event"));
    form = forms.find(report.formOid);
    if (form == nullptr)
        return fail(ErrorCode::Invalid, QT_TRANSLATE_NOOP("messages", "The study has no such form."), field::form);
    if (!form->events.contains(report.eventOid))
        return fail(ErrorCode::Invalid, QT_TRANSLATE_NOOP("messages", "The form does not belong to this visit."),
                    field::event);
    const json::Value* repeat = find(object, "repeat");
    const qint64 number = repeat == nullptr ? 1 : wholeNumber(*repeat).value_or(0);
    if (number < 1 || number > repeatLimit)
        return fail(ErrorCode::Invalid, QT_TRANSLATE_NOOP("messages", "The repeat number must be 1 or more."),
                    field::repeat);
    report.repeat = static_cast<int>(number);
    return readDate(object, report);
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
    json::Document object;
    SB_TRY(json::read(json, object));
    if (!object.IsObject())
        return fail(ErrorCode::Protocol, QT_TRANSLATE_NOOP("messages", "The text must be a JSON object."));
    Report report;
    SB_TRY_ASSIGN(const QString reportId, text(object, "reportId"));
    report.recordId = RecordId::fromString(reportId);
    if (report.recordId.isNull())
        return fail(ErrorCode::Invalid, QT_TRANSLATE_NOOP("messages", "The report id must be a UUID."), u"reportId"_s);
    SB_TRY_ASSIGN(const QString patientId, text(object, "patientId"));
    const StudyForms::Form* form = nullptr;
    SB_TRY(readFrame(object, services.forms, form, report));
    const json::Value* items = find(object, "items");
    if (items == nullptr || !items->IsObject())
        return wrongField("items");
    SB_TRY_ASSIGN(const Fields answers, answersOf(*form, *items));
    const FormEvaluation evaluation = form->checker.evaluate(answers);
    SB_TRY(checkFindings(evaluation));
    report.items = form->checker.normalised(answers, evaluation);
    report.status = form->checker.statusOf(answers, evaluation);
    report.originator = u"patient"_s;
    return ReportDraft{operationOf(services, claims, *form, report), patientId};
}

} // namespace sitebook::server
