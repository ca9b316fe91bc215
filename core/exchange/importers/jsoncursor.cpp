// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/importers/jsoncursor.h"

#include "core/text/textfile.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace sitebook {

namespace {

constexpr int deepest = 64;

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool endsScalar(char c)
{
    return c == ',' || c == ']' || c == '}' || c == ':' || isSpace(c);
}

} // namespace

tl::unexpected<Error> JsonCursor::broken(qsizetype at) const
{
    if (at >= m_text.size()) {
        return fail(ErrorCode::Unreadable,
                    QT_TRANSLATE_NOOP("messages", "The file ends in the middle. It may be cut off; get it again."),
                    placeIn(m_text, m_text.size()));
    }
    return fail(ErrorCode::Unreadable,
                QT_TRANSLATE_NOOP("messages", "This is not valid JSON. The file may be damaged; get it again."),
                placeIn(m_text, at));
}

char JsonCursor::peek()
{
    while (m_at < m_text.size() && isSpace(m_text[m_at]))
        ++m_at;
    return m_at < m_text.size() ? m_text[m_at] : '\0';
}

Result<> JsonCursor::enter(char opening)
{
    if (peek() != opening)
        return broken(m_at);
    ++m_at;
    return {};
}

Result<bool> JsonCursor::more(char closing, bool& first)
{
    const char next = peek();
    if (next == closing) {
        ++m_at;
        return false;
    }
    if (!first) {
        if (next != ',')
            return broken(m_at);
        ++m_at;
        if (peek() == closing)
            return broken(m_at);
    }
    first = false;
    if (m_at >= m_text.size())
        return broken(m_at);
    return true;
}

Result<QString> JsonCursor::key()
{
    if (peek() != '"')
        return broken(m_at);
    SB_TRY_ASSIGN(QString name, cell());
    if (peek() != ':')
        return broken(m_at);
    ++m_at;
    return name;
}

Result<> JsonCursor::skipString()
{
    for (++m_at; m_at < m_text.size(); ++m_at) {
        if (m_text[m_at] == '\\')
            ++m_at;
        else if (m_text[m_at] == '"') {
            ++m_at;
            return {};
        }
    }
    return broken(m_text.size());
}

Result<QByteArrayView> JsonCursor::raw()
{
    peek();
    const qsizetype start = m_at;
    int depth = 0;
    do {
        const char c = peek();
        if (c == '"') {
            SB_TRY(skipString());
        } else if (c == '{' || c == '[') {
            if (++depth > deepest)
                return broken(m_at);
            ++m_at;
        } else if (c == '}' || c == ']') {
            if (--depth < 0)
                return broken(m_at);
            ++m_at;
        } else if (c == ',' || c == ':') {
            if (depth == 0)
                return broken(m_at);
            ++m_at;
        } else {
            if (m_at >= m_text.size())
                return broken(m_at);
            while (m_at < m_text.size() && !endsScalar(m_text[m_at]))
                ++m_at;
        }
    } while (depth > 0);
    return m_text.sliced(start, m_at - start);
}

Result<QJsonValue> JsonCursor::value()
{
    SB_TRY_ASSIGN(const QByteArrayView text, raw());
    const qsizetype start = m_at - text.size();
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(QByteArray("[" + text.toByteArray() + "]"), &error);
    if (error.error != QJsonParseError::NoError)
        return broken(text.startsWith('{') || text.startsWith('[') ? start + qMax(0, error.offset - 1) : start);
    return document.array().first();
}

Result<QString> JsonCursor::cell()
{
    const char first = peek();
    const qsizetype start = m_at;
    if (first == '"') {
        SB_TRY_ASSIGN(const QByteArrayView quoted, raw());
        const QByteArrayView inner = quoted.sliced(1, quoted.size() - 2);
        if (!inner.contains('\\') && !inner.contains('\n'))
            return QString::fromUtf8(inner);
        m_at = start;
        SB_TRY_ASSIGN(const QJsonValue text, value());
        return text.toString();
    }
    SB_TRY_ASSIGN(const QJsonValue other, value());
    const QByteArrayView text = m_text.sliced(start, m_at - start);
    if (other.isNull())
        return QString();
    if (other.isDouble() || other.isBool())
        return QString::fromLatin1(text);
    return broken(start);
}

} // namespace sitebook
