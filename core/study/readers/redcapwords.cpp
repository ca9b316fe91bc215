// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/readers/redcapwords.h"

#include "core/study/readers/cleantext.h"

#include <QHash>

namespace sitebook::redcap {

using namespace Qt::StringLiterals;

std::vector<std::pair<QString, QString>> choicesOf(const QString& cell)
{
    std::vector<std::pair<QString, QString>> choices;
    for (const QString& part : cell.split(u'|', Qt::SkipEmptyParts)) {
        const qsizetype comma = part.indexOf(u',');
        const QString code = (comma < 0 ? part : part.left(comma)).trimmed();
        const QString label = comma < 0 ? code : part.sliced(comma + 1).trimmed();
        if (!code.isEmpty())
            choices.emplace_back(code, label);
    }
    return choices;
}

namespace {

// Of "&lt;" and "&#39;" behind the ampersand; empty when it is none.
QString reference(QStringView name)
{
    static const QHash<QString, QString> named{{u"lt"_s, u"<"_s},       {u"gt"_s, u">"_s},      {u"amp"_s, u"&"_s},
                                               {u"quot"_s, u"\""_s},    {u"apos"_s, u"'"_s},    {u"nbsp"_s, u" "_s},
                                               {u"deg"_s, u"\u00B0"_s}, {u"ge"_s, u"\u2265"_s}, {u"le"_s, u"\u2264"_s}};
    if (!name.startsWith(u'#'))
        return named.value(name.toString());
    bool good = false;
    const bool hex = name.size() > 1 && name[1].toLower() == u'x';
    const uint code = name.sliced(hex ? 2 : 1).toUInt(&good, hex ? 16 : 10);
    const char32_t letter = code;
    return good && code > 0 && code < 0x110000 && !QChar::isSurrogate(code) ? QString::fromUcs4(&letter, 1) : QString();
}

// A tag begins with a letter, '/' or '!' behind the '<': "a < b" is none.
qsizetype tagEnd(const QString& text, qsizetype at)
{
    const QChar next = at + 1 < text.size() ? text[at + 1] : QChar();
    return next.isLetter() || next == u'/' || next == u'!' ? text.indexOf(u'>', at) : -1;
}

bool breaksLine(QStringView tag)
{
    for (const QStringView name : {u"br", u"/p", u"/div", u"/li", u"/tr", u"/h1", u"/h2", u"/h3", u"/h4"})
        if (tag.startsWith(name, Qt::CaseInsensitive) && (tag.size() == name.size() || !tag[name.size()].isLetter()))
            return true;
    return false;
}

} // namespace

QString withoutMarkup(const QString& text)
{
    QString plain;
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (text[at] == u'<') {
            if (const qsizetype end = tagEnd(text, at); end > 0) {
                if (breaksLine(QStringView(text).sliced(at + 1, end - at - 1)))
                    plain += u'\n';
                at = end;
                continue;
            }
        } else if (text[at] == u'&') {
            const qsizetype end = text.indexOf(u';', at);
            const QString letter =
                end > at && end - at < 10 ? reference(QStringView(text).sliced(at + 1, end - at - 1)) : QString();
            if (!letter.isEmpty()) {
                plain += letter;
                at = end;
                continue;
            }
        }
        plain += text[at];
    }
    return cleanText(plain);
}

namespace {

// The end of "(...)" that begins at `open`, brackets and quotes inside counted; -1: never closed.
qsizetype closingBracket(const QString& text, qsizetype open)
{
    int depth = 0;
    QChar quote;
    for (qsizetype at = open; at < text.size(); ++at) {
        const QChar letter = text[at];
        if (!quote.isNull()) {
            if (letter == quote)
                quote = QChar();
        } else if (letter == u'\'' || letter == u'"') {
            quote = letter;
        } else if (letter == u'(') {
            ++depth;
        } else if (letter == u')' && --depth == 0) {
            return at;
        }
    }
    return -1;
}

// The value of a tag that begins at `at`, which is moved behind it.
QString tagValue(const QString& text, qsizetype& at)
{
    if (at < text.size() && text[at] == u'(') {
        const qsizetype end = closingBracket(text, at);
        if (end < 0)
            return {};
        const QString value = text.sliced(at + 1, end - at - 1);
        at = end + 1;
        return value.trimmed();
    }
    if (at >= text.size() || text[at] != u'=')
        return {};
    ++at;
    const QChar quote = at < text.size() ? text[at] : QChar();
    const bool quoted = quote == u'\'' || quote == u'"';
    qsizetype end = at + (quoted ? 1 : 0);
    while (end < text.size() && (quoted ? text[end] != quote : !text[end].isSpace()))
        ++end;
    const QString value = text.sliced(at + (quoted ? 1 : 0), end - at - (quoted ? 1 : 0));
    at = std::min(text.size(), end + (quoted ? 1 : 0));
    return value;
}

} // namespace

std::vector<ActionTag> tagsOf(const QString& annotation, QString& rest)
{
    std::vector<ActionTag> tags;
    for (qsizetype at = 0; at < annotation.size();) {
        const bool begins = annotation[at] == u'@' && (at == 0 || !annotation[at - 1].isLetterOrNumber());
        qsizetype end = at + 1;
        while (begins && end < annotation.size() && (annotation[end].isLetter() || annotation[end] == u'-'))
            ++end;
        if (!begins || end == at + 1) {
            rest += annotation[at++];
            continue;
        }
        const QString name = annotation.sliced(at, end - at).toUpper();
        at = end;
        tags.push_back({name, tagValue(annotation, at)});
    }
    rest = rest.simplified();
    return tags;
}

