// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/http/httptypes.h"
#include "app/server/sentences.h"
#include "core/base/result.h"

namespace sitebook::server {

[[nodiscard]] HttpResponse jsonAnswer(int status, const QByteArray& json);
// {"error": sentence, "code": word, "requestId": ...[, "field": where]}. `code` empty: the error's own word.
[[nodiscard]] HttpResponse errorAnswer(const Sentences& sentences, const Exchange& exchange, int status,
                                       const Error& error, std::string_view code = {});
// The status that fits the error's code, 500 for what is nobody's fault but ours.
[[nodiscard]] HttpResponse errorAnswer(const Sentences& sentences, const Exchange& exchange, const Error& error);
// 503 with a random Retry-After of 5 to 30 seconds.
[[nodiscard]] HttpResponse busyAnswer(const Sentences& sentences, const Exchange& exchange);
[[nodiscard]] std::string retryAfter(int seconds);

} // namespace sitebook::server
