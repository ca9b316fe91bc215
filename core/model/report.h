// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/ids.h"
#include "core/model/fieldnames.h"
#include "core/model/fields.h"

#include <QObject>

namespace sitebook {
namespace reports {
Q_NAMESPACE

// REDCap's words, the most widely known, and what signing and locking add.
enum class Status { NotStarted, Incomplete, Unverified, Complete, Signed, Locked };
Q_ENUM_NS(Status)

// Where a record stands on its way to the server; the most urgent of its operations decides.
enum class Delivery { Draft, ReadyToSend, Uploading, Synced, ChangedSinceSync, Conflict, Quarantined };
Q_ENUM_NS(Delivery)

} // namespace reports

using ReportStatus = reports::Status;
using DeliveryState = reports::Delivery;

// One filled form of one patient at one visit (and repeat). In operations the items are fields named "item/<ItemOID>";
// the rest are the constants below.
struct Report
{
    RecordId recordId;
    quint64 version = 0;
    RecordId patient;
    QString formOid;
    QString eventOid;
    int repeat = 1;
    ReportStatus status = ReportStatus::Incomplete;
    QString originator; // who gave the answers, when not the user: "patient", an import's source; may be empty
    QString reportDate; // date of the visit or of the finding, ISO, may be empty
    Fields items;       // by ItemOID, without prefix; computed scores included
    bool voided = false;
    Fields verified;      // by ItemOID: the value as it was found in the source (verification.h)
    QString statusBefore; // of a locked one

    [[nodiscard]] Fields toFields() const;
    [[nodiscard]] static Result<Report> fromFields(const Fields& fields);
};

[[nodiscard]] QString statusCode(ReportStatus status); // "Incomplete", ...
[[nodiscard]] std::optional<ReportStatus> reportStatusFromCode(QStringView code);
[[nodiscard]] QString deliveryCode(DeliveryState state); // "ready_to_send", ...

} // namespace sitebook
