// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/formplan.h"

#include "core/model/itemkey.h"
#include "core/study/dialects.h"

#include <algorithm>

namespace sitebook {

using namespace Qt::StringLiterals;

namespace {

constexpr int deepestChain = 1000; // of items that depend on each other

class Planner final
{
public:
    explicit Planner(std::shared_ptr<const StudyDefinition> study)
        : m_index(*study)
    {
        m_plan.study = std::move(study);
    }

    Result<FormPlan> run(const QString& formOid)
    {
        m_plan.form = m_index.form(formOid);
        if (!m_plan.form)
            return fail(ErrorCode::NotFound, QT_TRANSLATE_NOOP("messages", "The study has no such form."), formOid);
        collectRefs();
        addItems();
        for (size_t i = 0; i < m_refs.size(); ++i)
            addExpressions(i);
        sortByDependency();
        m_plan.scores = m_plan.study->scoresOf(*m_plan.form);
        return std::move(m_plan);
    }

private:
    // An item that stands in two sections is one value.
    void collectRefs()
    {
        QSet<QString> seen;
        for (const ItemGroupRef& groupRef : m_plan.form->groups) {
            const ItemGroupDef* group = m_index.group(groupRef.groupOid);
            if (!group)
                continue;
            const auto first = static_cast<int>(m_refs.size());
            const int lines = group->repeating ? static_cast<int>(m_plan.lines.size()) : -1;
            for (const ItemRef& ref : group->items) {
                if (seen.contains(ref.itemOid) || !m_index.item(ref.itemOid))
                    continue;
                seen.insert(ref.itemOid);
                m_refs.push_back({&ref, &groupRef, lines});
            }
            if (group->repeating)
                m_plan.lines.push_back({group, first, static_cast<int>(m_refs.size()), groupRef.mandatory, {}});
        }
    }

    void addItems()
    {
        const QString language = m_plan.study->languages.value(0);
        for (const auto& [ref, groupRef, lines] : m_refs) {
            FormPlan::Item item;
            item.lines = lines;
            item.def = m_index.item(ref->itemOid);
            item.mandatory = ref->mandatory && item.def->control != Control::Display;
            item.check = ItemCheck(*item.def, m_index.codeList(item.def->codeListOid), language);
            const ItemDef* def = item.def;
            const int position = static_cast<int>(m_plan.items.size());
            m_plan.items.push_back(std::move(item));
            m_plan.places.push_back({def->oid, position});
            m_positions.insert(def->oid, position);
        }
        for (const FormPlan::Place& place : m_plan.places) {
            const QString& name = m_plan.items[static_cast<size_t>(place.position)].def->name;
            if (!m_positions.contains(name))
                m_positions.insert(name, place.position);
        }
        std::sort(m_plan.places.begin(), m_plan.places.end(),
                  [](const FormPlan::Place& a, const FormPlan::Place& b) { return a.oid < b.oid; });
    }

    // -1 for an item of another form: its value is not known here.
    std::optional<int> positionOf(const QString& nameOrOid) const
    {
        const auto here = m_positions.constFind(nameOrOid);
        if (here != m_positions.constEnd())
            return *here;
        const auto& all = m_plan.study->items;
        const bool known = m_index.item(nameOrOid) || std::any_of(all.begin(), all.end(), [&](const ItemDef& item) {
                               return item.name == nameOrOid;
                           });
        return known ? std::optional(-1) : std::nullopt;
    }

    // Nothing when the study gives no rule; where it gives one that cannot be run, the item is to be checked by hand.
    std::optional<Expression> compile(RuleKind kind, const QString& name,
                                      const std::vector<FormalExpression>& expressions, FormPlan::Item& item) const
    {
        if (expressions.empty())
            return std::nullopt;
        std::optional<Expression> compiled;
        Result<Expression> expression = parseFormal(expressions);
        if (expression && bindItems(*expression, [this](const QString& itemName) { return positionOf(itemName); }) &&
            bindLines(*expression, item, false))
            compiled = *std::move(expression);
        item.byHand = item.byHand || !compiled;
        item.sources.push_back({kind, name, &expressions, compiled});
        return compiled;
    }

    // What repeats in the rule's own group is meant on the rule's line; elsewhere only a summary can be asked for, over
    // all lines. False for anything else.
    bool bindLines(Expression& expression, FormPlan::Item& item, bool inSummary) const
    {
        if (expression.operation == Expression::Operation::Item && expression.position >= 0) {
            const int lines = m_plan.items[static_cast<size_t>(expression.position)].lines;
            if (lines >= 0 && lines == item.lines)
                item.sameLine.push_back(expression.position);
            else if (lines >= 0 && inSummary)
                expression.operation = Expression::Operation::EveryLine;
            else if (lines >= 0)
                return false;
        }
        return std::all_of(expression.operands.begin(), expression.operands.end(),
                           [&](Expression& operand) { return bindLines(operand, item, expression.isSummary()); });
    }

