// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>
#include <vector>

namespace sitebook {

// Why a value is absent on purpose; None means the text is the value.
enum class MissingReason : quint8 { None, NotDone, NotApplicable, Unknown, IntentionallyBlank };

// One captured value: the text exactly as typed (1.10 stays 1.10; dates ISO, partial ones with '-' parts), or the
// reason why there is none. An empty text without reason means "cleared".
struct FieldValue
{
    QString text;
    MissingReason missing = MissingReason::None;

    FieldValue() = default;
    FieldValue(QString value) // NOLINT(google-explicit-constructor): a text is a value
        : text(std::move(value))
    {
    }
    explicit FieldValue(MissingReason reason)
        : missing(reason)
    {
    }
    [[nodiscard]] bool isEmpty() const { return text.isEmpty() && missing == MissingReason::None; }
    friend bool operator==(const FieldValue&, const FieldValue&) = default;
};

// The fields of a record or of one change, sorted by name, each once. A small flat map.
class Fields final
{
public:
    struct Entry
    {
        QString name;
        FieldValue value;
        friend bool operator==(const Entry&, const Entry&) = default;
    };

    void set(const QString& name, FieldValue value);
    void remove(const QString& name);
    // Null when absent. Valid until the next change.
    [[nodiscard]] const FieldValue* find(QStringView name) const;
    [[nodiscard]] bool contains(QStringView name) const { return find(name) != nullptr; }
    // Empty when absent or missing.
    [[nodiscard]] QString text(QStringView name) const;
    [[nodiscard]] bool isEmpty() const { return m_entries.empty(); }
    [[nodiscard]] size_t size() const { return m_entries.size(); }
    [[nodiscard]] auto begin() const { return m_entries.begin(); }
    [[nodiscard]] auto end() const { return m_entries.end(); }
    void reserve(size_t count) { m_entries.reserve(count); }

    // The canonical bytes: equal content gives equal bytes. Sealed at rest and hashed.
    [[nodiscard]] QByteArray encode() const;
    [[nodiscard]] static Result<Fields> decode(const QByteArray& bytes);
    // {"name": "text"} or {"name": {"missing": "ND"}}.
    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static Result<Fields> fromJson(const QJsonObject& object);

    friend bool operator==(const Fields&, const Fields&) = default;

private:
    std::vector<Entry> m_entries;
};

// What changes a record from `present` into `wanted`: the new values, and what those fields were before. A field that
// is absent in `wanted` is cleared.
struct FieldsDifference
{
    Fields changed;
    Fields old;
};
[[nodiscard]] FieldsDifference difference(const Fields& present, const Fields& wanted);

// "ND", "NA", "UNK", "BLANK"; empty for None.
[[nodiscard]] QString missingCode(MissingReason reason);
[[nodiscard]] std::optional<MissingReason> missingFromCode(QStringView code);

} // namespace sitebook
