// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/readers/xformsections.h"

#include <algorithm>

namespace sitebook {

using namespace Qt::StringLiterals;

namespace {

bool isTitleOf(const XmlElement& group, const XmlElement& repeat)
{
    return &repeat == &group.children.back() && group.children.size() <= 2;
}

} // namespace

QString XformSections::fresh(const QString& oid) const
{
    return m_sections.contains(oid) ? oid + u".%1"_s.arg(m_form.groups.size() + 1) : oid;
}

void XformSections::push(ItemGroupDef section, const XformPlace& place)
{
    m_form.groups.push_back({section.oid, false, m_rules.relevance(section.oid, place.relevant, place.at)});
    m_sections.insert(section.oid, m_study.groups.size());
    m_last = place.section;
    m_study.groups.push_back(std::move(section));
}

void XformSections::reportAttributes(const XmlElement& group, const QString& path)
{
    static const QSet<QString> known{u"ref"_s, u"nodeset"_s, u"bind"_s, u"jr:count"_s};
    for (const QXmlStreamAttribute& attribute : group.attributes) {
        const QString name = attribute.qualifiedName().toString();
        if (name == "appearance"_L1)
            m_report.approximated.push_back(
                {u"appearance "_s + attribute.value(), group.place, u"The form's own layout is used."_s});
        else if (!known.contains(name))
            m_report.dropped.push_back({group.name + u' ' + path + u" @"_s + name, group.place,
                                        name == "jr:noAddRemove"_L1 ? u"Rows can always be added and taken away."_s
                                                                    : u"It has no use here."_s});
    }
    if (const XmlElement* hint = group.child("hint"_L1))
        m_report.dropped.push_back({u"hint of "_s + path, hint->place, u"Sections have a title only."_s});
}

void XformSections::setCount(const XmlElement& repeat, const QString& path, ItemGroupDef& section)
{
    const QString count = repeat.attribute("jr:count"_L1);
    if (count.isEmpty())
        return;
    bool fixed = false;
    section.maxRepeats = count.trimmed().toInt(&fixed);
    m_report.approximated.push_back(
        {u"jr:count "_s + path, repeat.place,
         fixed ? u"The person may fill in fewer rows."_s : u"The person decides how often it is asked."_s});
}

// Its title is a note that is shown when the group is asked.
void XformSections::enterInRepeat(const XmlElement& group, const QString& path, const XformPlace& around)
{
    if (group.is("repeat"_L1)) {
        m_report.approximated.push_back(
            {u"repeat "_s + path, group.place, u"A repeat inside another one is asked once."_s});
        m_repeats.insert(path, around.repeat);
    }
    const XmlElement* label = group.child("label"_L1);
    const TranslatedText title = label != nullptr ? m_texts.of(*label) : TranslatedText();
    if (title.isEmpty())
        return;
    ItemDef note;
    note.oid = (path.isEmpty() ? around.path : path) + u".title"_s;
    for (int more = 2; m_study.item(note.oid) != nullptr; ++more)
        note.oid = path + u".title%1"_s.arg(more);
    note.name = path.section(u'/', -1);
    note.control = Control::Display;
    note.question = title;
    ItemRef ref;
    ref.itemOid = note.oid;
    ref.collectionExceptionConditionOid =
        m_rules.relevance(note.oid, m_binds.relevanceOf(path, around.held), group.place);
    add(around, std::move(note), std::move(ref));
}

XformPlace XformSections::enter(const XmlElement& group, const QString& path, const XformPlace& around)
{
    ++m_report.mapped;
    reportAttributes(group, path);
    XformPlace inside = around;
    inside.path = path.isEmpty() ? around.path : path;
    inside.level = around.level + 1;
    if (!around.repeat.isEmpty()) {
        enterInRepeat(group, path, around);
        return inside;
    }
    inside.at = group.place;
    inside.relevant = XformBinds::both(around.relevant, m_binds.relevanceOf(path, around.held));
    for (QString each = path; each.count(u'/') > 1; each = each.section(u'/', 0, -2))
        inside.held.append(each);
    ItemGroupDef section;
    section.oid = fresh(path.isEmpty() ? around.path + u".%1"_s.arg(m_form.groups.size() + 1) : path);
    section.name = section.oid.section(u'/', -1);
    section.level = around.level;
    const XmlElement* label = group.child("label"_L1);
    inside.title = label != nullptr ? m_texts.of(*label) : TranslatedText();
    section.description = inside.title;
    inside.section = section.oid;
    if (group.is("repeat"_L1)) {
        section.repeating = true;
        if (section.description.isEmpty())
            section.description = around.title;
        setCount(group, path, section);
        inside.repeat = section.oid;
        m_repeats.insert(path, section.oid);
    }
    const XmlElement* repeat = group.is("repeat"_L1) ? nullptr : group.child("repeat"_L1);
    if (repeat == nullptr || !isTitleOf(group, *repeat))
        push(std::move(section), inside);
    return inside;
}

// The last section where it is that of the place; else one that goes on behind a nested group.
ItemGroupDef& XformSections::sectionFor(const XformPlace& place)
{
    if (!place.repeat.isEmpty())
        return m_study.groups[m_sections.value(place.repeat)];
    if (m_study.groups.empty() || m_last != place.section) {
        ItemGroupDef section;
        section.oid = place.section + u".%1"_s.arg(m_form.groups.size() + 1);
        section.name = place.path.section(u'/', -1);
        section.level = std::max(0, place.level - 1);
        push(std::move(section), place);
    }
    return m_study.groups.back();
}

void XformSections::add(const XformPlace& place, ItemDef item, ItemRef ref)
{
    sectionFor(place).items.push_back(std::move(ref));
    m_study.items.push_back(std::move(item));
}

void XformSections::addHidden(const XformPlace& root, ItemDef item, ItemRef ref)
{
    XformPlace place = root;
    for (QString around = item.oid; place.repeat.isEmpty() && !around.isEmpty(); around = around.section(u'/', 0, -2))
        place.repeat = m_repeats.value(around);
    add(place, std::move(item), std::move(ref));
}

QSet<QString> XformSections::repeats() const
{
    return {m_repeats.keyBegin(), m_repeats.keyEnd()};
}

} // namespace sitebook