    std::optional<Expression> compileCondition(RuleKind kind, const QString& oid, FormPlan::Item& item) const
    {
        const ConditionDef* condition = m_index.condition(oid);
        return condition ? compile(kind, condition->name, condition->expressions, item) : std::nullopt;
    }

    void addExpressions(size_t position)
    {
        const auto& [ref, groupRef, lines] = m_refs[position];
        FormPlan::Item& item = m_plan.items[position];
        item.exception = compileCondition(RuleKind::Visibility, ref->collectionExceptionConditionOid, item);
        auto ofGroup = compileCondition(RuleKind::Visibility, groupRef->collectionExceptionConditionOid, item);
        if (ofGroup && lines >= 0)
            m_plan.lines[static_cast<size_t>(lines)].exception = ofGroup;
        if (ofGroup)
            item.exception = item.exception ? made(Expression::Operation::Or, {*ofGroup, *item.exception}) : *ofGroup;
        item.mandatoryWhen = compileCondition(RuleKind::Required, ref->mandatoryConditionOid, item);
        const MethodDef* method = m_index.method(ref->methodOid);
        if (method && method->type == "Computation"_L1)
            item.method = compile(RuleKind::Computation, method->name, method->expressions, item);
        for (const RangeCheck& check : item.def->rangeChecks)
            if (auto expression = compile(RuleKind::Check, {}, check.expressions, item))
                item.checks.push_back(
                    {*std::move(expression), check.hard ? Severity::Error : Severity::Warning, messageOf(check)});
        std::sort(item.sameLine.begin(), item.sameLine.end());
        item.sameLine.erase(std::unique(item.sameLine.begin(), item.sameLine.end()), item.sameLine.end());
    }

    Message messageOf(const RangeCheck& check) const
    {
        const QString own = check.errorMessage.in(m_plan.study->languages.value(0));
        if (!own.isEmpty())
            return Message("%1", {own});
        return check.hard ? QT_TRANSLATE_NOOP("messages", "The value does not pass a check of the study.")
                          : QT_TRANSLATE_NOOP("messages", "Unusual: the value does not pass a check of the study.");
    }

    void sortByDependency()
    {
        m_marks.assign(m_plan.items.size(), Mark::New);
        for (size_t i = 0; i < m_plan.items.size(); ++i)
            visit(i, 0);
    }

    // A rule that depends on itself is not followed: the item that closes the circle is checked by hand.
    void visit(size_t position, int depth)
    {
        FormPlan::Item& item = m_plan.items[position];
        if (m_marks[position] == Mark::Done)
            return;
        if (m_marks[position] == Mark::Open || depth > deepestChain) {
            item.byHand = true;
            item.exception.reset();
            item.method.reset();
            for (FormPlan::Source& source : item.sources)
                source.expression.reset();
            return;
        }
        m_marks[position] = Mark::Open;
        std::vector<int> needed;
        if (item.exception)
            collectItems(*item.exception, needed);
        if (item.method)
            collectItems(*item.method, needed);
        for (const int each : needed)
            visit(static_cast<size_t>(each), depth + 1);
        m_marks[position] = Mark::Done;
        if (item.exception || item.method)
            m_plan.order.push_back(static_cast<int>(position));
    }

    enum class Mark : quint8 { New, Open, Done };
    StudyIndex m_index;
    FormPlan m_plan;
    struct Place
    {
        const ItemRef* item;
        const ItemGroupRef* group;
        int lines; // as FormPlan::Item
    };
    std::vector<Place> m_refs;       // as m_plan.items
    QHash<QString, int> m_positions; // by OID, and by Name where that is no OID
    std::vector<Mark> m_marks;
};

} // namespace

Result<FormPlan> FormPlan::make(std::shared_ptr<const StudyDefinition> study, const QString& formOid)
{
    return Planner(std::move(study)).run(formOid);
}

const FormPlan::Item* FormPlan::find(QStringView oid) const
{
    const auto place = std::lower_bound(places.begin(), places.end(), oid,
                                        [](const Place& each, QStringView key) { return each.oid < key; });
    return place != places.end() && place->oid == oid ? &items[static_cast<size_t>(place->position)] : nullptr;
}

std::optional<FormPlan::Location> FormPlan::locate(const QString& key) const
{
    if (const Item* item = find(key))
        return Location{static_cast<int>(item - items.data()), item->lines < 0 ? 0 : 1};
    const ItemKey parts = ItemKey::of(key);
    const Item* item = parts.line == 0 ? nullptr : find(parts.oid);
    if (item == nullptr || item->lines < 0)
        return std::nullopt;
    return Location{static_cast<int>(item - items.data()), parts.line};
}

QString FormPlan::keyOf(const Location& place) const
{
    return ItemKey{items[static_cast<size_t>(place.position)].def->oid, place.line}.text();
}

const ItemGroupDef* FormPlan::groupOf(const Location& place) const
{
    const int which = items[static_cast<size_t>(place.position)].lines;
    return which < 0 ? nullptr : lines[static_cast<size_t>(which)].group;
}

} // namespace sitebook
