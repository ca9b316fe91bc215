// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/readers/fhiroptions.h"

namespace sitebook {

// What is known of an item of a Questionnaire before its conditions are written.
struct FhirQuestion
{
    QString oid;
    QString type; // group, display, integer, ...
    QString unit;
    bool multiple = false; // several answers are stored
    int list = -1;         // its place in the study's code lists
};

// One enableWhen in our own language: TRUE or FALSE, never missing. "=" is true when at least one answer equals, "!="
// when none does, an order needs an answer.
class FhirComparison final
{
public:
    FhirComparison(const FhirQuestion& question, FhirOptions& options)
        : m_question(question)
        , m_options(options)
    {
    }

    // Empty when it cannot be said in our language: note() tells why. Otherwise note() tells what was approximated.
    [[nodiscard]] QString of(const json::Value& when);
    [[nodiscard]] const QString& note() const { return m_note; }

private:
    [[nodiscard]] QString exists(const json::Value& when);
    [[nodiscard]] QString equal(const json::Value& answer, const QString& type);
    [[nodiscard]] QString equalCoding(const json::Value& coding);
    [[nodiscard]] QString equalText(const QString& text) const;
    [[nodiscard]] QString ordered(const QString& sign, const json::Value& answer, const QString& type);
    [[nodiscard]] QString orderedDate(const QString& sign, const QString& text) const;
    [[nodiscard]] QString literalOf(const json::Value& answer, const QString& type);
    [[nodiscard]] QString moment(const QString& sign, const QString& text) const;
    void noteMismatch(const QString& type);
    [[nodiscard]] QString failed(const QString& note);

    const FhirQuestion& m_question;
    FhirOptions& m_options;
    QString m_note;
};

// Our language's way to write an item and a text.
namespace fhir {
[[nodiscard]] QString bracketed(QString oid);
[[nodiscard]] QString quoted(QString text);
} // namespace fhir

} // namespace sitebook
