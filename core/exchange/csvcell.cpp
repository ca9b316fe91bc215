// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/csvcell.h"

using namespace Qt::StringLiterals;

namespace sitebook {

namespace {

bool isNumber(const QString& text)
{
    static const QRegularExpression number(u"^[+-]?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]+)?$"_s);
    return number.match(text).hasMatch();
}

bool startsFormula(QStringView text)
{
    static const QString triggers = u"=+-@\t\r"_s;
    return !text.isEmpty() && triggers.contains(text.front());
}

bool readsAsMissing(QStringView text)
{
    if (!text.startsWith(u'.'))
        return false;
    const auto reason = missingFromCode(text.mid(1));
    return reason && *reason != MissingReason::None;
}

QStringView withoutApostrophes(QStringView text)
{
    while (text.startsWith(u'\''))
        text = text.mid(1);
    return text;
}

bool needsApostrophe(const QString& text, bool defuse)
{
    if (readsAsMissing(text) || (defuse && startsFormula(text)))
        return true;
    const QStringView rest = withoutApostrophes(text);
    return rest.size() < text.size() && (startsFormula(rest) || readsAsMissing(rest));
}

void appendQuoted(QByteArray& out, const QByteArray& bytes)
{
    const bool plain =
        std::none_of(bytes.begin(), bytes.end(),
                     [](char c) { return c == ',' || c == ';' || c == '"' || c == '\r' || c == '\n'; }) &&
        !bytes.startsWith(' ') && !bytes.endsWith(' ');
    if (plain) {
        out += bytes;
        return;
    }
    out += '"';
    for (const char c : bytes) {
        if (c == '"')
            out += '"';
        out += c;
    }
    out += '"';
}

} // namespace

void appendCsvCell(QByteArray& out, const QString& text, CellKind kind, bool defuse)
{
    const bool number = kind == CellKind::Number && isNumber(text);
    const bool marked = !number && needsApostrophe(text, defuse);
    appendQuoted(out, (marked ? QString(u'\'' + text) : text).toUtf8());
}

void appendCsvCell(QByteArray& out, const FieldValue& value, CellKind kind, bool defuse)
{
    if (value.missing == MissingReason::None)
        appendCsvCell(out, value.text, kind, defuse);
    else
        out += '.' + missingCode(value.missing).toLatin1();
}

FieldValue valueFromCell(const QString& cell)
{
    if (readsAsMissing(cell))
        return FieldValue(*missingFromCode(QStringView(cell).mid(1)));
    return {textFromCell(cell)};
}

QString textFromCell(const QString& cell)
{
    const QStringView rest = withoutApostrophes(cell);
    const bool marked = rest.size() < cell.size() && (startsFormula(rest) || readsAsMissing(rest));
    return marked ? cell.mid(1) : cell;
}

} // namespace sitebook
