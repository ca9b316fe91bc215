// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>

namespace sitebook::server {

enum class Route {
    Login,
    Refresh,
    Logout,
    Meta,
    Patients,
    Patient,
    Reports,
    Export,
    Ops,
    OpsStatus,
    Changes,
    OpenApi,
    Health,
    Ready,
    Metrics,
};

struct RouteInfo
{
    Route id;
    std::string_view method;
    std::string_view path; // "/api/v1/patients/{patientId}": the template of logs, metrics and the OpenAPI document
    bool needsToken;
};

// Every route of the server, in the order of Route.
[[nodiscard]] std::span<const RouteInfo> allRoutes();

struct RouteMatch
{
    const RouteInfo* route = nullptr; // null: 404, or 405 when `allow` is not empty
    std::string_view parameter;       // the part of the path in braces, as sent
    std::string allow;                // methods of the path, for 405
};

// HEAD is answered where GET is.
[[nodiscard]] RouteMatch matchRoute(std::string_view method, std::string_view path);

// Percent-decoded value of a query parameter ("+" is a space); empty when absent.
[[nodiscard]] std::string queryValue(std::string_view query, std::string_view name);
// For a part of a path: "+" stays.
[[nodiscard]] std::string percentDecoded(std::string_view text, bool plusIsSpace = false);

} // namespace sitebook::server
