// SPDX-License-Identifier: GPL-3.0-or-later
// The part of OdmVersionReader that reads events, forms and sections.
#include "core/study/odmextras.h"
#include "core/study/readers/odmnames.h"
#include "core/study/readers/odmorder.h"
#include "core/study/readers/odmversionreader.h"

namespace sitebook {

using namespace Qt::StringLiterals;

namespace {

QString useless()
{
    return u"The element has no use here."_s;
}

} // namespace

void OdmVersionReader::readEvent(OdmNode& node)
{
    EventDef event;
    event.oid = m_source.takeOid(node);
    if (event.oid.isEmpty())
        return;
    event.name = m_source.takeName(node, event.oid);
    event.repeating = node.takeYes("Repeating"_L1);
    const std::optional<EventType> type = odm::eventTypeFrom(node.take("Type"_L1));
    if (!type)
        m_source.approximated(node, u"Its Type is not known; it is taken as Scheduled."_s);
    event.type = type.value_or(EventType::Scheduled);
    m_source.accept(node);
    std::vector<int> orders;
    while (std::optional<OdmNode> child = m_source.nextChild()) {
        if (child->is("Description"_L1)) {
            m_source.accept(*child);
            event.description = m_source.texts();
        } else if (child->is("FormRef"_L1)) {
            readFormRef(*child, event, orders);
        } else if (child->is("Alias"_L1)) {
            m_source.readAlias(*child, event.aliases);
        } else {
            m_source.drop(*child, useless());
        }
    }
    odm::sortByOrder(event.forms, orders);
    odmextras::take(event);
    put(m_study.events, std::move(event), node);
}

void OdmVersionReader::readFormRef(OdmNode& node, EventDef& event, std::vector<int>& orders)
{
    EventDef::FormRef ref{node.take("FormOID"_L1), node.takeYes("Mandatory"_L1),
                          node.take("CollectionExceptionConditionOID"_L1)};
    const int order = node.takeNumber("OrderNumber"_L1, odm::noOrder);
    const bool known = std::any_of(event.forms.begin(), event.forms.end(),
                                   [&](const EventDef::FormRef& each) { return each.formOid == ref.formOid; });
    if (known) {
        m_source.drop(node, u"The event has the form already."_s);
        return;
    }
    m_source.accept(node);
    m_source.dropChildren();
    event.forms.push_back(std::move(ref));
    orders.push_back(order);
}

void OdmVersionReader::readForm(OdmNode& node)
{
    FormDef form;
    form.oid = m_source.takeOid(node);
    if (form.oid.isEmpty())
        return;
    form.name = m_source.takeName(node, form.oid);
    form.repeating = node.takeYes("Repeating"_L1);
    m_source.accept(node);
    std::vector<int> orders;
    while (std::optional<OdmNode> child = m_source.nextChild()) {
        if (child->is("Description"_L1)) {
            m_source.accept(*child);
            form.description = m_source.texts();
        } else if (child->is("ItemGroupRef"_L1)) {
            readGroupRef(*child, form, orders);
        } else if (child->is("Alias"_L1)) {
            m_source.readAlias(*child, form.aliases);
        } else {
            m_source.drop(*child, useless());
        }
    }
    odm::sortByOrder(form.groups, orders);
    put(m_study.forms, std::move(form), node);
}

void OdmVersionReader::readGroupRef(OdmNode& node, FormDef& form, std::vector<int>& orders)
{
    const QString oid = node.take("ItemGroupOID"_L1);
    const bool mandatory = node.takeYes("Mandatory"_L1);
    const int order = node.takeNumber("OrderNumber"_L1, odm::noOrder);
    const QString condition = node.take("CollectionExceptionConditionOID"_L1);
    if (std::any_of(form.groups.begin(), form.groups.end(),
                    [&](const ItemGroupRef& each) { return each.groupOid == oid; })) {
        m_source.drop(node, u"The form has the section already."_s);
        return;
    }
    m_source.accept(node);
    m_source.dropChildren();
    if (!mandatory)
        m_optional.emplace_back(
            oid, FidelityEntry{node.label(), node.place(),
                               u"An optional section is shown like the others; its required items are required."_s});
    form.groups.push_back({oid, mandatory, condition});
    orders.push_back(order);
}

void OdmVersionReader::readGroup(OdmNode& node)
{
    ItemGroupDef group;
    group.oid = m_source.takeOid(node);
    if (group.oid.isEmpty())
        return;
    group.name = m_source.takeName(node, group.oid);
    group.repeating = node.takeYes("Repeating"_L1);
    m_source.accept(node);
    std::vector<Alias> aliases;
    std::vector<int> orders;
    while (std::optional<OdmNode> child = m_source.nextChild()) {
        if (child->is("Description"_L1)) {
            m_source.accept(*child);
            group.description = m_source.texts();
        } else if (child->is("ItemRef"_L1)) {
            readItemRef(*child, group, orders);
        } else if (child->is("Alias"_L1)) {
            m_source.readAlias(*child, aliases);
        } else {
            m_source.drop(*child, useless());
        }
    }
    odm::sortByOrder(group.items, orders);
    odmextras::take(group, aliases);
    for (const Alias& alias : aliases)
        m_source.dropped(node, u"A section keeps no other name (%1)."_s.arg(alias.context));
    put(m_study.groups, std::move(group), node);
}

void OdmVersionReader::readItemRef(OdmNode& node, ItemGroupDef& group, std::vector<int>& orders)
{
    ItemRef ref;
    ref.itemOid = node.take("ItemOID"_L1);
    ref.mandatory = node.takeYes("Mandatory"_L1);
    ref.collectionExceptionConditionOid = node.take("CollectionExceptionConditionOID"_L1);
    ref.methodOid = node.take("MethodOID"_L1);
    const int order = node.takeNumber("OrderNumber"_L1, odm::noOrder);
    const bool known = std::any_of(group.items.begin(), group.items.end(),
                                   [&](const ItemRef& each) { return each.itemOid == ref.itemOid; });
    if (known) {
        m_source.drop(node, u"The section has the item already."_s);
        return;
    }
    m_source.accept(node);
    m_source.dropChildren();
    group.items.push_back(std::move(ref));
    orders.push_back(order);
}

} // namespace sitebook
