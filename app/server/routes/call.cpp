// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/routes/answers.h"
#include "app/server/routes/routes.h"

namespace sitebook::server {

void Call::answer(const Error& error) const
{
    exchange->send(errorAnswer(services.sentences, *exchange, error));
}

void Call::answer(int status, const Error& error, std::string_view code) const
{
    exchange->send(errorAnswer(services.sentences, *exchange, status, error, code));
}

std::optional<QByteArray> Call::jsonBody() const
{
    // The second type is what curl says when nobody tells it better; the body is parsed as strict JSON either way.
    const bool isJson = request.contentType.empty() || request.contentType.starts_with("application/json") ||
                        request.contentType.starts_with("application/x-www-form-urlencoded");
    const bool isPlain = request.contentEncoding.empty() || request.contentEncoding == "identity";
    if (isJson && isPlain)
        return QByteArray(request.body.data(), static_cast<qsizetype>(request.body.size()));
    answer(415, Error(ErrorCode::Unsupported,
                      QT_TRANSLATE_NOOP("messages", "Send JSON (application/json) without content encoding.")));
    return std::nullopt;
}

} // namespace sitebook::server
