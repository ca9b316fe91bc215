// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/formrun.h"

#include "core/study/evaluation.h"

#include <algorithm>
#include <cmath>

namespace sitebook {

using namespace Qt::StringLiterals;

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

WhyLine::Outcome outcomeOf(RuleKind kind, const Value& value)
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

Finding byHandFinding()
{
    return {Severity::Information,
            {},
            u"by_hand"_s,
            QT_TRANSLATE_NOOP("messages", "A rule of the study for this item cannot be run here. Check it by hand.")};
}

} // namespace

FormRun::FormRun(const FormPlan& plan, const Fields& fields, const std::optional<QDateTime>& now)
    : m_plan(plan)
    , m_scratch(now)
    , m_cells(plan.items.size())
    , m_values(plan.items.size())
{
    readValues(fields);
}

Value FormRun::evaluated(const Expression& expression)
{
    return sitebook::evaluate(expression, m_values, m_scratch, m_columns);
}

QString FormRun::textOf(const Value& value)
{
    return evaluation::asText(value, {m_values, m_scratch}).text.toString();
}

// Both lists are sorted by OID; the values of lines stand between.
void FormRun::readValues(const Fields& fields)
{
    std::vector<std::pair<FormPlan::Location, const FieldValue*>> onLines;
    auto place = m_plan.places.begin();
    for (const Fields::Entry& entry : fields) {
        while (place != m_plan.places.end() && place->oid < entry.name)
            ++place;
        std::optional<FormPlan::Location> found;
        if (place != m_plan.places.end() && place->oid == entry.name)
            found = FormPlan::Location{place->position,
                                       m_plan.items[static_cast<size_t>(place->position)].lines < 0 ? 0 : 1};
        else if (!m_plan.lines.empty())
            found = m_plan.locate(entry.name);
        const auto position = static_cast<size_t>(found ? found->position : 0);
        if (!found)
            m_evaluation.findings.push_back({Severity::Error, entry.name, u"unknown_item"_s,
                                             QT_TRANSLATE_NOOP("messages", "The form has no such item.")});
        else if (found->line > 0)
            onLines.emplace_back(*found, &entry.value);
        else
            readValue(position, m_cells[position], m_values[position], entry.value);
    }
    if (!m_plan.lines.empty())
        makeLines(onLines);
}

// A line is there when something stands on it.
void FormRun::makeLines(const std::vector<std::pair<FormPlan::Location, const FieldValue*>>& given)
{
    m_numbers.resize(m_plan.lines.size());
    m_columns.resize(m_plan.items.size());
    m_lineCells.resize(m_plan.items.size());
    const auto numbersOf = [this](const FormPlan::Location& place) -> std::vector<int>& {
        return m_numbers[static_cast<size_t>(m_plan.items[static_cast<size_t>(place.position)].lines)];
    };
    for (const auto& [place, value] : given)
        if (!value->isEmpty())
            numbersOf(place).push_back(place.line);
    for (size_t group = 0; group < m_numbers.size(); ++group) {
        std::vector<int>& numbers = m_numbers[group];
        std::sort(numbers.begin(), numbers.end());
        numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
        for (int position = m_plan.lines[group].first; position < m_plan.lines[group].end; ++position) {
            m_columns[static_cast<size_t>(position)].resize(numbers.size());
            m_lineCells[static_cast<size_t>(position)].resize(numbers.size());
        }
    }
    for (const auto& [place, value] : given) {
        const std::vector<int>& numbers = numbersOf(place);
        const auto row = std::lower_bound(numbers.begin(), numbers.end(), place.line) - numbers.begin();
        const auto position = static_cast<size_t>(place.position);
        if (!value->isEmpty())
            readValue(position, m_lineCells[position][static_cast<size_t>(row)],
                      m_columns[position][static_cast<size_t>(row)], *value);
    }
}

void FormRun::readValue(size_t position, Cell& cell, Value& value, const FieldValue& given) const
{
    const FormPlan::Item& item = m_plan.items[position];
    if (item.method || given.isEmpty())
        return;
    cell.given = &given;
    if (given.missing != MissingReason::None)
        return;
    cell.verdict = item.check.check(given.text);
    value = cell.verdict.value;
}

FormEvaluation FormRun::evaluate()
{
    for (const int position : m_plan.order)
        applyRules(static_cast<size_t>(position));
    for (size_t position = 0; position < m_plan.items.size();) {
        const FormPlan::Item& item = m_plan.items[position];
        if (item.lines >= 0) {
            const FormPlan::Lines& lines = m_plan.lines[static_cast<size_t>(item.lines)];
            concludeLines(lines, static_cast<size_t>(item.lines));
            position = static_cast<size_t>(lines.end);
        } else {
            conclude(item, m_cells[position], m_values[position], {static_cast<int>(position), 0});
            ++position;
        }
    }
    return std::move(m_evaluation);
}

void FormRun::applyRules(size_t position)
{
    const FormPlan::Item& item = m_plan.items[position];
    if (item.lines < 0) {
        applyRules(item, m_cells[position], m_values[position]);
        return;
    }
    for (size_t row = 0; row < m_columns[position].size(); ++row) {
        enterLine(item, row);
        applyRules(item, m_lineCells[position][row], m_columns[position][row]);
    }
}

