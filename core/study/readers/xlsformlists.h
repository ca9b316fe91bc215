// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/readers/xlsformitext.h"

namespace sitebook {

// The lists of choices of an XLSForm, as an XForm's secondary instances.
class XlsformLists final
{
public:
    // A list that lies in a file beside the workbook.
    void addOutside(const QString& list, const QString& file, const QString& place);
    // The sheet "choices"; the words of its rows go into `itext` where they are in several languages.
    void read(const XlsformSheet& choices, XlsformItext& itext, FidelityReport& report);
    [[nodiscard]] std::vector<XmlElement> take() { return std::move(m_instances); }

private:
    XmlElement& instance(const QString& list, const QString& place);
    [[nodiscard]] static XmlElement choiceOf(const XlsformSheet& choices, size_t row, XlsformItext& itext);

    std::vector<XmlElement> m_instances;
    QHash<QString, size_t> m_positions; // by the list's name
};

} // namespace sitebook
