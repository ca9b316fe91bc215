// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/readers/xformanswers.h"

#include <QRegularExpression>
#include <QSet>

namespace sitebook {

using namespace Qt::StringLiterals;

std::optional<CodeList> XformAnswers::fill(const XmlElement& control, const QString& type, ItemDef& item)
{
    setType(control, type, item);
    setChoices(control, item);
    setAppearance(control, item);
    return std::exchange(m_list, std::nullopt);
}

void XformAnswers::approximated(const QString& element, const QString& place, const QString& note)
{
    m_report.approximated.push_back({element, place, note});
}

void XformAnswers::dropped(const QString& element, const QString& place, const QString& note)
{
    m_report.dropped.push_back({element, place, note});
}

DataType XformAnswers::dataTypeOf(const QString& type)
{
    static const QHash<QString, DataType> types{{u"int"_s, DataType::Integer},       {u"integer"_s, DataType::Integer},
                                                {u"decimal"_s, DataType::Decimal},   {u"date"_s, DataType::Date},
                                                {u"dateTime"_s, DataType::DateTime}, {u"time"_s, DataType::Time},
                                                {u"boolean"_s, DataType::Boolean}};
    return types.value(type, DataType::Text);
}

void XformAnswers::setType(const XmlElement& control, const QString& type, ItemDef& item)
{
    static const QSet<QString> texts{QString(),   u"string"_s,  u"select1"_s,  u"select"_s, u"odk:rank"_s,
                                     u"binary"_s, u"barcode"_s, u"geopoint"_s, u"rank"_s,   u"intent"_s};
    const bool chooses = control.is("select"_L1) || control.is("select1"_L1) || control.is("rank"_L1);
    if (!chooses)
        item.dataType = dataTypeOf(type);
    if (item.dataType == DataType::Text && !chooses)
        item.control = Control::Line;
    if (type == "barcode"_L1)
        item.control = Control::Barcode;
    else if (type == "geopoint"_L1)
        item.control = Control::Location;
    else if (control.is("textarea"_L1))
        item.control = Control::LongText;
    else if (control.is("upload"_L1))
        item.control = Control::File;
    if (dataTypeOf(type) == DataType::Text && !texts.contains(type))
        approximated(u"type "_s + type, control.place, u"It is captured as text."_s);
    if (!control.is("range"_L1))
        return;
    item.control = Control::Slider;
    item.rangeChecks.push_back({Comparator::GreaterOrEqual, {control.attribute("start"_L1)}, {}, true, {}});
    item.rangeChecks.push_back({Comparator::LessOrEqual, {control.attribute("end"_L1)}, {}, true, {}});
}

void XformAnswers::setChoices(const XmlElement& control, ItemDef& item)
{
    const bool trigger = control.is("trigger"_L1);
    const bool chooses = control.is("select"_L1) || control.is("select1"_L1) || control.is("rank"_L1);
    if (!chooses && !trigger)
        return;
    CodeList list;
    list.oid = item.oid + u".choices"_s;
    list.name = item.name;
    item.multiple = control.is("select"_L1) || control.is("rank"_L1);
    if (control.is("rank"_L1))
        approximated(u"rank "_s + item.oid, control.place,
                     u"Which are chosen is captured, in the order of the list."_s);
    if (trigger)
        list.items.push_back({u"OK"_s, m_texts.ofReference(u"OK"_s), {}, {}});
    for (const XmlElement& each : control.children) {
        if (each.is("item"_L1)) {
            const XmlElement* value = each.child("value"_L1);
            const XmlElement* label = each.child("label"_L1);
            CodeListItem choice;
            choice.codedValue = value != nullptr ? value->text.trimmed() : QString();
            if (label != nullptr)
                choice.decode = m_texts.of(*label);
            if (choice.decode.isEmpty())
                choice.decode.set({}, choice.codedValue);
            if (choice.codedValue.isEmpty() || list.find(choice.codedValue))
                dropped(u"item of "_s + item.oid, each.place, u"It has no value, or one that is there already."_s);
            else
                list.items.push_back(std::move(choice));
            ++m_report.mapped;
        } else if (each.is("itemset"_L1)) {
            addItemset(each, list, item);
        }
    }
    if (list.items.empty())
        return;
    item.codeListOid = list.oid;
    m_list = std::move(list);
}

void XformAnswers::addItemset(const XmlElement& itemset, CodeList& list, ItemDef& item)
{
    static const QRegularExpression source(u"instance\\(\\s*['\"]([^'\"]*)['\"]\\s*\\)"_s);
    const QString nodeset = itemset.attribute("nodeset"_L1);
    const XmlElement* instance = m_instances.value(source.match(nodeset).captured(1));
    const XmlElement* root = instance != nullptr && !instance->children.empty() ? &instance->children.front() : nullptr;
    if (root == nullptr) {
        approximated(u"itemset of "_s + item.oid, itemset.place,
                     u"Its choices lie outside the file; any text is taken."_s);
        return;
    }
    if (nodeset.contains(u'['))
        approximated(u"itemset of "_s + item.oid, itemset.place,
                     u"All choices are offered, whatever was chosen before."_s);
    const XmlElement* value = itemset.child("value"_L1);
    const XmlElement* label = itemset.child("label"_L1);
    const QString valueName = value != nullptr ? value->attribute("ref"_L1) : u"name"_s;
    QString labelName = label != nullptr ? label->attribute("ref"_L1) : u"label"_s;
    const bool translated = labelName.startsWith(u"jr:itext(");
    if (translated)
        labelName = labelName.mid(9).chopped(1).trimmed();
    for (const XmlElement& each : root->children) {
        const XmlElement* code = each.child(QLatin1String(valueName.toLatin1()));
        const XmlElement* words = each.child(QLatin1String(labelName.toLatin1()));
        if (code == nullptr || list.find(code->text.trimmed()))
            continue;
        CodeListItem choice;
        choice.codedValue = code->text.trimmed();
        if (words != nullptr)
            choice.decode = translated ? m_texts.byId(words->text.trimmed()) : m_texts.ofReference(words->text);
        if (choice.decode.isEmpty())
            choice.decode.set({}, choice.codedValue);
        list.items.push_back(std::move(choice));
        ++m_report.mapped;
    }
}

void XformAnswers::setAppearance(const XmlElement& control, ItemDef& item)
{
    for (const QString& word : control.attribute("appearance"_L1).split(u' ', Qt::SkipEmptyParts)) {
        if (word == "multiline"_L1)
            item.control = Control::LongText;
        else if (word == "minimal"_L1 || word == "autocomplete"_L1)
            item.control = Control::List;
        else if (word == "signature"_L1 || word == "draw"_L1 || word == "annotate"_L1)
            item.control = Control::Signature;
        else if (word == "likert"_L1 || word == "quick"_L1)
            item.control = Control::Radio;
        else {
            approximated(u"appearance "_s + word, control.place, u"The form's own layout is used."_s);
            continue;
        }
        ++m_report.mapped;
    }
    for (const QXmlStreamAttribute& attribute : control.attributes) {
        const QStringView name = attribute.qualifiedName();
        if (name == "query"_L1)
            approximated(u"query of "_s + item.oid, control.place,
                         u"Its choices lie outside the file; any text is taken."_s);
        else if (name == "mediatype"_L1 || name == "step"_L1)
            approximated(name.toString() + u" of "_s + item.oid, control.place, u"It is not checked."_s);
    }
}

} // namespace sitebook
