// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/readers/redcapodmreader.h"

#include "core/study/readers/redcapbuilder.h"

#include <algorithm>

namespace sitebook {

using namespace Qt::StringLiterals;

bool RedcapOdmReader::claims(const DialectProbe& probe)
{
    return probe.rootName == "ODM"_L1 && probe.rootNamespace == "http://www.cdisc.org/ns/odm/v1.3"_L1 &&
           probe.head.contains("https://projectredcap.org");
}

Result<StudyFile> RedcapOdmReader::read(const QByteArray& document)
{
    return RedcapOdmReader(document).readDocument();
}

Result<StudyFile> RedcapOdmReader::readDocument()
{
    (void)m_cursor.nextChild(); // the root, which claims() has seen
    m_report.dialect = u"REDCap ODM "_s + attribute("ODMVersion");
    m_report.version = attribute("SourceSystemVersion");
    ++m_report.mapped;
    while (m_cursor.nextChild()) {
        if (m_cursor.name() == "Study"_L1 && !m_hasVersion)
            readStudy();
        else if (m_cursor.name() == "ClinicalData"_L1)
            drop(u"Patients' data come in by the import."_s);
        else
            drop(u"No part of the study's definition."_s);
    }
    SB_TRY(m_cursor.finish());
    if (!m_hasVersion)
        return fail(ErrorCode::Invalid, QT_TRANSLATE_NOOP("messages", "The file holds no study definition."));
    return StudyFile{std::make_shared<StudyDefinition>(assembled()), std::move(m_report)};
}

void RedcapOdmReader::drop(const QString& note)
{
    const QString element = m_cursor.qualifiedName();
    const QString place = m_cursor.place();
    const int below = m_cursor.skip();
    m_report.dropped.push_back(
        {element, place, below > 0 ? QString(note + u" (%1 elements below it)"_s.arg(below)) : note});
}

QString RedcapOdmReader::text()
{
    int children = 0;
    return m_cursor.takeText(children).trimmed();
}

void RedcapOdmReader::readStudy()
{
    m_study.studyOid = attribute("OID");
    ++m_report.mapped;
    while (m_cursor.nextChild()) {
        if (m_cursor.name() == "GlobalVariables"_L1)
            readGlobals();
        else if (m_cursor.name() == "MetaDataVersion"_L1 && !m_hasVersion)
            readVersion();
        else
            drop(u"It has no use here."_s);
    }
}

void RedcapOdmReader::readGlobals()
{
    while (m_cursor.nextChild()) {
        const QString name = m_cursor.name();
        if (name == "StudyName"_L1 || name == "StudyDescription"_L1 || name == "ProtocolName"_L1) {
            QString& target = name == "StudyName"_L1      ? m_study.studyName
                              : name == "ProtocolName"_L1 ? m_study.protocolName
                                                          : m_study.description;
            target = text();
            ++m_report.mapped;
        } else if (name == "RepeatingInstrumentsAndEvents"_L1) {
            readRepeating();
        } else {
            drop(u"A setting of the REDCap project."_s);
        }
    }
}

void RedcapOdmReader::readRepeating()
{
    while (m_cursor.nextChild()) {
        while (m_cursor.nextChild()) {
            const QString form = attribute("redcap:RepeatInstrument");
            if (form.isEmpty())
                m_repeatingEvents.insert(attribute("redcap:UniqueEventName"));
            else
                m_repeatingForms.insert(form);
            if (!attribute("redcap:CustomLabel").isEmpty())
                m_report.dropped.push_back(
                    {u"redcap:CustomLabel of "_s + form, m_cursor.place(), u"Repeats are numbered, not named."_s});
            ++m_report.mapped;
            (void)m_cursor.skip();
        }
    }
}

void RedcapOdmReader::readVersion()
{
    m_hasVersion = true;
    m_study.versionOid = attribute("OID");
    m_study.versionName = attribute("Name");
    ++m_report.mapped;
    while (m_cursor.nextChild()) {
        const QString name = m_cursor.name();
        if (name == "Protocol"_L1) {
            while (m_cursor.nextChild()) {
                m_eventOrder.append(attribute("StudyEventOID"));
                ++m_report.mapped;
                (void)m_cursor.skip();
            }
        } else if (name == "StudyEventDef"_L1) {
            readEvent();
        } else if (name == "FormDef"_L1) {
            readForm();
        } else if (name == "ItemGroupDef"_L1) {
            readGroup();
        } else if (name == "ItemDef"_L1) {
            readItem();
        } else if (name == "CodeList"_L1) {
            readCodeList();
        } else {
            drop(u"A setting of the REDCap project."_s);
        }
    }
}

void RedcapOdmReader::readEvent()
{
    EventDef event;
    event.oid = attribute("OID");
    event.name = attribute("redcap:EventName").isEmpty() ? attribute("Name") : attribute("redcap:EventName");
    event.type = EventType::Scheduled;
    event.arm = attribute("redcap:ArmName");
    bool planned = false;
    const int day = attribute("redcap:DayOffset").toInt(&planned);
    if (planned)
        event.targetDay = day;
    event.windowBefore = attribute("redcap:OffsetMin").toInt();
    event.windowAfter = attribute("redcap:OffsetMax").toInt();
    event.repeating = m_repeatingEvents.contains(attribute("redcap:UniqueEventName"));
    ++m_report.mapped;
    while (m_cursor.nextChild()) {
        if (m_cursor.name() == "FormRef"_L1) {
            event.forms.push_back({attribute("FormOID"), attribute("Mandatory") == "Yes"_L1, {}});
            ++m_report.mapped;
        }
        (void)m_cursor.skip();
    }
    m_study.events.push_back(std::move(event));
}

void RedcapOdmReader::readForm()
{
    Form form;
    form.name = attribute("redcap:FormName");
    if (form.name.isEmpty())
        form.name = attribute("OID").section(u'.', 1);
    ++m_report.mapped;
    while (m_cursor.nextChild()) {
        if (m_cursor.name() == "ItemGroupRef"_L1)
            form.groups.append(attribute("ItemGroupOID"));
        (void)m_cursor.skip();
    }
    m_forms.push_back(std::move(form));
}

void RedcapOdmReader::readGroup()
{
    QStringList& variables = m_groups[attribute("OID")];
    ++m_report.mapped;
    while (m_cursor.nextChild()) {
        const QString variable = attribute("redcap:Variable");
        if (m_cursor.name() == "ItemRef"_L1 && !variables.contains(variable))
            variables.append(variable);
        (void)m_cursor.skip();
    }
}

void RedcapOdmReader::readItem()
{
    RedcapField field;
    field.place = m_cursor.place();
    field.name = attribute("redcap:Variable");
    field.type = attribute("redcap:FieldType");
    field.validation = attribute("redcap:TextValidationType");
    field.section = attribute("redcap:SectionHeader");
    field.note = attribute("redcap:FieldNote");
    field.identifier = attribute("redcap:Identifier");
    field.required = attribute("redcap:RequiredField");
    field.branching = attribute("redcap:BranchingLogic");
    field.alignment = attribute("redcap:CustomAlignment");
    field.questionNumber = attribute("redcap:QuestionNumber");
    field.matrix = attribute("redcap:MatrixGroupName");
    field.ranking = attribute("redcap:MatrixRanking");
    field.annotation = attribute("redcap:FieldAnnotation");
    field.choices = attribute("redcap:Calculation") + attribute("redcap:SliderLabels");
    while (m_cursor.nextChild()) {
        if (m_cursor.name() == "Question"_L1) {
            field.label = question();
        } else if (m_cursor.name() == "RangeCheck"_L1) {
            readRange(field);
        } else if (m_cursor.name() == "CodeListRef"_L1) {
            m_listOf.insert(field.name, attribute("CodeListOID"));
            (void)m_cursor.skip();
        } else {
            drop(u"It has no use here."_s);
        }
    }
    // A checkbox comes once for each of its choices; its header stands on the first.
    if (!m_fields.contains(field.name))
        m_fields.insert(field.name, field);
}

// REDCap gives a label with markup twice; the formatted one is what was written.
QString RedcapOdmReader::question()
{
    QString plain;
    QString formatted;
    while (m_cursor.nextChild()) {
        QString& target = m_cursor.name() == "FormattedTranslatedText"_L1 ? formatted : plain;
        target = text();
    }
    return formatted.isEmpty() ? plain : formatted;
}

void RedcapOdmReader::readRange(RedcapField& field)
{
    QString& limit = attribute("Comparator") == "GE"_L1 ? field.least : field.most;
    while (m_cursor.nextChild()) {
        if (m_cursor.name() == "CheckValue"_L1)
            limit = text();
        else
            (void)m_cursor.skip();
    }
}

QString RedcapOdmReader::choiceText()
{
    QString label;
    while (m_cursor.nextChild())
        label = question();
    return label;
}

void RedcapOdmReader::readCodeList()
{
    const QString oid = attribute("OID");
    const QString boxes = attribute("redcap:CheckboxChoices");
    QStringList choices;
    while (m_cursor.nextChild()) {
        const QString code = attribute("CodedValue");
        choices.append(code + u", "_s + choiceText());
    }
    m_choices.insert(oid, boxes.isEmpty() ? choices.join(u" | "_s) : boxes);
}

StudyDefinition RedcapOdmReader::assembled()
{
    RedcapBuilder builder(m_report);
    QSet<QString> used;
    for (const Form& form : m_forms) {
        for (const QString& group : form.groups) {
            for (const QString& variable : m_groups.value(group)) {
                if (variable == form.name + "_complete"_L1)
                    continue; // how far the form is, which every form here knows of itself
                RedcapField field = m_fields.value(variable);
                used.insert(variable);
                field.form = form.name;
                if (const auto list = m_listOf.constFind(variable); list != m_listOf.constEnd())
                    field.choices = m_choices.value(*list);
                if (field.type.isEmpty())
                    m_report.dropped.push_back({u"ItemDef "_s + variable, field.place,
                                                u"A field REDCap keeps for itself (data access group, survey)."_s});
                else
                    builder.add(field);
            }
        }
    }
    StudyDefinition study = builder.take();
    for (FormDef& form : study.forms)
        form.repeating = m_repeatingForms.contains(form.name);
    addEvents(study);
    study.studyOid = m_study.studyOid;
    study.studyName = m_study.studyName;
    study.description = m_study.description;
    study.protocolName = m_study.protocolName;
    study.versionOid = m_study.versionOid;
    study.versionName = m_study.versionName;
    return study;
}

// A project without events has all its forms at hand all the time.
void RedcapOdmReader::addEvents(StudyDefinition& study)
{
    study.events = std::move(m_study.events);
    if (study.events.empty()) {
        EventDef event;
        event.oid = u"EV.ALL"_s;
        event.name = u"Forms"_s;
        event.type = EventType::Common;
        for (const FormDef& form : study.forms)
            event.forms.push_back({form.oid, false, {}});
        study.events.push_back(std::move(event));
    }
    const auto place = [this](const EventDef& event) {
        const qsizetype at = m_eventOrder.indexOf(event.oid);
        return at < 0 ? m_eventOrder.size() : at;
    };
    std::stable_sort(study.events.begin(), study.events.end(),
                     [&](const EventDef& a, const EventDef& b) { return place(a) < place(b); });
    for (EventDef& event : study.events)
        std::erase_if(event.forms, [&](const EventDef::FormRef& ref) { return study.form(ref.formOid) == nullptr; });
}

} // namespace sitebook
