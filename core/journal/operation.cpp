// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/operation.h"

#include <array>

namespace sitebook {

namespace {

constexpr std::array<const char*, 12> typeCodes{"create", "set",    "void",  "sign",    "lock",  "unlock",
                                                "query",  "answer", "close", "resolve", "event", "verify"};
constexpr std::array<const char*, 5> entityCodes{"patient", "report", "workspace", "visit", "query"};
constexpr std::array<const char*, 3> clockCodes{"unverified", "verified", "rolled_back"};

template <class Enum, size_t Count>
std::optional<Enum> fromCode(const std::array<const char*, Count>& codes, QStringView code)
{
    for (size_t i = 0; i < Count; ++i)
        if (code == QLatin1String(codes.at(i)))
            return static_cast<Enum>(i);
    return std::nullopt;
}

} // namespace

QString typeCode(OpType type)
{
    return QString::fromLatin1(typeCodes.at(static_cast<size_t>(type)));
}
QString entityCode(Entity entity)
{
    return QString::fromLatin1(entityCodes.at(static_cast<size_t>(entity)));
}
QString clockCode(ClockQuality quality)
{
    return QString::fromLatin1(clockCodes.at(static_cast<size_t>(quality)));
}
std::optional<OpType> opTypeFromCode(QStringView code)
{
    return fromCode<OpType>(typeCodes, code);
}
std::optional<Entity> entityFromCode(QStringView code)
{
    return fromCode<Entity>(entityCodes, code);
}
std::optional<ClockQuality> clockFromCode(QStringView code)
{
    return fromCode<ClockQuality>(clockCodes, code);
}

} // namespace sitebook
