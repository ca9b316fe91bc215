// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/readers/xformchoices.h"

#include <QRegularExpression>
#include <algorithm>

namespace sitebook {

using namespace Qt::StringLiterals;

namespace {

const QRegularExpression& searchCall()
{
    static const QRegularExpression call(u"\\bsearch\\s*\\(.*\\)"_s, QRegularExpression::DotMatchesEverythingOption);
    return call;
}

const XmlElement* childNamed(const XmlElement& parent, const QString& name)
{
    const auto found = std::find_if(parent.children.begin(), parent.children.end(),
                                    [&](const XmlElement& each) { return each.name == name; });
    return found == parent.children.end() ? nullptr : &*found;
}

// Which child of a row an itemset's value or label names; `translated` when it holds the id of a text.
QString columnOf(const XmlElement* element, const QString& usual, bool& translated)
{
    QString name = element != nullptr ? element->attribute("ref"_L1).trimmed() : usual;
    translated = name.startsWith(u"jr:itext(");
    return translated ? name.mid(9).chopped(1).trimmed() : name;
}

} // namespace

bool XformChoices::chooses(const XmlElement& control)
{
    return control.is("select"_L1) || control.is("select1"_L1) || control.is("rank"_L1);
}

QString XformChoices::withoutSearch(const QString& appearance)
{
    return QString(appearance).remove(searchCall());
}

void XformChoices::approximated(const QString& element, const QString& place, const QString& note)
{
    m_report.approximated.push_back({element, place, note});
}

std::optional<CodeList> XformChoices::of(const XmlElement& control, ItemDef& item)
{
    const bool trigger = control.is("trigger"_L1);
    if (!chooses(control) && !trigger)
        return std::nullopt;
    CodeList list;
    list.oid = item.oid + u".choices"_s;
    list.name = item.name;
    m_codes.clear();
    item.multiple = control.is("select"_L1) || control.is("rank"_L1);
    if (control.is("rank"_L1))
        approximated(u"rank "_s + item.oid, control.place,
                     u"Which are chosen is captured, in the order of the list."_s);
    if (trigger)
        list.items.push_back({u"OK"_s, m_texts.ofReference(u"OK"_s, {}), {}, {}});
    for (const XmlElement& each : control.children) {
        if (each.is("item"_L1))
            addItem(each, list);
        else if (each.is("itemset"_L1))
            addItemset(each, list, item);
    }
    if (searchCall().match(control.attribute("appearance"_L1)).hasMatch()) {
        keepOwn(list, control);
        approximated(u"search of "_s + item.oid, control.place,
                     u"Its choices lie outside the file; any text is taken."_s);
        item.openChoice = true;
    }
    if (!list.items.empty()) {
        item.codeListOid = list.oid;
        return list;
    }
    item.multiple = false;
    item.openChoice = false;
    item.control = Control::Line;
    return std::nullopt;
}

// Beside a search only choices with a number are the form's own; the others name columns of the file.
void XformChoices::keepOwn(CodeList& list, const XmlElement& control)
{
    for (auto each = list.items.begin(); each != list.items.end();) {
        bool number = false;
        (void)each->codedValue.toInt(&number);
        if (!number)
            m_report.dropped.push_back({u"choice "_s + each->codedValue + u" of "_s + list.name, control.place,
                                        u"It names a column of a file that is not here."_s});
        each = number ? each + 1 : list.items.erase(each);
    }
}

void XformChoices::add(CodeList& list, const QString& code, TranslatedText words, const XmlElement& source)
{
    if (code.isEmpty() || m_codes.contains(code)) {
        m_report.dropped.push_back(
            {u"choice of "_s + list.name, source.place, u"It has no value, or one that is there already."_s});
        return;
    }
    m_codes.insert(code);
    CodeListItem choice;
    choice.codedValue = code;
    choice.decode = std::move(words);
    if (choice.decode.isEmpty())
        choice.decode.set({}, code);
    list.items.push_back(std::move(choice));
    ++m_report.mapped;
}

void XformChoices::addItem(const XmlElement& element, CodeList& list)
{
    const XmlElement* value = element.child("value"_L1);
    const XmlElement* label = element.child("label"_L1);
    add(list, value != nullptr ? value->text.trimmed() : QString(),
        label != nullptr ? m_texts.of(*label) : TranslatedText(), element);
}

void XformChoices::addItemset(const XmlElement& itemset, CodeList& list, ItemDef& item)
{
    static const QRegularExpression source(u"instance\\(\\s*['\"]([^'\"]*)['\"]\\s*\\)"_s);
    const QString nodeset = itemset.attribute("nodeset"_L1);
    const QString id = source.match(nodeset).captured(1);
    const XmlElement* instance = m_instances.value(id);
    m_used.insert(id);
    const XmlElement* root = instance != nullptr && !instance->children.empty() ? &instance->children.front() : nullptr;
    const bool outside = root == nullptr || !instance->attribute("src"_L1).isEmpty();
    if (outside)
        approximated(u"itemset of "_s + item.oid, itemset.place,
                     u"Its choices are not in a list of the form; any text is taken."_s);
    item.openChoice = item.openChoice || outside;
    if (root == nullptr)
        return;
    if (nodeset.contains(u'['))
        approximated(u"itemset of "_s + item.oid, itemset.place,
                     u"All choices are offered, whatever was chosen before."_s);
    if (nodeset.trimmed().startsWith(u"randomize("))
        approximated(u"randomize of "_s + item.oid, itemset.place, u"The choices keep their order."_s);
    addRows(*root, itemset, list, outside);
}

void XformChoices::reportUnused()
{
    QStringList ids = m_instances.keys();
    ids.sort();
    for (const QString& id : std::as_const(ids))
        if (const XmlElement* instance = m_instances.value(id);
            !m_used.contains(id) && instance->attribute("src"_L1).isEmpty())
            m_report.dropped.push_back({u"instance "_s + id, instance->place, u"No question takes its choices."_s});
}

// Of a file elsewhere there may be a row "_" that only shows its columns.
void XformChoices::addRows(const XmlElement& root, const XmlElement& itemset, CodeList& list, bool outside)
{
    bool translated = false;
    const QString value = columnOf(itemset.child("value"_L1), u"name"_s, translated);
    const QString label = columnOf(itemset.child("label"_L1), u"label"_s, translated);
    for (const XmlElement& each : root.children) {
        const XmlElement* code = childNamed(each, value);
        const XmlElement* words = childNamed(each, label);
        if (outside && (code == nullptr || code->text.trimmed() == "_"_L1))
            continue;
        TranslatedText decode;
        if (words != nullptr)
            decode = translated ? m_texts.byId(words->text.trimmed(), words->place)
                                : m_texts.ofReference(words->text, words->place);
        add(list, code != nullptr ? code->text.trimmed() : QString(), std::move(decode), each);
    }
    reportColumns(root, itemset.attribute("nodeset"_L1).section(u'/', 0, 0), {value, label});
}

// What else a choice knows is only for filters, which are reported where they stand.
void XformChoices::reportColumns(const XmlElement& root, const QString& id, const QSet<QString>& used)
{
    if (m_told.contains(id))
        return;
    m_told.insert(id);
    QStringList further;
    for (const XmlElement& row : root.children)
        for (const XmlElement& each : row.children)
            if (!used.contains(each.name) && !further.contains(each.name))
                further.append(each.name);
    if (!further.isEmpty())
        m_report.dropped.push_back(
            {further.join(u", ") + u" of the choices of "_s + id, root.place, u"A choice has a code and a text."_s});
}

} // namespace sitebook
