// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/report.h"

#include <QMetaEnum>

namespace sitebook {

Fields Report::toFields() const
{
    Fields fields;
    fields.reserve(items.size() + 8);
    fields.set(field::event, eventOid);
    fields.set(field::form, formOid);
    for (const Fields::Entry& item : items)
        fields.set(QString(field::itemPrefix + item.name), item.value);
    if (!originator.isEmpty())
        fields.set(field::originator, originator);
    fields.set(field::patient, patient.toString());
    fields.set(field::repeat, QString::number(repeat));
    if (!reportDate.isEmpty())
        fields.set(field::reportDate, reportDate);
    fields.set(field::status, statusCode(status));
    if (!statusBefore.isEmpty())
        fields.set(field::statusBefore, statusBefore);
    if (voided)
        fields.set(field::voided, QStringLiteral("true"));
    for (const Fields::Entry& item : verified)
        fields.set(QString(field::verifiedPrefix + item.name), item.value);
    return fields;
}

Result<Report> Report::fromFields(const Fields& fields)
{
    Report report;
    report.items.reserve(fields.size());
    for (const Fields::Entry& entry : fields)
        if (entry.name.startsWith(field::itemPrefix))
            report.items.set(entry.name.mid(field::itemPrefix.size()), entry.value);
        else if (entry.name.startsWith(field::verifiedPrefix))
            report.verified.set(entry.name.mid(field::verifiedPrefix.size()), entry.value);
    report.statusBefore = fields.text(field::statusBefore);
    report.eventOid = fields.text(field::event);
    report.formOid = fields.text(field::form);
    report.originator = fields.text(field::originator);
    report.reportDate = fields.text(field::reportDate);
    report.patient = RecordId::fromString(fields.text(field::patient));
    if (report.patient.isNull())
        return fail(ErrorCode::Invalid, QT_TRANSLATE_NOOP("messages", "A report must name its patient."),
                    field::patient);
    bool numeric = false;
    report.repeat = fields.text(field::repeat).toInt(&numeric);
    if (!numeric || report.repeat < 1)
        return fail(ErrorCode::Invalid, QT_TRANSLATE_NOOP("messages", "The repeat number must be 1 or more."),
                    field::repeat);
    const auto status = reportStatusFromCode(fields.text(field::status));
    if (!status)
        return fail(ErrorCode::Invalid, QT_TRANSLATE_NOOP("messages", "This report status is not known."),
                    field::status);
    report.status = *status;
    report.voided = fields.text(field::voided) == u"true";
    return report;
}

QString statusCode(ReportStatus status)
{
    return QString::fromLatin1(QMetaEnum::fromType<ReportStatus>().valueToKey(static_cast<int>(status)));
}

std::optional<ReportStatus> reportStatusFromCode(QStringView code)
{
    bool known = false;
    const int value = QMetaEnum::fromType<ReportStatus>().keyToValue(code.toLatin1().constData(), &known);
    return known ? std::optional(static_cast<ReportStatus>(value)) : std::nullopt;
}

QString deliveryCode(DeliveryState state)
{
    switch (state) {
    case DeliveryState::Draft:
        return QStringLiteral("draft");
    case DeliveryState::ReadyToSend:
        return QStringLiteral("ready_to_send");
    case DeliveryState::Uploading:
        return QStringLiteral("uploading");
    case DeliveryState::Synced:
        return QStringLiteral("synced");
    case DeliveryState::ChangedSinceSync:
        return QStringLiteral("changed_since_sync");
    case DeliveryState::Conflict:
        return QStringLiteral("conflict");
    case DeliveryState::Quarantined:
        return QStringLiteral("quarantined");
    }
    return {};
}

} // namespace sitebook
