// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/readers/fhirconditions.h"
#include "core/study/readers/fhirgroups.h"
#include "core/study/readers/fhirproperties.h"

namespace sitebook {

// Makes the sections and items of one form of a Questionnaire's items. Nested groups follow each other as sections with
// a level; what a question holds comes right behind it, in the same section. What stands in a repeating group stays in
// it, since all of it repeats.
class FhirItems final
{
public:
    FhirItems(FhirSource& source, FhirValueSets& sets, StudyDefinition& study, FormDef& form);
    void read(const json::Value& questionnaire);

private:
    // Where an item stands, and what it has from there.
    struct Place
    {
        QString path;
        QString groupOid;   // of the section it belongs to; empty at the top
        QString holder;     // of the item that holds it; empty at the top
        FhirHidden section; // when the section is not asked
        FhirHidden item;    // when the questions that hold it are not asked
        QString matrix;
        int level = 0;
        bool repeating = false; // inside a repeating group
        bool hidden = false;
        bool readOnly = false;
    };
    struct Known
    {
        QString oid;
        FhirOptions::Offer offer;
    };

    void learn(const json::Value& holder, const QString& path, int depth);
    [[nodiscard]] FhirQuestion questionOf(const json::Value& item, const Known& known) const;
    void readItems(const json::Value& holder, const Place& place, int depth);
    void readGroup(const json::Value& item, const Place& place, int depth);
    void readQuestion(const json::Value& item, const Place& place, int depth);
    void addSection(const json::Value& item, const FhirGroup& group, Place& inside);
    void addHeading(const json::Value& item, const FhirGroup& group, const Place& place);
    [[nodiscard]] FhirHidden hiddenBy(const json::Value& item, const QString& oid, const QString& path);
    [[nodiscard]] ItemGroupDef& sectionFor(const Place& place);
    void add(ItemDef def, ItemRef ref, const Place& place);
    [[nodiscard]] QString oidOf(const json::Value& item, const QString& path);
    [[nodiscard]] QString unused(const QString& wanted);

    FhirSource& m_source;
    StudyDefinition& m_study;
    FormDef& m_form;
    FhirOptions m_options;
    FhirProperties m_properties;
    FhirQuestions m_questions;
    FhirConditions m_conditions;
    QHash<QString, Known> m_known; // by path
    QSet<QString> m_taken;
    QString m_lastOwner; // group OID of the last section
};

} // namespace sitebook
