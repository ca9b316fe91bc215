// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/readers/odmitemreader.h"

#include "core/study/dialects.h"
#include "core/study/odmextras.h"
#include "core/study/readers/odmnames.h"
#include "core/study/readers/odmorder.h"

namespace sitebook {

using namespace Qt::StringLiterals;

namespace {

QString useless()
{
    return u"The element has no use here."_s;
}

} // namespace

DataType OdmItemReader::takeType(OdmNode& node)
{
    const QString word = node.take("DataType"_L1);
    const odm::TypeReading reading = odm::typeFrom(word);
    if (!reading.exact)
        m_source.approximated(node, u"DataType \"%1\" is captured as %2."_s.arg(word, odm::word(reading.type)));
    return reading.type;
}

ItemDef OdmItemReader::readItem(OdmNode& node)
{
    ItemDef item;
    item.oid = m_source.takeOid(node);
    if (item.oid.isEmpty())
        return item;
    item.name = m_source.takeName(node, item.oid);
    item.dataType = takeType(node);
    item.length = std::max(0, node.takeNumber("Length"_L1, 0));
    item.significantDigits = std::max(0, node.takeNumber("SignificantDigits"_L1, 0));
    m_source.accept(node);
    while (std::optional<OdmNode> child = m_source.nextChild())
        readItemChild(*child, item);
    odmextras::take(item);
    return item;
}

void OdmItemReader::readItemChild(OdmNode& child, ItemDef& item)
{
    if (child.is("Question"_L1) || child.is("Description"_L1)) {
        m_source.accept(child);
        (child.is("Question"_L1) ? item.question : item.description) = m_source.texts();
    } else if (child.is("MeasurementUnitRef"_L1)) {
        readUnit(child, item);
    } else if (child.is("RangeCheck"_L1)) {
        readRange(child, item);
    } else if (child.is("CodeListRef"_L1)) {
        item.codeListOid = child.take("CodeListOID"_L1);
        m_source.accept(child);
        m_source.dropChildren();
    } else if (child.is("Alias"_L1)) {
        m_source.readAlias(child, item.aliases);
    } else {
        m_source.drop(child, useless());
    }
}

void OdmItemReader::readUnit(OdmNode& node, ItemDef& item)
{
    const QString oid = node.take("MeasurementUnitOID"_L1);
    const auto unit = m_units.constFind(oid);
    if (unit == m_units.constEnd() || !item.unit.isEmpty()) {
        m_source.drop(node, item.unit.isEmpty() ? u"The file has no such measurement unit."_s
                                                : u"An item has one unit here; the first is used."_s);
        return;
    }
    item.unit = *unit;
    m_source.accept(node);
    m_source.dropChildren();
}

void OdmItemReader::readRange(OdmNode& node, ItemDef& item)
{
    RangeCheck range;
    const QString word = node.take("Comparator"_L1);
    const std::optional<Comparator> comparator = odm::comparatorFrom(word);
    range.hard = node.take("SoftHard"_L1).compare("Soft"_L1, Qt::CaseInsensitive) != 0;
    if (!comparator && !word.isEmpty()) {
        m_source.drop(node, u"The check has no known Comparator."_s);
        return;
    }
    range.comparator = comparator.value_or(Comparator::Equal);
    const OdmSource::Mark before = m_source.mark();
    m_source.accept(node);
    while (std::optional<OdmNode> child = m_source.nextChild()) {
        if (child->is("CheckValue"_L1)) {
            m_source.accept(*child);
            range.values.append(m_source.text(*child));
        } else if (child->is("FormalExpression"_L1)) {
            FormalExpression expression;
            expression.context = child->take("Context"_L1);
            m_source.accept(*child);
            expression.text = m_source.text(*child);
            range.expressions.push_back(std::move(expression));
        } else if (child->is("ErrorMessage"_L1)) {
            m_source.accept(*child);
            range.errorMessage = m_source.texts();
        } else {
            m_source.drop(*child, useless());
        }
    }
    const bool compares = !range.values.isEmpty() && comparator;
    if (compares || !range.expressions.empty()) {
        if (!compares && !parseFormal(range.expressions))
            m_source.approximated(node, u"Its expression cannot be run here: check by hand."_s);
        item.rangeChecks.push_back(std::move(range));
        return;
    }
    m_source.erase(before, m_source.mark());
    m_source.dropped(node, u"The check has neither a comparison nor an expression."_s);
}

CodeList OdmItemReader::readCodeList(OdmNode& node)
{
    CodeList codes;
    codes.oid = m_source.takeOid(node);
    if (codes.oid.isEmpty())
        return codes;
    codes.name = m_source.takeName(node, codes.oid);
    codes.dataType = takeType(node);
    if (odm::codeListWord(codes.dataType) != odm::word(codes.dataType)) {
        m_source.approximated(node, u"The codes are taken as text."_s);
        codes.dataType = DataType::Text;
    }
    m_source.accept(node);
    m_orders.clear();
    while (std::optional<OdmNode> child = m_source.nextChild())
        readCodeListChild(*child, codes);
    odm::sortByOrder(codes.items, m_orders);
    return codes;
}

void OdmItemReader::readCodeListChild(OdmNode& child, CodeList& codes)
{
    if (child.is("CodeListItem"_L1) || child.is("EnumeratedItem"_L1)) {
        const int order = child.takeNumber("OrderNumber"_L1, odm::noOrder);
        const QString value = child.take("CodedValue"_L1);
        if (codes.find(value)) {
            m_source.drop(child, u"A second item with the same CodedValue."_s);
            return;
        }
        codes.items.push_back(readCode(child));
        m_orders.push_back(order);
    } else if (child.is("ExternalCodeList"_L1)) {
        m_source.approximated(child, u"The code list lies elsewhere; any answer is taken."_s);
        m_source.drop(child, u"A reference to a code list outside the file."_s);
    } else {
        m_source.drop(child, useless());
    }
}

CodeListItem OdmItemReader::readCode(OdmNode& node)
{
    CodeListItem item;
    item.codedValue = node.take("CodedValue"_L1);
    m_source.accept(node);
    while (std::optional<OdmNode> child = m_source.nextChild()) {
        if (child->is("Decode"_L1)) {
            m_source.accept(*child);
            item.decode = m_source.texts();
        } else if (child->is("Alias"_L1)) {
            m_source.readAlias(*child, item.aliases);
        } else {
            m_source.drop(*child, useless());
        }
    }
    odmextras::take(item);
    if (item.decode.isEmpty()) {
        item.decode.set({}, item.codedValue);
        if (node.is("CodeListItem"_L1))
            m_source.approximated(node, u"It has no Decode; the coded value stands for it."_s);
    }
    return item;
}

} // namespace sitebook
