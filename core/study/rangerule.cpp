// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/rangerule.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace sitebook {

using namespace Qt::StringLiterals;

namespace {

struct Sentences
{
    const char* hard;
    const char* soft;
};

// By Comparator.
constexpr std::array<Sentences, 8> sentences{{
    {QT_TRANSLATE_NOOP("messages", "The value must be less than %1."),
     QT_TRANSLATE_NOOP("messages", "Unusual: values are mostly less than %1. Check it.")},
    {QT_TRANSLATE_NOOP("messages", "The value must be at most %1."),
     QT_TRANSLATE_NOOP("messages", "Unusual: values are mostly at most %1. Check it.")},
    {QT_TRANSLATE_NOOP("messages", "The value must be greater than %1."),
     QT_TRANSLATE_NOOP("messages", "Unusual: values are mostly greater than %1. Check it.")},
    {QT_TRANSLATE_NOOP("messages", "The value must be at least %1."),
     QT_TRANSLATE_NOOP("messages", "Unusual: values are mostly at least %1. Check it.")},
    {QT_TRANSLATE_NOOP("messages", "The value must be %1."),
     QT_TRANSLATE_NOOP("messages", "Unusual: the value is mostly %1. Check it.")},
    {QT_TRANSLATE_NOOP("messages", "The value must not be %1."),
     QT_TRANSLATE_NOOP("messages", "Unusual: the value is mostly not %1. Check it.")},
    {QT_TRANSLATE_NOOP("messages", "The value must be one of: %1."),
     QT_TRANSLATE_NOOP("messages", "Unusual: the value is mostly one of: %1. Check it.")},
    {QT_TRANSLATE_NOOP("messages", "The value must be none of: %1."),
     QT_TRANSLATE_NOOP("messages", "Unusual: the value is mostly none of: %1. Check it.")},
}};

bool isNumber(DataType type)
{
    return type == DataType::Integer || type == DataType::Decimal;
}
bool isDateType(DataType type)
{
    return type == DataType::Date || type == DataType::PartialDate;
}

bool holds(Comparator comparator, int order)
{
    switch (comparator) {
    case Comparator::Less:
        return order < 0;
    case Comparator::LessOrEqual:
        return order <= 0;
    case Comparator::Greater:
        return order > 0;
    case Comparator::GreaterOrEqual:
        return order >= 0;
    case Comparator::NotEqual:
        return order != 0;
    default:
        return order == 0;
    }
}

} // namespace

RangeRule::RangeRule(const RangeCheck& check, DataType type, const QString& language)
    : m_comparator(check.comparator)
    , m_hard(check.hard)
    , m_type(type)
    , m_texts(check.values)
{
    for (const QString& text : m_texts) {
        bool ok = false;
        const double number = text.toDouble(&ok);
        if (isNumber(type))
            m_numbers.push_back(ok ? number : std::numeric_limits<double>::quiet_NaN());
        if (isDateType(type))
            m_dates.push_back(PartialDate::parse(text).value_or(PartialDate()));
    }
    const QString own = check.errorMessage.in(language);
    const Sentences& general = sentences[static_cast<size_t>(check.comparator)];
    m_message =
        own.isEmpty() ? Message(m_hard ? general.hard : general.soft, {m_texts.join(u", "_s)}) : Message("%1", {own});
}

bool RangeRule::matches(Comparator comparator, size_t index, const Value& value, QStringView text) const
{
    if (isNumber(m_type)) {
        if (value.isMissing() || std::isnan(m_numbers[index]))
            return true;
        const double difference = value.number - m_numbers[index];
        return holds(comparator, difference < 0 ? -1 : difference > 0 ? 1 : 0);
    }
    if (isDateType(m_type)) {
        const auto order = PartialDate::parse(text).value_or(PartialDate()).compare(m_dates[index]);
        if (order == PartialDate::Order::CannotTell)
            return true;
        return holds(comparator, order == PartialDate::Order::Before ? -1 : order == PartialDate::Order::After ? 1 : 0);
    }
    const int order = text.compare(m_texts[static_cast<qsizetype>(index)]);
    return holds(comparator, order);
}

bool RangeRule::passes(const Value& value, QStringView text) const
{
    if (m_texts.isEmpty())
        return true;
    const bool among = m_comparator == Comparator::In;
    if (!among && m_comparator != Comparator::NotIn)
        return matches(m_comparator, 0, value, text);
    for (size_t i = 0; i < static_cast<size_t>(m_texts.size()); ++i)
        if (matches(Comparator::Equal, i, value, text))
            return among;
    return !among;
}

Finding RangeRule::finding(const QString& itemOid) const
{
    return {m_hard ? Severity::Error : Severity::Warning, itemOid, u"range"_s, m_message};
}

} // namespace sitebook
