// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/readers/odmnames.h"

#include <array>

namespace sitebook::odm {

using namespace Qt::StringLiterals;

namespace {

struct TypeName
{
    const char* word;
    DataType type;
    bool exact;
};

// For each of our types the first exact row is the one written. incompleteDate is ODM's form that can leave out any
// part.
constexpr std::array<TypeName, 26> typeNames{{
    {"text", DataType::Text, true},
    {"integer", DataType::Integer, true},
    {"float", DataType::Decimal, true},
    {"date", DataType::Date, true},
    {"incompleteDate", DataType::PartialDate, true},
    {"time", DataType::Time, true},
    {"datetime", DataType::DateTime, true},
    {"boolean", DataType::Boolean, true},
    {"string", DataType::Text, true},
    {"double", DataType::Decimal, true},
    {"decimal", DataType::Decimal, true},
    {"partialDate", DataType::PartialDate, true},
    {"URI", DataType::Text, false},
    {"hexBinary", DataType::Text, false},
    {"base64Binary", DataType::Text, false},
    {"hexFloat", DataType::Text, false},
    {"base64Float", DataType::Text, false},
    {"partialTime", DataType::Text, false},
    {"partialDatetime", DataType::Text, false},
    {"durationDatetime", DataType::Text, false},
    {"intervalDatetime", DataType::Text, false},
    {"incompleteDatetime", DataType::Text, false},
    {"incompleteTime", DataType::Text, false},
    {"int", DataType::Integer, false},
    {"number", DataType::Decimal, false},
    {"dateTime", DataType::DateTime, false},
}};

// By Comparator.
constexpr std::array<const char*, 8> comparators{"LT", "LE", "GT", "GE", "EQ", "NE", "IN", "NOTIN"};
// By EventType.
constexpr std::array<const char*, 3> eventTypes{"Scheduled", "Unscheduled", "Common"};

template <class Enum, size_t size>
std::optional<Enum> indexOf(const std::array<const char*, size>& words, const QString& word)
{
    for (size_t i = 0; i < size; ++i)
        if (word.compare(QLatin1String(words[i]), Qt::CaseInsensitive) == 0)
            return static_cast<Enum>(i);
    return std::nullopt;
}

} // namespace

TypeReading typeFrom(const QString& word)
{
    for (const TypeName& each : typeNames)
        if (word == QLatin1String(each.word))
            return {each.type, each.exact};
    return {DataType::Text, false};
}

QString word(DataType type)
{
    for (const TypeName& each : typeNames)
        if (each.type == type)
            return QString::fromLatin1(each.word);
    return u"text"_s;
}

QString codeListWord(DataType type)
{
    return type == DataType::Integer || type == DataType::Decimal ? word(type) : u"text"_s;
}

std::optional<Comparator> comparatorFrom(const QString& word)
{
    return indexOf<Comparator>(comparators, word);
}
QString word(Comparator comparator)
{
    return QString::fromLatin1(comparators.at(static_cast<size_t>(comparator)));
}

std::optional<EventType> eventTypeFrom(const QString& word)
{
    return indexOf<EventType>(eventTypes, word);
}
QString word(EventType type)
{
    return QString::fromLatin1(eventTypes.at(static_cast<size_t>(type)));
}

} // namespace sitebook::odm
