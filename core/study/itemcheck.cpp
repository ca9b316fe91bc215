// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/itemcheck.h"

#include "core/study/codeset.h"
#include "core/study/valuesyntax.h"

#include <algorithm>

namespace sitebook {

using namespace Qt::StringLiterals;

namespace {

bool isNumber(DataType type)
{
    return type == DataType::Integer || type == DataType::Decimal;
}

bool isTemporal(DataType type)
{
    return type == DataType::Date || type == DataType::PartialDate || type == DataType::Time ||
           type == DataType::DateTime;
}

// Stored partial dates have one spelling only.
bool isPartialDate(QStringView text)
{
    const Result<PartialDate> date = PartialDate::parse(text);
    return date && !date->isEmpty() && date->toString() == text;
}

// People count characters, QString counts UTF-16 units.
bool isLongerThan(QStringView text, int length)
{
    if (text.size() <= length)
        return false;
    qsizetype characters = 0;
    for (const QChar c : text)
        characters += c.isLowSurrogate() ? 0 : 1;
    return characters > length;
}

const char* typeSentence(DataType type)
{
    switch (type) {
    case DataType::Integer:
        return QT_TRANSLATE_NOOP("messages", "Enter a whole number.");
    case DataType::Decimal:
        return QT_TRANSLATE_NOOP("messages", "Enter a number, with a point before the decimals.");
    case DataType::Date:
        return QT_TRANSLATE_NOOP("messages", "Enter an existing date as YYYY-MM-DD.");
    case DataType::PartialDate:
        return QT_TRANSLATE_NOOP("messages", "Enter a date as YYYY-MM-DD, or what is known of it: YYYY-MM or YYYY.");
    case DataType::Time:
        return QT_TRANSLATE_NOOP("messages", "Enter a time as HH:MM.");
    case DataType::DateTime:
        return QT_TRANSLATE_NOOP("messages", "Enter date and time as YYYY-MM-DDTHH:MM.");
    case DataType::Boolean:
        return QT_TRANSLATE_NOOP("messages", "Answer yes or no.");
    case DataType::Text:
        break;
    }
    return QT_TRANSLATE_NOOP("messages", "Enter a text.");
}

double quickNumber(QStringView text)
{
    // Questionnaires are made of single digits.
    if (text.size() == 1)
        return text.front().unicode() - u'0';
    return text.toDouble();
}

} // namespace

ItemCheck::ItemCheck(const ItemDef& item, const CodeList* codes, const QString& language)
    : m_oid(item.oid)
    , m_type(item.dataType)
    , m_length(item.length)
    , m_significantDigits(item.significantDigits)
    , m_multiple(item.multiple)
    , m_openChoice(item.openChoice)
    , m_patternName(item.patternName)
{
    if (codes)
        for (const CodeListItem& code : codes->items)
            m_codes.insert(code.codedValue, code.weight);
    if (!item.pattern.isEmpty())
        m_pattern.setPattern(QRegularExpression::anchoredPattern(item.pattern));
    for (const RangeCheck& range : item.rangeChecks)
        m_ranges.emplace_back(range, item.dataType, language);
}

bool ItemCheck::isWellTyped(QStringView text) const
{
    switch (m_type) {
    case DataType::Text:
        return true;
    case DataType::Integer:
        return isWholeNumber(text);
    case DataType::Decimal:
        return isDecimal(text);
    case DataType::Date:
        return isDate(text);
    case DataType::PartialDate:
        return isPartialDate(text);
    case DataType::Time:
        return isTime(text);
    case DataType::DateTime:
        return isDateTime(text);
    case DataType::Boolean:
        return truthOf(text).has_value();
    }
    return true;
}

Value ItemCheck::valueOf(QStringView text) const
{
    if (isNumber(m_type))
        return Value::of(quickNumber(text));
    if (m_type == DataType::Boolean)
        return Value::of(truthOf(text).value_or(false));
    return Value::of(text);
}

ItemCheck::Problem ItemCheck::sizeProblem(QStringView text) const
{
    if (m_type == DataType::Text)
        return m_length > 0 && isLongerThan(text, m_length) ? Problem::Length : Problem::None;
    if (!isNumber(m_type))
        return Problem::None;
    const DigitCount digits = digitsOf(text);
    if (m_length > 0 && digits.whole + digits.fraction > m_length)
        return Problem::Length;
    if (m_type == DataType::Decimal && m_significantDigits > 0 && digits.fraction > m_significantDigits)
        return Problem::Precision;
    return Problem::None;
}

ItemCheck::Verdict ItemCheck::checkCodes(const QString& text) const
{
    if (m_multiple) {
        const QStringList chosen = codeset::split(text);
        const bool known =
            std::all_of(chosen.begin(), chosen.end(), [this](const QString& code) { return m_codes.contains(code); });
        return known || m_openChoice ? Verdict{Problem::None, Value::of(QStringView(text))}
                                     : Verdict{Problem::CodeList, {}};
    }
    const auto code = m_codes.constFind(text);
    if (code == m_codes.constEnd())
        return m_openChoice ? Verdict{Problem::None, Value::of(QStringView(text))} : Verdict{Problem::CodeList, {}};
    Value value = isWellTyped(text) ? valueOf(text) : Value::of(QStringView(text));
    value.weight = *code;
    return {Problem::None, value};
}

ItemCheck::Verdict ItemCheck::check(const QString& text) const
{
    if (!m_codes.isEmpty())
        return checkCodes(text);
    if (!isWellTyped(text))
        return {isTemporal(m_type) ? Problem::Date : Problem::Type, {}};
    if (!m_pattern.pattern().isEmpty() && m_pattern.isValid() && !m_pattern.match(text).hasMatch())
        return {Problem::Pattern, valueOf(text)};
    return {sizeProblem(text), valueOf(text)};
}

Finding ItemCheck::problemFinding(Problem problem) const
{
    switch (problem) {
    case Problem::CodeList:
        return {Severity::Error, m_oid, u"code_list"_s,
                QT_TRANSLATE_NOOP("messages", "This answer is not one of the choices.")};
    case Problem::Length:
        if (m_type == DataType::Text)
            return {Severity::Error, m_oid, u"length"_s,
                    Message(QT_TRANSLATE_NOOP("messages", "The text has more than %1 characters."),
                            {QString::number(m_length)})};
        return {
            Severity::Error, m_oid, u"length"_s,
            Message(QT_TRANSLATE_NOOP("messages", "The number has more than %1 digits."), {QString::number(m_length)})};
    case Problem::Precision:
        return {Severity::Warning, m_oid, u"length"_s,
                Message(QT_TRANSLATE_NOOP("messages", "The number has more than %1 digits after the point."),
                        {QString::number(m_significantDigits)})};
    case Problem::Date:
        return {Severity::Error, m_oid, u"date"_s, typeSentence(m_type)};
    case Problem::Pattern:
        if (m_patternName.isEmpty())
            return {Severity::Error, m_oid, u"pattern"_s,
                    QT_TRANSLATE_NOOP("messages", "The text has not the form the study asks for.")};
        return {Severity::Error, m_oid, u"pattern"_s,
                Message(QT_TRANSLATE_NOOP("messages", "The text has not the form the study asks for: %1."),
                        {m_patternName})};
    case Problem::Type:
    case Problem::None:
        break;
    }
    return {Severity::Error, m_oid, u"type"_s, typeSentence(m_type)};
}

void ItemCheck::appendFindings(const Verdict& verdict, QStringView text, std::vector<Finding>& findings) const
{
    if (verdict.problem != Problem::None)
        findings.push_back(problemFinding(verdict.problem));
    if (verdict.value.isMissing())
        return;
    for (const RangeRule& range : m_ranges)
        if (!range.passes(verdict.value, text))
            findings.push_back(range.finding(m_oid));
}

Finding ItemCheck::requiredFinding() const
{
    return {Severity::Error, m_oid, u"required"_s, QT_TRANSLATE_NOOP("messages", "An answer is needed.")};
}

} // namespace sitebook
