// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/views.h"

namespace sitebook {

// How much two people look like one. Names count by what they are made of, in any order, without case and accents.
enum class NameLikeness { Different, Part, Similar, Same }; // Part: two names or more of one are those of the other
enum class BirthLikeness { Different, Unknown, Compatible, OneSlip, DayMonthExchanged, Same };

[[nodiscard]] NameLikeness nameLikeness(const QString& a, const QString& b);
// OneSlip: one digit is another, or two neighbours are exchanged. Compatible: what both know is the same, the year
// among it.
[[nodiscard]] BirthLikeness birthLikeness(const PartialDate& a, const PartialDate& b);

struct Likeness
{
    const PatientRow* patient = nullptr; // of the list that was asked
    NameLikeness name = NameLikeness::Different;
    BirthLikeness birth = BirthLikeness::Different;
    int score = 0; // 75 and more is worth a look; see likeness.cpp
};

// Patients who are probably the one being typed, the most alike first. Nobody before a name and a year of birth are
// known. Quick enough for every field of a form (1,000,000 patients). Voided ones are not in a list.
[[nodiscard]] std::vector<Likeness> likePatients(const PatientList& list, const Patient& typed, size_t most);

} // namespace sitebook
