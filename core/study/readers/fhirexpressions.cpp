// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/readers/fhirexpressions.h"

#include "core/study/dialects.h"

namespace sitebook {

using namespace Qt::StringLiterals;

bool FhirExpressions::isCondition(const QString& extensionName)
{
    return extensionName.endsWith("enableWhenExpression"_L1);
}

bool FhirExpressions::isMethod(const QString& extensionName)
{
    return extensionName.endsWith("calculatedExpression"_L1) || extensionName.endsWith("initialExpression"_L1) ||
           extensionName == "cqf-calculatedValue"_L1 || extensionName == "cqf-expression"_L1;
}

FormalExpression FhirExpressions::of(const json::Value& extension)
{
    QString type;
    const json::Value* value = FhirSource::choice(extension, "value", type);
    if (value == nullptr)
        return {dialect::fhirPath, {}};
    if (type != "Expression"_L1)
        return {dialect::fhirPath, FhirSource::valueText(*value, type)};
    const QString language = FhirSource::text(*value, "language");
    const bool fhirPath = language.isEmpty() || language == "text/fhirpath"_L1;
    const QString text = FhirSource::text(*value, "expression");
    return {fhirPath ? dialect::fhirPath : language, text.isEmpty() ? FhirSource::text(*value, "reference") : text};
}

void FhirExpressions::keepMethod(const json::Value& extension, const QString& name, ItemDef& def, ItemRef& ref,
                                 const QString& path)
{
    const QString oid = def.oid + u'.' + name;
    if (ref.methodOid == oid) {
        m_source.dropped(name, path, u"A second expression of one item."_s);
        return;
    }
    QString note = u"The expression is kept and not run: check by hand."_s;
    if (def.hidden || def.readOnly)
        note += u" The item is shown and can be typed."_s;
    def.hidden = false;
    def.readOnly = false;
    m_source.approximated(name, path, note);
    TranslatedText words;
    words.set({}, oid);
    m_study.methods.push_back({oid, oid, words, {of(extension)}, u"Computation"_s});
    if (ref.methodOid.isEmpty() || !name.endsWith("initialExpression"_L1))
        ref.methodOid = oid;
}

void FhirExpressions::keepConstraint(const json::Value& extension, ItemDef& def, const QString& path)
{
    RangeCheck check;
    QString text;
    QString human;
    QString type;
    if (const json::Value* value = FhirSource::choice(extension, "value", type))
        text = FhirSource::text(*value, "expression");
    for (const json::Value* part : FhirSource::list(extension, "extension")) {
        const QString name = FhirSource::text(*part, "url");
        const json::Value* value = FhirSource::choice(*part, "value", type);
        if (value == nullptr)
            continue;
        if (name == "expression"_L1)
            text = of(*part).text;
        else if (name == "human"_L1)
            human = FhirSource::valueText(*value, type);
        else if (name == "severity"_L1)
            check.hard = FhirSource::valueText(*value, type) != "warning"_L1;
    }
    check.errorMessage = m_source.untranslated(human);
    check.expressions.push_back({dialect::fhirPath, text});
    def.rangeChecks.push_back(std::move(check));
    m_source.approximated(u"constraint"_s, path, u"The expression is kept and not run: check by hand."_s);
}

bool FhirExpressions::keepLimit(const json::Value& extension, const QString& name, ItemDef& def, const QString& path)
{
    QString type;
    const json::Value* sibling = FhirSource::choice(extension, "_value", type);
    for (const json::Value* each :
         sibling != nullptr ? FhirSource::list(*sibling, "extension") : std::vector<const json::Value*>()) {
        if (!isMethod(FhirSource::nameOf(*each)))
            continue;
        RangeCheck check;
        check.expressions.push_back(of(*each));
        def.rangeChecks.push_back(std::move(check));
        m_source.approximated(name, path, u"The limit is an expression, which is not run: check by hand."_s);
        return true;
    }
    return false;
}

} // namespace sitebook
