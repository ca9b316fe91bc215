// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/readers/fhirextensions.h"
#include "core/study/readers/fhiroptions.h"

namespace sitebook {

// What a question says about itself, as an item of the study: all but where it stands and when it is asked.
class FhirProperties final
{
public:
    FhirProperties(FhirSource& source, StudyDefinition& study, FhirOptions& options)
        : m_source(source)
        , m_study(study)
        , m_options(options)
        , m_extensions(source, study)
    {
    }

    // `def` may be hidden or read-only already, by what it stands in.
    void read(const json::Value& item, const FhirOptions::Offer& offer, ItemDef& def, ItemRef& ref,
              const QString& path);
    // The text of an item or group behind its prefix: "1." "Weight".
    [[nodiscard]] TranslatedText titleOf(const json::Value& item, const QString& path);
    // A code of each system; also of a whole Questionnaire.
    static void readCodes(const json::Value& item, std::vector<Alias>& aliases, FhirSource& source,
                          const QString& path);

    [[nodiscard]] static bool isChoice(const QString& type);

private:
    void readType(const json::Value& item, const QString& type, ItemDef& def, const QString& path);
    void readAnswers(const json::Value& item, const QString& type, const FhirOptions::Offer& offer, ItemDef& def,
                     const QString& path);
    void readLength(const json::Value& item, ItemDef& def, const QString& path);
    void readInitial(const json::Value& item, const FhirOptions::Offer& offer, ItemDef& def, const QString& path);
    [[nodiscard]] QString initialOf(const json::Value& initial, int list, ItemDef& def, const QString& path);
    void accountFor(const json::Value& item, const QString& type, const QString& path);

    FhirSource& m_source;
    StudyDefinition& m_study;
    FhirOptions& m_options;
    FhirExtensions m_extensions;
};

} // namespace sitebook
