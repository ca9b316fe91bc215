// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/http/router.h"

#include <QByteArray>

namespace sitebook::server {

namespace {

constexpr std::array table{
    RouteInfo{Route::Login, "POST", "/api/auth/login", false},
    RouteInfo{Route::Refresh, "POST", "/api/auth/refresh", false},
    RouteInfo{Route::Logout, "POST", "/api/auth/logout", false},
    RouteInfo{Route::Meta, "GET", "/api/v1/meta", false},
    RouteInfo{Route::Patients, "GET", "/api/v1/patients", true},
    RouteInfo{Route::Patient, "GET", "/api/v1/patients/{patientId}", true},
    RouteInfo{Route::Reports, "POST", "/api/v1/reports", true},
    RouteInfo{Route::Export, "GET", "/api/v1/export", true},
    RouteInfo{Route::Ops, "POST", "/api/v1/sites/{site}/ops", true},
    RouteInfo{Route::OpsStatus, "POST", "/api/v1/sites/{site}/ops/status", true},
    RouteInfo{Route::Changes, "GET", "/api/v1/sites/{site}/changes", true},
    RouteInfo{Route::OpenApi, "GET", "/api/v1/openapi.json", false},
    RouteInfo{Route::Health, "GET", "/healthz", false},
    RouteInfo{Route::Ready, "GET", "/readyz", false},
    RouteInfo{Route::Metrics, "GET", "/metrics", false},
};

// True when `path` fits the template; `parameter` gets what stands for the braces.
bool fits(std::string_view pattern, std::string_view path, std::string_view& parameter)
{
    const size_t brace = pattern.find('{');
    if (brace == std::string_view::npos)
        return pattern == path;
    const std::string_view tail = pattern.substr(pattern.find('}') + 1);
    if (path.size() <= brace + tail.size() || path.substr(0, brace) != pattern.substr(0, brace) ||
        !path.ends_with(tail))
        return false;
    parameter = path.substr(brace, path.size() - brace - tail.size());
    return parameter.find('/') == std::string_view::npos;
}

} // namespace

std::span<const RouteInfo> allRoutes()
{
    return table;
}

RouteMatch matchRoute(std::string_view method, std::string_view path)
{
    RouteMatch match;
    const std::string_view wanted = method == "HEAD" ? "GET" : method;
    for (const RouteInfo& route : table) {
        std::string_view parameter;
        if (!fits(route.path, path, parameter))
            continue;
        if (route.method == wanted) {
            match.route = &route;
            match.parameter = parameter;
            return match;
        }
        match.allow += match.allow.empty() ? "" : ", ";
        match.allow += route.method == "GET" ? "GET, HEAD" : route.method;
    }
    return match;
}

std::string queryValue(std::string_view query, std::string_view name)
{
    while (!query.empty()) {
        const size_t end = query.find('&');
        const std::string_view pair = query.substr(0, end);
        const size_t equals = pair.find('=');
        if (pair.substr(0, equals) == name)
            return equals == std::string_view::npos ? std::string() : percentDecoded(pair.substr(equals + 1), true);
        query = end == std::string_view::npos ? std::string_view() : query.substr(end + 1);
    }
    return {};
}

std::string percentDecoded(std::string_view text, bool plusIsSpace)
{
    if (text.find_first_of("%+") == std::string_view::npos)
        return std::string(text);
    QByteArray encoded(text.data(), static_cast<qsizetype>(text.size()));
    if (plusIsSpace)
        encoded.replace('+', ' ');
    return QByteArray::fromPercentEncoding(encoded).toStdString();
}

} // namespace sitebook::server
