// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/definition.h"

#include <QLocale>

namespace sitebook {

// The language texts of the study are shown in: the program's.
[[nodiscard]] inline QString studyLanguage()
{
    return QLocale().bcp47Name();
}

// Title of a form: the first line of its description, else its name, else the OID.
[[nodiscard]] inline QString formTitle(const StudyDefinition& study, const QString& formOid)
{
    const FormDef* form = study.form(formOid);
    if (form == nullptr)
        return formOid;
    const QString title = form->description.in(studyLanguage()).section(u'\n', 0, 0).trimmed();
    return title.isEmpty() ? (form->name.isEmpty() ? formOid : form->name) : title;
}

// The short name people say: "PHQ-9".
[[nodiscard]] inline QString formName(const StudyDefinition& study, const QString& formOid)
{
    const FormDef* form = study.form(formOid);
    return form == nullptr || form->name.isEmpty() ? formOid : form->name;
}

// The question of an item, else its name, else the OID; with its line where the key names one. Of a section its title.
[[nodiscard]] QString itemTitle(const StudyDefinition& study, const QString& key);

// Name of a visit in the program's language.
[[nodiscard]] inline QString eventTitle(const StudyDefinition& study, const QString& eventOid)
{
    const EventDef* event = study.event(eventOid);
    if (event == nullptr)
        return eventOid;
    const QString title = event->description.in(studyLanguage()).section(u'\n', 0, 0).trimmed();
    return title.isEmpty() ? (event->name.isEmpty() ? eventOid : event->name) : title;
}

} // namespace sitebook
