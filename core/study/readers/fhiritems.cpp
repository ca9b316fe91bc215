// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/readers/fhiritems.h"

#include "core/study/codeset.h"
#include "core/study/dialects.h"
#include "core/study/readers/cleantext.h"

namespace sitebook {

using namespace Qt::StringLiterals;

namespace {

constexpr int deepest = 32; // of items in items

QString pathOf(const QString& path, size_t index)
{
    return (path.isEmpty() ? QString() : QString(path + u'.')) + u"item[%1]"_s.arg(index);
}

bool isChoice(const QString& type)
{
    return type == "choice"_L1 || type == "open-choice"_L1 || type == "coding"_L1;
}

} // namespace

FhirItems::FhirItems(FhirSource& source, const json::Value& questionnaire, QString language, StudyDefinition& study,
                     FormDef& form)
    : m_source(source)
    , m_language(std::move(language))
    , m_study(study)
    , m_form(form)
    , m_options(source, questionnaire, m_language)
    , m_conditions(source, m_questions)
    , m_taken{form.oid}
{
}

void FhirItems::read(const json::Value& questionnaire)
{
    learn(questionnaire, {}, 0);
    readItems(questionnaire, {}, 0);
    m_conditions.reportLoops();
}

// Conditions may look at questions that come later, so all are known first.
void FhirItems::learn(const json::Value& holder, const QString& path, int depth)
{
    size_t index = 0;
    for (const json::Value* item : FhirSource::list(holder, "item")) {
        const QString place = pathOf(path, index++);
        if (depth >= deepest) {
            m_source.dropped(u"item"_s, place, u"It is nested too deeply."_s);
            continue;
        }
        const QString oid = oidOf(*item, place);
        m_oids.insert(place, oid);
        const QString linkId = FhirSource::text(*item, "linkId");
        const QString type = FhirSource::text(*item, "type");
        FhirQuestion question{oid, isChoice(type) && FhirSource::flag(*item, "repeats"), {}};
        FhirOptions::Offer offer = m_options.read(*item, oid, place);
        m_selected.insert(oid, offer.selected);
        question.list = std::move(offer.list);
        if (!linkId.isEmpty() && !m_questions.contains(linkId))
            m_questions.insert(linkId, question);
        if (!question.list.items.empty())
            m_study.codeLists.push_back(std::move(question.list));
        learn(*item, place, depth + 1);
    }
}

QString FhirItems::oidOf(const json::Value& item, const QString& path)
{
    const QString linkId = FhirSource::text(item, "linkId");
    QString oid = linkId.isEmpty() ? path : linkId;
    if (linkId.isEmpty())
        m_source.approximated(u"linkId"_s, path, u"It is missing; the item's place names it."_s);
    if (m_taken.contains(oid)) {
        m_source.approximated(u"linkId "_s + linkId, path, u"Another item has it; the item's place names this one."_s);
        oid = path;
    }
    m_taken.insert(oid);
    return oid;
}

void FhirItems::readItems(const json::Value& holder, const Place& place, int depth)
{
    if (depth >= deepest)
        return;
    size_t index = 0;
    for (const json::Value* item : FhirSource::list(holder, "item")) {
        Place here = place;
        here.path = pathOf(place.path, index++);
        if (FhirSource::text(*item, "type") == "group"_L1)
            readGroup(*item, here, depth);
        else
            readQuestion(*item, here, depth);
    }
}

TranslatedText FhirItems::titleOf(const json::Value& item)
{
    TranslatedText title = m_source.translated(item, "text", m_language);
    const QString prefix = FhirSource::text(item, "prefix");
    if (prefix.isEmpty())
        return title;
    m_source.mapped();
    TranslatedText prefixed;
    for (const auto& [language, text] : title.all())
        prefixed.set(language, prefix + u' ' + text);
    return prefixed;
}

// A condition that hides when one of these expressions is true; empty where there is none.
QString FhirItems::conditionFor(const QString& oid, const QStringList& hidden)
{
    QStringList all = hidden;
    all.removeAll(QString());
    if (all.isEmpty())
        return {};
    ConditionDef condition;
    condition.oid = oid + u".enableWhen"_s;
    condition.name = oid;
    condition.description.set({}, oid);
    condition.expressions.push_back({dialect::sitebook, all.join(u" or "_s)});
    m_study.conditions.push_back(condition);
    return condition.oid;
}

void FhirItems::readGroup(const json::Value& item, const Place& place, int depth)
{
    const QString oid = m_oids.value(place.path);
    const QString hidden = m_conditions.hiddenWhen(item, FhirSource::text(item, "linkId"), place.path);
    ItemGroupDef group;
    group.oid = oid;
    group.name = oid;
    group.level = place.level;
    group.description = titleOf(item);
    group.repeating = FhirSource::flag(item, "repeats");
    if (group.repeating && place.repeating) {
        m_source.approximated(u"repeats"_s, place.path, u"A repeating group inside another one is asked once."_s);
        group.repeating = false;
    }
    m_source.mapped();
    ItemDef unused;
    ItemRef rules;
    readExtensions(item, unused, rules, place.path);
    reportOthers(item, place.path);
    const json::Value* most = FhirSource::extension(item, u"questionnaire-maxOccurs");
    group.maxRepeats = most != nullptr ? FhirSource::text(*most, "valueInteger").toInt() : 0;
    Place inside = place;
    inside.groupOid = oid;
    inside.level = place.level + 1;
    inside.repeating = place.repeating || group.repeating;
    inside.hiddenGroup = QStringList{place.hiddenGroup, place.hiddenItem, hidden}.filter(u"("_s).join(u" or "_s);
    inside.hiddenItem.clear();
    const QString condition = rules.collectionExceptionConditionOid.isEmpty() ? conditionFor(oid, {inside.hiddenGroup})
                                                                              : rules.collectionExceptionConditionOid;
    m_form.groups.push_back({oid, FhirSource::flag(item, "required"), condition});
    m_study.groups.push_back(std::move(group));
    readItems(item, inside, depth + 1);
}

// The last section where it is that of the group; else, behind a nested group or at the top, one that goes on.
ItemGroupDef& FhirItems::sectionFor(const Place& place)
{
    if (!m_form.groups.empty()) {
        ItemGroupDef& last = m_study.groups.back();
        if (last.oid == place.groupOid || (last.name == place.groupOid && last.oid != last.name))
            return last;
        if (place.groupOid.isEmpty() && last.name == m_form.oid)
            return last;
    }
    ItemGroupDef group;
    const QString stem = place.groupOid.isEmpty() ? m_form.oid : place.groupOid;
    group.name = stem;
    group.oid = stem + u".%1"_s.arg(m_form.groups.size() + 1);
    group.level = std::max(0, place.level - 1);
    m_form.groups.push_back({group.oid, false, conditionFor(group.oid, {place.hiddenGroup})});
    m_study.groups.push_back(std::move(group));
    return m_study.groups.back();
}

// Help and units that stand as items of their own belong to the question that holds them.
bool FhirItems::isHint(const json::Value& item) const
{
    const json::Value* control = FhirSource::extension(item, u"questionnaire-itemControl");
    const json::Value* concept_ = control != nullptr ? json::find(*control, "valueCodeableConcept") : nullptr;
    if (FhirSource::text(item, "type") != "display"_L1 || concept_ == nullptr)
        return false;
    for (const json::Value* coding : FhirSource::list(*concept_, "coding"))
        for (const char16_t* code : {u"help", u"flyover", u"prompt", u"unit", u"lower", u"upper"})
            if (FhirSource::text(*coding, "code") == QStringView(code))
                return true;
    return false;
}

void FhirItems::readQuestion(const json::Value& item, const Place& place, int depth)
{
    const QString oid = m_oids.value(place.path);
    const QString hidden = m_conditions.hiddenWhen(item, FhirSource::text(item, "linkId"), place.path);
    ItemDef def;
    def.oid = oid;
    def.name = oid;
    def.question = titleOf(item);
    ItemRef ref;
    ref.itemOid = oid;
    ref.mandatory = FhirSource::flag(item, "required");
    m_source.mapped();
    setType(item, FhirSource::text(item, "type"), def, place.path);
    setInitial(item, def, place.path);
    ref.collectionExceptionConditionOid = conditionFor(oid, {place.hiddenItem, hidden});
    readExtensions(item, def, ref, place.path);
    readCodes(item, def, place.path);
    reportOthers(item, place.path);
    Place inside = place;
    inside.hiddenItem = QStringList{place.hiddenItem, hidden}.filter(u"("_s).join(u" or "_s);
    for (const json::Value* child : FhirSource::list(item, "item"))
        if (isHint(*child)) {
            def.hint = m_source.translated(*child, "text", m_language);
            m_source.mapped();
        }
    sectionFor(place).items.push_back(std::move(ref));
    m_study.items.push_back(std::move(def));
    size_t index = 0;
    for (const json::Value* child : FhirSource::list(item, "item")) {
        Place here = inside;
        here.path = pathOf(place.path, index++);
        if (isHint(*child) || depth + 1 >= deepest)
            continue;
        if (FhirSource::text(*child, "type") == "group"_L1)
            readGroup(*child, here, depth + 1);
        else
            readQuestion(*child, here, depth + 1);
    }
}

void FhirItems::setType(const json::Value& item, const QString& type, ItemDef& def, const QString& path)
{
    static const QHash<QString, DataType> types{{u"boolean"_s, DataType::Boolean},   {u"decimal"_s, DataType::Decimal},
                                                {u"integer"_s, DataType::Integer},   {u"date"_s, DataType::PartialDate},
                                                {u"dateTime"_s, DataType::DateTime}, {u"time"_s, DataType::Time},
                                                {u"quantity"_s, DataType::Decimal}};
    def.dataType = types.value(type, DataType::Text);
    def.readOnly = FhirSource::flag(item, "readOnly");
    def.length = def.dataType == DataType::Text ? FhirSource::text(item, "maxLength").toInt() : 0;
    if (type == "string"_L1 || type == "url"_L1)
        def.control = Control::Line;
    else if (type == "text"_L1)
        def.control = Control::LongText;
    else if (type == "display"_L1)
        def.control = Control::Display;
    else if (type == "attachment"_L1)
        def.control = Control::File;
    else if (!types.contains(type) && !isChoice(type))
        m_source.approximated(u"type \"%1\""_s.arg(type), path, u"It is captured as text."_s);
    setAnswers(item, type, def, path);
}

void FhirItems::setAnswers(const json::Value& item, const QString& type, ItemDef& def, const QString& path)
{
    const QString list = def.oid + u".options"_s;
    const bool offered = m_study.codeList(list) != nullptr;
    if (offered)
        def.codeListOid = list;
    const QString constraint = FhirSource::text(item, "answerConstraint");
    def.openChoice =
        offered && (type == "open-choice"_L1 || constraint == "optionsOrString"_L1 || constraint == "optionsOrType"_L1);
    if (isChoice(type) && !offered && FhirSource::text(item, "answerValueSet").isEmpty())
        m_source.approximated(u"type \"%1\""_s.arg(type), path, u"It offers no answers; any text is taken."_s);
    if (!FhirSource::flag(item, "repeats"))
        return;
    def.multiple = offered;
    if (!offered)
        m_source.approximated(u"repeats"_s, path, u"One answer is captured."_s);
}

void FhirItems::setInitial(const json::Value& item, ItemDef& def, const QString& path)
{
    QStringList values = m_selected.value(def.oid);
    for (const json::Value* initial : FhirSource::list(item, "initial")) {
        QString type;
        const json::Value* value = FhirSource::choice(*initial, "value", type);
        const CodeList* list = m_study.codeList(def.codeListOid);
        if (value != nullptr)
            values.append(list != nullptr && type == "Coding"_L1 ? FhirOptions::codeOf(*value, *list)
                                                                 : FhirSource::valueText(*value, type));
        m_source.mapped();
    }
    if (values.size() > 1 && !def.multiple)
        m_source.approximated(u"initial"_s, path, u"The first value is used."_s);
    def.initial = def.multiple ? codeset::join(values) : values.value(0);
}

void FhirItems::readCodes(const json::Value& item, ItemDef& def, const QString& path)
{
    for (const json::Value* coding : FhirSource::list(item, "code")) {
        const QString system = FhirSource::text(*coding, "system");
        const bool known = std::any_of(def.aliases.begin(), def.aliases.end(),
                                       [&](const Alias& alias) { return alias.context == system; });
        if (known || system.isEmpty()) {
            m_source.dropped(u"code"_s, path, u"A second code of one system, or one without a system."_s);
            continue;
        }
        def.aliases.push_back({system, FhirSource::text(*coding, "code")});
        m_source.mapped();
    }
}

void FhirItems::reportOthers(const json::Value& item, const QString& path)
{
    static const QSet<QString> known{u"linkId"_s,   u"type"_s,         u"text"_s,           u"_text"_s,
                                     u"prefix"_s,   u"_prefix"_s,      u"required"_s,       u"repeats"_s,
                                     u"readOnly"_s, u"maxLength"_s,    u"enableWhen"_s,     u"enableBehavior"_s,
                                     u"code"_s,     u"answerOption"_s, u"answerValueSet"_s, u"answerConstraint"_s,
                                     u"initial"_s,  u"item"_s,         u"extension"_s,      u"id"_s};
    for (const auto& [name, value] : item.GetObject())
        if (!known.contains(json::textOf(name)))
            m_source.dropped(json::textOf(name), path, u"It has no use here."_s);
}

void FhirItems::readExtensions(const json::Value& item, ItemDef& def, ItemRef& ref, const QString& path)
{
    for (const json::Value* extension : FhirSource::list(item, "extension")) {
        const QString url = FhirSource::text(*extension, "url");
        const QString name = url.mid(url.lastIndexOf(u'/') + 1);
        if (name == "questionnaire-itemControl"_L1) {
            readControl(*extension, def, path);
        } else if (name == "questionnaire-hidden"_L1) {
            def.hidden = FhirSource::flag(*extension, "valueBoolean");
        } else if (name == "questionnaire-maxOccurs"_L1 || readLimit(*extension, name, def)) {
            m_source.mapped();
        } else if (name.endsWith(u"calculatedExpression") || name.endsWith(u"enableWhenExpression")) {
            keepFhirPath(*extension, name, def, ref, path);
        } else {
            m_source.dropped(u"extension "_s + name, path, u"It has no use here."_s);
        }
    }
}

// Units, ranges, formats; false: none of them.
bool FhirItems::readLimit(const json::Value& extension, const QString& name, ItemDef& def)
{
    QString type;
    const json::Value* value = FhirSource::choice(extension, "value", type);
    if (value == nullptr)
        return false;
    const QString text = FhirSource::valueText(*value, type);
    if (name == "questionnaire-unit"_L1 || (name == "questionnaire-unitOption"_L1 && def.unit.isEmpty())) {
        const QString display = FhirSource::text(*value, "display");
        def.unit = display.isEmpty() ? text : display;
    } else if (name == "minValue"_L1 || name == "maxValue"_L1) {
        RangeCheck check;
        check.comparator = name == "minValue"_L1 ? Comparator::GreaterOrEqual : Comparator::LessOrEqual;
        check.values.append(text);
        def.rangeChecks.push_back(std::move(check));
    } else if (name == "maxDecimalPlaces"_L1) {
        def.significantDigits = text.toInt();
    } else if (name == "regex"_L1) {
        def.pattern = text;
    } else if (name == "minLength"_L1 && def.pattern.isEmpty()) {
        def.pattern = u"(?s:.{%1,})"_s.arg(text.toInt());
    } else if (name == "entryFormat"_L1) {
        def.hint.set(m_language, text);
    } else {
        return false;
    }
    return true;
}

void FhirItems::readControl(const json::Value& extension, ItemDef& def, const QString& path)
{
    static const QHash<QString, Control> controls{
        {u"radio-button"_s, Control::Radio}, {u"drop-down"_s, Control::List}, {u"autocomplete"_s, Control::List},
        {u"lookup"_s, Control::List},        {u"slider"_s, Control::Slider},  {u"text-area"_s, Control::LongText},
        {u"check-box"_s, Control::Automatic}};
    const json::Value* wanted = json::find(extension, "valueCodeableConcept");
    for (const json::Value* coding :
         wanted != nullptr ? FhirSource::list(*wanted, "coding") : std::vector<const json::Value*>()) {
        const QString code = FhirSource::text(*coding, "code");
        if (const auto control = controls.constFind(code); control != controls.constEnd()) {
            if (*control != Control::Automatic)
                def.control = *control;
            m_source.mapped();
        } else {
            m_source.approximated(u"itemControl "_s + code, path, u"The form's own layout is used."_s);
        }
    }
}

void FhirItems::keepFhirPath(const json::Value& extension, const QString& name, const ItemDef& def, ItemRef& ref,
                             const QString& path)
{
    const json::Value* expression = json::find(extension, "valueExpression");
    const QString text = expression != nullptr ? FhirSource::text(*expression, "expression") : QString();
    m_source.approximated(name, path, u"FHIRPath is kept and not run: check by hand."_s);
    const QString oid = (def.oid.isEmpty() ? path : def.oid) + u'.' + name;
    TranslatedText words;
    words.set({}, oid);
    if (name.endsWith(u"calculatedExpression")) {
        m_study.methods.push_back({oid, oid, words, {{dialect::fhirPath, cleanText(text)}}, u"Computation"_s});
        ref.methodOid = oid;
    } else {
        m_study.conditions.push_back({oid, oid, words, {{dialect::fhirPath, cleanText(text)}}});
        ref.collectionExceptionConditionOid = oid;
    }
}

} // namespace sitebook
