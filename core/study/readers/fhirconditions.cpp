// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/readers/fhirconditions.h"

#include "core/study/dialects.h"
#include "core/study/readers/fhirloops.h"

namespace sitebook {

using namespace Qt::StringLiterals;

namespace {

// What stands in many groups repeats the rules of all of them; a file that makes too much of it is checked by hand.
constexpr qsizetype mostLetters = 32 * 1024 * 1024;

QString either(const QString& one, const QString& other)
{
    if (one.isEmpty() || other.isEmpty() || one == other)
        return one.isEmpty() ? other : one;
    return one + u" or "_s + other;
}

// An enableWhen as a person may read it.
QString asWritten(const json::Value& when)
{
    QString type;
    const json::Value* answer = FhirSource::choice(when, "answer", type);
    const QStringList parts{FhirSource::text(when, "question"), FhirSource::text(when, "operator"),
                            answer != nullptr ? FhirSource::valueText(*answer, type) : QString()};
    return parts.join(u' ').trimmed();
}

} // namespace

FhirHidden FhirHidden::with(const FhirHidden& other) const
{
    return {either(known, other.known), byHand.isEmpty() ? other.byHand : byHand};
}

QString FhirConditions::add(const QString& oid, const FormalExpression& expression)
{
    ConditionDef condition;
    condition.oid = oid;
    for (int more = 2; m_conditions.contains(condition.oid); ++more)
        condition.oid = oid + u".%1"_s.arg(more);
    condition.name = condition.oid;
    condition.description.set({}, condition.oid);
    condition.expressions.push_back(expression);
    m_conditions.insert(condition.oid, m_study.conditions.size());
    m_study.conditions.push_back(std::move(condition));
    return m_study.conditions.back().oid;
}

QString FhirConditions::keep(const QString& oid, const FormalExpression& expression)
{
    return add(oid, expression);
}

FhirHidden FhirConditions::ownOf(const json::Value& item, const QString& oid, const QString& path)
{
    const auto all = FhirSource::list(item, "enableWhen");
    const QString behavior = FhirSource::text(item, "enableBehavior");
    if (all.empty()) {
        if (!behavior.isEmpty())
            m_source.dropped(u"enableBehavior"_s, path, u"There is no condition it could be about."_s);
        return {};
    }
    m_paths.insert(oid, path);
    QStringList asked;
    QStringList written;
    size_t index = 0;
    for (const json::Value* when : all) {
        asked.append(textOf(*when, oid, FhirSource::numbered(path, u"enableWhen"_s, index++)));
        written.append(asWritten(*when));
    }
    const bool every = behavior == "all"_L1;
    if (!behavior.isEmpty() && (every || behavior == "any"_L1))
        m_source.mapped();
    else if (all.size() > 1 || !behavior.isEmpty())
        m_source.approximated(u"enableBehavior"_s, path,
                              u"It is missing or not known; one condition that is met is enough."_s);
    if (asked.contains(QString()))
        return {{}, keep(oid + u".enableWhen"_s, {dialect::fhirEnableWhen, written.join(every ? u" and " : u" or ")})};
    return {u"not ("_s + asked.join(every ? u" and "_s : u" or "_s) + u')', {}};
}

// Empty when it cannot be run.
QString FhirConditions::textOf(const json::Value& when, const QString& oid, const QString& path)
{
    const QString target = FhirSource::text(when, "question");
    QString type;
    (void)FhirSource::choice(when, "answer", type);
    m_source.account(when, {}, {u"question"_s, u"operator"_s, u"id"_s, QString(u"answer"_s + type)}, path);
    const auto found = m_questions.constFind(target);
    if (found == m_questions.constEnd()) {
        m_source.approximated(u"enableWhen"_s, path, u"The form has no question \"%1\": check by hand."_s.arg(target));
        return {};
    }
    m_uses[oid].append(found->oid);
    FhirComparison comparison(*found, m_options);
    QString text = comparison.of(when);
    const json::Value* quantity = json::find(when, "answerQuantity");
    if (text.isEmpty()) {
        m_source.approximated(u"enableWhen"_s, path, comparison.note() + u": check by hand."_s);
    } else if (!comparison.note().isEmpty()) {
        m_source.approximated(u"enableWhen"_s, path, comparison.note() + u'.');
    } else if (quantity != nullptr && FhirSource::text(*quantity, "unit") != found->unit &&
               FhirSource::text(*quantity, "code") != found->unit) {
        m_source.approximated(u"enableWhen"_s, path, u"The numbers are compared, not their units."_s);
    } else {
        m_source.mapped();
    }
    return text;
}

// The condition of a rule in our language; many items in one group share it.
QString FhirConditions::known(const QString& text, const QString& oid, const QString& path)
{
    if (text.isEmpty())
        return {};
    if (const auto same = m_byText.constFind(text); same != m_byText.constEnd()) {
        m_ruleOf.insert(oid, *same);
        return *same;
    }
    const QString name = oid + u".enableWhen"_s;
    m_written += text.size();
    const FormalExpression rule{dialect::sitebook, text};
    QString made;
    if (m_written > mostLetters) {
        m_source.approximated(u"enableWhen"_s, path, u"The form has too many conditions: check by hand."_s);
        made = keep(name, {dialect::fhirEnableWhen, u"too long"_s});
    } else {
        if (const auto parsed = parseFormal({rule}); !parsed)
            m_source.approximated(u"enableWhen"_s, path, parsed.error().english() + u" Check by hand."_s);
        made = add(name, rule);
    }
    m_byText.insert(text, made);
    m_ruleOf.insert(oid, made);
    return made;
}

QString FhirConditions::ofSection(const FhirHidden& section, const QString& oid)
{
    return section.known.isEmpty() ? section.byHand : known(section.known, oid, m_paths.value(oid));
}

QString FhirConditions::ofItem(const FhirHidden& section, const FhirHidden& item, const QString& oid,
                               const QString& path)
{
    const QString inherited = section.known.isEmpty() ? QString() : section.byHand;
    QString byHand = item.byHand.isEmpty() ? inherited : item.byHand;
    const QString own = known(item.known, oid, path);
    if (byHand.isEmpty() || own.isEmpty())
        return byHand.isEmpty() ? own : byHand;
    m_source.approximated(u"enableWhen"_s, path,
                          u"It stands beside a condition that is not run: both are kept, check by hand."_s);
    return byHand;
}

void FhirConditions::markCircles()
{
    QStringList found = fhir::nodesInCircles(m_uses).values();
    found.sort();
    for (const QString& oid : found) {
        const auto path = m_paths.constFind(oid);
        if (path == m_paths.constEnd())
            continue;
        m_source.approximated(u"enableWhen of "_s + oid, *path,
                              u"It depends on itself in a circle, which is not followed: check by hand."_s);
        if (const auto place = m_conditions.constFind(m_ruleOf.value(oid)); place != m_conditions.constEnd())
            m_study.conditions[*place].description.set({}, oid + u": depends on itself in a circle"_s);
    }
}

} // namespace sitebook
