// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/verify/trailjson.h"

#include <QJsonDocument>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace sitebook::verify {

LineReader::LineReader(const QByteArray& line)
{
    QJsonParseError problem{};
    const QJsonDocument document = QJsonDocument::fromJson(line, &problem);
    if (problem.error != QJsonParseError::NoError)
        wrong(u"The line is not JSON: "_s + problem.errorString() + u" at byte "_s + QString::number(problem.offset) +
              u"."_s);
    else if (!document.isObject())
        wrong(u"The line is not a JSON object."_s);
    // Doubled keys, other spellings of a number and spaces would let two readers see two things.
    else if (document.toJson(QJsonDocument::Compact) != line)
        wrong(u"The line is not in canonical form."_s);
    else
        m_object = document.object();
}

LineReader::LineReader(QJsonObject object)
    : m_object(std::move(object))
{
}

void LineReader::wrong(const QString& sentence)
{
    if (m_error.isEmpty())
        m_error = sentence;
}

void LineReader::expectKeys(std::initializer_list<const char*> keys)
{
    for (const char* key : keys)
        if (!m_object.contains(QLatin1String(key)))
            return wrong(u"'"_s + QLatin1String(key) + u"' is missing."_s);
    if (m_object.size() != static_cast<qsizetype>(keys.size()))
        wrong(u"There is a key that this format does not have."_s);
}

QString LineReader::text(const char* key)
{
    const QJsonValue value = m_object.value(QLatin1String(key));
    if (!value.isString())
        wrong(u"'"_s + QLatin1String(key) + u"' is not a text."_s);
    return value.toString();
}

qint64 LineReader::number(const char* key)
{
    const QJsonValue value = m_object.value(QLatin1String(key));
    constexpr qint64 none = std::numeric_limits<qint64>::min();
    const qint64 result = value.isDouble() ? value.toInteger(none) : none;
    if (result == none)
        wrong(u"'"_s + QLatin1String(key) + u"' is not a whole number."_s);
    return result;
}

quint64 LineReader::count(const char* key)
{
    const qint64 value = number(key);
    if (value < 0)
        wrong(u"'"_s + QLatin1String(key) + u"' is negative."_s);
    return static_cast<quint64>(value);
}

QByteArray LineReader::hex(const char* key, qsizetype bytes)
{
    const QByteArray letters = text(key).toUtf8();
    QByteArray raw = QByteArray::fromHex(letters);
    if (raw.size() != bytes || raw.toHex() != letters)
        wrong(u"'"_s + QLatin1String(key) + u"' is not "_s + QString::number(bytes) + u" bytes in hexadecimal."_s);
    return raw;
}

QByteArray LineReader::hexOrEmpty(const char* key, qsizetype bytes)
{
    return text(key).isEmpty() ? QByteArray() : hex(key, bytes);
}

QString LineReader::uuidOrEmpty(const char* key)
{
    return text(key).isEmpty() ? QString() : uuid(key);
}

QString LineReader::uuid(const char* key)
{
    static const QRegularExpression shape(u"\\A[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\z"_s);
    QString value = text(key);
    if (!shape.match(value).hasMatch())
        wrong(u"'"_s + QLatin1String(key) + u"' is not a UUID."_s);
    return value;
}

LineReader LineReader::child(const char* key)
{
    const QJsonValue value = m_object.value(QLatin1String(key));
    if (!value.isObject())
        wrong(u"'"_s + QLatin1String(key) + u"' is not an object."_s);
    return LineReader(value.toObject());
}

} // namespace sitebook::verify
