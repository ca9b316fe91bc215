// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/model/fieldnames.h"
#include "core/model/fields.h"
#include "core/model/partialdate.h"

#include <QObject>

namespace sitebook {
namespace patients {
Q_NAMESPACE

enum class Status { Screening, Enrolled, Completed, Withdrawn, ScreenFailure };
Q_ENUM_NS(Status)

} // namespace patients

using PatientStatus = patients::Status;

// A study participant. Names of the fields in operations and on the wire are the constants below; `name`,
// `dateOfBirth` and `aliases` are identities and sealed under the identifier key, everything else under the clinical
// one.
struct Patient
{
    RecordId recordId;
    quint64 version = 0;
    PatientId patientId;
    QString name;
    PartialDate dateOfBirth;
    QString sex; // "M", "F", "U" (unknown), "UNDIFFERENTIATED", or empty; CDISC code list SEX
    SiteId siteId;
    PatientStatus status = PatientStatus::Screening;
    bool isEnrolled = false;
    PartialDate consentDate;
    QStringList aliases; // identifiers of the source it was imported from
    bool voided = false;

    [[nodiscard]] Fields toFields() const;
    [[nodiscard]] static Result<Patient> fromFields(const Fields& fields);
};

// True for the fields that only the identifier key may open.
[[nodiscard]] bool isIdentifying(QStringView fieldName);

[[nodiscard]] QString statusCode(PatientStatus status); // "Screening", ...
[[nodiscard]] std::optional<PatientStatus> patientStatusFromCode(QStringView code);

} // namespace sitebook
