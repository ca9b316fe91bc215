// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

// Names of fields in operations and on the wire.
namespace sitebook::field {

// Both entities
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

// Report; items are named itemPrefix + ItemOID
inline const QString patient = QStringLiteral("patient");
inline const QString form = QStringLiteral("form");
inline const QString event = QStringLiteral("event");
inline const QString repeat = QStringLiteral("repeat");
inline const QString originator = QStringLiteral("originator");
inline const QString reportDate = QStringLiteral("reportDate");
inline const QString itemPrefix = QStringLiteral("item/");

} // namespace sitebook::field
