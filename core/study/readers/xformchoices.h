// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/readers/xformtexts.h"

#include <QSet>

namespace sitebook {

// The choices of an XForm's controls, in the form itself or in one of its secondary instances.
class XformChoices final
{
public:
    using Instances = QHash<QString, const XmlElement*>; // secondary ones by id

    XformChoices(FidelityReport& report, XformTexts& texts, const Instances& instances)
        : m_report(report)
        , m_texts(texts)
        , m_instances(instances)
    {
    }

    [[nodiscard]] static bool chooses(const XmlElement& control); // one, several, or an order
    // An appearance without what it looks up in a file: "minimal search('fruits')" is "minimal".
    [[nodiscard]] static QString withoutSearch(const QString& appearance);

    // The code list of the control; none where it has no choices here, which then takes any text.
    [[nodiscard]] std::optional<CodeList> of(const XmlElement& control, ItemDef& item);
    // To be called behind the last control: the lists that none of them took.
    void reportUnused();

private:
    void add(CodeList& list, const QString& code, TranslatedText words, const XmlElement& source);
    void addItem(const XmlElement& element, CodeList& list);
    void addItemset(const XmlElement& itemset, CodeList& list, ItemDef& item);
    void addRows(const XmlElement& root, const XmlElement& itemset, CodeList& list, bool outside);
    void keepOwn(CodeList& list, const XmlElement& control);
    void reportColumns(const XmlElement& root, const QString& id, const QSet<QString>& used);
    void approximated(const QString& element, const QString& place, const QString& note);

    FidelityReport& m_report;
    XformTexts& m_texts;
    const Instances& m_instances;
    QSet<QString> m_used;  // ids of instances
    QSet<QString> m_codes; // of the list that is being made
    QSet<QString> m_told;  // ids of instances whose further columns are reported
};

} // namespace sitebook
