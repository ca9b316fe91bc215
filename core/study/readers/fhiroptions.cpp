// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/readers/fhiroptions.h"

namespace sitebook {

using namespace Qt::StringLiterals;

namespace {

const QString systemContext = u"FHIR system"_s;

QString systemOf(const CodeListItem& item)
{
    for (const Alias& alias : item.aliases)
        if (alias.context == systemContext)
            return alias.name;
    return {};
}

} // namespace

FhirOptions::FhirOptions(FhirSource& source, const json::Value& questionnaire, QString language)
    : m_source(source)
    , m_language(std::move(language))
{
    for (const json::Value* each : FhirSource::list(questionnaire, "contained"))
        if (FhirSource::text(*each, "resourceType") == "ValueSet"_L1)
            m_valueSets.insert(FhirSource::text(*each, "id"), each);
}

FhirOptions::Offer FhirOptions::read(const json::Value& item, const QString& oid, const QString& path)
{
    Offer offer;
    offer.list.oid = oid + u".options"_s;
    offer.list.name = oid;
    int at = 0;
    for (const json::Value* option : FhirSource::list(item, "answerOption"))
        addOption(*option, offer, path + u".answerOption[%1]"_s.arg(at++));
    const QString valueSet = FhirSource::text(item, "answerValueSet");
    if (!valueSet.isEmpty())
        addValueSet(valueSet, offer, path + u".answerValueSet"_s);
    return offer;
}

std::optional<double> FhirOptions::weightOf(const json::Value& value)
{
    for (const QStringView name : {u"ordinalValue", u"itemWeight", u"questionnaire-ordinalValue"}) {
        const json::Value* found = FhirSource::extension(value, name);
        bool good = false;
        const double weight = found != nullptr ? FhirSource::text(*found, "valueDecimal").toDouble(&good) : 0;
        if (good)
            return weight;
    }
    return std::nullopt;
}

void FhirOptions::addOption(const json::Value& option, Offer& offer, const QString& path)
{
    QString type;
    const json::Value* value = FhirSource::choice(option, "value", type);
    if (value == nullptr) {
        m_source.dropped(u"answerOption"_s, path, u"It has no value."_s);
        return;
    }
    if (type == "Coding"_L1) {
        addCoding(*value, offer.list, &option, path);
    } else {
        const QString text = FhirSource::valueText(*value, type);
        if (offer.list.find(text)) {
            m_source.dropped(u"answerOption"_s, path, u"A second option with the same value."_s);
            return;
        }
        CodeListItem item;
        item.codedValue = text;
        item.decode.set(m_language, text);
        item.weight = weightOf(option);
        offer.list.items.push_back(std::move(item));
        m_source.mapped();
    }
    if (FhirSource::flag(option, "initialSelected") && !offer.list.items.empty())
        offer.selected.append(offer.list.items.back().codedValue);
    if (FhirSource::extension(option, u"questionnaire-optionExclusive") != nullptr)
        m_source.approximated(u"optionExclusive"_s, path, u"That it excludes the other answers is not checked."_s);
}

void FhirOptions::addCoding(const json::Value& coding, CodeList& list, const json::Value* option, const QString& path)
{
    const QString system = FhirSource::text(coding, "system");
    QString code = FhirSource::valueText(coding, u"Coding"_s);
    if (code.isEmpty()) {
        m_source.dropped(u"coding"_s, path, u"It has neither a code nor a display."_s);
        return;
    }
    if (const CodeListItem* same = list.find(code)) {
        if (systemOf(*same) == system) {
            m_source.dropped(u"coding"_s, path, u"A second option with the same code."_s);
            return;
        }
        code = system + u'|' + code;
        m_source.approximated(u"coding"_s, path, u"Another system has this code; it is stored as \"%1\"."_s.arg(code));
    }
    CodeListItem item;
    item.codedValue = code;
    item.decode = m_source.translated(coding, "display", m_language);
    const json::Value* prefix =
        option != nullptr ? FhirSource::extension(*option, u"questionnaire-optionPrefix") : nullptr;
    if (prefix != nullptr && !item.decode.isEmpty()) {
        TranslatedText prefixed;
        for (const auto& [language, text] : item.decode.all())
            prefixed.set(language, FhirSource::text(*prefix, "valueString") + u' ' + text);
        item.decode = prefixed;
        m_source.mapped();
    }
    if (item.decode.isEmpty())
        item.decode.set(m_language, code);
    if (!system.isEmpty())
        item.aliases.push_back({systemContext, system});
    item.weight = weightOf(coding);
    if (!item.weight && option != nullptr)
        item.weight = weightOf(*option);
    if (item.weight)
        m_source.mapped();
    list.items.push_back(std::move(item));
    m_source.mapped();
}

void FhirOptions::addValueSet(const QString& reference, Offer& offer, const QString& path)
{
    const json::Value* set = reference.startsWith(u'#') ? m_valueSets.value(reference.mid(1)) : nullptr;
    if (set == nullptr) {
        m_source.approximated(u"answerValueSet "_s + reference, path,
                              u"The answers lie outside the file; any text is taken."_s);
        return;
    }
    m_source.mapped();
    if (const json::Value* compose = json::find(*set, "compose"))
        for (const json::Value* include : FhirSource::list(*compose, "include")) {
            addConcepts(*include, "concept", FhirSource::text(*include, "system"), offer.list, path);
            if (!FhirSource::list(*include, "filter").empty())
                m_source.approximated(u"ValueSet filter"_s, path, u"Only the concepts in the file are offered."_s);
        }
    if (const json::Value* expansion = json::find(*set, "expansion"); expansion != nullptr && offer.isEmpty())
        addConcepts(*expansion, "contains", {}, offer.list, path);
}

void FhirOptions::addConcepts(const json::Value& holder, std::string_view key, const QString& system, CodeList& list,
                              const QString& path)
{
    for (const json::Value* each : FhirSource::list(holder, key)) {
        if (!each->IsObject())
            continue;
        const size_t before = list.items.size();
        addCoding(*each, list, nullptr, path);
        const bool added = list.items.size() > before;
        if (added && !system.isEmpty() && systemOf(list.items.back()).isEmpty())
            list.items.back().aliases.push_back({systemContext, system});
    }
}

QString FhirOptions::codeOf(const json::Value& coding, const CodeList& list)
{
    const QString code = FhirSource::valueText(coding, u"Coding"_s);
    const QString system = FhirSource::text(coding, "system");
    const QString whole = system + u'|' + code;
    return list.find(whole) ? whole : code;
}

} // namespace sitebook
