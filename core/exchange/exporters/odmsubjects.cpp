// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/exporters/odmsubjects.h"

#include "core/exchange/recordforms.h"
#include "core/model/itemkey.h"

#include <QSet>
#include <algorithm>
#include <set>
#include <tuple>

using namespace Qt::StringLiterals;

namespace sitebook {

OdmSubjects::OdmSubjects(const StudyDefinition& study, QXmlStreamWriter& xml, bool withPatient)
    : m_study(study)
    , m_xml(xml)
    , m_withPatient(withPatient)
{
    for (size_t i = 0; i < study.forms.size(); ++i)
        m_forms.insert(study.forms[i].oid, planOf(study.forms[i], static_cast<qsizetype>(i)));
    for (size_t i = 0; i < study.events.size(); ++i)
        m_events.insert(study.events[i].oid, {static_cast<qsizetype>(i), study.events[i].repeating});
}

OdmSubjects::FormPlan OdmSubjects::planOf(const FormDef& form, qsizetype order) const
{
    FormPlan plan{order, form.repeating, {}};
    QSet<QString> seen; // an item of two groups is written in the first
    for (const ItemGroupRef& groupRef : form.groups) {
        const QString& oid = groupRef.groupOid;
        const ItemGroupDef* group = m_study.group(oid);
        if (!group || oid == recordforms::reportGroup)
            continue;
        GroupPlan groupPlan{oid, group->repeating, {}};
        for (const ItemRef& ref : group->items) {
            if (!seen.contains(ref.itemOid)) {
                seen.insert(ref.itemOid);
                groupPlan.items.append(ref.itemOid);
            }
        }
        plan.groups.push_back(std::move(groupPlan));
    }
    return plan;
}

OdmSubjects::Keys OdmSubjects::keysOf(const Report& report) const
{
    const bool eventRepeats = m_events.value(report.eventOid).repeating;
    const bool formRepeats = m_forms.value(report.formOid).repeating;
    Keys keys;
    if (eventRepeats)
        keys.event = formRepeats ? 1 : report.repeat;
    // A repeat that the study does not plan is still told, or it would be lost.
    if (formRepeats || (!eventRepeats && report.repeat > 1))
        keys.form = report.repeat;
    return keys;
}

void OdmSubjects::sort(std::vector<Report>& reports) const
{
    const auto key = [this](const Report& report) {
        const auto event = m_events.constFind(report.eventOid);
        const auto form = m_forms.constFind(report.formOid);
        const Keys keys = keysOf(report);
        return std::tuple(event == m_events.constEnd() ? m_events.size() : event->order, report.eventOid, keys.event,
                          form == m_forms.constEnd() ? m_forms.size() : form->order, report.formOid, keys.form);
    };
    std::stable_sort(reports.begin(), reports.end(), [&](const Report& a, const Report& b) { return key(a) < key(b); });
}

void OdmSubjects::write(Subject& subject)
{
    m_xml.writeStartElement(u"SubjectData"_s);
    m_xml.writeAttribute(u"SubjectKey"_s, xmlText(subject.patient.patientId.toString()));
    if (!subject.patient.siteId.isEmpty()) {
        m_xml.writeEmptyElement(u"SiteRef"_s);
        m_xml.writeAttribute(u"LocationOID"_s, locationOid(subject.patient.siteId));
    }
    if (m_withPatient)
        writePatient(subject.patient);
    sort(subject.reports);
    writeReports(subject.reports);
    m_xml.writeEndElement();
}

void OdmSubjects::writePatient(const Patient& patient)
{
    m_xml.writeStartElement(u"StudyEventData"_s);
    m_xml.writeAttribute(u"StudyEventOID"_s, recordforms::patientEvent);
    m_xml.writeStartElement(u"FormData"_s);
    m_xml.writeAttribute(u"FormOID"_s, recordforms::patientForm);
    m_xml.writeStartElement(u"ItemGroupData"_s);
    m_xml.writeAttribute(u"ItemGroupOID"_s, recordforms::patientGroup);
    const auto write = [this](const QString& name, const QString& text) {
        writeText(recordforms::patientItemPrefix + name, text);
    };
    write(field::name, patient.name);
    write(field::dateOfBirth, patient.dateOfBirth.toString());
    write(field::sex, patient.sex);
    write(field::siteId, patient.siteId.toString());
    write(field::status, statusCode(patient.status));
    write(field::isEnrolled, patient.isEnrolled ? u"true"_s : u"false"_s);
    write(field::consentDate, patient.consentDate.toString());
    write(field::aliases, patient.aliases.join(u'\n'));
    for (int level = 0; level < 3; ++level)
        m_xml.writeEndElement();
}

void OdmSubjects::writeReports(const std::vector<Report>& reports)
{
    const Report* previous = nullptr;
    for (const Report& report : reports) {
        const Keys keys = keysOf(report);
        const bool sameEvent =
            previous && previous->eventOid == report.eventOid && keysOf(*previous).event == keys.event;
        if (!sameEvent) {
            if (previous)
                m_xml.writeEndElement();
            m_xml.writeStartElement(u"StudyEventData"_s);
            m_xml.writeAttribute(u"StudyEventOID"_s, xmlText(report.eventOid));
            if (keys.event > 0)
                m_xml.writeAttribute(u"StudyEventRepeatKey"_s, QString::number(keys.event));
        }
        writeForm(report);
        previous = &report;
    }
    if (previous)
        m_xml.writeEndElement();
}

void OdmSubjects::writeForm(const Report& report)
{
    m_xml.writeStartElement(u"FormData"_s);
    m_xml.writeAttribute(u"FormOID"_s, xmlText(report.formOid));
    if (const int key = keysOf(report).form; key > 0)
        m_xml.writeAttribute(u"FormRepeatKey"_s, QString::number(key));
    const auto plan = m_forms.constFind(report.formOid);
    if (plan != m_forms.constEnd()) {
        for (const GroupPlan& group : plan->groups)
            writeGroup(group, report.items);
    }
    writeReportGroup(report);
    m_xml.writeEndElement();
}

void OdmSubjects::writeGroup(const GroupPlan& group, const Fields& items)
{
    if (!group.repeating) {
        writeLine(group, items, 0);
        return;
    }
    std::set<int> lines;
    for (const Fields::Entry& entry : items)
        if (const ItemKey key = ItemKey::of(entry.name); key.line > 0 && group.items.contains(key.oid))
            lines.insert(key.line);
    for (const int line : lines)
        writeLine(group, items, line);
}

void OdmSubjects::writeLine(const GroupPlan& group, const Fields& items, int line)
{
    const auto valueOf = [&](const QString& oid) { return items.find(ItemKey{oid, line}.text()); };
    const bool any = std::any_of(group.items.begin(), group.items.end(), [&](const QString& oid) {
        const FieldValue* value = valueOf(oid);
        return value && !value->isEmpty();
    });
    if (!any)
        return; // what was not collected is left out
    m_xml.writeStartElement(u"ItemGroupData"_s);
    m_xml.writeAttribute(u"ItemGroupOID"_s, xmlText(group.oid));
    if (line > 0)
        m_xml.writeAttribute(u"ItemGroupRepeatKey"_s, QString::number(line));
    for (const QString& oid : group.items)
        if (const FieldValue* value = valueOf(oid))
            writeItem(oid, *value);
    m_xml.writeEndElement();
}

void OdmSubjects::writeReportGroup(const Report& report)
{
    m_xml.writeStartElement(u"ItemGroupData"_s);
    m_xml.writeAttribute(u"ItemGroupOID"_s, recordforms::reportGroup);
    writeText(recordforms::reportItemPrefix + field::status, statusCode(report.status));
    writeText(recordforms::reportItemPrefix + field::reportDate, report.reportDate);
    writeText(recordforms::reportItemPrefix + field::originator, report.originator);
    m_xml.writeEndElement();
}

void OdmSubjects::writeItem(const QString& oid, const FieldValue& value)
{
    if (value.missing == MissingReason::None) {
        writeText(oid, value.text);
        return;
    }
    m_xml.writeStartElement(u"ItemData"_s);
    m_xml.writeAttribute(u"ItemOID"_s, xmlText(oid));
    m_xml.writeAttribute(u"IsNull"_s, u"Yes"_s);
    m_xml.writeStartElement(u"Annotation"_s);
    m_xml.writeAttribute(u"SeqNum"_s, u"1"_s);
    m_xml.writeStartElement(u"Flag"_s);
    m_xml.writeStartElement(u"FlagValue"_s);
    m_xml.writeAttribute(u"CodeListOID"_s, recordforms::missingCodeList);
    m_xml.writeCharacters(missingCode(value.missing));
    m_xml.writeEndElement();
    m_xml.writeStartElement(u"FlagType"_s);
    m_xml.writeAttribute(u"CodeListOID"_s, recordforms::flagCodeList);
    m_xml.writeCharacters(recordforms::missingFlag);
    for (int level = 0; level < 4; ++level)
        m_xml.writeEndElement();
}

void OdmSubjects::writeText(const QString& oid, const QString& text)
{
    if (text.isEmpty())
        return;
    m_xml.writeEmptyElement(u"ItemData"_s);
    m_xml.writeAttribute(u"ItemOID"_s, xmlText(oid));
    // The writer turns line breaks and tabs of attributes into character references: a plain one would come back as a
    // space.
    m_xml.writeAttribute(u"Value"_s, xmlText(text));
}

QString OdmSubjects::locationOid(const SiteId& site)
{
    return u"SB.L."_s + xmlText(site.toString());
}

QString xmlText(const QString& text)
{
    const auto allowed = [](char16_t c) { return c >= 0x20 ? c < 0xFFFE : c == u'\t' || c == u'\n' || c == u'\r'; };
    QString clean = text;
    for (qsizetype i = 0; i < clean.size(); ++i) {
        const QChar c = clean[i];
        const bool pair = c.isHighSurrogate() && i + 1 < clean.size() && clean[i + 1].isLowSurrogate();
        if (pair)
            ++i;
        else if (c.isSurrogate() || !allowed(c.unicode()))
            clean[i] = QChar::ReplacementCharacter;
    }
    return clean;
}

} // namespace sitebook
