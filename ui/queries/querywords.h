// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/definition.h"
#include "core/workspace/queryviews.h"

#include <QCoreApplication>

namespace sitebook {

// Queries in a person's words.
class QueryWords final
{
    Q_DECLARE_TR_FUNCTIONS(QueryWords)

public:
    // "P014 · Baseline · PHQ-9"
    [[nodiscard]] static QString place(const StudyDefinition& study, const QueryRow& row);
    // The question of the item; "The whole report", "The patient".
    [[nodiscard]] static QString subject(const StudyDefinition& study, const QueryRow& row);
    [[nodiscard]] static QString age(int days); // "today", "3 days"
    [[nodiscard]] static QString stepText(QueryStep step);
    // "Asked by ines (Monitor)"
    [[nodiscard]] static QString heading(const QueryMessage& message);
    // Of a user name or a role's code; empty: "Whoever is there".
    [[nodiscard]] static QString assignee(const QString& name);
    // What a new one of this kind is called as a command: "Raise query", "Add note".
    [[nodiscard]] static QString raiseText(QueryType type);
    [[nodiscard]] static QString verification(VerificationState state);
    [[nodiscard]] static QString verificationIcon(VerificationState state);
};

} // namespace sitebook
