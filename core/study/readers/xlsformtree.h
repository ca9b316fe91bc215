// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/readers/xlsformlists.h"

namespace sitebook {

// Makes of an XLSForm the XForm it is compiled to, as a tree whose places are rows of the sheets: what XForms are read
// and reported by then holds for it, too.
class XlsformTree final
{
public:
    // All must outlive it; `choices` and `settings` may be null.
    XlsformTree(const XlsformSheet& survey, const XlsformSheet* choices, const XlsformSheet* settings,
                const XlsformNames& names, FidelityReport& report);

    [[nodiscard]] XmlElement make();
    // The name of the form's first node, as the settings say.
    [[nodiscard]] static QString rootOf(const XlsformSheet* settings);

private:
    using Row = XlsformRow;
    [[nodiscard]] static XmlElement made(const QString& name, const QString& place);
    [[nodiscard]] QString cell(const Row& row, QLatin1String column) const;
    [[nodiscard]] QString place(const Row& row) const;
    void readRows(XmlElement& node, XmlElement& body);
    void readGroup(const Row& row, XmlElement& node, XmlElement& body);
    void readQuestion(const Row& row, XmlElement& node, XmlElement& body);
    [[nodiscard]] XmlElement nodeOf(const Row& row);
    void addBind(const Row& row);
    void addSetValue(const Row& row, const QString& event, const QString& value);
    [[nodiscard]] XmlElement controlOf(const Row& row);
    void addParameters(const Row& row, XmlElement& control, bool& random) const;
    void addItemset(const Row& row, XmlElement& control, bool random);
    void addOther(const Row& row, XmlElement& node, XmlElement& body);
    void addWords(const Row& row, XmlElement& element);
    void addRoot(XmlElement& root);

    const XlsformSheet& m_survey;
    const XlsformSheet* m_choices;
    const XlsformSheet* m_settings;
    const XlsformNames& m_names;
    FidelityReport& m_report;
    XlsformItext m_itext;
    XlsformLists m_lists;
    size_t m_at = 0;                 // in the rows of the names
    std::vector<XmlElement> m_binds; // and what else the model holds behind the instances
};

} // namespace sitebook
