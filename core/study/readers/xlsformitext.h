// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/readers/xlsformnames.h"

namespace sitebook {

// The texts of an XLSForm in its languages, as an XForm's itext.
class XlsformItext final
{
public:
    // `language` is that of cells whose column names none; empty: "default".
    XlsformItext(const XlsformNames& names, const QString& language)
        : m_names(names)
        , m_default(language.isEmpty() ? QStringLiteral("default") : language)
    {
    }

    // A label or hint of that row: with its words where they have no language and nothing goes with them, else with a
    // reference to `id`. Nothing when the row has neither words nor, for a label, media.
    [[nodiscard]] std::optional<XmlElement> element(const QString& element, const XlsformSheet& sheet, size_t row,
                                                    const QString& id);
    // The words of a column, or "jr:itext('id')".
    [[nodiscard]] QString reference(QLatin1String column, const XlsformSheet& sheet, size_t row, const QString& id);
    // What an XForm's model holds of them; the default language first.
    [[nodiscard]] XmlElement takeItext();

private:
    struct Form
    {
        const char* column;
        const char* form; // of the value; empty: the words
    };
    [[nodiscard]] static std::vector<Form> formsOf(const QString& element);
    void put(const QString& id, const char* form, const XlsformSheet::Tagged& text, const QString& place);

    struct Translation
    {
        XmlElement element;
        QHash<QString, size_t> texts; // positions by id
    };
    const XlsformNames& m_names;
    QString m_default;
    std::vector<Translation> m_translations;
};

} // namespace sitebook
