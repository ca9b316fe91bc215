// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/readers/xformchoices.h"

namespace sitebook {

// What a control of an XForm's body takes as an answer: its type, its choices, how it is shown.
class XformAnswers final
{
public:
    using Instances = XformChoices::Instances;

    XformAnswers(FidelityReport& report, XformTexts& texts, const Instances& instances)
        : m_report(report)
        , m_choices(report, texts, instances)
    {
    }

    // `type` is the bind's; Text where it is none of ours.
    [[nodiscard]] static DataType dataTypeOf(const QString& type);

    // The code list, where the control has one.
    [[nodiscard]] std::optional<CodeList> fill(const XmlElement& control, const QString& type, ItemDef& item);

    void reportUnused() { m_choices.reportUnused(); }

private:
    void setType(const XmlElement& control, const QString& type, ItemDef& item);
    void setRange(const XmlElement& control, ItemDef& item);
    void setAppearance(const XmlElement& control, ItemDef& item);
    void setAttributes(const XmlElement& control, const ItemDef& item);
    void approximated(const QString& element, const QString& place, const QString& note);

    FidelityReport& m_report;
    XformChoices m_choices;
};

} // namespace sitebook
