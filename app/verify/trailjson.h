// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>
#include <optional>

namespace sitebook::verify {

// Reads the values of one JSON line strictly and remembers the first thing that is wrong.
class LineReader final
{
public:
    // `line` without its line feed. Not canonical JSON of an object: error() is set.
    explicit LineReader(const QByteArray& line);
    explicit LineReader(QJsonObject object);

    [[nodiscard]] const QJsonObject& object() const { return m_object; }
    // The object must have these keys and no other.
    void expectKeys(std::initializer_list<const char*> keys);
    [[nodiscard]] QString text(const char* key);
    [[nodiscard]] qint64 number(const char* key);
    [[nodiscard]] quint64 count(const char* key); // not negative
    [[nodiscard]] QByteArray hex(const char* key, qsizetype bytes);
    [[nodiscard]] QByteArray hexOrEmpty(const char* key, qsizetype bytes);
    [[nodiscard]] QString uuid(const char* key);
    [[nodiscard]] QString uuidOrEmpty(const char* key);
    [[nodiscard]] LineReader child(const char* key);

    [[nodiscard]] bool ok() const { return m_error.isEmpty(); }
    [[nodiscard]] const QString& error() const { return m_error; }

private:
    void wrong(const QString& sentence);
    QJsonObject m_object;
    QString m_error;
};

} // namespace sitebook::verify
