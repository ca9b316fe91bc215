// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/visitcheck.h"

using namespace Qt::StringLiterals;

namespace sitebook {

namespace {

bool tookOrTakesPlace(const Visit& visit)
{
    return visit.status == VisitStatus::Occurred || visit.status == VisitStatus::Planned;
}

Finding error(const QString& field, const QString& code, const char* sentence)
{
    return {Severity::Error, field, code, Message(sentence)};
}

std::optional<Finding> placeFinding(const StudyDefinition& study, const Visit& visit)
{
    const EventDef* event = study.event(visit.eventOid);
    if (event == nullptr)
        return error(field::event, u"unknown_visit"_s, QT_TRANSLATE_NOOP("messages", "The study has no such visit."));
    if (visit.repeat > 1 && !event->repeating)
        return error(field::repeat, u"repeat"_s,
                     QT_TRANSLATE_NOOP("messages", "The study has this visit once only. Choose another visit."));
    return std::nullopt;
}

std::optional<Finding> dateFinding(const Visit& visit, QDate today)
{
    if (!tookOrTakesPlace(visit))
        return std::nullopt;
    if (visit.date.isEmpty())
        return error(field::visitDate, u"required"_s, QT_TRANSLATE_NOOP("messages", "Enter the day of the visit."));
    const Result<PartialDate> date = PartialDate::parse(visit.date);
    if (!date || !date->isComplete())
        return error(field::visitDate, u"date"_s,
                     QT_TRANSLATE_NOOP("messages", "The day of a visit is a whole date, such as 2026-03-14."));
    if (visit.status == VisitStatus::Occurred && date->date() > today)
        return error(
            field::visitDate, u"future"_s,
            QT_TRANSLATE_NOOP("messages", "A visit that took place cannot lie in the future. Plan it instead."));
    return std::nullopt;
}

} // namespace

std::vector<Finding> checkVisit(const StudyDefinition& study, const Visit& visit, QDate today)
{
    std::vector<Finding> findings;
    for (const std::optional<Finding>& finding : {placeFinding(study, visit), dateFinding(visit, today)})
        if (finding)
            findings.push_back(*finding);
    return findings;
}

Result<> requireConsent(const StudyDefinition& study, const PartialDate& consent, const QString& day)
{
    if (!study.consentFirst)
        return {};
    if (consent.isEmpty())
        return fail(ErrorCode::Invalid,
                    QT_TRANSLATE_NOOP("messages", "This study asks for consent first. Enter the patient's date of "
                                                  "consent, then fill the form."),
                    field::consentDate);
    const Result<PartialDate> date = PartialDate::parse(day);
    if (!day.isEmpty() && date && date->compare(consent) == PartialDate::Order::Before)
        return fail(ErrorCode::Invalid,
                    {QT_TRANSLATE_NOOP("messages", "This form is dated %1, before the consent of %2. Correct the date "
                                                   "that is wrong."),
                     {day, consent.toString()}},
                    field::consentDate);
    return {};
}

} // namespace sitebook
