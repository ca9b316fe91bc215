// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/readers/fhirvaluesets.h"

namespace sitebook {

// The answers the items of a Questionnaire offer, as code lists of the study. Items that offer the same share one.
class FhirOptions final
{
public:
    FhirOptions(FhirSource& source, FhirValueSets& sets, StudyDefinition& study)
        : m_source(source)
        , m_sets(sets)
        , m_study(study)
    {
    }

    struct Offer
    {
        int list = -1;         // its place in the study's code lists; -1: nothing that can be offered
        bool outside = false;  // the answers are listed somewhere else
        QStringList selected;  // codes that are chosen at first
        QStringList exclusive; // codes that go with no other
    };
    // What an item offers: its answerOption, and its answerValueSet where that is in the file.
    [[nodiscard]] Offer read(const json::Value& item, const QString& oid, const QString& path);

    // What is stored for a coding that an item with this list was answered with: by its code, or by its display where
    // it has no code. Empty when the list has no such answer.
    [[nodiscard]] QString codeOf(int list, const json::Value& coding);
    [[nodiscard]] bool offers(int list, const QString& code);

private:
    // Answers by "c" and their code (with and without a system before it) or "d" and their display.
    using Index = QHash<QString, std::vector<size_t>>;
    [[nodiscard]] const Index& indexOf(int list);
    [[nodiscard]] const CodeList& listAt(int list) const { return m_study.codeLists[static_cast<size_t>(list)]; }
    [[nodiscard]] QString addOption(const json::Value& option, const json::Value& value, const QString& type,
                                    FhirChoices& choices, const QString& path);
    void readOption(const json::Value& option, FhirChoices& choices, Offer& offer, const QString& path);
    void addPrefix(const json::Value& extension, CodeListItem& item);
    [[nodiscard]] int listOf(FhirChoices& choices, const QString& oid, DataType type);

    FhirSource& m_source;
    FhirValueSets& m_sets;
    StudyDefinition& m_study;
    QHash<int, Index> m_indexes;               // made when first asked for
    QHash<QString, int> m_byReference;         // of value sets that are a whole list
    QHash<size_t, std::vector<int>> m_byCodes; // by a hash of their codes
};

} // namespace sitebook
