// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/visit.h"

#include <QMetaEnum>

namespace sitebook {

Fields Visit::toFields() const
{
    Fields fields;
    fields.set(field::event, eventOid);
    fields.set(field::patient, patient.toString());
    fields.set(field::repeat, QString::number(repeat));
    fields.set(field::status, statusCode(status));
    if (!date.isEmpty())
        fields.set(field::visitDate, date);
    if (voided)
        fields.set(field::voided, QStringLiteral("true"));
    return fields;
}

Result<Visit> Visit::fromFields(const Fields& fields)
{
    Visit visit;
    visit.patient = RecordId::fromString(fields.text(field::patient));
    if (visit.patient.isNull())
        return fail(ErrorCode::Invalid, QT_TRANSLATE_NOOP("messages", "A visit must name its patient."),
                    field::patient);
    visit.eventOid = fields.text(field::event);
    if (visit.eventOid.isEmpty())
        return fail(ErrorCode::Invalid, QT_TRANSLATE_NOOP("messages", "A visit must name its study event."),
                    field::event);
    bool numeric = false;
    visit.repeat = fields.text(field::repeat).toInt(&numeric);
    if (!numeric || visit.repeat < 1)
        return fail(ErrorCode::Invalid, QT_TRANSLATE_NOOP("messages", "The repeat number must be 1 or more."),
                    field::repeat);
    const auto status = visitStatusFromCode(fields.text(field::status));
    if (!status)
        return fail(ErrorCode::Invalid, QT_TRANSLATE_NOOP("messages", "This visit status is not known."),
                    field::status);
    visit.status = *status;
    visit.date = fields.text(field::visitDate);
    visit.voided = fields.text(field::voided) == u"true";
    return visit;
}

QString statusCode(VisitStatus status)
{
    return QString::fromLatin1(QMetaEnum::fromType<VisitStatus>().valueToKey(static_cast<int>(status)));
}

std::optional<VisitStatus> visitStatusFromCode(QStringView code)
{
    bool known = false;
    const int value = QMetaEnum::fromType<VisitStatus>().keyToValue(code.toLatin1().constData(), &known);
    return known ? std::optional(static_cast<VisitStatus>(value)) : std::nullopt;
}

} // namespace sitebook
