// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/readers/fhirsource.h"

namespace sitebook {

// What a Questionnaire says about itself: the names of the study and of its form, and the report of all the rest.
class FhirHeader final
{
public:
    FhirHeader(FhirSource& source, StudyDefinition& study, FormDef& form)
        : m_source(source)
        , m_study(study)
        , m_form(form)
    {
    }
    void read(const json::Value& questionnaire);

private:
    void nameStudy(const json::Value& questionnaire);
    void describe(const json::Value& questionnaire);
    void readExtensions(const json::Value& questionnaire);
    void report(const json::Value& questionnaire);

    FhirSource& m_source;
    StudyDefinition& m_study;
    FormDef& m_form;
};

} // namespace sitebook
