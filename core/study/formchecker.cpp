// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/formchecker.h"

#include "core/study/evaluation.h"
#include "core/study/formplan.h"

#include <algorithm>
#include <cmath>

namespace sitebook {

using namespace Qt::StringLiterals;

struct FormChecker::Plan : FormPlan
{
};

namespace {

// A computed value as it is stored; empty when it fits no value of the item.
QString storedText(const Value& value, const ItemDef& item)
{
    if (value.kind == Value::Kind::Text)
        return value.text.toString();
    const bool boolean = value.kind == Value::Kind::Boolean;
    if (boolean && item.dataType == DataType::Boolean)
        return value.number != 0 ? u"true"_s : u"false"_s;
    if (std::abs(value.number) > 1e15)
        return {};
    if (item.dataType == DataType::Integer)
        return QString::number(std::llround(value.number));
    if (item.dataType == DataType::Decimal && item.significantDigits > 0)
        return QString::number(value.number, 'f', item.significantDigits);
    return QString::number(value.number == 0 ? 0.0 : value.number, 'g', 15);
}

// One run over one filled form.
class Run final
{
public:
    Run(const FormPlan& plan, const Fields& fields, const std::optional<QDateTime>& now)
        : m_plan(plan)
        , m_scratch(now)
        , m_states(plan.items.size())
        , m_values(plan.items.size())
    {
        readValues(fields);
    }

    FormEvaluation evaluate()
    {
        for (const int position : m_plan.order)
            applyExpressions(static_cast<size_t>(position));
        for (size_t i = 0; i < m_states.size(); ++i)
            conclude(i);
        return std::move(m_evaluation);
    }

    // After evaluate().
    std::vector<WhyLine> explain(size_t position)
    {
        std::vector<WhyLine> lines;
        for (const FormPlan::Source& source : m_plan.items[position].sources)
            lines.push_back(lineOf(source));
        return lines;
    }

private:
    WhyLine lineOf(const FormPlan::Source& source)
    {
        WhyLine line;
        line.kind = source.kind;
        line.name = source.name;
        line.rule = source.expressions->front().text;
        line.context = source.expressions->front().context;
        line.outcome = WhyLine::Outcome::ByHand;
        if (!source.expression)
            return line;
        const Value value = evaluated(*source.expression);
        line.outcome = outcomeOf(source.kind, value);
        if (source.kind == RuleKind::Computation)
            line.result = evaluation::asText(value, {m_values, m_scratch}).text.toString();
        std::vector<int> positions;
        collectItems(*source.expression, positions);
        std::sort(positions.begin(), positions.end());
        positions.erase(std::unique(positions.begin(), positions.end()), positions.end());
        for (const int each : positions)
            line.operands.push_back(
                {m_plan.items[static_cast<size_t>(each)].def->oid,
                 evaluation::asText(m_values[static_cast<size_t>(each)], {m_values, m_scratch}).text.toString()});
        return line;
    }

    static WhyLine::Outcome outcomeOf(RuleKind kind, const Value& value)
    {
        using Outcome = WhyLine::Outcome;
        switch (kind) {
        case RuleKind::Visibility:
            return value.isTrue() ? Outcome::NotAsked : Outcome::Asked; // what is missing hides nothing
        case RuleKind::Required:
            return value.isTrue() ? Outcome::Needed : Outcome::NotNeeded;
        case RuleKind::Computation:
            return value.isMissing() ? Outcome::CannotTell : Outcome::Computed;
        case RuleKind::Check:
            break;
        }
        return value.isMissing() ? Outcome::CannotTell : value.isTrue() ? Outcome::Passed : Outcome::Failed;
    }

    struct State
    {
        const FieldValue* given = nullptr;
        ItemCheck::Verdict verdict;
        bool hidden = false;
    };

    Value evaluated(const Expression& expression) { return sitebook::evaluate(expression, m_values, m_scratch); }

    // Both lists are sorted by OID.
    void readValues(const Fields& fields)
    {
        auto place = m_plan.places.begin();
        for (const Fields::Entry& entry : fields) {
            while (place != m_plan.places.end() && place->oid < entry.name)
                ++place;
            if (place == m_plan.places.end() || place->oid != entry.name) {
                m_evaluation.findings.push_back({Severity::Error, entry.name, u"unknown_item"_s,
                                                 QT_TRANSLATE_NOOP("messages", "The form has no such item.")});
                continue;
            }
            readValue(static_cast<size_t>(place->position), entry.value);
        }
    }

