// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/readers/xlsformlists.h"

#include <QSet>

namespace sitebook {

using namespace Qt::StringLiterals;

namespace {

XmlElement made(const QString& name, const QString& text, const QString& place)
{
    return {name, {}, place, {}, text, 0, {}};
}

// A choice's words stand in its row, with the names of values that are put in; those in several languages are named
// there.
QString wordsOf(const XmlElement& label)
{
    QString words = label.attribute("ref"_L1);
    qsizetype at = 0;
    for (const XmlElement& output : label.children) {
        words += QStringView(label.text).sliced(at, output.textBefore - at);
        words += u'{' + output.attribute("value"_L1).section(u'/', -1) + u'}';
        at = output.textBefore;
    }
    return words + label.text.sliced(at);
}

} // namespace

XmlElement& XlsformLists::instance(const QString& list, const QString& place)
{
    const auto known = m_positions.constFind(list);
    if (known != m_positions.constEnd())
        return m_instances[*known];
    m_positions.insert(list, m_instances.size());
    m_instances.push_back(made(u"instance"_s, {}, place));
    m_instances.back().attributes.append(u"id"_s, list);
    return m_instances.back();
}

void XlsformLists::addOutside(const QString& list, const QString& file, const QString& place)
{
    if (!m_positions.contains(list))
        instance(list, place).attributes.append(u"src"_s, u"jr://file/"_s + file);
}

void XlsformLists::read(const XlsformSheet& choices, XlsformItext& itext, FidelityReport& report)
{
    for (size_t row = 1; row < choices.size(); ++row) {
        const QString place = choices.place(row);
        const QString list = choices.cell(row, "list_name"_L1);
        if (choices.isBlank(row))
            continue;
        if (list.isEmpty()) {
            report.dropped.push_back({u"choice"_s, place, u"It belongs to no list."_s});
            continue;
        }
        XmlElement& holder = instance(list, place);
        if (!holder.attribute("src"_L1).isEmpty()) {
            report.dropped.push_back({u"choice of "_s + list, place, u"The choices of that list lie in a file."_s});
            continue;
        }
        if (holder.children.empty())
            holder.children.push_back(made(u"root"_s, {}, place));
        holder.children.front().children.push_back(choiceOf(choices, row, itext));
    }
}

XmlElement XlsformLists::choiceOf(const XlsformSheet& choices, size_t row, XlsformItext& itext)
{
    static const QSet<QString> known{u"list_name"_s, u"label"_s, u"name"_s,  u"image"_s,
                                     u"big_image"_s, u"audio"_s, u"video"_s, QString()};
    const QString place = choices.place(row);
    XmlElement item = made(u"item"_s, {}, place);
    item.children.push_back(made(u"name"_s, choices.cell(row, "name"_L1), place));
    const QString id = u"choices:%1"_s.arg(row + 1);
    if (std::optional<XmlElement> label = itext.element(u"label"_s, choices, row, id)) {
        item.children.push_back(made(u"label"_s, wordsOf(*label), place));
    }
    for (const auto& [name, text] : choices.others(row, known))
        item.children.push_back(made(name, text, place));
    return item;
}

} // namespace sitebook
