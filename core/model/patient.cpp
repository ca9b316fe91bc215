// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/patient.h"

#include <QMetaEnum>

namespace sitebook {

namespace {

Result<PartialDate> dateField(const Fields& fields, const QString& name)
{
    const QString text = fields.text(name);
    if (text.isEmpty())
        return PartialDate();
    auto date = PartialDate::parse(text);
    if (!date)
        return fail(date.error().code, date.error().message, name);
    return date;
}

} // namespace

Fields Patient::toFields() const
{
    Fields fields;
    fields.reserve(9);
    if (!aliases.isEmpty())
        fields.set(field::aliases, aliases.join(u'\n'));
    fields.set(field::consentDate, consentDate.toString());
    fields.set(field::dateOfBirth, dateOfBirth.toString());
    fields.set(field::isEnrolled, isEnrolled ? QStringLiteral("true") : QStringLiteral("false"));
    fields.set(field::name, name);
    fields.set(field::patientId, patientId.toString());
    fields.set(field::sex, sex);
    fields.set(field::siteId, siteId.toString());
    fields.set(field::status, statusCode(status));
    if (voided)
        fields.set(field::voided, QStringLiteral("true"));
    return fields;
}

Result<Patient> Patient::fromFields(const Fields& fields)
{
    Patient patient;
    patient.patientId = PatientId(fields.text(field::patientId));
    patient.name = fields.text(field::name);
    SB_TRY_ASSIGN(patient.dateOfBirth, dateField(fields, field::dateOfBirth));
    SB_TRY_ASSIGN(patient.consentDate, dateField(fields, field::consentDate));
    patient.sex = fields.text(field::sex);
    patient.siteId = SiteId(fields.text(field::siteId));
    const QString status = fields.text(field::status);
    const auto known = status.isEmpty() ? PatientStatus::Screening : patientStatusFromCode(status);
    if (!known)
        return fail(ErrorCode::Invalid, QT_TRANSLATE_NOOP("messages", "This patient status is not known."),
                    field::status);
    patient.status = *known;
    patient.isEnrolled = fields.text(field::isEnrolled) == u"true";
    const QString aliases = fields.text(field::aliases);
    if (!aliases.isEmpty())
        patient.aliases = aliases.split(u'\n');
    patient.voided = fields.text(field::voided) == u"true";
    return patient;
}

bool isIdentifying(QStringView fieldName)
{
    return fieldName == field::name || fieldName == field::dateOfBirth || fieldName == field::aliases;
}

QString statusCode(PatientStatus status)
{
    return QString::fromLatin1(QMetaEnum::fromType<PatientStatus>().valueToKey(static_cast<int>(status)));
}

std::optional<PatientStatus> patientStatusFromCode(QStringView code)
{
    bool known = false;
    const int value = QMetaEnum::fromType<PatientStatus>().keyToValue(code.toLatin1().constData(), &known);
    return known ? std::optional(static_cast<PatientStatus>(value)) : std::nullopt;
}

} // namespace sitebook
