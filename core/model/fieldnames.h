// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

// Names of fields in operations and on the wire.
namespace sitebook::field {

// Every kind of record
inline const QString status = QStringLiteral("status");
inline const QString voided = QStringLiteral("voided");

// Patient
inline const QString patientId = QStringLiteral("patientId");
inline const QString name = QStringLiteral("name");
inline const QString dateOfBirth = QStringLiteral("dateOfBirth");
inline const QString sex = QStringLiteral("sex");
inline const QString siteId = QStringLiteral("siteId");
inline const QString isEnrolled = QStringLiteral("isEnrolled");
inline const QString consentDate = QStringLiteral("consentDate");
inline const QString aliases = QStringLiteral("aliases");

// What belongs to a patient
inline const QString patient = QStringLiteral("patient");

// Report; items are named itemPrefix + ItemOID
inline const QString form = QStringLiteral("form");
inline const QString event = QStringLiteral("event");
inline const QString repeat = QStringLiteral("repeat");
inline const QString originator = QStringLiteral("originator");
inline const QString reportDate = QStringLiteral("reportDate");
inline const QString itemPrefix = QStringLiteral("item/");
inline const QString verifiedPrefix = QStringLiteral("verified/");  // + ItemOID: what was found in the source
inline const QString statusBefore = QStringLiteral("statusBefore"); // of a locked report: what unlocking gives back

// Visit; `event` and `repeat` as above
inline const QString visitDate = QStringLiteral("visitDate");

// Query; each message is a field of its own, so that two people who write at once do not dispute one
inline const QString report = QStringLiteral("report");
inline const QString item = QStringLiteral("item");
inline const QString queryType = QStringLiteral("type");
inline const QString assignee = QStringLiteral("assignee");
inline const QString raisedAt = QStringLiteral("raisedAt");
inline const QString check = QStringLiteral("check");
inline const QString messagePrefix = QStringLiteral("message/");

} // namespace sitebook::field
