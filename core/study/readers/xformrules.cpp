// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/readers/xformrules.h"

#include "core/study/dialects.h"
#include "core/study/xpathlexer.h"

#include <algorithm>

namespace sitebook {

using namespace Qt::StringLiterals;

namespace {

QString constraintOf(const QString& path)
{
    return u"constraint of "_s + path;
}

// Whether the function gives one value for all nodes of the path that is its only operand.
bool readsAllRows(const std::vector<XpathToken>& tokens, size_t path)
{
    static const QSet<QString> functions{u"sum"_s, u"min"_s, u"max"_s, u"count-non-empty"_s};
    return path >= 2 && path + 1 < tokens.size() && tokens[path - 2].kind == XpathToken::Kind::Function &&
           functions.contains(tokens[path - 2].text) && tokens[path + 1].text == ")"_L1;
}

bool holds(const QString& around, const QString& node)
{
    return node.startsWith(around + u'/');
}

// From outside, a summary takes all lines of a repeat (formplan.cpp); inside of it a rule means its own line, and one
// over all of them, or over those of a repeat in it, cannot be said.
bool needsRows(const QString& text, const QString& node, const QSet<QString>& repeats)
{
    const auto tokens = tokeniseXpath(text);
    if (!tokens)
        return false;
    for (size_t i = 0; i < tokens->size(); ++i) {
        if ((*tokens)[i].kind != XpathToken::Kind::Path)
            continue;
        bool within = false; // of a repeat that the rule does not stand in
        for (QString each = (*tokens)[i].text.section(u'/', 0, -2); !each.isEmpty(); each = each.section(u'/', 0, -2)) {
            if (!repeats.contains(each))
                continue;
            if (holds(each, node) && (within || readsAllRows(*tokens, i)))
                return true;
            within = within || !holds(each, node);
        }
    }
    return false;
}

void collectNames(const Expression& tree, QStringList& names)
{
    if (tree.operation == Expression::Operation::Item)
        names.append(tree.text);
    for (const Expression& operand : tree.operands)
        collectNames(operand, names);
}

} // namespace

QString XformRules::condition(const QString& oid, const QString& what, const QString& language, const QString& text,
                              const QString& place)
{
    if (text.isEmpty())
        return {};
    ConditionDef made;
    made.oid = oid + what;
    made.name = oid;
    made.description.set({}, oid);
    made.expressions.push_back({language, text});
    m_places.insert(made.oid, place);
    m_nodes.insert(made.oid, oid);
    m_study.conditions.push_back(made);
    return made.oid;
}

QString XformRules::relevance(const QString& oid, const QString& text, const QString& place)
{
    return condition(oid, u".relevant"_s, dialect::xformsRelevant, text, place);
}

void XformRules::apply(const QString& path, const XformBind& bind, ItemDef& item, ItemRef& ref, XformTexts& texts)
{
    ref.mandatory = XformBinds::isTrue(bind.required);
    if (!ref.mandatory && !XformBinds::isFalse(bind.required))
        ref.mandatoryConditionOid = condition(path, u".required"_s, dialect::xforms, bind.required, bind.place);
    if (!XformBinds::isTrue(bind.readOnly) && !XformBinds::isFalse(bind.readOnly))
        m_report.approximated.push_back({u"readonly of "_s + path, bind.place, u"The field can always be changed."_s});
    if (!bind.constraint.isEmpty()) {
        RangeCheck check;
        check.expressions.push_back({dialect::xforms, bind.constraint});
        check.errorMessage = texts.ofReference(bind.message, bind.place);
        item.rangeChecks.push_back(std::move(check));
        m_places.insert(constraintOf(path), bind.place);
    } else if (!bind.message.isEmpty()) {
        m_report.dropped.push_back(
            {u"jr:constraintMsg of "_s + path, bind.place, u"There is no constraint it belongs to."_s});
    }
    if (bind.calculate.isEmpty())
        return;
    MethodDef method;
    method.oid = path + u".calculate"_s;
    method.name = item.name;
    method.description.set({}, method.name);
    method.expressions.push_back({dialect::xforms, bind.calculate});
    ref.methodOid = method.oid;
    m_places.insert(method.oid, bind.place);
    m_nodes.insert(method.oid, path);
    m_study.methods.push_back(std::move(method));
}

void XformRules::setAside(Expressions& expressions, const QString& node, const QSet<QString>& repeats) const
{
    for (FormalExpression& each : expressions)
        if (needsRows(each.text, node, repeats))
            each.context = dialect::xformsRows;
}

void XformRules::setAsideRowRules(const QSet<QString>& repeats)
{
    if (repeats.isEmpty())
        return;
    for (ConditionDef& each : m_study.conditions)
        setAside(each.expressions, m_nodes.value(each.oid), repeats);
    for (MethodDef& each : m_study.methods)
        setAside(each.expressions, m_nodes.value(each.oid), repeats);
    for (ItemDef& item : m_study.items)
        for (RangeCheck& each : item.rangeChecks)
            setAside(each.expressions, item.oid, repeats);
}

void XformRules::nameRules(const StudyDefinition& study)
{
    for (const ConditionDef& each : study.conditions)
        m_names.insert(&each.expressions, each.oid);
    for (const MethodDef& each : study.methods)
        m_names.insert(&each.expressions, each.oid);
    for (const ItemDef& item : study.items)
        for (const RangeCheck& each : item.rangeChecks)
            m_names.insert(&each.expressions, constraintOf(item.oid));
}

// Empty for a rule that could be run but for a circle it stands in.
QString XformRules::reasonOf(const Expressions& expressions, const FormPlan& plan, int lines,
                             const XformNodes& nodes) const
{
    if (expressions.front().context == dialect::xformsRows)
        return u"It needs the rows of a repeat"_s;
    const auto tree = parseFormal(expressions);
    if (!tree)
        return u"It cannot be run here (%1)"_s.arg(tree.error().english());
    QStringList names;
    collectNames(*tree, names);
    for (const QString& name : std::as_const(names)) {
        const FormPlan::Item* item = plan.find(name);
        if (item != nullptr && item->lines >= 0 && item->lines != lines)
            return u"It needs the rows of a repeat"_s;
        if (item != nullptr || !name.startsWith(u'/'))
            continue;
        if (nodes.isMeta(name))
            return u"It names %1, which is about the device and not kept"_s.arg(name);
        return (nodes.has(name) ? u"It names %1, which is not kept"_s : u"It names %1, which the form does not have"_s)
            .arg(name);
    }
    return {};
}

void XformRules::reportOf(const FormPlan::Item& item, const FormPlan& plan, const XformNodes& nodes)
{
    for (const FormPlan::Source& source : item.sources) {
        if (source.expression)
            continue;
        const bool computes = source.kind == RuleKind::Computation;
        if (computes)
            m_typed.insert(item.def->oid);
        const bool shared = source.kind == RuleKind::Visibility || computes;
        const QString reason = reasonOf(*source.expressions, plan, item.lines, nodes);
        if (m_told.contains(source.expressions) || (reason.isEmpty() && !shared))
            continue;
        m_told.insert(source.expressions);
        const QString name = m_names.value(source.expressions);
        m_report.approximated.push_back({name, m_places.value(name),
                                         (reason.isEmpty() ? u"It depends on itself in a circle"_s : reason) +
                                             (computes ? u": it is typed."_s : u": check by hand."_s)});
    }
}

void XformRules::report(const std::shared_ptr<StudyDefinition>& study, const XformNodes& nodes)
{
    nameRules(*study);
    for (const FormDef& form : study->forms) {
        const auto plan = FormPlan::make(study, form.oid);
        for (size_t i = 0; plan && i < plan->items.size(); ++i)
            if (plan->items[i].byHand)
                reportOf(plan->items[i], *plan, nodes);
    }
    for (ItemDef& item : study->items)
        if (m_typed.contains(item.oid))
            item.hidden = item.readOnly = false;
}

} // namespace sitebook
