// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/expression.h"

// The languages of expressions a study may use, by the Context of their FormalExpression. A new one is a parser and a
// line in dialects.cpp. In a ConditionDef TRUE means "not asked", as ODM has it; where a language says when something
// IS asked, its parser turns the meaning round.
namespace sitebook::dialect {

inline const QString sitebook = QStringLiteral("sitebook");
inline const QString redcapBranching = QStringLiteral("REDCap BranchingLogic"); // TRUE: asked
inline const QString redcapCalculation = QStringLiteral("REDCap Calculation");
inline const QString xformsRelevant = QStringLiteral("XForms relevant"); // TRUE: asked
inline const QString xforms = QStringLiteral("XForms");                  // calculate, constraint, required
inline const QString openEdc = QStringLiteral("OpenEDC");
inline const QString odmXpath = QStringLiteral("XPath"); // over ItemData of the same section
// Kept and shown, not run: their items are to be checked by hand.
inline const QString fhirPath = QStringLiteral("FHIRPath"); // in a ConditionDef TRUE: asked
// An enableWhen that could not be said in our own language: "question operator answer" for each. TRUE: asked.
inline const QString fhirEnableWhen = QStringLiteral("FHIR enableWhen");
// XForms' own, but in a repeat and over all its rows. In a ConditionDef of relevance TRUE: asked.
inline const QString xformsRows = QStringLiteral("XForms over rows");
// A regular expression that is none here.
inline const QString fhirRegex = QStringLiteral("FHIR regex");

} // namespace sitebook::dialect

namespace sitebook {

// The first of these that a parser here can read; else the first one's error, Unsupported where no Context is known.
[[nodiscard]] Result<Expression> parseFormal(const std::vector<FormalExpression>& expressions);
[[nodiscard]] bool isKnownContext(QStringView context);

} // namespace sitebook
