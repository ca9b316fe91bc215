// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/readers/dialect.h"
#include "core/study/readers/xmlcursor.h"

#include <QHash>
#include <QSet>

namespace sitebook {

// Reads the study of an ODM-XML 2.0 file, or a MetaDataVersion alone. There are no forms there, only groups in groups:
// those of Type Form, and those an event names itself, become forms, what is below them sections with a level.
class Odm2Reader final
{
public:
    [[nodiscard]] static bool claims(const DialectProbe& probe);
    [[nodiscard]] static Result<StudyFile> read(const QByteArray& document);

private:
    [[nodiscard]] Result<StudyFile> readRoot(const XmlElement& root);
    void readVersion(const XmlElement& version);
    void readEvent(const XmlElement& element);
    void readItem(const XmlElement& element);
    void readItemChild(const XmlElement& child, ItemDef& item);
    void readCodeList(const XmlElement& element);
    template <class Rule>
    void readRule(const XmlElement& element, std::vector<Rule>& rules);
    void readTimings(const XmlElement& protocol);
    void makeForms();
    void addSections(const XmlElement& group, FormDef& form, int level, const QString& condition, QSet<QString>& open);
    void addSection(const XmlElement& group, FormDef& form, int level, const QString& condition);
    [[nodiscard]] TranslatedText texts(const XmlElement& holder);
    [[nodiscard]] QString name(const XmlElement& element) const;
    void approximated(const XmlElement& element, const QString& note);
    void dropped(const XmlElement& element, const QString& note);

    FidelityReport m_report;
    StudyDefinition m_study;
    QHash<QString, const XmlElement*> m_groups; // ItemGroupDef by OID
    QStringList m_formOids;                     // in the order of the events, then of the file
};

} // namespace sitebook
