// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/definition.h"
#include "core/study/readers/reader.h"
#include "core/study/readers/xmlcursor.h"

#include <QHash>

namespace sitebook {

// The words of an XForm in all its languages: its itext, and what labels and hints say.
class XformTexts final
{
public:
    explicit XformTexts(FidelityReport& report)
        : m_report(report)
    {
    }

    void readItext(const XmlElement& itext);
    [[nodiscard]] const QStringList& languages() const { return m_languages; }
    // Of a label, hint or value: its own words, or those of ref="jr:itext('id')". A value that is put in (output) is
    // shown as its name in braces, markup as plain text.
    [[nodiscard]] TranslatedText of(const XmlElement& element);
    // What stands behind "jr:itext('id')", or the text itself. `place` is where a reference to nothing is reported.
    [[nodiscard]] TranslatedText ofReference(const QString& text, const QString& place);
    // The guidance that goes with a text of itext; empty when it has none.
    [[nodiscard]] TranslatedText guidanceOf(const XmlElement& element) const;
    [[nodiscard]] TranslatedText byId(const QString& id, const QString& place);

    // Puts `more` on lines of their own behind `texts`.
    static void append(TranslatedText& texts, const TranslatedText& more);

private:
    [[nodiscard]] QString languageOf(const XmlElement& translation);
    void readValue(const XmlElement& value, const QString& id, const QString& language);
    [[nodiscard]] QString raw(const XmlElement& element);
    [[nodiscard]] QString plain(const QString& text, const QString& place);

    FidelityReport& m_report;
    QStringList m_languages;
    QHash<QString, TranslatedText> m_texts;
    QHash<QString, TranslatedText> m_guidance;
};

} // namespace sitebook
