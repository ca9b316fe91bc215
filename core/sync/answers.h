// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/wire.h"
#include "core/sync/events.h"

// Whether an answer may be believed, and what its status asks of a desk. Pure.
namespace sitebook::sync {

enum class Verdict {
    Answer,      // 200: read the body
    NotModified, // 304
    Refused,     // 400 415 422: this body will never be taken
    SignIn,      // 401
    Denied,      // 403
    Running,     // 409: the same key is still at work
    Gone,        // 410: cursor or epoch
    TooLarge,    // 413
    Outdated,    // 426
    Shed,        // 429 503
    Unknown,     // 500 502 504 and other 5xx: whether it took effect cannot be told
    NotOurs,     // anything else: a portal, a proxy, another program
};
[[nodiscard]] Verdict verdictOf(int status);

// What an error body says of itself; `code` falls back to "http_<status>".
struct Refusal
{
    bool isOurs = false; // an error body of the wire contract
    QString code;
    QString field;
    QString reason;
};
[[nodiscard]] Refusal refusalOf(const HttpDone& done);

// Each is Error Protocol unless the Content-Digest is there and matches, the JSON is whole with end:true and its count,
// and the answer belongs to the question: the batch asked about and operations of it, each once; ...
[[nodiscard]] Result<api::PushAnswer> readPush(const HttpDone& done, const OutgoingBatch& batch);
// ... the page after `after`, its sequence numbers rising, and progress where more is promised; ...
[[nodiscard]] Result<api::ChangesPage> readPage(const HttpDone& done, quint64 after);
// ... every identifier asked about, once.
[[nodiscard]] Result<api::StatusAnswer> readStatus(const HttpDone& done, const std::vector<OpId>& asked);
// Changes nothing on the desk: a digest is checked where there is one.
[[nodiscard]] Result<api::Meta> readMeta(const HttpDone& done);

[[nodiscard]] Incoming incomingOf(const api::Change& change);
// A known operation of ops/status, as the ledger keeps it.
[[nodiscard]] Settled settledOf(const api::StatusAnswer::Known& known);
// A result of a push. For `retry` the ledger is told to wait until `retryAtUtcMs`.
[[nodiscard]] Settled settledOf(const api::ItemResult& result, qint64 retryAtUtcMs);

} // namespace sitebook::sync
