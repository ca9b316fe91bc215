// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/wirereader.h"

#include "core/api/wire.h"
#include "core/text/strictjson.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QTimeZone>
#include <cmath>

namespace sitebook::api {

namespace {

// Whole numbers only; doubles are exact up to 2^53, Qt keeps larger integers as integers.
std::optional<qint64> wholeNumber(const QJsonValue& value)
{
    if (!value.isDouble())
        return std::nullopt;
    const double number = value.toDouble();
    if (std::floor(number) != number || std::abs(number) > 9.2e18)
        return std::nullopt;
    return value.toInteger(static_cast<qint64>(number));
}

} // namespace

Result<QJsonObject> parseObject(const QByteArray& json)
{
    SB_TRY(json::check(std::string_view(json.constData(), static_cast<size_t>(json.size()))));
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject())
        return fail(ErrorCode::Protocol, QT_TRANSLATE_NOOP("messages", "The text must be a JSON object."));
    return document.object();
}

QString WireReader::text(const char* key)
{
    if (!value(key).isString())
        wrong(key);
    return value(key).toString();
}

QString WireReader::textOr(const char* key, const QString& absent)
{
    return has(key) ? text(key) : absent;
}

quint64 WireReader::number(const char* key)
{
    const auto number = wholeNumber(value(key));
    if (!number || *number < 0) {
        wrong(key);
        return 0;
    }
    return static_cast<quint64>(*number);
}

qint64 WireReader::signedOr(const char* key, qint64 absent)
{
    if (!has(key))
        return absent;
    const auto number = wholeNumber(value(key));
    if (!number)
        wrong(key);
    return number.value_or(absent);
}

bool WireReader::flag(const char* key)
{
    if (!value(key).isBool())
        wrong(key);
    return value(key).toBool();
}

QJsonArray WireReader::array(const char* key)
{
    if (!value(key).isArray())
        wrong(key);
    return value(key).toArray();
}

QJsonArray WireReader::arrayOr(const char* key)
{
    return has(key) ? array(key) : QJsonArray();
}

QJsonObject WireReader::object(const char* key)
{
    if (!value(key).isObject())
        wrong(key);
    return value(key).toObject();
}

QByteArray WireReader::hex(const char* key, qsizetype size)
{
    const QByteArray letters = text(key).toLatin1();
    QByteArray bytes = QByteArray::fromHex(letters);
    if (bytes.size() != size || letters.size() != 2 * size)
        wrong(key);
    return bytes;
}

QByteArray WireReader::base64(const char* key)
{
    const auto decoded = QByteArray::fromBase64Encoding(text(key).toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded)
        wrong(key);
    return decoded.decoded;
}

qint64 WireReader::timeMs(const char* key)
{
    const QString written = text(key);
    const QDateTime time = QDateTime::fromString(written, Qt::ISODateWithMs);
    if (!time.isValid() || !written.endsWith(u'Z'))
        wrong(key);
    return time.toMSecsSinceEpoch();
}

QStringList WireReader::textsOr(const char* key)
{
    QStringList texts;
    const QJsonArray values = arrayOr(key);
    for (const auto& entry : values) {
        if (!entry.isString())
            wrong(key);
        texts.append(entry.toString());
    }
    return texts;
}

void WireReader::wrong(const char* key)
{
    if (m_wrong.isEmpty())
        m_wrong = QString::fromLatin1(key);
}

Result<> WireReader::finish() const
{
    if (m_wrong.isEmpty())
        return {};
    return fail(ErrorCode::Protocol, QT_TRANSLATE_NOOP("messages", "A value is missing or has the wrong type."),
                m_wrong);
}

QString timeText(qint64 utcMs)
{
    return QDateTime::fromMSecsSinceEpoch(utcMs, Qt::UTC).toString(Qt::ISODateWithMs);
}

QJsonValue hexText(const QByteArray& bytes)
{
    return QString::fromLatin1(bytes.toHex());
}

Result<> checkWhole(const QJsonObject& object, qsizetype items)
{
    WireReader reader(object);
    const bool end = reader.flag("end");
    const quint64 count = reader.number("count");
    SB_TRY(reader.finish());
    if (!end || count != static_cast<quint64>(items))
        return fail(ErrorCode::Protocol, QT_TRANSLATE_NOOP("messages", "The answer is not complete."));
    return {};
}

} // namespace sitebook::api
