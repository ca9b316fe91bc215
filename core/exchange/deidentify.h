// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/patient.h"
#include "core/model/report.h"
#include "core/study/definition.h"

#include <QDate>
#include <QHash>
#include <QSet>

namespace sitebook {

// Safe Harbour (45 CFR 164.514(b)(2)) as far as a study record goes: no name, no identifiers of other systems, years
// instead of dates, no birth year for people of 90 and more on `today`. The study's own pseudonym and the site stay.
[[nodiscard]] Patient deidentified(const Patient& patient, QDate today);

// The same for reports: dates become years; free text is dropped wherever it stands: text items without a code list,
// words that are not in an item's code list, words in a number's place; so are items the study does not know, ages over
// 89, and an originator other than "patient". Built once per export; then any thread.
class Deidentifier final
{
public:
    Deidentifier(const StudyDefinition& study, QDate today);
    [[nodiscard]] Patient patient(const Patient& source) const { return deidentified(source, m_today); }
    [[nodiscard]] Report report(const Report& source) const;

private:
    enum class Treatment { Drop, YearOnly, Figure, Age, Coded };
    struct Rule
    {
        Treatment treatment = Treatment::Drop;
        QSet<QString> codes;
    };
    [[nodiscard]] static FieldValue treated(const FieldValue& value, const Rule& rule);
    QDate m_today;
    QHash<QString, Rule> m_rules; // by ItemOID; an item not in here is dropped
};

} // namespace sitebook
