// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/definition.h"
#include "core/study/why.h"

class QWidget;

namespace sitebook {

// A question of a form with the study's rules about it.
struct WhyEntry
{
    QString itemOid;
    std::vector<WhyLine> lines;
};

// What a rule says now, in one sentence; then the rule as the study writes it; then the values it sees.
[[nodiscard]] QString outcomeSentence(const WhyLine& line);
[[nodiscard]] QString operandsSentence(const WhyLine& line, const StudyDefinition& study, const QString& language);

// Opens the answer to "why is this question hidden, required, flagged or computed?". Deletes itself when closed.
void openWhyDialog(QWidget* parent, const StudyDefinition& study, const QString& language,
                   const std::vector<WhyEntry>& entries);

} // namespace sitebook
