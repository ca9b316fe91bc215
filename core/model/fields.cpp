// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/fields.h"

#include "core/base/bytewriter.h"

#include <algorithm>
#include <array>

namespace sitebook {

namespace {

constexpr quint8 encodingVersion = 1;
constexpr std::array<const char*, 5> missingCodes{"", "ND", "NA", "UNK", "BLANK"};

template <class Range>
auto lowerBound(Range& entries, QStringView name)
{
    return std::lower_bound(entries.begin(), entries.end(), name,
                            [](const Fields::Entry& entry, QStringView key) { return entry.name < key; });
}

// Reads what ByteWriter::text wrote; false past the end.
bool takeText(const QByteArray& in, qsizetype& at, QString& text)
{
    if (in.size() - at < 4)
        return false;
    quint32 size = 0;
    for (int i = 0; i < 4; ++i)
        size = (size << 8) | static_cast<quint8>(in[at++]);
    if (static_cast<quint32>(in.size() - at) < size)
        return false;
    text = QString::fromUtf8(in.constData() + at, size);
    at += size;
    return true;
}

} // namespace

void Fields::set(const QString& name, FieldValue value)
{
    if (m_entries.empty() || m_entries.back().name < name) {
        m_entries.push_back({name, std::move(value)});
        return;
    }
    const auto place = lowerBound(m_entries, name);
    if (place != m_entries.end() && place->name == name)
        place->value = std::move(value);
    else
        m_entries.insert(place, {name, std::move(value)});
}

void Fields::remove(const QString& name)
{
    const auto place = lowerBound(m_entries, name);
    if (place != m_entries.end() && place->name == name)
        m_entries.erase(place);
}

const FieldValue* Fields::find(QStringView name) const
{
    const auto place = lowerBound(m_entries, name);
    return place != m_entries.end() && place->name == name ? &place->value : nullptr;
}

QString Fields::text(QStringView name) const
{
    const FieldValue* value = find(name);
    return value ? value->text : QString();
}

QByteArray Fields::encode() const
{
    ByteWriter out;
    out.number(encodingVersion);
    for (const Entry& entry : m_entries)
        out.text(entry.name).number(static_cast<quint8>(entry.value.missing)).text(entry.value.text);
    return out.toByteArray();
}

Result<Fields> Fields::decode(const QByteArray& bytes)
{
    const auto damaged = [] {
        return fail(ErrorCode::Damaged, QT_TRANSLATE_NOOP("messages", "A stored record is not readable."));
    };
    if (bytes.isEmpty() || static_cast<quint8>(bytes[0]) != encodingVersion)
        return damaged();
    Fields fields;
    for (qsizetype at = 1; at < bytes.size();) {
        Entry entry;
        if (!takeText(bytes, at, entry.name) || at >= bytes.size())
            return damaged();
        const auto missing = static_cast<quint8>(bytes[at++]);
        if (missing >= missingCodes.size() || !takeText(bytes, at, entry.value.text))
            return damaged();
        entry.value.missing = static_cast<MissingReason>(missing);
        if (!fields.m_entries.empty() && !(fields.m_entries.back().name < entry.name))
            return damaged();
        fields.m_entries.push_back(std::move(entry));
    }
    return fields;
}

QJsonObject Fields::toJson() const
{
    QJsonObject object;
    for (const Entry& entry : m_entries) {
        if (entry.value.missing == MissingReason::None)
            object.insert(entry.name, entry.value.text);
        else
            object.insert(entry.name, QJsonObject{{QStringLiteral("missing"), missingCode(entry.value.missing)}});
    }
    return object;
}

Result<Fields> Fields::fromJson(const QJsonObject& object)
{
    Fields fields;
    fields.reserve(static_cast<size_t>(object.size()));
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (it->isString()) {
            fields.set(it.key(), it->toString());
            continue;
        }
        const auto reason = missingFromCode(it->toObject().value(QLatin1String("missing")).toString());
        if (!reason || *reason == MissingReason::None)
            return fail(
                ErrorCode::Invalid,
                QT_TRANSLATE_NOOP("messages", "A value must be a text or a missing reason (ND, NA, UNK, BLANK)."),
                it.key());
        fields.set(it.key(), FieldValue(*reason));
    }
    return fields;
}

FieldsDifference difference(const Fields& present, const Fields& wanted)
{
    FieldsDifference result;
    for (const Fields::Entry& entry : wanted) {
        const FieldValue* before = present.find(entry.name);
        if (before ? *before == entry.value : entry.value.isEmpty())
            continue;
        result.changed.set(entry.name, entry.value);
        if (before)
            result.old.set(entry.name, *before);
    }
    for (const Fields::Entry& entry : present) {
        if (wanted.contains(entry.name) || entry.value.isEmpty())
            continue;
        result.changed.set(entry.name, FieldValue());
        result.old.set(entry.name, entry.value);
    }
    return result;
}

QString missingCode(MissingReason reason)
{
    return QString::fromLatin1(missingCodes.at(static_cast<size_t>(reason)));
}

std::optional<MissingReason> missingFromCode(QStringView code)
{
    for (size_t i = 0; i < missingCodes.size(); ++i)
        if (code == QLatin1String(missingCodes.at(i)))
            return static_cast<MissingReason>(i);
    return std::nullopt;
}

} // namespace sitebook
