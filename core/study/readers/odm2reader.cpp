// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/readers/odm2reader.h"

#include "core/study/dialects.h"
#include "core/study/languagetag.h"
#include "core/study/readers/cleantext.h"
#include "core/study/readers/odmnames.h"
#include "core/study/readers/odmreferences.h"

#include <QRegularExpression>
#include <algorithm>

namespace sitebook {

using namespace Qt::StringLiterals;

namespace {

constexpr int deepest = 16; // of groups in groups

bool isYes(const QString& word)
{
    return word.compare(u"yes", Qt::CaseInsensitive) == 0;
}

// Children of that name in the order of their OrderNumbers, those without one behind.
std::vector<const XmlElement*> ordered(const XmlElement& holder, QLatin1String name)
{
    std::vector<const XmlElement*> found;
    for (const XmlElement& child : holder.children)
        if (child.is(name))
            found.push_back(&child);
    const auto place = [](const XmlElement* element) {
        bool good = false;
        const int number = element->attribute("OrderNumber"_L1).toInt(&good);
        return good ? number : std::numeric_limits<int>::max();
    };
    std::stable_sort(found.begin(), found.end(),
                     [&](const XmlElement* a, const XmlElement* b) { return place(a) < place(b); });
    return found;
}

// Of a file that names neither a form nor a visit: the groups that stand in no other.
QStringList outermostGroups(const XmlElement& version)
{
    QSet<QString> inside;
    for (const XmlElement& group : version.children)
        for (const XmlElement& child : group.children)
            if (child.is("ItemGroupRef"_L1))
                inside.insert(child.attribute("ItemGroupOID"_L1));
    QStringList outermost;
    for (const XmlElement& group : version.children)
        if (group.is("ItemGroupDef"_L1) && !inside.contains(group.attribute("OID"_L1)))
            outermost.append(group.attribute("OID"_L1));
    return outermost;
}

// Days of "P7D" and "P2W"; nothing for durations whose days depend on where they begin.
std::optional<int> daysOf(const QString& duration)
{
    static const QRegularExpression plain(u"\\A(-?)P(\\d+)([DW])\\z"_s);
    const QRegularExpressionMatch match = plain.match(duration);
    if (!match.hasMatch())
        return std::nullopt;
    const int days = match.captured(2).toInt() * (match.captured(3) == "W"_L1 ? 7 : 1);
    return match.captured(1).isEmpty() ? days : -days;
}

} // namespace

bool Odm2Reader::claims(const DialectProbe& probe)
{
    return probe.rootNamespace == "http://www.cdisc.org/ns/odm/v2.0"_L1 &&
           (probe.rootName == "ODM"_L1 || probe.rootName == "MetaDataVersion"_L1);
}

Result<StudyFile> Odm2Reader::read(const QByteArray& document)
{
    XmlCursor cursor(document);
    (void)cursor.nextChild();
    const XmlElement root = cursor.takeTree();
    SB_TRY(cursor.finish());
    return Odm2Reader().readRoot(root);
}

void Odm2Reader::approximated(const XmlElement& element, const QString& note)
{
    m_report.approximated.push_back({name(element), element.place, note});
}

void Odm2Reader::dropped(const XmlElement& element, const QString& note)
{
    const int below = element.below();
    m_report.dropped.push_back(
        {name(element), element.place, below > 0 ? QString(note + u" (%1 elements below it)"_s.arg(below)) : note});
}

QString Odm2Reader::name(const XmlElement& element) const
{
    const QString oid = element.attribute("OID"_L1);
    return oid.isEmpty() ? element.name : QString(element.name + u' ' + oid);
}

TranslatedText Odm2Reader::texts(const XmlElement& holder)
{
    TranslatedText made;
    for (const XmlElement& child : holder.children) {
        const QString text = cleanText(child.text);
        if (!child.is("TranslatedText"_L1) || text.isEmpty())
            continue;
        const QString language = languageFromXml(child.attribute("xml:lang"_L1));
        made.set(language, text);
        if (!language.isEmpty() && !m_study.languages.contains(language))
            m_study.languages.append(language);
        ++m_report.mapped;
    }
    return made;
}

Result<StudyFile> Odm2Reader::readRoot(const XmlElement& root)
{
    m_report.dialect = u"ODM 2.0"_s;
    m_report.version = root.attribute("SourceSystemVersion"_L1);
    const XmlElement* study = root.is("ODM"_L1) ? root.child("Study"_L1) : nullptr;
    const XmlElement* version = study != nullptr ? study->child("MetaDataVersion"_L1) : nullptr;
    if (root.is("MetaDataVersion"_L1))
        version = &root;
    for (const XmlElement& child : root.children)
        if (root.is("ODM"_L1) && &child != study)
            dropped(child, child.is("ClinicalData"_L1) ? u"Patients' data come in by the import."_s
                                                       : u"No part of the study's definition."_s);
    if (study != nullptr) {
        m_study.studyOid = study->attribute("OID"_L1);
        m_study.studyName = study->attribute("StudyName"_L1);
        m_study.protocolName = study->attribute("ProtocolName"_L1);
        if (const XmlElement* description = study->child("Description"_L1))
            m_study.description = texts(*description).in({});
    }
    if (version != nullptr)
        readVersion(*version);
    if (m_study.items.empty() || m_study.forms.empty())
        return fail(ErrorCode::Invalid, QT_TRANSLATE_NOOP("messages", "The file holds no study definition."),
                    root.place);
    if (m_study.studyOid.isEmpty())
        m_study.studyOid = m_study.versionOid;
    if (m_study.studyName.isEmpty())
        m_study.studyName = m_study.versionName;
    if (m_study.protocolName.isEmpty())
        m_study.protocolName = m_study.studyName;
    dropDanglingReferences(m_study, m_report);
    return StudyFile{std::make_shared<StudyDefinition>(std::move(m_study)), std::move(m_report)};
}

void Odm2Reader::readVersion(const XmlElement& version)
{
    m_study.versionOid = version.attribute("OID"_L1);
    m_study.versionName = version.attribute("Name"_L1);
    ++m_report.mapped;
    for (const XmlElement& child : version.children) {
        ++m_report.mapped;
        if (child.is("StudyEventDef"_L1)) {
            readEvent(child);
        } else if (child.is("ItemGroupDef"_L1)) {
            m_groups.insert(child.attribute("OID"_L1), &child);
        } else if (child.is("ItemDef"_L1)) {
            readItem(child);
        } else if (child.is("CodeList"_L1)) {
            readCodeList(child);
        } else if (child.is("ConditionDef"_L1)) {
            readRule(child, m_study.conditions);
        } else if (child.is("MethodDef"_L1)) {
            readRule(child, m_study.methods);
        } else if (!child.is("Protocol"_L1)) {
            --m_report.mapped;
            dropped(child, u"It has no use here."_s);
        }
    }
    for (const XmlElement& child : version.children)
        if (child.is("ItemGroupDef"_L1) && child.attribute("Type"_L1) == "Form"_L1 &&
            !m_formOids.contains(child.attribute("OID"_L1)))
            m_formOids.append(child.attribute("OID"_L1));
    if (m_formOids.isEmpty())
        m_formOids = outermostGroups(version);
    makeForms();
    if (const XmlElement* protocol = version.child("Protocol"_L1))
        readTimings(*protocol);
}

void Odm2Reader::readEvent(const XmlElement& element)
{
    EventDef event;
    event.oid = element.attribute("OID"_L1);
    event.name = element.attribute("Name"_L1);
    event.repeating = element.attribute("Repeating"_L1) != "No"_L1 && !element.attribute("Repeating"_L1).isEmpty();
    event.type = odm::eventTypeFrom(element.attribute("Type"_L1)).value_or(EventType::Scheduled);
    if (const XmlElement* description = element.child("Description"_L1))
        event.description = texts(*description);
    for (const XmlElement* ref : ordered(element, "ItemGroupRef"_L1)) {
        const QString oid = ref->attribute("ItemGroupOID"_L1);
        event.forms.push_back(
            {oid, isYes(ref->attribute("Mandatory"_L1)), ref->attribute("CollectionExceptionConditionOID"_L1)});
        if (!m_formOids.contains(oid))
            m_formOids.append(oid);
        ++m_report.mapped;
    }
    for (const XmlElement& child : element.children)
        if (!child.is("Description"_L1) && !child.is("ItemGroupRef"_L1))
            dropped(child, u"It has no use here."_s);
    m_study.events.push_back(std::move(event));
}

void Odm2Reader::makeForms()
{
    for (const QString& oid : std::as_const(m_formOids)) {
        const XmlElement* group = m_groups.value(oid);
        if (group == nullptr)
            continue;
        FormDef form;
        form.oid = oid;
        form.name = group->attribute("Name"_L1);
        if (const XmlElement* description = group->child("Description"_L1))
            form.description = texts(*description);
        QSet<QString> open;
        addSections(*group, form, 0, {}, open);
        m_study.forms.push_back(std::move(form));
    }
}

void Odm2Reader::addSections(const XmlElement& group, FormDef& form, int level, const QString& condition,
                             QSet<QString>& open)
{
    const QString oid = group.attribute("OID"_L1);
    if (open.contains(oid) || level > deepest) {
        dropped(group, u"It stands inside itself, or is nested too deeply."_s);
        return;
    }
    open.insert(oid);
    if (group.child("ItemRef"_L1) != nullptr)
        addSection(group, form, level, condition);
    for (const XmlElement* ref : ordered(group, "ItemGroupRef"_L1)) {
        const XmlElement* inner = m_groups.value(ref->attribute("ItemGroupOID"_L1));
        const QString own = ref->attribute("CollectionExceptionConditionOID"_L1);
        if (!own.isEmpty() && !condition.isEmpty())
            approximated(*ref, u"Of two conditions of nested groups the inner one counts."_s);
        ++m_report.mapped;
        if (inner != nullptr)
            addSections(*inner, form, level + 1, own.isEmpty() ? condition : own, open);
        else
            dropped(*ref, u"The file has no such group."_s);
    }
    open.remove(oid);
}

void Odm2Reader::addSection(const XmlElement& group, FormDef& form, int level, const QString& condition)
{
    // A form's own items stand in a section of another OID: in ODM 1.3 no two definitions share one.
    QString oid = group.attribute("OID"_L1);
    if (m_formOids.contains(oid))
        oid += u".items"_s;
    const bool known = std::any_of(form.groups.begin(), form.groups.end(),
                                   [&](const ItemGroupRef& each) { return each.groupOid == oid; });
    if (known)
        return;
    form.groups.push_back({oid, true, condition});
    if (m_study.group(oid) != nullptr)
        return; // a section of two forms
    ItemGroupDef section;
    section.oid = oid;
    section.name = group.attribute("Name"_L1);
    section.level = std::max(0, level - 1);
    const QString repeating = group.attribute("Repeating"_L1);
    section.repeating = !repeating.isEmpty() && repeating != "No"_L1;
    if (repeating == "Static"_L1 || repeating == "Dynamic"_L1)
        approximated(group, u"How often it repeats is for the person to decide."_s);
    if (const XmlElement* description = group.child("Description"_L1);
        description != nullptr && form.oid != group.attribute("OID"_L1))
        section.description = texts(*description);
    for (const XmlElement* ref : ordered(group, "ItemRef"_L1)) {
        section.items.push_back({ref->attribute("ItemOID"_L1),
                                 isYes(ref->attribute("Mandatory"_L1)),
                                 {},
                                 ref->attribute("CollectionExceptionConditionOID"_L1),
                                 ref->attribute("MethodOID"_L1)});
        ++m_report.mapped;
        for (const char* unused : {"Repeat", "Other", "Role", "UnitsItemOID", "PreSpecifiedValue"})
            if (!ref->attribute(QLatin1String(unused)).isEmpty())
                approximated(*ref, u"%1 is not used."_s.arg(QLatin1String(unused)));
    }
    for (const XmlElement& child : group.children)
        if (!child.is("ItemRef"_L1) && !child.is("ItemGroupRef"_L1) && !child.is("Description"_L1))
            dropped(child, u"It has no use here."_s);
    m_study.groups.push_back(std::move(section));
}

void Odm2Reader::readItem(const XmlElement& element)
{
    ItemDef item;
    item.oid = element.attribute("OID"_L1);
    item.name = element.attribute("Name"_L1);
    const QString word = element.attribute("DataType"_L1);
    const odm::TypeReading type = odm::typeFrom(word);
    item.dataType = type.type;
    if (!type.exact)
        approximated(element, u"DataType \"%1\" is captured as %2."_s.arg(word, odm::word(type.type)));
    item.length = std::max(0, element.attribute("Length"_L1).toInt());
    item.significantDigits = std::max(0, element.attribute("FractionDigits"_L1).toInt());
    for (const XmlElement& child : element.children)
        readItemChild(child, item);
    m_study.items.push_back(std::move(item));
}

void Odm2Reader::readItemChild(const XmlElement& child, ItemDef& item)
{
    if (child.is("Question"_L1)) {
        item.question = texts(child);
    } else if (child.is("Description"_L1)) {
        item.description = texts(child);
    } else if (child.is("Prompt"_L1) || child.is("CRFCompletionInstructions"_L1)) {
        item.hint = texts(child);
    } else if (child.is("CodeListRef"_L1)) {
        item.codeListOid = child.attribute("CodeListOID"_L1);
    } else if (child.is("RangeCheck"_L1)) {
        RangeCheck check;
        check.hard = child.attribute("SoftHard"_L1) != "Soft"_L1;
        check.comparator = odm::comparatorFrom(child.attribute("Comparator"_L1)).value_or(Comparator::Equal);
        for (const XmlElement& part : child.children) {
            if (part.is("CheckValue"_L1))
                check.values.append(cleanText(part.text));
            else if (part.is("ErrorMessage"_L1))
                check.errorMessage = texts(part);
        }
        if (check.values.isEmpty()) {
            dropped(child, u"The check has no value to compare with."_s);
            return;
        }
        item.rangeChecks.push_back(std::move(check));
    } else if (child.is("Alias"_L1) || child.is("Coding"_L1)) {
        const bool alias = child.is("Alias"_L1);
        const Alias made{child.attribute(alias ? "Context"_L1 : "System"_L1),
                         child.attribute(alias ? "Name"_L1 : "Code"_L1)};
        const bool known = std::any_of(item.aliases.begin(), item.aliases.end(),
                                       [&](const Alias& each) { return each.context == made.context; });
        if (known) {
            dropped(child, u"A second name of one system."_s);
            return;
        }
        item.aliases.push_back(made);
    } else {
        dropped(child, u"It has no use here."_s);
        return;
    }
    ++m_report.mapped;
}

void Odm2Reader::readCodeList(const XmlElement& element)
{
    CodeList list;
    list.oid = element.attribute("OID"_L1);
    list.name = element.attribute("Name"_L1);
    const odm::TypeReading type = odm::typeFrom(element.attribute("DataType"_L1));
    list.dataType = odm::codeListWord(type.type) == odm::word(type.type) ? type.type : DataType::Text;
    for (const XmlElement* each : ordered(element, "CodeListItem"_L1)) {
        CodeListItem item;
        item.codedValue = each->attribute("CodedValue"_L1);
        if (const XmlElement* decode = each->child("Decode"_L1))
            item.decode = texts(*decode);
        if (item.decode.isEmpty())
            item.decode.set({}, item.codedValue);
        if (list.find(item.codedValue)) {
            dropped(*each, u"A second item with the same CodedValue."_s);
            continue;
        }
        ++m_report.mapped;
        list.items.push_back(std::move(item));
    }
    m_study.codeLists.push_back(std::move(list));
}

template <class Rule>
void Odm2Reader::readRule(const XmlElement& element, std::vector<Rule>& rules)
{
    Rule rule;
    rule.oid = element.attribute("OID"_L1);
    rule.name = element.attribute("Name"_L1);
    if (const XmlElement* description = element.child("Description"_L1))
        rule.description = texts(*description);
    if (rule.description.isEmpty())
        rule.description.set({}, rule.name);
    for (const XmlElement& child : element.children) {
        if (!child.is("FormalExpression"_L1))
            continue;
        const XmlElement* code = child.child("Code"_L1);
        rule.expressions.push_back(
            {child.attribute("Context"_L1), cleanText(code != nullptr ? code->text : child.text)});
    }
    if (!parseFormal(rule.expressions))
        approximated(element, u"No expression in a language known here: its items are to be checked by hand."_s);
    rules.push_back(std::move(rule));
}

// A visit so many days after another one; the one nothing comes before is day 0.
void Odm2Reader::readTimings(const XmlElement& protocol)
{
    std::vector<const XmlElement*> relative;
    for (const XmlElement& child : protocol.children) {
        if (!child.is("StudyTimings"_L1)) {
            dropped(child, u"It has no use here."_s);
            continue;
        }
        for (const XmlElement& timing : child.children)
            for (const XmlElement& constraint : timing.children) {
                if (constraint.is("RelativeTimingConstraint"_L1) &&
                    daysOf(constraint.attribute("TimepointRelativeTarget"_L1)))
                    relative.push_back(&constraint);
                else if (!constraint.is("Description"_L1))
                    dropped(constraint, u"Only days between two visits are used."_s);
            }
    }
    const auto event = [this](const QString& oid) {
        return std::find_if(m_study.events.begin(), m_study.events.end(),
                            [&](const EventDef& each) { return each.oid == oid; });
    };
    for (size_t round = 0; round < relative.size(); ++round) // each round knows at least one more visit
        for (const XmlElement* each : relative) {
            const auto before = event(each->attribute("PredecessorOID"_L1));
            const auto after = event(each->attribute("SuccessorOID"_L1));
            if (before == m_study.events.end() || after == m_study.events.end() || after->targetDay)
                continue;
            const bool starts = std::none_of(relative.begin(), relative.end(), [&](const XmlElement* other) {
                return other->attribute("SuccessorOID"_L1) == before->oid;
            });
            if (!before->targetDay && starts)
                before->targetDay = 0;
            if (!before->targetDay)
                continue;
            after->targetDay = *before->targetDay + *daysOf(each->attribute("TimepointRelativeTarget"_L1));
            after->windowBefore = daysOf(each->attribute("TimepointPreWindow"_L1)).value_or(0);
            after->windowAfter = daysOf(each->attribute("TimepointPostWindow"_L1)).value_or(0);
            ++m_report.mapped;
        }
}

} // namespace sitebook
