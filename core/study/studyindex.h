// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/definition.h"

#include <QHash>

namespace sitebook {

// Look-ups by OID in constant time. Points into the study, which must outlive it and not change.
class StudyIndex final
{
public:
    explicit StudyIndex(const StudyDefinition& study);

    // Null when the OID is unknown.
    [[nodiscard]] const EventDef* event(const QString& oid) const { return m_events.value(oid); }
    [[nodiscard]] const FormDef* form(const QString& oid) const { return m_forms.value(oid); }
    [[nodiscard]] const ItemGroupDef* group(const QString& oid) const { return m_groups.value(oid); }
    [[nodiscard]] const ItemDef* item(const QString& oid) const { return m_items.value(oid); }
    [[nodiscard]] const CodeList* codeList(const QString& oid) const { return m_codeLists.value(oid); }
    [[nodiscard]] const ConditionDef* condition(const QString& oid) const { return m_conditions.value(oid); }
    [[nodiscard]] const MethodDef* method(const QString& oid) const { return m_methods.value(oid); }

private:
    QHash<QString, const EventDef*> m_events;
    QHash<QString, const FormDef*> m_forms;
    QHash<QString, const ItemGroupDef*> m_groups;
    QHash<QString, const ItemDef*> m_items;
    QHash<QString, const CodeList*> m_codeLists;
    QHash<QString, const ConditionDef*> m_conditions;
    QHash<QString, const MethodDef*> m_methods;
};

} // namespace sitebook
