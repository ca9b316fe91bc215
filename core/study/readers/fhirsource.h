// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/readers/reader.h"
#include "core/text/strictjson.h"

#include <QSet>

namespace sitebook {

// What the parts of the FHIR reader share: the report, and how the JSON of a Questionnaire is looked at. Numbers are
// texts (json::readExact). Places are JSON paths: "item[3].enableWhen[0]".
class FhirSource final
{
public:
    explicit FhirSource(FidelityReport& report)
        : m_report(report)
    {
    }

    void mapped() { ++m_report.mapped; }
    void approximated(const QString& element, const QString& path, const QString& note)
    {
        m_report.approximated.push_back({element, path, note});
    }
    void dropped(const QString& element, const QString& path, const QString& note)
    {
        m_report.dropped.push_back({element, path, note});
    }
    [[nodiscard]] size_t approximations() const { return m_report.approximated.size(); }

    // The text of a member; empty when it is none.
    [[nodiscard]] static QString text(const json::Value& object, std::string_view key);
    [[nodiscard]] static bool flag(const json::Value& object, std::string_view key);
    // The elements of an array member; nothing when it is none.
    [[nodiscard]] static std::vector<const json::Value*> list(const json::Value& object, std::string_view key);
    // The member whose name begins with `stem` ("value" finds valueCoding); null when there is none.
    [[nodiscard]] static const json::Value* choice(const json::Value& object, std::string_view stem, QString& type);
    // The first extension of this url, whole or by its last part ("questionnaire-unit"); null when there is none.
    [[nodiscard]] static const json::Value* extension(const json::Value& object, QStringView lastPart);
    // A text member with its translations ("_text": {"extension": [{"url": ".../translation"}]}).
    [[nodiscard]] TranslatedText translated(const json::Value& object, std::string_view key, const QString& language);
    [[nodiscard]] const QStringList& languages() const { return m_languages; }

    // A FHIR value of any type as one text: what an item stores for it.
    [[nodiscard]] static QString valueText(const json::Value& value, const QString& type);

private:
    FidelityReport& m_report;
    QStringList m_languages;
};

} // namespace sitebook
