// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/readers/fhirhints.h"

#include "core/study/readers/fhirextensions.h"

namespace sitebook {

using namespace Qt::StringLiterals;

namespace {

const QString itemControl = u"questionnaire-itemControl"_s;

QString controlOf(const json::Value& item)
{
    const json::Value* extension = FhirSource::extension(item, itemControl);
    return extension != nullptr ? FhirExtensions::controlsOf(*extension).value(0) : QString();
}

void append(TranslatedText& texts, const TranslatedText& more)
{
    for (const auto& [language, text] : more.all()) {
        const QString before = texts.in(language);
        texts.set(language, before.isEmpty() ? text : QString(before + u'\n' + text));
    }
}

void readHint(const json::Value& item, ItemDef& def, FhirSource& source, const QString& path)
{
    const TranslatedText text = source.translated(item, "text", path);
    const QString control = controlOf(item);
    if (control == "unit"_L1 && def.unit.isEmpty()) {
        def.unit = text.in(source.language());
    } else if ((control == "lower"_L1 || control == "upper"_L1) && def.control == Control::Slider) {
        def.anchors.resize(2);
        def.anchors[control == "lower"_L1 ? 0 : 1] = text;
    } else {
        append(def.hint, text);
    }
    if (!FhirSource::list(item, "enableWhen").empty())
        source.approximated(u"enableWhen"_s, path, u"The note is shown whenever its question is."_s);
    size_t index = 0;
    for (const json::Value* extension : FhirSource::list(item, "extension")) {
        const QString place = FhirSource::numbered(path, u"extension"_s, index++);
        if (FhirSource::nameOf(*extension) == itemControl)
            source.mapped();
        else
            source.dropExtension(*extension, place);
    }
    source.account(item, {u"linkId"_s, u"type"_s, u"text"_s},
                   {u"_text"_s, u"enableWhen"_s, u"enableBehavior"_s, u"extension"_s, u"id"_s}, path);
}

} // namespace

bool fhir::isHint(const json::Value& item)
{
    static const QStringList hints{u"help"_s, u"flyover"_s, u"prompt"_s, u"unit"_s, u"lower"_s, u"upper"_s};
    return FhirSource::text(item, "type") == "display"_L1 && hints.contains(controlOf(item)) &&
           FhirSource::list(item, "item").empty();
}

void fhir::readHints(const json::Value& question, ItemDef& def, FhirSource& source, const QString& path)
{
    size_t index = 0;
    for (const json::Value* child : FhirSource::list(question, "item")) {
        const QString place = FhirSource::numbered(path, u"item"_s, index++);
        if (isHint(*child))
            readHint(*child, def, source, place);
    }
}

} // namespace sitebook
