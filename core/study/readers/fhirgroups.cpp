// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/readers/fhirgroups.h"

#include "core/study/readers/fhirextensions.h"

namespace sitebook {

using namespace Qt::StringLiterals;

namespace {

void readControl(const json::Value& extension, FhirGroup& group, FhirSource& source, const QString& path)
{
    for (const QString& code : FhirExtensions::controlsOf(extension)) {
        const bool table = code == "table"_L1 || code == "atable"_L1;
        const bool rows = code == "gtable"_L1 && group.repeats; // a repeating group is a table anyway
        group.matrix = group.matrix || table || code == "htable"_L1;
        if (rows || code == "htable"_L1)
            source.mapped();
        else
            source.approximated(u"itemControl "_s + code, path,
                                table ? u"The questions are the rows of the table."_s
                                      : u"The form's own layout is used."_s);
    }
}

void readExtension(const json::Value& extension, FhirGroup& group, FhirSource& source, const QString& path)
{
    const QString name = FhirSource::nameOf(extension);
    const int count = FhirSource::text(extension, "valueInteger").toInt();
    if (FhirExpressions::isCondition(name))
        return;
    if (name == "questionnaire-itemControl"_L1) {
        readControl(extension, group, source, path);
    } else if (name == "questionnaire-hidden"_L1) {
        group.hidden = FhirSource::flag(extension, "valueBoolean");
        source.mapped();
    } else if (name == "questionnaire-maxOccurs"_L1) {
        group.maxRepeats = group.repeats ? std::max(0, count) : 0;
        source.mapped();
    } else if (name == "questionnaire-minOccurs"_L1) {
        if (count > 1)
            source.approximated(name, path, u"That there are %1 of them is not checked."_s.arg(count));
        else
            source.mapped();
    } else if (name == "questionnaire-constraint"_L1 || name.endsWith("targetConstraint"_L1)) {
        source.approximated(name, path, u"A rule about a whole group is not run: check by hand."_s);
    } else {
        source.dropExtension(extension, path);
    }
}

} // namespace

FhirGroup readFhirGroup(const json::Value& item, FhirSource& source, const QString& path)
{
    FhirGroup group;
    group.repeats = FhirSource::flag(item, "repeats");
    size_t index = 0;
    for (const json::Value* extension : FhirSource::list(item, "extension"))
        readExtension(*extension, group, source, FhirSource::numbered(path, u"extension"_s, index++));
    group.readOnly = FhirSource::flag(item, "readOnly");
    if (group.readOnly)
        source.approximated(u"readOnly"_s, path, u"Nothing in the group can be typed."_s);
    index = 0;
    for (const json::Value* coding : FhirSource::list(item, "code"))
        source.dropped(u"code "_s + FhirSource::text(*coding, "code"), FhirSource::numbered(path, u"code"_s, index++),
                       u"Sections have no codes here."_s);
    source.account(item, {u"linkId"_s, u"type"_s, u"text"_s, u"prefix"_s, u"required"_s, u"repeats"_s},
                   {u"_text"_s, u"_prefix"_s, u"enableWhen"_s, u"enableBehavior"_s, u"item"_s, u"extension"_s,
                    u"readOnly"_s, u"code"_s, u"id"_s},
                   path);
    return group;
}

} // namespace sitebook
