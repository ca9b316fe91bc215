// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/readers/fhirconditions.h"
#include "core/study/readers/fhiroptions.h"

namespace sitebook {

// Makes the sections and items of one form of a Questionnaire's items. Nested groups follow each other as sections with
// a level; what a question holds comes right behind it, in the same section.
class FhirItems final
{
public:
    FhirItems(FhirSource& source, const json::Value& questionnaire, QString language, StudyDefinition& study,
              FormDef& form);
    void read(const json::Value& questionnaire);

private:
    // Where an item stands: the section it belongs to, and when it is not asked because of what it stands in.
    struct Place
    {
        QString path;
        QString groupOid;    // of the group that holds it; empty at the top
        QString hiddenGroup; // when the group is not asked
        QString hiddenItem;  // when the question that holds it is not asked
        int level = 0;
        bool repeating = false; // inside a repeating group
    };

    void learn(const json::Value& holder, const QString& path, int depth);
    void readItems(const json::Value& holder, const Place& place, int depth);
    void readGroup(const json::Value& item, const Place& place, int depth);
    void readQuestion(const json::Value& item, const Place& place, int depth);
    void setType(const json::Value& item, const QString& type, ItemDef& def, const QString& path);
    void setAnswers(const json::Value& item, const QString& type, ItemDef& def, const QString& path);
    void setInitial(const json::Value& item, ItemDef& def, const QString& path);
    void readExtensions(const json::Value& item, ItemDef& def, ItemRef& ref, const QString& path);
    [[nodiscard]] bool readLimit(const json::Value& extension, const QString& name, ItemDef& def);
    void readControl(const json::Value& extension, ItemDef& def, const QString& path);
    void keepFhirPath(const json::Value& extension, const QString& name, const ItemDef& def, ItemRef& ref,
                      const QString& path);
    void readCodes(const json::Value& item, ItemDef& def, const QString& path);
    void reportOthers(const json::Value& item, const QString& path);
    [[nodiscard]] bool isHint(const json::Value& item) const;
    [[nodiscard]] ItemGroupDef& sectionFor(const Place& place);
    [[nodiscard]] QString conditionFor(const QString& oid, const QStringList& hidden);
    [[nodiscard]] QString oidOf(const json::Value& item, const QString& path);
    [[nodiscard]] TranslatedText titleOf(const json::Value& item);

    FhirSource& m_source;
    QString m_language;
    StudyDefinition& m_study;
    FormDef& m_form;
    FhirOptions m_options;
    FhirQuestions m_questions;
    FhirConditions m_conditions;
    QHash<QString, QString> m_oids; // path -> OID
    QSet<QString> m_taken;
    QHash<QString, QStringList> m_selected; // OID -> codes chosen at first
};

} // namespace sitebook
