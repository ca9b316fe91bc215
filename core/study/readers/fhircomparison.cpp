// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/readers/fhircomparison.h"

#include "core/study/valuesyntax.h"

namespace sitebook {

using namespace Qt::StringLiterals;

namespace {

bool isNumeric(const QString& type)
{
    return type == "Integer"_L1 || type == "Decimal"_L1 || type == "Quantity"_L1;
}

bool isMoment(const QString& type)
{
    return type == "DateTime"_L1 || type == "Time"_L1;
}

} // namespace

QString fhir::bracketed(QString oid)
{
    return u'[' + oid.replace(u']', u"]]"_s) + u']';
}

QString fhir::quoted(QString text)
{
    return u'\'' + text.replace(u'\'', u"''"_s) + u'\'';
}

QString FhirComparison::failed(const QString& note)
{
    m_note = note;
    return {};
}

QString FhirComparison::of(const json::Value& when)
{
    static const QStringList signs{u"="_s, u"!="_s, u">"_s, u"<"_s, u">="_s, u"<="_s};
    const QString sign = FhirSource::text(when, "operator");
    if (m_question.type == "group"_L1 || m_question.type == "display"_L1)
        return failed(u"\"%1\" is a %2, which has no answer"_s.arg(m_question.oid, m_question.type));
    if (sign == "exists"_L1)
        return exists(when);
    if (!signs.contains(sign))
        return failed(u"The operator \"%1\" is not known"_s.arg(sign));
    QString type;
    const json::Value* answer = FhirSource::choice(when, "answer", type);
    if (answer == nullptr)
        return failed(u"It has no answer to compare with"_s);
    noteMismatch(type);
    if (sign != "="_L1 && sign != "!="_L1)
        return ordered(sign, *answer, type);
    const QString text = equal(*answer, type);
    return text.isEmpty() || sign == "="_L1 ? text : QString(u"not "_s + text);
}

QString FhirComparison::exists(const json::Value& when)
{
    const json::Value* wanted = json::find(when, "answerBoolean");
    const QString present = u"present("_s + fhir::bracketed(m_question.oid) + u')';
    if (wanted == nullptr)
        return failed(u"It does not say whether an answer is to exist"_s);
    return FhirSource::flag(when, "answerBoolean") ? present : QString(u"not "_s + present);
}

// The answer as our language writes it; empty when it is no value of its type.
QString FhirComparison::literalOf(const json::Value& answer, const QString& type)
{
    const QString text = FhirSource::valueText(answer, type);
    if (type == "Boolean"_L1)
        return text == "true"_L1 || text == "false"_L1 ? text : QString();
    if (isNumeric(type))
        return FhirSource::plainNumber(text);
    return text.isEmpty() ? QString() : fhir::quoted(text);
}

QString FhirComparison::equalText(const QString& text) const
{
    const QString item = fhir::bracketed(m_question.oid);
    return m_question.multiple ? QString(u"chosen("_s + item + u", "_s + fhir::quoted(text) + u')')
                               : QString(u"surely("_s + item + u" = "_s + fhir::quoted(text) + u')');
}

QString FhirComparison::equal(const json::Value& answer, const QString& type)
{
    const QString text = FhirSource::valueText(answer, type);
    const QString literal = type == "Coding"_L1 ? u"''"_s : literalOf(answer, type);
    if (literal.isEmpty())
        return failed(u"Its answer is no %1"_s.arg(type));
    if (type == "Coding"_L1)
        return equalCoding(answer);
    if (m_question.multiple)
        return equalText(isNumeric(type) ? literal : text);
    if (isMoment(type) && (isTime(text) || isDateTime(text)))
        return moment(u"="_s, text);
    return u"surely("_s + fhir::bracketed(m_question.oid) + u" = "_s + literal + u')';
}

// Where the answers are not in the file people type one: its code or its words.
QString FhirComparison::equalCoding(const json::Value& coding)
{
    const QString code = FhirSource::valueText(coding, u"Coding"_s);
    const QString display = FhirSource::text(coding, "display");
    if (code.isEmpty())
        return failed(u"Its answer is no Coding"_s);
    if (m_question.list < 0) {
        m_note = u"The answers are not in the file: a typed code or display is compared"_s;
        return display.isEmpty() || display == code
                   ? equalText(code)
                   : QString(u'(' + equalText(code) + u" or "_s + equalText(display) + u')');
    }
    const QString stored = m_options.codeOf(m_question.list, coding);
    if (stored.isEmpty()) {
        m_note = u"The question does not offer \"%1\""_s.arg(code);
        // Not the code alone: another system's answer may be stored as that.
        return equalText(m_options.offers(m_question.list, code) ? FhirSource::text(coding, "system") + u'|' + code
                                                                 : code);
    }
    return equalText(stored);
}

QString FhirComparison::ordered(const QString& sign, const json::Value& answer, const QString& type)
{
    if (m_question.multiple)
        return failed(u"Several answers have no order"_s);
    if (type == "Coding"_L1 || type == "Boolean"_L1 || type == "Reference"_L1)
        return failed(u"Answers of type %1 have no order"_s.arg(type));
    const QString literal = literalOf(answer, type);
    const QString text = FhirSource::valueText(answer, type);
    if (literal.isEmpty())
        return failed(u"Its answer is no %1"_s.arg(type));
    if (isMoment(type) && (isTime(text) || isDateTime(text)))
        return moment(sign, text);
    if (type == "Date"_L1 || isMoment(type))
        return orderedDate(sign, text);
    return u"surely("_s + fhir::bracketed(m_question.oid) + u' ' + sign + u' ' + literal + u')';
}

// Two dates of which one says less than the other (2020 and 2020-05) have no order; otherwise their letters have.
QString FhirComparison::orderedDate(const QString& sign, const QString& text) const
{
    const QString item = fhir::bracketed(m_question.oid);
    const QString literal = fhir::quoted(text);
    const QString strict =
        u"surely(%1 %2 %3 and not starts_with(%1, %3) and not starts_with(%3, %1))"_s.arg(item, sign.left(1), literal);
    return sign.endsWith(u'=') ? QString(u"(surely("_s + item + u" = "_s + literal + u") or "_s + strict + u')')
                               : strict;
}

// Times and instants by what lies between them: 10:00 is 10:00:00.
QString FhirComparison::moment(const QString& sign, const QString& text) const
{
    return u"surely(date_difference("_s + fhir::quoted(text) + u", "_s + fhir::bracketed(m_question.oid) +
           u", 's', true) "_s + sign + u" 0)"_s;
}

void FhirComparison::noteMismatch(const QString& type)
{
    static const QHash<QString, QStringList> fitting{
        {u"boolean"_s, {u"Boolean"_s}},
        {u"integer"_s, {u"Integer"_s, u"Decimal"_s}},
        {u"decimal"_s, {u"Integer"_s, u"Decimal"_s}},
        {u"quantity"_s, {u"Integer"_s, u"Decimal"_s, u"Quantity"_s}},
        {u"date"_s, {u"Date"_s}},
        {u"dateTime"_s, {u"Date"_s, u"DateTime"_s}},
        {u"time"_s, {u"Time"_s}},
        {u"choice"_s, {u"Coding"_s, u"String"_s, u"Integer"_s, u"Date"_s, u"Time"_s, u"Reference"_s}},
        {u"open-choice"_s, {u"Coding"_s, u"String"_s, u"Integer"_s, u"Date"_s, u"Time"_s, u"Reference"_s}},
        {u"coding"_s, {u"Coding"_s, u"String"_s}}};
    const auto found = fitting.constFind(m_question.type);
    if (found != fitting.constEnd() && !found->contains(type))
        m_note = u"The question is a %1 and the answer a %2"_s.arg(m_question.type, type);
}

} // namespace sitebook
