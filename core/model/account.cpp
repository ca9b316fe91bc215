// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/account.h"

#include <array>

namespace sitebook {

namespace {
constexpr std::array<const char*, 5> codes{"coordinator", "investigator", "monitor", "data_manager", "administrator"};
}

QString roleCode(Role role)
{
    return QString::fromLatin1(codes.at(static_cast<size_t>(role)));
}

std::optional<Role> roleFromCode(QStringView code)
{
    for (size_t i = 0; i < codes.size(); ++i)
        if (code == QLatin1String(codes.at(i)))
            return static_cast<Role>(i);
    return std::nullopt;
}

} // namespace sitebook
