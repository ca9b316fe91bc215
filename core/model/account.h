// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"

#include <QObject>
#include <optional>

namespace sitebook {
namespace accounts {
Q_NAMESPACE
enum class Role { Coordinator, Investigator, Monitor, DataManager, Administrator };
Q_ENUM_NS(Role)
} // namespace accounts

using Role = accounts::Role;

struct Account
{
    UserName userName;
    QString displayName;
    Role role = Role::Coordinator;
    SiteId siteId;
};

[[nodiscard]] QString roleCode(Role role); // "coordinator", "investigator", "monitor", "data_manager", "administrator"
[[nodiscard]] std::optional<Role> roleFromCode(QStringView code);

} // namespace sitebook
