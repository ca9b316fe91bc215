// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/readers/fhircomparison.h"

namespace sitebook {

using FhirQuestions = QHash<QString, FhirQuestion>; // by linkId

// When something is NOT asked: a rule in our language, and the OID of a condition that is kept and cannot be run. Both
// may be empty.
struct FhirHidden
{
    QString known;
    QString byHand;
    [[nodiscard]] FhirHidden with(const FhirHidden& other) const;
};

// The conditions of a Questionnaire: its enableWhen in our own language, its expressions as they are.
class FhirConditions final
{
public:
    FhirConditions(FhirSource& source, StudyDefinition& study, const FhirQuestions& questions, FhirOptions& options)
        : m_source(source)
        , m_study(study)
        , m_questions(questions)
        , m_options(options)
    {
    }

    // When the item is not asked, by what it says itself.
    [[nodiscard]] FhirHidden ownOf(const json::Value& item, const QString& oid, const QString& path);
    // The OID of a condition for a section, and for an item in it; empty where there is none. A section's rule that can
    // be run is left to the section, one that cannot be run makes all its items "check by hand".
    [[nodiscard]] QString ofSection(const FhirHidden& section, const QString& oid);
    [[nodiscard]] QString ofItem(const FhirHidden& section, const FhirHidden& item, const QString& oid,
                                 const QString& path);
    // What stands in a group or under a question depends on what that depends on.
    void standsIn(const QString& oid, const QString& holder) { m_uses[oid].append(holder); }
    // Reports the items whose conditions lead back to themselves, and marks their conditions.
    void markCircles();
    // Keeps a condition that is not run.
    QString keep(const QString& oid, const FormalExpression& expression);

private:
    [[nodiscard]] QString textOf(const json::Value& when, const QString& oid, const QString& path);
    [[nodiscard]] QString known(const QString& text, const QString& oid, const QString& path);
    QString add(const QString& oid, const FormalExpression& expression);

    FhirSource& m_source;
    StudyDefinition& m_study;
    const FhirQuestions& m_questions;
    FhirOptions& m_options;
    QHash<QString, QStringList> m_uses;  // OID -> OIDs its conditions look at
    QHash<QString, QString> m_paths;     // of items with an enableWhen
    QHash<QString, size_t> m_conditions; // OID of a condition -> its place
    QHash<QString, QString> m_byText;    // a rule that many share -> OID of its condition
    QHash<QString, QString> m_ruleOf;    // OID of an item -> that of its condition
    qsizetype m_written = 0;             // letters of all rules
};

} // namespace sitebook