void FormRun::applyRules(const FormPlan::Item& item, Cell& cell, Value& value)
{
    if (item.exception && evaluated(*item.exception).isTrue()) {
        cell.hidden = true;
        value = {};
    } else if (item.method) {
        value = computed(item);
    }
}

// What the item's rules read of its own line.
void FormRun::enterLine(const FormPlan::Item& item, size_t row)
{
    for (const int each : item.sameLine)
        m_values[static_cast<size_t>(each)] = m_columns[static_cast<size_t>(each)][row];
}

// What other rules see is what will be stored: of a truth value in a text item "true" or "false".
Value FormRun::computed(const FormPlan::Item& item)
{
    const Value value = evaluated(*item.method);
    if (value.kind != Value::Kind::Boolean || item.def->dataType != DataType::Text)
        return value;
    return Value::of(value.isTrue() ? QStringView(u"true") : QStringView(u"false"));
}

void FormRun::concludeLines(const FormPlan::Lines& lines, size_t which)
{
    const std::vector<int>& numbers = m_numbers[which];
    const QString& group = lines.group->oid;
    const bool notAsked = lines.exception && evaluated(*lines.exception).isTrue();
    if (notAsked)
        m_evaluation.hidden.append(group);
    if (numbers.empty() && lines.mandatory && !notAsked)
        m_evaluation.findings.push_back(
            {Severity::Error, group, u"required"_s, QT_TRANSLATE_NOOP("messages", "At least one line is needed.")});
    if (const int most = lines.group->maxRepeats; most > 0 && numbers.size() > static_cast<size_t>(most))
        m_evaluation.findings.push_back(
            {Severity::Error, group, u"lines"_s,
             Message(QT_TRANSLATE_NOOP("messages", "There are more lines than the %1 allowed."),
                     {QString::number(most)})});
    for (size_t row = 0; row < numbers.size(); ++row) {
        for (auto position = static_cast<size_t>(lines.first); position < static_cast<size_t>(lines.end); ++position) {
            const FormPlan::Item& item = m_plan.items[position];
            enterLine(item, row);
            conclude(item, m_lineCells[position][row], m_columns[position][row],
                     {static_cast<int>(position), numbers[row]});
        }
    }
}

void FormRun::conclude(const FormPlan::Item& item, const Cell& cell, const Value& value,
                       const FormPlan::Location& place)
{
    std::vector<Finding>& findings = m_evaluation.findings;
    const size_t before = findings.size();
    if (cell.hidden) {
        m_evaluation.hidden.append(m_plan.keyOf(place));
        return;
    }
    if (item.method) {
        if (value.isMissing())
            return;
        if (const QString text = storedText(value, *item.def); !text.isEmpty())
            m_evaluation.computed.set(m_plan.keyOf(place), text);
    } else if (!cell.given) {
        if (item.mandatory || (item.mandatoryWhen && evaluated(*item.mandatoryWhen).isTrue()))
            findings.push_back(item.check.requiredFinding());
    } else if (cell.given->missing == MissingReason::None) {
        item.check.appendFindings(cell.verdict, cell.given->text, findings);
        runChecks(item);
    }
    if (item.byHand)
        findings.push_back(byHandFinding());
    for (size_t i = before; i < findings.size(); ++i)
        findings[i].field = m_plan.keyOf(place);
}

// A check that is missing (a value it needs is not there) blocks nothing.
void FormRun::runChecks(const FormPlan::Item& item)
{
    for (const FormPlan::Check& check : item.checks)
        if (const Value passed = evaluated(check.expression); !passed.isMissing() && !passed.isTrue())
            m_evaluation.findings.push_back({check.severity, {}, u"check"_s, check.message});
}

std::vector<WhyLine> FormRun::explain(const FormPlan::Location& place)
{
    const FormPlan::Item& item = m_plan.items[static_cast<size_t>(place.position)];
    if (item.lines >= 0) {
        const std::vector<int>& numbers = m_numbers[static_cast<size_t>(item.lines)];
        const auto found = std::lower_bound(numbers.begin(), numbers.end(), place.line);
        if (found != numbers.end() && *found == place.line)
            enterLine(item, static_cast<size_t>(found - numbers.begin()));
        else
            for (const int each : item.sameLine)
                m_values[static_cast<size_t>(each)] = {}; // nothing stands on that line yet
    }
    std::vector<WhyLine> lines;
    for (const FormPlan::Source& source : item.sources)
        lines.push_back(lineOf(source));
    return lines;
}

WhyLine FormRun::lineOf(const FormPlan::Source& source)
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
        line.result = textOf(value);
    std::vector<int> positions;
    collectItems(*source.expression, positions);
    std::sort(positions.begin(), positions.end());
    positions.erase(std::unique(positions.begin(), positions.end()), positions.end());
    for (const int each : positions)
        line.operands.push_back(
            {m_plan.items[static_cast<size_t>(each)].def->oid, textOf(m_values[static_cast<size_t>(each)])});
    return line;
}

} // namespace sitebook
