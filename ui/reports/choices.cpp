// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/choices.h"

#include <QCoreApplication>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace sitebook {

std::vector<Choice> choicesOf(const CodeList& list, const QString& language)
{
    const bool codesAreKeys = std::all_of(list.items.begin(), list.items.end(), [](const CodeListItem& item) {
        return item.codedValue.size() == 1 && item.codedValue.front().isLetterOrNumber();
    });
    std::vector<Choice> choices;
    for (size_t i = 0; i < list.items.size(); ++i) {
        const CodeListItem& item = list.items[i];
        const QString label = item.decode.in(language);
        const QChar ordinal = i < 9 ? QChar(u'1' + static_cast<char16_t>(i)) : QChar();
        choices.push_back({item.codedValue, label.isEmpty() ? item.codedValue : label,
                           codesAreKeys ? item.codedValue.front().toUpper() : ordinal});
    }
    return choices;
}

std::vector<Choice> yesNoChoices()
{
    return {{u"true"_s, QCoreApplication::translate("sitebook::Choices", "Yes"), u'1'},
            {u"false"_s, QCoreApplication::translate("sitebook::Choices", "No"), u'0'}};
}

QString buttonText(const Choice& choice)
{
    return QString(choice.label).replace(u'&', u"&&"_s);
}

QString keyText(QChar key)
{
    return key.isNull() ? QString() : QCoreApplication::translate("sitebook::ChoiceButton", "Key %1").arg(key);
}

} // namespace sitebook
