// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/itemeditorfactory.h"

#include "ui/reports/comboitemeditor.h"
#include "ui/reports/computeditemdisplay.h"
#include "ui/reports/dateitemeditor.h"
#include "ui/reports/longtextitemeditor.h"
#include "ui/reports/numberitemeditor.h"
#include "ui/reports/radioitemeditor.h"

namespace sitebook {

namespace {

constexpr size_t mostRadios = 7;
constexpr int longestLine = 200; // characters

ItemEditor* choiceEditor(const CodeList& list, const QString& language, QWidget* parent)
{
    if (list.items.size() <= mostRadios)
        return new RadioItemEditor(choicesOf(list, language), parent);
    return new ComboItemEditor(choicesOf(list, language), parent);
}

ItemEditor* textEditor(const ItemDef& item, QWidget* parent)
{
    if (item.length == 0 || item.length > longestLine)
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

ItemEditor* makeItemEditor(const StudyDefinition& study, const ItemDef& item, const ItemRef& reference,
                           const QString& language, QWidget* parent)
{
    const CodeList* list = item.codeListOid.isEmpty() ? nullptr : study.codeList(item.codeListOid);
    ItemEditor* editor = nullptr;
    if (!reference.methodOid.isEmpty())
        editor = new ComputedItemDisplay(parent);
    else if (list && !list->items.empty())
        editor = choiceEditor(*list, language, parent);
    else
        editor = typedEditor(item, parent);
    editor->setUnit(item.unit);
    editor->setLabel(item.question.in(language));
    return editor;
}

} // namespace sitebook
