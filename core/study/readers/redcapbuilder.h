// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/readers/reader.h"
#include "core/study/readers/redcapfield.h"

#include <QSet>

namespace sitebook {

// Makes items, code lists, rules and sections of REDCap fields, in their order, and says in the report what became of
// each property. One instance for a project. OIDs: "Form.<form>", "<form>.<first variable>" for a section,
// "<variable>" for an item, "<variable>.choices", ".branching" and ".calculation" for what belongs to it.
class RedcapBuilder final
{
public:
    explicit RedcapBuilder(FidelityReport& report)
        : m_report(report)
    {
    }

    // The first field of a project is the record's identifier and becomes no item.
    void add(const RedcapField& field);
    // The forms that came up, with their sections and items.
    [[nodiscard]] StudyDefinition take() { return std::move(m_study); }

private:
    void addItem(const RedcapField& field);
    ItemGroupDef& section(const RedcapField& field);
    void setType(const RedcapField& field, ItemDef& item, ItemRef& ref);
    void setText(const RedcapField& field, ItemDef& item);
    void setChoices(const RedcapField& field, ItemDef& item);
    void setCalculation(const RedcapField& field, const QString& expression, ItemRef& ref);
    void setRange(const RedcapField& field, ItemDef& item);
    void setAnnotation(const RedcapField& field, ItemDef& item, ItemRef& ref);
    void setBranching(const RedcapField& field, ItemRef& ref);
    [[nodiscard]] TranslatedText words(const RedcapField& field, const char* column, const QString& text);

    void mapped(const QString& value) { m_report.mapped += value.isEmpty() ? 0 : 1; }
    void approximated(const RedcapField& field, const char* column, const QString& note);
    void dropped(const RedcapField& field, const char* column, const QString& note);

    FidelityReport& m_report;
    StudyDefinition m_study;
    QSet<QString> m_names; // of the items so far
    bool m_hasIdentifier = false;
};

} // namespace sitebook
