// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/patient.h"
#include "core/model/report.h"
#include "core/study/definition.h"

#include <QDate>
#include <QHash>

namespace sitebook {

// Safe Harbour (45 CFR 164.514(b)(2)) as far as a study record goes: no name, no identifiers of other systems, years
// instead of dates, no birth year for people of 90 and more on `today`. The study's own pseudonym and the site stay.
[[nodiscard]] Patient deidentified(const Patient& patient, QDate today);

// The same for reports: dates become years, free text (text items without a code list), items the study does not know,
// and ages over 89 are dropped, an originator other than "patient" too. Built once per export; then any thread.
class Deidentifier final
{
public:
    Deidentifier(const StudyDefinition& study, QDate today);
    [[nodiscard]] Patient patient(const Patient& source) const { return deidentified(source, m_today); }
    [[nodiscard]] Report report(const Report& source) const;

private:
    enum class Treatment { Keep, YearOnly, Drop, Age };
    [[nodiscard]] FieldValue treated(const FieldValue& value, Treatment treatment) const;
    QDate m_today;
    QHash<QString, Treatment> m_treatments; // by ItemOID; an item not in here is dropped
};

} // namespace sitebook
