// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/readers/xformnodes.h"

#include <algorithm>

namespace sitebook {

using namespace Qt::StringLiterals;

namespace {

bool isTemplate(const XmlElement& node)
{
    return node.attributes.hasAttribute(u"jr:template"_s);
}

bool holdTheSame(const XmlElement& one, const XmlElement& other)
{
    return one.text.trimmed() == other.text.trimmed() &&
           std::equal(one.children.begin(), one.children.end(), other.children.begin(), other.children.end(),
                      [](const XmlElement& a, const XmlElement& b) { return a.name == b.name && holdTheSame(a, b); });
}

} // namespace

void XformNodes::read(const XmlElement& root)
{
    m_root = u'/' + root.name;
    m_nodes.insert(m_root, {root.place, {}, root.children.empty()});
    learnChildren(root, m_root);
}

void XformNodes::learnChildren(const XmlElement& holder, const QString& path)
{
    QStringList order;
    QHash<QString, std::vector<const XmlElement*>> rows;
    for (const XmlElement& child : holder.children) {
        std::vector<const XmlElement*>& all = rows[child.name];
        if (all.empty())
            order.append(child.name);
        all.push_back(&child);
    }
    for (const QString& name : std::as_const(order)) {
        const std::vector<const XmlElement*>& all = rows[name];
        const auto made =
            std::find_if(all.begin(), all.end(), [](const XmlElement* each) { return isTemplate(*each); });
        const XmlElement& pattern = made == all.end() ? *all.front() : **made;
        const QString here = path + u'/' + name;
        learn(pattern, here);
        reportRows(all, pattern, here);
    }
}

void XformNodes::learn(const XmlElement& node, const QString& here)
{
    m_nodes.insert(here, {node.place, node.children.empty() ? node.text.trimmed() : QString(), node.children.empty()});
    if (node.children.empty())
        m_leaves.append(here);
    learnChildren(node, here);
}

// A first row that says no more than the template is what every form begins with.
void XformNodes::reportRows(const std::vector<const XmlElement*>& rows, const XmlElement& pattern, const QString& here)
{
    bool first = isTemplate(pattern);
    for (const XmlElement* row : rows) {
        if (row == &pattern)
            continue;
        if (!first || !holdTheSame(*row, pattern))
            m_report.dropped.push_back({u"row of "_s + here, row->place,
                                        u"A row that the form begins with is not made here: add it by hand."_s});
        first = false;
    }
}

bool XformNodes::isMeta(const QString& path) const
{
    return path == m_root + u"/instanceID" || path == m_root + u"/meta" || path.startsWith(m_root + u"/meta/");
}

} // namespace sitebook
