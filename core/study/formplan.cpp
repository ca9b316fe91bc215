// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/formplan.h"

#include <algorithm>

namespace sitebook {

using namespace Qt::StringLiterals;

namespace {

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
        for (size_t i = 0; i < m_refs.size(); ++i) {
            SB_TRY(addExpressions(i));
        }
        SB_TRY(sortByDependency());
        m_plan.scores = m_plan.study->scoresOf(*m_plan.form);
        return std::move(m_plan);
    }

private:
    // An item that stands in two sections is one value.
    void collectRefs()
    {
        QSet<QString> seen;
        for (const QString& groupOid : m_plan.form->groupOids) {
            const ItemGroupDef* group = m_index.group(groupOid);
            if (!group)
                continue;
            for (const ItemRef& ref : group->items) {
                if (seen.contains(ref.itemOid) || !m_index.item(ref.itemOid))
                    continue;
                seen.insert(ref.itemOid);
                m_refs.push_back(&ref);
            }
        }
    }

    void addItems()
    {
        const QString language = m_plan.study->languages.value(0);
        for (const ItemRef* ref : m_refs) {
            const ItemDef* def = m_index.item(ref->itemOid);
            const int position = static_cast<int>(m_plan.items.size());
            m_plan.items.push_back(
                {def, ref->mandatory, ItemCheck(*def, m_index.codeList(def->codeListOid), language), {}, {}});
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

    Result<Expression> compile(const std::vector<FormalExpression>& expressions, const QString& owner) const
    {
        Result<Expression> expression = parseFormal(expressions);
        if (expression)
            if (Result<> bound = bindItems(*expression, [this](const QString& name) { return positionOf(name); });
                !bound)
                expression = fail(std::move(bound).error());
        if (expression)
            return expression;
        Error error = std::move(expression).error();
        error.code = ErrorCode::Unsupported;
        error.where = error.where.isEmpty() ? owner : owner + u", "_s + error.where;
        return fail(std::move(error));
    }

    Result<> addExpressions(size_t position)
    {
        const ItemRef& ref = *m_refs[position];
        FormPlan::Item& item = m_plan.items[position];
        const ConditionDef* condition = m_index.condition(ref.collectionExceptionConditionOid);
        // A condition nobody here can read hides nothing: better one question too many than one lost.
        if (condition && isReadable(condition->expressions)) {
            SB_TRY_ASSIGN(item.exception, compile(condition->expressions, condition->oid));
        }
        const MethodDef* method = m_index.method(ref.methodOid);
        if (method && method->type == "Computation"_L1 && !method->expressions.empty()) {
            SB_TRY_ASSIGN(item.method, compile(method->expressions, method->oid));
        }
        return {};
    }

    static bool isReadable(const std::vector<FormalExpression>& expressions)
    {
        return std::any_of(expressions.begin(), expressions.end(),
                           [](const FormalExpression& each) { return isKnownContext(each.context); });
    }

    Result<> sortByDependency()
    {
        m_marks.assign(m_plan.items.size(), Mark::New);
        for (size_t i = 0; i < m_plan.items.size(); ++i) {
            SB_TRY(visit(i, 0));
        }
        return {};
    }

    Result<> visit(size_t position, int depth)
    {
        const FormPlan::Item& item = m_plan.items[position];
        if (m_marks[position] == Mark::Done)
            return {};
        if (m_marks[position] == Mark::Open || depth > 1000)
            return fail(ErrorCode::Unsupported,
                        QT_TRANSLATE_NOOP("messages", "The study asks for an item by a rule that depends on itself."),
                        item.def->oid);
        m_marks[position] = Mark::Open;
        std::vector<int> needed;
        if (item.exception)
            collectItems(*item.exception, needed);
        if (item.method)
            collectItems(*item.method, needed);
        for (const int each : needed) {
            SB_TRY(visit(static_cast<size_t>(each), depth + 1));
        }
        m_marks[position] = Mark::Done;
        if (item.exception || item.method)
            m_plan.order.push_back(static_cast<int>(position));
        return {};
    }

    enum class Mark : quint8 { New, Open, Done };
    StudyIndex m_index;
    FormPlan m_plan;
    std::vector<const ItemRef*> m_refs; // as m_plan.items
    QHash<QString, int> m_positions;    // by OID, and by Name where that is no OID
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

} // namespace sitebook
