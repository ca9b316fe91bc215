// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/readers/xformtexts.h"

namespace sitebook {

// What a control of an XForm's body takes as an answer: its type, its choices, how it is shown.
class XformAnswers final
{
public:
    using Instances = QHash<QString, const XmlElement*>; // secondary ones by id

    XformAnswers(FidelityReport& report, XformTexts& texts, const Instances& instances)
        : m_report(report)
        , m_texts(texts)
        , m_instances(instances)
    {
    }

    // `type` is the bind's; Text where it is none of ours.
    [[nodiscard]] static DataType dataTypeOf(const QString& type);

    // The code list, where the control has one.
    [[nodiscard]] std::optional<CodeList> fill(const XmlElement& control, const QString& type, ItemDef& item);

private:
    void setType(const XmlElement& control, const QString& type, ItemDef& item);
    void setChoices(const XmlElement& control, ItemDef& item);
    void addItemset(const XmlElement& itemset, CodeList& list, ItemDef& item);
    void setAppearance(const XmlElement& control, ItemDef& item);
    void approximated(const QString& element, const QString& place, const QString& note);
    void dropped(const QString& element, const QString& place, const QString& note);

    FidelityReport& m_report;
    XformTexts& m_texts;
    const Instances& m_instances;
    std::optional<CodeList> m_list;
};

} // namespace sitebook
