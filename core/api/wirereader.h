// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QJsonArray>
#include <QJsonObject>

namespace sitebook::api {

// Takes typed values out of an object of the wire; the first wrong one is remembered, so that a parser reads all its
// keys and asks once at the end. Only inside core/api.
class WireReader final
{
public:
    explicit WireReader(const QJsonObject& object)
        : m_object(object)
    {
    }

    [[nodiscard]] QString text(const char* key);
    [[nodiscard]] QString textOr(const char* key, const QString& absent = {});
    [[nodiscard]] quint64 number(const char* key); // whole, 0 ... 2^63 - 1
    [[nodiscard]] qint64 signedOr(const char* key, qint64 absent);
    [[nodiscard]] bool flag(const char* key);
    [[nodiscard]] QJsonArray array(const char* key);
    [[nodiscard]] QJsonArray arrayOr(const char* key);
    [[nodiscard]] QJsonObject object(const char* key);
    [[nodiscard]] QByteArray hex(const char* key, qsizetype size); // of exactly `size` bytes
    [[nodiscard]] QByteArray base64(const char* key);
    [[nodiscard]] qint64 timeMs(const char* key); // ISO 8601 with milliseconds and Z
    [[nodiscard]] QStringList textsOr(const char* key);
    template <class Id>
    [[nodiscard]] Id uuid(const char* key)
    {
        const Id id = Id::fromString(text(key));
        if (id.isNull())
            wrong(key);
        return id;
    }
    [[nodiscard]] bool has(const char* key) const { return m_object.contains(QLatin1String(key)); }

    void wrong(const char* key);
    // Error Protocol with the first wrong key, if any.
    [[nodiscard]] Result<> finish() const;

private:
    [[nodiscard]] QJsonValue value(const char* key) const { return m_object.value(QLatin1String(key)); }
    QJsonObject m_object;
    QString m_wrong;
};

[[nodiscard]] QString timeText(qint64 utcMs); // 2026-11-23T08:14:02.113Z
[[nodiscard]] QJsonValue hexText(const QByteArray& bytes);
// Every answer of many items says how many and that it is whole; error Protocol otherwise.
[[nodiscard]] Result<> checkWhole(const QJsonObject& object, qsizetype items);

} // namespace sitebook::api
