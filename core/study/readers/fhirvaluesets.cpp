// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/readers/fhirvaluesets.h"

namespace sitebook {

using namespace Qt::StringLiterals;

FhirValueSets::FhirValueSets(FhirSource& source, const json::Value& questionnaire, const json::Value* bundle)
    : m_source(source)
{
    for (const json::Value* each : FhirSource::list(questionnaire, "contained"))
        learn(*each, FhirSource::text(*each, "id"));
    if (bundle == nullptr)
        return;
    for (const json::Value* entry : FhirSource::list(*bundle, "entry"))
        if (const json::Value* resource = json::find(*entry, "resource"))
            learn(*resource, {});
}

void FhirValueSets::learn(const json::Value& resource, const QString& id)
{
    const QString type = FhirSource::text(resource, "resourceType");
    const QString url = FhirSource::text(resource, "url");
    if (type == "ValueSet"_L1) {
        for (const QString& name : {id.isEmpty() ? QString() : QString(u'#' + id), url})
            if (!name.isEmpty() && !m_sets.contains(name))
                m_sets.insert(name, &resource);
    } else if (type == "CodeSystem"_L1 && !m_systems.contains(url)) {
        m_systems.insert(url, &resource);
    }
}

const json::Value* FhirValueSets::find(const QString& reference)
{
    const json::Value* set = m_sets.value(reference);
    if (set == nullptr)
        set = m_sets.value(reference.section(u'|', 0, 0));
    if (set != nullptr)
        m_used.insert(set);
    return set;
}

void FhirValueSets::addTo(FhirChoices& choices, const json::Value& set, const QString& path)
{
    m_inside.clear();
    addSet(choices, set, path);
}

// An expansion is what the set means; what it is composed of is read where there is none.
void FhirValueSets::addSet(FhirChoices& choices, const json::Value& set, const QString& path)
{
    if (m_inside.contains(&set))
        return;
    m_inside.insert(&set);
    m_used.insert(&set);
    const json::Value* expansion = json::find(set, "expansion");
    if (expansion != nullptr && !FhirSource::list(*expansion, "contains").empty()) {
        addExpansion(choices, *expansion, path, 0);
        return;
    }
    const json::Value* compose = json::find(set, "compose");
    if (compose == nullptr)
        return;
    for (const json::Value* include : FhirSource::list(*compose, "include"))
        addInclude(choices, *include, path);
    exclude(choices, *compose, path);
}

void FhirValueSets::addExpansion(FhirChoices& choices, const json::Value& holder, const QString& path, int depth)
{
    constexpr int deepest = 32;
    for (const json::Value* each : FhirSource::list(holder, "contains")) {
        if (!FhirSource::flag(*each, "abstract"))
            choices.addCoding(*each, {}, path);
        if (depth < deepest)
            addExpansion(choices, *each, path, depth + 1);
    }
}

void FhirValueSets::addInclude(FhirChoices& choices, const json::Value& include, const QString& path)
{
    const QString system = FhirSource::text(include, "system");
    const bool filtered = !FhirSource::list(include, "filter").empty();
    const bool listed = !FhirSource::list(include, "concept").empty();
    const json::Value* sets = json::find(include, "valueSet");
    addConcepts(choices, include, system, path, 0);
    if (filtered)
        m_source.approximated(u"ValueSet filter"_s, path, u"Only the concepts that are listed are offered."_s);
    if (sets != nullptr && sets->IsArray())
        for (const json::Value& reference : sets->GetArray()) {
            const QString name = reference.IsString() ? json::textOf(reference) : QString();
            if (const json::Value* inner = find(name))
                addSet(choices, *inner, path);
            else
                m_source.approximated(u"ValueSet "_s + name, path, u"It lies outside the file and is not offered."_s);
        }
    if (filtered || listed || sets != nullptr)
        return;
    if (const json::Value* whole = m_systems.value(system)) {
        m_used.insert(whole);
        addConcepts(choices, *whole, system, path, 0);
    } else {
        m_source.approximated(u"CodeSystem "_s + system, path, u"It lies outside the file and is not offered."_s);
    }
}

void FhirValueSets::addConcepts(FhirChoices& choices, const json::Value& holder, const QString& system,
                                const QString& path, int depth)
{
    constexpr int deepest = 32;
    for (const json::Value* each : FhirSource::list(holder, "concept")) {
        choices.addCoding(*each, system, path);
        if (depth < deepest)
            addConcepts(choices, *each, system, path, depth + 1);
    }
}

void FhirValueSets::exclude(FhirChoices& choices, const json::Value& compose, const QString& path)
{
    for (const json::Value* part : FhirSource::list(compose, "exclude")) {
        const auto concepts = FhirSource::list(*part, "concept");
        if (concepts.empty())
            m_source.approximated(u"ValueSet exclude"_s, path, u"Answers it excludes by a rule are offered."_s);
        for (const json::Value* each : concepts)
            choices.remove(FhirSource::text(*part, "system"), FhirSource::text(*each, "code"));
    }
}

void FhirValueSets::reportUnused(const json::Value& questionnaire)
{
    size_t index = 0;
    for (const json::Value* each : FhirSource::list(questionnaire, "contained")) {
        const QString path = FhirSource::numbered({}, u"contained"_s, index++);
        if (m_used.contains(each))
            m_source.mapped();
        else
            m_source.dropped(u"contained "_s + FhirSource::text(*each, "resourceType"), path, u"No item uses it."_s);
    }
}

} // namespace sitebook
