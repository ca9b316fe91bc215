// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/model/fieldnames.h"
#include "core/model/fields.h"

#include <QObject>

namespace sitebook {
namespace visits {
Q_NAMESPACE

// What a person says of a visit. Whether it is due or overdue is not stored: the schedule tells it from dates.
enum class Status { Planned, Occurred, Skipped, DidNotOccur };
Q_ENUM_NS(Status)

} // namespace visits

using VisitStatus = visits::Status;

// One visit of one patient (a study event and its repeat) as far as a person has said something of it: when it took
// place or is planned, or that it did not.
struct Visit
{
    RecordId recordId;
    quint64 version = 0;
    RecordId patient;
    QString eventOid;
    int repeat = 1;
    VisitStatus status = VisitStatus::Occurred;
    QString date; // ISO; the day it took place or is planned for; empty when it did not occur
    bool voided = false;

    [[nodiscard]] Fields toFields() const;
    // Errors: Invalid, `where` the field.
    [[nodiscard]] static Result<Visit> fromFields(const Fields& fields);
};

[[nodiscard]] QString statusCode(VisitStatus status); // "DidNotOccur", ...
[[nodiscard]] std::optional<VisitStatus> visitStatusFromCode(QStringView code);

} // namespace sitebook
