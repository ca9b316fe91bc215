// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/importers/answerreader.h"

#include "core/model/itemkey.h"

#include "core/exchange/exporters/reportcolumns.h"
#include "core/study/codeset.h"

using namespace Qt::StringLiterals;

namespace sitebook {

namespace {

bool sameNumber(const QString& a, const QString& b)
{
    bool aIs = false;
    bool bIs = false;
    const double x = a.toDouble(&aIs);
    const double y = b.toDouble(&bIs);
    return aIs && bIs && qAbs(x - y) <= 1e-9 * qMax(1.0, qMax(qAbs(x), qAbs(y)));
}

bool sameWord(const QString& a, const QString& b)
{
    return a.trimmed().compare(b.trimmed(), Qt::CaseInsensitive) == 0;
}

bool names(const CodeListItem& answer, const QString& word)
{
    const auto& decodes = answer.decode.all();
    return std::any_of(decodes.begin(), decodes.end(), [&](const auto& text) { return sameWord(text.second, word); }) ||
           std::any_of(answer.aliases.begin(), answer.aliases.end(),
                       [&](const Alias& alias) { return sameWord(alias.name, word); });
}

// The coded value that `word` means, empty when the list has none.
QString codeFor(const CodeList& list, const QString& word)
{
    if (list.find(word))
        return word;
    for (const CodeListItem& answer : list.items)
        if (sameNumber(answer.codedValue, word) || names(answer, word))
            return answer.codedValue;
    return {};
}

// The codes that the texts of a set mean; nothing when one of them is no answer.
std::optional<QString> codesFor(const CodeList& list, const QString& set)
{
    QStringList codes;
    for (const QString& word : codeset::split(set)) {
        codes.append(codeFor(list, word));
        if (codes.last().isEmpty())
            return std::nullopt;
    }
    return codeset::join(codes);
}

QString shownName(const ItemDef& item)
{
    return item.name.isEmpty() ? item.oid : item.name;
}

ImportFinding warning(const QString& where, const QString& item, const QString& code, Message message)
{
    ImportFinding finding;
    finding.severity = Severity::Warning;
    finding.where = where;
    finding.item = item;
    finding.code = code;
    finding.message = std::move(message);
    return finding;
}

} // namespace

AnswerReader::AnswerReader(std::shared_ptr<const StudyDefinition> study)
    : m_study(std::move(study))
{
}

Result<AnswerReader::FormPlan*> AnswerReader::planOf(const QString& formOid)
{
    if (const auto known = m_plans.constFind(formOid); known != m_plans.constEnd())
        return known->get();
    SB_TRY_ASSIGN(FormChecker checker, FormChecker::create(m_study, formOid));
    auto plan = std::make_shared<FormPlan>(FormPlan{std::move(checker), {}, {}, {}});
    const FormDef* form = m_study->form(formOid);
    for (const ItemGroupRef& groupRef : form->groups) {
        const ItemGroupDef* group = m_study->group(groupRef.groupOid);
        for (const ItemRef& ref : group ? group->items : std::vector<ItemRef>()) {
            const ItemDef* item = m_study->item(ref.itemOid);
            if (!item)
                continue;
            plan->items.insert(item->oid, item);
            if (group->repeating)
                plan->repeating.insert(item->oid);
            if (!item->name.isEmpty() && !plan->items.contains(item->name))
                plan->items.insert(item->name, item);
            if (!ref.methodOid.isEmpty())
                plan->computed.insert(item->oid, true);
        }
    }
    return m_plans.insert(formOid, plan)->get();
}

const ItemDef* AnswerReader::FormPlan::find(const SourceAnswer& answer, QString& key) const
{
    const ItemDef* item = items.value(answer.item);
    int line = answer.line;
    if (!item) {
        const ItemKey parts = ItemKey::of(answer.item);
        item = parts.line > 0 ? items.value(parts.oid) : nullptr;
        if (!item || !repeating.contains(item->oid))
            return nullptr;
        line = parts.line;
    }
    key = repeating.contains(item->oid) ? ItemKey{item->oid, std::max(line, 1)}.text() : item->oid;
    return item;
}

const ItemDef* AnswerReader::FormPlan::ofKey(const QString& key) const
{
    const ItemDef* item = items.value(key);
    return item ? item : items.value(ItemKey::of(key).oid);
}

Result<AnswerSet> AnswerReader::read(const QString& formOid, const std::vector<SourceAnswer>& answers)
{
    SB_TRY_ASSIGN(const FormPlan* plan, planOf(formOid));
    AnswerSet set;
    set.items.reserve(answers.size());
    std::vector<Recorded> recorded;
    for (const SourceAnswer& answer : answers)
        take(answer, *plan, set, recorded);

    const FormEvaluation evaluation = plan->checker.evaluate(set.items);
    for (const Recorded& score : recorded)
        compare(score, evaluation.computed, set);
    dropHidden(evaluation, *plan, set);
    for (const Fields::Entry& computed : evaluation.computed)
        set.items.set(computed.name, computed.value);
    // What is missing shows in the status; code lists and scores were looked at above with their place in the file.
    for (const Finding& finding : evaluation.findings) {
        if (finding.code == u"required" || finding.code == u"code_list" || finding.code == u"score")
            continue;
        const ItemDef* item = plan->ofKey(finding.field);
        set.findings.push_back(warning({}, item ? shownName(*item) : finding.field, finding.code, finding.message));
    }
    set.status = plan->checker.statusOf(set.items, evaluation);
    return set;
}

void AnswerReader::dropHidden(const FormEvaluation& evaluation, const FormPlan& plan, AnswerSet& set)
{
    for (const QString& oid : evaluation.hidden) {
        const FieldValue* value = set.items.find(oid);
        if (!value)
            continue;
        if (!value->isEmpty())
            set.findings.push_back(
                warning({}, shownName(*plan.ofKey(oid)), u"hidden"_s,
                        QT_TRANSLATE_NOOP(
                            "messages", "The other answers say that this item is not asked; its answer is left out.")));
        set.items.remove(oid);
    }
}

void AnswerReader::take(const SourceAnswer& answer, const FormPlan& plan, AnswerSet& set,
                        std::vector<Recorded>& recorded) const
{
    QString key;
    const ItemDef* item = plan.find(answer, key);
    if (!item) {
        set.findings.push_back(
            warning(answer.where, answer.item, u"unknown_item"_s,
                    QT_TRANSLATE_NOOP("messages", "The form has no such item; this answer is left out.")));
        return;
    }
    const bool computed = plan.computed.contains(item->oid);
    const bool twice =
        computed ? std::any_of(recorded.begin(), recorded.end(), [&](const Recorded& r) { return r.key == key; })
                 : set.items.contains(key);
    if (twice) {
        set.findings.push_back(warning(
            answer.where, shownName(*item), u"duplicate"_s,
            QT_TRANSLATE_NOOP("messages", "This item is answered twice at this visit; the first answer is kept.")));
        return;
    }
    if (computed) {
        if (!answer.words.isEmpty())
            recorded.push_back({item, key, answer.where, answer.words.first()});
        return;
    }
    FieldValue value = answer.words.isEmpty() ? FieldValue(answer.missing) : valueOf(answer, *item, set);
    if (!value.isEmpty())
        set.items.set(key, std::move(value));
}

FieldValue AnswerReader::valueOf(const SourceAnswer& answer, const ItemDef& item, AnswerSet& set) const
{
    const CodeList* list = item.codeListOid.isEmpty() ? nullptr : m_study->codeList(item.codeListOid);
    if (!list) {
        // A number is taken from the most exact words, a text as it was given.
        const bool number = item.dataType == DataType::Integer || item.dataType == DataType::Decimal;
        return {number ? answer.words.first() : answer.words.last()};
    }
    for (const QString& word : answer.words) {
        if (const auto codes = item.multiple ? codesFor(*list, word) : std::nullopt)
            return {*codes};
        if (const QString code = codeFor(*list, word); !code.isEmpty())
            return {code};
    }
    set.findings.push_back(warning(
        answer.where, shownName(item), u"code_list"_s,
        Message(QT_TRANSLATE_NOOP("messages", "\"%1\" is not one of the answers of this item; it is kept as recorded."),
                {answer.words.last()})));
    return {answer.words.last()};
}

void AnswerReader::compare(const Recorded& recorded, const Fields& computed, AnswerSet& set)
{
    const FieldValue* ours = computed.find(recorded.key);
    if (!ours || ours->text.isEmpty()) {
        set.findings.push_back(
            warning(recorded.where, shownName(*recorded.item), u"score"_s,
                    Message(QT_TRANSLATE_NOOP("messages",
                                              "The file records %1, but the answers give no score; none is stored."),
                            {recorded.value})));
        return;
    }
    if (ours->text == recorded.value || sameNumber(ours->text, recorded.value))
        return;
    set.findings.push_back(
        warning(recorded.where, shownName(*recorded.item), u"score"_s,
                Message(QT_TRANSLATE_NOOP("messages", "The file records %1, the answers give %2; %2 is stored."),
                        {recorded.value, ours->text})));
}

} // namespace sitebook
