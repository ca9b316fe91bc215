// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/itemeditorfactory.h"

#include "ui/reports/checkitemeditor.h"
#include "ui/reports/comboitemeditor.h"
#include "ui/reports/computeditemdisplay.h"
#include "ui/reports/dateitemeditor.h"
#include "ui/reports/longtextitemeditor.h"
#include "ui/reports/notedisplay.h"
#include "ui/reports/numberitemeditor.h"
#include "ui/reports/radioitemeditor.h"
#include "ui/reports/slideritemeditor.h"

namespace sitebook {

namespace {

constexpr size_t mostRadios = 7;
constexpr int longestLine = 200; // characters

ItemEditor* choiceEditor(const ItemDef& item, const CodeList& list, const QString& language, QWidget* parent)
{
    if (item.multiple)
        return new CheckItemEditor(choicesOf(list, language), parent);
    const bool inSight =
        item.control == Control::Radio || (item.control != Control::List && list.items.size() <= mostRadios);
    if (inSight && !item.openChoice)
        return new RadioItemEditor(choicesOf(list, language), parent);
    return new ComboItemEditor(choicesOf(list, language), parent);
}

// The ends of a slider are its range checks; without them it goes from 0 to 100.
ItemEditor* sliderEditor(const ItemDef& item, const QString& language, QWidget* parent)
{
    int least = 0;
    int most = 100;
    for (const RangeCheck& range : item.rangeChecks) {
        if (range.comparator == Comparator::GreaterOrEqual)
            least = qRound(range.values.value(0).toDouble());
        if (range.comparator == Comparator::LessOrEqual)
            most = qRound(range.values.value(0).toDouble());
    }
    QStringList anchors;
    for (const TranslatedText& anchor : item.anchors)
        anchors.append(anchor.in(language));
    return new SliderItemEditor(least, std::max(least + 1, most), anchors, parent);
}

ItemEditor* textEditor(const ItemDef& item, QWidget* parent)
{
    if (item.control == Control::Line)
        return new LineItemEditor(0, parent);
    const bool isLong = item.control == Control::LongText || item.length > longestLine;
    if (isLong || (item.length == 0 && item.control == Control::Automatic && item.pattern.isEmpty()))
        return new LongTextItemEditor(parent);
    return new LineItemEditor(item.length > 40 ? 0 : std::max(item.length + 2, 12), parent);
}

ItemEditor* typedEditor(const ItemDef& item, QWidget* parent)
{
    switch (item.dataType) {
    case DataType::Text:
        return textEditor(item, parent);
    case DataType::Integer:
        return new NumberItemEditor(NumberItemEditor::Kind::Integer, item.length + 2, parent);
    case DataType::Decimal:
        return new NumberItemEditor(NumberItemEditor::Kind::Decimal, item.length + item.significantDigits + 2, parent);
    case DataType::Date:
        return new DateItemEditor(false, parent);
    case DataType::PartialDate:
        return new DateItemEditor(true, parent);
    case DataType::Time:
        return new TimeItemEditor(parent);
    case DataType::DateTime:
        return new DateTimeItemEditor(parent);
    case DataType::Boolean:
        return new RadioItemEditor(yesNoChoices(), parent);
    }
    return new LineItemEditor(0, parent);
}

} // namespace

ItemEditor* makeItemEditor(const StudyDefinition& study, const ItemDef& item, bool computed, const QString& language,
                           QWidget* parent)
{
    const CodeList* list = item.codeListOid.isEmpty() ? nullptr : study.codeList(item.codeListOid);
    ItemEditor* editor = nullptr;
    if (item.control == Control::Display)
        editor = new NoteDisplay(parent);
    else if (computed)
        editor = new ComputedItemDisplay(parent);
    else if (list && !list->items.empty())
        editor = choiceEditor(item, *list, language, parent);
    else if (item.control == Control::Slider)
        editor = sliderEditor(item, language, parent);
    else
        editor = typedEditor(item, parent);
    editor->setUnit(item.unit);
    editor->setLabel(item.question.in(language));
    return editor;
}

ItemEditor* makeCellEditor(const StudyDefinition& study, const ItemDef& item, const QString& language, QWidget* parent)
{
    const CodeList* list = item.codeListOid.isEmpty() ? nullptr : study.codeList(item.codeListOid);
    const bool listed = list && !list->items.empty();
    ItemEditor* editor = nullptr;
    if (listed && item.multiple) {
        editor = new CheckItemEditor(choicesOf(*list, language), parent);
    } else if (listed || item.dataType == DataType::Boolean) {
        auto* box = new ComboItemEditor(listed ? choicesOf(*list, language) : yesNoChoices(), parent);
        box->setNarrow();
        editor = box;
    } else if (item.dataType == DataType::Text) {
        editor = new LineItemEditor(0, parent);
    } else {
        editor = typedEditor(item, parent);
    }
    editor->setLabel(item.question.in(language));
    return editor;
}

} // namespace sitebook
