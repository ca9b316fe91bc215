// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/formchecker.h"

#include "core/study/formplan.h"
#include "core/study/formrun.h"

#include <QSet>
#include <algorithm>

namespace sitebook {

struct FormChecker::Plan : FormPlan
{
};

namespace {

// A score between two classes (4.5 between 0..4 and 5..9) belongs to the lower one.
TranslatedText bandOf(const ScoreDef& score, const QString& text)
{
    bool ok = false;
    const double value = text.toDouble(&ok);
    TranslatedText label;
    if (!ok || score.bands.empty() || value > score.bands.back().to)
        return label;
    for (const ScoreBand& band : score.bands)
        if (band.from <= value)
            label = band.label;
    return label;
}

TranslatedText titleOf(const ItemDef& item)
{
    if (!item.question.isEmpty())
        return item.question;
    if (!item.description.isEmpty())
        return item.description;
    TranslatedText name;
    name.set({}, item.name);
    return name;
}

} // namespace

Result<FormChecker> FormChecker::create(std::shared_ptr<const StudyDefinition> study, const QString& formOid)
{
    SB_TRY_ASSIGN(FormPlan plan, FormPlan::make(std::move(study), formOid));
    FormChecker checker;
    checker.m_plan = std::make_shared<const Plan>(Plan{std::move(plan)});
    return checker;
}

FormEvaluation FormChecker::evaluate(const Fields& items, const std::optional<QDateTime>& now) const
{
    return FormRun(*m_plan, items, now).evaluate();
}

std::vector<WhyLine> FormChecker::why(const QString& key, const Fields& items,
                                      const std::optional<QDateTime>& now) const
{
    const auto place = m_plan->locate(key);
    if (!place)
        return {};
    FormRun run(*m_plan, items, now);
    (void)run.evaluate();
    return run.explain(*place);
}

bool FormChecker::hasRules(const QString& key) const
{
    const auto place = m_plan->locate(key);
    return place && !m_plan->items[static_cast<size_t>(place->position)].sources.empty();
}

bool FormChecker::computes(const QString& key) const
{
    const auto place = m_plan->locate(key);
    return place && m_plan->items[static_cast<size_t>(place->position)].method;
}

std::vector<int> FormChecker::linesOf(QStringView groupOid, const Fields& items) const
{
    std::vector<int> numbers;
    for (const Fields::Entry& entry : items) {
        if (entry.value.isEmpty())
            continue;
        const auto place = m_plan->locate(entry.name);
        if (place && place->line > 0 && m_plan->groupOf(*place)->oid == groupOid)
            numbers.push_back(place->line);
    }
    std::sort(numbers.begin(), numbers.end());
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
    return numbers;
}

std::vector<ScoreReading> FormChecker::readings(const Fields& computed) const
{
    std::vector<ScoreReading> readings;
    for (const ScoreDef& score : m_plan->scores) {
        const FormPlan::Item* item = m_plan->find(score.itemOid);
        if (!item)
            continue;
        const QString text = computed.text(score.itemOid);
        readings.push_back({score.itemOid, titleOf(*item->def), text, score.maximum, bandOf(score, text)});
    }
    return readings;
}

Fields FormChecker::normalised(const Fields& items, const FormEvaluation& evaluation) const
{
    const QSet<QString> hidden(evaluation.hidden.begin(), evaluation.hidden.end());
    Fields stored;
    stored.reserve(items.size() + evaluation.computed.size());
    for (const Fields::Entry& entry : items) {
        const auto place = m_plan->locate(entry.name);
        const QString key = place ? m_plan->keyOf(*place) : entry.name;
        if (!hidden.contains(key) && !computes(key))
            stored.set(key, entry.value);
    }
    for (const Fields::Entry& entry : evaluation.computed)
        stored.set(entry.name, entry.value);
    return stored;
}

ReportStatus FormChecker::statusOf(const Fields& items, const FormEvaluation& evaluation) const
{
    const QSet<QString> hidden(evaluation.hidden.begin(), evaluation.hidden.end());
    const bool started = std::any_of(items.begin(), items.end(), [&](const Fields::Entry& entry) {
        return !entry.value.isEmpty() && !computes(entry.name) && !hidden.contains(entry.name);
    });
    if (!started)
        return ReportStatus::NotStarted;
    const bool blocked = std::any_of(evaluation.findings.begin(), evaluation.findings.end(),
                                     [](const Finding& finding) { return finding.severity == Severity::Error; });
    return blocked ? ReportStatus::Incomplete : ReportStatus::Complete;
}

} // namespace sitebook
