// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/recordforms.h"

#include "core/model/patient.h"
#include "core/model/report.h"

using namespace Qt::StringLiterals;

namespace sitebook {

namespace {

struct RecordItem
{
    QString field;
    QString question;
    DataType type = DataType::Text;
};

TranslatedText english(const QString& text)
{
    TranslatedText translated;
    translated.set(u"en"_s, text);
    return translated;
}

std::vector<RecordItem> patientItems()
{
    return {{field::name, u"Name"_s, DataType::Text},
            {field::dateOfBirth, u"Date of birth"_s, DataType::PartialDate},
            {field::sex, u"Sex"_s, DataType::Text},
            {field::siteId, u"Site"_s, DataType::Text},
            {field::status, u"Patient status"_s, DataType::Text},
            {field::isEnrolled, u"Enrolled"_s, DataType::Boolean},
            {field::consentDate, u"Date of consent"_s, DataType::PartialDate},
            {field::aliases, u"Identifiers in other systems, one per line"_s, DataType::Text}};
}

std::vector<RecordItem> reportItems()
{
    return {{field::status, u"Report status"_s, DataType::Text},
            {field::reportDate, u"Date of the report"_s, DataType::Text},
            {field::originator, u"Originator of the answers"_s, DataType::Text}};
}

void addGroup(StudyDefinition& study, const QString& oid, const QString& title, const QString& prefix,
              const std::vector<RecordItem>& items)
{
    ItemGroupDef group;
    group.oid = oid;
    group.name = title;
    group.description = english(title);
    for (const RecordItem& source : items) {
        ItemDef item;
        item.oid = prefix + source.field;
        item.name = source.field;
        item.dataType = source.type;
        item.length = source.type == DataType::Text ? 4000 : 0;
        item.question = english(source.question);
        ItemRef ref;
        ref.itemOid = item.oid;
        group.items.push_back(ref);
        study.items.push_back(std::move(item));
    }
    study.groups.push_back(std::move(group));
}

void addPatientForm(StudyDefinition& study)
{
    FormDef form;
    form.oid = recordforms::patientForm;
    form.name = u"Patient"_s;
    form.description = english(u"Patient"_s);
    form.groups.push_back({recordforms::patientGroup, true, {}});
    study.forms.push_back(std::move(form));
    EventDef event;
    event.oid = recordforms::patientEvent;
    event.name = u"Patient"_s;
    event.type = EventType::Common;
    event.description = english(u"Patient"_s);
    event.forms.push_back({recordforms::patientForm, false, {}});
    study.events.push_back(std::move(event));
}

void addCodeList(StudyDefinition& study, const QString& oid, const QString& name,
                 const std::vector<std::pair<QString, QString>>& answers)
{
    CodeList list;
    list.oid = oid;
    list.name = name;
    for (const auto& [code, word] : answers) {
        CodeListItem item;
        item.codedValue = code;
        item.decode = english(word);
        list.items.push_back(std::move(item));
    }
    study.codeLists.push_back(std::move(list));
}

} // namespace

StudyDefinition withRecordForms(const StudyDefinition& study, bool deidentified)
{
    StudyDefinition full = study;
    // The study writer's own words for what has no OID; subjects refer to them.
    if (full.studyOid.isEmpty())
        full.studyOid = u"S.1"_s;
    if (full.versionOid.isEmpty())
        full.versionOid = u"MDV.1"_s;
    if (deidentified) {
        for (ItemDef& item : full.items)
            if (item.dataType == DataType::Date || item.dataType == DataType::DateTime)
                item.dataType = DataType::PartialDate;
    }
    if (full.form(recordforms::patientForm))
        return full;
    for (FormDef& form : full.forms)
        form.groups.push_back({recordforms::reportGroup, true, {}});
    addGroup(full, recordforms::patientGroup, u"Patient"_s, recordforms::patientItemPrefix, patientItems());
    addGroup(full, recordforms::reportGroup, u"Report"_s, recordforms::reportItemPrefix, reportItems());
    addPatientForm(full);
    addCodeList(full, recordforms::missingCodeList, u"Missing reasons"_s,
                {{u"ND"_s, u"Not done"_s},
                 {u"NA"_s, u"Not applicable"_s},
                 {u"UNK"_s, u"Unknown"_s},
                 {u"BLANK"_s, u"Intentionally left blank"_s}});
    addCodeList(full, recordforms::flagCodeList, u"Flags"_s,
                {{recordforms::missingFlag, u"Reason why the value is missing"_s}});
    return full;
}

} // namespace sitebook
