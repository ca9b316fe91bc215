// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/http/httptypes.h"
#include "core/base/result.h"

#include <functional>

namespace sitebook::server {

// HTTP/1.1 on Boost.Beast's parser with its own limits: one reactor thread (or a few), every connection costs bounded
// memory and time. Boost stays behind this header.
class HttpServer final
{
public:
    explicit HttpServer(const HttpLimits& limits);
    ~HttpServer();
    HttpServer(const HttpServer&) = delete;
    HttpServer& operator=(const HttpServer&) = delete;

    // Binds and listens; port 0 takes a free one. Errors: Busy (the port is taken), Usage (no such address), Storage.
    [[nodiscard]] Result<> listen(const QString& host, quint16 port);
    [[nodiscard]] quint16 port() const;
    // Serves until SIGTERM, SIGINT or stop(); then takes nothing new, answers what was taken, and returns. `handler`
    // must live until then.
    void run(HttpHandler& handler);
    void stop(); // from any thread
    [[nodiscard]] int connections() const;

private:
    struct Private;
    std::unique_ptr<Private> m_private;
};

} // namespace sitebook::server
