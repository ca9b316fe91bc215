// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/definition.h"

namespace sitebook {

// One answer of a question as offered: what is stored, what is read, and the key that chooses it.
struct Choice
{
    QString code;
    QString label;
    QChar key; // null: none
};

// The answers of a code list in a language. Where every coded value is a single digit or letter that is the key,
// otherwise 1, 2, 3 ...
[[nodiscard]] std::vector<Choice> choicesOf(const CodeList& list, const QString& language);
// "Yes" and "No" of an item without a code list.
[[nodiscard]] std::vector<Choice> yesNoChoices();
// The label for a button, on which the key cap is the key and no '&'; and what its tip says of the key.
[[nodiscard]] QString buttonText(const Choice& choice);
[[nodiscard]] QString keyText(QChar key);

} // namespace sitebook
