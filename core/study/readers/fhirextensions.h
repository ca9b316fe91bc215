// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/readers/fhirexpressions.h"

namespace sitebook {

// What the extensions of a question say about it: limits, units, how it is put.
class FhirExtensions final
{
public:
    FhirExtensions(FhirSource& source, StudyDefinition& study)
        : m_source(source)
        , m_expressions(source, study)
    {
    }

    // Conditions are left to FhirConditions.
    void read(const json::Value& item, ItemDef& def, ItemRef& ref, const QString& path);
    // The codes of an itemControl extension.
    [[nodiscard]] static QStringList controlsOf(const json::Value& extension);

private:
    void readOne(const json::Value& extension, ItemDef& def, const QString& path);
    [[nodiscard]] bool readUnit(const json::Value& extension, const QString& name, ItemDef& def, const QString& path);
    [[nodiscard]] bool readLimit(const json::Value& extension, const QString& name, ItemDef& def, const QString& path);
    [[nodiscard]] bool readCount(const json::Value& extension, const QString& name, ItemDef& def, const QString& path);
    void addRange(const json::Value& value, const QString& valueType, Comparator comparator, ItemDef& def,
                  const QString& path);
    void readControl(const QStringList& codes, ItemDef& def, const QString& path);
    void addPattern(const QString& regex, int leastLength, ItemDef& def, const QString& path);

    FhirSource& m_source;
    FhirExpressions m_expressions;
    int m_units = 0; // that the present item may be answered in
};

} // namespace sitebook
