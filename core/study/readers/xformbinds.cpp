// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/readers/xformbinds.h"

#include "core/study/xpathlexer.h"

#include <QSet>

namespace sitebook {

using namespace Qt::StringLiterals;

bool XformBinds::isTrue(const QString& expression)
{
    return expression.trimmed() == "true()"_L1;
}

bool XformBinds::isFalse(const QString& expression)
{
    return expression.trimmed().isEmpty() || expression.trimmed() == "false()"_L1;
}

QString XformBinds::both(const QString& one, const QString& other)
{
    if (one.isEmpty() || other.isEmpty() || one == other)
        return one.isEmpty() ? other : one;
    return u'(' + one + u") and ("_s + other + u')';
}

void XformBinds::read(const XmlElement& element, const QString& root)
{
    const QString path = withAbsolutePaths(element.attribute("nodeset"_L1), root);
    const auto take = [&](QLatin1String name) {
        QString value = element.attribute(name).trimmed();
        m_report.mapped += value.isEmpty() ? 0 : 1;
        return value;
    };
    const auto expression = [&](QLatin1String name) { return withAbsolutePaths(take(name), path); };
    XformBind bind;
    bind.place = element.place;
    bind.type = take("type"_L1).section(u':', -1);
    bind.relevant = expression("relevant"_L1);
    bind.required = expression("required"_L1);
    bind.constraint = expression("constraint"_L1);
    bind.calculate = expression("calculate"_L1);
    bind.readOnly = expression("readonly"_L1);
    bind.message = take("jr:constraintMsg"_L1);
    bind.preload = element.attribute("jr:preload"_L1);
    static const QSet<QString> known{u"nodeset"_s,    u"type"_s,      u"relevant"_s, u"required"_s,
                                     u"constraint"_s, u"calculate"_s, u"readonly"_s, u"jr:constraintMsg"_s,
                                     u"jr:preload"_s, u"id"_s};
    for (const QXmlStreamAttribute& attribute : element.attributes)
        if (!known.contains(attribute.qualifiedName().toString()))
            m_report.dropped.push_back({u"bind "_s + path + u" @"_s + attribute.qualifiedName().toString(),
                                        element.place, u"It has no use here."_s});
    if (const QString id = element.attribute("id"_L1); !id.isEmpty())
        m_ids.insert(id, path);
    if (m_binds.contains(path))
        m_report.dropped.push_back(
            {u"bind "_s + path, m_binds.value(path).place, u"A later one of the same node counts."_s});
    else
        m_order.append(path);
    m_binds.insert(path, bind);
    ++m_report.mapped;
}

QString XformBinds::relevanceOf(const QString& path, const QStringList& held) const
{
    QString all;
    for (QString each = path; each.count(u'/') > 1; each = each.section(u'/', 0, -2))
        if (!held.contains(each))
            all = both(m_binds.value(each).relevant, all);
    return all;
}

bool XformBinds::isReadOnly(const QString& path) const
{
    for (QString each = path; each.count(u'/') > 1; each = each.section(u'/', 0, -2))
        if (isTrue(m_binds.value(each).readOnly))
            return true;
    return false;
}

void XformBinds::report(const XformNodes& nodes, const QSet<QString>& controlled)
{
    for (const QString& path : std::as_const(m_order)) {
        const XformBind bind = m_binds.value(path);
        if (!nodes.has(path) && !controlled.contains(path))
            m_report.dropped.push_back({u"bind "_s + path, bind.place, u"The form has no such node."_s});
        else if (nodes.has(path) && !nodes.isLeaf(path) && !controlled.contains(path))
            reportGroup(path, bind);
    }
}

void XformBinds::reportGroup(const QString& path, const XformBind& bind)
{
    const auto dropped = [&](const QString& what, const QString& note) {
        m_report.dropped.push_back({what + u" of "_s + path, bind.place, note});
    };
    if (!isFalse(bind.required))
        dropped(u"required"_s, u"A group cannot be required: its questions can."_s);
    if (!bind.constraint.isEmpty())
        dropped(u"constraint"_s, u"A rule about a whole group is not run: check by hand."_s);
    if (!bind.calculate.isEmpty())
        dropped(u"calculate"_s, u"A group has no value."_s);
    if (!bind.preload.isEmpty())
        dropped(u"preload"_s, u"A group has no value."_s);
    if (!isTrue(bind.readOnly) && !isFalse(bind.readOnly))
        m_report.approximated.push_back(
            {u"readonly of "_s + path, bind.place, u"The fields in it can always be changed."_s});
}

} // namespace sitebook
