// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/formchecker.h"
#include "tests/core/study/studysamples.h"

#include <algorithm>

// Questionnaires for the tests of this folder.
namespace sitebook::samples {

inline QByteArray questionnaire(const QByteArray& items, const QByteArray& more = {})
{
    return R"({"resourceType":"Questionnaire","url":"http://example.org/q","version":"2","id":"q","title":"Trial",)" +
           more + R"("status":"draft","item":[)" + items + "]}";
}

inline Result<StudyFile> readItems(const QByteArray& items, const QByteArray& more = {})
{
    return read(questionnaire(items, more));
}

// An extension of HL7's own, by the last part of its url; `value` is its value[x] member.
inline QByteArray extension(const QByteArray& name, const QByteArray& value)
{
    return R"({"url":"http://hl7.org/fhir/StructureDefinition/)" + name + "\"," + value + '}';
}

// "a=1|b=x"
inline Fields fieldsOf(const QString& text)
{
    Fields fields;
    for (const QString& pair : text.split(QLatin1Char('|'), Qt::SkipEmptyParts))
        fields.set(pair.section(QLatin1Char('='), 0, 0), pair.section(QLatin1Char('='), 1));
    return fields;
}

inline bool mentions(const std::vector<FidelityEntry>& entries, const QString& element, const QString& place = {})
{
    return std::any_of(entries.begin(), entries.end(), [&](const FidelityEntry& entry) {
        return entry.element.contains(element) && (place.isEmpty() || entry.place == place);
    });
}

inline bool isByHand(const FormEvaluation& evaluation, const QString& oid)
{
    return std::any_of(evaluation.findings.begin(), evaluation.findings.end(), [&](const Finding& finding) {
        return finding.field == oid && finding.code == QLatin1String("by_hand");
    });
}

inline FormEvaluation evaluated(const StudyFile& file, const QString& answers)
{
    return FormChecker::create(file.study, file.study->forms.front().oid).value().evaluate(fieldsOf(answers));
}

} // namespace sitebook::samples
