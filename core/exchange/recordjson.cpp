// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/recordjson.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace sitebook {

QJsonObject patientJson(const Patient& patient)
{
    QJsonObject object{{field::patientId, patient.patientId.toString()},
                       {field::name, patient.name},
                       {field::dateOfBirth, patient.dateOfBirth.toString()},
                       {field::sex, patient.sex},
                       {field::siteId, patient.siteId.toString()},
                       {field::status, statusCode(patient.status)},
                       {field::isEnrolled, patient.isEnrolled},
                       {field::consentDate, patient.consentDate.toString()},
                       {field::aliases, QJsonArray::fromStringList(patient.aliases)}};
    if (patient.voided)
        object.insert(field::voided, true);
    return object;
}

QJsonObject reportJson(const Report& report, const PatientId& patient)
{
    QJsonObject object{{field::patientId, patient.toString()},
                       {field::event, report.eventOid},
                       {field::form, report.formOid},
                       {field::repeat, report.repeat},
                       {field::status, statusCode(report.status)},
                       {field::reportDate, report.reportDate},
                       {field::originator, report.originator},
                       {u"items"_s, report.items.toJson()}};
    if (report.voided)
        object.insert(field::voided, true);
    return object;
}

} // namespace sitebook
