// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/readers/xformrules.h"

namespace sitebook {

// Where a control of an XForm's body stands.
struct XformPlace
{
    QString path;         // of the group or repeat around it; the root's outside of all
    QString section;      // OID of the section its questions belong to
    QString relevant;     // when that section is asked
    QString at;           // in the file
    QString repeat;       // OID of the repeating section it stands in; empty outside of all
    QStringList held;     // paths of the nodes whose relevance `relevant` holds
    TranslatedText title; // of the group around it, which is that of an untitled repeat
    int level = 0;
};

// Makes the sections of a form out of an XForm's groups and repeats. All that stands in a repeat belongs to its
// section, because all of it repeats: the titles of the groups in it become notes.
class XformSections final
{
public:
    XformSections(StudyDefinition& study, FormDef& form, FidelityReport& report, XformRules& rules,
                  const XformBinds& binds, XformTexts& texts)
        : m_study(study)
        , m_form(form)
        , m_report(report)
        , m_rules(rules)
        , m_binds(binds)
        , m_texts(texts)
    {
    }

    // Begins a section for the group (a note inside of a repeat) and gives the place of what it holds.
    [[nodiscard]] XformPlace enter(const XmlElement& group, const QString& path, const XformPlace& around);
    void add(const XformPlace& place, ItemDef item, ItemRef ref);
    // An item without a control: into the section of the repeat its node stands in, or else at the end of the form.
    void addHidden(const XformPlace& root, ItemDef item, ItemRef ref);
    [[nodiscard]] QSet<QString> repeats() const; // paths

private:
    void reportAttributes(const XmlElement& group, const QString& path);
    void setCount(const XmlElement& repeat, const QString& path, ItemGroupDef& section);
    void push(ItemGroupDef section, const XformPlace& place);
    void enterInRepeat(const XmlElement& group, const QString& path, const XformPlace& around);
    [[nodiscard]] ItemGroupDef& sectionFor(const XformPlace& place);
    [[nodiscard]] QString fresh(const QString& oid) const;

    StudyDefinition& m_study;
    FormDef& m_form;
    FidelityReport& m_report;
    XformRules& m_rules;
    const XformBinds& m_binds;
    XformTexts& m_texts;
    QHash<QString, size_t> m_sections; // positions in the study, by OID
    QHash<QString, QString> m_repeats; // path -> OID of its section
    QString m_last;                    // the `section` of the place the last section is for
};

} // namespace sitebook
