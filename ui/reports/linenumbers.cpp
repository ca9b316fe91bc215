// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/linenumbers.h"

#include "core/model/itemkey.h"

#include <QSet>
#include <algorithm>

namespace sitebook {

namespace {

// The highest number any of these items stands on.
int highest(const ItemGroupDef& group, const Fields& fields)
{
    QSet<QString> items;
    for (const ItemRef& ref : group.items)
        items.insert(ref.itemOid);
    int last = 0;
    for (const Fields::Entry& entry : fields)
        if (const ItemKey key = ItemKey::of(entry.name); items.contains(key.oid))
            last = std::max(last, key.line);
    return last;
}

} // namespace

void LineNumbers::read(const FormChecker& checker, const StudyIndex& study, const FormDef& form, const Fields& items,
                       const Fields& stored)
{
    for (const ItemGroupRef& groupRef : form.groups) {
        const ItemGroupDef* group = study.group(groupRef.groupOid);
        if (!group || !group->repeating)
            continue;
        Lines& lines = m_groups[group->oid];
        const std::vector<int> before = std::exchange(lines.numbers, checker.linesOf(group->oid, items));
        std::vector<int> all;
        std::set_union(before.begin(), before.end(), lines.numbers.begin(), lines.numbers.end(),
                       std::back_inserter(all));
        lines.numbers = std::move(all);
        lines.last = std::max({lines.last, highest(*group, items), highest(*group, stored)});
    }
}

const std::vector<int>& LineNumbers::of(const QString& groupOid) const
{
    static const std::vector<int> none;
    const auto found = m_groups.constFind(groupOid);
    return found == m_groups.constEnd() ? none : found->numbers;
}

int LineNumbers::add(const QString& groupOid)
{
    Lines& lines = m_groups[groupOid];
    lines.numbers.push_back(++lines.last);
    return lines.last;
}

void LineNumbers::remove(const QString& groupOid, int line)
{
    std::erase(m_groups[groupOid].numbers, line);
}

} // namespace sitebook
