// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/http/httptypes.h"
#include "app/server/routes/services.h"

namespace sitebook::server {

// What a handler of a route gets. The request's views live until the exchange is answered or the handler returns.
struct Call
{
    Services& services;
    const HttpRequest& request;
    const ExchangePtr& exchange;
    std::shared_ptr<const Claims> claims; // null on routes without a token
    std::string_view parameter;           // of the path, as sent

    void answer(HttpResponse response) const { exchange->send(std::move(response)); }
    void answer(const Error& error) const;
    void answer(int status, const Error& error, std::string_view code = {}) const;
    // The body as a strict JSON object; answers 400 or 415 itself when it is none.
    [[nodiscard]] std::optional<QByteArray> jsonBody() const;
};

namespace routes {

void login(const Call& call);
void refresh(const Call& call);
void logout(const Call& call);
void meta(const Call& call);
void patients(const Call& call);
void patient(const Call& call);
void report(const Call& call);
void exportRecords(const Call& call);
void pushOperations(const Call& call);
void operationStatus(const Call& call);
void changes(const Call& call);
void openApi(const Call& call);
void health(const Call& call);
void ready(const Call& call);
void metrics(const Call& call);

} // namespace routes
} // namespace sitebook::server
