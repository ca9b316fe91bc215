// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/definition.h"

namespace sitebook {

// What a rule of the study is about.
enum class RuleKind { Visibility, Required, Computation, Check };

// One rule of an item, with the values it sees at this moment: the answer to "why is this so?".
struct WhyLine
{
    struct Operand
    {
        QString itemOid;
        QString value; // as stored; empty: no value, or a missing reason
        friend bool operator==(const Operand&, const Operand&) = default;
    };
    // Visibility: NotAsked / Asked. Required: Needed / NotNeeded. Computation: Computed. Check: Passed / Failed.
    // CannotTell: a value the rule needs is missing. ByHand: the rule cannot be run here.
    enum class Outcome { Asked, NotAsked, Needed, NotNeeded, Computed, Passed, Failed, CannotTell, ByHand };

    RuleKind kind = RuleKind::Visibility;
    Outcome outcome = Outcome::CannotTell;
    QString name;    // the study's own name of the rule; may be empty
    QString rule;    // as the study writes it
    QString context; // the language of `rule`
    std::vector<Operand> operands;
    QString result; // of a computation
};

} // namespace sitebook
