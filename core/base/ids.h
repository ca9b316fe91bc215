// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHashFunctions>
#include <QString>

namespace sitebook {

// A text identifier that cannot be mixed up with another kind: PatientId is not SiteId.
template <class Tag>
class TextId final
{
public:
    TextId() = default;
    explicit TextId(QString text)
        : m_text(std::move(text))
    {
    }
    [[nodiscard]] const QString& toString() const { return m_text; }
    [[nodiscard]] bool isEmpty() const { return m_text.isEmpty(); }
    friend bool operator==(const TextId&, const TextId&) = default;
    friend bool operator<(const TextId& a, const TextId& b) { return a.m_text < b.m_text; }
    friend size_t qHash(const TextId& id, size_t seed = 0) { return ::qHash(id.m_text, seed); }

private:
    QString m_text;
};

using PatientId = TextId<struct PatientIdTag>; // the study's identifier, a pseudonym such as P001; in clear at rest
using SiteId = TextId<struct SiteIdTag>;       // "701"
using UserName = TextId<struct UserNameTag>;   // sign-in name

// 16 bytes, made time-ordered (UUID version 7) so that indexes grow at one end; text form is the usual 36 letters.
class Uuid final
{
public:
    Uuid() = default; // null
    [[nodiscard]] static Uuid create();
    // Null when the text is not 36 characters of a UUID.
    [[nodiscard]] static Uuid fromString(QStringView text);
    // Null when not 16 bytes.
    [[nodiscard]] static Uuid fromBytes(const QByteArray& bytes);
    [[nodiscard]] QString toString() const;
    [[nodiscard]] const QByteArray& bytes() const { return m_bytes; }
    [[nodiscard]] bool isNull() const { return m_bytes.isEmpty(); }
    // When it was made, from its first 48 bits; 0 for other versions of UUID.
    [[nodiscard]] qint64 createdUtcMs() const;
    friend bool operator==(const Uuid&, const Uuid&) = default;
    friend bool operator<(const Uuid& a, const Uuid& b) { return a.m_bytes < b.m_bytes; }
    friend size_t qHash(const Uuid& id, size_t seed = 0) { return ::qHash(id.m_bytes, seed); }

private:
    QByteArray m_bytes;
};

template <class Tag>
class UuidId final
{
public:
    UuidId() = default;
    explicit UuidId(Uuid uuid)
        : m_uuid(std::move(uuid))
    {
    }
    [[nodiscard]] static UuidId create() { return UuidId(Uuid::create()); }
    [[nodiscard]] static UuidId fromString(QStringView text) { return UuidId(Uuid::fromString(text)); }
    [[nodiscard]] static UuidId fromBytes(const QByteArray& bytes) { return UuidId(Uuid::fromBytes(bytes)); }
    [[nodiscard]] QString toString() const { return m_uuid.toString(); }
    [[nodiscard]] const QByteArray& bytes() const { return m_uuid.bytes(); }
    [[nodiscard]] bool isNull() const { return m_uuid.isNull(); }
    [[nodiscard]] qint64 createdUtcMs() const { return m_uuid.createdUtcMs(); }
    friend bool operator==(const UuidId&, const UuidId&) = default;
    friend bool operator<(const UuidId& a, const UuidId& b) { return a.m_uuid < b.m_uuid; }
    friend size_t qHash(const UuidId& id, size_t seed = 0) { return qHash(id.m_uuid, seed); }

private:
    Uuid m_uuid;
};

using OpId = UuidId<struct OpIdTag>;
using RecordId = UuidId<struct RecordIdTag>; // a patient's or a report's record, for ever
using DeviceId = UuidId<struct DeviceIdTag>;
using BatchId = UuidId<struct BatchIdTag>;

} // namespace sitebook
