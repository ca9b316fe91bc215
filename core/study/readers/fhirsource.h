// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/readers/reader.h"
#include "core/text/strictjson.h"

#include <QSet>

namespace sitebook {

// What the parts of the FHIR reader share: the report, and how the JSON of a Questionnaire is looked at. Numbers are
// texts (json::readExact). Places are JSON paths from the file's root: "item[3].enableWhen[0]". Nothing here trusts a
// member to have the type FHIR says it has.
class FhirSource final
{
public:
    // `root`: where the Questionnaire lies in the file ("entry[2].resource"); empty when it is the file.
    FhirSource(FidelityReport& report, QString root, QString language)
        : m_report(report)
        , m_root(std::move(root))
        , m_language(std::move(language))
    {
    }

    void mapped() { ++m_report.mapped; }
    void approximated(const QString& element, const QString& path, const QString& note)
    {
        m_report.approximated.push_back({element, below(m_root, path), note});
    }
    void dropped(const QString& element, const QString& path, const QString& note)
    {
        m_report.dropped.push_back({element, below(m_root, path), note});
    }
    // Tells of the members of `object` what became of them: `plain` ones are mapped, `elsewhere` another part of the
    // reader accounts for, all others (extensions one by one) are dropped.
    void account(const json::Value& object, const QSet<QString>& plain, const QSet<QString>& elsewhere,
                 const QString& path);
    // An extension that nobody here reads.
    void dropExtension(const json::Value& extension, const QString& path);

    [[nodiscard]] static QString below(const QString& path, const QString& name);
    [[nodiscard]] static QString numbered(const QString& path, const QString& name, size_t index);
    // The text of a member, without signs no file may hold; empty when it is none.
    [[nodiscard]] static QString text(const json::Value& object, std::string_view key);
    [[nodiscard]] static bool flag(const json::Value& object, std::string_view key);
    // The elements of an array member; a single object stands for an array of one.
    [[nodiscard]] static std::vector<const json::Value*> list(const json::Value& object, std::string_view key);
    // The member whose name begins with `stem` ("value" finds valueCoding); null when there is none.
    [[nodiscard]] static const json::Value* choice(const json::Value& object, std::string_view stem, QString& type);
    // The first extension of this url, whole or by its last part ("questionnaire-unit"); null when there is none.
    [[nodiscard]] static const json::Value* extension(const json::Value& object, QStringView lastPart);
    [[nodiscard]] static QString nameOf(const json::Value& extension); // the last part of its url
    // A FHIR value of any type as one text: what an item stores for it.
    [[nodiscard]] static QString valueText(const json::Value& value, const QString& type);
    // A number as our expressions and checks write it ("1e3" is "1000"); empty when the text is none.
    [[nodiscard]] static QString plainNumber(const QString& text);

    // A text member with its translations ("_text": {"extension": [{"url": ".../translation"}]}); what else is said
    // about the text, such as its colour or the same with markup, is reported.
    [[nodiscard]] TranslatedText translated(const json::Value& object, std::string_view key, const QString& path);
    [[nodiscard]] TranslatedText untranslated(const QString& text) const;
    void addLanguage(const QString& tag);
    [[nodiscard]] const QStringList& languages() const { return m_languages; }
    [[nodiscard]] const QString& language() const { return m_language; }

private:
    void addTranslation(const json::Value& extension, TranslatedText& texts, const QString& path);

    FidelityReport& m_report;
    QString m_root;
    QString m_language;
    QStringList m_languages;
};

} // namespace sitebook
