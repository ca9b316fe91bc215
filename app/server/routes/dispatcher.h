// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/http/httptypes.h"
#include "app/server/routes/requestlog.h"
#include "app/server/routes/services.h"

namespace sitebook::server {

// From a request to its route: request id and trace, route, token, handler; then log and metrics.
class Dispatcher final : public HttpHandler
{
public:
    Dispatcher(Services& services, RequestLog& log);

    void handle(const HttpRequest& request, const ExchangePtr& exchange) override;
    [[nodiscard]] HttpResponse failure(HttpFailure failure, Exchange& exchange) override;
    void finished(const Exchange& exchange, std::string_view method, int status, size_t bytes) override;

private:
    void refuseUnknown(const ExchangePtr& exchange, const std::string& allow) const;

    Services& m_services;
    RequestLog& m_log;
};

} // namespace sitebook::server
