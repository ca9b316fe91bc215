// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/readers/xformanswers.h"

#include <QSet>

namespace sitebook {

using namespace Qt::StringLiterals;

std::optional<CodeList> XformAnswers::fill(const XmlElement& control, const QString& type, ItemDef& item)
{
    setType(control, type, item);
    std::optional<CodeList> list = m_choices.of(control, item);
    setAppearance(control, item);
    setAttributes(control, item);
    return list;
}

void XformAnswers::approximated(const QString& element, const QString& place, const QString& note)
{
    m_report.approximated.push_back({element, place, note});
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
    static const QSet<QString> texts{QString(),   u"string"_s,  u"select1"_s,  u"select"_s, u"rank"_s,
                                     u"binary"_s, u"barcode"_s, u"geopoint"_s, u"intent"_s};
    const bool chooses = XformChoices::chooses(control);
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
    if (control.is("range"_L1))
        setRange(control, item);
}

void XformAnswers::setRange(const XmlElement& control, ItemDef& item)
{
    item.control = Control::Slider;
    const auto bound = [&](QLatin1String name, Comparator comparator) {
        if (const QString value = control.attribute(name).trimmed(); !value.isEmpty())
            item.rangeChecks.push_back({comparator, {value}, {}, true, {}});
    };
    bound("start"_L1, Comparator::GreaterOrEqual);
    bound("end"_L1, Comparator::LessOrEqual);
}

void XformAnswers::setAppearance(const XmlElement& control, ItemDef& item)
{
    const QStringList words =
        XformChoices::withoutSearch(control.attribute("appearance"_L1)).split(u' ', Qt::SkipEmptyParts);
    for (const QString& word : words) {
        const bool listed = !item.codeListOid.isEmpty();
        if (word == "multiline"_L1)
            item.control = Control::LongText;
        else if (word == "minimal"_L1 || word == "autocomplete"_L1)
            item.control = listed ? Control::List : item.control;
        else if (word == "signature"_L1 || word == "draw"_L1 || word == "annotate"_L1)
            item.control = Control::Signature;
        else if (word == "likert"_L1 || word == "quick"_L1)
            item.control = listed ? Control::Radio : item.control;
        else {
            approximated(u"appearance "_s + word, control.place, u"The form's own layout is used."_s);
            continue;
        }
        ++m_report.mapped;
    }
}

void XformAnswers::setAttributes(const XmlElement& control, const ItemDef& item)
{
    static const QSet<QString> known{u"ref"_s, u"nodeset"_s, u"bind"_s, u"appearance"_s};
    for (const QXmlStreamAttribute& attribute : control.attributes) {
        const QString name = attribute.qualifiedName().toString();
        const bool ofRange = control.is("range"_L1) && (name == "start"_L1 || name == "end"_L1);
        if (name == "query"_L1)
            approximated(u"query of "_s + item.oid, control.place,
                         u"Its choices lie outside the file; any text is taken."_s);
        else if (name == "mediatype"_L1 || name == "accept"_L1 || name == "step"_L1)
            approximated(name + u" of "_s + item.oid, control.place, u"It is not checked."_s);
        else if (!known.contains(name) && !ofRange)
            m_report.dropped.push_back(
                {control.name + u' ' + item.oid + u" @"_s + name, control.place, u"It has no use here."_s});
    }
}

} // namespace sitebook
