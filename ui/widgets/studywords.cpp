// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/studywords.h"

#include "core/model/itemkey.h"

#include <QCoreApplication>

namespace sitebook {

namespace {

QString firstLine(const TranslatedText& text)
{
    return text.in(studyLanguage()).section(u'\n', 0, 0).trimmed();
}

} // namespace

QString itemTitle(const StudyDefinition& study, const QString& key)
{
    const ItemKey parts = study.item(key) ? ItemKey{key, 0} : ItemKey::of(key);
    const ItemDef* item = study.item(parts.oid);
    if (item == nullptr) {
        const ItemGroupDef* group = study.group(key);
        const QString title = group ? firstLine(group->description) : QString();
        return title.isEmpty() ? (group && !group->name.isEmpty() ? group->name : key) : title;
    }
    const QString question = firstLine(item->question);
    const QString title = question.isEmpty() ? (item->name.isEmpty() ? parts.oid : item->name) : question;
    return parts.line == 0
               ? title
               : QCoreApplication::translate("sitebook::StudyWords", "%1, line %2").arg(title).arg(parts.line);
}

} // namespace sitebook
