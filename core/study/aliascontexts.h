// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

// What ODM has no element for stands in Alias elements with a Context of our own, so that the files stay valid against
// the CDISC schema. A Context occurs once in an element.
namespace sitebook::aliascontext {

// On Protocol: the regular expression a whole identifier must match, for example "P[0-9]{3}".
inline const QString identifierPattern = QStringLiteral("sitebook:identifier-pattern");
// On Protocol: how the n-th identifier is written, for example "P%03d". One %d or %0Nd; %% is a percent sign.
inline const QString identifierFormat = QStringLiteral("sitebook:identifier-format");
// On Protocol: how the last digit of an identifier is made: "luhn", "verhoeff" or "damm". "%c" in the format is its
// place; without it, it follows the number.
inline const QString identifierCheckDigit = QStringLiteral("sitebook:identifier-check-digit");
// On Protocol, Name "yes": no clinical data before the patient's date of consent.
inline const QString consentFirst = QStringLiteral("sitebook:consent-first");
// On the ItemDef of a computed item: the OID of a CodeList with one CodeListItem for each class of the score, its
// CodedValue "from..to" (both included), its Decode the class's name.
inline const QString scoreBands = QStringLiteral("sitebook:score-bands");
// On the ItemDef of a computed item: the highest value the score can have.
inline const QString scoreMaximum = QStringLiteral("sitebook:score-maximum");

// On FormDef and ItemDef: whether answers are verified against the source; what an item says goes before its form.
inline const QString sdv = QStringLiteral("sitebook:sdv");
inline const QString sdvRequired = QStringLiteral("required"); // any other Name, such as "not-required": it is not

// On ItemDef, CodeListItem, ItemGroupDef and StudyEventDef: a JSON object of what ODM has no place for (odmextras.h).
inline const QString more = QStringLiteral("sitebook:more");

// Not ours, but agreed between study files and importers. On FormDef: the SDTM --CAT; on CodeListItem: the word of
// --ORRES for the answer; on ItemDef: --TEST (its --TESTCD is the Name).
inline const QString sdtm = QStringLiteral("SDTM");
// On StudyEventDef: how SDTM numbers and names the visit.
inline const QString visitNum = QStringLiteral("VISITNUM");
inline const QString visit = QStringLiteral("VISIT");

} // namespace sitebook::aliascontext
