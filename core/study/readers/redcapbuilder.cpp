// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/readers/redcapbuilder.h"

#include "core/study/dialects.h"
#include "core/study/readers/cleantext.h"
#include "core/study/readers/redcapwords.h"

#include <algorithm>

namespace sitebook {

using namespace Qt::StringLiterals;

namespace {

TranslatedText untagged(const QString& text)
{
    TranslatedText made;
    if (!text.isEmpty())
        made.set({}, text);
    return made;
}

// "adverse_events" as people read it.
QString titleOf(QString form)
{
    form.replace(u'_', u' ');
    if (!form.isEmpty())
        form[0] = form[0].toUpper();
    return form;
}

bool isYes(const QString& cell)
{
    return cell.trimmed().compare(u"y", Qt::CaseInsensitive) == 0;
}

} // namespace

void RedcapBuilder::approximated(const RedcapField& field, const char* column, const QString& note)
{
    m_report.approximated.push_back({field.name + u": "_s + QString::fromLatin1(column), field.place, note});
}

void RedcapBuilder::dropped(const RedcapField& field, const char* column, const QString& note)
{
    m_report.dropped.push_back({field.name + u": "_s + QString::fromLatin1(column), field.place, note});
}

TranslatedText RedcapBuilder::words(const RedcapField& field, const char* column, const QString& text)
{
    const QString plain = redcap::withoutMarkup(text);
    if (plain != cleanText(text))
        approximated(field, column, u"Markup is shown as plain text."_s);
    else
        mapped(text);
    return untagged(plain);
}

void RedcapBuilder::add(const RedcapField& field)
{
    if (!std::exchange(m_hasIdentifier, true)) {
        section(field);
        approximated(field, "Variable / Field Name",
                     u"The record's identifier: here the patient's identifier, which no form asks for."_s);
        return;
    }
    if (m_names.contains(field.name)) {
        dropped(field, "Variable / Field Name", u"A second field of this name."_s);
        return;
    }
    m_names.insert(field.name);
    addItem(field);
}

ItemGroupDef& RedcapBuilder::section(const RedcapField& field)
{
    const QString formOid = u"Form."_s + field.form;
    auto form = std::find_if(m_study.forms.begin(), m_study.forms.end(),
                             [&](const FormDef& each) { return each.oid == formOid; });
    const bool newForm = form == m_study.forms.end();
    if (newForm) {
        FormDef made;
        made.oid = formOid;
        made.name = field.form;
        made.description = untagged(titleOf(field.form));
        m_study.forms.push_back(std::move(made));
        form = std::prev(m_study.forms.end());
        mapped(field.form);
    }
    const bool empty = !m_study.groups.empty() && !form->groups.empty() && m_study.groups.back().items.empty() &&
                       m_study.groups.back().oid == form->groups.back().groupOid;
    if (!newForm && (field.section.isEmpty() || empty)) {
        // Nearly always the last one: the fields of a form lie together.
        const auto present =
            std::find_if(m_study.groups.rbegin(), m_study.groups.rend(),
                         [&](const ItemGroupDef& each) { return each.oid == form->groups.back().groupOid; });
        if (!field.section.isEmpty())
            present->description = words(field, "Section Header", field.section);
        return *present;
    }
    ItemGroupDef group;
    group.oid = field.form + u'.' + field.name;
    group.name = field.form;
    if (!field.section.isEmpty())
        group.description = words(field, "Section Header", field.section);
    form->groups.push_back({group.oid, false, {}});
    m_study.groups.push_back(std::move(group));
    return m_study.groups.back();
}

void RedcapBuilder::addItem(const RedcapField& field)
{
    ItemGroupDef& group = section(field);
    ItemDef item;
    item.oid = field.name;
    item.name = field.name;
    ItemRef ref;
    ref.itemOid = field.name;
    mapped(field.name);
    item.question = words(field, "Field Label", field.label);
    item.hint = words(field, "Field Note", field.note);
    item.identifying = isYes(field.identifier);
    ref.mandatory = isYes(field.required);
    item.matrix = field.matrix;
    for (const QString& cell : {field.identifier, field.required, field.matrix})
        mapped(cell);
    setType(field, item, ref);
    setRange(field, item);
    setBranching(field, ref);
    setAnnotation(field, item, ref);
    if (!field.alignment.isEmpty())
        dropped(field, "Custom Alignment", u"Fields stand where the form's own layout puts them."_s);
    if (!field.questionNumber.isEmpty())
        dropped(field, "Question Number", u"Questions are not numbered."_s);
    if (isYes(field.ranking))
        approximated(field, "Matrix Ranking", u"That an answer is given once only is not checked."_s);
    group.items.push_back(std::move(ref));
    m_study.items.push_back(std::move(item));
}

void RedcapBuilder::setType(const RedcapField& field, ItemDef& item, ItemRef& ref)
{
    mapped(field.type);
    if (field.type == "text"_L1) {
        setText(field, item);
    } else if (field.type == "notes"_L1 || field.type == "textarea"_L1) {
        item.control = Control::LongText;
    } else if (field.type == "radio"_L1 || field.type == "dropdown"_L1 || field.type == "select"_L1 ||
               field.type == "checkbox"_L1) {
        item.multiple = field.type == "checkbox"_L1;
        item.control = field.type == "radio"_L1 ? Control::Radio : item.multiple ? Control::Automatic : Control::List;
        setChoices(field, item);
    } else if (field.type == "yesno"_L1 || field.type == "truefalse"_L1) {
        RedcapField pair = field;
        pair.choices = field.type == "yesno"_L1 ? u"1, Yes | 0, No"_s : u"1, True | 0, False"_s;
        item.control = Control::Radio;
        setChoices(pair, item);
    } else if (field.type == "calc"_L1) {
        item.dataType = DataType::Decimal;
        setCalculation(field, field.choices, ref);
    } else if (field.type == "slider"_L1) {
        item.dataType = DataType::Integer;
        item.control = Control::Slider;
        for (const QString& word : field.choices.split(u'|', Qt::SkipEmptyParts))
            item.anchors.push_back(untagged(redcap::withoutMarkup(word)));
        mapped(field.choices);
        mapped(field.validation);
    } else if (field.type == "file"_L1) {
        item.control = field.validation == "signature"_L1 ? Control::Signature : Control::File;
        mapped(field.validation);
    } else if (field.type == "descriptive"_L1) {
        item.control = Control::Display;
    } else {
        approximated(field, "Field Type", u"Fields of type \"%1\" are captured as text."_s.arg(field.type));
        if (!field.choices.isEmpty())
            dropped(field, "Choices", u"Its list is made by the REDCap server."_s);
    }
}

void RedcapBuilder::setText(const RedcapField& field, ItemDef& item)
{
    item.control = Control::Line;
    if (field.validation.isEmpty())
        return;
    const auto validation = redcap::validationOf(field.validation);
    if (!validation) {
        approximated(field, "Text Validation Type", u"\"%1\" is captured as text."_s.arg(field.validation));
        return;
    }
    item.dataType = validation->type;
    item.significantDigits = validation->decimals;
    if (validation->type != DataType::Text)
        item.control = Control::Automatic;
    if (validation->pattern != nullptr) {
        item.pattern = QString::fromLatin1(validation->pattern);
        item.patternName = QString::fromLatin1(validation->name);
    }
    if (validation->decimalComma)
        approximated(field, "Text Validation Type", u"Decimals are kept with a point; a comma may be typed."_s);
    else
        mapped(field.validation);
}

void RedcapBuilder::setChoices(const RedcapField& field, ItemDef& item)
{
    CodeList list;
    list.oid = field.name + u".choices"_s;
    list.name = field.name;
    for (const auto& [code, label] : redcap::choicesOf(field.choices)) {
        if (list.find(code)) {
            dropped(field, "Choices", u"A second choice with the code \"%1\"."_s.arg(code));
            continue;
        }
        CodeListItem choice;
        choice.codedValue = code;
        choice.decode = untagged(redcap::withoutMarkup(label));
        if (choice.decode.isEmpty())
            choice.decode = untagged(code);
        list.items.push_back(std::move(choice));
        ++m_report.mapped;
    }
    item.codeListOid = list.oid;
    m_study.codeLists.push_back(std::move(list));
}

void RedcapBuilder::setCalculation(const RedcapField& field, const QString& expression, ItemRef& ref)
{
    MethodDef method;
    method.oid = field.name + u".calculation"_s;
    method.name = field.name;
    method.description.set({}, method.name);
    method.expressions.push_back({dialect::redcapCalculation, cleanText(expression)});
    ref.methodOid = method.oid;
    if (const auto parsed = parseFormal(method.expressions))
        mapped(expression);
    else
        approximated(field, "Calculation",
                     u"It cannot be run here (%1): check it by hand."_s.arg(parsed.error().english()));
    m_study.methods.push_back(std::move(method));
}

// REDCap's ranges warn only.
void RedcapBuilder::setRange(const RedcapField& field, ItemDef& item)
{
    const auto add = [&](const QString& limit, Comparator comparator, const QString& sign) {
        if (limit.trimmed().isEmpty())
            return;
        RangeCheck check;
        check.comparator = comparator;
        check.hard = false;
        QString value = limit.trimmed();
        if (item.dataType == DataType::Decimal)
            value.replace(u',', u'.');
        if (item.dataType == DataType::DateTime)
            value.replace(u' ', u'T');
        const bool named = value.startsWith(u'[') || value == "today"_L1 || value == "now"_L1;
        if (named)
            check.comparator = Comparator::Equal; // an expression says it all
        if (named)
            check.expressions.push_back(
                {dialect::redcapCalculation, u'[' + field.name + u"] "_s + sign + u' ' +
                                                 (value.startsWith(u'[') ? value : QString(u'"' + value + u'"'))});
        else
            check.values.append(value);
        if (!named || parseFormal(check.expressions))
            mapped(limit);
        else
            approximated(field, "Text Validation Min or Max", u"It cannot be run here: check it by hand."_s);
        item.rangeChecks.push_back(std::move(check));
    };
    add(field.least, Comparator::GreaterOrEqual, u">="_s);
    add(field.most, Comparator::LessOrEqual, u"<="_s);
}

void RedcapBuilder::setBranching(const RedcapField& field, ItemRef& ref)
{
    if (field.branching.trimmed().isEmpty())
        return;
    ConditionDef condition;
    condition.oid = field.name + u".branching"_s;
    condition.name = field.name;
    condition.description.set({}, condition.name);
    condition.expressions.push_back({dialect::redcapBranching, cleanText(field.branching)});
    ref.collectionExceptionConditionOid = condition.oid;
    if (const auto parsed = parseFormal(condition.expressions))
        mapped(field.branching);
    else
        approximated(field, "Branching Logic",
                     u"It cannot be run here (%1): the field is always asked."_s.arg(parsed.error().english()));
    m_study.conditions.push_back(std::move(condition));
}

void RedcapBuilder::setAnnotation(const RedcapField& field, ItemDef& item, ItemRef& ref)
{
    QString rest;
    for (const redcap::ActionTag& tag : redcap::tagsOf(field.annotation, rest)) {
        const bool calculates = tag.name == "@CALCTEXT"_L1 || tag.name == "@CALCDATE"_L1;
        if (tag.name == "@HIDDEN"_L1 || tag.name == "@HIDDEN-FORM"_L1) {
            item.hidden = true;
        } else if (tag.name == "@READONLY"_L1 || tag.name == "@READONLY-FORM"_L1) {
            item.readOnly = true;
        } else if (tag.name == "@DEFAULT"_L1 && !tag.value.contains(u'[')) {
            item.initial = tag.value;
        } else if (calculates && ref.methodOid.isEmpty()) {
            setCalculation(field, tag.value, ref);
            continue;
        } else if (tag.name == "@TODAY"_L1 || tag.name == "@NOW"_L1) {
            approximated(field, "Field Annotation", u"%1 is not filled in by itself."_s.arg(tag.name));
            continue;
        } else {
            dropped(field, "Field Annotation", u"%1 has no use here."_s.arg(tag.name));
            continue;
        }
        ++m_report.mapped;
    }
    if (!rest.isEmpty())
        dropped(field, "Field Annotation", u"Free text: %1"_s.arg(rest));
}

} // namespace sitebook
