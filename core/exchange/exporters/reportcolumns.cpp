// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/exporters/reportcolumns.h"

#include <QSet>

namespace sitebook {

QStringList itemOidsOf(const StudyDefinition& study, const FormDef& form)
{
    QStringList oids;
    QSet<QString> seen;
    for (const ItemGroupRef& groupRef : form.groups) {
        const ItemGroupDef* group = study.group(groupRef.groupOid);
        if (!group)
            continue;
        for (const ItemRef& ref : group->items) {
            if (!seen.contains(ref.itemOid)) {
                seen.insert(ref.itemOid);
                oids.append(ref.itemOid);
            }
        }
    }
    return oids;
}

std::vector<ItemColumn> itemColumns(const StudyDefinition& study)
{
    std::vector<ItemColumn> columns;
    QSet<QString> headers;
    for (const FormDef& form : study.forms) {
        for (const QString& itemOid : itemOidsOf(study, form)) {
            const ItemDef* item = study.item(itemOid);
            if (!item)
                continue;
            QString header =
                (form.name.isEmpty() ? form.oid : form.name) + u'.' + (item->name.isEmpty() ? item->oid : item->name);
            if (headers.contains(header))
                header = form.oid + u'.' + item->oid;
            headers.insert(header);
            columns.push_back({form.oid, itemOid, header, item});
        }
    }
    return columns;
}

} // namespace sitebook
