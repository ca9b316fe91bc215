// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/definition.h"

#include <utility>

// The small languages inside a REDCap data dictionary's cells.
namespace sitebook::redcap {

// "0, No | 1, Yes, a little": code and label; the first comma of each part divides. A part without a comma is both.
[[nodiscard]] std::vector<std::pair<QString, QString>> choicesOf(const QString& cell);

// Text without HTML tags, line breaks kept, character references resolved.
[[nodiscard]] QString withoutMarkup(const QString& text);

// "@DEFAULT='x'" is {"@DEFAULT", "x"}; "@CALCTEXT(if(...))" is {"@CALCTEXT", "if(...)"}.
struct ActionTag
{
    QString name;
    QString value;
};
// The tags of a Field Annotation; what is none is put into `rest`.
[[nodiscard]] std::vector<ActionTag> tagsOf(const QString& annotation, QString& rest);

// What a text field may hold.
struct Validation
{
    DataType type = DataType::Text;
    int decimals = 0;
    const char* pattern = nullptr; // of texts
    const char* name = nullptr;    // of the pattern
    bool decimalComma = false;
};
// Nothing for a type that is not known.
[[nodiscard]] std::optional<Validation> validationOf(QStringView word);

} // namespace sitebook::redcap