std::optional<Validation> validationOf(QStringView word)
{
    static const QHash<QString, Validation> table{
        {u"date_ymd"_s, {DataType::Date, 0, nullptr, nullptr, false}},
        {u"date_mdy"_s, {DataType::Date, 0, nullptr, nullptr, false}},
        {u"date_dmy"_s, {DataType::Date, 0, nullptr, nullptr, false}},
        {u"datetime_ymd"_s, {DataType::DateTime, 0, nullptr, nullptr, false}},
        {u"datetime_mdy"_s, {DataType::DateTime, 0, nullptr, nullptr, false}},
        {u"datetime_dmy"_s, {DataType::DateTime, 0, nullptr, nullptr, false}},
        {u"datetime_seconds_ymd"_s, {DataType::DateTime, 0, nullptr, nullptr, false}},
        {u"datetime_seconds_mdy"_s, {DataType::DateTime, 0, nullptr, nullptr, false}},
        {u"datetime_seconds_dmy"_s, {DataType::DateTime, 0, nullptr, nullptr, false}},
        {u"time"_s, {DataType::Time, 0, nullptr, nullptr, false}},
        {u"time_hh_mm_ss"_s, {DataType::Time, 0, nullptr, nullptr, false}},
        {u"time_mm_ss"_s, {DataType::Text, 0, "[0-5]?[0-9]:[0-5][0-9]", "MM:SS", false}},
        {u"integer"_s, {DataType::Integer, 0, nullptr, nullptr, false}},
        {u"int"_s, {DataType::Integer, 0, nullptr, nullptr, false}},
        {u"number"_s, {DataType::Decimal, 0, nullptr, nullptr, false}},
        {u"float"_s, {DataType::Decimal, 0, nullptr, nullptr, false}},
        {u"number_1dp"_s, {DataType::Decimal, 1, nullptr, nullptr, false}},
        {u"number_2dp"_s, {DataType::Decimal, 2, nullptr, nullptr, false}},
        {u"number_3dp"_s, {DataType::Decimal, 3, nullptr, nullptr, false}},
        {u"number_4dp"_s, {DataType::Decimal, 4, nullptr, nullptr, false}},
        {u"number_comma_decimal"_s, {DataType::Decimal, 0, nullptr, nullptr, true}},
        {u"number_1dp_comma_decimal"_s, {DataType::Decimal, 1, nullptr, nullptr, true}},
        {u"number_2dp_comma_decimal"_s, {DataType::Decimal, 2, nullptr, nullptr, true}},
        {u"number_3dp_comma_decimal"_s, {DataType::Decimal, 3, nullptr, nullptr, true}},
        {u"number_4dp_comma_decimal"_s, {DataType::Decimal, 4, nullptr, nullptr, true}},
        {u"email"_s, {DataType::Text, 0, "[^@\\s]+@[^@\\s]+\\.[^@\\s.]+", "name@example.org", false}},
        {u"phone"_s, {DataType::Text, 0, "[0-9 ().+-]{7,20}(\\s*(x|ext)\\.?\\s*[0-9]{1,6})?", "(555) 123-4567", false}},
        {u"phone_australia"_s, {DataType::Text, 0, "\\(?0[2-8]\\)?[ ]?[0-9]{4}[ ]?[0-9]{4}", "(02) 1234 5678", false}},
        {u"phone_uk"_s, {DataType::Text, 0, "(\\+44|0)[0-9 ]{9,13}", "+44 7911 123456", false}},
        {u"zipcode"_s, {DataType::Text, 0, "[0-9]{5}(-[0-9]{4})?", "12345", false}},
        {u"postalcode_australia"_s, {DataType::Text, 0, "[0-9]{4}", "5000", false}},
        {u"postalcode_canada"_s, {DataType::Text, 0, "[A-Za-z][0-9][A-Za-z] ?[0-9][A-Za-z][0-9]", "A0A 0A0", false}},
        {u"postalcode_french"_s, {DataType::Text, 0, "[0-9]{5}", "69008", false}},
        {u"postalcode_germany"_s, {DataType::Text, 0, "[0-9]{5}", "10115", false}},
        {u"ssn"_s, {DataType::Text, 0, "[0-9]{3}-[0-9]{2}-[0-9]{4}", "123-12-1234", false}},
        {u"alpha_only"_s, {DataType::Text, 0, "[A-Za-z]+", "A-Z", false}},
        {u"mrn_10d"_s, {DataType::Text, 0, "[0-9]{10}", "1234567890", false}},
        {u"mrn_generic"_s, {DataType::Text, 0, "[A-Za-z0-9-]+", "A123456789", false}},
        {u"vmrn"_s, {DataType::Text, 0, "[0-9]{4,9}", "123456", false}},
    };
    const auto found = table.constFind(word.toString().toLower());
    return found == table.constEnd() ? std::nullopt : std::optional(*found);
}

} // namespace sitebook::redcap
