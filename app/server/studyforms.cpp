// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/studyforms.h"

namespace sitebook::server {

Result<StudyForms> StudyForms::create(std::shared_ptr<const StudyDefinition> study)
{
    StudyForms forms;
    forms.m_study = study;
    for (const FormDef& definition : study->forms) {
        SB_TRY_ASSIGN(FormChecker checker, FormChecker::create(study, definition.oid));
        auto form = std::make_shared<Form>(
            Form{std::move(checker), QString(study->versionOid + u'/' + definition.oid), {}, {}});
        for (const ItemGroupRef& groupRef : definition.groups) {
            const ItemGroupDef* group = study->group(groupRef.groupOid);
            for (const ItemRef& reference : group != nullptr ? group->items : std::vector<ItemRef>()) {
                form->itemOids.insert(reference.itemOid.toUtf8(), reference.itemOid);
                if (const ItemDef* item = study->item(reference.itemOid); item != nullptr && !item->name.isEmpty())
                    form->itemOids.insert(item->name.toUtf8(), reference.itemOid);
            }
        }
        for (const EventDef& event : study->events)
            for (const EventDef::FormRef& reference : event.forms)
                if (reference.formOid == definition.oid)
                    form->events.insert(event.oid);
        forms.m_forms.insert(definition.oid, std::move(form));
    }
    return forms;
}

const QString* StudyForms::Form::itemNamed(std::string_view name) const
{
    const auto found = itemOids.constFind(QByteArray::fromRawData(name.data(), static_cast<qsizetype>(name.size())));
    return found == itemOids.constEnd() ? nullptr : &*found;
}

const StudyForms::Form* StudyForms::find(const QString& oid) const
{
    return m_forms.value(oid).get();
}

} // namespace sitebook::server
