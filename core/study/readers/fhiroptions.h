// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/readers/fhirsource.h"

#include <QHash>

namespace sitebook {

// The answers a FHIR item offers, as a code list. A code that two systems share becomes "system|code".
class FhirOptions final
{
public:
    FhirOptions(FhirSource& source, const json::Value& questionnaire, QString language);

    struct Offer
    {
        CodeList list;
        QStringList selected; // codes that are chosen at first
        bool isEmpty() const { return list.items.empty(); }
    };
    // The list of an item (answerOption, or a contained answerValueSet); empty when it names none that can be read.
    [[nodiscard]] Offer read(const json::Value& item, const QString& oid, const QString& path);
    // What is stored for a coding that an item of this list was answered with.
    [[nodiscard]] static QString codeOf(const json::Value& coding, const CodeList& list);

private:
    void addOption(const json::Value& option, Offer& offer, const QString& path);
    void addCoding(const json::Value& coding, CodeList& list, const json::Value* option, const QString& path);
    void addValueSet(const QString& reference, Offer& offer, const QString& path);
    void addConcepts(const json::Value& holder, std::string_view key, const QString& system, CodeList& list,
                     const QString& path);
    [[nodiscard]] static std::optional<double> weightOf(const json::Value& value);

    FhirSource& m_source;
    QString m_language;
    QHash<QString, const json::Value*> m_valueSets; // contained ones by id
};

} // namespace sitebook
