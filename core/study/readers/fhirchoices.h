// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/readers/fhirsource.h"

#include <QHash>

namespace sitebook {

// A code list in the making: each code once, found at once however many there are. A code that two systems share
// becomes "system|code" for the second one.
class FhirChoices final
{
public:
    explicit FhirChoices(FhirSource& source)
        : m_source(source)
    {
    }

    // Adds a Coding (also a concept of a value set, whose system stands beside it). The code it is stored as; empty
    // when it is none, and then reported.
    QString addCoding(const json::Value& coding, const QString& system, const QString& path);
    // Adds an answer that is a plain value. False when there is one already, and then reported.
    bool addValue(const QString& code, const QString& label, const QString& path);
    void remove(const QString& system, const QString& code);
    [[nodiscard]] CodeListItem* find(const QString& code);
    [[nodiscard]] std::vector<CodeListItem> take();

    // The system an answer is from; empty when it has none.
    [[nodiscard]] static QString systemOf(const CodeListItem& item);
    // What an answer counts by the extensions of its option, coding or concept.
    [[nodiscard]] static std::optional<double> weightOf(const json::Value& value);
    [[nodiscard]] static bool isWeight(const QString& extensionName);

private:
    void accountFor(const json::Value& coding, const QString& path);

    FhirSource& m_source;
    std::vector<CodeListItem> m_items;
    QHash<QString, size_t> m_places;
};

} // namespace sitebook
