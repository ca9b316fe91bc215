// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/definition.h"

// ODM's words for our values, for the reader and the writer.
namespace sitebook::odm {

inline const QString namespace13 = QStringLiteral("http://www.cdisc.org/ns/odm/v1.3");

struct TypeReading
{
    DataType type = DataType::Text;
    bool exact = true; // false: the nearest type of ours
};
[[nodiscard]] TypeReading typeFrom(const QString& word);
[[nodiscard]] QString word(DataType type);
// What a CodeList may have: integer, float or text.
[[nodiscard]] QString codeListWord(DataType type);

[[nodiscard]] std::optional<Comparator> comparatorFrom(const QString& word);
[[nodiscard]] QString word(Comparator comparator);

[[nodiscard]] std::optional<EventType> eventTypeFrom(const QString& word);
[[nodiscard]] QString word(EventType type);

} // namespace sitebook::odm
