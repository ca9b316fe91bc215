// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/readers/fhirsource.h"

namespace sitebook {

// Expressions in FHIRPath or CQL: kept as they are, and named in the report. Nobody here runs them.
class FhirExpressions final
{
public:
    FhirExpressions(FhirSource& source, StudyDefinition& study)
        : m_source(source)
        , m_study(study)
    {
    }

    [[nodiscard]] static bool isCondition(const QString& extensionName);
    [[nodiscard]] static bool isMethod(const QString& extensionName);
    // The expression of an extension that is one; its text is empty when it has none.
    [[nodiscard]] static FormalExpression of(const json::Value& extension);

    // Keeps a computation or an initial value as the method of `ref`, so that the item is checked by hand; people fill
    // what a program was to fill.
    void keepMethod(const json::Value& extension, const QString& name, ItemDef& def, ItemRef& ref, const QString& path);
    // Keeps a rule for good values.
    void keepConstraint(const json::Value& extension, ItemDef& def, const QString& path);
    // A limit that is an expression ("_valueDate": {extension: cqf-calculatedValue}); false when it is none.
    [[nodiscard]] bool keepLimit(const json::Value& extension, const QString& name, ItemDef& def, const QString& path);

private:
    FhirSource& m_source;
    StudyDefinition& m_study;
};

} // namespace sitebook
