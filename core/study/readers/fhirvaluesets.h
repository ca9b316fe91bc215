// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/readers/fhirchoices.h"

namespace sitebook {

// The value sets and code systems that lie in the file: contained in the Questionnaire, or beside it in a Bundle.
class FhirValueSets final
{
public:
    // `questionnaire`: its contained resources; `bundle`: null, or the Bundle it lies in.
    FhirValueSets(FhirSource& source, const json::Value& questionnaire, const json::Value* bundle);

    // "#id", or a url with or without "|version"; null when it is not in the file.
    [[nodiscard]] const json::Value* find(const QString& reference);
    // Adds the answers of a set, with those of the sets it takes in; each set once, however they refer to each other.
    void addTo(FhirChoices& choices, const json::Value& set, const QString& path);
    // Contained resources that no item has asked for.
    void reportUnused(const json::Value& questionnaire);

private:
    void learn(const json::Value& resource, const QString& id);
    void addSet(FhirChoices& choices, const json::Value& set, const QString& path);
    void addInclude(FhirChoices& choices, const json::Value& include, const QString& path);
    void addExpansion(FhirChoices& choices, const json::Value& holder, const QString& path, int depth);
    void addConcepts(FhirChoices& choices, const json::Value& holder, const QString& system, const QString& path,
                     int depth);
    void exclude(FhirChoices& choices, const json::Value& compose, const QString& path);

    FhirSource& m_source;
    QHash<QString, const json::Value*> m_sets;    // by "#id" and by url
    QHash<QString, const json::Value*> m_systems; // by url
    QSet<const json::Value*> m_used;
    QSet<const json::Value*> m_inside; // sets the present one consists of so far
};

} // namespace sitebook
