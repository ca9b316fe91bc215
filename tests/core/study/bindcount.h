// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/definition.h"

#include <QXmlStreamReader>

namespace sitebook::samples {

using namespace Qt::StringLiterals;

// How many rules the binds of a form hold, counted in the XML and in what was read; those about the device left out.
struct BindCount
{
    int required = 0;
    int sometimesRequired = 0;
    int constraints = 0;
    int calculated = 0;
    int relevant = 0;

    void add(const QXmlStreamAttributes& bind)
    {
        const QString node = bind.value(u"nodeset"_s).toString();
        if (node.contains(u"/meta/") || node.endsWith(u"/instanceID"))
            return;
        const QString need = bind.value(u"required"_s).toString().trimmed();
        required += need == u"true()" ? 1 : 0;
        sometimesRequired += need.isEmpty() || need == u"true()" || need == u"false()" ? 0 : 1;
        constraints += bind.value(u"constraint"_s).trimmed().isEmpty() ? 0 : 1;
        calculated += bind.value(u"calculate"_s).trimmed().isEmpty() ? 0 : 1;
        relevant += bind.value(u"relevant"_s).trimmed().isEmpty() ? 0 : 1;
    }

    // Of each rule that relevance inherits only its own node counts.
    static BindCount of(const StudyDefinition& study)
    {
        BindCount count;
        for (const ItemGroupDef& group : study.groups)
            for (const ItemRef& ref : group.items) {
                count.required += ref.mandatory ? 1 : 0;
                count.sometimesRequired += ref.mandatoryConditionOid.isEmpty() ? 0 : 1;
            }
        for (const ItemDef& item : study.items)
            for (const RangeCheck& check : item.rangeChecks)
                count.constraints += check.expressions.empty() ? 0 : 1;
        count.calculated = static_cast<int>(study.methods.size());
        for (const ConditionDef& condition : study.conditions)
            count.relevant += condition.oid.endsWith(u".relevant") ? 1 : 0;
        return count;
    }

    QString text() const
    {
        return u"%1 required, %2 sometimes, %3 constraints, %4 calculated, %5 relevant"_s.arg(required)
            .arg(sometimesRequired)
            .arg(constraints)
            .arg(calculated)
            .arg(relevant);
    }
};

} // namespace sitebook::samples
