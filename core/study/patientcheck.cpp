// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/formchecker.h"

#include <array>

namespace sitebook {

using namespace Qt::StringLiterals;

namespace {

using Order = PartialDate::Order;

struct Subject
{
    const StudyDefinition& study;
    const Patient& patient;
    PartialDate today;
};

struct Rule
{
    const QString& field;
    const char* code;
    bool (*broken)(const Subject&);
    Message (*message)(const Subject&);
};

bool isSexCode(const QString& sex)
{
    return sex.isEmpty() || sex == "M"_L1 || sex == "F"_L1 || sex == "U"_L1 || sex == "UNDIFFERENTIATED"_L1;
}

Message identifierMessage(const Subject& subject)
{
    const QString example = subject.study.identifiers.example();
    if (example.isEmpty())
        return QT_TRANSLATE_NOOP("messages", "The study's identifiers look different.");
    return {QT_TRANSLATE_NOOP("messages", "The study's identifiers look like %1."), {example}};
}

const std::array<Rule, 8>& rules()
{
    static const std::array<Rule, 8> table{{
        {field::patientId, "required", [](const Subject& s) { return s.patient.patientId.isEmpty(); },
         [](const Subject&) { return Message(QT_TRANSLATE_NOOP("messages", "Give the patient an identifier.")); }},
        {field::patientId, "pattern",
         [](const Subject& s) {
             return !s.patient.patientId.isEmpty() && !s.study.identifiers.looksRight(s.patient.patientId.toString());
         },
         &identifierMessage},
        {field::patientId, "check_digit",
         [](const Subject& s) {
             const QString identifier = s.patient.patientId.toString();
             return s.study.identifiers.looksRight(identifier) && !s.study.identifiers.accepts(identifier);
         },
         [](const Subject&) {
             return Message(QT_TRANSLATE_NOOP("messages", "The check digit does not fit: a digit of the identifier is "
                                                          "wrong, or two are exchanged. Compare it with its source."));
         }},
        {field::name, "required", [](const Subject& s) { return s.patient.name.trimmed().isEmpty(); },
         [](const Subject&) { return Message(QT_TRANSLATE_NOOP("messages", "Enter the patient's name.")); }},
        {field::dateOfBirth, "date",
         [](const Subject& s) { return s.patient.dateOfBirth.compare(s.today) == Order::After; },
         [](const Subject&) { return Message(QT_TRANSLATE_NOOP("messages", "The date of birth is in the future.")); }},
        {field::consentDate, "date",
         [](const Subject& s) { return s.patient.consentDate.compare(s.today) == Order::After; },
         [](const Subject&) {
             return Message(QT_TRANSLATE_NOOP("messages", "The date of consent is in the future."));
         }},
        {field::consentDate, "date",
         [](const Subject& s) { return s.patient.consentDate.compare(s.patient.dateOfBirth) == Order::Before; },
         [](const Subject&) {
             return Message(QT_TRANSLATE_NOOP("messages", "The date of consent is before the date of birth."));
         }},
        {field::sex, "code_list", [](const Subject& s) { return !isSexCode(s.patient.sex); },
         [](const Subject&) {
             return Message(
                 QT_TRANSLATE_NOOP("messages", "Sex is F, M, U (unknown), UNDIFFERENTIATED, or left empty."));
         }},
    }};
    return table;
}

} // namespace

std::vector<Finding> checkPatient(const StudyDefinition& study, const Patient& patient, QDate today)
{
    const Subject subject{study, patient, PartialDate(today)};
    std::vector<Finding> findings;
    for (const Rule& rule : rules())
        if (rule.broken(subject))
            findings.push_back({Severity::Error, rule.field, QString::fromLatin1(rule.code), rule.message(subject)});
    return findings;
}

} // namespace sitebook