    void readValue(size_t position, const FieldValue& value)
    {
        const FormPlan::Item& item = m_plan.items[position];
        if (item.method || value.isEmpty())
            return;
        m_states[position].given = &value;
        if (value.missing != MissingReason::None)
            return;
        m_states[position].verdict = item.check.check(value.text);
        m_values[position] = m_states[position].verdict.value;
    }

    void applyExpressions(size_t position)
    {
        const FormPlan::Item& item = m_plan.items[position];
        if (item.exception && evaluated(*item.exception).isTrue()) {
            m_states[position].hidden = true;
            m_values[position] = {};
        } else if (item.method) {
            m_values[position] = computed(item);
        }
    }

    // What other rules see is what will be stored: of a truth value in a text item "true" or "false".
    Value computed(const FormPlan::Item& item)
    {
        const Value value = evaluated(*item.method);
        if (value.kind != Value::Kind::Boolean || item.def->dataType != DataType::Text)
            return value;
        return Value::of(value.isTrue() ? QStringView(u"true") : QStringView(u"false"));
    }

    void conclude(size_t position)
    {
        const FormPlan::Item& item = m_plan.items[position];
        const State& state = m_states[position];
        if (state.hidden) {
            m_evaluation.hidden.append(item.def->oid);
        } else if (item.method) {
            if (m_values[position].isMissing())
                return;
            const QString text = storedText(m_values[position], *item.def);
            if (!text.isEmpty())
                m_evaluation.computed.set(item.def->oid, text);
        } else if (!state.given) {
            if (item.mandatory || (item.mandatoryWhen && evaluated(*item.mandatoryWhen).isTrue()))
                m_evaluation.findings.push_back(item.check.requiredFinding());
        } else if (state.given->missing == MissingReason::None) {
            item.check.appendFindings(state.verdict, state.given->text, m_evaluation.findings);
            runChecks(item);
        }
        if (item.byHand && !state.hidden)
            m_evaluation.findings.push_back(byHandFinding(item.def->oid));
    }

    // A check that is missing (a value it needs is not there) blocks nothing.
    void runChecks(const FormPlan::Item& item)
    {
        for (const FormPlan::Check& check : item.checks)
            if (const Value passed = evaluated(check.expression); !passed.isMissing() && !passed.isTrue())
                m_evaluation.findings.push_back({check.severity, item.def->oid, u"check"_s, check.message});
    }

    static Finding byHandFinding(const QString& oid)
    {
        return {
            Severity::Information, oid, u"by_hand"_s,
            QT_TRANSLATE_NOOP("messages", "A rule of the study for this item cannot be run here. Check it by hand.")};
    }

    const FormPlan& m_plan;
    EvaluationScratch m_scratch;
    std::vector<State> m_states;
    std::vector<Value> m_values;
    FormEvaluation m_evaluation;
};

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
    return Run(*m_plan, items, now).evaluate();
}

std::vector<WhyLine> FormChecker::why(QStringView itemOid, const Fields& items,
                                      const std::optional<QDateTime>& now) const
{
    const FormPlan::Item* item = m_plan->find(itemOid);
    if (!item)
        return {};
    Run run(*m_plan, items, now);
    (void)run.evaluate();
    return run.explain(static_cast<size_t>(item - m_plan->items.data()));
}

bool FormChecker::computes(QStringView itemOid) const
{
    const FormPlan::Item* item = m_plan->find(itemOid);
    return item && item->method;
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
    Fields stored;
    stored.reserve(items.size() + evaluation.computed.size());
    for (const Fields::Entry& entry : items) {
        const FormPlan::Item* item = m_plan->find(entry.name);
        if (!evaluation.hidden.contains(entry.name) && !(item && item->method))
            stored.set(entry.name, entry.value);
    }
    for (const Fields::Entry& entry : evaluation.computed)
        stored.set(entry.name, entry.value);
    return stored;
}

ReportStatus FormChecker::statusOf(const Fields& items, const FormEvaluation& evaluation) const
{
    const bool started = std::any_of(items.begin(), items.end(), [&](const Fields::Entry& entry) {
        const FormPlan::Item* item = m_plan->find(entry.name);
        return !entry.value.isEmpty() && !(item && item->method) && !evaluation.hidden.contains(entry.name);
    });
    if (!started)
        return ReportStatus::NotStarted;
    const bool blocked = std::any_of(evaluation.findings.begin(), evaluation.findings.end(),
                                     [](const Finding& finding) { return finding.severity == Severity::Error; });
    return blocked ? ReportStatus::Incomplete : ReportStatus::Complete;
}

} // namespace sitebook
