// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/readers/fhiritems.h"

#include "core/study/readers/fhirhints.h"

namespace sitebook {

using namespace Qt::StringLiterals;

namespace {

constexpr int deepest = 32; // of items in items

QString unitOf(const json::Value& item)
{
    const json::Value* extension = FhirSource::extension(item, u"questionnaire-unit");
    if (extension == nullptr)
        extension = FhirSource::extension(item, u"questionnaire-unitOption");
    const json::Value* coding = extension != nullptr ? json::find(*extension, "valueCoding") : nullptr;
    if (coding == nullptr)
        return {};
    const QString display = FhirSource::text(*coding, "display");
    return display.isEmpty() ? FhirSource::text(*coding, "code") : display;
}

} // namespace

FhirItems::FhirItems(FhirSource& source, FhirValueSets& sets, StudyDefinition& study, FormDef& form)
    : m_source(source)
    , m_study(study)
    , m_form(form)
    , m_options(source, sets, study)
    , m_properties(source, study, m_options)
    , m_conditions(source, study, m_questions, m_options)
    , m_taken{form.oid}
{
}

void FhirItems::read(const json::Value& questionnaire)
{
    learn(questionnaire, {}, 0);
    readItems(questionnaire, {}, 0);
    m_conditions.markCircles();
}

// Conditions may look at questions that come later, so all are known first.
void FhirItems::learn(const json::Value& holder, const QString& path, int depth)
{
    size_t index = 0;
    for (const json::Value* item : FhirSource::list(holder, "item")) {
        const QString place = FhirSource::numbered(path, u"item"_s, index++);
        if (depth >= deepest || !item->IsObject()) {
            m_source.dropped(u"item"_s, place, item->IsObject() ? u"It is nested too deeply."_s : u"It is no item."_s);
            continue;
        }
        Known known;
        known.oid = oidOf(*item, place);
        const bool answered =
            FhirSource::text(*item, "type") != "group"_L1 && FhirSource::text(*item, "type") != "display"_L1;
        if (answered)
            known.offer = m_options.read(*item, known.oid, place);
        const QString linkId = FhirSource::text(*item, "linkId");
        if (!linkId.isEmpty() && !m_questions.contains(linkId))
            m_questions.insert(linkId, questionOf(*item, known));
        m_known.insert(place, known);
        learn(*item, place, depth + 1);
    }
}

FhirQuestion FhirItems::questionOf(const json::Value& item, const Known& known) const
{
    return {known.oid, FhirSource::text(item, "type"), unitOf(item),
            known.offer.list >= 0 && FhirSource::flag(item, "repeats"), known.offer.list};
}

QString FhirItems::unused(const QString& wanted)
{
    QString oid = wanted;
    for (int more = 2; m_taken.contains(oid); ++more)
        oid = wanted + u".%1"_s.arg(more);
    m_taken.insert(oid);
    return oid;
}

QString FhirItems::oidOf(const json::Value& item, const QString& path)
{
    const QString linkId = FhirSource::text(item, "linkId");
    if (linkId.isEmpty())
        m_source.approximated(u"linkId"_s, path, u"It is missing; the item's place names it."_s);
    else if (m_taken.contains(linkId))
        m_source.approximated(
            u"linkId "_s + linkId, path,
            u"Another item has it; the item's place names this one, and conditions mean the first."_s);
    else
        return unused(linkId);
    return unused(path);
}

void FhirItems::readItems(const json::Value& holder, const Place& place, int depth)
{
    size_t index = 0;
    for (const json::Value* item : FhirSource::list(holder, "item")) {
        Place here = place;
        here.path = FhirSource::numbered(place.path, u"item"_s, index++);
        if (!m_known.contains(here.path))
            continue;
        const bool inQuestion = !place.path.isEmpty() && FhirSource::text(holder, "type") != "group"_L1;
        if (inQuestion && fhir::isHint(*item))
            continue;
        if (!place.holder.isEmpty())
            m_conditions.standsIn(m_known[here.path].oid, place.holder);
        if (FhirSource::text(*item, "type") == "group"_L1)
            readGroup(*item, here, depth);
        else
            readQuestion(*item, here, depth);
    }
}

FhirHidden FhirItems::hiddenBy(const json::Value& item, const QString& oid, const QString& path)
{
    FhirHidden hidden = m_conditions.ownOf(item, oid, path);
    size_t index = 0;
    for (const json::Value* extension : FhirSource::list(item, "extension")) {
        const QString place = FhirSource::numbered(path, u"extension"_s, index++);
        const QString name = FhirSource::nameOf(*extension);
        if (!FhirExpressions::isCondition(name))
            continue;
        m_source.approximated(name, place, u"The expression is kept and not run: check by hand."_s);
        hidden = hidden.with({{}, m_conditions.keep(oid + u'.' + name, FhirExpressions::of(*extension))});
    }
    return hidden;
}

void FhirItems::readGroup(const json::Value& item, const Place& place, int depth)
{
    const QString oid = m_known[place.path].oid;
    const FhirGroup group = readFhirGroup(item, m_source, place.path);
    const FhirHidden own = hiddenBy(item, oid, place.path);
    Place inside = place;
    inside.holder = oid;
    inside.hidden = place.hidden || group.hidden;
    inside.readOnly = place.readOnly || group.readOnly;
    if (place.repeating) {
        inside.item = place.item.with(own);
        addHeading(item, group, inside);
    } else {
        inside.section = place.section.with(place.item).with(own);
        inside.item = {};
        addSection(item, group, inside);
    }
    readItems(item, inside, depth + 1);
}

void FhirItems::addSection(const json::Value& item, const FhirGroup& read, Place& inside)
{
    inside.groupOid = inside.holder;
    inside.matrix = read.matrix && !read.repeats ? inside.holder : QString();
    inside.repeating = read.repeats;
    ItemGroupDef group;
    group.oid = inside.holder;
    group.name = inside.holder;
    group.level = inside.level++;
    group.repeating = read.repeats;
    group.maxRepeats = read.maxRepeats;
    group.description = m_properties.titleOf(item, inside.path);
    m_form.groups.push_back(
        {group.oid, FhirSource::flag(item, "required"), m_conditions.ofSection(inside.section, group.oid)});
    m_study.groups.push_back(std::move(group));
    m_lastOwner = inside.groupOid;
}

// A group inside a repeating one: its questions stand in that one, under the group's title.
void FhirItems::addHeading(const json::Value& item, const FhirGroup& read, const Place& place)
{
    m_source.approximated(read.repeats ? u"repeats"_s : u"group"_s, place.path,
                          read.repeats ? u"A repeating group inside another one is asked once for each of that one."_s
                                       : u"Its questions stand in the repeating group, under its title."_s);
    ItemDef def;
    def.oid = place.holder;
    def.name = place.holder;
    def.question = m_properties.titleOf(item, place.path);
    def.control = Control::Display;
    def.hidden = place.hidden;
    ItemRef ref;
    ref.itemOid = def.oid;
    ref.collectionExceptionConditionOid = m_conditions.ofItem(place.section, place.item, def.oid, place.path);
    if (!def.question.isEmpty())
        add(std::move(def), std::move(ref), place);
}

void FhirItems::add(ItemDef def, ItemRef ref, const Place& place)
{
    sectionFor(place).items.push_back(std::move(ref));
    m_study.items.push_back(std::move(def));
}

// The last section where it is that of the group; else, behind a nested group or at the top, one that goes on.
ItemGroupDef& FhirItems::sectionFor(const Place& place)
{
    if (!m_form.groups.empty() && m_lastOwner == place.groupOid)
        return m_study.groups.back();
    ItemGroupDef group;
    const QString stem = place.groupOid.isEmpty() ? m_form.oid : place.groupOid;
    group.oid = unused(stem + u".%1"_s.arg(m_form.groups.size() + 1));
    group.name = group.oid;
    group.level = std::max(0, place.level - 1);
    m_form.groups.push_back({group.oid, false, m_conditions.ofSection(place.section, group.oid)});
    m_study.groups.push_back(std::move(group));
    m_lastOwner = place.groupOid;
    return m_study.groups.back();
}

void FhirItems::readQuestion(const json::Value& item, const Place& place, int depth)
{
    const Known known = m_known[place.path];
    Place inside = place;
    inside.holder = known.oid;
    inside.item = place.item.with(hiddenBy(item, known.oid, place.path));
    ItemDef def;
    def.oid = known.oid;
    def.name = known.oid;
    ItemRef ref;
    ref.itemOid = known.oid;
    ref.mandatory = FhirSource::flag(item, "required") && FhirSource::text(item, "type") != "display"_L1;
    def.hidden = place.hidden;
    def.readOnly = place.readOnly;
    m_properties.read(item, known.offer, def, ref, place.path);
    fhir::readHints(item, def, m_source, place.path);
    ref.collectionExceptionConditionOid = m_conditions.ofItem(place.section, inside.item, known.oid, place.path);
    if (!def.codeListOid.isEmpty() && !def.multiple)
        def.matrix = place.matrix;
    add(std::move(def), std::move(ref), place);
    inside.matrix.clear();
    readItems(item, inside, depth + 1);
}

} // namespace sitebook
